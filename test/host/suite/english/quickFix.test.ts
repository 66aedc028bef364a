import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, edit, show, showNotebook } from '../documents.js';
import { findings } from '../findings.js';

/** The repairs that the light bulb offers at a wrong term. */
async function fixesAt(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  await findings(document, 1);
  const [diagnostic] = vscode.languages.getDiagnostics(document.uri);
  assert.ok(diagnostic);
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, 'a repair is offered');
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

const wrong = String.raw`La sigmoide es $\sigma(x) = \frac{1}{1 - e^{-x}}$.`;
const right = String.raw`La sigmoide es $\sigma(x) = \frac{1}{1 + e^{-x}}$.`;

describe('a quick fix', () => {
  afterEach(closeAll);

  it('mends the step; undo takes it back', async () => {
    const document = await show('fix.tex', wrong);
    const [fix] = await fixesAt(document);
    assert.equal(fix?.title, 'Change the sign: + e^{-x}');
    await apply(fix);
    assert.equal(document.getText(), right);
    await findings(document, 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), wrong);
    await findings(document, 1);
  });

  it('mends a step in a cell of a notebook', async () => {
    const notebook = await showNotebook('fix.ipynb', [
      { kind: 'markdown', text: 'Nada' },
      { kind: 'markdown', text: wrong },
    ]);
    const document = await edit(notebook, 1);
    const [fix] = await fixesAt(document);
    await apply(fix);
    assert.equal(document.getText(), right);
    await findings(document, 0);
  });
});
