import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.js';

/** Writes a file into the open folder and shows it as a person would: by opening it. */
export async function show(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = await write(name, text);
  open(uri);
  const editor = await eventually(
    () => vscode.window.activeTextEditor,
    (active) => active?.document.uri.toString() === uri.toString(),
  );
  assert.ok(editor);
  return editor.document;
}

/** One cell of a notebook as it is written in the file. */
export interface CellText {
  readonly kind: 'markdown' | 'code';
  readonly text: string;
}

/** Writes a Jupyter notebook into the open folder and shows it. */
export async function showNotebook(
  name: string,
  cells: readonly CellText[],
): Promise<vscode.NotebookDocument> {
  const uri = await write(name, notebookText(cells));
  open(uri);
  const editor = await eventually(
    () => vscode.window.activeNotebookEditor,
    (active) => active?.notebook.uri.path === uri.path,
  );
  assert.ok(editor);
  return editor.notebook;
}

/** Opens a cell for writing, as a double click does: until then a cell of text is only shown. */
export async function edit(
  notebook: vscode.NotebookDocument,
  index: number,
): Promise<vscode.TextDocument> {
  const { document } = notebook.cellAt(index);
  const selections = [new vscode.NotebookRange(index, index + 1)];
  await vscode.window.showNotebookDocument(notebook, { selections });
  await vscode.commands.executeCommand('notebook.cell.edit');
  await eventually(
    () => vscode.window.activeTextEditor?.document === document,
    (open) => open,
  );
  return document;
}

/** Replaces the only occurrence of `old`, as an edit that undo takes back. */
export async function replace(
  document: vscode.TextDocument,
  old: string,
  text: string,
): Promise<void> {
  const start = document.getText().indexOf(old);
  assert.ok(start >= 0, `${old} is in the document`);
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + old.length),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Closes every tab, without asking whether to save. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.activeTabGroup.activeTab !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Changes a setting for the open folder; `undefined` takes the change back. */
export async function configure(name: string, value: unknown): Promise<void> {
  const target = vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration('tarea').update(name, value, target);
}

/** Looks a file of the open folder up. */
export function inFolder(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/**
 * Opens a file as a click in the Explorer does. Unlike openTextDocument this keeps no hold on the
 * document after its tab is closed. Not waited for: the older VS Codes settle it only when all is
 * drawn, and for a notebook sometimes never.
 */
export function open(uri: vscode.Uri): void {
  void vscode.commands.executeCommand('vscode.open', uri);
}

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = inFolder(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

function notebookText(cells: readonly CellText[]): string {
  const written = cells.map(({ kind, text }, index) => ({
    cell_type: kind,
    id: `cell-${index}`,
    metadata: {},
    source: text,
    ...(kind === 'code' ? { execution_count: null, outputs: [] } : {}),
  }));
  return JSON.stringify({ cells: written, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}
