import { keysIn, type Names } from '../claim/reading.js';
import { isEinstein, withSums } from '../claim/einstein.js';
import { withDifferentials } from '../claim/differentials.js';
import { withinInterval } from '../claim/interval.js';
import { withVariables } from '../claim/gradients.js';
import { withGains } from '../claim/integrals.js';
import { withClassDensities } from '../claim/classDensities.js';
import { withEvents } from '../claim/events.js';
import { withOperators } from '../claim/expectations.js';
import { withPartials } from '../claim/partials.js';
import { withSubscripts } from '../claim/subscripts.js';
import { withPlainApart } from '../claim/setApart.js';
import { withPoints } from '../claim/pointFree.js';
import { withWords } from '../claim/worded.js';
import { isRenewed } from '../claim/renewed.js';
import { toRelation, type Placed, type Zone } from '../claim/zone.js';
import type { CueKind } from '../document/outline.js';
import { isLaw } from '../expression/forms.js';
import type { Expr } from '../expression/node.js';
import type { MacroTable } from '../latex/macros.js';
import { isPremise, standingOf } from '../claim/standing.js';
import { caseAfter } from './cases.js';
import { doubted, mendedRight, nextGood, type Chain } from './chain.js';
import { Decider } from './decide.js';
import { found, type Found } from './found.js';
import { judgeEquality, type Equality } from './equality.js';
import { isOrderSign, judgeInequality } from './inequality.js';
import { given, unchecked } from './judge.js';
import { isNameLike } from './makeup.js';
import { judgeMember } from './member.js';
import { isSlight, stockFor, type Budget } from './repair.js';
import type { Step } from './report.js';
import { sizeStep } from './sizeClaim.js';
import { judgeProportion } from './proportion.js';
import { shown } from './shown.js';
import { stepOf } from './step.js';
import type { Legacy } from '../claim/legacy.js';
import { Setting } from './setting.js';

/** Judges every relation of a zone, in the order of the text. `inherited` comes from elder zones. */
export function judgeZone(
  zone: Zone,
  inherited: Legacy,
  macros: MacroTable,
  budget: Budget,
): { steps: Step[]; legacy: Legacy; blamed: ReadonlySet<number>; proved: ReadonlySet<number> } {
  const read = readZone(zone, inherited, macros);
  const setting = new Setting(read, inherited, macros);
  const judge = new ZoneJudge(read, setting, budget);
  const steps = judge.run();
  return { steps, legacy: setting.legacy, blamed: judge.blamedSteps, proved: judge.provedSteps };
}

/** What its notation says, written out. */
export function readZone(zone: Zone, inherited: Legacy, macros: MacroTable): Zone {
  const said = withWords(
    withEvents(withClassDensities(withPoints(withPlainApart(zone, inherited))), inherited),
    macros,
  );
  const summed = inherited.einstein || isEinstein(said) ? withSums(said) : said;
  const sloped = withDifferentials(
    withSubscripts(withPartials(withGains(withOperators(summed)), inherited), inherited),
  );
  return withVariables(sloped, inherited);
}

class ZoneJudge {
  private readonly decider: Decider;
  /** Steps that are marked for what only the step after them showed. */
  readonly blamedSteps = new Set<number>();
  /** Steps that are wrong, and right after a slip that nobody makes on purpose: that they are is the proof. */
  readonly provedSteps = new Set<number>();
  private readonly steps: Step[] = [];
  /** Restrictions that the text put on its names so far. */
  private readonly restrictions: Expr[] = [];
  /** Inequalities from which something follows in their own formula. */
  private readonly premises: { readonly placed: Placed; readonly relation: Expr }[] = [];
  /** The chain that a display beginning with `=` goes on from. */
  private open: Chain | null = null;

  constructor(
    private readonly zone: Zone,
    private readonly setting: Setting,
    private readonly budget: Budget,
  ) {
    this.decider = new Decider(setting, budget);
  }

  run(): Step[] {
    this.zone.statements.forEach((placed, at) => {
      if (this.budget.interrupted()) {
        this.leave(placed);
        return;
      }
      this.setting.moveTo(placed.order);
      this.statement(placed, at);
      this.decider.optima.note(placed);
      this.decider.solutions.note(placed);
    });
    return this.steps;
  }

  /** Said of what there was no time for. */
  private leave(placed: Placed): void {
    placed.statement.relations.forEach((_, k) => {
      this.emit(placed, k, found(unchecked('identity', 'unchecked.budget')), null);
    });
  }

  private statement(placed: Placed, at: number): void {
    const { statement } = placed;
    const [first] = statement.items;
    if (statement.relations.length === 0) {
      const size = sizeStep(placed, this.zone.facts, this.setting);
      if (size) this.steps.push(size);
      if (first && placed.block.display)
        this.open = { good: first, subject: first, wrong: null, conditions: placed.conditions };
      return;
    }
    const claimed = this.zone.statements[at - 1];
    if (
      isCondition(placed, this.zone.statements[at + 1]) ||
      (claimed && caseAfter(this.setting, claimed) !== null)
    ) {
      statement.relations.forEach((_, k) => {
        this.emit(placed, k, found(given('condition')), null);
      });
      return;
    }
    const alone = caseAfter(this.setting, placed);
    const own = alone ? [alone] : [...placed.conditions, ...this.conditionsAfter(placed, at)];
    // `$\approx 0.07$` in a sentence goes on from the sentence, not from the formula before it.
    const before = placed.block.display || !placed.first ? this.open : null;
    const chain: Chain | null = first
      ? { good: first, subject: first, wrong: null, conditions: own }
      : before;
    const conditions = first ? own : [...own, ...(this.open?.conditions ?? [])];
    statement.relations.forEach((_, k) => {
      this.relation(placed, k, chain, conditions);
    });
    if (placed.block.display || !first) this.open = chain ? { ...chain, conditions } : null;
  }

  private relation(
    placed: Placed,
    k: number,
    chain: Chain | null,
    conditions: readonly Expr[],
  ): void {
    const right = placed.statement.items[k + 1];
    if (!right || isLeftOut(right)) return;
    if (!chain) {
      this.emit(placed, k, found(unchecked('identity', 'unchecked.context')), null);
      return;
    }
    const sign = placed.statement.relations[k]?.sign;
    if (isOrderSign(sign)) {
      this.emit(placed, k, this.order(placed, k, chain.good, right, conditions), null);
      chain.good = right;
      return;
    }
    const first = doubted(
      this.fromRounded(chain, right, conditions) ?? this.judge(placed, k, chain, right, conditions),
      chain,
    );
    const result = this.fromLast(placed, k, chain, right, conditions, first) ?? first;
    const { verdict, kind, assumptions } = result.judgement;
    chain.given ||= k === 0 && result.judgement.verdict === 'given' && kind === 'equation';
    chain.loose ||= assumptions.some(({ code }) => code === 'reading.shape');
    chain.rounded = verdict === 'holds' && sign === '~=' ? right : null;
    const claim = this.claim(chain.good, right, conditions, true, sign === '~=');
    if (verdict === 'fails' && this.blamed(placed, k, chain, claim, result)) return;
    if (verdict !== 'fails') {
      this.emit(placed, k, result, null);
      chain.good = nextGood(this.setting.names.naming, chain.good, right, result);
      if (verdict === 'holds') chain.last = right;
      else delete chain.last;
      this.decider.consequences.note(placed, right);
      return;
    }
    const cause =
      chain.wrong && this.follows(chain.wrong.expr, right, conditions) ? chain.wrong : null;
    this.emit(placed, k, result, cause?.step ?? null);
    const meant = cause || result.edit?.bold ? null : mendedRight(result, right);
    if (meant) {
      this.setting.correct(right, meant);
      chain.last = meant;
    }
    chain.wrong = cause ?? { expr: right, step: this.steps.length - 1 };
  }

  /**
   * Is the mistake in the member before, which was taken as it stands? Then that is marked, what the name stands for is
   * corrected, and this step holds.
   */
  private blamed(placed: Placed, k: number, chain: Chain, claim: Equality, result: Found): boolean {
    const { items } = placed.statement;
    const before = this.steps.at(-1);
    const open = before?.verdict === 'given' || before?.verdict === 'unchecked';
    const wrong = items[k];
    if (k === 0 || chain.wrong || !open || !wrong || chain.good !== wrong) return false;
    const edit = this.decider.earlier(placed, { ...claim, next: items[k + 2] ?? null }, result);
    if (!edit) return false;
    const mended = judgeEquality(this.setting.reader, { ...claim, left: edit.result });
    if (mended.verdict !== 'holds') return false;
    this.steps.pop();
    this.blamedSteps.add(this.steps.length);
    this.emit(placed, k - 1, { judgement: result.judgement, edit }, null);
    this.setting.correct(wrong, edit.result);
    this.emit(placed, k, found(mended), null);
    chain.good = claim.right;
    chain.last = claim.right;
    return true;
  }

  /** `\approx 0.69 + 0.25 = 0.94`: goes on from the rounded numbers exactly. */
  private fromRounded(chain: Chain, right: Expr, conditions: readonly Expr[]): Found | null {
    const { naming } = this.setting.names;
    const { rounded } = chain;
    if (!rounded || !naming.isNumber(rounded) || !naming.isNumber(right)) return null;
    const judged = judgeEquality(
      this.setting.reader,
      this.claim(rounded, right, conditions, true, false),
    );
    return judged.verdict === 'holds' ? found(judged) : null;
  }

  /** The sizes that a step speaks of may be linked by the member right before it alone, which held. */
  private fromLast(
    placed: Placed,
    k: number,
    chain: Chain,
    right: Expr,
    conditions: readonly Expr[],
    { judgement, edit }: Found,
  ): Found | null {
    const { last } = chain;
    const open = judgement.verdict === 'unchecked';
    if (!(open || judgement.verdict === 'fails') || !last || last === chain.good) return null;
    const result = this.judge(placed, k, { ...chain, good: last }, right, conditions);
    if (result.judgement.verdict === 'holds') return result;
    if (open) return result.judgement.verdict === 'unchecked' ? null : result;
    return edit ? null : { judgement, edit: result.edit };
  }

  /** Does a step that disagrees with the last right one at least follow from the wrong one before it? */
  private follows(wrong: Expr, right: Expr, conditions: readonly Expr[]): boolean {
    return (
      judgeEquality(this.setting.reader, this.claim(wrong, right, conditions, true, false))
        .verdict === 'holds'
    );
  }

  private claim(
    left: Expr,
    right: Expr,
    conditions: readonly Expr[],
    continued: boolean,
    approximate: boolean,
  ): Equality {
    return { left, right, conditions, continued, approximate, grounded: this.setting.grounded };
  }

  private judge(
    placed: Placed,
    k: number,
    { good: left, subject, given: open, last: before }: Chain,
    right: Expr,
    conditions: readonly Expr[],
  ): Found {
    const { statement } = placed;
    const sign = statement.relations[k]?.sign;
    const last = k === statement.relations.length - 1;
    const continued = k > 0 || statement.items[0] === null;
    if ((statement.broken && last) || right.kind === 'hole' || left.kind === 'hole')
      return found(unchecked('identity', 'unchecked.syntax'));
    switch (sign) {
      case '=':
      case '~=': {
        if (k === 0 && isLaw(right)) return found(given('declaration'));
        const claim = this.claim(left, right, conditions, continued && !open, sign === '~=');
        if (k === 0 && placed.first && isNameLike(left) && isSaid(placed, 'alternative'))
          return this.another(claim);
        if (isSaid(placed, 'variant') || this.isRenewed(placed, claim))
          return this.variant(placed, k, claim);
        const after = this.next(placed);
        // `... = B \iff x = c`: an equation in x, whatever its left side was computed from.
        const solved = after?.block === placed.block && after.statement.link === 'iff';
        const premise = last && (continued ? solved : isPremise(placed, after));
        const next =
          statement.relations[k + 1]?.sign === '=' ? (statement.items[k + 2] ?? null) : null;
        return this.decider.equality(placed, k, {
          ...claim,
          premise,
          next,
          subject,
          before: before ?? null,
        });
      }
      case ':=':
      case '=:':
      case 'assign':
        return this.decider.assigned(placed, k, left, right) ?? found(given('definition'));
      case 'in':
        this.notePremise(placed, withinInterval(statement.items[k] ?? left, right));
        return judgeMember(this.setting, statement.items[k] ?? left, right);
      case 'propto':
        return k === 0
          ? (this.decider.assigned(placed, k, left, right) ?? found(given('equation')))
          : judgeProportion(this.claim(left, right, conditions, true, false), subject, (claim) =>
              this.decider.equality(placed, k, claim),
            );
      case 'arrow':
      case 'mapsto':
      case 'sim':
        return found(given('declaration'));
      default:
        return found(unchecked('inequality', 'unchecked.kind'));
    }
  }

  /** Computed with parameters that changed since the numbers here were given, and not by an update that is followed. */
  private isRenewed(placed: Placed, claim: Equality): boolean {
    const { names, reader } = this.setting;
    const computed = !names.naming.isNumber(claim.left) && names.naming.isNumber(claim.right);
    if (!computed || !isRenewed(this.zone, placed)) return false;
    return (
      this.setting.readerAsPrinted() === null && judgeEquality(reader, claim).verdict === 'fails'
    );
  }

  /** Another rule for a name that had one: where that says otherwise, this says what the name is from now on. */
  private another(claim: Equality): Found {
    const judged = judgeEquality(this.setting.reader, claim);
    return found(judged.verdict === 'fails' ? given('definition') : judged);
  }

  /** What would be so with something else: right by chance, or another thing than the document's. */
  private variant(placed: Placed, k: number, claim: Equality): Found {
    const judged = judgeEquality(this.setting.reader, claim);
    if (judged.verdict === 'holds')
      return this.decider.onlyInNumbers(placed, k, claim) ?? found(judged);
    // "Instead" speaks of another example, or of this one: then a slight change makes it hold.
    const wrong = judged.verdict === 'fails' && !claim.continued;
    return (wrong && this.decider.slight(claim, judged)) || found(given('equation'));
  }

  /** `left < right`, which holds, restricts what comes later, or is false for values that the text allows. */
  private order(
    placed: Placed,
    k: number,
    left: Expr,
    right: Expr,
    conditions: readonly Expr[],
  ): Found {
    const { statement } = placed;
    const relation = statement.relations[k];
    if (!relation || statement.broken || right.kind === 'hole' || left.kind === 'hole')
      return found(unchecked('inequality', 'unchecked.syntax'));
    const { asserted, supposed } = standingOf(placed, this.next(placed));
    const { names } = this.setting;
    const reader = this.setting.readerFor([left, right]);
    const linked = statement.link === 'implies' || statement.link === 'iff';
    const premises = linked ? this.premisesOf(placed) : [];
    const known = [...this.restrictions, ...premises.map(({ relation: one }) => one)];
    const restricted = known.filter((one) => sharesNames(one, [left, right], names));
    const claim = {
      left,
      right,
      sign: relation.sign,
      at: relation.span,
      conditions: [...conditions, ...restricted],
      asserted:
        asserted &&
        !this.decider.consequences.hypotheses.some((one) =>
          sharesNames(one.left, [left, right], names),
        ),
      supposed,
      follows: premises.length > 0,
      continued: k > 0 || statement.items[0] === null,
    };
    const result = judgeInequality(
      reader,
      claim,
      () =>
        stockFor(
          names,
          [left, right],
          premises.map(({ relation: one }) => one),
        ),
      this.budget,
    );
    const whole = toRelation(statement);
    if (result.judgement.verdict === 'given') this.notePremise(placed, whole);
    if (
      result.judgement.verdict === 'given' &&
      whole &&
      !supposed &&
      // What follows from a case is so in that case.
      !linked &&
      !this.restrictions.includes(whole)
    )
      this.restrictions.push(whole);
    return result;
  }

  /** What stands before the arrows of its own row. */
  private premisesOf({ block, order }: Placed): readonly { readonly relation: Expr }[] {
    const rows = this.zone.statements.filter(
      (one) => one.block === block && one.order <= order && one.statement.link === 'row',
    );
    const from = rows.at(-1)?.order ?? 0;
    return this.premises.filter(({ placed }) => placed.block === block && placed.order >= from);
  }

  /** What an arrow goes on from. */
  private notePremise(placed: Placed, relation: Expr | null): void {
    if (relation && isPremise(placed, this.next(placed))) this.premises.push({ placed, relation });
  }

  private next(placed: Placed): Placed | undefined {
    return this.zone.statements[this.zone.statements.indexOf(placed) + 1];
  }

  /** Conditions written after the claim in its own formula: `... \quad i \ne j`, `\text{si } y = 1`. */
  private conditionsAfter(placed: Placed, at: number): Expr[] {
    const out: Expr[] = [];
    for (let next = at + 1; ; next++) {
      const other = this.zone.statements[next];
      if (other?.block !== placed.block || !isCondition(other, this.zone.statements[next + 1]))
        return out;
      const relation = toRelation(other.statement);
      if (relation) out.push(relation);
    }
  }

  private emit(placed: Placed, k: number, result: Found, cause: number | null): void {
    if (result.judgement.verdict === 'fails' && result.edit && isSlight(result.edit))
      this.provedSteps.add(this.steps.length);
    this.steps.push(stepOf(placed, k, shown(this.setting, placed, k, result), cause));
  }
}

function isSaid({ cues }: Placed, kind: CueKind): boolean {
  return cues.some((cue) => cue.kind === kind);
}

/** `= ?`, `= \dots`: nothing is said. */
function isLeftOut(node: Expr): boolean {
  return node.kind === 'dots' || (node.kind === 'hole' && /^[?¿]+$/.test(node.text));
}

function sharesNames(one: Expr, sides: readonly Expr[], { naming }: Names): boolean {
  const keys = keysIn(one, naming);
  return sides.some((side) => [...keysIn(side, naming)].some((key) => keys.has(key)));
}

/** `\text{si } i = j`, `i \ne j`, `i = 1, \dots, n`: says when, claims nothing. */
function isCondition(placed: Placed, next: Placed | undefined): boolean {
  const { statement } = placed;
  const relation = toRelation(statement);
  if (relation?.kind !== 'rel') return false;
  if (
    /^(si|if|para|for|cuando|when|whenever|con|with|sujeto|subject|s\.t|siempre|dado|given)\b/i.test(
      statement.words,
    )
  )
    return true;
  const [left, right] = relation.items;
  if (relation.signs[0] === '!=') return true;
  const letter = (node: Expr | undefined): boolean =>
    node?.kind === 'sym' && /^([ijklmnpqrst]|\\ell)$/.test(node.base);
  if (letter(left) && letter(right)) return true;
  const listed =
    next?.block === placed.block &&
    next.statement.link === 'comma' &&
    next.statement.relations.length === 0;
  return letter(left) && right?.kind === 'num' && (listed || statement.link !== 'start');
}
