import { ancestorsOf } from '../evaluate/ancestors.js';
import { Graph, type NodeId } from '../evaluate/graph.js';
import { substitute } from '../evaluate/substitute.js';
import { Runner } from '../evaluate/run.js';
import type { Expr } from '../expression/node.js';
import { isLiteral } from '../claim/literal.js';
import type { Meaning } from '../claim/meaning.js';
import { EMPTY, type Env, type IndexValue } from '../interpret/context.js';
import { Interpreter } from '../interpret/interpreter.js';
import { Unreadable } from '../interpret/problem.js';
import { FAMILY_SIZE } from '../interpret/indices.js';
import { runOfFree, sizeOf } from '../interpret/layout.js';
import { definedValue } from '../interpret/name.js';
import { rangeOf } from '../interpret/range.js';
import { evaluationSpace, inferenceSpace, type Space } from '../interpret/space.js';
import type { Tensor } from '../interpret/tensor.js';
import { Met } from './met.js';
import type { Outcome } from './outcome.js';
import { Recent } from './recent.js';
import { freeIndices } from './sides.js';

/** How many points each pair of sides is tried at, for each assignment of sizes. */
export const POINTS = 8;

/** Sizes that unknown dimensions get: pairwise different, never 1, and another order the second time. */
const POOLS: readonly (readonly number[])[] = [
  [2, 3, 4, 5, 6, 7, 8],
  [3, 2, 5, 4, 7, 6, 8],
];

/** Two sides evaluated over sizes and points, ready to be compared. */
export interface Evaluated {
  readonly graph: Graph;
  readonly runner: Runner;
  readonly interpreter: Interpreter;
  /** One pair for each value of the free indices. */
  readonly pairs: readonly EvaluatedPair[];
  readonly notes: readonly string[];
}

/** Both sides for one value of the free indices, and the conditions on the points that count. */
export interface EvaluatedPair {
  readonly left: Tensor;
  readonly right: Tensor;
  readonly conditions: readonly Tensor[];
  readonly indices: Env['indices'];
}

/** Equalities evaluated over one set of sizes: entries that must agree, and where a point starts. */
export interface Together {
  readonly graph: Graph;
  readonly sides: readonly (readonly (readonly [NodeId, NodeId])[])[];
  readonly start: (point: number) => (id: NodeId) => number;
  /** Which assignment of sizes, and with it which points. */
  readonly sizes: number;
  /** The stage itself, without sides. */
  readonly all: Evaluated;
}

/** An axis: its dimension, its length where a number gives it, and the document's letter for it. */
export interface Extent {
  readonly dim: number;
  readonly size: number | null;
  readonly name: string | null;
}

interface Stage {
  readonly space: Space;
  readonly graph: Graph;
  readonly runner: Runner;
  readonly interpreter: Interpreter;
}

/** A reading of a zone put to work: shapes are inferred once, values computed as they are asked for. */
export class Session {
  private readonly inference: Interpreter;
  private stages: Stage[] | null = null;
  /** How many dimensions there are whatever is claimed. */
  private readonly lasting: number;
  /** What came of sides that were compared, and of first looks at them: most are looked at several times. */
  readonly outcomes = new Met<Outcome>();
  readonly looksAlike = new Met<boolean>();
  /** Stages with sizes of their own: of first looks, of claims with their edits, and of premises. */
  private readonly looks = new Recent<Stage>(4);
  private readonly claims = new Recent<Stage>(2);
  private readonly conclusions = new Recent<Stage>(6);

  constructor(readonly meaning: Meaning) {
    this.inference = new Interpreter(inferenceSpace(meaning.forest), meaning);
    this.unifyDefinitions();
    this.inference.settle();
    this.lasting = meaning.forest.count;
  }

  /** Shapes of both sides, unified with each other when they can be. Leaves its mark only when `keep` says so. */
  fits(left: Expr, right: Expr): boolean {
    const before = this.inference.state();
    const inferred = this.infer(left, right, true);
    this.inference.restore(before);
    if (!inferred) return false;
    // A number stands for every entry of an array only where it is written as one.
    const numbers = [inferred.left, inferred.right].filter(({ dims }) => dims.length === 0);
    return numbers.length !== 1 || isLiteral(left) || isLiteral(right);
  }

  /** Does the name keep two different sizes when all relations hold together? */
  staysOblong(key: string, pairs: readonly (readonly [Expr, Expr])[]): boolean {
    const { forest } = this.meaning;
    const before = this.inference.state();
    for (const [left, right] of pairs) this.infer(left, right);
    const definition = this.meaning.definition(key, null);
    const defined =
      definition?.args === null
        ? this.inference.attempt(() => definedValue(this.inference, definition, 1))
        : null;
    const [rows, columns] = defined?.dims ?? this.meaning.dims(key, key);
    const oblong =
      rows !== undefined && columns !== undefined && forest.find(rows) !== forest.find(columns);
    this.inference.restore(before);
    return oblong;
  }

  /** The axes of a value, with what the document says of their lengths; null where it has no shape. */
  extents(node: Expr): { readonly axes: readonly Extent[]; readonly layout: boolean } | null {
    const { forest } = this.meaning;
    const before = this.inference.state();
    const value = this.inference.attempt(() =>
      this.inference.value(
        node,
        bindFree(this.inference, [node], () => 2),
      ),
    );
    const axes = value?.dims.map((dim) => ({
      dim: forest.find(dim),
      size: forest.hard(dim),
      name: forest.label(dim),
    }));
    this.inference.restore(before);
    return axes ? { axes, layout: value?.tag !== undefined } : null;
  }

  /** Evaluates two sides for every size assignment. Throws `Unreadable` where one of them has no meaning. */
  evaluate(left: Expr, right: Expr, conditions: readonly Expr[]): Evaluated[] {
    const { forest } = this.meaning;
    const before = this.inference.state();
    const { count } = forest;
    try {
      const inferred = this.infer(left, right);
      if (!inferred) this.inferApart(left, right);
      // What this claim alone says of sizes must not reach other claims, so it gets sizes of its own.
      const changed = forest.mark() !== before.mark;
      // An edit of a side stands where the side does.
      const said = `${String(right.span.start)} ${forest.changesSince(before.mark, count)}`;
      const own = changed ? this.claims.of([left], said) : null;
      return POOLS.map((pool, at) => {
        const stage = own ? own.at(at, () => this.stage(pool, at)) : this.usual()[at];
        if (!stage) throw new Unreadable('size', left.span);
        return evaluateSides(stage, left, right, conditions);
      });
    } finally {
      this.inference.restore(before);
    }
  }

  /**
   * Two sides over one assignment of sizes and a few values of their free indices: enough to see that they differ.
   * Null where their shapes do not fit. Throws `Unreadable` where one of them has no meaning.
   */
  glance(left: Expr, right: Expr, conditions: readonly Expr[], afresh = false): Evaluated | null {
    const { forest } = this.meaning;
    const before = this.inference.state();
    const { count } = forest;
    const [pool] = POOLS;
    try {
      const inferred = this.infer(left, right);
      if (!pool || !inferred) return null;
      // A number stands for every entry of an array only where it is written as one.
      const numbers = [inferred.left, inferred.right].filter(({ dims }) => dims.length === 0);
      if (numbers.length === 1 && !isLiteral(left) && !isLiteral(right)) return null;
      const stage =
        forest.mark() === before.mark
          ? this.usual()[0]
          : this.looks
              .of([], forest.changesSince(before.mark, count), afresh)
              .at(0, () => this.stage(pool, 0));
      return stage ? evaluateSides(stage, left, right, conditions, GLANCES) : null;
    } finally {
      this.inference.restore(before);
    }
  }

  /** What is asked while the sizes of both sides are known to go together. */
  together<T>(left: Expr, right: Expr, ask: () => T): T {
    const before = this.inference.state();
    try {
      if (!this.infer(left, right)) this.inferApart(left, right);
      return ask();
    } finally {
      this.inference.restore(before);
    }
  }

  /** Several equalities over one set of sizes after another, as pairs of nodes that must agree. */
  *evaluateTogether(equalities: readonly (readonly [Expr, Expr])[]): Generator<Together> {
    const { forest } = this.meaning;
    const before = this.inference.state();
    const { count } = forest;
    try {
      for (const [left, right] of equalities)
        if (!this.infer(left, right)) this.inferApart(left, right);
      // The premises are the same for all that may follow from them.
      const premises = equalities.slice(0, -1).flat();
      const own = this.conclusions.of(premises, forest.changesSince(before.mark, count));
      for (const [at, pool] of POOLS.entries()) {
        const stage = own.at(at, () => this.stage(pool, at));
        const sides = equalities.map(([left, right]) =>
          evaluateSides(stage, left, right, []).pairs.flatMap((pair) =>
            nodePairs(pair.left, pair.right),
          ),
        );
        const { graph, runner, interpreter } = stage;
        const all: Evaluated = { graph, runner, interpreter, pairs: [], notes: [] };
        yield { graph, sides, start: (point) => (id) => runner.at(id, point), sizes: at, all };
      }
    } finally {
      this.inference.restore(before);
    }
  }

  /** The stages of claims that say nothing new of sizes. */
  private usual(): readonly Stage[] {
    return (this.stages ??= POOLS.map((pool, at) => this.stage(pool, at)));
  }

  private stage(pool: readonly number[], at: number): Stage {
    const graph = new Graph();
    const space = evaluationSpace(
      graph,
      this.meaning.forest,
      this.meaning.forest.assign(pool, this.lasting),
    );
    return {
      space,
      graph,
      // Points of its own: at too few of them one number may be the larger every time.
      runner: new Runner(graph, POINTS, 20_081 + 7 * at),
      interpreter: new Interpreter(space, this.meaning, null, at),
    };
  }

  private infer(left: Expr, right: Expr, loosely = false): Record<'left' | 'right', Tensor> | null {
    return this.plural(left, right, loosely, () => {
      const env = this.freeEnv(left, right);
      const a = this.inference.value(left, env);
      const b = this.inference.value(right, env);
      if (!unifySides(this.inference.space, a, b)) throw new Unreadable('shape', left.span);
      this.meaning.settle(left, right);
      return { left: a, right: b };
    });
  }

  // Each side may have a shape of its own even where the two disagree.
  private inferApart(left: Expr, right: Expr): void {
    const env = this.freeEnv(left, right);
    this.plural(left, right, false, () => this.inference.value(left, env));
    this.plural(left, right, false, () => this.inference.value(right, env));
  }

  /** What only fits where as many as there are turn out to be one does not fit, but for numbers that say so. */
  private plural<T>(left: Expr, right: Expr, loosely: boolean, ask: () => T): T | null {
    const { forest } = this.meaning;
    const mark = forest.mark();
    const example = loosely || isLiteral(left) || isLiteral(right);
    return this.inference.attempt(() => {
      const value = ask();
      if (!example && forest.shrunk(mark)) throw new Unreadable('shape', left.span);
      return value;
    });
  }

  private freeEnv(left: Expr, right: Expr): Env {
    return bindFree(this.inference, [left, right], () => 2);
  }

  /** Definitions (never claims) say which sizes go together. */
  private unifyDefinitions(): void {
    const { book } = this.meaning;
    for (const definition of [...book.variables.values(), ...book.functions.values()]) {
      if (isLiteral(definition.body) && !this.meaning.options.numeric) continue;
      this.inference.attempt(() => {
        const indices = new Map<string, IndexValue>(
          [...definition.family, ...definition.indices].map((name) => [
            name,
            { value: 2, dim: null },
          ]),
        );
        const declared = this.meaning.declarations.get(definition.key)?.sizes;
        if (definition.indices.length > 0) {
          const env: Env = { indices, params: EMPTY.params };
          for (const name of definition.indices)
            indices.set(name, {
              value: 2,
              dim: rangeOf(this.inference, name, [definition.body], env),
            });
        }
        const value = this.inference.value(definition.body, { indices, params: EMPTY.params });
        if (
          declared &&
          definition.args === null &&
          definition.indices.length === 0 &&
          !definition.key.includes('<')
        )
          this.agree(definition.key, value);
      });
      this.inference.reset();
    }
  }

  private agree(key: string, value: Tensor): void {
    const dims = this.meaning.dims(key, key);
    if (dims.length === value.dims.length)
      dims.forEach((dim, k) => this.meaning.forest.same(dim, value.dims[k] ?? dim));
  }
}

/** Entries that must agree; a number stands against every entry. Nothing where the shapes do not allow it. */
function nodePairs(left: Tensor, right: Tensor): [NodeId, NodeId][] {
  if (left.data.length === right.data.length)
    return left.data.map((id, k) => [id, right.data[k] ?? 0]);
  if (right.data.length === 1) return left.data.map((id) => [id, right.data[0] ?? 0]);
  if (left.data.length === 1) return right.data.map((id) => [left.data[0] ?? 0, id]);
  throw new Unreadable('shape', { start: 0, end: 0 });
}

/** Free indices get a value each; the range comes from where they are used. */
function bindFree(it: Interpreter, sides: readonly Expr[], value: (name: string) => number): Env {
  const names = freeIndices(sides, it.context).filter((name) => isOpen(it, name));
  let indices: Env['indices'] = new Map(
    names.map((name) => [name, { value: value(name), dim: null }]),
  );
  for (const name of names) {
    const env: Env = { indices, params: EMPTY.params };
    const laidOut = runOfFree(it, name, sides);
    const dim = laidOut ? null : it.attempt(() => rangeOf(it, name, sides, env));
    indices = new Map(indices).set(name, { value: value(name), dim });
  }
  return { indices, params: EMPTY.params };
}

/** Is a free letter none of a size, and none that means one entry everywhere? */
function isOpen({ space, fixed }: Interpreter, name: string): boolean {
  return !space.knows(name) && !fixed.has(name);
}

function unifySides(space: Space, a: Tensor, b: Tensor): boolean {
  if (a.dims.length !== b.dims.length) {
    // `= 0` and `= c` hold for every entry; a row may be meant by a column.
    return (
      a.dims.length === 0 || b.dims.length === 0 || unifyRow(space, a, b) || unifyRow(space, b, a)
    );
  }
  const mark = space.mark();
  if (a.dims.every((dim, k) => space.same(dim, b.dims[k] ?? dim))) return true;
  space.undo(mark);
  if (
    a.dims.length === 2 &&
    (a.tag ?? b.tag) &&
    space.same(a.dims[0] ?? 0, b.dims[1] ?? 0) &&
    space.same(a.dims[1] ?? 0, b.dims[0] ?? 0)
  )
    return true;
  space.undo(mark);
  return false;
}

function unifyRow(space: Space, row: Tensor, column: Tensor): boolean {
  return (
    row.dims.length === 2 &&
    column.dims.length === 1 &&
    space.isOne(row.dims[0] ?? 0) &&
    space.same(row.dims[1] ?? 0, column.dims[0] ?? 0)
  );
}

function evaluateSides(
  stage: Stage,
  left: Expr,
  right: Expr,
  conditions: readonly Expr[],
  most = MAX_COMBINATIONS,
): Evaluated {
  const it = stage.interpreter;
  it.reset();
  const names = freeIndices([left, right, ...conditions], it.context).filter((name) =>
    isOpen(it, name),
  );
  const isMiddle = (name: string): boolean =>
    name === 'l' || name === '\\ell' || it.context.countsSteps(name);
  const probe = bindFree(it, [left, right, ...conditions], (name) => (isMiddle(name) ? 2 : 1));
  const ranges = names.map((name) => {
    const run = runOfFree(it, name, [left, right]);
    const dim = run ? null : (probe.indices.get(name)?.dim ?? null);
    const values = run
      ? Array.from({ length: sizeOf(run) }, (_, k) => run.from + k)
      : valuesOf(isMiddle(name), dim);
    return { name, dim, values };
  });
  const pairs: EvaluatedPair[] = [];
  for (const indices of combinations(ranges, most)) {
    const env: Env = { indices, params: EMPTY.params };
    const replaced = new Map<number, number>();
    const held = conditions.flatMap((condition) => {
      const value = it.attempt(() => it.value(condition, env));
      return value && !fixes(it, condition, env, replaced) ? [value] : [];
    });
    const never = (value: Tensor): boolean =>
      value.data.some((id) => stage.graph.isConstant(id) && stage.graph.value(id) === 0);
    if (held.some(never)) continue;
    const put = (value: Tensor): Tensor =>
      replaced.size === 0
        ? value
        : { ...value, data: substitute(stage.graph, value.data, replaced) };
    const sides = whereEntries(it, () => [put(it.value(left, env)), put(it.value(right, env))]);
    if (sides) pairs.push({ left: sides[0], right: sides[1], conditions: held, indices });
  }
  if (pairs.length === 0 && it.context.layout) throw new Unreadable('bounds', left.span);
  return { graph: stage.graph, runner: stage.runner, interpreter: it, pairs, notes: [...it.notes] };
}

/** Values of both sides; null where the indices of laid out arrays mean no entries, of which a claim says nothing. */
function whereEntries<T>(it: Interpreter, both: () => readonly [T, T]): readonly [T, T] | null {
  const before = it.state();
  try {
    return both();
  } catch (error) {
    if (!it.context.layout || !(error instanceof Unreadable) || error.reason !== 'bounds')
      throw error;
    it.restore(before);
    return null;
  }
}

/** A condition `y = 1` on a name puts the value in its place; on indices it only says which entries are meant. */
function fixes(it: Interpreter, condition: Expr, env: Env, replaced: Map<number, number>): boolean {
  const [name, at] =
    condition.kind === 'rel' && condition.signs.length === 1 && condition.signs[0] === '='
      ? condition.items
      : [];
  const { graph } = it.space;
  if (!name || !at || !graph || !it.context.readName(name)) return false;
  const [from, to] = [it.value(name, env), it.value(at, env)];
  if (
    from.data.some((id) => graph.isConstant(id)) ||
    (to.data.length !== 1 && to.data.length !== from.data.length)
  )
    return false;
  // `x = \max(x, y)`: a value that depends on the name says where the claim holds, and nothing to put in its place.
  if (isMadeOf(graph, from.data, to.data) || isMadeOf(graph, to.data, from.data)) return false;
  from.data.forEach((id, k) => replaced.set(id, to.data[to.data.length === 1 ? 0 : k] ?? 0));
  return true;
}

/** Is one of the first nodes a part of what the others are computed from? */
function isMadeOf(graph: Graph, parts: readonly NodeId[], made: readonly NodeId[]): boolean {
  const all = new Set(ancestorsOf(graph, made));
  return parts.some((id) => all.has(id));
}

// Letters of layers and time steps are tried in the middle, where both neighbours exist.
function valuesOf(isMiddle: boolean, dim: number | null): number[] {
  if (dim !== null) return Array.from({ length: dim }, (_, k) => k + 1);
  return isMiddle ? [2] : Array.from({ length: FAMILY_SIZE }, (_, k) => k + 1);
}

/** All values of the free indices together; more than a few hundred are thinned out evenly. */
function* combinations(
  ranges: readonly { name: string; dim: number | null; values: readonly number[] }[],
  most: number,
): Generator<Env['indices']> {
  const total = ranges.reduce((product, range) => product * range.values.length, 1);
  const stride = Math.max(1, Math.ceil(total / most));
  for (let at = 0; at < total; at += stride) {
    const indices = new Map<string, { value: number; dim: number | null }>();
    let rest = at;
    for (const { name, dim, values } of ranges) {
      indices.set(name, { value: values[rest % values.length] ?? 1, dim });
      rest = Math.floor(rest / values.length);
    }
    yield indices;
  }
}

const MAX_COMBINATIONS = 120;

/** Values of the free indices looked at to see that two sides differ. */
const GLANCES = 2;
