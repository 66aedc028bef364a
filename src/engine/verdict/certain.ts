import type { Naming } from '../claim/naming.js';
import { keysIn, WEIGHTS } from '../claim/reading.js';
import { isUpper } from '../expression/letter.js';
import type { Expr } from '../expression/node.js';
import { children, some } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Edit } from './edits/edit.js';
import type { Equality } from './equality.js';
import type { Setting } from './setting.js';

/** Does the text give the shapes of all names that the claim leads to? */
export function isDeclared({ names, reader }: Setting, { left, right }: Equality): boolean {
  const known = new Set<string>();
  const open: (readonly [Expr, readonly string[]])[] = [
    [left, []],
    [right, []],
  ];
  for (let next = open.pop(); next; next = open.pop())
    for (const key of keysIn(next[0], names.naming)) {
      // What a function is of has the shape that it is called with.
      if (known.has(key) || next[1].includes(key)) continue;
      known.add(key);
      const definition = reader.book.variables.get(key) ?? reader.book.functions.get(key);
      if (definition) open.push([definition.body, definition.args ?? []]);
      else if (!names.declarations.get(key)?.sizes && !reader.isCommon(key)) return false;
    }
  return true;
}

/**
 * `\frac{a/b + c/d}{1/b + 1/d} = \frac{a d + c b}{b + d}`: arithmetic with letters that stand for nothing else, the same
 * ones on both sides. Whatever they are read as, there is nothing to read otherwise.
 */
export function isElementary({ names, reader }: Setting, { left, right }: Equality): boolean {
  const [a, b] = [keysIn(left, names.naming), keysIn(right, names.naming)];
  if (a.size < 2 || a.size !== b.size || ![...b].every((key) => a.has(key))) return false;
  const { ranks } = reader;
  const isOther = (node: Expr): boolean => {
    const use = names.naming.readName(node);
    const rank = use
      ? (names.declarations.get(use.key)?.sizes?.length ?? ranks.get(use.key) ?? 0)
      : 0;
    return use ? use.indices.length < rank : !isArithmetic(node);
  };
  return ![left, right].some((side) => hasOther(side, isOther, names.naming));
}

/** Looks no further into names: what their indices are made of is counting. */
function hasOther(node: Expr, isOther: (node: Expr) => boolean, naming: Naming): boolean {
  if (isOther(node)) return true;
  return !naming.readName(node) && children(node).some((child) => hasOther(child, isOther, naming));
}

const ARITHMETIC: ReadonlySet<Expr['kind']> = new Set([
  'num',
  'sym',
  'sub',
  'neg',
  'add',
  'mul',
  'div',
]);

function isArithmetic(node: Expr): boolean {
  if (node.kind === 'pow') return node.exponent.kind === 'num';
  if (node.kind === 'mul') return node.signs.every((sign) => sign !== 'odot' && sign !== 'otimes');
  return ARITHMETIC.has(node.kind);
}

/** Of numbers transposes and orders change nothing: is what is edited known to be no number? */
export function turnsArrays(
  { names: { naming, declarations } }: Setting,
  { left, right }: Equality,
  { node }: Edit,
): boolean {
  const declared = (key: string): boolean => (declarations.get(key)?.sizes?.length ?? 0) > 0;
  const turns = [left, right].some((side) => some(side, (inner) => inner.kind === 'transpose'));
  const matrices = [...keysIn(left, naming)].some((key) => WEIGHTS.test(key));
  return turns || matrices || [...keysIn(node, naming)].every(declared);
}

/** `b_{jk}` beside `b_k`, of which it may be entry j: whether the index of the whole comes first is a convention. */
export function isOfColumn({ left, right }: Equality, { code, node, change }: Edit): boolean {
  if (code !== 'fix.index' || node.kind !== 'sub' || change.kind !== 'sub') return false;
  const [row, column, ...more] = node.indices.map((index) => printLatex(index));
  const turned = change.indices.map((index) => printLatex(index)).join() === [column, row].join();
  if (!turned || more.length > 0) return false;
  const isWhole = (inner: Expr): boolean =>
    inner.kind === 'sub' &&
    inner.indices.map((index) => printLatex(index)).join() === column &&
    printLatex(inner.target) === printLatex(node.target);
  return [left, right].some((side) => some(side, isWhole));
}

/** A capital letter, or something with one in it. */
export function isMatrix(node: Expr): boolean {
  return some(node, (inner) => inner.kind === 'sym' && isUpper(inner.base));
}
