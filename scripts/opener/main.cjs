/** Used by `npm start` alone: opens the sample report with its Problems when the window opens. */
const vscode = require('vscode');

exports.activate = async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const sample = process.env['TAREA_SAMPLE'];
  // After a reload the window shows what was open before.
  if (!folder || !sample || vscode.window.activeTextEditor) return;
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, sample));
};
