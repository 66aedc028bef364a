import { ancestorsOf } from './ancestors.js';
import { isClosure, type Graph, type NodeId, type Operation } from './graph.js';
import { applyOperation } from './operation.js';
import { Evaluator } from './point.js';

/** Newton steps until a point lies on the surface. */
const MAX_STEPS = 40;
const ON_SURFACE = 1e-11;
/** A search that has not halved its distance in so many steps does not get there. */
const STRIDE = 8;

/**
 * Moves points onto the surface where residuals vanish, by Gauss-Newton steps of least length (Nocedal and Wright,
 * Numerical Optimization, 10.3). What every step computes again is laid out once, for all points.
 */
export class Newton {
  private readonly slots: ReadonlyMap<NodeId, number>;
  private readonly values: Float64Array;
  private readonly residualTape: Tape;
  private readonly slopeTape: Tape;
  private readonly residualSlots: readonly number[];
  /** Slots of the derivatives that are not plainly zero, with the unknown that each belongs to. */
  private readonly slopes: readonly (readonly { readonly k: number; readonly slot: number }[])[];

  constructor(
    private readonly graph: Graph,
    residuals: readonly NodeId[],
    jacobian: readonly (readonly NodeId[])[],
    private readonly unknowns: readonly NodeId[],
  ) {
    const first = ancestorsOf(graph, residuals);
    const known = new Set(first);
    const slopes = jacobian.map((row) =>
      row.flatMap((id, k) => (graph.isZero(id) ? [] : [{ k, id }])),
    );
    const then = ancestorsOf(
      graph,
      slopes.flatMap((row) => row.map(({ id }) => id)),
    ).filter((id) => !known.has(id));
    const moving = new Set(unknowns);
    const nodes = [...unknowns, ...[...first, ...then].filter((id) => !moving.has(id))];
    const slots = new Map(nodes.map((id, slot) => [id, slot] as const));
    const slot = (id: NodeId): number => slots.get(id) ?? -1;
    this.slots = slots;
    this.values = new Float64Array(nodes.length);
    this.residualTape = tapeOf(graph, first, slots, moving);
    this.slopeTape = tapeOf(graph, then, slots, moving);
    this.residualSlots = residuals.map(slot);
    this.slopes = slopes.map((row) => row.map(({ k, id }) => ({ k, slot: slot(id) })));
  }

  /** The unknowns' values on the surface; null where the search does not get there. */
  solve(start: (id: NodeId) => number): Float64Array | null {
    const { unknowns, values, slopes } = this;
    unknowns.forEach((id, k) => (values[k] = start(id)));
    const at = (id: NodeId): number => {
      const slot = this.slots.get(id);
      return slot !== undefined && slot < unknowns.length ? (values[slot] ?? NaN) : start(id);
    };
    this.run(this.residualTape.still, at);
    let before = Number.POSITIVE_INFINITY;
    for (let step = 0; step < MAX_STEPS; step++) {
      this.run(this.residualTape.moving, at);
      const r = this.residualSlots.map((slot) => values[slot] ?? NaN);
      if (!r.every(Number.isFinite)) return null;
      const distance = Math.max(...r.map(Math.abs));
      if (distance < ON_SURFACE) return this.isNearEdge() ? null : values.slice(0, unknowns.length);
      if (step % STRIDE === 0) {
        if (distance > before / 2) return null;
        before = distance;
      }
      if (step === 0) this.run(this.slopeTape.still, at);
      this.run(this.slopeTape.moving, at);
      const rows = slopes.map((row) => {
        const dense = new Float64Array(unknowns.length);
        for (const { k, slot } of row) dense[k] = values[slot] ?? NaN;
        return dense;
      });
      const lambda = solveLinear(this.gram(rows), r);
      if (!lambda) return null;
      this.move(rows, lambda);
    }
    return null;
  }

  /** Products of the derivatives of every two residuals. */
  private gram(rows: readonly Float64Array[]): Float64Array[] {
    const n = rows.length;
    const out = rows.map(() => new Float64Array(n + 1));
    rows.forEach((row, i) => {
      const entries = this.slopes[i] ?? [];
      for (let j = 0; j <= i; j++) {
        const other = rows[j];
        let sum = i === j ? 1e-13 : 0;
        // The other factor of what is left out is zero.
        for (const { k } of entries) sum += (row[k] ?? 0) * (other?.[k] ?? 0);
        const [across, down] = [out[i], out[j]];
        if (across && down) across[j] = down[i] = sum;
      }
    });
    return out;
  }

  private move(rows: readonly Float64Array[], lambda: Float64Array): void {
    const { unknowns, values, graph } = this;
    const move = new Float64Array(unknowns.length);
    rows.forEach((_, i) => {
      for (const { k, slot } of this.slopes[i] ?? [])
        move[k] = (move[k] ?? 0) + (values[slot] ?? NaN) * (lambda[i] ?? 0);
    });
    let longest = 0;
    for (const length of move) longest = Math.max(longest, Math.abs(length));
    const damp = longest > 2 ? 2 / longest : 1;
    unknowns.forEach((id, k) => {
      const from = values[k] ?? 0;
      const to = from - damp * (move[k] ?? 0);
      // Positive numbers stay positive.
      values[k] = isPositive(graph, id) && to <= 0 ? from / 2 : to;
    });
  }

  /** Where a positive number was driven towards zero, what it divides is no longer known well enough. */
  private isNearEdge(): boolean {
    return this.unknowns.some(
      (id, k) => isPositive(this.graph, id) && (this.values[k] ?? 0) < 1e-3,
    );
  }

  private run({ ops, ids, slots, a, b, c }: Line, at: (id: NodeId) => number): void {
    const { values, graph } = this;
    for (let k = 0; k < slots.length; k++) {
      const op = ops[k] ?? 'const';
      const slot = slots[k] ?? 0;
      const id = ids[k] ?? 0;
      if (op === 'const') values[slot] = graph.value(id);
      else if (op === 'var') values[slot] = at(id);
      else if (isClosure(op)) values[slot] = new Evaluator(graph, at).value(id);
      else
        values[slot] = applyOperation(
          op,
          values[a[k] ?? -1] ?? NaN,
          values[b[k] ?? -1] ?? NaN,
          values[c[k] ?? -1] ?? NaN,
        );
    }
  }
}

/** Nodes to compute one after the other: their slots, and those of what they are made of. */
interface Line {
  readonly ops: readonly Operation[];
  readonly ids: readonly NodeId[];
  readonly slots: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
}

/** What stays where it is while the unknowns move, and what moves with them. */
interface Tape {
  readonly still: Line;
  readonly moving: Line;
}

function tapeOf(
  graph: Graph,
  ids: readonly NodeId[],
  slots: ReadonlyMap<NodeId, number>,
  moving: Set<NodeId>,
): Tape {
  const moves = (id: NodeId | undefined): boolean => id !== undefined && moving.has(id);
  const rest = ids.filter((id) => !moving.has(id));
  for (const id of rest)
    if (moves(graph.a[id]) || moves(graph.b[id]) || moves(graph.c[id])) moving.add(id);
  return {
    still: lineOf(
      graph,
      rest.filter((id) => !moving.has(id)),
      slots,
    ),
    moving: lineOf(
      graph,
      rest.filter((id) => moving.has(id)),
      slots,
    ),
  };
}

function lineOf(graph: Graph, ids: readonly NodeId[], slots: ReadonlyMap<NodeId, number>): Line {
  const places = (parent: (id: NodeId) => NodeId | undefined): Int32Array =>
    Int32Array.from(ids, (id) => slots.get(parent(id) ?? -1) ?? -1);
  return {
    ops: ids.map((id) => graph.ops[id] ?? 'const'),
    ids,
    slots: places((id) => id),
    a: places((id) => graph.a[id]),
    b: places((id) => graph.b[id]),
    c: places((id) => graph.c[id]),
  };
}

function isPositive(graph: Graph, id: NodeId): boolean {
  const domain = graph.draws[id]?.domain;
  return domain === 'positive' || domain === 'probability';
}

/** Gaussian elimination with partial pivoting, in rows that have room for the right side; null for a singular system. */
function solveLinear(rows: Float64Array[], right: readonly number[]): Float64Array | null {
  const n = right.length;
  rows.forEach((row, i) => (row[n] = right[i] ?? 0));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++)
      if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = i;
    const best = rows[pivot];
    const current = rows[column];
    if (!best || !current || Math.abs(best[column] ?? 0) < 1e-14) return null;
    [rows[pivot], rows[column]] = [current, best];
    for (let i = column + 1; i < n; i++) {
      const row = rows[i];
      if (!row) continue;
      const factor = (row[column] ?? 0) / (best[column] ?? 1);
      if (factor === 0) continue;
      for (let k = column; k <= n; k++) row[k] = (row[k] ?? 0) - factor * (best[k] ?? 0);
    }
  }
  const out = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i];
    let sum = row?.[n] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= (row?.[k] ?? 0) * (out[k] ?? 0);
    out[i] = sum / (row?.[i] ?? 1);
  }
  return out;
}
