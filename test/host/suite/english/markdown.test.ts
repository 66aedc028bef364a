import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, show } from '../documents.js';
import { findings } from '../findings.js';

describe('a Markdown document', () => {
  afterEach(closeAll);

  it('has the wrong term of each kind of formula underlined', async () => {
    const text = [
      '# Notes',
      'Inline $2+2=5$ and it costs $5 or $6.',
      '',
      '$$',
      '3+3=7',
      '$$',
      '```math',
      '4+4=9',
      '```',
      '`$5+5=11$` is code',
    ].join('\n');
    const document = await show('notes.md', text);
    await vscode.commands.executeCommand('tarea.checkDerivations');
    const found = await findings(document, 3);
    assert.deepEqual(
      found.map((each) => [each.text, each.line, each.column]),
      [
        ['5', 2, 13],
        ['7', 5, 5],
        ['9', 8, 5],
      ],
    );
  });
});
