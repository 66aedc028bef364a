import { isCounting, type Big, type Expr, type Nabla, type Prime } from '../expression/node.js';
import { children, some } from '../expression/walk.js';
import { plainName } from '../latex/parse/words.js';
import { isUpper, letterOf } from '../expression/letter.js';
import type { NameUse } from '../interpret/context.js';
import { isEventKey } from './events.js';
import { baseKey, headOf } from './key.js';
import type { Naming } from './naming.js';
import { distributionsIn, spreadIn, targetIn, totalsIn } from './weights.js';

/** What a zone's formulas show of one symbol. */
export interface Evidence {
  /** Most component indices seen at once. */
  indexed: number;
  transposed: boolean;
  /** Inverted, traced, a determinant taken. */
  square: boolean;
  normed: boolean;
  bold: boolean;
  /** Without an index, and not bold. */
  plain: boolean;
  bare: boolean;
  /** Inside a logarithm or a root, or divided by. */
  positive: boolean;
  /** Taken from one inside a logarithm. */
  belowOne: boolean;
  /** Called with a pure name, a number or a starred name. */
  called: number;
  calledOdd: boolean;
  /** Called with an index of its own, each time that it has one: `f_i(\theta)`. */
  each: boolean | null;
  /** `f'(x)`. */
  derived: boolean;
  /** `\nabla f`: its values are numbers, whatever its argument is. */
  sloped: boolean;
  /** `f(x) = ...` stands somewhere. */
  defined: boolean;
  /** Stands as an index or a bound. */
  index: boolean;
  /** Stands with an index of its own where an index does, as the classes y of `w_{y_i}`. */
  label: boolean;
  /** Differentiated by. */
  variable: boolean;
  /** Argument of softmax. */
  softmaxed: boolean;
  /** Its entries are vectors themselves: `x_i^\top w`. */
  vectors: boolean;
  /** `\odot` beside it. */
  hadamard: boolean;
  /** Added to an inner product: `w^\top x + b`. */
  offset: boolean;
  /** Used on both sides of a matrix product. */
  matrixLeft: boolean;
  /** Moments are taken of it. */
  random: boolean;
  /** Weights of their own logarithms: `\sum_k p_k \log p_k`. */
  weights: boolean;
  /** A set of indices: `i \in S` below a sum. */
  members: boolean;
  /** `(u, i) \in \Omega`. */
  pairs: boolean;
  /** An entry of a list of names: `w = (x, y)^\top`. */
  listed: boolean;
}

export type EvidenceTable = Map<string, Evidence>;

/** Collects what formulas show of every symbol. */
export function gatherEvidence(
  roots: readonly Expr[],
  equalities: readonly { readonly left: Expr; readonly right: Expr }[],
  naming: Naming,
): EvidenceTable {
  const table: EvidenceTable = new Map();
  for (const { left, right } of equalities) {
    for (const key of totalsIn(left, right, naming)) evidenceOf(table, key).weights = true;
    if (left.kind !== 'call' || left.fn.kind === 'prime') continue;
    const use = naming.readName(left.fn);
    if (use && left.args.every((arg) => naming.readName(arg)))
      evidenceOf(table, use.key).defined = true;
  }
  for (const root of roots) gather(root, naming, table);
  return table;
}

function evidenceOf(table: EvidenceTable, key: string): Evidence {
  const known = table.get(key);
  if (known) return known;
  const fresh: Evidence = {
    indexed: 0,
    transposed: false,
    square: false,
    normed: false,
    bold: false,
    plain: false,
    bare: false,
    positive: false,
    belowOne: false,
    called: 0,
    calledOdd: false,
    each: null,
    derived: false,
    sloped: false,
    defined: false,
    index: false,
    label: false,
    variable: false,
    softmaxed: false,
    hadamard: false,
    vectors: false,
    offset: false,
    matrixLeft: false,
    random: false,
    weights: false,
    members: false,
    pairs: false,
    listed: false,
  };
  table.set(key, fresh);
  return fresh;
}

function gather(node: Expr, naming: Naming, table: EvidenceTable, isFunction = false): void {
  const use = naming.readName(node);
  if (use) {
    const evidence = evidenceOf(table, use.key);
    evidence.indexed = Math.max(evidence.indexed, use.indices.length);
    if (use.indices.length > 0 && !isFunction) evidence.each = false;
    evidence.bare ||= use.indices.length === 0 && !isFunction;
    const bold = headOf(node)?.font === 'bold';
    evidence.bold ||= bold;
    evidence.plain ||= !bold && use.indices.length === 0;
    for (const index of [...use.indices, ...use.family]) {
      markIndices(index, naming, table);
      const inner = naming.readName(index);
      if (inner && isLabelLike(inner)) evidenceOf(table, inner.key).label = true;
    }
    return;
  }
  note(node, naming, table);
  for (const child of children(node))
    gather(child, naming, table, node.kind === 'call' && child === node.fn);
}

/** `y_i` and `c^{(i)}`; `n_l` is how many there are. */
function isLabelLike({ key, indices, family }: NameUse): boolean {
  return indices.length + family.length === 1 && !/^[dhmnDHMN]/.test(key);
}

function markIndices(node: Expr, naming: Naming, table: EvidenceTable): void {
  const use = naming.readName(node);
  if (use) evidenceOf(table, use.key).index = true;
  else for (const child of children(node)) markIndices(child, naming, table);
}

function noteCounting(node: Big, naming: Naming, table: EvidenceTable): void {
  for (const key of distributionsIn(node, naming)) evidenceOf(table, key).weights = true;
  for (const { index, to, set, condition } of node.bounds) {
    markIndices(index, naming, table);
    if (to) markIndices(to, naming, table);
    if (set) markSet(index, set, naming, table);
    if (condition?.kind === 'rel') noteMembers(condition, naming, table);
  }
}

function note(node: Expr, naming: Naming, table: EvidenceTable): void {
  const mark = (target: Expr, change: (evidence: Evidence) => void): void => {
    const use = naming.readName(target);
    if (use && use.indices.length === 0) change(evidenceOf(table, use.key));
    // `x_i^\top`: each x_i is a vector.
    if (use && use.indices.length > 0 && vectorial) evidenceOf(table, use.key).vectors = true;
  };
  const turned = node.kind === 'prime' && isTransposing(node, naming);
  const vectorial = node.kind === 'transpose' || node.kind === 'norm' || turned;
  if (turned) mark(node.target, (evidence) => (evidence.transposed = true));
  switch (node.kind) {
    case 'transpose':
      if (node.sign === 'top' || node.target.kind !== 'num')
        mark(node.target, (evidence) => (evidence.transposed = true));
      break;
    case 'pow':
      if (
        node.exponent.kind === 'neg' &&
        node.exponent.target.kind === 'num' &&
        node.exponent.target.text === '1'
      )
        mark(node.base, (evidence) => (evidence.square = true));
      break;
    case 'norm':
      mark(node.target, (evidence) => (evidence.normed = true));
      if (node.target.kind === 'add')
        for (const side of [node.target.left, node.target.right])
          mark(side, (evidence) => (evidence.normed = true));
      break;
    case 'call':
      noteCall(node, naming, table, mark);
      break;
    case 'big':
      if (isCounting(node)) noteCounting(node, naming, table);
      break;
    case 'deriv':
      for (const { name } of node.wrt) {
        const use = naming.readName(name);
        if (use) evidenceOf(table, use.key).variable = true;
      }
      break;
    case 'nabla':
      noteGradient(node, naming, table);
      break;
    case 'mul':
      noteProduct(node, mark);
      noteWeights(targetIn(node, naming), table);
      break;
    case 'add':
      noteIdentitySum(node, mark);
      noteOffset(node, mark);
      noteWeights(spreadIn(node, naming), table);
      break;
    default:
      noteListed(listIn(node), mark);
  }
}

function noteGradient({ wrt, target }: Nabla, naming: Naming, table: EvidenceTable): void {
  const use = wrt ? naming.readName(wrt) : null;
  if (use) evidenceOf(table, use.key).variable = true;
  const sloped = naming.readName(target.kind === 'call' ? target.fn : target);
  if (sloped && (sloped.indices.length === 0 || target.kind === 'call'))
    evidenceOf(table, sloped.key).sloped = true;
}

/** What stands between round or square brackets: a list, or the cells of a matrix. */
function listIn(node: Expr): readonly Expr[] {
  if (node.kind === 'matrix') return node.rows.flat();
  return node.kind === 'tuple' && (node.fence === '(' || node.fence === '[') ? node.items : [];
}

/** Small letters alone between brackets: numbers, unless something shows that they are blocks. */
function noteListed(items: readonly Expr[], mark: Mark): void {
  const isEntry = (item: Expr): boolean =>
    item.kind === 'num' ||
    (item.kind === 'sym' && item.font === 'plain' && !isUpper(baseKey(item)));
  if (items.length < 2 || !items.every(isEntry)) return;
  for (const item of items) mark(item, (evidence) => (evidence.listed = true));
}

function noteWeights(key: string | null, table: EvidenceTable): void {
  if (key !== null) evidenceOf(table, key).weights = true;
}

function noteMembers(
  { items, signs }: Expr & { kind: 'rel' },
  naming: Naming,
  table: EvidenceTable,
): void {
  const [left, right] = items;
  if (left && right && (signs[0] === 'in' || signs[0] === 'notin'))
    markSet(left, right, naming, table);
}

function markSet(left: Expr, set: Expr, naming: Naming, table: EvidenceTable): void {
  const use = naming.readName(set.kind === 'call' ? set.fn : set);
  if (!use || use.key.startsWith('\\mathbb')) return;
  const evidence = evidenceOf(table, use.key);
  evidence.members = true;
  evidence.pairs ||= left.kind === 'tuple';
}

/** `I + \partial F(x) / \partial x`: the derivative is a matrix. So is the A of `I + A`. */
function noteIdentitySum({ left, right }: Expr & { kind: 'add' }, mark: Mark): void {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (!isIdentity(one)) continue;
    if (other.kind === 'deriv')
      for (const { name } of other.wrt) mark(name, (evidence) => (evidence.normed = true));
    else mark(other, (evidence) => (evidence.square = true));
  }
}

/** `w^\top x + b`, `\langle w, x \rangle + b`: a number beside a number. */
function noteOffset({ left, right }: Expr & { kind: 'add' }, mark: Mark): void {
  for (const [product, other] of [
    [left, right],
    [right, left],
  ] as const)
    if (isInnerProduct(product)) mark(other, (evidence) => (evidence.offset = true));
}

function isInnerProduct(node: Expr): boolean {
  if (node.kind === 'tuple' && node.fence === '<' && node.items.length === 2) return true;
  const [row, column] = node.kind === 'mul' && node.factors.length === 2 ? node.factors : [];
  return row?.kind === 'transpose' && isLowerName(row.target) && isLowerName(column);
}

/** `I`, the identity matrix. */
export function isIdentity(node: Expr): boolean {
  return node.kind === 'sym' && node.base === 'I' && node.accents.length === 0;
}

/** Letters whose prime is a derivative even where primes transpose. */
const FUNCTION = /^(f|g|h|F|\\sigma|\\phi|\\varphi|\\psi|\\rho)(_|$)/;

/** `X'` where the document writes its transposes so. */
function isTransposing({ target, order }: Prime, naming: Naming): boolean {
  if (order !== 1 || !naming.primeTransposes || !naming.primesMatrices) return false;
  const key = naming.readName(target)?.key;
  return key !== undefined && !FUNCTION.test(key);
}

type Mark = (target: Expr, change: (evidence: Evidence) => void) => void;

function noteCall(
  node: Expr & { kind: 'call' },
  naming: Naming,
  table: EvidenceTable,
  mark: Mark,
): void {
  const primed = node.fn.kind === 'prime';
  const fn = node.fn.kind === 'prime' ? node.fn.target : node.fn;
  const use = naming.readName(fn);
  const [arg] = node.args;
  // `H_{ii} (w - w^*)` is a product whatever `H(w)` may be.
  if (use && use.indices.length === 0) {
    const evidence = evidenceOf(table, use.key);
    const places = node.args.map((one) =>
      // `\ell(\mu, \sigma^2)`
      one.kind === 'pow' && node.args.length > 1 ? one.base : one,
    );
    if (node.certain || (arg && places.every((one) => isPoint(one, naming)))) evidence.called++;
    else evidence.calledOdd = true;
    // `M'(Mx - b)` is a product where primes transpose.
    evidence.derived ||=
      primed && !(naming.primeTransposes && naming.primesMatrices && !FUNCTION.test(use.key));
  }
  if (use?.indices.length === 1 && node.args.every((one) => isPoint(one, naming))) {
    const evidence = evidenceOf(table, use.key);
    evidence.each ??= true;
  }
  const name = fn.kind === 'sym' ? plainName(fn.base.replace(/^\\/, '')) : '';
  if (!arg) return;
  if (['log', 'ln', 'sqrt'].includes(name)) markPositive(arg, naming, table);
  if (['det', 'tr', 'trace', 'traza'].includes(name))
    mark(arg, (evidence) => (evidence.square = true));
  // `\operatorname{tr}(A B C)`: numbers have no trace.
  if (/^(tr|trace|traza)$/.test(name) && arg.kind === 'mul')
    for (const factor of arg.factors) {
      const plain = factor.kind === 'transpose' ? factor.target : factor;
      const key = naming.readName(plain)?.key;
      if (key !== undefined && /^[A-DF-IO-Z]$/.test(key)) evidenceOf(table, key).square = true;
    }
  if (name === 'softmax' || name === 'logsoftmax')
    mark(arg, (evidence) => (evidence.softmaxed = true));
}

function markPositive(arg: Expr, naming: Naming, table: EvidenceTable): void {
  const use = naming.readName(arg);
  if (use) evidenceOf(table, use.key).positive = true;
  else if (arg.kind === 'add' && arg.op === '-' && arg.left.kind === 'num') {
    const rest = arg.left.text === '1' ? naming.readName(arg.right) : null;
    if (rest) evidenceOf(table, rest.key).belowOne = true;
  } else if (arg.kind === 'div') {
    markPositive(arg.top, naming, table);
    markPositive(arg.bottom, naming, table);
  } else if (arg.kind === 'mul')
    for (const factor of arg.factors) markPositive(factor, naming, table);
  else if (arg.kind === 'pow') markPositive(arg.base, naming, table);
}

function noteProduct(node: Expr & { kind: 'mul' }, mark: Mark): void {
  node.factors.forEach((factor, at) => {
    if (node.signs[at] === 'odot' || node.signs[at - 1] === 'odot')
      mark(factor, (evidence) => (evidence.hadamard = true));
    const next = node.factors[at + 1];
    if (next && (node.signs[at] ?? '') === '')
      mark(factor, (evidence) => (evidence.matrixLeft = true));
  });
}

/** A name, a number, or a starred name: what a function is called at. */
function isPoint(arg: Expr, naming: Naming): boolean {
  return arg.kind === 'num' || naming.readName(arg) !== null;
}

/** Does the zone write matrices and vectors at all? */
export function isMatrixZone(roots: readonly Expr[], table: EvidenceTable): boolean {
  const shown = [...table.values()].some(
    (evidence) =>
      evidence.transposed ||
      evidence.bold ||
      evidence.normed ||
      evidence.softmaxed ||
      evidence.hadamard,
  );
  return (
    shown ||
    roots.some((root) =>
      some(
        root,
        (node) =>
          node.kind === 'mul' &&
          node.signs.some(
            (sign, at) =>
              sign === '' && isUpperName(node.factors[at]) && isLowerName(node.factors[at + 1]),
          ),
      ),
    )
  );
}

function isUpperName(node: Expr | undefined): boolean {
  const head = node ? headOf(node) : null;
  return head !== null && isUpper(baseKey(head)) && /^[WUVAXKQ]/.test(letterOf(baseKey(head)));
}

function isLowerName(node: Expr | undefined): boolean {
  const head = node ? headOf(node) : null;
  return head !== null && /^[a-z]$/.test(letterOf(baseKey(head)));
}

/** Rates, strengths and multipliers are numbers unless something shows otherwise. */
export const SCALAR_GREEK = /^\\(lambda|alpha|eta|epsilon|gamma|tau|rho|kappa|zeta|xi)$/;

/** Ranks worth trying for a symbol, likeliest first. */
export function rankCandidates(key: string, evidence: Evidence, matrixZone: boolean): number[] {
  if (isEventKey(key)) return [0];
  const least = Math.max(
    evidence.indexed,
    evidence.transposed || evidence.normed || evidence.softmaxed ? 1 : 0,
    evidence.square && isUpper(key) ? 2 : 0,
  );
  if (least === 0 && !evidence.bold && SCALAR_GREEK.test(letterOf(key))) return [0];
  const first = Math.max(least, prior(key, evidence, matrixZone));
  const more = evidence.indexed === 1 ? [2] : [];
  return [...new Set([first, least, ...more, 0, 1, 2])].filter(
    (rank) => rank >= least && rank <= 3,
  );
}

function prior(key: string, evidence: Evidence, matrixZone: boolean): number {
  const letter = letterOf(key);
  // The `\mathbf{x}_i` beside any `\mathbf{x}` are the rows of a matrix.
  if (evidence.bold) return isUpper(key) || (evidence.vectors && key.endsWith('_{\\cdot}')) ? 2 : 1;
  if (evidence.square) return 2;
  if (evidence.offset && !vectorial(evidence)) return 0;
  if (evidence.indexed > 0) return evidence.indexed + (evidence.vectors ? 1 : 0);
  if (isScalarName(key, letter)) return 0;
  const vector = evidence.transposed || evidence.normed;
  if (evidence.random && isUpper(key) && !vector) return 0;
  if (isUpper(key)) return matrixZone ? 2 : 0;
  if (evidence.transposed || evidence.normed || evidence.softmaxed) return 1;
  if (!matrixZone || evidence.index || evidence.listed) return 0;
  if (
    /^[a-hosuvwxyz]$/.test(letter) ||
    letter === '\\delta' ||
    letter === '\\theta' ||
    letter === '\\beta' ||
    letter === '\\mu'
  )
    return 1;
  return 0;
}

function vectorial({ indexed, transposed, normed, softmaxed }: Evidence): boolean {
  return indexed > 0 || transposed || normed || softmaxed;
}

/** Losses, sizes, words and what is greatest or least name numbers. */
function isScalarName(key: string, letter: string): boolean {
  if (/_\{(?:max|min|sup|inf)\}$/.test(key)) return true;
  if (/^\\(mathcal|mathbb)\{/.test(key)) return true;
  if (/^[LJEN]$/.test(letter) && letter === key) return true;
  if (/^(L|J|E)[_^]/.test(key) || letter === '\\ell') return true;
  return letter.length > 1 && !letter.startsWith('\\');
}
