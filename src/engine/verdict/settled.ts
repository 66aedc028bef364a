import type { NodeId } from '../evaluate/graph.js';
import { POINTS, type Evaluated } from './session.js';

/** Constants on both sides, whatever the names are. */
export function areConstants(evaluated: readonly Evaluated[]): boolean {
  return evaluated.every(({ graph, pairs }) =>
    pairs.every(({ left, right }) =>
      [...left.data, ...right.data].every((id) => graph.isConstant(id)),
    ),
  );
}

/** Is the left side, though made of names that vary, the same number wherever it was looked at, and the right too? */
export function isSettled(evaluated: readonly Evaluated[]): boolean {
  const [first] = evaluated;
  const [pair] = first?.pairs ?? [];
  const [a, b] = [pair?.left.data[0], pair?.right.data[0]];
  if (!first || a === undefined || b === undefined) return false;
  if (
    !evaluated.every((all) =>
      all.pairs.some(({ left }) => left.data.some((id) => !all.graph.isConstant(id))),
    )
  )
    return false;
  const [x, y] = [first.runner.at(a, 0), first.runner.at(b, 0)];
  let seen = 0;
  const same = (all: Evaluated, id: NodeId, value: number, point: number): boolean => {
    const here = all.runner.at(id, point);
    if (!Number.isFinite(here)) return true;
    seen++;
    return Math.abs(here - value) <= 1e-9 * Math.max(1, Math.abs(value));
  };
  for (const all of evaluated)
    for (const { left, right } of all.pairs)
      for (let p = 0; p < POINTS; p++)
        if (
          !left.data.every((id) => same(all, id, x, p)) ||
          !right.data.every((id) => same(all, id, y, p))
        )
          return false;
  return seen >= 2 * POINTS && Math.abs(x - y) > 1e-6 * Math.max(1, Math.abs(x), Math.abs(y));
}

/** Is the left side zero wherever it was looked at? Nobody goes on from what is zero whatever its names are: it is meant otherwise. */
export function isVanishing(evaluated: readonly Evaluated[]): boolean {
  const values = evaluated.flatMap(({ runner, pairs }) =>
    pairs.flatMap(({ left }) =>
      left.data.flatMap((id) =>
        Array.from({ length: POINTS }, (_, point) => Math.abs(runner.at(id, point))),
      ),
    ),
  );
  return values.some((value) => value <= NOTHING) && !values.some((value) => value > NOTHING);
}

/** What rounding leaves of terms that cancel. */
const NOTHING = 1e-12;
