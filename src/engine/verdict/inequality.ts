import { isLiteral, isNumeric } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import type { Expr, RelationSign } from '../expression/node.js';
import { isZero } from '../expression/forms.js';
import { some } from '../expression/walk.js';
import type { Span } from '../text/span.js';
import { quadraticForms } from './definite.js';
import type { Edit, Stock } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import { given, Reader, unchecked, type Judgement } from './judge.js';
import { compareOrder, entryByEntry, type OrderOutcome, type Pairing } from './order.js';
import type { Budget } from './repair.js';

/** `left sign right` to judge, with what surrounds it. */
export interface Inequality {
  readonly left: Expr;
  readonly right: Expr;
  readonly sign: RelationSign;
  /** Where the sign stands. */
  readonly at: Span;
  readonly conditions: readonly Expr[];
  /** The words say that it is so, for all values. */
  readonly asserted: boolean;
  /** The words suppose it, ask for it, or make it depend on something. */
  readonly supposed: boolean;
  /** Stands after an arrow, and what stands before that is among the conditions. */
  readonly follows: boolean;
  /** Goes on from what stands before it. */
  readonly continued: boolean;
}

/** One sign: which side is the larger, and what the sign is when turned round. */
interface SignRow {
  readonly larger: 'left' | 'right';
  readonly strict: boolean;
  readonly turned: string;
  readonly pairing: Pairing;
}

/** The signs that put two things in order. */
const SIGNS: Partial<Record<RelationSign, SignRow>> = {
  '<': { larger: 'right', strict: true, turned: '>', pairing: entryByEntry },
  '>': { larger: 'left', strict: true, turned: '<', pairing: entryByEntry },
  '<=': { larger: 'right', strict: false, turned: '\\ge', pairing: entryByEntry },
  '>=': { larger: 'left', strict: false, turned: '\\le', pairing: entryByEntry },
  prec: { larger: 'right', strict: true, turned: '\\succ', pairing: quadraticForms },
  succ: { larger: 'left', strict: true, turned: '\\prec', pairing: quadraticForms },
  preceq: { larger: 'right', strict: false, turned: '\\succeq', pairing: quadraticForms },
  succeq: { larger: 'left', strict: false, turned: '\\preceq', pairing: quadraticForms },
};

export function isOrderSign(sign: RelationSign | undefined): boolean {
  return sign !== undefined && SIGNS[sign] !== undefined;
}

/** A judgement of an inequality and the edit that would mend it. */
export interface Ordered {
  readonly judgement: Judgement;
  readonly edit: Edit | null;
}

/**
 * Judges an inequality: at points, and where an ascent on its violation leads. A false one is a mistake only when
 * the sign turned round always holds, or when the words say that it holds for all the values that the document allows.
 */
export function judgeInequality(
  reader: Reader,
  claim: Inequality,
  stock: () => Stock,
  budget: Budget,
): Ordered {
  const row = SIGNS[claim.sign];
  if (!row) return only(unchecked('inequality', 'unchecked.kind'));
  if (isNumeric(claim.left) && isNumeric(claim.right)) return numbers(reader, claim, row);
  if (isPlain(reader, claim.left) && isPlain(reader, claim.right)) return only(given('condition'));
  const general = withoutExamples(reader, claim);
  const outcome = test(general, claim, row, claim.left, claim.right);
  if (outcome.kind === 'holds') return only(holding(outcome, row.strict));
  const mend = (): Mended | null => mending(general, claim, row, stock, budget);
  if (outcome.kind === 'shape')
    return misfit({ left: outcome.left, right: outcome.right }, claim.supposed ? () => null : mend);
  if (outcome.kind === 'problem') {
    const { problem } = outcome;
    if (problem.reason === 'shape' && !claim.supposed) return misfit(problem.args, mend);
    return only(unchecked('inequality', problem.code, { ...problem.args }));
  }
  if (outcome.kind === 'domain') return only(unchecked('inequality', 'unchecked.domain'));
  const example = atValues(reader, claim, row);
  if (example) return only(example);
  if (claim.supposed || isOtherValue(reader, claim)) return only(given('condition'));
  return (
    turnedRound(general, claim, row, outcome) ??
    refuted(general, claim, row, outcome, mend) ??
    notFollowing(claim, row, outcome, mend) ??
    only(given('condition'))
  );
}

function only(judgement: Judgement): Ordered {
  return { judgement, edit: null };
}

/** Tests `left sign right` in the reading's usual domain, then among positive numbers where too little was defined. */
function test(
  reader: Reader,
  claim: Inequality,
  row: SignRow,
  left: Expr,
  right: Expr,
): OrderOutcome {
  const [low, high] = row.larger === 'right' ? [left, right] : [right, left];
  const run = (positive: boolean): OrderOutcome =>
    compareOrder(
      reader.session(false, positive),
      low,
      high,
      claim.conditions,
      row.strict,
      row.pairing,
    );
  const first = run(false);
  return first.kind === 'domain' ? run(true) : first;
}

function holding(outcome: OrderOutcome & { kind: 'holds' }, strict: boolean): Judgement {
  return {
    kind: 'inequality',
    verdict: 'holds',
    evidence: outcome.evidence,
    assumptions: strict && outcome.tight ? [{ code: 'reading.tight', args: {} }] : [],
  };
}

/** Numbers are in order or they are not; where decimals were rounded, a hair's breadth says nothing. */
function numbers(reader: Reader, claim: Inequality, row: SignRow): Ordered {
  const [low, high] =
    row.larger === 'right' ? [claim.left, claim.right] : [claim.right, claim.left];
  const outcome = compareOrder(reader.session(true, false), low, high, [], row.strict);
  if (outcome.kind === 'holds') return only(holding(outcome, row.strict));
  if (outcome.kind !== 'broken') return only(unchecked('inequality', 'unchecked.syntax'));
  const { left, right } = outcome.counterexample;
  const decimals = [claim.left, claim.right].some(hasDecimals);
  const close = Math.abs(Number(left) - Number(right)) <= 0.006 * Math.abs(Number(right));
  if (decimals && close) return only(unchecked('inequality', 'unchecked.ambiguous'));
  return claim.supposed
    ? only(given('condition'))
    : { judgement: broken(row, outcome), edit: turnedSign(claim, row) };
}

function hasDecimals(node: Expr): boolean {
  return some(node, (inner) => inner.kind === 'num' && inner.text.includes('.'));
}

/** The same reading without the numbers of an example: `x = (1, 2)` after a claim about all x. */
function withoutExamples(reader: Reader, claim: Inequality): Reader {
  const { variables } = reader.book;
  const { naming } = reader.names;
  const keys = [...keysIn(claim.left, naming), ...keysIn(claim.right, naming)];
  const isExample = (key: string): boolean => {
    const definition = variables.get(key);
    return definition !== undefined && isLiteral(definition.body);
  };
  if (!keys.some(isExample)) return reader;
  const general = new Map([...variables].filter(([key]) => !isExample(key)));
  return new Reader(reader.names, reader.ranks, { ...reader.book, variables: general });
}

/** Does it hold with the numbers that were given for its names? */
function atValues(reader: Reader, claim: Inequality, row: SignRow): Judgement | null {
  const { left, right } = claim;
  if (!reader.hasValues(left) || !reader.hasValues(right)) return null;
  const [low, high] = row.larger === 'right' ? [left, right] : [right, left];
  const outcome = compareOrder(reader.session(true, false), low, high, [], row.strict);
  return outcome.kind === 'holds' ? holding(outcome, row.strict) : null;
}

/** A name that nothing defines, or a number: `\lambda > 0` and `m < n` restrict, they claim nothing. */
function isPlain(reader: Reader, node: Expr): boolean {
  if (isNumeric(node)) return true;
  const use = reader.names.naming.readName(node);
  if (!use || reader.book.values.has(use.key)) return false;
  return !reader.book.variables.has(use.key) && !reader.book.functions.has(use.key);
}

/** `t_1 < 0` after an example had `t_1 = 0.75`: another value, of which nothing is claimed. */
function isOtherValue(reader: Reader, { left, right, asserted }: Inequality): boolean {
  const use = reader.names.naming.readName(left);
  const known = use !== null && reader.book.values.has(use.key);
  return !asserted && isNumeric(right) && known && !reader.book.variables.has(use.key);
}

function broken(row: SignRow, outcome: OrderOutcome & { kind: 'broken' }): Judgement {
  const { left: low, right: high, at } = outcome.counterexample;
  const [left, right] = row.larger === 'right' ? [low, high] : [high, low];
  return {
    kind: 'inequality',
    verdict: 'fails',
    reason: { code: 'step.inequality', args: { left, right } },
    counterexample: { left, right, at },
    evidence: outcome.exact ? { method: 'exact' } : { method: 'sampled' },
    assumptions: [],
  };
}

/** The reverse always holds: then this sign can only be a mistake. */
function turnedRound(
  reader: Reader,
  claim: Inequality,
  row: SignRow,
  outcome: OrderOutcome & { kind: 'broken' },
): Ordered | null {
  if (isFarOut(claim)) return null;
  const reverse = test(reader, claim, { ...row, strict: false }, claim.right, claim.left);
  if (reverse.kind !== 'holds' || reverse.trivial) return null;
  return { judgement: broken(row, outcome), edit: turnedSign(claim, row) };
}

/** `0.8^t \le 10^{-3}`: an exponent passes any number somewhere, farther out than anything is looked for. */
function isFarOut({ left, right }: Inequality): boolean {
  const numbers = [left, right].filter((side) => isNumeric(side) && !isZero(side));
  return numbers.length === 1 && [left, right].some((side) => some(side, isExponential));
}

function isExponential(node: Expr): boolean {
  return node.kind === 'pow' && isNumeric(node.base) && !isNumeric(node.exponent);
}

function turnedSign(claim: Inequality, row: SignRow): Edit {
  const node: Expr = { kind: 'text', text: claim.sign, span: claim.at };
  return { code: 'fix.sign', cost: 1, node, change: node, result: claim.right, text: row.turned };
}

/** Said of all values of names that the document declares, and false for some of them. */
function refuted(
  reader: Reader,
  claim: Inequality,
  row: SignRow,
  outcome: OrderOutcome & { kind: 'broken' },
  mend: () => Mended | null,
): Ordered | null {
  if (!claim.asserted) return null;
  if (isDeclared(reader, claim))
    return { judgement: broken(row, outcome), edit: mend()?.edit ?? null };
  if (!isDeclared(reader, claim, restrictedBy(reader, claim))) return null;
  const mended = mend();
  return mended?.tight === true ? { judgement: broken(row, outcome), edit: mended.edit } : null;
}

/** "For $x > 0$" says of x what it can be, if not all; that a bound is touched once it is mended tells it from one of few values. */
function restrictedBy({ names }: Reader, { conditions }: Inequality): ReadonlySet<string> {
  const items = conditions.flatMap((one) => (one.kind === 'rel' ? one.items : []));
  return new Set(items.flatMap((item) => names.naming.readName(item)?.key ?? []));
}

/** Broken where what it follows from holds, and one small edit makes it follow. */
function notFollowing(
  claim: Inequality,
  row: SignRow,
  outcome: OrderOutcome & { kind: 'broken' },
  mend: () => Mended | null,
): Ordered | null {
  const edit = claim.follows ? mend()?.edit : null;
  return edit ? { judgement: broken(row, outcome), edit } : null;
}

/** Shapes that do not fit are a mistake where one small edit makes all fit, and the inequality hold. */
function misfit(args: Readonly<Record<string, string>>, mend: () => Mended | null): Ordered {
  const edit = mend()?.edit;
  if (!edit) return only(unchecked('inequality', 'unchecked.shape', { ...args }));
  const reason = { code: 'step.shape' as const, args };
  return { judgement: { kind: 'inequality', verdict: 'fails', reason, assumptions: [] }, edit };
}

/** An edit with which an inequality holds, and whether the sides touch then. */
interface Mended {
  readonly edit: Edit;
  readonly tight: boolean;
}

/** The smallest edit with which the inequality holds, and of several the one that leaves the least room, if any. */
function mending(
  reader: Reader,
  claim: Inequality,
  row: SignRow,
  stock: () => Stock,
  budget: Budget,
): Mended | null {
  const { left, right } = claim;
  const edits = [
    ...editsOf(right, stock()).map((edit) => ({ edit, sides: [left, edit.result] as const })),
    ...(claim.continued ? [] : editsOf(left, stock())).map((edit) => ({
      edit,
      sides: [edit.result, right] as const,
    })),
  ].sort((a, b) => a.edit.cost - b.edit.cost);
  let best: { readonly edit: Edit; readonly cost: number; readonly slack: number } | null = null;
  for (const { edit, sides } of edits.slice(0, MENDING_EDITS)) {
    if (edit.cost > Math.min(3, best?.cost ?? 3) || budget.left-- <= 0) break;
    if (isNegatedSize(edit.change)) continue;
    const mended = test(reader, claim, row, ...sides);
    if (mended.kind !== 'holds' || mended.trivial) continue;
    const { slack } = mended;
    const cost = edit.cost + (slack < TOUCHING ? 0 : LOOSE);
    if (!best || cost < best.cost || (cost === best.cost && slack < best.slack))
      best = { edit, cost, slack };
  }
  return best && { edit: best.edit, tight: best.slack < TOUCHING };
}

/** Sides that come as close as this touch: an ascent does not quite reach where they do. */
const TOUCHING = 1e-4;

/** A bound with room to spare is what nobody means, unless no other is as near. */
const LOOSE = 1.6;

/** `-|w|` is below all that is positive, which mends nothing. */
function isNegatedSize(node: Expr): boolean {
  return node.kind === 'neg' && (node.target.kind === 'abs' || node.target.kind === 'norm');
}

/** Edits tried on a bound: each means searching for a counterexample again. */
const MENDING_EDITS = 40;

function isDeclared(
  reader: Reader,
  claim: Inequality,
  restricted: ReadonlySet<string> = NONE,
): boolean {
  const { naming, declarations } = reader.names;
  const { meaning } = reader.session(false, false);
  const { variables, functions } = reader.book;
  const seen = new Set<string>();
  const settled = (node: Expr): boolean =>
    [...keysIn(node, naming)].every((name) => {
      const key = name.replace(/'+$/, '');
      if (seen.has(key) || /^(e|\\pi|I|1|\\infty)$/.test(key)) return true;
      seen.add(key);
      const definition = functions.get(key) ?? variables.get(key);
      if (definition) {
        for (const arg of definition.args ?? []) seen.add(arg);
        for (const index of definition.indices) seen.add(index);
        return settled(definition.body);
      }
      return (
        declarations.has(key) ||
        restricted.has(key) ||
        meaning.isFunction(key) ||
        reader.names.evidence.get(key)?.index === true
      );
    });
  return settled(claim.left) && settled(claim.right);
}

const NONE: ReadonlySet<string> = new Set();
