import * as vscode from 'vscode';
import { say } from '../messages.js';
import { inform, warn } from '../notify.js';
import type { TableClient } from '../../worker/table/client.js';
import type { DataEditor } from './dataEditor.js';
import { chooseFile, chooseFrom, chooseKey } from './dataChoice.js';
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

function fileOf(given: Given | undefined): Promise<vscode.Uri | undefined> {
  if (given === undefined) return chooseFile();
  return Promise.resolve(given instanceof vscode.Uri ? given : given.uri);
}

async function joinWith(left: vscode.Uri, editor: DataEditor, tables: TableClient): Promise<void> {
  const { tables: found } = await findDataFiles();
  const others = found.map(({ uri }) => uri).filter((uri) => uri.toString() !== left.toString());
  const name = baseName(left);
  if (others.length === 0) {
    inform(say(dataSentences.noOther, { name }));
    return;
  }
  const right = await chooseFrom(others, say(dataSentences.pickOther, { name }));
  const on = right && (await chooseKey(left, right, tables));
  if (right !== undefined && on !== undefined) await editor.open(uriOfJoin(left, right, on));
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
