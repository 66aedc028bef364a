import { isLiteral } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import type { CueKind } from '../document/outline.js';
import { isChance, isSetOfAll, isZero } from '../expression/forms.js';
import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import { isFunctionWord } from '../functions/known.js';
import { readerOfNumbers } from './asNumber.js';
import { byInduction } from './induction.js';
import { withNamedSlopes } from './asSlope.js';
import { readerOfVariables } from './asVariable.js';
import { readerInGeneral, readersWithoutNumbers } from './inGeneral.js';
import { printLatex } from '../latex/print.js';
import { asLaidOut, judgeLaidOut } from './laidOut.js';
import { Consequences } from './consequences.js';
import { judgeEquality, type Equality } from './equality.js';
import type { Edit } from './edits/edit.js';
import { wholeDerivative } from './exactMend.js';
import { given, isGradient, unchecked, type Judgement, type Reader } from './judge.js';
import { Optima } from './optima.js';
import { Solutions } from './solutions.js';
import { OtherReadings } from './otherReadings.js';
import type { Budget } from './repair.js';
import { found, type Found } from './found.js';
import { isConstraint, isNameLike, setsAll } from './makeup.js';
import { Mistakes } from './mistakes.js';
import { wrongLimits } from './limits.js';
import { judgeShapes } from './misshapen.js';
import { withSigns } from './sideBySide.js';
import { knownForm } from './knownForm.js';
import { findMissingIndex, otherThanKnown } from './lint.js';
import type { Setting } from './setting.js';
import { argumentOfSubject, KnownSlopes, slope, withoutConstant } from './upToConstant.js';
import { otherRange } from './otherRange.js';
import { judgeOverSteps } from './overSteps.js';
import { proposedBy } from './proposed.js';
import { supposedReader } from './supposed.js';
import { isOfSomeIndices } from './sets.js';
import { isSolvedNext } from './solvedNext.js';

/** Decides equalities of one zone: under every sensible reading before one is called wrong. */
export class Decider {
  /** What the text supposed so far, and what follows from it. */
  readonly consequences: Consequences;
  /** What it makes least or greatest. */
  readonly optima: Optima;
  /** What it solves equations and objectives for. */
  readonly solutions: Solutions;
  private readonly others: OtherReadings;
  private readonly mistakes: Mistakes;
  private readonly slopes = new KnownSlopes();

  constructor(
    private readonly setting: Setting,
    budget: Budget,
  ) {
    this.consequences = new Consequences(setting, budget);
    this.optima = new Optima(setting, budget);
    this.solutions = new Solutions(setting, this.consequences, this.optima, budget);
    this.others = new OtherReadings(setting, this.consequences);
    this.mistakes = new Mistakes(setting, this.consequences, this.others, budget);
  }

  equality(placed: Placed, k: number, claim: Equality): Found {
    const result = this.bySlope(placed, k, claim) ?? this.decided(placed, k, claim);
    if (k === 0) this.slopes.note(claim.left, claim.right);
    const { verdict } = result.judgement;
    const range =
      k === 0 && verdict !== 'fails' ? otherRange(placed, this.setting.statements) : null;
    if (range) return range;
    const open = k > 0 && (verdict === 'given' || verdict === 'unchecked');
    return (open ? this.byName(claim.subject, claim.right) : null) ?? result;
  }

  /** What a name is set to, where everybody knows what that has to be. */
  assigned(placed: Placed, k: number, left: Expr, right: Expr): Found | null {
    return k === 0 ? (this.setting.lints.get(placed) ?? this.byName(left, right)) : null;
  }

  /** A slope of what was told but for a constant. */
  private bySlope(placed: Placed, k: number, claim: Equality): Found | null {
    const left = k === 0 ? this.slopes.writtenOut(claim.left) : null;
    // What stands in another formula is not mended here.
    const result = left && this.decided(placed, 1, { ...claim, left, continued: true });
    const { verdict } = result?.judgement ?? {};
    return verdict === 'holds' || verdict === 'fails' ? result : null;
  }

  private decided(placed: Placed, k: number, claim: Equality): Found {
    const limits = wrongLimits(this.setting, claim);
    if (limits) return limits;
    if (k === 0 && this.setting.entries.some((entry) => entry.placed === placed))
      return this.defined(placed, claim);
    if (this.onlySays(placed, k, claim)) return found(given('definition'));
    const written = this.missingIndex(claim) ?? this.halfDerivative(placed, k, claim);
    if (written) return written;
    const special = this.optima.judge(placed, k, claim);
    if (special) return special;
    const implied = k === 0 ? this.consequences.implied(placed, claim) : null;
    if (implied) return implied;
    const solution = k === 0 ? this.solutions.judge(placed, claim) : null;
    if (solution) return solution;
    const named = k === 0 && !claim.continued ? this.byName(claim.left, claim.right) : null;
    if (named) return named;
    const [reader, judged] = this.asRead(placed, claim);
    const solved = k === 0 && isSolvedNext(this.setting, placed, claim, judged);
    const valued = solved ? null : this.byNumbers(placed, k, claim, judged, reader);
    if (valued) return valued;
    const supposed = this.isSupposed(placed, k, claim, judged);
    if (supposed || (judged.verdict === 'given' && judged.kind === 'equation')) {
      const free = k === 0 && !supposed ? this.mistakes.freeIndex(placed, reader) : null;
      return free ?? this.asSupposed(placed, claim, judged, supposed ? null : reader);
    }
    if (judged.verdict === 'given') return found(judged);
    if (judged.verdict === 'holds') {
      const signed = withSigns(this.setting, reader, claim, judged);
      const plain = signed.edit ? this.others.ofOneName(claim) : null;
      return plain ? found(plain) : (this.onlyInNumbers(placed, k, claim) ?? signed);
    }
    const free = k === 0 ? this.mistakes.freeIndex(placed, reader) : null;
    if (free) return free;
    const other =
      this.others.find(placed, claim, reader) ?? this.consequences.supporting(placed, claim);
    const open = judged.reason?.code === 'unchecked.unlinked' && !claim.continued;
    if (open || this.wasOpen(placed, claim)) this.consequences.suppose(claim, true);
    if (other) return found(other);
    // `f = \sigma(W_f h + b_f)` in names that nothing else explains.
    if (open && judged.kind === 'identity' && isNameLike(claim.left))
      return found(given('equation'));
    // `P(y = 1 | x) = \sigma(w^\top x)`: the model.
    const unsaid = judged.reason?.code === 'unchecked.unknown-function' && !claim.continued;
    if (unsaid && isChance(claim.left)) return found(given('equation'));
    const again = k === 0 ? this.elsewhere(placed, claim, judged) : null;
    if (again) return found(again);
    if (isOfItself(claim)) return this.asSupposed(placed, claim, judged, null);
    const mended = k > 0 ? this.consequences.mended(placed, claim) : null;
    if (mended) return mended;
    const fitting = /shape/.test(judged.reason?.code ?? '')
      ? (this.others.namesakeReader(claim) ?? this.others.numbersReader(claim)?.[0] ?? null)
      : (this.others.countedReader(claim)?.[0] ?? null);
    const result = fitting
      ? this.mistakes.judge(placed, k, claim, judgeEquality(fitting, claim), fitting)
      : this.mistakes.judge(placed, k, claim, judged, reader);
    return this.byWhatWasSaid(placed, k, claim, result.judgement) ?? result;
  }

  /** What the text says by its own equations comes before what everybody knows. */
  private defined(placed: Placed, claim: Equality): Found {
    const lint = this.setting.lints.get(placed);
    if (lint && lint.judgement.reason?.code !== 'definition.known') return lint;
    return this.solutions.judge(placed, claim) ?? lint ?? judgeShapes(this.setting, claim);
  }

  /** `\frac{L}{\partial a}`: a derivative of which one sign was forgotten. */
  private halfDerivative(placed: Placed, k: number, claim: Equality): Found | null {
    const edit = wholeDerivative(claim.right);
    if (!edit) return null;
    const whole = this.equality(placed, k, { ...claim, right: edit.result }).judgement;
    const verdict = whole.verdict === 'fails' ? 'fails' : 'slip';
    const reason = { code: 'notation.derivative' as const, args: {} };
    return { judgement: { kind: 'gradient', verdict, reason, assumptions: [] }, edit };
  }

  /** The likeliest reading of a claim, and what it says by that. */
  private asRead(placed: Placed, claim: Equality): readonly [Reader, Judgement] {
    const usual = this.setting.readerFor([claim.left, claim.right]);
    const induced = byInduction(usual, claim);
    if (induced) return [usual, induced];
    const first = this.upToConstant(claim) ?? judgeEquality(usual, claim);
    return (
      this.beforeExamples(placed, claim, first) ??
      this.byVariables(claim, first) ??
      asLaidOut(this.setting, placed, claim, first) ??
      this.overSteps(claim, first) ??
      this.inGeneral(claim, first) ?? [usual, first]
    );
  }

  /** `\theta_{t+1} = ...`, which defines nothing, and is otherwise than everybody has it. */
  private byName(name: Expr | null | undefined, form: Expr): Found | null {
    if (!name || !(isNameLike(name) || name.kind === 'call' || name.kind === 'pow')) return null;
    const other = knownForm(this.setting.reader, name, form);
    if (!other) return null;
    const key = this.setting.names.naming.readName(name)?.key ?? printLatex(name);
    return { judgement: otherThanKnown(key, other.counterexample), edit: other.edit };
  }

  /** What the text said of its names until then, or supposed of them, may tell where all together leaves a step open. */
  private byWhatWasSaid(
    placed: Placed,
    k: number,
    claim: Equality,
    judged: Judgement,
  ): Found | null {
    const { verdict, kind, reason } = judged;
    if (verdict !== 'unchecked' || claim.approximate) return null;
    const unknown = reason?.code === 'unchecked.unlinked';
    const slopes =
      unknown || reason?.code === 'unchecked.unknown-function'
        ? this.byNamedSlopes(placed, k, claim)
        : null;
    if (slopes) return slopes;
    const read = judgeLaidOut(this.setting, placed, claim, judged);
    const moved = read && this.mistakeBy(placed, k, claim, read.reader);
    if (moved?.judgement.reason?.code === 'step.not-equal') return moved;
    if (!unknown) return null;
    const until = this.setting.readerUntil(placed.order);
    const supposed = kind === 'gradient' ? supposedReader(this.setting, this.consequences) : null;
    return (
      (until && this.mistakeBy(placed, k, claim, until)) ??
      (supposed && (holding(supposed, claim) ?? this.mistakeBy(placed, k, claim, supposed)))
    );
  }

  /** A mistake under another reading, of which an edit is the proof. */
  private mistakeBy(
    placed: Placed,
    k: number,
    claim: Equality,
    reader: Reader,
    bold = false,
  ): Found | null {
    const judged = judgeEquality(reader, claim);
    if (judged.verdict !== 'fails') return null;
    const { judgement, edit } = this.mistakes.judge(placed, k, claim, judged, reader);
    const proved = judgement.verdict === 'fails' && edit !== null && (bold || edit.bold !== true);
    return proved && edit.cost <= PROVING ? { judgement, edit } : null;
  }

  /** Whatever the slopes are that both sides have. */
  private byNamedSlopes(placed: Placed, k: number, claim: Equality): Found | null {
    const named = withNamedSlopes(this.setting.reader, claim);
    if (!named) return null;
    const judged = judgeEquality(named.reader, named.claim);
    if (judged.verdict === 'holds') return found(judged);
    if (k === 0) return null;
    const wrong = this.mistakeBy(placed, k, named.claim, named.reader, true);
    const edit = wrong?.edit ? named.asWritten(wrong.edit) : null;
    return wrong && edit && { judgement: wrong.judgement, edit };
  }

  /** What a name is in the next example, or in another case: nothing that must agree with what it was. */
  private elsewhere(placed: Placed, claim: Equality, { verdict }: Judgement): Judgement | null {
    if (verdict !== 'fails') return null;
    return this.nextExample(placed, claim) ?? this.otherCase(placed, claim);
  }

  /** Says what is meant by a name: a set by a condition, both of two names, or all of them by one number. */
  private onlySays(placed: Placed, k: number, claim: Equality): boolean {
    if (isNameLike(claim.right) && setsAll(placed)) return true;
    if (k === 1) return this.saysBoth(placed, claim);
    return k === 0 && isNameLike(claim.left) && some(claim.right, isSetOfAll);
  }

  /** `p_w = P(w | c) = ...` or `P(y = 1 | x) = p = ...`, where what follows says what both are. */
  private saysBoth(placed: Placed, { left, right }: Equality): boolean {
    const entry = this.setting.entries.find((one) => one.placed === placed);
    return (left.kind === 'call' || isNameLike(left)) && entry?.definition.body === right;
  }

  /** Where a step that fails goes on from what was only given: the edit of that, if the mistake is likelier there. */
  earlier(placed: Placed, claim: Equality, result: Found): Edit | null {
    return this.mistakes.earlier(placed, claim, result);
  }

  /** A slip in what would else be an example that is only spoken of. */
  slight(claim: Equality, judged: Judgement): Found | null {
    return this.mistakes.slight(claim, judged, this.setting.readerFor([claim.left, claim.right]));
  }

  /** The chain rules of a general case, of which the loss is an example's, if at all, that comes later. */
  private beforeExamples(
    placed: Placed,
    claim: Equality,
    { reason }: Judgement,
  ): readonly [Reader, Judgement] | null {
    if (reason?.code !== 'unchecked.unlinked') return null;
    const reader = this.setting.readerBefore(placed.order);
    const judged = reader && judgeEquality(reader, claim);
    const told = judged?.verdict === 'holds' || judged?.verdict === 'fails';
    return reader && judged && told ? [reader, judged] : null;
  }

  /** What cannot be read with the numbers of an example, and can without. */
  private inGeneral(claim: Equality, { reason }: Judgement): readonly [Reader, Judgement] | null {
    const code = reason?.code;
    if (code !== 'unchecked.context' && code !== 'unchecked.shape') return null;
    const reader = readerInGeneral(this.setting, claim);
    const judged = reader && judgeEquality(reader, claim);
    const differs = code === 'unchecked.context' && judged?.reason?.code === 'step.not-equal';
    return reader && (judged?.verdict === 'holds' || differs) ? [reader, judged] : null;
  }

  /** What holds of the numbers of an example, `z = 1`, and is a slip in letters: one small edit makes it hold of any. */
  onlyInNumbers(placed: Placed, k: number, claim: Equality): Found | null {
    if (claim.approximate || claim.premise === true) return null;
    for (const reader of readersWithoutNumbers(this.setting, claim)) {
      const slip = this.mistakeBy(placed, k, claim, reader);
      if (!slip?.edit) continue;
      // `\frac{a + b}{2}` for `\frac{a + b}{n}` is what the example makes of it.
      const { node, change } = slip.edit;
      if (!isLiteral(node) || isLiteral(change)) return slip;
    }
    return null;
  }

  /** What is said of derivatives by names that an example gave as numbers, as long as no numbers are in it. */
  private byVariables(claim: Equality, { reason }: Judgement): readonly [Reader, Judgement] | null {
    const open =
      reason?.code === 'unchecked.unlinked' && !this.setting.reader.isNumber(claim.right);
    const reader = open ? readerOfVariables(this.setting, claim) : null;
    const judged = reader && judgeEquality(reader, claim);
    const told = judged?.verdict === 'holds' || judged?.verdict === 'fails';
    return reader && judged && told ? [reader, judged] : null;
  }

  /** "With $\\lambda = 4$, $\\nabla J = g + 4 w$": numbers in the place of names. */
  private byNumbers(
    placed: Placed,
    k: number,
    claim: Equality,
    { verdict, kind, reason }: Judgement,
    usual: Reader,
  ): Found | null {
    const defined = verdict === 'given' && kind === 'equation' && isNameLike(claim.left);
    if (!defined && verdict !== 'fails' && reason?.code !== 'unchecked.unlinked') return null;
    const reader = claim.approximate ? null : readerOfNumbers(usual, claim);
    return reader && (holding(reader, claim) ?? this.mistakeBy(placed, k, claim, reader));
  }

  /** What is open because it depends on one time step alone. */
  private overSteps(claim: Equality, { reason }: Judgement): readonly [Reader, Judgement] | null {
    const open = reason?.code === 'unchecked.unlinked';
    return open ? judgeOverSteps(this.setting.reader, claim) : null;
  }

  /** An equation to be made true, unless a slight change of it is true anyway and no word asks for it. */
  private asSupposed(
    placed: Placed,
    claim: Equality,
    judged: Judgement,
    reader: Reader | null,
  ): Found {
    const slight =
      reader && !isAsked(placed, claim) ? this.mistakes.slight(claim, judged, reader) : null;
    if (slight) return slight;
    // What a derivative is stays as it was written, whatever its names are said to be later.
    const left = (isZero(claim.right) ? claim.before : null) ?? claim.left;
    this.consequences.suppose({ ...claim, left });
    return found(given('equation'));
  }

  /** `\log\mu_i = x_i^\top\beta`, of whose μ a later section says something else: it stood for something until then. */
  private wasOpen(placed: Placed, claim: Equality): boolean {
    const reader = claim.continued ? null : this.setting.readerUntil(placed.order);
    const judged = reader && judgeEquality(reader, claim);
    return judged?.reason?.code === 'unchecked.unlinked' || judged?.kind === 'equation';
  }

  /** Both sides up to terms that are some constant: their slopes must agree. */
  private upToConstant(claim: Equality): Judgement | null {
    const [left, right] = [withoutConstant(claim.left), withoutConstant(claim.right)];
    if (!left && !right) return null;
    const { reader } = this.setting;
    const plain = { ...claim, left: left ?? claim.left, right: right ?? claim.right };
    const whole = judgeEquality(reader, plain);
    if (whole.verdict === 'holds') return whole;
    const by = argumentOfSubject(claim.subject ?? null);
    if (!by) return unchecked('identity', 'unchecked.unlinked');
    const sides = { left: slope(plain.left, by), right: slope(plain.right, by) };
    return { ...judgeEquality(reader, { ...plain, ...sides }), kind: 'identity' };
  }

  /** `g(z) = \tanh(z)` after `g(z) = \sigma(z)` and its derivative: the next function in a list of them. */
  private nextExample(placed: Placed, claim: Equality): Judgement | null {
    const { left } = claim;
    const use = left.kind === 'call' ? this.setting.names.naming.readName(left.fn) : null;
    // `\operatorname{ReLU}(x) = (x - |x|) / 2`: a name that everybody knows is no example's.
    if (!use || isFunctionWord(use.key) || !this.setting.wasDerived(use.key, placed.order))
      return null;
    const proposal = proposedBy(this.setting, placed);
    if (!proposal?.args || proposal.key !== use.key) return null;
    this.setting.redefine(proposal);
    return given('definition');
  }

  /** "If $z < 0$: $z = r + \delta$" after "if $z > 0$: $z = r - \delta$": what the name is in another case. */
  private otherCase({ conditions }: Placed, { left }: Equality): Judgement | null {
    const use = conditions.length > 0 ? this.setting.names.naming.readName(left) : null;
    const entry = use && this.setting.entries.find(({ definition }) => definition.key === use.key);
    const [mine, other] = [conditions, entry?.placed.conditions ?? []].map((all) =>
      all.map((one) => printLatex(one)),
    );
    const apart =
      other !== undefined && other.length > 0 && !other.some((one) => mine?.includes(one));
    return apart ? given('definition') : null;
  }

  /** `Si $A v = \lambda v$`, `y_i = w^\top x_i + \varepsilon_i`: taken to be so, where it is not so anyway. */
  private isSupposed(placed: Placed, k: number, claim: Equality, judged: Judgement): boolean {
    if (k > 0) return this.isZeroed(claim, judged) || this.isSumInUnknown(placed, k, claim, judged);
    if (judged.verdict === 'holds' || judged.verdict === 'given') return false;
    if (this.setting.models.has(placed) || isConstraint(this.setting, claim)) return true;
    if (isOfSomeIndices(this.setting.reader, claim, judged)) return true;
    if (isSolvedNext(this.setting, placed, claim, judged)) return true;
    if (isEquated(placed, claim) && !this.consequences.denies(placed, claim)) return true;
    const said = placed.first && placed.cues.some((cue) => cue.kind === 'hypothesis');
    if (isPutForward(placed, claim)) return true;
    const words = /^(si|if|cuando|when|supon|suppose|assum|asum)/i.test(placed.statement.words);
    const open = claim.premise === true && judged.reason?.code === 'unchecked.unlinked';
    return judged.verdict === 'unchecked' && (said || words || open);
  }

  /** `\nabla f = (3 x^2 - 3 y, 3 y^2 - 3 x) = 0`: a derivative in letters is set to zero. */
  private isZeroed({ subject, left, right }: Equality, { verdict }: Judgement): boolean {
    if (verdict !== 'fails' || !isZero(right)) return false;
    const { naming } = this.setting.names;
    const letters = keysIn(left, naming);
    const valued = [...letters].every((key) => this.setting.reader.book.values.has(key));
    return subject !== undefined && subject !== null && isGradient(subject) && !valued;
  }

  /** `1 = \sum_k \phi_k = \frac{n}{\alpha} \Rightarrow \alpha = n`: a number is equated to what the unknown makes of it. */
  private isSumInUnknown(placed: Placed, k: number, claim: Equality, judged: Judgement): boolean {
    const last = k === placed.statement.relations.length - 1;
    return last && claim.left.kind === 'num' && isSolvedNext(this.setting, placed, claim, judged);
  }

  /** A vector where its entry is meant, on either side of a claim that holds once the index is there. */
  private missingIndex(claim: Equality): Found | null {
    for (const side of ['right', 'left'] as const) {
      const index = findMissingIndex(this.setting.names, claim[side]);
      if (!index) continue;
      const whole = judgeEquality(this.setting.reader, { ...claim, [side]: index.edit.result });
      if (whole.verdict !== 'holds') continue;
      const reason = { code: 'notation.index-missing' as const, args: { name: index.name } };
      return { judgement: { ...whole, verdict: 'slip', reason }, edit: index.edit };
    }
    return null;
  }
}

/** `b = \frac12 + \frac12 b`, from which something is concluded: an equation for b. */
function isOfItself({ left, right, premise, continued }: Equality): boolean {
  const text = printLatex(left);
  if (premise !== true || continued) return false;
  return isNameLike(left) && some(right, (node) => isNameLike(node) && printLatex(node) === text);
}

function holding(reader: Reader, claim: Equality): Found | null {
  const judged = judgeEquality(reader, claim);
  if (judged.verdict !== 'holds') return null;
  const hypothesis = { code: 'reading.hypothesis' as const, args: {} };
  return found({ ...judged, assumptions: [...judged.assumptions, hypothesis] });
}

/** The dearest edit that proves something by a reading of its own. */
const PROVING = 3.5;

/** Words that ask for an equation, or set something to a value. */
const ASKING: ReadonlySet<CueKind> = new Set(['hypothesis', 'equate', 'solve', 'counterexample']);

/** "Suppose $AB = BA$", "which solves $5 a + 2 b = 5$": not said to be so. A slope that is told is computed even so. */
function isPutForward({ first, cues }: Placed, { left, continued }: Equality): boolean {
  const said = first && cues.some(({ kind }) => kind === 'supposition');
  return said && !continued && !isGradient(left);
}

/** "Setting it to zero, $s(1 - p) = (n - s) p$": the condition in another form, and no identity. */
function isEquated({ first, cues }: Placed, { left, continued }: Equality): boolean {
  const said = first && cues.some((cue) => cue.kind === 'equate');
  return said && !continued && !isGradient(left) && !isNameLike(left);
}

/** Is the equation something to be made true, by the words around it or because something follows from it? */
function isAsked({ cues, statement }: Placed, claim: Equality): boolean {
  const { premise, left, right, subject, continued } = claim;
  if (premise === true || continued || isNameLike(left)) return true;
  // A derivative is set to zero, however it was computed.
  if (subject && isGradient(subject) && right.kind === 'num' && right.text === '0') return true;
  if (statement.link === 'implies' || statement.link === 'iff' || statement.words !== '')
    return true;
  return cues.some((cue) => ASKING.has(cue.kind));
}
