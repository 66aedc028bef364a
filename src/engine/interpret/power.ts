import { isBracketed } from '../expression/bracketed.js';
import { isChance } from '../expression/forms.js';
import type { Call, Expr, Pow } from '../expression/node.js';
import { children } from '../expression/walk.js';
import { combine, isRow, isScalar, mapEach, multiply, transpose } from './arithmetic.js';
import type { Env } from './context.js';
import { inverse } from '../functions/matrix.js';
import { matrixRoot } from '../functions/matrixRoot.js';
import type { Interpreting } from './interpreting.js';
import { nameValue } from './name.js';
import { Unreadable } from './problem.js';
import type { Tensor } from './tensor.js';

/** Powers: of numbers, of square matrices, `e^x`, inverses; names whose superscript is a label come through here too. */
export function powerValue(it: Interpreting, node: Pow, env: Env): Tensor {
  if (it.context.readName(node)) return nameValue(it, node, env);
  const product = productOfCall(it, node.base);
  if (product)
    return it.value(
      {
        kind: 'mul',
        factors: [product.fn, { ...node, base: product.arg }],
        signs: [''],
        span: node.span,
      },
      env,
    );
  const { space } = it;
  if (isEuler(it, node))
    return mapEach(space, it.value(node.exponent, env), (graph, id) => graph.unary('exp', id));
  const base = it.value(node.base, env);
  if (isMinusOne(node.exponent) && base.dims.length === 2) return inverse(space, base, node.span);
  if (isTransposeLetter(it, node.exponent) && !isScalar(base)) return transpose(space, base);
  const radicand = isTwo(node.exponent) && !isVariable(it, node.base) ? radicandOf(it, base) : null;
  if (radicand) return radicand;
  const exponent = it.value(node.exponent, env);
  if (!isScalar(exponent)) throw new Unreadable('shape', node.span);
  if (isScalar(base))
    return combine(space, base, exponent, (graph, x, y) => graph.pow(x, y), node.span, it.note);
  if (base.dims.length === 2 && !isRow(space, base)) return matrixPower(it, base, node, exponent);
  it.note('product');
  return combine(space, base, exponent, (graph, x, y) => graph.pow(x, y), node.span, it.note);
}

/** `1 - A^2`, `D \odot A^2`: beside what goes entry by entry a power does so too. */
export function besideEntries(it: Interpreting, node: Expr, entries: boolean, env: Env): Tensor {
  const plain = entries && node.kind === 'pow' && node.exponent.kind === 'num';
  if (!plain || it.context.readName(node)) return it.value(node, env);
  const base = it.value(node.base, env);
  if (base.dims.length !== 2 || isRow(it.space, base)) return it.value(node, env);
  const exponent = it.value(node.exponent, env);
  it.note('product');
  return combine(it.space, base, exponent, (graph, x, y) => graph.pow(x, y), node.span, it.note);
}

/** What is differentiated by must be met again: `D^2` of a distance D, where there is `\frac{dL}{dD}`. */
function isVariable({ context }: Interpreting, node: Expr): boolean {
  const use = context.readName(node);
  return use !== null && context.isVariable(use.key);
}

/** What a root is of: `\sigma^2` of a sigma that is defined by its square. */
export function radicandOf(it: Interpreting, { dims, data }: Tensor): Tensor | null {
  const { graph } = it.space;
  const [id] = data;
  if (!graph || dims.length > 0 || id === undefined || graph.ops[id] !== 'sqrt') return null;
  return { dims, data: [graph.a[id] ?? id] };
}

export function isTwo(node: Expr): boolean {
  return node.kind === 'num' && node.text === '2';
}

/** `H(w - w^*)^2` where `H` is no function: the power belongs to the bracket. */
export function productOfCall(it: Interpreting, node: Expr): { fn: Expr; arg: Expr } | null {
  if (node.kind !== 'call' || node.certain || isBracketed(node) || isFunctionCall(it, node))
    return null;
  const arg = argumentOf(node);
  return { fn: node.fn, arg: arg.kind === 'call' ? { ...arg, span: node.span } : arg };
}

/** What stands in the bracket: one expression, or a tuple as in `S (1, -2)^\top`. */
export function argumentOf(node: Call): Expr {
  const [only] = node.args;
  return only && node.args.length === 1
    ? only
    : { kind: 'tuple', items: node.args, fence: '(', span: node.span };
}

/** Does the document (or the usual notation) use what stands before this bracket as a function? */
export function isFunctionCall(it: Interpreting, node: Call): boolean {
  if (node.certain || isChance(node)) return true;
  const name = functionName(node.fn);
  if (name === null) return false;
  const use = it.context.readName(name);
  // `H_{ii} (w_i - w_i^*)`: an entry of the matrix that `H(w^*)` is, times a bracket.
  // So is `p_i(\delta_{ik} - p_k)` where p has entries of its own beside `p_i(T)`.
  const own = use && use.indices.length === 1 ? it.context.definition(use.key, null) : null;
  const entry = use !== null && (use.indices.length >= 2 || own?.args === null);
  if (entry && node.args.some((arg) => it.context.readName(arg) === null)) return false;
  // `\phi (1 - \phi)`: nothing is a function of itself.
  if (use && node.args.some((arg) => holdsBare(it, arg, use.key))) return false;
  return use !== null && it.context.isFunction(use.key);
}

/** Is this name in it other than as what is called? */
function holdsBare(it: Interpreting, node: Expr, key: string): boolean {
  const use = it.context.readName(node);
  if (use) return use.key === key && use.indices.length === 0;
  if (node.kind === 'call') return node.args.some((arg) => holdsBare(it, arg, key));
  return children(node).some((child) => holdsBare(it, child, key));
}

/** `f` of `f`, `f'`, `f_i`: the name that decides whether a bracket is a call. */
export function functionName(fn: Expr): Expr | null {
  if (fn.kind === 'prime') return functionName(fn.target);
  if (fn.kind === 'pow') return functionName(fn.base);
  return fn.kind === 'sym' || fn.kind === 'sub' || fn.kind === 'mark' ? fn : null;
}

/** Nobody raises an error `e` to anything but a plain number. */
function isEuler(it: Interpreting, { base, exponent }: Pow): boolean {
  return (
    base.kind === 'sym' &&
    base.base === 'e' &&
    base.accents.length === 0 &&
    (exponent.kind !== 'num' ||
      (it.context.definition('e', null) === null && it.context.bound('e') === null))
  );
}

function isMinusOne(node: Expr): boolean {
  return node.kind === 'neg' && node.target.kind === 'num' && node.target.text === '1';
}

function isTransposeLetter(it: Interpreting, node: Expr): boolean {
  return node.kind === 'sym' && node.base === 't' && it.context.definition('t', null) === null;
}

function matrixPower(it: Interpreting, base: Tensor, node: Pow, exponent: Tensor): Tensor {
  const { space } = it;
  const literal = node.exponent.kind === 'num' ? Number(node.exponent.text) : Number.NaN;
  const [m, n] = [base.dims[0] ?? 0, base.dims[1] ?? 0];
  if (Number.isInteger(literal) && literal >= 1 && literal <= 12 && space.same(m, n)) {
    let out = base;
    for (let k = 1; k < literal; k++) out = multiply(space, out, base, node.span, it.note, false);
    return out;
  }
  if (node.exponent.kind === 'neg' && node.exponent.target.kind === 'num' && space.same(m, n)) {
    const { target } = node.exponent;
    return matrixPower(
      it,
      inverse(space, base, node.span),
      { ...node, exponent: target },
      exponent,
    );
  }
  // `\Lambda^{-1/2}` is a power of the matrix, not of its entries.
  if (node.exponent.kind !== 'num' && space.same(m, n)) return rootPower(it, base, node, exponent);
  it.note('product');
  return combine(space, base, exponent, (graph, x, y) => graph.pow(x, y), node.span, it.note);
}

/** `S^{1/2}`, `S^{-\frac12}`. */
function rootPower({ space }: Interpreting, base: Tensor, node: Pow, exponent: Tensor): Tensor {
  const [id] = exponent.data;
  if (!space.graph) return base;
  const power = id !== undefined && space.graph.isConstant(id) ? space.graph.value(id) : 0;
  if (Math.abs(power) !== 0.5) throw new Unreadable('unsupported', node.span);
  return matrixRoot(space, base, power < 0, node.span);
}
