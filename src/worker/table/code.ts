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
  const compared = placed.map((screen) =>
    against !== undefined && COMPARED.has(screen.kind)
      ? { ...screen, against: sourceOf(against) }
      : screen,
  );
  return Promise.resolve({ text: screensCode(compared, sourceOf(table), comments) });
}

/** Screens that may show a second table. */
const COMPARED: ReadonlySet<Screen['kind']> = new Set(['findings', 'pca', 'tsne', 'umap']);

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
