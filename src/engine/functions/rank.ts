import { Unreadable } from '../interpret/problem.js';
import type { Space } from '../interpret/space.js';
import type { Tensor } from '../interpret/tensor.js';
import type { Span } from '../text/span.js';

/** Of a pivot that is zero but for rounding. */
const NEGLIGIBLE = 1e-9;

/**
 * The rank of a matrix of numbers, by elimination with pivots. A matrix of names has none: drawn at random it has full
 * rank, which says nothing of the others that a claim is about.
 */
export function rank(space: Space, { dims, data }: Tensor, span: Span): Tensor {
  const { graph } = space;
  if (dims.length !== 2) throw new Unreadable('shape', span);
  if (!graph) return { dims: [], data: [] };
  if (!data.every((id) => graph.isConstant(id))) throw new Unreadable('unsupported', span);
  const width = dims[1] ?? 1;
  const rows = Array.from({ length: dims[0] ?? 0 }, (_, i) =>
    data.slice(i * width, (i + 1) * width).map((id) => graph.value(id)),
  );
  return { dims: [], data: [graph.constant(pivots(rows))] };
}

function pivots(rows: number[][]): number {
  const scale = Math.max(...rows.flat().map(Math.abs), Number.MIN_VALUE);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const rest = rows.slice(found);
    const pivot = rest.reduce<number[]>(
      (best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best),
      rest[0] ?? [],
    );
    const size = pivot[column] ?? 0;
    if (Math.abs(size) <= NEGLIGIBLE * scale) continue;
    rows = [...rows.slice(0, found), pivot, ...rest.filter((row) => row !== pivot)];
    found++;
    for (const row of rows.slice(found)) {
      const factor = (row[column] ?? 0) / size;
      row.forEach((value, at) => (row[at] = value - factor * (pivot[at] ?? 0)));
    }
  }
  return found;
}
