import * as vscode from 'vscode';
import type { DataGroup } from '../../engine/table/grouping.js';
import type { Partner } from '../../shared/dataProtocol.js';
import { likelyTest } from '../../shared/likelyTest.js';
import type { TableClient } from '../../worker/table/client.js';
import { findDataFiles, type FoundFile } from './dataFiles.js';
import {
  closeTables,
  isJoin,
  nameOfOrigin,
  openOrigin,
  originOf,
  uriOfJoin,
  type Opened,
  type Origin,
} from './origin.js';

/**
 * What a table can be compared with: the join of the test files to a join of training files, joins that are open, and
 * other data files, those of the same set first.
 */
export async function partnersOf(
  uri: vscode.Uri,
  tables: TableClient,
): Promise<readonly Partner[]> {
  const { tables: found } = await findDataFiles();
  const reply = await tables.ask('group', { files: found.map(({ file }) => file), clips: [] })
    .reply;
  const groups = reply.ok ? reply.groups : [];
  const origin = originOf(uri);
  const test = testOrigin(origin, found, groups);
  const likely = test === undefined ? undefined : await uriOfOrigin(test, tables);
  const joins = likely !== undefined && isJoin(likely) ? [likely, ...openJoins()] : openJoins();
  const others = [...joins, ...filesBySet(origin, found, groups)];
  const named = new Map(others.map((each) => [each.toString(), each]));
  named.delete(uri.toString());
  const names = new Map(found.map((each) => [each.uri.toString(), each.file.path]));
  return [...named].map(([id, other]) => ({
    id,
    name: names.get(id) ?? nameOfOrigin(originOf(other)),
    likely: id === likely?.toString(),
  }));
}

/** Tells when a join was opened or closed. */
export function onDidChangeJoins(run: () => void): vscode.Disposable {
  return vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
    if ([...opened, ...closed].some((tab) => joinIn(tab) !== undefined)) run();
  });
}

export function openPartner(id: string, tables: TableClient): Promise<Opened> {
  return openOrigin(originOf(vscode.Uri.parse(id)), tables, { passing: true });
}

export function closePartner(opened: Opened | undefined, tables: TableClient): void {
  if (opened?.ok === true) closeTables(opened.tables, tables);
}

/** The same made of test data, by the names of the files. */
function testOrigin(
  origin: Origin,
  found: readonly FoundFile[],
  groups: readonly DataGroup[],
): Origin | undefined {
  const own = origin.files.map((file) => pathOf(file, found));
  const paths = own.flatMap((path) => path ?? []);
  const tests = paths.length === own.length ? likelyTest(paths, groups) : undefined;
  const files = tests?.flatMap((path) => found.find(({ file }) => file.path === path)?.uri ?? []);
  const [first, second] = files ?? [];
  if (first === undefined) return undefined;
  if (origin.kind === 'file') return { kind: 'file', files: [first] };
  return second && { ...origin, files: [first, second] };
}

/** Nothing where the files cannot be joined by that column. */
async function uriOfOrigin(origin: Origin, tables: TableClient): Promise<vscode.Uri | undefined> {
  if (origin.kind === 'file') return origin.files[0];
  const { files, on } = origin;
  const sides = await Promise.all(
    files.map(({ fsPath }) => tables.ask('open', { path: fsPath, passing: true }).reply),
  );
  closeTables(
    sides.flatMap((side) => (side.ok ? [side.table] : [])),
    tables,
  );
  const joined = sides.every((side) => side.ok && side.columns.some(({ name }) => name === on));
  return joined ? uriOfJoin(files[0], files[1], on) : undefined;
}

function openJoins(): readonly vscode.Uri[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap((tab) => joinIn(tab) ?? []),
  );
}

function joinIn({ input }: vscode.Tab): vscode.Uri | undefined {
  return input instanceof vscode.TabInputCustom && isJoin(input.uri) ? input.uri : undefined;
}

/** Those that belong to the same set as one of the table's files come first. */
function filesBySet(
  origin: Origin,
  found: readonly FoundFile[],
  groups: readonly DataGroup[],
): readonly vscode.Uri[] {
  const own = new Set(origin.files.map((file) => pathOf(file, found)));
  const sets = groups.filter(({ members }) => members.some(({ file }) => own.has(file.path)));
  const near = new Set(sets.flatMap(({ members }) => members.map(({ file }) => file.path)));
  return found
    .toSorted((a, b) => Number(near.has(b.file.path)) - Number(near.has(a.file.path)))
    .map(({ uri }) => uri);
}

function pathOf(uri: vscode.Uri, found: readonly FoundFile[]): string | undefined {
  return found.find((each) => each.uri.toString() === uri.toString())?.file.path;
}
