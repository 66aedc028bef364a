import * as vscode from 'vscode';
import { say } from '../messages.js';
import { inform, warn } from '../notify.js';
import type { TableClient } from '../../worker/table/client.js';
import type { DataEditor } from './dataEditor.js';
import { findDataFiles } from './dataFiles.js';
import type { FileNode } from './dataTree.js';
import { describeProblem } from '../../shared/describeProblem.js';
import { baseName, closeTables, openOrigin, originOf, uriOfJoin } from './origin.js';
import { giveCode } from './giveCode.js';
import { dataSentences } from './sentences.js';

/** What can be done with a data file, from the tree, the explorer or the palette. */
export function registerDataCommands(editor: DataEditor, tables: TableClient): vscode.Disposable {
  const command = (id: string, run: (file: vscode.Uri) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (given?: Given) => {
      const file = await fileOf(given);
      if (file !== undefined) await run(file);
    });
  return vscode.Disposable.from(
    command('tarea.data.open', (file) => editor.open(file)),
    command('tarea.data.profile', (file) => editor.open(file, { tab: 'columns' })),
    command('tarea.data.target', (file) => editor.open(file, { tab: 'target' })),
    command('tarea.data.findings', (file) => editor.open(file, { tab: 'findings' })),
    command('tarea.data.split', (file) => editor.open(file, { tab: 'split' })),
    command('tarea.data.project', (file) => editor.open(file, { tab: 'projection' })),
    command('tarea.data.join', (file) => joinWith(file, editor, tables)),
    command('tarea.data.copyCode', (file) => copyReadCode(file, tables)),
  );
}

/** A line of the tree, a file of the explorer, or nothing where the palette asks. */
type Given = FileNode | vscode.Uri;

async function fileOf(given: Given | undefined): Promise<vscode.Uri | undefined> {
  if (given instanceof vscode.Uri) return given;
  if (given !== undefined) return given.uri;
  const { tables } = await findDataFiles();
  if (tables.length === 0) {
    inform(say(dataSentences.noFiles));
    return undefined;
  }
  return pickFile(
    tables.map(({ uri }) => uri),
    say(dataSentences.pickFile),
  );
}

async function pickFile(
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

async function joinWith(left: vscode.Uri, editor: DataEditor, tables: TableClient): Promise<void> {
  const { tables: found } = await findDataFiles();
  const others = found.map(({ uri }) => uri).filter((uri) => uri.toString() !== left.toString());
  const name = baseName(left);
  if (others.length === 0) {
    inform(say(dataSentences.noOther, { name }));
    return;
  }
  const right = await pickFile(others, say(dataSentences.pickOther, { name }));
  if (right === undefined) return;
  const keys = await commonColumns(left, right, tables);
  if (keys === undefined) return;
  if (keys.length === 0) {
    inform(say(dataSentences.noKey, { left: name, right: baseName(right) }));
    return;
  }
  const on = await vscode.window.showQuickPick(keys, { placeHolder: say(dataSentences.pickKey) });
  if (on !== undefined) await editor.open(uriOfJoin(left, right, on));
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

/** Reading the file, and no more. */
const READ = { screens: [{ kind: 'open' }], against: '', to: 'clipboard' } as const;

async function copyReadCode(file: vscode.Uri, tables: TableClient): Promise<void> {
  const opened = await openOrigin(originOf(file), tables, { passing: true });
  const copied = opened.ok ? await giveCode(opened.preview.table, READ, tables) : opened;
  if (opened.ok) closeTables(opened.tables, tables);
  if (copied.ok) inform(say(dataSentences.codeCopied, { name: baseName(file) }));
  else warn(describeProblem(copied.problem, say));
}
