import { readFile } from 'node:fs/promises';
import { readSplit, writeSplit } from '../../engine/table/split/splitFile.js';
import { featuresOf } from '../../engine/table/split/training.js';
import type { SplitKept, SplitMark, TableId } from '../../shared/tableProtocol.js';
import type { Room } from './room.js';
import { sourceOf } from './split.js';
import { TableTrouble } from './trouble.js';

/** What files of splits hold. One that cannot be read is no split, or went away meanwhile. */
export async function splits(
  room: Room,
  { paths, table }: { readonly paths: readonly string[]; readonly table?: TableId },
): Promise<{ readonly splits: readonly SplitKept[] }> {
  const source = table === undefined ? undefined : await sourceOf(room, room.tables.get(table));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8').catch(() => '')));
  const kept = texts.flatMap((text, at): readonly SplitKept[] => {
    const read = readSplit(text);
    const path = paths[at];
    if (!read.ok || path === undefined) return [];
    const { rows, seed, shares, target, training = null } = read.file;
    const fits = source !== undefined && readSplit(text, source).ok;
    return [{ path, rows, seed, shares, target, training, fits }];
  });
  return { splits: kept };
}

/** The split as it is to be written, with the columns that a model may learn from. */
export async function markSplit(
  room: Room,
  { path, table, training }: SplitMark,
): Promise<{ readonly text: string; readonly features: number }> {
  const data = table === undefined ? undefined : room.tables.get(table);
  const source = data === undefined ? undefined : await sourceOf(room, data);
  const read = readSplit(await readFile(path, 'utf8'), source);
  if (!read.ok) throw new TableTrouble(read.code, {});
  if (training === null) return { text: writeSplit(read.file), features: 0 };
  const { target, ...where } = training;
  const features = featuresOf(data?.columns ?? [], target);
  const text = writeSplit({ ...read.file, target }, { ...where, features });
  return { text, features: features.length };
}
