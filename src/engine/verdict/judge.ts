import { keysIn, openSession, USUAL, type Names } from '../claim/reading.js';
import { isLiteral } from '../claim/literal.js';
import type { Book, MeaningOptions } from '../claim/meaning.js';
import type { Expr } from '../expression/node.js';
import { children, some } from '../expression/walk.js';
import { entryKey, memberKey } from '../interpret/context.js';
import { isFunctionWord } from '../functions/known.js';
import { compareSides, glanceSize, mayAgree } from './compare.js';
import { compareRounded, type Rounding } from './numeric.js';
import { oneSidedDensity } from './openFunctions.js';
import type { Outcome } from './outcome.js';
import type {
  AssumptionCode,
  ClaimKind,
  Coded,
  Counterexample,
  Evidence,
  ReasonCode,
  VerdictName,
} from './report.js';
import { prepared } from './prepared.js';
import { isSevered } from './severed.js';
import type { Session } from './session.js';

/** What is found about one relation, before it is placed in the document. */
export interface Judgement {
  readonly kind: ClaimKind;
  readonly verdict: VerdictName;
  readonly reason?: Coded<ReasonCode>;
  readonly evidence?: Evidence;
  readonly counterexample?: Counterexample;
  readonly assumptions: readonly Coded<AssumptionCode>[];
  /** Each side depends on something that the other does not: perhaps two notations for one thing. */
  readonly detached?: boolean;
  /** The document declares all that it speaks of: it can be read in no other way. */
  readonly sure?: boolean;
}

/** A reading of the zone with the sessions it needs, opened when first used. */
export class Reader {
  private readonly sessions = new Map<string, Session>();

  constructor(
    readonly names: Names,
    readonly ranks: ReadonlyMap<string, number>,
    readonly book: Book,
    /** A session of this reading that is open already. */
    usual?: Session,
  ) {
    if (usual) this.sessions.set(sessionKey(false, false), usual);
  }

  /** The same reading with other numbers given: all that does not depend on them is kept. */
  withBook(book: Book): Reader {
    const reader = new Reader(this.names, this.ranks, book);
    for (const [key, session] of this.sessions)
      if (key.startsWith('false')) reader.sessions.set(key, session);
    return reader;
  }

  /** The same with what was rounded as it was before, where that makes a difference to this. */
  unrounded(node: Expr): Reader | null {
    const { exact, values } = this.book;
    const used = exact && [...keysIn(node, this.names.naming)].some((key) => exact.has(key));
    return used ? this.withBook({ ...this.book, values: new Map([...values, ...exact]) }) : null;
  }

  session(numeric: boolean, positive: boolean): Session {
    const key = sessionKey(numeric, positive);
    const known = this.sessions.get(key);
    if (known) return known;
    const session = openSession(this.names, this.ranks, this.book, { numeric, positive });
    this.sessions.set(key, session);
    return session;
  }

  /** The session in which random names are read so. */
  chanceSession(chance: 'dependent' | 'centred'): Session {
    return this.otherSession(chance, { chance });
  }

  /** The session in which a time step is differentiated alone; null where it is so anyway. */
  directSession(): Session | null {
    const { horizon } = this.session(false, false).meaning;
    return horizon === null ? null : this.otherSession('direct', { direct: true });
  }

  private otherSession(name: string, option: Partial<MeaningOptions>): Session {
    const key = `false ${name}`;
    const known = this.sessions.get(key);
    if (known) return known;
    const session = openSession(this.names, this.ranks, this.book, { ...USUAL, ...option });
    this.sessions.set(key, session);
    return session;
  }

  /** Compares in the reading's usual domain, then among positive numbers where too little was defined. */
  compare(left: Expr, right: Expr, conditions: readonly Expr[]): Outcome {
    const sides = this.prepared(left, right);
    const first = compareSides(this.session(false, false), ...sides, conditions);
    return first.kind === 'domain'
      ? compareSides(this.session(false, true), ...sides, conditions)
      : first;
  }

  /** How many operations a first look at both sides takes; none where they have no meaning. */
  sizeOf(left: Expr, right: Expr, conditions: readonly Expr[]): number {
    return glanceSize(this.session(false, false), left, right, conditions);
  }

  /** Is it worth comparing them? A first look at two sides that most often differ. */
  mayAgree(left: Expr, right: Expr, conditions: readonly Expr[]): boolean {
    return mayAgree(this.session(false, false), ...this.prepared(left, right), conditions);
  }

  private prepared(left: Expr, right: Expr): readonly [Expr, Expr] {
    return prepared([left, right], this.names.naming, this.book);
  }

  /** Do all names on both sides have numbers, given or computed from given ones? */
  hasValues(node: Expr): boolean {
    return this.closed(node, new Set()) && !isSevered(this, node);
  }

  /** Numbers and known functions of them, as `\sigma(0.3)`: a value, whatever names mean. */
  isNumber(node: Expr): boolean {
    if (this.names.naming.isNumber(node)) return true;
    const { meaning } = this.session(false, false);
    const calls = some(node, (inner) => inner.kind === 'call');
    return (
      calls &&
      this.hasValues(node) &&
      [...keysIn(node, this.names.naming)].every(
        (key) =>
          !this.book.values.has(key) &&
          (meaning.isFunction(key) || isFunctionWord(key) || /^(e|\\pi)$/.test(key)),
      )
    );
  }

  /** Is this the name of a size, as `n` in `\mathbb{R}^n`? */
  isSize(node: Expr): boolean {
    const use = this.names.naming.readName(node);
    return (
      use !== null &&
      use.indices.length + use.family.length === 0 &&
      this.session(false, false).meaning.forest.knows(use.key)
    );
  }

  /** A size, a function or a constant: nothing need be said of it. */
  isCommon(key: string): boolean {
    const { meaning } = this.session(false, false);
    const known = meaning.isFunction(key) || isFunctionWord(key) || MOMENT.test(key);
    return known || meaning.forest.knows(key) || /^(e|\\pi|I|1|\\infty)$/.test(key);
  }

  /** Do numbers given for names take part? */
  usesValues(node: Expr): boolean {
    const { meaning } = this.session(false, false);
    const { values, variables } = this.book;
    return [...keysIn(node, this.names.naming)].some((key) => {
      if (values.has(key) || variables.has(key)) return true;
      return (
        !meaning.isFunction(key) && !isFunctionWord(key) && !/^(e|\\pi|I|1|\\infty)$/.test(key)
      );
    });
  }

  /** Is every use of this name one of its entries that were given as numbers? */
  private hasEntries(node: Expr, key: string): boolean {
    const use = this.names.naming.readName(node);
    return use?.key === key
      ? this.book.values.has(entryKey(use) ?? key)
      : children(node).every((child) => this.hasEntries(child, key));
  }

  /** `\frac{F}{\ell}` of functions `F(p)` and `\ell(z, y)`, whose arguments are not written. */
  private isBare(node: Expr, key: string): boolean {
    if (node.kind === 'call') return node.args.some((arg) => this.isBare(arg, key));
    if (this.names.naming.readName(node)?.key === key) return true;
    return children(node).some((child) => this.isBare(child, key));
  }

  /** Is every use of this name a member of a family that was given as numbers, or is computed from such? */
  private hasMembers(node: Expr, key: string, open: Set<string>): boolean {
    const use = this.names.naming.readName(node);
    if (use?.key !== key) return children(node).every((child) => this.hasMembers(child, key, open));
    const member = memberKey(use);
    if (member === null) return false;
    if (this.book.values.has(member) || open.has(member)) return true;
    const body = this.book.variables.get(member)?.body;
    return body !== undefined && this.closed(body, new Set([...open, member]));
  }

  /** `e` and `\pi` are numbers; `\pi_{ij}` is one of many. */
  private isConstant(node: Expr, key: string): boolean {
    if (!/^(e|\\pi|I|1|\\infty)$/.test(key)) return false;
    const isEntry = (inner: Expr): boolean => {
      const use = this.names.naming.readName(inner);
      return use?.key === key && use.indices.length > 0;
    };
    if (key === 'e') return !this.session(false, false).meaning.isOwn(key);
    return key !== '\\pi' || !some(node, isEntry);
  }

  private hasNumber(key: string, open: Set<string>): boolean {
    const body = this.book.variables.get(key)?.body;
    return this.book.values.has(key) || open.has(key) || (body ? this.closed(body, open) : false);
  }

  private closed(node: Expr, open: Set<string>): boolean {
    if (this.names.naming.isNumber(node)) return true;
    const { meaning } = this.session(false, false);
    for (const key of keysIn(node, meaning)) {
      if (this.book.values.has(key) || open.has(key) || this.isConstant(node, key)) continue;
      if (this.names.layout?.sizes.has(key) === true) continue;
      const fn = this.book.functions.get(key);
      if (fn) {
        if (this.isBare(node, key) && !fn.args?.every((arg) => this.hasNumber(arg, open)))
          return false;
        if (!this.closed(fn.body, new Set([...open, key, ...(fn.args ?? [])]))) return false;
        continue;
      }
      const definition = this.book.variables.get(key);
      if (meaning.isFunction(key) || isFunctionWord(key) || MOMENT.test(key)) continue;
      const law = this.names.randomness.names.get(key)?.law;
      if (law?.args.every((arg) => this.closed(arg, open)) === true) continue;
      if (this.hasEntries(node, key)) continue;
      if (!definition && this.hasMembers(node, key, open)) continue;
      const laidOut = this.names.layout?.axes.has(key) === true;
      if (!definition || (definition.indices.length > 0 && !laidOut)) return false;
      // `c_{t-1}`: where a recursion begins nothing says.
      if (definition.family.length > 0 && meaning.isRecursive(key)) return false;
      open.add(key);
      if (!this.closed(definition.body, open)) return false;
    }
    return true;
  }
}

function sessionKey(numeric: boolean, positive: boolean): string {
  return `${String(numeric)} ${String(positive)}`;
}

const MOMENT = /^(\\mathbb\{[EV]\}|[Vv]ar|[Cc]ov|[Cc]orr)$/;

/** The readings that each way of rounding takes. */
const ROUNDING: Readonly<Record<Exclude<Rounding, 'no'>, readonly Coded<AssumptionCode>[]>> = {
  exact: [],
  rounded: [],
  'rounded-inputs': [{ code: 'reading.rounded-inputs', args: {} }],
  rough: [{ code: 'reading.rounded-inputs', args: {} }],
  truncated: [{ code: 'reading.truncated', args: {} }],
};

/** Compares numbers: exactly, then as printed decimals, then allowing for rounded inputs. */
export function judgeNumeric(
  reader: Reader,
  left: Expr,
  right: Expr,
  approximate: boolean,
): Judgement | null {
  const judged = judgePrinted(reader, left, right, approximate);
  const exact = judged?.verdict === 'fails' ? reader.unrounded(left) : null;
  const finer = exact && judgePrinted(exact, left, right, approximate);
  return finer?.verdict === 'holds' ? finer : judged;
}

function judgePrinted(
  reader: Reader,
  left: Expr,
  right: Expr,
  approximate: boolean,
): Judgement | null {
  const session = reader.session(true, false);
  const outcome = compareSides(session, left, right);
  if (outcome.kind === 'equal')
    return {
      kind: 'numeric',
      verdict: 'holds',
      evidence: outcome.evidence,
      assumptions: outcome.assumptions,
    };
  if (outcome.kind === 'shape' && oneSidedDensity(reader, [left, right]) !== null) return null;
  if (outcome.kind === 'shape')
    return {
      kind: 'numeric',
      verdict: 'fails',
      reason: { code: 'step.shape', args: { left: outcome.left, right: outcome.right } },
      assumptions: [],
    };
  if (outcome.kind !== 'different') return null;
  // Of a function that is left open no number is known.
  if (outcome.assumptions.some(({ code }) => code === 'reading.abstract')) return null;
  const rounding = session.together(left, right, () =>
    compareRounded(session.meaning, left, right, approximate),
  );
  const evidence: Evidence = { method: 'rounded' };
  if (rounding !== null && rounding !== 'no') {
    const assumptions = [...outcome.assumptions, ...ROUNDING[rounding]];
    return { kind: 'numeric', verdict: 'holds', evidence, assumptions };
  }
  const { left: shown, right: claimed } = outcome.counterexample;
  return {
    kind: 'numeric',
    verdict: 'fails',
    reason: { code: 'step.not-equal', args: { left: shown, right: claimed } },
    counterexample: outcome.counterexample,
    evidence: { method: 'exact' },
    // Far from what the names' values give: more likely another example than a slip of the pen.
    detached: isSingle(left) && reader.usesValues(left) && !isClose(Number(shown), Number(claimed)),
    assumptions: outcome.assumptions,
  };
}

/** A name or a value of a function, which another example may have given another number. */
function isSingle({ kind }: Expr): boolean {
  return kind === 'sym' || kind === 'sub' || kind === 'mark' || kind === 'call' || kind === 'deriv';
}

/** Within a factor of two, or the other sign. */
function isClose(a: number, b: number): boolean {
  const [x, y] = [Math.abs(a), Math.abs(b)];
  return Number.isFinite(x) && Number.isFinite(y) && Math.max(x, y) <= 2 * Math.min(x, y);
}

/** Is there a derivative of something on this side? */
export function isGradient(node: Expr): boolean {
  return some(
    node,
    (inner) =>
      inner.kind === 'deriv' ||
      inner.kind === 'nabla' ||
      (inner.kind === 'call' && inner.fn.kind === 'prime'),
  );
}

export function kindOf({ names }: Reader, left: Expr, right: Expr): ClaimKind {
  if (names.naming.isNumber(left) && names.naming.isNumber(right)) return 'numeric';
  if (isGradient(left)) return 'gradient';
  return isLiteral(right) ? 'numeric' : 'identity';
}

export function unchecked(
  kind: ClaimKind,
  code: ReasonCode,
  args: Record<string, string> = {},
): Judgement {
  return { kind, verdict: 'unchecked', reason: { code, args }, assumptions: [] };
}

export function given(kind: ClaimKind): Judgement {
  return { kind, verdict: 'given', assumptions: [] };
}
