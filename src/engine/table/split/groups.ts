import type { Random } from '../../random.js';
import { shuffle } from './shuffle.js';

export interface GroupedRows {
  readonly groups: Int32Array;
  readonly classes: Int32Array;
  readonly shares: readonly number[];
}

/**
 * The part of each row, whole groups together. The largest groups are dealt out first, each to the
 * part that lacks its classes most: the greedy step that lessens the squared distance to the wanted
 * class counts most. Groups of one size come in random order.
 */
export function assignGroups({ groups, classes, shares }: GroupedRows, draws: Random): Int32Array {
  const classNumbers = consecutive(classes);
  const totals = countsOf(classNumbers);
  const members = membersOf(groups, classNumbers);
  const lacking = shares.map((share) => totals.map((total) => share * total));
  const order = [...members.keys()];
  shuffle(order, draws);
  const sized = order.map((group) => members[group] ?? NOBODY);
  sized.sort((a, b) => b.rows.length - a.rows.length);
  const dealt: Group[][] = shares.map(() => []);
  for (const group of sized) {
    const wants = lacking.map((lack) => wantOf(group, lack, totals));
    const part = wants.indexOf(Math.max(...wants));
    dealt[part]?.push(group);
    const lack = lacking[part];
    for (const [each, count] of group.counts) if (lack) lack[each] = (lack[each] ?? 0) - count;
  }
  fillEmpty(dealt);
  const partOf = new Int32Array(groups.length);
  for (const [part, held] of dealt.entries()) {
    for (const { rows } of held) for (const row of rows) partOf[row] = part;
  }
  return partOf;
}

interface Group {
  readonly rows: readonly number[];
  /** Rows of each class. */
  readonly counts: ReadonlyMap<number, number>;
}

const NOBODY: Group = { rows: [], counts: new Map() };

/** Rare classes count as much as frequent ones: what is lacking is measured by the class's own size. */
function wantOf({ counts }: Group, lack: readonly number[], totals: readonly number[]): number {
  let want = 0;
  for (const [each, count] of counts) want += (count * (lack[each] ?? 0)) / (totals[each] ?? 1);
  return want;
}

/** A share too small for any group still gets the smallest one. */
function fillEmpty(dealt: readonly Group[][]): void {
  for (const empty of dealt.filter((held) => held.length === 0)) {
    const richest = dealt.reduce((a, b) => (b.length > a.length ? b : a));
    const smallest = richest.pop();
    if (smallest !== undefined) empty.push(smallest);
  }
}

function membersOf(groups: Int32Array, classes: Int32Array): readonly Group[] {
  const members = new Map<number, { rows: number[]; counts: Map<number, number> }>();
  for (const [row, group] of groups.entries()) {
    const held = members.get(group) ?? { rows: [], counts: new Map<number, number>() };
    members.set(group, held);
    const each = classes[row] ?? 0;
    held.rows.push(row);
    held.counts.set(each, (held.counts.get(each) ?? 0) + 1);
  }
  return [...members.values()];
}

/** Class numbers from 0 without gaps: what is missing is a class too. */
function consecutive(classes: Int32Array): Int32Array {
  const places = new Map([...new Set(classes)].map((each, place) => [each, place]));
  return classes.map((each) => places.get(each) ?? 0);
}

function countsOf(classes: Int32Array): number[] {
  const counts: number[] = [];
  for (const each of classes) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
