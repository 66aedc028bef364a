import * as vscode from 'vscode';
import { describeProblem } from '../../shared/describeProblem.js';
import type { TableClient } from '../../worker/table/client.js';
import { say } from '../messages.js';
import { inform, warn } from '../notify.js';
import { findDataFiles } from './dataFiles.js';
import { baseName, closeTables } from './origin.js';
import { dataSentences } from './sentences.js';

/** Asks for one of the folder's data files; nothing where there is none, which is said. */
export async function chooseFile(): Promise<vscode.Uri | undefined> {
  const { tables } = await findDataFiles();
  if (tables.length === 0) {
    inform(say(dataSentences.noFiles));
    return undefined;
  }
  const files = tables.map(({ uri }) => uri);
  return chooseFrom(files, say(dataSentences.pickFile));
}

export async function chooseFrom(
  files: readonly vscode.Uri[],
  placeHolder: string,
): Promise<vscode.Uri | undefined> {
  const items = files.map((uri) => ({
    label: baseName(uri),
    description: vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..')),
    uri,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.uri;
}

/** The column by which two files are joined; nothing where they have none in common, which is said. */
export async function chooseKey(
  left: vscode.Uri,
  right: vscode.Uri,
  tables: TableClient,
): Promise<string | undefined> {
  const keys = await commonColumns(left, right, tables);
  if (keys === undefined) return undefined;
  if (keys.length === 0) {
    inform(say(dataSentences.noKey, { left: baseName(left), right: baseName(right) }));
    return undefined;
  }
  return vscode.window.showQuickPick(keys, { placeHolder: say(dataSentences.pickKey) });
}

/** The names that both have, those that look like keys first; nothing where a file could not be read. */
async function commonColumns(
  left: vscode.Uri,
  right: vscode.Uri,
  tables: TableClient,
): Promise<readonly string[] | undefined> {
  const opened = await Promise.all(
    [left, right].map(({ fsPath }) => tables.ask('open', { path: fsPath, passing: true }).reply),
  );
  closeTables(
    opened.flatMap((each) => (each.ok ? [each.table] : [])),
    tables,
  );
  const failed = opened.find((each) => !each.ok);
  if (failed !== undefined) {
    warn(describeProblem(failed.problem, say));
    return undefined;
  }
  const [first = [], second = []] = opened.map((each) =>
    each.ok ? each.columns.map((column) => column.name) : [],
  );
  const common = first.filter((name) => second.includes(name));
  const isKey = (name: string): boolean => /(?:^|[_. -])id$/i.test(name);
  return [...common.filter(isKey), ...common.filter((name) => !isKey(name))];
}
