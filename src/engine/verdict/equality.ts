import { bothUse, hasOpenOutput, openActivation } from './activation.js';
import { isIdentity } from '../claim/evidence.js';
import { tangledName } from '../claim/integrals.js';
import { isLiteral } from '../claim/literal.js';
import { isLandau, isZero } from '../expression/forms.js';
import { isEventKey } from '../claim/events.js';
import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import { some, walk } from '../expression/walk.js';
import { memberKey } from '../interpret/context.js';
import type { Unreadable } from '../interpret/problem.js';
import {
  given,
  isGradient,
  judgeNumeric,
  kindOf,
  unchecked,
  type Judgement,
  type Reader,
} from './judge.js';
import { compareSides } from './compare.js';
import { doubtfulMoments, speaksOfData, speaksOfMoments, readOtherwise } from './moments.js';
import { oneSidedDensity, oneSidedFunction } from './openFunctions.js';
import type { Outcome } from './outcome.js';
import { bareLabel, looseMember, openDependence, strangerIn } from './strangers.js';
import { judgeRemainder } from './remainder.js';
import type { ClaimKind } from './report.js';
import { judgeSizes } from './sizeProduct.js';
import { judgeComputation } from './valued.js';

/** An equality to judge, with what surrounds it. */
export interface Equality {
  readonly left: Expr;
  readonly right: Expr;
  /** Conditions that the text puts on it. */
  readonly conditions: readonly Expr[];
  /** Not the first relation of its chain: it goes on from something. */
  readonly continued: boolean;
  readonly approximate: boolean;
  /** An arrow follows: something is concluded from it. */
  readonly premise?: boolean;
  /** The member after the right side, which goes on from it. */
  readonly next?: Expr | null;
  /** The member before the right side, where it held. */
  readonly before?: Expr | null;
  /** What the chain began with, where that is known. */
  readonly subject?: Expr | null;
  /** Names that the document explains somewhere: defined, declared, or part of a definition. */
  readonly grounded: ReadonlySet<string>;
}

/** Judges `left = right` under one reading. */
export function judgeEquality(reader: Reader, claim: Equality): Judgement {
  const judged = judgePlainly(reader, claim);
  // Signs that may be read as differentials, and are so read because then all holds.
  const doubtful = judged.verdict !== 'holds' && [claim.left, claim.right].some(isDoubtful);
  return doubtful ? unchecked(judged.kind, 'unchecked.ambiguous') : judged;
}

function isDoubtful(side: Expr): boolean {
  return some(side, (node) => node.kind === 'differential' && !node.sure);
}

function judgePlainly(reader: Reader, claim: Equality): Judgement {
  const { left, right } = claim;
  const { naming } = reader.names;
  const isNumber = (node: Expr): boolean => naming.isNumber(node);
  const kind = reader.names.shorthand.writtenOut(left) ? 'gradient' : kindOf(reader, left, right);
  const early = judgeRemainder(reader, claim) ?? judgeSizes(reader, claim);
  if (early) return early;
  if (!isComparable(reader, left) || !isComparable(reader, right))
    return unchecked(kind, 'unchecked.kind');
  const tangled = tangledName([left, right], naming);
  if (tangled !== null) return unchecked(kind, 'unchecked.unlinked', { name: tangled });
  const array = arrayAtPoint(reader, left);
  if (array !== null) return unchecked(kind, 'unchecked.unknown-function', { name: array });
  if (right.kind === 'transpose' && sameName(reader, left, right.target))
    return given('declaration');
  // `\pi = \frac{1}{2}` gives a name a value, even a name that usually has one.
  if (!claim.continued && left.kind === 'sym' && isNumber(left) && isNumber(right))
    return given(kind);
  if (isNumber(left) && isNumber(right))
    return (
      judgeNumeric(reader, left, right, claim.approximate) ?? unchecked(kind, 'unchecked.syntax')
    );
  // `w = o`: which entry is spoken of.
  if (isFixedLetter(reader, left) || isFixedLetter(reader, right)) return given('condition');
  // `d_k = d_v` chooses sizes.
  if (reader.isSize(left) && reader.isSize(right)) return given('condition');
  const data = speaksOfData(reader, claim);
  if (isNumber(right) || reader.isNumber(right)) {
    // A name given another number is a new example, unless its own formula says what the number must be.
    if (!claim.continued && isName(left) && !computable(reader, left)) return given(kind);
    const numeric =
      reader.hasValues(left) && !data ? judgeNumeric(reader, left, right, claim.approximate) : null;
    if (numeric?.verdict === 'fails' && isForArgument(reader, claim)) return given('equation');
    if (numeric) return numeric;
  }
  const judged = judgeValues(reader, claim, kind);
  if (judged.verdict === 'holds') return judged;
  const asked = judged.verdict === 'given' && judged.kind === 'equation' && !data;
  const computed = asked ? judgeComputation(reader, claim) : null;
  if (computed) return computed;
  const conditioned = underConditions(reader, claim, kind);
  if (conditioned) return conditioned;
  if (judged.verdict !== 'fails' || data) return judged;
  if (reader.hasValues(left) && reader.hasValues(right) && usesExample(reader, left, right)) {
    const numeric = judgeNumeric(reader, left, right, claim.approximate);
    if (numeric?.verdict === 'holds') return numeric;
  }
  return judged;
}

/** `-\ln p` for `-y \ln p - (1 - y) \ln(1 - p)`: numbers have taken the place of names; what is in letters is so for all. */
function usesExample(reader: Reader, left: Expr, right: Expr): boolean {
  const [from, to] = [madeOf(reader, left), madeOf(reader, right)];
  const isElder = (key: string): boolean => reader.book.elder?.has(key) === true;
  if ([...from.keys(), ...to.keys()].some(isElder)) return false;
  const gone = [...from].some(([name, times]) => times === Infinity && !to.has(name));
  return gone || [...to].some(([name, times]) => times > (from.get(name) ?? 0));
}

/** How often numbers are in an expression and in what defines its names; of names given as numbers, that they are. */
function madeOf({ names, book }: Reader, node: Expr): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (inner: Expr): void => {
    if (inner.kind === 'num') found.set(inner.text, (found.get(inner.text) ?? 0) + 1);
    const use = names.naming.readName(inner);
    const key = use && (memberKey(use) ?? use.key);
    if (key === null || found.has(key)) return;
    const body = (book.variables.get(key) ?? book.functions.get(key))?.body;
    found.set(key, body || !book.values.has(key) ? 0 : Infinity);
    if (body) walk(body, add);
  };
  walk(node, add);
  return found;
}

/** Compares the sides' values; of expectations less is certain. */
function judgeValues(reader: Reader, claim: Equality, kind: ClaimKind): Judgement {
  const first = inOneStep(reader, claim, reader.compare(claim.left, claim.right, []));
  if (first.kind === 'different' && isOfOneStep(reader, claim))
    return unchecked(kind, 'unchecked.unlinked');
  // Where a recursion begins has a shape of its own, of which a text in rows says little.
  const misfit =
    first.kind === 'shape' ||
    (first.kind === 'problem' && first.problem.code === 'unchecked.shape');
  if (misfit && isGradient(claim.left) && reader.directSession() !== null)
    return unchecked(kind, 'unchecked.unlinked');
  if (!speaksOfMoments(claim)) return fromOutcome(reader, claim, first, kind);
  const outcome = readOtherwise(reader, claim, first);
  return doubtfulMoments(reader, claim, outcome, kind) ?? fromOutcome(reader, claim, outcome, kind);
}

/** `\partial h_t / \partial W` of a recursion through time: what differs may be meant with all earlier steps held. */
function inOneStep(reader: Reader, { left, right }: Equality, outcome: Outcome): Outcome {
  if (outcome.kind === 'equal' || !isGradient(left)) return outcome;
  const direct = reader.directSession();
  const other = direct && compareSides(direct, left, right);
  return other?.kind === 'equal' ? other : outcome;
}

/** `\sum_t \frac{\partial L}{\partial h_t} \frac{\partial h_t}{\partial W}`: of this step alone in one text, of all before it in another. */
function isOfOneStep(reader: Reader, { right }: Equality): boolean {
  const { naming } = reader.names;
  const isStepped = (node: Expr): boolean => (naming.readName(node)?.family.length ?? 0) > 0;
  const shared = (node: Expr): boolean =>
    node.kind === 'deriv' &&
    node.top !== null &&
    isStepped(node.top) &&
    node.wrt.some(({ name }) => !isStepped(name));
  return some(right, shared) && reader.directSession() !== null;
}

/** Sizes such as `(n \times q)(q \times 1)`, differentials, and `O(x^3)` are no values that can be compared. */
function isComparable(reader: Reader, node: Expr): boolean {
  return !some(node, (inner) => {
    if (inner.kind !== 'mul') return isLandau(inner);
    if (
      inner.signs.length > 0 &&
      inner.signs.every((sign) => sign === 'times') &&
      inner.factors.every(isSize) &&
      inner.factors.some((factor) => factor.kind === 'sym')
    )
      return true;
    return inner.factors.some(
      (factor, at) =>
        factor.kind === 'sym' &&
        factor.base === 'd' &&
        factor.accents.length === 0 &&
        (inner.signs[at] ?? 'end') === '' &&
        isThing(inner.factors[at + 1]) &&
        // `\frac{x_i}{d\,s}` where sums run to d.
        !reader.isSize(factor),
    );
  });
}

/** `p(2) = ...` where `p` is an array and no function: not a product, and what it is nobody said. */
function arrayAtPoint(reader: Reader, left: Expr): string | null {
  if (left.kind !== 'call' || left.certain || !left.args.every(isLiteral)) return null;
  const use = reader.names.naming.readName(left.fn);
  if (!use || use.indices.length > 0 || reader.book.functions.has(use.key)) return null;
  const definition = reader.book.variables.get(use.key);
  const axes = definition?.indices.length ?? reader.ranks.get(use.key) ?? 0;
  return axes > 0 ? use.key : null;
}

function isSize(node: Expr): boolean {
  return node.kind === 'num' || node.kind === 'sym' || node.kind === 'sub';
}

function isThing(node: Expr | undefined): boolean {
  return node !== undefined && ['sym', 'sub', 'mark', 'add', 'mul', 'call'].includes(node.kind);
}

function sameName(reader: Reader, a: Expr, b: Expr): boolean {
  const [x, y] = [reader.names.naming.readName(a), reader.names.naming.readName(b)];
  return x !== null && x.key === y?.key && x.indices.length === 0;
}

function underConditions(reader: Reader, claim: Equality, kind: ClaimKind): Judgement | null {
  const { conditions } = claim;
  const sets =
    conditions.length > 1
      ? [conditions, ...conditions.map((condition) => [condition])]
      : conditions.map((condition) => [condition]);
  for (const set of sets) {
    if (!reader.mayAgree(claim.left, claim.right, set)) continue;
    const outcome = reader.compare(claim.left, claim.right, set);
    if (outcome.kind === 'equal')
      return {
        kind,
        verdict: 'holds',
        evidence: outcome.evidence,
        assumptions: [...outcome.assumptions, { code: 'reading.condition', args: {} }],
      };
  }
  return null;
}

function fromOutcome(
  reader: Reader,
  claim: Equality,
  outcome: Outcome,
  kind: ClaimKind,
): Judgement {
  switch (outcome.kind) {
    case 'equal':
      return {
        kind,
        verdict: 'holds',
        evidence: outcome.evidence,
        assumptions: outcome.assumptions,
      };
    case 'entry':
      return {
        kind,
        verdict: 'slip',
        reason: { code: 'notation.index-missing', args: {} },
        evidence: outcome.evidence,
        assumptions: [],
      };
    case 'domain':
      return unchecked(kind, 'unchecked.domain');
    case 'problem':
      return fromProblem(outcome.problem, kind);
    case 'shape':
      return fromShapes(reader, claim, outcome, kind);
    case 'different':
      return fromDifference(reader, claim, outcome, kind);
  }
}

function fromShapes(
  reader: Reader,
  claim: Equality,
  outcome: Outcome & { kind: 'shape' },
  kind: ClaimKind,
): Judgement {
  if (isEquationLike(reader, claim)) return given('equation');
  const stranger = strangerIn(reader, claim, outcome) ?? looseMember(claim, outcome);
  if (stranger !== undefined) return unchecked(kind, 'unchecked.unlinked', { name: stranger });
  const density = oneSidedDensity(reader, [claim.left, claim.right]);
  if (density !== null) return unchecked(kind, 'unchecked.unknown-function', { name: density });
  const { left, right } = outcome;
  return {
    kind,
    verdict: 'fails',
    reason: { code: 'step.shape', args: { left, right } },
    counterexample: { left, right, at: {} },
    assumptions: [],
  };
}

function fromProblem(problem: Unreadable, kind: ClaimKind): Judgement {
  return unchecked(kind, problem.code, { ...problem.args });
}

function fromDifference(
  reader: Reader,
  claim: Equality,
  outcome: Outcome & { kind: 'different' },
  kind: ClaimKind,
): Judgement {
  if (claim.approximate) return unchecked(kind, 'unchecked.kind');
  // How the chances of several events go together is for the text to say.
  const [event] = [claim.left, claim.right]
    .flatMap((side) => [...keysIn(side, reader.names.naming)])
    .filter(isEventKey);
  if (event !== undefined) return unchecked(kind, 'unchecked.unlinked', { name: event });
  // A one-hot vector may be that of a label: the text may say so in words.
  const label = bareLabel(reader, claim);
  if (label !== null) return unchecked(kind, 'unchecked.unlinked', { name: label });
  if (outcome.onlyLeft.length > 0 && isExampleOfGeneral(reader, claim))
    return unchecked(kind, 'unchecked.unlinked');
  const settled = outcome.settled || (outcome.constant && isGradient(claim.left));
  if (isEquationLike(reader, claim) && !settled) return given('equation');
  // A derivative set to zero at the end of its chain is the condition for an optimum.
  if (claim.continued && isZero(claim.right)) return given('equation');
  if (!claim.continued && isLooseEntry(reader, claim.left)) return given('equation');
  const stranger = strangerIn(reader, claim, outcome);
  if (stranger !== undefined) return unchecked(kind, 'unchecked.unlinked', { name: stranger });
  const unread = openDependence(reader, claim, outcome);
  if (unread !== undefined) return unchecked(kind, 'unchecked.unlinked', { name: unread });
  if (hasOpenOutput(reader, [claim.left, claim.right]))
    return unchecked(kind, 'unchecked.unlinked');
  const sides = [claim.left, claim.right] as const;
  const layered = openActivation(reader, sides);
  const open =
    oneSidedFunction(reader, sides, outcome) ??
    (layered !== null && !bothUse(reader, sides, layered) ? layered : null);
  if (open !== null) return unchecked(kind, 'unchecked.unknown-function', { name: open });
  if (
    !claim.continued &&
    !settled &&
    !isGradient(claim.left) &&
    outcome.onlyLeft.length > 0 &&
    outcome.onlyRight.length > 0 &&
    !isDefinedName(reader, claim.left)
  )
    return given('equation');
  // Terms of sums may well cancel.
  const told = [claim.left, claim.right].some(isLiteral) || speaksOfMoments(claim);
  if (outcome.vanishing && !told && !some(claim.left, ({ kind: one }) => one === 'big'))
    return unchecked(kind, 'unchecked.trivial');
  return {
    kind,
    verdict: 'fails',
    reason: {
      code: 'step.not-equal',
      args: { left: outcome.counterexample.left, right: outcome.counterexample.right },
    },
    counterexample: outcome.counterexample,
    evidence: outcome.evidence,
    assumptions: outcome.assumptions,
    detached: outcome.onlyLeft.length > 0 && outcome.onlyRight.length > 0,
  };
}

/** `\nabla_W L = \delta x^\top` where the example gives δ and x numbers, but not all that L is made of. */
function isExampleOfGeneral(reader: Reader, { left, right }: Equality): boolean {
  const { naming } = reader.names;
  const given = [...keysIn(right, naming)].some((key) => reader.book.values.has(key));
  return given && reader.hasValues(right) && isGradient(left);
}

function isFixedLetter(reader: Reader, node: Expr): boolean {
  return node.kind === 'sym' && reader.session(false, false).meaning.fixed.includes(node.base);
}

/** `a_1 = \rho(1)` where nothing says what `a` is: gives the entry a value. */
function isLooseEntry(reader: Reader, left: Expr): boolean {
  const use = reader.names.naming.readName(left);
  if (!use || use.indices.length === 0 || !use.indices.every((index) => index.kind === 'num'))
    return false;
  const { variables, functions, values } = reader.book;
  return !variables.has(use.key) && !functions.has(use.key) && !values.has(use.key);
}

function isDefinedName(reader: Reader, node: Expr): boolean {
  const { naming } = reader.names;
  const head = node.kind === 'call' ? node.fn : node;
  const use = naming.readName(head);
  return use !== null && (reader.book.variables.has(use.key) || reader.book.functions.has(use.key));
}

function isName(node: Expr): boolean {
  return node.kind === 'sym' || node.kind === 'sub' || node.kind === 'mark';
}

/** Has this name a formula from which its number follows? */
function computable(reader: Reader, left: Expr): boolean {
  const use = reader.names.naming.readName(left);
  if (!use) return reader.hasValues(left);
  const definition = reader.book.variables.get(memberKey(use) ?? use.key);
  // `H = -\frac12 \log \frac12 - ...`: made of numbers alone, so that another number is another example.
  return (
    definition !== undefined &&
    !reader.names.naming.isNumber(definition.body) &&
    reader.hasValues(definition.body)
  );
}

/** Whole numbers above this come from data, not from a derivative. */
const LARGEST_CONSTANT = 4;

/** 0, 1, and 2 of a derivative: a constant of the claim itself rather than the outcome of an example. */
function isStructural(node: Expr, largest: number): boolean {
  const isSmall = (part: Expr): boolean => isStructural(part, largest);
  if (node.kind === 'neg') return isSmall(node.target);
  if (node.kind === 'matrix') return node.rows.flat().every(isSmall);
  if (node.kind === 'div') return isSmall(node.top) && isSmall(node.bottom);
  return node.kind === 'num' && !node.text.includes('.') && Number(node.text) <= largest;
}

/** `\partial z_i / \partial b_j`: nobody sets an entry of a Jacobian to zero; it is zero or it is not. */
function isEntryDerivative(node: Expr): boolean {
  return (
    node.kind === 'deriv' &&
    node.top?.kind === 'sub' &&
    node.wrt.some((entry) => entry.name.kind === 'sub')
  );
}

/** `\bar{O} = I_2`: what an example begins with, where a name is short for a derivative. */
function isGivenAdjoint(reader: Reader, { left, right, continued }: Equality): boolean {
  const matrix = right.kind === 'sub' ? right.target : right;
  return !continued && reader.names.shorthand.writtenOut(left) !== null && isIdentity(matrix);
}

/** `1 + x (1 - \sigma(x)) = 0`, of the x that a function is of: asks for it, whatever number it was in an example. */
function isForArgument({ names: { naming }, book }: Reader, claim: Equality): boolean {
  if (claim.continued || !isZero(claim.right)) return false;
  const given = new Set([...book.functions.values()].flatMap(({ args }) => args ?? []));
  return [...keysIn(claim.left, naming)].some((key) => given.has(key));
}

/** `expression = 0`, `w = 3`: something to be made true, unless it is true anyway. */
function isEquationLike(reader: Reader, claim: Equality): boolean {
  const hasExamples = reader.book.values.size > 0;
  if (
    reader.names.naming.isNumber(claim.right) &&
    !(
      isStructural(claim.right, isGradient(claim.left) ? LARGEST_CONSTANT : 1) &&
      (claim.continued || (isGradient(claim.left) && (isZero(claim.right) || !hasExamples)))
    )
  )
    return true;
  if (isGivenAdjoint(reader, claim)) return true;
  if (isEntryDerivative(claim.left) && isLiteral(claim.right)) return false;
  return !claim.continued && (isLiteral(claim.right) || isLiteral(claim.left));
}
