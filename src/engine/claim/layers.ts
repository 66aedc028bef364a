import type { Expr } from '../expression/node.js';
import { isUpper } from '../expression/letter.js';
import { mapChildren } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import { baseKey, labelText } from './key.js';

/** How a zone counts its layers below names: `z_l = W_l a_{l-1} + b_l`. */
export interface Layers {
  /** Letters that layers are counted with, `l` of `W_l`. */
  readonly letters: ReadonlySet<string>;
  /** Names that have one in every layer. */
  readonly bases: ReadonlySet<string>;
}

/** `l` and `\ell` with a neighbour, and any letter where a matrix of its own multiplies what the layer before gave. */
export function layersIn(roots: readonly Expr[]): Layers {
  const letters = new Set<string>();
  const subscripted = new Map<string, Set<string>>();
  for (const root of roots)
    walk(root, (node) => {
      const below = node.kind === 'sub' && node.target.kind === 'sym' ? node : null;
      const [index] = below?.indices ?? [];
      if (index && below?.target.kind === 'sym') {
        const letter = neighbourOf(index) ?? labelText(index);
        if (/^(l|\\ell)$/.test(letter) && neighbourOf(index) !== null) letters.add(letter);
        const base = baseKey(below.target);
        subscripted.set(base, (subscripted.get(base) ?? new Set()).add(letter));
      }
      if (node.kind !== 'mul') return;
      node.factors.slice(1).forEach((factor, at) => {
        const letter = stepLetter(node.factors[at], factor);
        if (letter !== null) letters.add(letter);
      });
    });
  const bases = [...subscripted].filter(([, used]) => [...used].some((one) => letters.has(one)));
  return { letters, bases: new Set(bases.map(([base]) => base)) };
}

/** The letter of `l - 1` or `l + 1`. */
export function neighbourOf(index: Expr): string | null {
  if (index.kind !== 'add' || index.right.kind !== 'num') return null;
  return index.left.kind === 'sym' ? index.left.base : null;
}

/** `W_k h_{k-1}`, `W^{(k)} a^{(k-1)}`. */
function stepLetter(matrix: Expr | undefined, vector: Expr): string | null {
  const own = matrix ? scriptOf(matrix) : null;
  const before = scriptOf(vector);
  if (!own || !before || !isUpper(own.base) || own.script.kind !== 'sym') return null;
  const letter = own.script.base;
  return /^[a-z]$/.test(letter) && letter !== 't' && neighbourOf(before.script) === letter
    ? letter
    : null;
}

function scriptOf(node: Expr): { readonly base: string; readonly script: Expr } | null {
  const script =
    node.kind === 'sub' && node.indices.length === 1
      ? node.indices[0]
      : node.kind === 'mark'
        ? node.index
        : undefined;
  if ((node.kind !== 'sub' && node.kind !== 'mark') || !script) return null;
  return node.target.kind === 'sym' ? { base: baseKey(node.target), script } : null;
}

/** `z^{(l+1)} = W^{(l)} a^{(l)}` as it says what `z^{(l)}` is: every layer one lower. */
export function oneLower(node: Expr, letter: string): Expr {
  if (node.kind === 'add' && node.left.kind === 'sym' && node.left.base === letter) {
    const shift = node.right.kind === 'num' ? Number(node.right.text) : Number.NaN;
    if (node.op === '+' && shift === 1) return node.left;
    if (Number.isInteger(shift)) {
      const by = node.op === '-' ? shift + 1 : shift - 1;
      return { ...node, right: { kind: 'num', text: String(by), span: node.right.span } };
    }
  }
  if (node.kind === 'sym' && node.base === letter) {
    const one: Expr = { kind: 'num', text: '1', span: node.span };
    return { kind: 'add', op: '-', left: node, right: one, span: node.span };
  }
  return mapChildren(node, (child) => oneLower(child, letter));
}
