import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import planned from '../../../fixtures/examples.json';
import { closeAll, inFolder, open } from '../documents.js';
import { eventually } from '../eventually.js';
import { findingsIn } from '../findings.js';

const report = 'tarea1/Tarea001_Ana_Solis.tex';
const notebook = 'tarea1/Tarea001_Ana_Solis.ipynb';

/** The mistakes that were put into a file on purpose: cell (none in a report), line, wrong term. */
function mistakesIn(file: string): readonly string[] {
  return planned
    .filter((mistake) => mistake.file === file)
    .map(({ cell, line, at }) => told(cell, line, at));
}

/** What is underlined in a document, but for what only follows from an earlier mistake. */
function underlinedIn(document: vscode.TextDocument, cell?: number): readonly string[] {
  return findingsIn(document)
    .filter(({ severity }) => severity !== 'Information')
    .map(({ line, text }) => told(cell, line, text));
}

function told(cell: number | undefined, line: number, text: string): string {
  return `${cell === undefined ? '' : `cell ${cell}, `}line ${line}: ${text}`;
}

describe('the sample coursework', () => {
  afterEach(closeAll);

  it('has exactly its planned mistakes underlined in the report', async () => {
    open(inFolder(report));
    const editor = await eventually(
      () => vscode.window.activeTextEditor,
      (active) => active?.document.fileName.endsWith(path.basename(report)) === true,
    );
    assert.ok(editor);
    await vscode.commands.executeCommand('tarea.checkDerivations');
    const look = (): readonly string[] => underlinedIn(editor.document);
    await eventually(look, (found) => found.length > 0);
    assert.deepEqual(look(), mistakesIn(report));
  });

  it('has exactly its planned mistakes underlined in the notebook', async () => {
    open(inFolder(notebook));
    const editor = await eventually(
      () => vscode.window.activeNotebookEditor,
      (active) => active !== undefined,
    );
    assert.ok(editor);
    await vscode.commands.executeCommand('tarea.checkDerivations');
    const look = (): readonly string[] =>
      editor.notebook.getCells().flatMap(({ document, index }) => underlinedIn(document, index));
    await eventually(look, (found) => found.length > 0);
    assert.deepEqual(look(), mistakesIn(notebook));
  });
});
