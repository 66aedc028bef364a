import type { Graph, NodeId } from '../evaluate/graph.js';
import type { Cases, Expr, Fence, Matrix, Rel, RelationSign, Tuple } from '../expression/node.js';
import { determinant, norm } from '../functions/matrix.js';
import { combine, isScalar, mapEach } from './arithmetic.js';
import { blocks, joined } from './blocks.js';
import type { Env } from './context.js';
import type { Interpreting } from './interpreting.js';
import { laidFlat } from './listed.js';
import { Unreadable } from './problem.js';
import { cardinality, labelled, membership } from './sets.js';
import type { Tensor } from './tensor.js';

/** Matrices of numbers, of expressions, or of blocks. */
export function matrixValue(it: Interpreting, node: Matrix, env: Env): Tensor {
  const cells = node.rows.map((row) =>
    row.map((cell) => (isEmpty(cell) ? it.constant(0) : it.value(cell, env))),
  );
  const flat = node.rows.length === 1 ? flatEntries(it, node.rows[0], cells[0]) : null;
  if (flat) return { ...flat, dims: [it.space.literal(1), ...flat.dims] };
  const width = cells[0]?.length ?? 0;
  if (width === 0 || cells.some((row) => row.length !== width))
    throw new Unreadable('shape', node.span);
  const value = cells.flat().every(isScalar) ? plain(it, cells, width) : blocks(it, cells, node);
  return node.fence === 'vertical' ? determinant(it.space, value, node.span) : value;
}

function isEmpty(cell: Expr): boolean {
  return cell.kind === 'text' && cell.text === '';
}

function plain(it: Interpreting, cells: readonly (readonly Tensor[])[], width: number): Tensor {
  const data = cells.flat().map((cell) => cell.data[0] ?? 0);
  const dim = (size: number): number => it.space.literal(size);
  const out = it.space.graph ? data : [];
  if (width === 1)
    return cells.length === 1 ? { dims: [], data: out } : { dims: [dim(cells.length)], data: out };
  return { dims: [dim(cells.length), dim(width)], data: out };
}

/** `(a, b, c)` is a vector. */
export function tupleValue(it: Interpreting, node: Tuple, env: Env): Tensor {
  if (node.fence === '{') throw new Unreadable('unsupported', node.span);
  const items = node.items.map((item) => it.value(item, env));
  if (node.fence === '<' && items.length === 2) return innerProduct(it, items, node);
  const listed = flatEntries(it, node.items, items);
  if (listed) return listed;
  if (!items.every(isScalar)) return joined(it, items, node);
  return { dims: [it.space.literal(items.length)], data: items.flatMap((item) => item.data) };
}

/** The entries in brackets, where a list with dots is among them. */
function flatEntries(
  it: Interpreting,
  nodes: readonly Expr[] = [],
  values: readonly Tensor[] = [],
): Tensor | null {
  return laidFlat(
    it,
    values.map((value, at) => ({ value, isList: isList(nodes[at]) })),
  );
}

function isList(node: Expr | undefined): boolean {
  return node?.kind === 'big' && (node.op === 'list' || node.op === 'row');
}

function innerProduct(it: Interpreting, items: readonly Tensor[], node: Tuple): Tensor {
  const [a, b] = items;
  if (!a || !b) throw new Unreadable('syntax', node.span);
  const product = combine(it.space, a, b, (graph, x, y) => graph.mul(x, y), node.span, it.note);
  const { graph } = it.space;
  return {
    dims: [],
    data: graph ? [product.data.reduce((sum, id) => graph.add(sum, id), graph.constant(0))] : [],
  };
}

/** The first row whose condition holds; past the last, nothing is defined. */
export function casesValue(it: Interpreting, node: Cases, env: Env): Tensor {
  const rows = node.rows.map((row) => ({
    value: isUndefined(row.value) ? it.constant(Number.NaN) : it.value(firstOf(row.value), env),
    condition: row.condition ? it.value(row.condition, env) : null,
  }));
  const nothing = it.constant(Number.NaN);
  return rows.reduceRight<Tensor>((rest, row) => {
    if (!row.condition) return row.value;
    const [value, condition] = [row.value, row.condition];
    const chosen = combine(it.space, value, rest, (_, x) => x, node.span, it.note);
    const other = combine(it.space, rest, value, (_, x) => x, node.span, it.note);
    const { graph } = it.space;
    if (!graph) return combine(it.space, condition, chosen, (_, x) => x, node.span, it.note);
    const paired: Tensor = { dims: chosen.dims, data: chosen.data.map((_, k) => k) };
    return combine(
      it.space,
      condition,
      paired,
      (g, c, k) => g.select(c, chosen.data[k] ?? 0, other.data[k] ?? 0),
      node.span,
      it.note,
    );
  }, nothing);
}

/** `\alpha e^x = E(x) + \alpha` in a row of cases: what follows says the same in another way. */
function firstOf(value: Expr): Expr {
  const chain = value.kind === 'rel' && value.signs.every((sign) => sign === '=');
  return (chain ? value.items[0] : null) ?? value;
}

function isUndefined(node: Expr): boolean {
  return (
    node.kind === 'sym' &&
    /^(undefined|indefinid[oa]|no definid[oa]|no existe|undef|DNE)$/i.test(node.base)
  );
}

/** 1 where all relations hold, else 0: what a case's condition or an indicator is worth. */
export function relationValue(it: Interpreting, node: Rel, env: Env): Tensor {
  const [left, right] = node.items;
  const [sign] = node.signs;
  if (left && right && node.signs.length === 1) {
    const member = sign === 'in' || sign === 'notin' ? membership(it, left, right, env) : null;
    const label = sign === '=' || sign === '!=' ? labelled(it, left, right, env) : null;
    const told = member ?? label;
    if (told) return sign === 'notin' || sign === '!=' ? negated(it, told) : told;
  }
  const values = node.items.map((item) => it.value(item, env));
  const parts = node.signs.map((sign, at) => compare(it, sign, values[at], values[at + 1], node));
  return parts
    .slice(1)
    .reduce(
      (all, part) => combine(it.space, all, part, (g, x, y) => g.mul(x, y), node.span, it.note),
      parts[0] ?? it.constant(1),
    );
}

function negated(it: Interpreting, value: Tensor): Tensor {
  return mapEach(it.space, value, (graph, id) => graph.sub(graph.constant(1), id));
}

function compare(
  it: Interpreting,
  sign: RelationSign,
  a: Tensor | undefined,
  b: Tensor | undefined,
  node: Rel,
): Tensor {
  const test = TESTS[sign];
  if (!test || !a || !b) throw new Unreadable('unsupported', node.span);
  return combine(it.space, a, b, test, node.span, it.note);
}

type Test = (graph: Graph, x: NodeId, y: NodeId) => NodeId;

const TESTS: Partial<Record<RelationSign, Test>> = {
  '=': (graph, x, y) => graph.binary('eq', x, y),
  '!=': (graph, x, y) => graph.unary('not', graph.binary('eq', x, y)),
  '<': (graph, x, y) => graph.binary('lt', x, y),
  '>': (graph, x, y) => graph.binary('lt', y, x),
  '<=': (graph, x, y) => graph.binary('le', x, y),
  '>=': (graph, x, y) => graph.binary('le', y, x),
};

/** Absolute values and norms; bars around a square matrix are its determinant. */
export function fenceValue(it: Interpreting, node: Fence, env: Env): Tensor {
  const size = node.kind === 'abs' ? cardinality(it, node.target, env) : null;
  if (size) return size;
  const value = it.value(node.target, env);
  if (node.kind === 'norm') return norm(it.space, value, node.p, node.span);
  if (value.dims.length === 2 && !it.space.isOne(value.dims[0] ?? 0))
    return determinant(it.space, value, node.span);
  return mapEach(it.space, value, (graph, id) => graph.unary('abs', id));
}
