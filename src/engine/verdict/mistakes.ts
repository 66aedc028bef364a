import { isOpenIntegral } from '../expression/forms.js';
import type { Expr } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { sameTree } from '../expression/sameTree.js';
import { some } from '../expression/walk.js';
import type { Proposal } from '../claim/define.js';
import { isConcluded } from '../claim/standing.js';
import { isLiteral } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import { isFurtherCase, isNextRound, isOtherRule } from './cases.js';
import { openMean, openName, openSize } from './openNames.js';
import { isDeclared, isElementary, isMatrix, isOfColumn, turnsArrays } from './certain.js';
import { namesShort } from '../claim/shortDerivatives.js';
import type { Placed } from '../claim/zone.js';
import type { Consequences } from './consequences.js';
import { judgeEquality, type Equality } from './equality.js';
import type { Edit, Stock } from './edits/edit.js';
import { freeIndex } from './freeIndex.js';
import { found, type Found } from './found.js';
import { given, isGradient, unchecked, type Judgement, type Reader } from './judge.js';
import { isContained, isIdentity, isNameLike, isTotal, sameMakeup, shapesKnown } from './makeup.js';
import { Mender } from './mend.js';
import { mayHold, type OtherReadings } from './otherReadings.js';
import { isBareMoment, speaksOfMoments } from './moments.js';
import { compareBeyond, finerRemainder } from './remainder.js';
import { findRepair, stockFor, type Budget } from './repair.js';
import { valuesOf } from './solve.js';
import { formatNumber } from './number.js';
import type { Setting } from './setting.js';
import { amongMembers } from './sets.js';
import { proposedBy } from './proposed.js';
import { judgeComputation } from './valued.js';

/** What to say of equalities that hold under no reading. */
export class Mistakes {
  /** Names defined more than once, and with an index that they do not have: what they are is a guess. */
  private readonly unsure = new Set<string>();

  constructor(
    private readonly setting: Setting,
    private readonly consequences: Consequences,
    private readonly others: OtherReadings,
    private readonly budget: Budget,
  ) {}

  /** What is left once every reading has failed, with the likeliest repair of what is wrong for certain. */
  judge(placed: Placed, k: number, claim: Equality, judged: Judgement, reader: Reader): Found {
    const result = this.mended(placed, k, claim, judged, reader);
    const { judgement, edit } = result;
    if (edit && isOfColumn(claim, edit))
      return found(unchecked(judged.kind, 'unchecked.ambiguous'));
    // `y^\top` for a `y` that may be a number mends nothing.
    const idle = edit?.code === 'fix.transpose' && !turnsArrays(this.setting, claim, edit);
    const mended = edit && !(idle && !isMatrix(edit.node)) ? edit : null;
    if (mended || judgement.verdict !== 'fails') return { judgement, edit: mended };
    // What is concluded may need more than the numbers of a premise, as that a matrix has an inverse.
    const sure =
      (isDeclared(this.setting, claim) || (claim.continued && isElementary(this.setting, claim))) &&
      !(k === 0 && isConcluded(placed, this.setting.before(placed)));
    return { judgement: { ...judgement, sure }, edit: null };
  }

  private mended(
    placed: Placed,
    k: number,
    claim: Equality,
    judged: Judgement,
    reader: Reader,
  ): Found {
    const result = this.verdictOf(placed, k, claim, judged, reader);
    const { judgement, edit } = result;
    // Of which loss `dW` is a derivative, and whether of a mean, is a guess: a repair that fits is the proof.
    const guessed = !edit && [claim.left, claim.right].some(namesShort);
    if (guessed && judgement.verdict === 'fails')
      return found(unchecked(judged.kind, 'unchecked.ambiguous'));
    const misread = edit ? null : this.misread(placed, claim, judged, judgement, reader);
    if (misread) return misread;
    const wrong = judgement.verdict === 'fails' && judgement.kind !== 'definition';
    if (!wrong || (edit && (edit.cost <= SURE || !isWithin(edit.node, claim.right)))) return result;
    const { names, ranges } = this.setting;
    const near = stockFor(names, [claim.left, claim.right], this.around(placed, reader), ranges);
    const stock = { ...near, bold: true };
    const mender = new Mender(reader, claim, judged, stock, this.budget);
    const begins = k === 0 && !placed.cues.some((cue) => cue.kind === 'definition');
    const early = !edit && begins && mender.rightIsConfirmed() ? mender.left(true) : null;
    const bold = early ?? mender.right(begins) ?? (edit ? null : begins ? mender.left(true) : null);
    if (bold && (!edit || bold.cost < edit.cost))
      return { judgement, edit: { ...bold, bold: true } };
    if (edit) return result;
    // What expectations are of is judged by laws of their own.
    const sides = begins && speaksOfMoments(claim) ? BOTH : RIGHT;
    return { judgement, edit: this.widely(placed, mender, reader, sides) };
  }

  /** What is left once every reading has failed: a mistake with its repair, another definition, or nothing certain. */
  private verdictOf(
    placed: Placed,
    k: number,
    claim: Equality,
    first: Judgement,
    reader: Reader,
  ): Found {
    const misfit = first.reason?.code === 'unchecked.shape' && judgeComputation(reader, claim);
    const judged = misfit || first;
    const fails = judged.verdict === 'fails' || judged.verdict === 'slip';
    const code = judged.reason?.code;
    if (!fails && !MENDABLE.has(code)) return this.nearly(claim, judged, reader);
    const doubt = this.doubt(placed, claim, judged, reader);
    if (doubt) return found(doubt);
    const told = fails ? amongMembers(reader, claim, judged) : null;
    if (told) return found(told);
    // Any edit of what is smaller than the remainder would make it hold.
    if (code === 'notation.remainder') return { judgement: judged, edit: finerEdit(reader, claim) };
    const own = k === 0 ? this.setting.names.naming.readName(claim.left) : null;
    if (own && isFurtherCase(this.setting, placed, own.key)) return found(given('equation'));
    const wider = k === 0 && this.isAnother(placed, claim) ? this.reconsider(placed) : null;
    if (wider) return found(wider);
    const mender = new Mender(reader, claim, judged, this.stockOf(reader, claim), this.budget);
    const begins = k === 0 && !placed.cues.some((cue) => cue.kind === 'definition');
    const early = begins && mender.rightIsConfirmed() ? mender.left(fails) : null;
    if (early) return leftMistake(judged, early);
    const proposed = mender.right(begins);
    // `f = f` would hold, and says nothing.
    const same = proposed?.code === 'fix.replace' && sameTree(proposed.change, claim.left);
    const edit = same ? null : proposed;
    const late = edit ?? (begins ? mender.left(fails) : null);
    // `\alpha` beside `\alpha_m` may be the unknown that is solved for.
    const fix = late?.code === 'fix.index' && late.node.kind === 'sym' ? late.node : null;
    if (fix && this.consequences.isUnknown(fix)) return found(given('equation'));
    if (late && late !== edit) return leftMistake(judged, late);
    const open =
      fails && (!edit || edit.node === claim.right) ? openName(this.setting, claim, edit) : null;
    if (open) return found(unchecked(judged.kind, 'unchecked.unlinked', { name: open }));
    if (fails && !edit && claim.premise === true && !isGradient(claim.left)) {
      this.consequences.suppose(claim);
      return found(given('equation'));
    }
    if (fails && !edit) return found(this.withoutRepair(placed, k, claim, judged));
    if (fails && edit && edit.node === claim.right && edit.code === 'fix.replace') {
      return {
        judgement: { ...judged, verdict: 'slip', reason: { code: 'notation.symbol', args: {} } },
        edit,
      };
    }
    if (fails) return { judgement: judged, edit };
    return fitted(judged, edit);
  }

  /** What a claim and all definitions are made of. */
  private stockOf({ book }: Reader, { left, right }: Equality): Stock {
    const { names, ranges } = this.setting;
    const around = [...book.variables.values()].map(({ body }) => body);
    return stockFor(names, [left, right], around, ranges);
  }

  /** Names of which too little is said for anything to be wrong. */
  private doubt(
    { cues }: Placed,
    claim: Equality,
    { kind, verdict }: Judgement,
    reader: Reader,
  ): Judgement | null {
    const { naming } = this.setting.names;
    const fails = verdict === 'fails' || verdict === 'slip';
    // "For the points of section 3": the numbers that are meant are not the last that were given.
    const elsewhere = fails && cues.some((cue) => cue.kind === 'elsewhere');
    if (elsewhere && reader.hasValues(claim.left) && !reader.isNumber(claim.left))
      return unchecked(kind, 'unchecked.context', {});
    const unsure = [...keysIn(claim.left, naming), ...keysIn(claim.right, naming)].find((key) =>
      this.unsure.has(key),
    );
    if (unsure !== undefined) return unchecked(kind, 'unchecked.context', { name: unsure });
    // A mean that nobody defined has nothing to do with what it is the mean of.
    const mean = fails ? openMean(this.setting, claim) : undefined;
    if (mean !== undefined) return unchecked(kind, 'unchecked.unlinked', { name: mean });
    // `I_p` where nothing says how large `p` is.
    const size = fails ? openSize(this.setting, claim) : undefined;
    if (size !== undefined) return unchecked(kind, 'unchecked.unlinked', { name: size });
    // How two random quantities go together is for the text to say; a number may come from its table.
    return speaksOfMoments(claim) && naming.isNumber(claim.right)
      ? unchecked(kind, 'unchecked.unlinked')
      : null;
  }

  /** An edit with which a claim holds under one of the readings that are tried before it is called wrong. */
  private widely(
    placed: Placed,
    mender: Mender,
    reader: Reader,
    sides: readonly ('left' | 'right')[],
  ): Edit | null {
    const holds = (mended: Equality): boolean =>
      this.holds(placed, mended, reader) ||
      this.consequences.supporting(placed, mended)?.verdict === 'holds';
    for (const side of sides) {
      const edit = mender.widely(holds, undefined, side);
      if (edit) return { ...edit, bold: true };
    }
    return null;
  }

  /** Does a mended claim hold, by the usual reading or another? */
  private holds(placed: Placed, mended: Equality, reader: Reader): boolean {
    const usual = mayHold(reader, mended) && judgeEquality(reader, mended).verdict === 'holds';
    return usual || this.others.find(placed, mended, reader)?.verdict === 'holds';
  }

  /** The edit of the left side that was taken as given, where the mistake is likelier there than on the right. */
  earlier(placed: Placed, claim: Equality, { judgement, edit }: Found): Edit | null {
    const { names, ranges } = this.setting;
    const reader = this.setting.readerFor([claim.left, claim.right]);
    const near = stockFor(names, [claim.left, claim.right], this.around(placed, reader), ranges);
    const stock = { ...near, bold: true };
    return new Mender(reader, claim, judgement, stock, this.budget).earlier(edit);
  }

  private around(placed: Placed, { book }: Reader): Expr[] {
    const definitions = [...book.variables.values()].map((definition) => definition.body);
    return [...this.setting.around(placed), ...definitions];
  }

  /** One slight change with which a claim holds that else would only be supposed, or mean something new: a slip. */
  slight(claim: Equality, judged: Judgement, reader: Reader, withNumbers = true): Found | null {
    const { names, ranges } = this.setting;
    const stock = stockFor(names, [claim.left, claim.right], [], ranges);
    const mender = new Mender(reader, claim, judged, stock, this.budget);
    const edit = mender.slight(withNumbers);
    // `f^*` is another function than `f`, and its definition no slip.
    if (!edit || edit.code === 'fix.replace') return null;
    // `\alpha` beside `\alpha_m` may be the unknown that is solved for.
    if (edit.code === 'fix.index' && edit.node.kind === 'sym') return null;
    const args = valuesBeside(reader, claim);
    const reason = judged.reason ?? { code: 'step.not-equal' as const, args };
    return { judgement: { ...judged, verdict: 'fails', reason }, edit };
  }

  /** Of names that nothing links a difference proves nothing, but one slight change with which all agrees does. */
  private nearly(claim: Equality, judged: Judgement, reader: Reader): Found {
    const { kind, verdict, assumptions, reason } = judged;
    const name = reason?.args['name'];
    const cancelled = this.cancelled(claim, judged, reader);
    if (cancelled) return cancelled;
    // What nothing defines may be anything.
    const known = name === undefined || this.setting.isDefined(name);
    const open = reason?.code === 'unchecked.unlinked' && known && !claim.approximate;
    const slight = open ? this.slight(claim, { kind, verdict, assumptions }, reader, false) : null;
    if (!slight?.edit) return found(judged);
    return !TURNS.has(slight.edit.code) || turnsArrays(this.setting, claim, slight.edit)
      ? slight
      : found(judged);
  }

  /** Shapes that do not fit by the likeliest reading: a slip of a sign, a fraction or a term with which it holds by another. */
  private misread(
    placed: Placed,
    claim: Equality,
    judged: Judgement,
    { verdict, kind, reason }: Judgement,
    reader: Reader,
  ): Found | null {
    if (verdict !== 'unchecked' || reason?.code !== 'unchecked.shape') return null;
    if (claim.premise === true || claim.approximate || speaksOfMoments(claim)) return null;
    // `= 0` is what is asked, or what follows.
    if (isLiteral(claim.right)) return null;
    const { names, ranges } = this.setting;
    const stock = stockFor(names, [claim.left, claim.right], [], ranges);
    const mender = new Mender(reader, claim, judged, stock, this.budget);
    const edit = mender.widely((mended) => this.holds(placed, mended, reader), MISREAD);
    if (!edit) return null;
    const code = 'step.not-equal' as const;
    return {
      judgement: { kind, verdict: 'fails', reason: { code, args: {} }, assumptions: [] },
      edit,
    };
  }

  /** Names that only the left side has, and that cancel once one edit of the right side makes all agree. */
  private cancelled(claim: Equality, judged: Judgement, reader: Reader): Found | null {
    const open = judged.reason?.code === 'unchecked.unlinked' && !claim.approximate;
    if (!open || claim.premise === true || !isContained(this.setting, claim)) return null;
    if (speaksOfMoments(claim)) return null;
    const { names, ranges } = this.setting;
    const stock = stockFor(names, [claim.left, claim.right], [], ranges);
    const edit = findRepair(reader, claim, stock, this.budget);
    if (!edit || edit.cost > NEAR || (edit.code === 'fix.replace' && edit.node === claim.right))
      return null;
    const reason = { code: 'step.not-equal' as const, args: valuesBeside(reader, claim) };
    return { judgement: { ...judged, verdict: 'fails', reason }, edit };
  }

  /** A difference that no single edit explains: is it certain that both sides speak of the same thing? */
  private withoutRepair(placed: Placed, k: number, claim: Equality, judged: Judgement): Judgement {
    const { names } = this.setting;
    if (judged.kind === 'numeric' && names.naming.isNumber(claim.left)) return judged;
    if (judged.evidence?.method === 'symbolic') return judged;
    if (k === 0 && this.isLayersDerivative(claim.left)) return judged;
    const again = k === 0 ? this.reconsider(placed) : null;
    if (again) return again;
    const said = proposedBy(this.setting, placed);
    if (k === 0 && said && this.isEntrywise(said)) return judged;
    // `\sigma_1^2 = \sigma_2^2 = 1` gives both their value.
    if (k > 0 && placed.statement.items.slice(0, k + 1).every((item) => item && isNameLike(item)))
      return given('definition');
    if (judged.assumptions.some(({ code }) => code === 'reading.abstract'))
      return unchecked(judged.kind, 'unchecked.unknown-function');
    const computed = k === 0 ? judgeComputation(this.setting.reader, claim) : null;
    if (computed && computed.detached !== true) return computed;
    if (
      judged.reason?.code === 'step.shape' &&
      (isTotal(this.setting, claim) || !shapesKnown(this.setting, claim))
    )
      return unchecked(judged.kind, 'unchecked.shape', { ...judged.reason.args });
    const use = this.setting.names.naming.readName(claim.left);
    if (use && this.setting.isImplied(use.key)) return judged;
    const last = placed.statement.items.at(-1);
    // `V^\top V = V V^\top = I`, `x_1^\top x_1 = x_2^\top x_2 = 2`: what is asked of names, or known of them.
    const { reader } = this.setting;
    const known = !claim.continued && reader.hasValues(claim.left) && reader.hasValues(claim.right);
    const example = !known && (judged.kind === 'identity' || reader.book.values.size > 0);
    if (
      k === 0 &&
      example &&
      placed.statement.items.length > 2 &&
      last &&
      (isLiteral(last) || isIdentity(this.setting, last))
    )
      return given('equation');
    const certain =
      sameMakeup(this.setting, claim) ||
      judged.reason?.code === 'step.remainder' ||
      this.isWorkedOut(claim) ||
      (speaksOfMoments(claim)
        ? this.isLinked(claim) && (k > 0 || !isBareMoment(this.setting.reader, claim.left))
        : claim.continued || judged.kind !== 'identity');
    return judged.detached || !certain ? unchecked(judged.kind, 'unchecked.unlinked') : judged;
  }

  /** The same name in another case, by another rule, or in the next round. */
  private isAnother(placed: Placed, claim: Equality): boolean {
    const { setting } = this;
    return this.isOtherCase(claim) || isOtherRule(setting, placed) || isNextRound(setting, placed);
  }

  /** `L(W) = ...` after `L(w) = ...`: the same for matrices, in letters of its own. */
  private isOtherCase({ left, right }: Equality): boolean {
    const { naming } = this.setting.names;
    if (left.kind !== 'call' || left.args.length !== 1 || !left.args[0]) return false;
    const [fn, arg] = [naming.readName(left.fn), naming.readName(left.args[0])];
    const earlier = fn ? this.setting.reader.book.functions.get(fn.key)?.args?.[0] : undefined;
    if (!arg || earlier === undefined || earlier === arg.key) return false;
    return earlier.toLowerCase() === arg.key.toLowerCase() && !keysIn(right, naming).has(earlier);
  }

  /** An integral or a limit, and what it comes to; an equation for an unknown has integrals on both sides, or a number. */
  private isWorkedOut(claim: Equality): boolean {
    const runs = (side: Expr): boolean =>
      some(side, (node) => node.kind === 'big' && (node.op === 'int' || node.op === 'lim'));
    const constant = some(claim.left, isOpenIntegral) ? /^[CcKk]('|_|$)/ : null;
    return runs(claim.left) && !runs(claim.right) && this.isLinked(claim, constant);
  }

  /** Is all that the right side speaks of on the left too, or explained? */
  private isLinked({ left, right }: Equality, constant: RegExp | null = null): boolean {
    const { naming } = this.setting.names;
    const known = keysIn(left, naming);
    return [...keysIn(right, naming)].every(
      (key) =>
        known.has(key) ||
        constant?.test(key) === true ||
        this.setting.grounded.has(key) ||
        this.setting.isDefined(key) ||
        this.setting.reader.isCommon(key),
    );
  }

  /** `\delta^{(l)} = ...` where the text said that it is what the loss's derivative by `z^{(l)}` is. */
  private isLayersDerivative(left: Expr): boolean {
    const use = this.setting.names.naming.readName(left);
    const definition = use ? this.setting.reader.book.variables.get(use.key) : undefined;
    return (
      use?.family.length === 1 &&
      definition?.family.length === 1 &&
      definition.body.kind === 'deriv'
    );
  }

  /** `A_{ij} = ...` after `A = \mathrm{softmax}(S)`, made of the same names: says the same by entries. */
  private isEntrywise({ key, indices, args, body }: Proposal): boolean {
    const first = this.setting.reader.book.variables.get(key);
    if (args !== null || indices.length === 0 || first?.args !== null) return false;
    if (first.indices.length > 0) return false;
    const { naming } = this.setting.names;
    const known = keysIn(first.body, naming);
    const own = [...keysIn(body, naming)];
    const isCommon = (name: string): boolean => this.setting.reader.isCommon(name);
    return (
      own.some((name) => known.has(name) && !isCommon(name)) &&
      own.every((name) => known.has(name) || isCommon(name))
    );
  }

  /** A definition said again, or another one, with an index that its name does not have. */
  freeIndex(placed: Placed, reader: Reader): Found | null {
    const proposal = proposedBy(this.setting, placed);
    const left = placed.statement.items[0] ?? null;
    const lint = proposal && freeIndex(reader, { ...proposal, id: 0 }, left);
    if (!lint?.meant) return null;
    this.setting.redefine(lint.meant);
    this.unsure.add(lint.meant.key);
    return lint;
  }

  /** A second definition of a name, or an equation for an unknown, is no mistake. */
  private reconsider(placed: Placed): Judgement | null {
    const { names } = this.setting;
    const proposal = proposedBy(this.setting, placed);
    const [left] = placed.statement.items;
    if (!proposal || (left && names.shorthand.writtenOut(left))) return null;
    if (!this.setting.isDefined(proposal.key)) return given('equation');
    if (this.setting.isImplied(proposal.key) || this.isEntrywise(proposal)) return null;
    if (placed.cues.some((cue) => cue.kind === 'conditional')) return given('equation');
    const said = placed.first ? placed.cues.map((cue) => cue.kind) : [];
    const concluded = said.includes('result') || placed.statement.link === 'implies';
    // "Then $f = \max(x, y)$", once the derivative of what `f` was before is told: the next function.
    if (concluded && !this.setting.wasDerived(proposal.key, placed.order)) return given('equation');
    this.setting.redefine(proposal);
    return given('definition');
  }
}

/** What is no value under this reading, and may have one after an edit. */
const MENDABLE: ReadonlySet<string | undefined> = new Set(['unchecked.shape', 'unchecked.context']);

/** Edits that leave all shapes as they are. */
const MISREAD: ReadonlySet<Edit['code']> = new Set([
  'fix.sign',
  'fix.order',
  'fix.number',
  'fix.power',
  'fix.factor',
]);

const RIGHT = ['right'] as const;
const BOTH = ['right', 'left'] as const;

/** Edits of arrays alone. */
const TURNS: ReadonlySet<Edit['code']> = new Set(['fix.order', 'fix.product', 'fix.transpose']);

/** The dearest edit that proves something of names which nothing links. */
const NEAR = 3.5;

/** Nothing likelier is looked for. */
const SURE = 2;

function isWithin({ span }: Expr, side: Expr): boolean {
  return span.start >= side.span.start && span.end <= side.span.end;
}

/** The next power for a remainder that is not of the right order, where the claim then holds. */
function finerEdit(reader: Reader, claim: Equality): Edit | null {
  const finer = finerRemainder(claim.right);
  if (!finer) return null;
  const result = replaceNode(claim.right, finer.old, finer.next);
  if (compareBeyond(reader, { ...claim, right: result }).kind !== 'equal') return null;
  return { code: 'fix.number', cost: 1, node: finer.old, change: finer.next, result };
}

/** What is no value as it stands is a mistake only when one small edit makes everything fit and agree. */
function fitted(judged: Judgement, edit: Edit | null): Found {
  if (!edit || edit.cost > 3) return found(judged);
  const { kind, reason } = judged;
  const beside = reason?.code === 'unchecked.context';
  // `p1 - p`: what was read as an index was none. What lies beyond the last entry is none, before the first it may be.
  const beyond = edit.code === 'fix.bounds' && reason?.args['index'] !== '0';
  if (beside && edit.code !== 'fix.brackets' && !beyond) return found(judged);
  const known = beside
    ? { code: 'step.not-equal' as const, args: {} }
    : { code: 'step.shape' as const, args: { ...reason?.args } };
  return { judgement: { kind, verdict: 'fails', reason: known, assumptions: [] }, edit };
}

/** A slip on the left of a claim: one that makes it hold is the proof. */
function leftMistake(judged: Judgement, edit: Edit): Found {
  const { reason } = judged;
  const known =
    reason?.code === 'unchecked.shape' ? { ...reason, code: 'step.shape' as const } : reason;
  return {
    judgement: { ...judged, verdict: 'fails', ...(known ? { reason: known } : {}) },
    edit,
  };
}

/** The first values that differ, for a person to see. */
function valuesBeside(reader: Reader, { left, right }: Equality): Record<string, string> {
  const values = valuesOf(reader, left, right) ?? [];
  const [x, y] = values.find(([a, b]) => Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a))) ?? [];
  return x === undefined || y === undefined
    ? {}
    : { left: formatNumber(x), right: formatNumber(y) };
}
