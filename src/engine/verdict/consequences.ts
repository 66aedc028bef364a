import type { CueKind } from '../document/outline.js';
import { isLiteral } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import { isZero } from '../expression/forms.js';
import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import type { Equality } from './equality.js';
import { wholeNumber } from './exactMend.js';
import { found, type Found } from './found.js';
import { printLatex } from '../latex/print.js';
import { isGradient, type Judgement, type Reader } from './judge.js';
import { isForOneIndex } from './sets.js';
import { speaksOfMoments } from './moments.js';
import { reasonsAfter } from './reasons.js';
import { stockFor, type Budget } from './repair.js';
import type { Setting } from './setting.js';
import { holdsUnder, valueUnder, type Hypothesis } from './surface.js';
import { plainForms } from './unmarked.js';

/** Edits tried on what is said to follow: each means solving the premise again. */
const MOST_EDITS = 32;

/** Edits dearer than this prove nothing. */
const DEAREST = 3.6;

/** One name for another that is much like it costs this; any other name proves nothing. */
const LIKE_NAMES = 2;

/** Equations that a consequence may need at once. */
const REACH = 4;

/** Words by which a formula is got from the condition before it. */
const SOLVED: ReadonlySet<CueKind> = new Set(['equate', 'solve']);

const OPTIMAL: ReadonlySet<CueKind> = new Set(['argmin', 'argmax']);

/** What a zone supposes on its way, and what is said to follow from it. */
export class Consequences {
  /** Equations that the text supposed so far. */
  readonly hypotheses: Hypothesis[] = [];
  /** The derivative that was computed last, set to zero. */
  private stationary: Hypothesis | null = null;
  private supposedThen = 0;
  /** The statement whose chain goes on under the hypotheses. */
  private underway: Placed | null = null;

  constructor(
    private readonly setting: Setting,
    private readonly budget: Budget,
  ) {}

  suppose({ left, right }: Equality, open = false): void {
    this.hypotheses.push({ left, right, open });
  }

  /** Remembers the last member of a chain that begins with a derivative. */
  note(placed: Placed, right: Expr): void {
    const [left] = placed.statement.items;
    // A second derivative between the first and its zero is nothing that anybody sets to zero.
    if (!left || !isGradient(left) || isZero(right) || isSecond(left)) return;
    const zero: Expr = { kind: 'num', text: '0', span: right.span };
    this.stationary = { left: right, right: zero };
    this.supposedThen = this.hypotheses.length;
  }

  /** `0 = f(w) \Rightarrow w = ...`: what follows must hold wherever the premise does; one edit that makes it so is the proof of a mistake. */
  implied(placed: Placed, claim: Equality): Found | null {
    const linked = placed.statement.link === 'implies' || placed.statement.link === 'iff';
    const solved = placed.first && placed.cues.some((cue) => SOLVED.has(cue.kind));
    if (!linked && !solved && !this.isSolution(placed, claim)) return null;
    // "To set the diagonal to zero, as $x_i^2 = 1$": a reason is known from elsewhere.
    if (!linked && placed.cues.at(-1)?.kind === 'reason') return null;
    const sets = this.premises(placed);
    const verdicts = sets.map((set) => this.under(set, claim));
    if (verdicts.includes('holds'))
      return this.backwards(placed, claim) ?? found(follows(linked ? 'implication' : 'equation'));
    const failed = sets.filter((set, at) => verdicts[at] === 'fails' && isSure(set));
    if (verdicts[0] !== 'fails' || failed[0] !== sets[0]) return null;
    return this.proof(claim, failed);
  }

  /** Is it known not to follow from what was supposed, or set to zero, last? */
  denies(placed: Placed, claim: Equality): boolean {
    const [nearest] = this.premises(placed);
    if (!nearest) return false;
    // Another condition, of which this one is no other form, tells nothing of it.
    const told = this.keysOf(nearest.flatMap(({ left, right }) => [left, right]));
    const known = [...this.keysOf([claim.left, claim.right])].every((key) => told.has(key));
    return known && this.under(nearest, claim) === 'fails';
  }

  /** "$g'(u) = 0$ gives $u = ...$": a result for an unknown of what was supposed just before. */
  private isSolution(placed: Placed, claim: Equality): boolean {
    const { naming } = this.setting.names;
    const use = naming.readName(claim.left);
    const last = this.hypotheses.at(-1);
    if (
      !use ||
      !last ||
      isLiteral(claim.right) ||
      !placed.first ||
      !placed.cues.some((cue) => cue.kind === 'result')
    )
      return false;
    return [last.left, last.right].some((side) => keysIn(side, naming).has(use.key));
  }

  /** `A \iff B`, where A follows from B only after one edit. */
  private backwards(placed: Placed, claim: Equality): Found | null {
    const premise = this.hypotheses.at(-1);
    if (placed.statement.link !== 'iff' || !premise || premise.open) return null;
    const { left, right } = claim;
    const back: Equality = { ...claim, left: premise.left, right: premise.right };
    if (this.under([{ left, right }], back) !== 'fails') return null;
    return this.proof(
      claim,
      [[premise]],
      (mended) => this.under([{ left: mended.left, right: mended.right }], back) === 'holds',
    );
  }

  /** Does it hold wherever the equations supposed before it hold? */
  following(
    placed: Placed,
    claim: Equality,
    reader: Reader = this.setting.reader,
  ): Judgement | null {
    for (const set of [...this.premises(placed), ...this.farther(claim)]) {
      // A claim about moments that was supposed for want of anything better proves nothing of itself.
      if (speaksOfMoments(claim) && set.some((one) => one.right === claim.right)) continue;
      if (this.under(set, claim, reader) !== 'holds') continue;
      this.underway = placed;
      return follows('equation');
    }
    return null;
  }

  /** Does it hold by what was supposed before it, or by what the words after it give as its reason? */
  supporting(placed: Placed, claim: Equality): Judgement | null {
    return this.following(placed, claim) ?? this.explained(placed, claim);
  }

  private explained(placed: Placed, claim: Equality): Judgement | null {
    const reasons = reasonsAfter(this.setting.statements, placed);
    if (reasons.length === 0) return null;
    const sets = [reasons, ...this.premises(placed).map((set) => [...set, ...reasons])];
    return sets.some((set) => this.under(set, claim) === 'holds') ? follows('equation') : null;
  }

  /** Does an equation that was supposed have this very name in it, without an index? */
  isUnknown(name: Expr): boolean {
    const text = printLatex(name);
    const standsIn = (node: Expr): boolean =>
      node.kind === 'sub'
        ? node.indices.some(standsIn)
        : node.kind === 'sym'
          ? printLatex(node) === text
          : children(node).some(standsIn);
    return this.hypotheses.some(({ left, right }) => standsIn(left) || standsIn(right));
  }

  /** A chain that held under the hypotheses until here, and one edit with which it still does. */
  mended(placed: Placed, claim: Equality): Found | null {
    if (this.underway !== placed) return null;
    return this.proof(claim, this.premises(placed).filter(isSure));
  }

  /** Sets of premises, the nearest and smallest first. */
  private premises(placed: Placed): (readonly Hypothesis[])[] {
    const recent = this.hypotheses.slice(-REACH);
    const sets: (readonly Hypothesis[])[] = recent.map((_, at) => recent.slice(-at - 1));
    const zeroed = placed.cues.some((cue) => SOLVED.has(cue.kind) || OPTIMAL.has(cue.kind));
    const [left] = placed.statement.items;
    if (!zeroed || !this.stationary || (left && isGradient(left))) return sets;
    const { stationary } = this;
    const alone = [[stationary], ...sets.slice(0, 1).map((set) => [...set, stationary])];
    // What was supposed before the derivative was computed belongs to another argument.
    return this.hypotheses.length === this.supposedThen ? alone : [...sets, ...alone];
  }

  /** What was supposed longer ago of names that the claim has. */
  private farther(claim: Equality): (readonly Hypothesis[])[] {
    const keys = this.keysOf([claim.left, claim.right]);
    const before = this.hypotheses
      .slice(0, -REACH)
      .filter(({ left, right }) => [...this.keysOf([left, right])].some((key) => keys.has(key)))
      .slice(-REACH)
      .reverse();
    return before.map((one) => [one]);
  }

  private keysOf(sides: readonly Expr[]): ReadonlySet<string> {
    const { naming } = this.setting.names;
    return new Set(sides.flatMap((side) => [...keysIn(side, naming)]));
  }

  private formsOf(claim: Equality, set: readonly Hypothesis[]): ReturnType<typeof plainForms> {
    const { setting } = this;
    return plainForms(claim, set, setting.names.naming, (key) => setting.isDefined(key));
  }

  private under(
    set: readonly Hypothesis[],
    claim: Equality,
    reader: Reader = this.setting.reader,
  ): 'holds' | 'fails' | 'unknown' {
    const session = reader.session(false, false);
    let open = false;
    let failed = false;
    for (const form of this.formsOf(claim, set)) {
      const verdict = holdsUnder(session, set, form.left, form.right);
      if (verdict === 'holds') return 'holds';
      if (verdict === 'fails') failed = true;
      else open = true;
    }
    // Where `\hat\sigma` may be the sigma of the premise, both have to fail.
    return failed && !open ? 'fails' : 'unknown';
  }

  private proof(
    claim: Equality,
    sets: readonly (readonly Hypothesis[])[],
    also: (mended: Equality) => boolean = () => true,
  ): Found | null {
    const [nearest] = sets;
    if (!nearest || isForOneIndex(this.setting.reader, claim)) return null;
    const number = this.solvedNumber(claim, nearest);
    if (number && also({ ...claim, right: number.result }))
      return { judgement: NOT_IMPLIED, edit: number };
    const sides = nearest.flatMap((one) => [one.left, one.right]);
    const stock = stockFor(this.setting.names, [claim.left, claim.right, ...sides], []);
    const edits = [
      ...editsOf(claim.right, stock).map((edit) => ({
        edit,
        left: claim.left,
        right: edit.result,
      })),
      ...(claim.continued ? [] : editsOf(claim.left, stock)).map((edit) => ({
        edit,
        left: edit.result,
        right: claim.right,
      })),
    ].sort((a, b) => a.edit.cost - b.edit.cost);
    for (const { edit, left, right } of edits.slice(0, MOST_EDITS)) {
      if (edit.cost > DEAREST || this.budget.left-- <= 0) break;
      // Another name may make anything follow, `w = w` above all.
      if (edit.code === 'fix.replace' && edit.cost > LIKE_NAMES) continue;
      if (edit.code === 'fix.power' && edit.change.kind === 'pow') continue;
      if (unmarkedText(left) === unmarkedText(right)) continue;
      if (!this.setting.reader.session(false, false).fits(left, right)) continue;
      const whole = { ...claim, left, right };
      if (sets.some((set) => this.under(set, whole) === 'holds') && also(whole))
        return { judgement: NOT_IMPLIED, edit };
    }
    return null;
  }

  private solvedNumber(claim: Equality, premises: readonly Hypothesis[]): Edit | null {
    const [premise, ...more] = premises;
    if (!premise || more.length > 0 || claim.right.kind !== 'num') return null;
    const session = this.setting.reader.session(false, false);
    const number = valueUnder(session, premise, claim.left);
    return number === null ? null : wholeNumber(claim.right, number);
  }
}

/** Without hats and stars. */
function unmarkedText(node: Expr): string {
  if (node.kind === 'mark') return unmarkedText(node.target);
  return printLatex(node.kind === 'sym' ? { ...node, accents: [] } : node);
}

function isSure(set: readonly Hypothesis[]): boolean {
  return set.every((one) => !one.open);
}

function follows(kind: 'implication' | 'equation'): Judgement {
  return {
    kind,
    verdict: 'holds',
    evidence: { method: 'sampled' },
    assumptions: [{ code: 'reading.hypothesis', args: {} }],
  };
}

const NOT_IMPLIED: Judgement = {
  kind: 'implication',
  verdict: 'fails',
  reason: { code: 'step.implication', args: {} },
  assumptions: [],
};

function isSecond(node: Expr): boolean {
  if (node.kind === 'deriv') return node.wrt.reduce((sum, { order }) => sum + order, 0) > 1;
  if (node.kind === 'nabla') return node.order > 1;
  return node.kind === 'call' && node.fn.kind === 'prime' && node.fn.order > 1;
}
