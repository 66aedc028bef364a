import * as vscode from 'vscode';
import type { TableClient } from '../../worker/table/client.js';
import { registerDataCommands } from './dataCommands.js';
import { DATA_EDITOR, DataEditor } from './dataEditor.js';
import { DataTree } from './dataTree.js';
import { registerPredictions } from './predictions.js';
import { Targets } from './targets.js';
import { TrainingChoice } from './trainingChoice.js';
import { registerTraining } from './useInTraining.js';

/** Data files: the tree in the side bar, their pages, and what can be done with them. */
export function registerData(
  tables: TableClient,
  { extensionUri, workspaceState }: vscode.ExtensionContext,
): vscode.Disposable {
  const training = new TrainingChoice(tables);
  const tree = new DataTree(tables, training);
  const targets = new Targets(workspaceState);
  const editor = new DataEditor(extensionUri, tables, targets, (uri, count) => {
    tree.tell(uri, count);
  });
  return vscode.Disposable.from(
    tables,
    targets,
    training,
    tree,
    vscode.window.registerTreeDataProvider('tarea.data.files', tree),
    vscode.window.registerCustomEditorProvider(DATA_EDITOR, editor, {
      supportsMultipleEditorsPerDocument: true,
      // A filter, a question and the place in a table outlive a look at another file.
      webviewOptions: { retainContextWhenHidden: true },
    }),
    registerDataCommands(editor, tables),
    registerPredictions(tables, targets),
    registerTraining({ tables, targets, editor, training }),
  );
}
