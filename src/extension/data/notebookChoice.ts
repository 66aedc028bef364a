import * as vscode from 'vscode';
import { say } from '../messages.js';
import { baseName } from './origin.js';
import { dataSentences } from './sentences.js';

/** Where a cell of code goes. */
export interface NotebookChoice {
  /** In which the code will run: names of files are as seen from there. */
  readonly folder: string | undefined;
  /** Adds the code as the last cell and shows it; gives the notebook's name. */
  readonly add: (code: string) => Promise<string>;
}

/** The notebook that is open; asked for where there are more, a new one where there is none. */
export async function chooseNotebook(): Promise<NotebookChoice | undefined> {
  const open = openNotebooks();
  const [only] = open;
  if (only === undefined) return newNotebook();
  if (open.length === 1) return existing(only);
  const fresh = { label: say(dataSentences.newNotebook), tab: undefined };
  const items = open.map((tab) => ({ label: tab.label, tab }));
  const placeHolder = say(dataSentences.pickNotebook);
  const picked = await vscode.window.showQuickPick([...items, fresh], { placeHolder });
  if (picked === undefined) return undefined;
  return picked.tab === undefined ? newNotebook() : existing(picked.tab);
}

const JUPYTER = 'jupyter-notebook';

interface NotebookTab {
  readonly label: string;
  readonly uri: vscode.Uri;
  readonly column: vscode.ViewColumn;
}

/** Each once, though it may be shown side by side with itself. */
function openNotebooks(): readonly NotebookTab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) =>
    group.tabs.flatMap(({ input, label }): readonly NotebookTab[] => {
      if (!(input instanceof vscode.TabInputNotebook) || input.notebookType !== JUPYTER) return [];
      return [{ label, uri: input.uri, column: group.viewColumn }];
    }),
  );
  return [...new Map(tabs.map((tab) => [tab.uri.toString(), tab])).values()];
}

function existing({ uri, column }: NotebookTab): NotebookChoice {
  const folder = uri.scheme === 'file' ? vscode.Uri.joinPath(uri, '..').fsPath : workspaceFolder();
  return {
    folder,
    add: async (code) => {
      const notebook = await vscode.workspace.openNotebookDocument(uri);
      const at = notebook.cellCount;
      const edit = new vscode.WorkspaceEdit();
      edit.set(uri, [vscode.NotebookEdit.insertCells(at, [cellOf(code)])]);
      await vscode.workspace.applyEdit(edit);
      await show(notebook, column, at);
      return baseName(uri);
    },
  };
}

function newNotebook(): NotebookChoice {
  return {
    folder: workspaceFolder(),
    add: async (code) => {
      const data = new vscode.NotebookData([cellOf(code)]);
      data.metadata = { metadata: { language_info: { name: 'python' } } };
      const notebook = await vscode.workspace.openNotebookDocument(JUPYTER, data);
      await show(notebook, vscode.ViewColumn.Beside, 0);
      return baseName(notebook.uri);
    },
  };
}

/** Where a notebook without a file runs. */
function workspaceFolder(): string | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
}

function cellOf(code: string): vscode.NotebookCellData {
  return new vscode.NotebookCellData(vscode.NotebookCellKind.Code, code.trimEnd(), 'python');
}

async function show(
  notebook: vscode.NotebookDocument,
  viewColumn: vscode.ViewColumn,
  cell: number,
): Promise<void> {
  const range = new vscode.NotebookRange(cell, cell + 1);
  const options = { viewColumn, selections: [range] };
  const editor = await vscode.window.showNotebookDocument(notebook, options);
  editor.revealRange(range, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
}
