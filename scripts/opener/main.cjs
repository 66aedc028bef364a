/** Used by `npm start` alone: the window opens on the first mistake of the sample report. */
const vscode = require('vscode');

exports.activate = async (context) => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const sample = process.env['TAREA_SAMPLE'];
  // After a reload the window shows what was open before.
  if (!folder || !sample || vscode.window.activeTextEditor) return;
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  const uri = vscode.Uri.joinPath(folder.uri, sample);
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const listening = vscode.languages.onDidChangeDiagnostics(() => {
    const [first] = vscode.languages.getDiagnostics(uri);
    if (!first) return;
    listening.dispose();
    editor.selection = new vscode.Selection(first.range.start, first.range.start);
    editor.revealRange(first.range, vscode.TextEditorRevealType.InCenter);
  });
  context.subscriptions.push(listening);
};
