import type { NodeId } from '../evaluate/graph.js';
import type { Expr, Matrix, Tuple } from '../expression/node.js';
import { printLatex } from '../latex/print.js';
import type { Dim } from '../shape/dims.js';
import { isScalar } from './arithmetic.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';
import type { Tensor } from './tensor.js';

type Grid = readonly (readonly Tensor[])[];

/** A matrix of blocks: rows, columns, matrices and numbers that fit beside one another. Columns below columns are one. */
export function blocks(it: Interpreting, cells: Grid, node: Matrix): Tensor {
  const entries = cells.flatMap((row, i) =>
    row.map((value, j): Block => ({ value, fills: isFilling(node.rows[i]?.[j], row, cells, j) })),
  );
  const width = cells[0]?.length ?? 0;
  const at = (i: number, j: number): Block | undefined => entries[i * width + j];
  const line = (index: number, axis: 0 | 1): readonly Block[] =>
    (axis === 0 ? (cells[index] ?? []) : cells).flatMap(
      (_, k) => (axis === 0 ? at(index, k) : at(k, index)) ?? [],
    );
  // Of two vectors side by side or two rows one below the other, nothing else can be meant.
  const alike = entries.every(({ value }) => value.dims.length === entries[0]?.value.dims.length);
  const sized = (all: readonly Block[], axis: 0 | 1): Dim => {
    const known = all.filter(({ fills }) => !fills).map(({ value }) => sizeAlong(it, value, axis));
    const [first = it.space.literal(1)] = known;
    const numbers = all.some(({ value, fills }) => !fills && isScalar(value));
    // A number beside what is not known to be flat does not make it so.
    if (numbers && !known.every((size) => it.space.isOne(size)))
      throw new Unreadable('unsupported', node.span);
    if (!known.every((size) => it.space.same(size, first)))
      throw new Unreadable(alike ? 'shape' : 'unsupported', node.span);
    return first;
  };
  const heights = cells.map((_, i) => sized(line(i, 0), 0));
  const widths = (cells[0] ?? []).map((_, j) => sized(line(j, 1), 1));
  const flat = widths.length === 1 && entries.every(({ value }) => value.dims.length <= 1);
  const dims = flat ? [it.space.total(heights)] : [it.space.total(heights), it.space.total(widths)];
  if (!it.space.graph) return { dims, data: [] };
  const data: NodeId[] = [];
  heights.forEach((height, i) => {
    for (let row = 0; row < height; row++)
      widths.forEach((across, j) => {
        const { value, fills } = at(i, j) ?? { value: it.constant(0), fills: true };
        for (let column = 0; column < across; column++)
          data.push(value.data[fills ? 0 : row * across + column] ?? 0);
      });
  });
  return { dims, data };
}

interface Block {
  readonly value: Tensor;
  /** A number that stands for a whole block of it. */
  readonly fills: boolean;
}

/** 0 beside or below a matrix is a block of zeros, and 1 beside one a column of ones. */
function isFilling(
  cell: Expr | undefined,
  row: readonly Tensor[],
  cells: Grid,
  column: number,
): boolean {
  const text = cell?.kind === 'text' ? '0' : cell?.kind === 'num' ? cell.text : '';
  const others = text === '0' ? [...row, ...cells.flatMap((one) => one[column] ?? [])] : row;
  return /^[01]$/.test(text) && others.some(({ dims }) => dims.length === 2);
}

function sizeAlong(it: Interpreting, { dims }: Tensor, axis: 0 | 1): Dim {
  return dims[axis] ?? it.space.literal(1);
}

/** Vectors, rows and numbers in round brackets, one after another: `(b, w^\top)`. In square ones they stand side by side. */
export function joined(it: Interpreting, items: readonly Tensor[], node: Tuple): Tensor {
  if (node.fence === '[' && items.some(({ dims }) => dims.length === 2)) {
    const row: Matrix = { kind: 'matrix', rows: [node.items], fence: 'plain', span: node.span };
    return blocks(it, [items], row);
  }
  // `(1, x_{i1}, x_{i2})` has entries of a name, whatever the name is said to be elsewhere.
  const heads = node.items.flatMap((item) =>
    item.kind === 'sub' ? [printLatex(item.target)] : [],
  );
  if (new Set(heads).size < heads.length) throw new Unreadable('unsupported', node.span);
  if (node.fence !== '(' && node.fence !== '[') throw new Unreadable('unsupported', node.span);
  const flat = items.map(({ dims }) => {
    const [first, second] = dims;
    if (first === undefined) return it.space.literal(1);
    if (second === undefined) return first;
    if (dims.length > 2 || !it.space.isOne(first)) throw new Unreadable('unsupported', node.span);
    return second;
  });
  return { dims: [it.space.total(flat)], data: items.flatMap(({ data }) => data) };
}
