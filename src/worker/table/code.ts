import path from 'node:path';
import type { CodeSource, Screen } from '../../engine/table/code/screen.js';
import { screensCode } from '../../engine/table/code/screenCode.js';
import type { TableId, TableProtocol } from '../../shared/tableProtocol.js';
import type { Room } from './room.js';

type CodeRequest = TableProtocol['code']['params'];

/** The Python lines that give what is on the screen. */
export function code(
  { tables }: Room,
  { table, screens, against, folder, comments }: CodeRequest,
): Promise<{ readonly text: string }> {
  const sourceOf = (id: TableId): CodeSource => sourceIn(tables, id, folder);
  const placed = screens.map((screen) =>
    screen.kind === 'split' && screen.fileName !== undefined
      ? { ...screen, fileName: nameIn(folder, screen.fileName) }
      : screen,
  );
  const named = placed.map((screen) =>
    screen.kind === 'sql'
      ? { ...screen, others: othersIn(screen, table, tables, sourceOf) }
      : screen,
  );
  const compared = named.map((screen) =>
    against !== undefined && COMPARED.has(screen.kind)
      ? { ...screen, against: sourceOf(against) }
      : screen,
  );
  return Promise.resolve({ text: screensCode(compared, sourceOf(table), comments) });
}

/** The other open tables that a question is about. */
function othersIn(
  { question }: Extract<Screen, { kind: 'sql' }>,
  table: TableId,
  tables: Room['tables'],
  sourceOf: (id: TableId) => CodeSource,
): readonly { readonly name: string; readonly source: CodeSource }[] {
  return tables
    .all()
    .filter(({ id, name }) => id !== table && speaksOf(question, name))
    .map(({ id, name }) => ({ name, source: sourceOf(id) }));
}

/** Whether a name stands in a question, in quotes where it needs them; what is read in vain does no harm. */
function speaksOf(question: string, name: string): boolean {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  if (question.toLowerCase().includes(quoted.toLowerCase())) return true;
  return /^[a-z_]\w*$/i.test(name) && new RegExp(`\\b${name}\\b`, 'i').test(question);
}

/** Screens that may show a second table. */
const COMPARED: ReadonlySet<Screen['kind']> = new Set(['findings', 'pca', 'split', 'tsne', 'umap']);

function sourceIn(tables: Room['tables'], id: TableId, folder: string | undefined): CodeSource {
  const { source, columns } = tables.get(id);
  if (source.kind === 'join') {
    const { left, right, on } = source;
    return {
      kind: 'join',
      left: sourceIn(tables, left, folder),
      right: sourceIn(tables, right, folder),
      on,
      columns,
    };
  }
  const fileName = nameIn(folder, source.path);
  const { format, dialect } = source;
  if (format !== 'text') return { kind: format, fileName, columns };
  // A text without a dialect cannot be: it is what `open` finds out.
  if (dialect === null) throw new Error(`no dialect of ${fileName}`);
  return { kind: 'text', fileName, dialect, columns };
}

/** As Python finds it from that folder; without one the code goes beside its data. */
function nameIn(folder: string | undefined, file: string): string {
  if (folder === undefined) return path.basename(file);
  return path.relative(folder, file).replaceAll(path.sep, '/');
}
