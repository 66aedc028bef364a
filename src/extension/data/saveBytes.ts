import path from 'node:path';
import * as vscode from 'vscode';

/** Asks where to, and writes; false when the person thought better of it. */
export async function saveBytes({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<boolean> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const safe = path.basename(name);
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, safe) }),
    filters: { [path.extname(safe).slice(1).toUpperCase()]: [path.extname(safe).slice(1)] },
  });
  if (target === undefined) return false;
  await vscode.workspace.fs.writeFile(target, new Uint8Array(bytes));
  return true;
}
