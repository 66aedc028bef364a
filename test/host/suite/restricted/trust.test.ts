import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, show, showNotebook } from '../documents.js';
import { findings } from '../findings.js';

describe('a folder that is not trusted', () => {
  afterEach(closeAll);

  it('is open in restricted mode', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('has its reports checked all the same: they are read, never run', async () => {
    const document = await show('ajeno.tex', 'Sea $2+2=5$.');
    await vscode.commands.executeCommand('tarea.checkDerivations');
    const [found] = await findings(document, 1);
    assert.equal(found?.text, '5');
  });

  it('has its notebooks checked too', async () => {
    const notebook = await showNotebook('ajeno.ipynb', [
      { kind: 'markdown', text: 'Sea $2+2=5$.' },
    ]);
    await findings(notebook.cellAt(0).document, 1);
  });
});
