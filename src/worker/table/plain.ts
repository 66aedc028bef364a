import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Column } from '../../engine/table/column.js';
import type { Dialect } from '../../engine/table/dialect.js';
import type { Note } from '../../engine/table/note.js';
import { createTranscoder, widen, type Tally } from '../../engine/table/transcode.js';
import type { TableId } from '../../shared/tableProtocol.js';
import type { Room, Task } from './room.js';

export interface Described {
  readonly dialect: Dialect;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
}

/** A copy of a file in the plainest form; `remove` it when it was read. */
export interface PlainFile {
  readonly path: string;
  /** How the file itself is to be read, now that all of it was seen. */
  readonly dialect: Dialect;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
  readonly remove: () => Promise<void>;
}

/**
 * Rewrites what the database cannot read: other encodings, ragged rows, mixed line ends. Cells that do not fit widen
 * their columns, and it is written again, until nothing is a misfit any more.
 */
export async function plain(
  room: Room,
  id: TableId,
  source: string,
  described: Described,
  task: Task,
): Promise<PlainFile> {
  const target = path.join(room.folder, `plain-${id}.csv`);
  const remove = (): Promise<void> => rm(target, { force: true });
  const controller = new AbortController();
  task.onCancel(() => {
    controller.abort();
  });
  const write = ({ dialect, columns }: Described): Promise<Tally> =>
    transcode(source, target, dialect, columns, controller.signal);
  try {
    let known = described;
    let tally = await write(known);
    // Each time columns only get wider.
    while (tally.misfits.length > 0) {
      const { dialect, columns, notes } = widen(known.dialect, known.columns, tally.misfits);
      known = { dialect, columns, notes: [...known.notes, ...notes] };
      tally = await write(known);
    }
    // What the whole file tells replaces what its first block told.
    const told = new Set(tally.notes.map(({ code }) => code));
    const notes = [...known.notes.filter(({ code }) => !told.has(code)), ...tally.notes];
    return { ...known, path: target, notes, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

const PIECE = 1024 * 1024;

async function transcode(
  source: string,
  target: string,
  dialect: Dialect,
  columns: readonly Column[],
  signal: AbortSignal,
): Promise<Tally> {
  const transcoder = createTranscoder(dialect, columns);
  const rewrite = new Transform({
    transform: (piece: Uint8Array, _encoding, done) => {
      done(null, transcoder.push(piece));
    },
    flush: (done) => {
      done(null, transcoder.end());
    },
  });
  await pipeline(
    createReadStream(source, { highWaterMark: PIECE }),
    rewrite,
    createWriteStream(target),
    { signal },
  );
  return transcoder.tally();
}
