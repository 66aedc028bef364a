import { lineOf } from './columnFaults.js';
import type { Expectation } from './expectation.js';
import { fault, Spots, type Fault, type Spot } from './fault.js';
import type { Known } from './known.js';
import type { Layout } from './locate.js';

/** Ids that are named where some are missing. */
const NAMED = 5;

/** What is wrong with the ids, beside those of the test data. */
export function idFaults(layout: Layout, { ids }: Expectation, known: Known): readonly Fault[] {
  const { body, id: place } = layout;
  if (place < 0) return [];
  const spots = new Spots();
  const lines = new Map<string, number>();
  for (const row of body) {
    const cell = row.cells[place] ?? { ...lineOf(row), text: '' };
    const id = known.idOf(cell.text);
    if (cell.text.trim() === '') spots.note('id.empty', cell);
    else if (id === undefined) spots.note('id.unknown', cell);
    else {
      if (id !== cell.text) spots.note('id.form', { ...cell, expected: id });
      const before = lines.get(id);
      if (before === undefined) lines.set(id, row.line);
      else spots.note('id.duplicate', { ...cell, expected: String(before) });
    }
  }
  return [...spots.errors(argsOf), ...missing(ids, lines, layout), ...order(ids, lines, layout)];
}

function argsOf({ text = '', expected = '' }: Spot): Fault['args'] {
  return { id: text.trim(), expected };
}

function missing(
  ids: readonly string[],
  lines: ReadonlyMap<string, number>,
  { header, body }: Layout,
): readonly Fault[] {
  const absent = [...new Set(ids)].filter((id) => !lines.has(id));
  if (absent.length === 0) return [];
  const more = absent.length > NAMED ? '…' : '';
  const args = { rows: absent.length, ids: absent.slice(0, NAMED).join(', ') + more };
  return [fault('id.missing', 'error', args, [lineOf(header ?? body[0])])];
}

/** Graders join by id, so the order is only worth a word; and only where all else is right. */
function order(
  ids: readonly string[],
  lines: ReadonlyMap<string, number>,
  { header, body }: Layout,
): readonly Fault[] {
  if (lines.size !== ids.length) return [];
  const written = [...lines.keys()];
  if (written.every((id, place) => id === ids[place])) return [];
  return [fault('id.order', 'info', {}, [lineOf(header ?? body[0])])];
}
