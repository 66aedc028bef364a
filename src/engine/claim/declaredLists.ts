import type { Expr } from '../expression/node.js';
import type { Gathered } from './book.js';
import type { Declarations } from './declared.js';

/**
 * `B = (1, 0)` of a `B \in \mathbb{R}^{k \times d}` is a matrix of one row, and `A = (1, 0)^\top` one of one column: the
 * product of both is no entry-by-entry one.
 */
export function withDeclaredLists(gathered: Gathered, declarations: Declarations): Gathered {
  const isMatrix = (key: string): boolean => {
    const declared = declarations.get(key);
    return declared?.sizes?.length === 2 && declared.ambiguous !== true;
  };
  if (![...gathered.values.keys()].some(isMatrix)) return gathered;
  const shaped = (key: string, body: Expr): Expr =>
    isMatrix(key) ? (matrixOf(body) ?? body) : body;
  return {
    ...gathered,
    entries: gathered.entries.map((entry) => {
      const { definition } = entry;
      const body = shaped(definition.key, definition.body);
      return body === definition.body ? entry : { ...entry, definition: { ...definition, body } };
    }),
    values: new Map(
      [...gathered.values].map(([key, list]) => [
        key,
        list.map((one) => (one.value ? { ...one, value: shaped(key, one.value) } : one)),
      ]),
    ),
  };
}

function matrixOf(body: Expr): Expr | null {
  const list = body.kind === 'transpose' ? body.target : body;
  if (list.kind !== 'tuple' || list.fence === '{' || list.items.length < 2) return null;
  const rows = list === body ? [list.items] : list.items.map((item) => [item]);
  return { kind: 'matrix', rows, fence: 'plain', span: body.span };
}
