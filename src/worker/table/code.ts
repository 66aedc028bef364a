import path from 'node:path';
import type { CodeSource, Comments, Screen } from '../../engine/table/code/screen.js';
import { screensCode } from '../../engine/table/code/screenCode.js';
import type { TableId } from '../../shared/tableProtocol.js';
import type { Room } from './room.js';

export interface CodeRequest {
  readonly table: TableId;
  readonly screens: readonly Screen[];
  readonly against?: TableId;
  readonly comments: Comments;
}

/** The Python lines that give what is on the screen. Files are named without their folders: code goes beside its data. */
export function code(
  { tables }: Room,
  { table, screens, against, comments }: CodeRequest,
): Promise<{ readonly text: string }> {
  const compared = screens.map((screen) =>
    screen.kind === 'findings' && against !== undefined
      ? { ...screen, against: sourceOf(tables, against) }
      : screen,
  );
  return Promise.resolve({ text: screensCode(compared, sourceOf(tables, table), comments) });
}

function sourceOf(tables: Room['tables'], id: TableId): CodeSource {
  const { source, columns } = tables.get(id);
  if (source.kind === 'join') {
    const { left, right, on } = source;
    return {
      kind: 'join',
      left: sourceOf(tables, left),
      right: sourceOf(tables, right),
      on,
      columns,
    };
  }
  const fileName = path.basename(source.path);
  const { format, dialect } = source;
  if (format !== 'text') return { kind: format, fileName, columns };
  // A text without a dialect cannot be: it is what `open` finds out.
  if (dialect === null) throw new Error(`no dialect of ${fileName}`);
  return { kind: 'text', fileName, dialect, columns };
}
