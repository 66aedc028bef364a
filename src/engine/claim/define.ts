import { isChance, isLandau, isLaw, isOpenIntegral, isSetOfAll } from '../expression/forms.js';
import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import { KRONECKER, memberKey, type NameUse } from '../interpret/context.js';
import { isLastLetter, LAST_LAYER } from '../interpret/indices.js';
import { ofAnySample } from './general.js';
import { labelText } from './key.js';
import { neighbourOf, oneLower } from './layers.js';
import { isLiteral } from './literal.js';
import type { Naming } from './naming.js';

/** A definition as read off one equality, before it is believed. */
export interface Proposal {
  readonly key: string;
  readonly family: readonly string[];
  readonly indices: readonly string[];
  readonly args: readonly string[] | null;
  readonly body: Expr;
  /** The body is plain numbers: a value given, not a relation between names. */
  readonly literal: boolean;
}

/** What `left = right` would define, or null where the left side is not something that can be defined. */
export function proposalOf(
  left: Expr,
  right: Expr,
  naming: Naming,
  isFunction: (key: string) => boolean,
): Proposal | null {
  if (hasNoValue(right) || isLaw(right)) return null;
  const letter = higherLayer(left, naming);
  if (letter !== null)
    return proposalOf(oneLower(left, letter), oneLower(right, letter), naming, isFunction);
  const general = ofAnySample(left, right, naming);
  if (general) return proposalOf(general.left, general.right, naming, isFunction);
  const head = readHead(left, naming, isFunction);
  if (!head) return squareRoot(left, right, naming);
  if (refersToItself(head, right, naming)) return null;
  return { ...head, body: right, literal: isLiteral(right) };
}

/** A label, such as that of `h_{-}` or `\lambda_{\max}`, is a part of a name. */
function hasNoValue(node: Expr): boolean {
  if (isNoValue(node)) return true;
  const parts =
    node.kind === 'sub'
      ? [node.target, ...node.indices.filter(({ kind }) => kind !== 'text')]
      : children(node);
  return parts.some(hasNoValue);
}

/** Gaps, remainders, named chances, integrals without limits, sets by a condition: nothing that a name could stand for. */
function isNoValue(node: Expr): boolean {
  if (node.kind === 'hole' || node.kind === 'dots' || node.kind === 'text') return true;
  return isChance(node) || isLandau(node) || isOpenIntegral(node) || isSetOfAll(node);
}

type Head = Pick<Proposal, 'key' | 'family' | 'indices' | 'args'>;

function readHead(left: Expr, naming: Naming, isFunction: (key: string) => boolean): Head | null {
  if (left.kind === 'call') return callHead(left, naming, isFunction);
  if (left.kind === 'sub' && left.target.kind === 'call') {
    const head = callHead(left.target, naming, isFunction);
    const indices = plainIndices(left.indices, naming);
    return head && indices ? { ...head, indices } : null;
  }
  const use = naming.readName(left);
  // Kronecker's delta is known; what is written of it is a reminder.
  if (use?.key === KRONECKER) return null;
  return use ? nameHead(use, naming) : null;
}

function nameHead(use: NameUse, naming: Naming): Head | null {
  const indices = plainIndices(use.indices, naming);
  if (!indices) return null;
  const member = use.family.length === 1 ? memberOf(use.family[0]) : null;
  if (member !== null)
    return { key: `${use.key}<${String(member)}>`, family: [], indices, args: null };
  const family = plainIndices(use.family, naming);
  return family ? { key: use.key, family, indices, args: null } : null;
}

/** The letter of `z^{(l+1)}`. */
function higherLayer(left: Expr, naming: Naming): string | null {
  const [member, ...more] = naming.readName(left)?.family ?? [];
  if (!member || more.length > 0 || member.kind !== 'add') return null;
  const letter = neighbourOf(member);
  const next = member.op === '+' && member.right.kind === 'num' && member.right.text === '1';
  const counted = letter !== null && (naming.countsLayers(letter) || naming.countsSteps(letter));
  return next && counted ? letter : null;
}

/** Which member of a family is spoken of: `a^{(0)}`, or `a^{(L)}` with the letter for the last. */
function memberOf(node: Expr | undefined): number | null {
  if (node?.kind === 'num') return Number(node.text);
  return node?.kind === 'sym' && isLastLetter(node.base) ? LAST_LAYER : null;
}

/** Distinct letters: `z_i`, `W_{ij}`; `z_1` or `z_{i+1}` are no general entries. */
function plainIndices(indices: readonly Expr[], naming: Naming): string[] | null {
  const names: string[] = [];
  for (const index of indices) {
    const use = index.kind === 'sym' || index.kind === 'prime' ? naming.readName(index) : null;
    if (!use || use.indices.length > 0 || names.includes(use.key)) return null;
    names.push(use.key);
  }
  return names;
}

/** Functions that nobody defines: `\det(A) = -2` says what a determinant is worth. */
const MATHEMATICS =
  /^(det|tr|Tr|trace|traza|rank|rango|rg|log|ln|exp|sin|sen|cos|tan|max|min|diag|vec|sum|mean|floor|ceil|sqrt|binom|factorial|E\||(?:Var|Cov|Corr|var|cov|corr)\|?|\\mathbb\{[EPV]\|?\}|dim|ker|\\partial|1|I)$/;

function callHead(
  left: Expr & { kind: 'call' },
  naming: Naming,
  isFunction: (key: string) => boolean,
): Head | null {
  if (left.fn.kind === 'prime') return null;
  const use = naming.readName(left.fn);
  if (use && MATHEMATICS.test(use.key)) return null;
  if (!use || use.family.length > 0 || (!left.certain && !isFunction(use.key))) return null;
  const indices = plainIndices(use.indices, naming);
  if (!indices) return null;
  const args: string[] = [];
  for (const arg of left.args) {
    const name = naming.readName(arg);
    // `\ell(\mu, \sigma^2)`: of a number that the body has the root of.
    const square = arg.kind === 'pow' && arg.exponent.kind === 'num' && arg.exponent.text === '2';
    const root = !name && square ? naming.readName(arg.base) : null;
    if (root?.indices.length === 0 && left.args.length > 1) {
      args.push(`${root.key}^2`);
      continue;
    }
    if (!name) return null;
    // `H(w^{(0)})`: its value there, and nowhere else.
    const point = name.indices.length === 0 ? memberKey(name) : null;
    if (point !== null && left.args.length === 1)
      return { key: use.key, family: [], indices, args: [point] };
    // `s(x_0) = 1 + x_0` beside any x.
    if (left.args.length === 1 && isOneOf(name, naming)) return null;
    // `\phi_i(w_i)`: the argument is an entry, and only says what the value depends on.
    if (name.indices.length > 0 || name.family.length > 0)
      return { key: use.key, family: [], indices, args: null };
    if (args.includes(name.key)) return null;
    args.push(name.key);
  }
  return { key: use.key, family: [], indices, args };
}

/** The `x_0` or `x^*` where x stands for any. */
function isOneOf({ key, indices }: NameUse, naming: Naming): boolean {
  const [index] = indices;
  const letter = /^(.*)(?:_\{0\}|\^\{\*\})$/.exec(key)?.[1];
  return index ? index.kind === 'num' : letter !== undefined && naming.isBare(letter);
}

/** `\sigma^2 = ...` defines sigma as the root. */
function squareRoot(left: Expr, right: Expr, naming: Naming): Proposal | null {
  if (left.kind !== 'pow' || left.exponent.kind !== 'num' || left.exponent.text !== '2')
    return null;
  const use = naming.readName(left.base);
  const head = use ? nameHead(use, naming) : null;
  if (!head || !/sigma|^s(_|$)/.test(head.key) || refersToItself(head, right, naming)) return null;
  const fn: Expr = { kind: 'sym', base: 'sqrt', accents: [], font: 'upright', span: left.span };
  return {
    ...head,
    body: { kind: 'call', fn, args: [right], certain: true, span: right.span },
    literal: false,
  };
}

/** `w_{k+1} = w_k - \eta g_k`: how an iteration goes on. */
export function isUpdate({ key, family, body }: Proposal, naming: Naming): boolean {
  if (family.length !== 1 || body.kind !== 'add') return false;
  const first = firstTerm(body);
  const use = naming.readName(first);
  return use?.key === key && use.family.length === 1;
}

function firstTerm(node: Expr): Expr {
  return node.kind === 'add' ? firstTerm(node.left) : node;
}

/** `w = w - \eta g` is an update, `h_t = f(h_{t-1})` a recursion that ends. */
function refersToItself(head: Head, right: Expr, naming: Naming): boolean {
  const own = head.key.replace(/<\d+>$/, '');
  const itself = (use: NameUse): boolean => {
    if (use.key !== own || head.args?.includes(own)) return false;
    const family = use.family.map((one) => memberOf(one) ?? labelText(one)).join();
    if (head.family.length > 0) return family === head.family.join();
    return !head.key.endsWith('>') || head.key === `${own}<${family}>`;
  };
  // `c'` is another name than `c`; `w^*` is what `w` is solved to.
  const holdsIt = (node: Expr): boolean => {
    const use = naming.readName(node);
    if (use && itself(use)) return true;
    // The V of `W_V` is a label.
    if (use && node.kind === 'sub') return use.indices.some(holdsIt);
    // `L = \sum_t L^{(t)}`: what each step has is another name than their sum.
    if (use && node.kind === 'mark' && use.key !== own && use.family.length > 0) return false;
    return !(use && node.kind === 'prime') && children(node).some(holdsIt);
  };
  return holdsIt(right);
}
