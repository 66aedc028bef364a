import type { Column, ColumnKind } from '../../../../../src/engine/table/column.js';
import type { ColumnProfile, NumericProfile } from '../../../../../src/engine/table/profile.js';
import {
  NO_MATCHES,
  type Facts,
  type PairFacts,
  type TableFacts,
} from '../../../../../src/engine/table/rules/facts.js';

/** A column and its profile: what a test does not say is that of an unremarkable column. */
export interface Sketch {
  readonly kind?: ColumnKind;
  readonly profile?: Partial<ColumnProfile>;
  readonly numeric?: Partial<NumericProfile>;
  readonly decimalCommas?: number;
  readonly digits?: { readonly longest: number; readonly full: number; readonly short: number };
}

export type Sketches = Readonly<Record<string, Sketch>>;

function tableOf(sketches: Sketches, rows = 500): TableFacts {
  const entries = Object.entries(sketches);
  const columns = entries.map(([name, { kind = 'real' }]): Column => {
    return { name, path: [name], kind };
  });
  const profiles = entries.map(([name, sketch]) => [name, profileOf(name, sketch, rows)] as const);
  const given = <T>(pick: (sketch: Sketch) => T | undefined): ReadonlyMap<string, T> =>
    new Map(
      entries.flatMap(([name, sketch]) => {
        const value = pick(sketch);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  return {
    rows,
    columns,
    profiles: new Map(profiles),
    decimalCommas: given((sketch) => sketch.decimalCommas),
    digits: given((sketch) => sketch.digits),
  };
}

export function factsOf(sketches: Sketches, more: Partial<Facts> = {}): Facts {
  return { table: tableOf(sketches), twins: [], repeated: NO_MATCHES, ...more };
}

export function pairOf(other: Sketches, more: Partial<PairFacts> = {}): PairFacts {
  return {
    other: tableOf(other, 200),
    distances: new Map(),
    categories: new Map(),
    ids: new Map(),
    groups: new Map(),
    shared: NO_MATCHES,
    near: { close: NO_MATCHES, wider: 0 },
    ...more,
  };
}

function profileOf(name: string, { kind = 'real', profile, numeric }: Sketch, rows: number) {
  const isNumber = kind === 'real' || kind === 'integer' || kind === 'bigint';
  const numbers: NumericProfile = {
    min: -3,
    max: 3,
    mean: 0,
    sd: 1,
    q25: -0.7,
    q50: 0,
    q75: 0.7,
    zeros: 0,
    infinite: 0,
    outliers: 0,
    histogram: { from: -3, to: 3, counts: [rows] },
    ...numeric,
  };
  const whole: ColumnProfile = {
    column: name,
    count: rows,
    missing: 0,
    distinct: isNumber ? Math.floor(rows * 0.9) : 4,
    approximate: false,
    ...(isNumber && { numeric: numbers }),
    ...profile,
  };
  return whole;
}
