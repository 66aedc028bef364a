import type { Column, ColumnKind } from '../column.js';
import { plainly } from '../plainly.js';
import { ksProbability, shareDistance, shareProbability } from '../statistics/twoSamples.js';
import { about } from './columnRules.js';
import type { CategoryCount, Distance, Facts, PairFacts, TableFacts } from './facts.js';
import { columnNamed } from './roles.js';
import type { Matter, Rule } from './rule.js';

/** How the columns of two tables differ that should have come from one population. */
export const pairRules: readonly Rule[] = [
  { code: 'column.missing', severity: 'error', find: missing },
  { code: 'column.kind', severity: 'error', find: kinds },
  { code: 'column.scale', severity: 'error', find: scales },
  { code: 'category.unseen', severity: 'warning', find: unseen },
  { code: 'column.drift', severity: 'warning', find: drift },
  { code: 'column.extra', severity: 'info', find: extra },
];

/**
 * Probability of a false alarm for a whole pair of tables that are alike: it is shared among the
 * columns compared (Bonferroni), so that 500 columns raise no more alarms than one.
 */
const FAMILY_LEVEL = 1e-5;

/** With many rows every difference is certain; below this it does not matter. */
const LEAST_DISTANCE = 0.1;

/** Interquartile ranges that differ by more are of two units, or only one was standardised. */
const SCALE_RATIO = 5;

function missing({ table, pair, target }: Facts): readonly Matter[] {
  if (pair === undefined) return [];
  const absent = table.columns.filter(({ name }) => columnNamed(pair.other, name) === undefined);
  const wanted = absent.filter(({ name }) => name !== target);
  // Without a chosen target, one missing column of few values is the target: it is meant to be absent.
  const first = wanted[0];
  if (target === undefined && wanted.length === 1 && first && isLabel(first, table)) return [];
  return about(wanted.map(({ name }) => name));
}

function isLabel({ name, kind }: Column, { profiles }: TableFacts): boolean {
  const distinct = profiles.get(name)?.distinct ?? Infinity;
  return (kind === 'text' || kind === 'code' || kind === 'boolean') && distinct <= 1000;
}

function extra({ table, pair }: Facts): readonly Matter[] {
  if (pair === undefined) return [];
  const added = pair.other.columns.filter(({ name }) => columnNamed(table, name) === undefined);
  return about(added.map(({ name }) => name));
}

function kinds({ table, pair }: Facts): readonly Matter[] {
  return table.columns.flatMap(({ name, kind }) => {
    const there = pair && columnNamed(pair.other, name)?.kind;
    if (there === undefined || compatible(kind, there)) return [];
    return [{ columns: [name], args: { kind, otherkind: there } }];
  });
}

/** Kinds that are compared without harm. A code beside a number has a rule of its own. */
function compatible(a: ColumnKind, b: ColumnKind): boolean {
  if (a === b) return true;
  if (a === 'code' || b === 'code') return [a, b].some((kind) => NAMED_AS_CODE.has(kind));
  return family(a) === family(b);
}

const NAMED_AS_CODE: ReadonlySet<ColumnKind> = new Set(['integer', 'bigint', 'text']);

function family(kind: ColumnKind): string {
  if (kind === 'date' || kind === 'datetime') return 'date';
  return kind === 'text' || kind === 'boolean' ? kind : 'number';
}

interface Compared {
  readonly name: string;
  readonly d: number;
}

function scales({ table, pair }: Facts): readonly Matter[] {
  if (pair === undefined) return [];
  const { differ } = numbersThatDiffer(table, pair);
  const [worst] = differ;
  if (worst === undefined) return [];
  const args = { factor: rounded(spreadRatio(worst.name, table, pair)) };
  return [{ columns: differ.map(({ name }) => name), args }];
}

function drift({ table, pair, target }: Facts): readonly Matter[] {
  if (pair === undefined) return [];
  const compared = pair.distances.size + pair.categories.size;
  const { drifted } = numbersThatDiffer(table, pair);
  const shifted = [...pair.categories].flatMap(([name, counts]) => {
    if (name === target) return [];
    const pairs = counts.map(({ here, there }) => [here, there] as const);
    const d = shareDistance(pairs);
    const sure = shareProbability(pairs) < FAMILY_LEVEL / compared;
    return sure && d >= LEAST_DISTANCE ? [{ name, d }] : [];
  });
  const all = [...drifted, ...shifted].sort((a, b) => b.d - a.d);
  const [worst] = all;
  if (worst === undefined) return [];
  return [{ columns: all.map(({ name }) => name), args: { distance: rounded(worst.d) } }];
}

/** Columns of numbers of two scales, and those that merely drifted; each the worst first. */
function numbersThatDiffer(
  table: TableFacts,
  pair: PairFacts,
): { readonly differ: readonly Compared[]; readonly drifted: readonly Compared[] } {
  const compared = pair.distances.size + pair.categories.size;
  const sure = ({ d, here, there }: Distance): boolean =>
    d >= LEAST_DISTANCE && ksProbability(d, here, there) < FAMILY_LEVEL / compared;
  const moved = [...pair.distances].filter(([, distance]) => sure(distance));
  const columns = moved.map(([name, { d }]) => ({ name, d })).sort((a, b) => b.d - a.d);
  const ratio = ({ name }: Compared): number => Math.abs(Math.log(spreadRatio(name, table, pair)));
  const differ = columns.filter((each) => ratio(each) > Math.log(SCALE_RATIO));
  return {
    differ: differ.toSorted((a, b) => ratio(b) - ratio(a)),
    drifted: columns.filter((each) => !differ.includes(each)),
  };
}

/** Interquartile range of the other table over that of this one; 1 where either has none. */
function spreadRatio(name: string, table: TableFacts, { other }: PairFacts): number {
  const [here, there] = [table, other].map(({ profiles }) => {
    const numeric = profiles.get(name)?.numeric;
    return numeric === undefined ? 0 : numeric.q75 - numeric.q25;
  });
  return here !== undefined && there !== undefined && here > 0 && there > 0 ? there / here : 1;
}

function unseen({ pair, target }: Facts): readonly Matter[] {
  return [...(pair?.categories ?? [])].flatMap(([name, counts]) => {
    const known = counts.filter(({ here }) => here > 0);
    const fresh = counts.filter(({ here, there }) => here === 0 && there > 0);
    const [worst] = fresh.toSorted((a, b) => b.there - a.there);
    if (worst === undefined || known.length === 0 || name === target) return [];
    const like = spelledAlike(worst.value, known);
    const rows = fresh.reduce((sum, { there }) => sum + there, 0);
    const args = { value: worst.value, rows, ...(like !== undefined && { like }) };
    return [{ columns: [name], args }];
  });
}

/** The value that was meant, where only case, accents or spaces differ. */
function spelledAlike(value: string, known: readonly CategoryCount[]): string | undefined {
  const plain = plainly(value);
  return known.find((each) => plainly(each.value) === plain)?.value;
}

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
