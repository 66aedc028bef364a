import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { writeSplit, type SplitSource } from '../../engine/table/split/splitFile.js';
import { numbered, splitRows, type Parts } from '../../engine/table/split/splitRows.js';
import type { ClassCount, SplitMade, SplitRequest } from '../../shared/tableProtocol.js';
import { loaded } from './load.js';
import type { Room, Task } from './room.js';
import type { Session } from './session.js';
import { fieldOf, relation, type OpenTable } from './tables.js';
import { TableTrouble } from './trouble.js';

/** Deals the rows of a table to parts, and says how the classes came out. */
export async function split(room: Room, request: SplitRequest, task: Task): Promise<SplitMade> {
  const table = await loaded(room, request.table, task);
  const { stratify, group, shares, seed, target } = request;
  const classes = await read(task.session, table, stratify);
  const groups = await read(task.session, table, group);
  const rows = table.loaded?.rows ?? 0;
  const made = splitRows({
    rows,
    shares,
    seed,
    ...(classes && { classes: classes.numbers }),
    ...(groups && { groups: groups.numbers }),
  });
  if (!made.ok) throw new TableTrouble(made.code, {});
  return {
    parts: made.parts,
    classes: classes === undefined ? {} : countIn(made.parts, classes),
    file: writeSplit({
      source: await sourceOf(room, table),
      rows,
      seed,
      shares,
      target: target ?? null,
      stratify: stratify ?? null,
      group: group ?? null,
      parts: made.parts,
    }),
  };
}

type Numbered = ReturnType<typeof numbered>;

async function read(
  session: Session,
  table: OpenTable,
  column: string | undefined,
): Promise<Numbered | undefined> {
  if (column === undefined) return undefined;
  const [cells = []] = await session.columns(
    `SELECT CAST(${fieldOf(table, column)} AS VARCHAR) FROM ${relation(table)} ORDER BY rowid`,
  );
  return numbered(cells.map((cell) => (cell === null ? null : String(cell))));
}

/** Every class in every part, as they first appear in the table; also where there is none of it. */
function countIn(parts: Parts, { numbers, names }: Numbered): Record<string, ClassCount[]> {
  const counted = Object.entries(parts).map(([part, rows]) => {
    const counts = new Float64Array(names.length);
    for (const row of rows) {
      const each = numbers[row] ?? -1;
      if (each >= 0) counts[each] = (counts[each] ?? 0) + 1;
    }
    return [part, names.map((value, at) => ({ value, count: counts[at] ?? 0 }))] as const;
  });
  return Object.fromEntries(counted);
}

/** The file's name, size and hash; of a join, those of its two sides together. */
export async function sourceOf(room: Room, { source }: OpenTable): Promise<SplitSource> {
  if (source.kind === 'file') {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(source.path)) hash.update(chunk as Buffer);
    const name = path.basename(source.path);
    return { name, bytes: source.bytes, sha256: hash.digest('hex') };
  }
  const left = await sourceOf(room, room.tables.get(source.left));
  const right = await sourceOf(room, room.tables.get(source.right));
  const hash = createHash('sha256').update(`${left.sha256} ${right.sha256} ${source.on}`);
  return {
    name: `${left.name} + ${right.name}`,
    bytes: left.bytes + right.bytes,
    sha256: hash.digest('hex'),
  };
}
