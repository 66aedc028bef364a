import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, replace, showNotebook } from '../documents.js';
import { findings, findingsIn } from '../findings.js';

const cells = [
  { kind: 'markdown', text: '# Tarea\n\n$1+1=2$' },
  { kind: 'code', text: 'print("$2+2=5$")' },
  { kind: 'markdown', text: 'Luego\n\n$$2+2=5$$' },
] as const;

describe('a notebook', () => {
  afterEach(closeAll);

  it('has the wrong term underlined in its cell', async () => {
    const notebook = await showNotebook('tarea.ipynb', cells);
    await vscode.commands.executeCommand('tarea.checkDerivations');
    const document = notebook.cellAt(2).document;
    const [found] = await findings(document, 1);
    assert.deepEqual([found?.text, found?.line, found?.column], ['5', 3, 7]);
    assert.equal(found?.code, 'step.not-equal');
    assert.deepEqual(findingsIn(notebook.cellAt(0).document), []);
    assert.deepEqual(findingsIn(notebook.cellAt(1).document), []);
  });

  it('is checked again when a cell is edited', async () => {
    const notebook = await showNotebook('edited.ipynb', cells);
    const document = notebook.cellAt(2).document;
    await findings(document, 1);
    await replace(document, '2+2=5', '2+2=4');
    await findings(document, 0);
    await replace(notebook.cellAt(0).document, '1+1=2', '1+1=3');
    const [found] = await findings(notebook.cellAt(0).document, 1);
    assert.equal(found?.text, '3');
  });

  it('keeps the underline on its cell when a cell is put before it', async () => {
    const notebook = await showNotebook('grown.ipynb', cells);
    await findings(notebook.cellAt(2).document, 1);
    const edit = new vscode.WorkspaceEdit();
    const added = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'Nota', 'markdown');
    edit.set(notebook.uri, [vscode.NotebookEdit.insertCells(0, [added])]);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const [found] = await findings(notebook.cellAt(3).document, 1);
    assert.equal(found?.text, '5');
    assert.deepEqual(findingsIn(notebook.cellAt(2).document), []);
  });
});
