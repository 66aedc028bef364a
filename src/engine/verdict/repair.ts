import { isLandau, isShifted } from '../expression/forms.js';
import { momentOf } from '../expression/moment.js';
import { numberAt } from '../expression/numberAt.js';
import { isCounting, type Bound, type Expr } from '../expression/node.js';
import { some, walk } from '../expression/walk.js';
import { hasSpareTerm } from './remainder.js';
import { printLatex } from '../latex/print.js';
import type { Names } from '../claim/reading.js';
import type { Equality } from './equality.js';
import type { Edit, Stock } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import { isGradient, judgeNumeric, type Reader } from './judge.js';
import { solvedNumbers } from './solve.js';
import { solvedFactors, solvedNames } from './solvedFactors.js';
import { Tried } from './tried.js';
import { isLiteral } from '../claim/literal.js';
import type { FixCode } from './report.js';

/** How many edits may still be tried in this document; repairs are a help, never worth a wait. */
export interface Budget {
  left: number;
  /** True when what is left is not wanted any more. */
  readonly interrupted: () => boolean;
}

/** How many edits are tried for one step. */
const PER_STEP = 260;

/** How many with the bold ones among them, once it is certain that something is wrong. */
const PER_BOLD_STEP = 260;

/**
 * The smallest single edit of the right side that makes the equality hold. Of several just as small the last:
 * in `p_i (\delta_{ij} - p_i)` either p could be p_j, and the slip is made where the term is long already.
 */
export function findRepair(
  reader: Reader,
  claim: Equality,
  stock: Stock,
  budget: Budget,
): Edit | null {
  return firstThatHolds(reader, claim, candidates(reader, claim, stock), budget, stock.bold);
}

/**
 * The same of the left side, for a claim that begins there: `v^\top u` where `u v^\top` was meant. Only slips of
 * notation, unless it is `certain` that something is wrong: what a right side lacks is looked for there.
 */
export function findLeftRepair(
  reader: Reader,
  claim: Equality,
  stock: Stock,
  budget: Budget,
  certain: boolean,
  most = LEFT_COST,
): Edit | null {
  // What is differentiated by stays: whether its shape is meant upright or lying is a matter of layout.
  const fixed = new Set<Expr>();
  walk(claim.left, (node) => {
    if (node.kind === 'deriv')
      for (const { name } of node.wrt) walk(name, (inner) => fixed.add(inner));
  });
  const turned = { ...claim, left: claim.right, right: claim.left };
  const edits = candidates(reader, turned, stock).filter(
    ({ code, cost, node }) => cost <= most && (certain || LEFT_CODES.has(code)) && !fixed.has(node),
  );
  return firstThatHolds(reader, turned, edits, budget, stock.bold);
}

/** The first edit of one side, among the likely ones, with which `holds` says that the claim does. */
export function findWidely(
  reader: Reader,
  claim: Equality,
  stock: Stock,
  budget: Budget,
  holds: (mended: Equality) => boolean,
  codes?: ReadonlySet<FixCode>,
  side: 'left' | 'right' = 'right',
): Edit | null {
  const other = side === 'right' ? claim.left : claim.right;
  const text = printLatex(other);
  const [dearest, most] = codes ? DOUBTED : CERTAIN;
  const turned = { ...claim, left: other, right: claim[side] };
  const edits = candidates(reader, turned, stock).filter(
    ({ cost, code }) => cost <= dearest && (!codes || codes.has(code)),
  );
  for (const edit of edits.slice(0, most)) {
    if (budget.left-- <= 0) return null;
    if (printLatex(edit.result) === text) continue;
    if (holds({ ...claim, [side]: edit.result })) return edit;
  }
  return null;
}

/** The dearest edits, and how many are tried: where it is a question whether anything is wrong, and where it is none. */
const DOUBTED = [2.6, 16] as const;
const CERTAIN = [3.6, 24] as const;

const LEFT_COST = 3;
const LEFT_CODES: ReadonlySet<FixCode> = new Set([
  'fix.transpose',
  'fix.order',
  'fix.product',
  'fix.derivative',
  'fix.index',
  'fix.bounds',
]);

/** Is it one of the slips that nobody makes on purpose? */
export function isSlight({ code, cost, bold }: Edit): boolean {
  return bold !== true && cost <= SLIGHT_COST && SLIGHT_CODES.has(code);
}

/** The smallest of the slips that nobody makes on purpose, on the right or on the left. */
export function findSlight(
  reader: Reader,
  claim: Equality,
  stock: Stock,
  budget: Budget,
  withNumbers: boolean,
): Edit | null {
  const turned = { ...claim, left: claim.right, right: claim.left };
  for (const side of [claim, turned]) {
    const edits = candidates(reader, side, stock).filter(
      (edit) =>
        isSlight(edit) &&
        (withNumbers || !NUMBER_CODES.has(edit.code)) &&
        !(edit.change.kind === 'pow' && reader.names.naming.readName(edit.node)),
    );
    const edit = firstThatHolds(reader, side, edits, budget, false);
    if (edit) return edit;
  }
  return null;
}

const SLIGHT_COST = 2.7;
const SLIGHT_CODES: ReadonlySet<FixCode> = new Set([
  ...LEFT_CODES,
  'fix.sign',
  'fix.sum',
  'fix.number',
  'fix.power',
  'fix.brackets',
]);

/** Of names that vary anything may be met by a number that is one more or one less. */
const NUMBER_CODES: ReadonlySet<FixCode> = new Set(['fix.number', 'fix.power', 'fix.sum']);

/** Edits of the right side, the likeliest first, with the numbers that it can be solved for. */
function candidates(reader: Reader, claim: Equality, stock: Stock): Edit[] {
  const { left, right } = claim;
  const solved = solvedNumbers(reader, left, right);
  const factors = stock.bold
    ? [
        ...solvedFactors(reader, left, right),
        ...solvedNames(reader, left, right, [...stock.names, ...stock.sizes]),
      ]
    : [];
  const own = { ...stock, numbers: numbersOf(right) };
  const edits = [...editsOf(right, own), ...solved, ...factors];
  // A term more makes much agree that was only read otherwise; what it explains is an incomplete derivative.
  const sloped = isGradient(claim.left);
  return edits
    .filter(({ code, change, node }) => sloped || code !== 'fix.term' || !isLonger(change, node))
    .sort((a, b) => a.cost - b.cost);
}

function isLonger(change: Expr, node: Expr): boolean {
  return change.kind === 'add' && change.left === node;
}

/** The few numbers of two digits and more: what one of them is mistaken for is hardly right by chance. */
function numbersOf(side: Expr): string[] {
  const found = new Set<string>();
  walk(side, (node) => {
    if (node.kind === 'num' && node.text.length > 1) found.add(node.text);
  });
  return found.size > MOST_NUMBERS ? [] : [...found];
}

const MOST_NUMBERS = 6;

function firstThatHolds(
  reader: Reader,
  claim: Equality,
  edits: readonly Edit[],
  budget: Budget,
  bold: boolean,
): Edit | null {
  let best: Edit | null = null;
  const text = printLatex(claim.left);
  let count = 0;
  const price = priceOf(reader, claim);
  const usual = bold ? PER_BOLD_STEP : PER_STEP;
  const most = isCostly(claim) ? PER_COSTLY_STEP : Math.max(PER_COSTLY_STEP, usual / price);
  const tried = new Tried(reader, claim, bold);
  for (const edit of edits) {
    if (best && edit.cost > best.cost) return best;
    const result = printLatex(edit.result);
    // `a = a` mends everything.
    if (result === text) continue;
    const key = tried.keyOf(edit.result, result);
    let holds = tried.get(key);
    if (holds === undefined) {
      if (budget.left <= 0 || count >= most) return best;
      count++;
      budget.left -= price;
      const sets = conditionsOf(claim, bold);
      holds = sets.some((conditions) => agrees(reader, { ...claim, conditions }, edit, bold));
      tried.set(key, holds);
    }
    if (!holds) continue;
    if (!best || edit.node.span.start > best.node.span.start) best = edit;
  }
  return best;
}

/** How many plain edits one edit of this claim takes as long as. */
function priceOf(reader: Reader, { left, right, conditions }: Equality): number {
  return 1 + Math.floor(reader.sizeOf(left, right, conditions) / PLAIN_SIZE);
}

/** Operations that most claims stay below. */
const PLAIN_SIZE = 1000;

/** Integrals of integrals take as long as hundreds of other values. */
function isCostly({ left, right }: Equality): boolean {
  const runs = (node: Expr): boolean => node.kind === 'big' && !isCounting(node);
  return [left, right].some((side) =>
    some(side, (node) => node.kind === 'big' && runs(node) && some(node.body, runs)),
  );
}

const PER_COSTLY_STEP = 24;

/**
 * What holds may hold without a condition, as after "since $dO = A\,dV$", which random points never fulfil. Of several
 * conditions each may be meant alone, as for equalities that hold.
 */
function conditionsOf({ conditions }: Equality, bold: boolean): (readonly Expr[])[] {
  if (conditions.length === 0) return [conditions];
  const alone = bold && conditions.length > 1 ? conditions.map((condition) => [condition]) : [];
  return [[], conditions, ...alone];
}

function agrees(reader: Reader, claim: Equality, edit: Edit, bold: boolean): boolean {
  const { left, conditions, approximate } = claim;
  const { result } = edit;
  const { naming } = reader.names;
  const [isLeft, isRight] = [left, result].map((side) => naming.isNumber(side));
  const numbers = bold ? isLeft || isRight : isLeft && isRight;
  if (numbers && reader.hasValues(left) && reader.hasValues(result)) {
    if (isLeft && isRight && !reader.mayAgree(left, result, conditions)) return false;
    const turned = isLiteral(left) || (isLeft && !isRight);
    const [before, after] = turned ? [result, left] : [left, result];
    const judged = judgeNumeric(reader, before, after, approximate);
    if (judged || !bold) return judged?.verdict === 'holds';
  }
  if (!reader.mayAgree(left, result, conditions)) return false;
  // `d = 3` gives a size its value, and any other number would do.
  if (naming.isNumber(claim.right) !== naming.isNumber(result)) return false;
  const outcome = reader.compare(left, result, conditions);
  if (outcome.kind !== 'equal' || outcome.trivial) return false;
  // A coarser remainder mends every step.
  return !hasSpareTerm(reader, { ...claim, right: result });
}

/** Names and letters that a repair may bring into a claim: those of the claim and of what surrounds it. */
export function stockFor(
  names: Names,
  claim: readonly Expr[],
  around: readonly Expr[],
  ranges: readonly Bound[] = [],
): Stock {
  const found = new Map<string, Expr>();
  const letters = new Map<string, Expr>();
  const sizes = new Map<string, Expr>();
  const wholes = new Map<string, Expr>();
  const shifted = new Map<string, Expr>();
  const bounds = new Map<string, Bound>();
  const noteRange = (bound: Bound): void => {
    if (bound.index.kind === 'sym' && bound.to && !bounds.has(bound.index.base))
      bounds.set(bound.index.base, bound);
  };
  const collect = (root: Expr): void => {
    walk(root, (node) => {
      const use = names.naming.readName(node);
      if (node.kind === 'big' && isCounting(node)) {
        for (const bound of node.bounds) {
          if (bound.index.kind === 'sym') letters.set(bound.index.base, bound.index);
          noteRange(bound);
          if (bound.to?.kind === 'sym') sizes.set(bound.to.base, bound.to);
          if (bound.set?.kind === 'sym') sizes.set(`|${bound.set.base}|`, sizeOf(bound.set));
        }
      }
      if (!use) return;
      if (use.indices.length > 1 || use.family.length > 0) wholes.set(printLatex(node), node);
      if (use.indices.some(isShifted)) shifted.set(printLatex(node), node);
      if (use.family.length === 0 && !found.has(use.key))
        found.set(use.key, bareName(node, use.indices));
      for (const index of use.indices) if (index.kind === 'sym') letters.set(index.base, index);
    });
  };
  for (const root of [...claim, ...around]) collect(root);
  for (const range of ranges) noteRange(range);
  for (const letter of letters.keys()) found.delete(letter);
  // Orders are no names to write elsewhere.
  for (const root of claim)
    walk(root, (node) => {
      if (isLandau(node) && node.kind === 'call')
        found.delete(names.naming.readName(node.fn)?.key ?? '');
    });
  return {
    readName: (node) => names.naming.readName(node),
    names: [...found.values()].slice(0, 14),
    wholes: [...wholes.values()].slice(0, 10),
    shifted: [...shifted.values()].slice(0, 5),
    letters: [...letters.values()].slice(0, 5),
    sizes: [...sizes.values()].slice(0, 3),
    bounds,
    indexed: (key) => indexedIn(names, key),
    numbers: [],
    bold: false,
    ...piecesOf([...claim, ...around]),
  };
}

/** How many indices a name has elsewhere, or could have by what is declared of it. */
function indexedIn({ evidence, declarations }: Names, key: string): number {
  return evidence.get(key)?.indexed || (declarations.get(key)?.sizes?.length ?? 0);
}

/** Terms and factors that stand in what is near: one of them may have been left out. */
function piecesOf(
  roots: readonly Expr[],
): Pick<Stock, 'terms' | 'factors' | 'slopes' | 'calls' | 'functions' | 'odot' | 'turn' | 'heads'> {
  const terms = new Map<string, Expr>();
  const factors = new Map<string, Stock['factors'][number]>();
  const divisors = new Map<string, Stock['factors'][number]>();
  const slopes = new Map<string, Expr>();
  const calls = new Map<string, Expr>();
  const functions = new Map<string, Expr>();
  const heads = new Map<string, readonly Bound[]>();
  let dotted = false;
  let turn: Stock['turn'] = 'top';
  for (const root of roots) {
    walk(root, (node) => {
      if (node.kind === 'transpose' && node.sign === 'T') turn = 'T';
      if (node.kind === 'add')
        for (const term of [node.left, node.right])
          if (term.kind !== 'add' && term.kind !== 'num') terms.set(printLatex(term), term);
      const slope = slopeOf(node);
      if (slope) slopes.set(printLatex(slope), slope);
      if (slope && node.kind === 'call' && node.args[0]) calls.set(printLatex(node.args[0]), node);
      if (node.kind === 'call' && isOfOneThing(node)) functions.set(printLatex(node.fn), node.fn);
      if (node.kind === 'div')
        for (const bottom of node.bottom.kind === 'mul' ? node.bottom.factors : [node.bottom])
          if (isFactorLike(bottom))
            divisors.set(printLatex(bottom), {
              factor: { ...node, top: numberAt('1', node), bottom },
              odot: false,
            });
      if (node.kind === 'big' && isCounting(node) && node.bounds.length > 1)
        heads.set(node.bounds.map(({ index }) => printLatex(index)).join(), node.bounds);
      if (node.kind !== 'mul') return;
      dotted ||= node.signs.includes('odot');
      node.factors.forEach((factor, at) => {
        const odot = node.signs[at - 1] === 'odot';
        if (at > 0 && factor.kind !== 'num' && factor.kind !== 'sym')
          factors.set(`${String(odot)} ${printLatex(factor)}`, { factor, odot });
      });
    });
  }
  return {
    terms: [...terms.values()].slice(0, 8),
    factors: [...[...factors.values()].slice(0, 8), ...[...divisors.values()].slice(0, 3)],
    slopes: [...slopes.values()].slice(0, 4),
    calls,
    functions: [...functions.values()].slice(0, 3),
    heads: [...heads.values()].slice(0, 3),
    odot: dotted,
    turn,
  };
}

/** The `\sqrt{d}`, `\tau` or `s^2` that something is divided by. */
function isFactorLike(node: Expr): boolean {
  if (node.kind === 'pow') return node.exponent.kind === 'num' && isFactorLike(node.base);
  return node.kind === 'sym' || node.kind === 'sub' || node.kind === 'call';
}

/** `\log x`, and no root, which has its own edits, nor an expectation, with which any number would be a mean. */
function isOfOneThing(node: Expr & { kind: 'call' }): boolean {
  return node.certain && node.args.length === 1 && !isRoot(node.fn) && momentOf(node) === null;
}

/** `\sigma'(z)` for `\sigma(z)`; functions whose slopes have other names are none of these. */
function slopeOf(node: Expr): Expr | null {
  if (node.kind !== 'call' || node.fn.kind !== 'sym' || node.args.length !== 1) return null;
  if (UNSLOPED.test(node.fn.base)) return null;
  return { ...node, fn: { kind: 'prime', target: node.fn, order: 1, span: node.fn.span } };
}

/** `\sqrt{...}`, which is forgotten as a power is. */
function isRoot(fn: Expr): boolean {
  return fn.kind === 'sym' && fn.base === 'sqrt';
}

/** `|B|` of a set B. */
function sizeOf(set: Expr): Expr {
  return { kind: 'abs', target: set, p: '', span: set.span };
}

/** Functions whose slopes are written otherwise, and those of arrays. */
const UNSLOPED = /^\\?(?:log|ln|exp|sqrt|det|tr|diag|vec|softmax|max|min|[A-Z].*)$/;

function bareName(node: Expr, indices: readonly Expr[]): Expr {
  if (node.kind !== 'sub') return node;
  const rest = node.indices.filter((index) => !indices.includes(index));
  return rest.length === 0 ? node.target : { ...node, indices: rest };
}
