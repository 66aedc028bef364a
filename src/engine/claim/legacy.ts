import type { Expr } from '../expression/node.js';
import type { Definition } from '../interpret/context.js';
import type { Declarations } from './declared.js';
import type { Adjoints } from './shorthand.js';

/** What a zone takes over from those before it. */
export interface Legacy {
  readonly definitions: readonly Definition[];
  /** The same without examples: no given numbers, and what a name meant before an example took it. */
  readonly general: readonly Definition[];
  /** What its names are of its matrices, as nobody writes: `x_i` is a row of X. */
  readonly rows: readonly Definition[];
  /** The numbers that examples gave to names. */
  readonly values: ReadonlyMap<string, Expr>;
  readonly declarations: Declarations;
  readonly adjoints: Adjoints;
  /** An index that stands twice in a product is summed over. */
  readonly einstein: boolean;
}

/** Nothing taken over. */
export const NO_LEGACY: Legacy = {
  definitions: [],
  general: [],
  rows: [],
  values: new Map(),
  declarations: new Map(),
  adjoints: new Map(),
  einstein: false,
};

/** Sections go on from their elder siblings; an exercise knows only what stands before all exercises. */
export function inheritedFrom(elders: readonly Legacy[]): Legacy {
  const declarations: Legacy['declarations'] = new Map();
  for (const elder of elders)
    for (const [key, declaration] of elder.declarations) declarations.set(key, declaration);
  return {
    values: latestValues(elders),
    definitions: latest(elders.flatMap(({ definitions }) => definitions)),
    general: latest(elders.flatMap(({ general }) => general)),
    rows: latest(elders.flatMap(({ rows }) => rows)),
    declarations,
    adjoints: new Map(elders.flatMap(({ adjoints }) => [...adjoints])),
    einstein: elders.some(({ einstein }) => einstein),
  };
}

/** The last number of every name that was not defined again since. */
function latestValues(elders: readonly Legacy[]): ReadonlyMap<string, Expr> {
  const known = new Map<string, Expr>();
  for (const { definitions, values } of elders) {
    for (const { key } of definitions) known.delete(key);
    for (const [key, value] of values) known.set(key, value);
  }
  return known;
}

/** The last definition of every name. */
function latest(definitions: readonly Definition[]): Definition[] {
  const known = new Map<string, Definition>();
  for (const definition of definitions)
    known.set(`${definition.key}/${String(definition.args?.length ?? '')}`, definition);
  return [...known.values()].map((definition, at) => ({ ...definition, id: at + 1 }));
}
