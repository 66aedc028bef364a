import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, show } from '../documents.js';
import { findings } from '../findings.js';

/** All that is shown when the pointer rests on a place. */
async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + text.length - 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

describe('the hover over a step', () => {
  afterEach(closeAll);

  it('shows the value of both sides of a wrong one', async () => {
    const document = await show('hover.md', 'Sea $2+2=5$ y $3+3=6$.');
    await findings(document, 1);
    const text = await hoverAt(document, '2+2=5');
    assert.match(text, /left side: `+ 4 `+/);
    assert.match(text, /right side: `+ 5 `+/);
  });

  it('says of a right one on what evidence it holds', async () => {
    const document = await show('held.md', 'Sea $2+2=5$ y $3+3=6$.');
    await findings(document, 1);
    assert.match(await hoverAt(document, '3+3=6'), /exact/i);
  });

  it('says nothing where there is no formula', async () => {
    const document = await show('prose.md', 'Sea $2+2=5$ y nada.');
    await findings(document, 1);
    assert.equal(await hoverAt(document, 'y nada'), '');
  });
});
