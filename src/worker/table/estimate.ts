import { binEdges } from '../../engine/table/measure.js';
import type { ColumnProfile, NumericProfile } from '../../engine/table/profile.js';
import { numberSql } from './numbers.js';
import { numberOf, type Session } from './session.js';
import { fieldOf, relation, type OpenTable } from './tables.js';

/** Columns that are looked at in one pass: more would hold more of the table at a time than is gained. */
const AT_ONCE = 32;

/**
 * Rows that quartiles are taken from. A sample's quartile lies within 0.2 % of the rows of the true one, ninety-five
 * times in a hundred; the digest that the database would build of all rows is no nearer and takes seven times as long.
 */
const SAMPLE = 250_000;

/**
 * Numeric columns of a table that is too long to be sorted: counts, range, mean, sd and histogram are exact; quartiles
 * (of a sample), the outliers that follow from them and the number of different values (HyperLogLog) are estimates.
 */
export async function* estimate(
  session: Session,
  table: OpenTable,
  columns: readonly string[],
): AsyncGenerator<ColumnProfile> {
  for (let from = 0; from < columns.length; from += AT_ONCE) {
    const some = columns.slice(from, from + AT_ONCE);
    const counted = await count(session, table, some);
    const usable = counted.filter(({ usable }) => usable > 0);
    const centred = await centre(session, table, usable);
    const drawn = await draw(session, table, centred);
    for (const { column, present, distinct, infinite } of counted) {
      const at = centred.findIndex((each) => each.column === column);
      const count = table.loaded?.rows ?? 0;
      const known = { column, count, missing: count - present, distinct, approximate: true };
      const [where, picture] = [centred[at], drawn[at]];
      if (where === undefined || picture === undefined) yield known;
      else yield { ...known, numeric: { ...where.measures, ...picture, infinite } };
    }
  }
}

interface Counted {
  readonly column: string;
  /** The finite values, as SQL. */
  readonly value: string;
  readonly present: number;
  readonly usable: number;
  readonly infinite: number;
  readonly distinct: number;
  readonly min: number;
  readonly max: number;
}

async function count(
  session: Session,
  table: OpenTable,
  columns: readonly string[],
): Promise<readonly Counted[]> {
  const found = await measures(session, table, columns, (column) => {
    const cell = fieldOf(table, column);
    return [`count(${cell})`, `approx_count_distinct(${cell})`, `min(${cell})`, `max(${cell})`];
  });
  const counted = columns.map((column, index) => {
    const [present = 0, distinct = 0, min = NaN, max = NaN] = found[index] ?? [];
    const value = numberSql(table, column);
    return { column, value, present, usable: present, infinite: 0, distinct, min, max };
  });
  return finite(session, table, counted);
}

/** Hardly any column has an infinite value, and a condition on each row takes time: only those that have pay for it. */
async function finite(
  session: Session,
  table: OpenTable,
  columns: readonly Counted[],
): Promise<readonly Counted[]> {
  const odd = columns.filter(({ min, max }) => Math.abs(min) === Infinity || max === Infinity);
  const valueOf = ({ value }: Counted): string => `CASE WHEN isfinite(${value}) THEN ${value} END`;
  const found = await measures(session, table, odd, (each) => {
    const value = valueOf(each);
    return [`count(${value})`, `min(${value})`, `max(${value})`];
  });
  return columns.map((column) => {
    const [usable, min = NaN, max = NaN] = found[odd.indexOf(column)] ?? [];
    if (usable === undefined) return column;
    const infinite = column.present - usable;
    return { ...column, value: `(${valueOf(column)})`, usable, infinite, min, max };
  });
}

interface Centred extends Counted {
  readonly measures: Readonly<
    Record<'min' | 'max' | 'mean' | 'sd' | 'q25' | 'q50' | 'q75', number>
  >;
}

async function centre(
  session: Session,
  table: OpenTable,
  columns: readonly Counted[],
): Promise<readonly Centred[]> {
  const rows = table.loaded?.rows ?? 0;
  // Which rows are drawn must not follow a pattern of the file, and must be the same every time.
  const drawn = `FILTER (WHERE hash(rowid) % ${Math.max(1, Math.floor(rows / SAMPLE))} = 0)`;
  const found = await measures(session, table, columns, ({ value, usable }) => {
    const quartiles = `quantile_cont(${value}, [0.25, 0.5, 0.75]) ${usable > 2 * SAMPLE ? drawn : ''}`;
    const each = [1, 2, 3].map((place) => `(${quartiles})[${place}]`);
    return [`avg(${value})`, `stddev_samp(${value})`, ...each];
  });
  return columns.map((column, index) => {
    const [mean = NaN, sd = NaN, q25 = NaN, q50 = NaN, q75 = NaN] = found[index] ?? [];
    const { min, max } = column;
    return { ...column, measures: { min, max, mean, sd, q25, q50, q75 } };
  });
}

type Picture = Pick<NumericProfile, 'zeros' | 'outliers' | 'histogram'>;

/** The bins, the zeros, and what lies outside of the fences. */
async function draw(
  session: Session,
  table: OpenTable,
  columns: readonly Centred[],
): Promise<readonly Picture[]> {
  if (columns.length === 0) return [];
  const cells = columns.flatMap(({ value, min, max, measures: { q25, q75 } }) => {
    const reach = 1.5 * (q75 - q25);
    const [low, high] = [q25 - reach, q75 + reach];
    const outside = `count_if(${value} < ${double(low)} OR ${value} > ${double(high)})`;
    return [
      min <= 0 && max >= 0 ? `count_if(${value} = 0)` : '0',
      min < low || max > high ? outside : '0',
      `array_to_string(map_values(histogram(${value}, [${ends(min, max).map(double).join(', ')}])), ',')`,
    ];
  });
  const found = await session.row(`SELECT ${cells.join(', ')} FROM ${relation(table)}`);
  return columns.map(({ min: from, max: to }, index) => {
    const [zeros, outliers, bins] = found.slice(3 * index, 3 * index + 3);
    const counts = String(bins).split(',').map(Number);
    return {
      zeros: numberOf(zeros),
      outliers: numberOf(outliers),
      histogram: { from, to, counts },
    };
  });
}

/** The last value of each bin: the database's bins are closed above, ours are closed below. */
function ends(min: number, max: number): readonly number[] {
  if (min === max) return [max];
  return [...binEdges(min, max).map(before), max];
}

/** The greatest double that is less. */
function before(value: number): number {
  const [double, bits] = [new Float64Array([value]), new BigInt64Array(1)];
  new Uint8Array(bits.buffer).set(new Uint8Array(double.buffer));
  // Neighbouring doubles of one sign are neighbouring integers.
  bits[0] = value > 0 ? (bits[0] ?? 0n) - 1n : (bits[0] ?? 0n) + 1n;
  double.set(new Float64Array(bits.buffer));
  return value === 0 ? -Number.MIN_VALUE : (double[0] ?? value);
}

/** The same questions of each of the columns, all in one pass over the table. */
async function measures<T>(
  session: Session,
  table: OpenTable,
  columns: readonly T[],
  ask: (column: T) => readonly string[],
): Promise<readonly (readonly number[])[]> {
  const cells = columns.map(ask);
  const all = cells.flat();
  if (all.length === 0) return [];
  const row = (await session.row(`SELECT ${all.join(', ')} FROM ${relation(table)}`)).map(numberOf);
  const width = all.length / columns.length;
  return columns.map((_, index) => row.slice(index * width, (index + 1) * width));
}

/** A number as SQL writes it. */
function double(value: number): string {
  return `'${value}'::DOUBLE`;
}
