import * as vscode from 'vscode';
import type { Preview, Reply, TableId } from '../../shared/tableProtocol.js';
import { formatCount } from '../../shared/figures.js';
import { clip } from '../../shared/say.js';
import { say } from '../messages.js';
import { dataSentences } from './sentences.js';
import type { Asked, TableClient } from '../../worker/table/client.js';

/** Where a table comes from. */
export type Origin =
  | { readonly kind: 'file'; readonly files: readonly [vscode.Uri] }
  | {
      readonly kind: 'join';
      readonly files: readonly [vscode.Uri, vscode.Uri];
      /** The column whose values pair the rows. */
      readonly on: string;
    };

/** The address under which a joined table is shown: it is no file, and says which ones it is of. */
const JOIN_SCHEME = 'tarea-join';

export function uriOfJoin(left: vscode.Uri, right: vscode.Uri, on: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: JOIN_SCHEME,
    path: `/${baseName(left)} + ${baseName(right)}.csv`,
    query: JSON.stringify([left.toString(), right.toString(), on]),
  });
}

export function isJoin({ scheme }: vscode.Uri): boolean {
  return scheme === JOIN_SCHEME;
}

/** A join's address may have been written by anyone: what is not one of ours is taken as a file. */
export function originOf(uri: vscode.Uri): Origin {
  const parts = isJoin(uri) ? readParts(uri.query) : undefined;
  if (parts === undefined) return { kind: 'file', files: [uri] };
  const [left, right, on] = parts;
  return { kind: 'join', files: [vscode.Uri.parse(left), vscode.Uri.parse(right)], on };
}

export function nameOfOrigin(origin: Origin): string {
  return origin.files.map(baseName).join(' + ');
}

export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** `rows` is null where the table has yet to be loaded; `tables` are all that are to be closed with it. */
export type Opened =
  | {
      readonly ok: true;
      readonly preview: Preview;
      readonly rows: number | null;
      readonly tables: readonly TableId[];
      /** What is to be said besides the preview's notes. */
      readonly said: readonly string[];
    }
  | Extract<Reply<object>, { readonly ok: false }>;

interface OpenOptions {
  /** Ends what takes long with `request.cancelled`. */
  readonly signal?: AbortSignal;
  /** As in `OpenRequest`. */
  readonly passing?: boolean;
}

export async function openOrigin(
  origin: Origin,
  tables: TableClient,
  options: OpenOptions = {},
): Promise<Opened> {
  const elsewhere = origin.files.find(({ scheme }) => scheme !== 'file');
  if (elsewhere !== undefined) {
    return { ok: false, problem: { code: 'file.missing', args: { name: baseName(elsewhere) } } };
  }
  if (origin.kind === 'file') return openFile(origin.files[0], tables, options);
  return openJoin(origin, tables, options);
}

async function openFile(
  file: vscode.Uri,
  tables: TableClient,
  { passing = false }: OpenOptions,
): Promise<Opened> {
  const opened = await tables.ask('open', { path: file.fsPath, passing }).reply;
  if (!opened.ok) return opened;
  return { ok: true, preview: opened, rows: null, tables: [opened.table], said: [] };
}

async function openJoin(
  { files: [left, right], on }: Extract<Origin, { kind: 'join' }>,
  tables: TableClient,
  options: OpenOptions,
): Promise<Opened> {
  const [first, second] = await Promise.all([
    openFile(left, tables, options),
    openFile(right, tables, options),
  ]);
  if (!first.ok || !second.ok) {
    closeTables(
      [first, second].flatMap((side) => (side.ok ? side.tables : [])),
      tables,
    );
    return first.ok ? second : first;
  }
  const sides = [first.preview.table, second.preview.table] as const;
  const asked = tables.ask('join', { left: sides[0], right: sides[1], on });
  const joined = await answered(asked, options.signal);
  if (!joined.ok) {
    closeTables(sides, tables);
    return joined;
  }
  const { table, name, columns, rows, unmatched } = joined;
  const bytes = first.preview.bytes + second.preview.bytes;
  // Its sides stay open: after a crash of the process the join is made of them again.
  const preview = { ...first.preview, table, name, columns, bytes, notes: [], rows: [] };
  const said = [
    ...describeUnmatched(unmatched.left, baseName(left)),
    ...describeUnmatched(unmatched.right, baseName(right)),
  ];
  return { ok: true, preview, rows, tables: [table, ...sides], said };
}

/** The answer to a request, which is cancelled when `signal` says so. */
export function answered<Answer>(
  { reply, cancel }: Asked<Answer>,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  if (signal?.aborted === true) cancel();
  else signal?.addEventListener('abort', cancel, { once: true });
  return reply;
}

export function closeTables(open: readonly TableId[], tables: TableClient): void {
  for (const table of open) void tables.ask('close', { table }).reply;
}

function readParts(query: string): readonly [string, string, string] | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(query);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts)) return undefined;
  const [left, right, on] = parts as readonly unknown[];
  const written = typeof left === 'string' && typeof right === 'string' && typeof on === 'string';
  return written ? [left, right, on] : undefined;
}

/** Keys of one side that the other does not have. */
function describeUnmatched(
  { count, keys }: { readonly count: number; readonly keys: readonly string[] },
  name: string,
): readonly string[] {
  if (count === 0) return [say(dataSentences.joinedAll, { name })];
  const some = { count: formatCount(count), name, keys: clip(keys.join(', ')) };
  return [say(dataSentences.joinedSome, some)];
}
