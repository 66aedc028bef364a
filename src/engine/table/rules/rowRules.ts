import type { Facts, Matches } from './facts.js';
import { featuresOf } from './roles.js';
import { groupNamed } from './names.js';
import type { TableFacts } from './facts.js';
import type { Matter, Rule } from './rule.js';

/** Rows that are there twice, or on both sides of a split. */
export const rowRules: readonly Rule[] = [
  { code: 'rows.ids', severity: 'error', find: ids },
  { code: 'rows.shared', severity: 'error', find: shared },
  { code: 'rows.nearDuplicate', severity: 'warning', find: near },
  { code: 'rows.group', severity: 'warning', find: groups },
  { code: 'rows.duplicate', severity: 'warning', find: repeated },
];

function ids({ pair }: Facts): readonly Matter[] {
  return [...(pair?.ids ?? [])].flatMap(([name, matches]) => told(matches, [name]));
}

function shared({ table, pair, target }: Facts): readonly Matter[] {
  if (pair === undefined) return [];
  const expected = table.rows * pair.other.rows * coincidence(table, target);
  return byNature(pair.shared.count, expected) ? [] : told(pair.shared, []);
}

function repeated({ table, repeated, target }: Facts): readonly Matter[] {
  const expected = ((table.rows * (table.rows - 1)) / 2) * coincidence(table, target);
  return byNature(repeated.count, expected) ? [] : told(repeated, []);
}

/** Rows of few categories are equal by nature: one pair counts where a hundredth of one is expected. */
function byNature(count: number, expected: number): boolean {
  return 100 * expected >= count * count;
}

/** Probability that two rows agree in all features, as if the features knew nothing of each other. */
function coincidence(table: TableFacts, target: string | undefined): number {
  return featuresOf(table, target).reduce((product, { name }) => {
    const profile = table.profiles.get(name);
    if (profile === undefined || profile.distinct === 0) return product;
    const top = profile.top ?? [];
    const present = Math.max(1, profile.count - profile.missing);
    const listed = top.reduce((sum, { count }) => sum + count, 0) / present;
    const among = top.reduce((sum, { count }) => sum + (count / present) ** 2, 0);
    const rest = Math.max(1, profile.distinct - top.length);
    const here = among + Math.max(0, 1 - listed) ** 2 / rest;
    const gone = profile.missing / Math.max(1, profile.count);
    return product * Math.min(1, here * (1 - gone) ** 2 + gone ** 2);
  }, 1);
}

/** Fewer are close by accident. */
const LEAST_NEAR = 3;

/** Where rows lie dense by nature in three dimensions, four times the threshold holds 64 times as many. */
const MOST_WIDER = 5;

function near({ pair }: Facts): readonly Matter[] {
  if (pair === undefined) return [];
  const { close, wider } = pair.near;
  return close.count >= LEAST_NEAR && wider <= MOST_WIDER * close.count ? told(close, []) : [];
}

/** One finding for each kind of group: an artist's id and name are one artist. */
function groups({ pair }: Facts): readonly Matter[] {
  const byKind = new Map<string, string[]>();
  for (const [name, { count }] of pair?.groups ?? []) {
    const kind = groupNamed(name);
    if (kind === undefined || count === 0) continue;
    byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
  }
  return [...byKind.values()].flatMap((columns) => {
    const overlap = pair?.groups.get(columns[0] ?? '');
    if (overlap === undefined) return [];
    const { count, names, otherCount, otherRows } = overlap;
    return [
      { columns, args: { groups: count, name: names[0] ?? '', rows: otherCount }, otherRows },
    ];
  });
}

function told({ count, rows, otherRows }: Matches, columns: readonly string[]): readonly Matter[] {
  if (count === 0) return [];
  return [{ columns, args: { rows: count }, rows, ...(otherRows.length > 0 && { otherRows }) }];
}
