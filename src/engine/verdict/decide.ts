import { propose } from '../claim/book.js';
import { SCALAR_GREEK } from '../claim/evidence.js';
import { isFunctionKey } from '../claim/meaning.js';
import { keysIn } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import { mapChildren, replaceNode } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import { Consequences } from './consequences.js';
import { judgeEquality, type Equality } from './equality.js';
import type { Edit } from './edits.js';
import { rightNumber, wholeDerivative } from './exactMend.js';
import { given, isGradient, unchecked, type Judgement, type Reader } from './judge.js';
import { Optima } from './optima.js';
import { findLeftRepair, findRepair, stockFor, type Budget } from './repair.js';
import { found, type Found } from './found.js';
import { isConstraint, isNameLike, isTotal, sameMakeup, shapesKnown } from './makeup.js';
import { findMissingIndex } from './lint.js';
import type { Setting } from './setting.js';
import { argumentOfSubject, slope, withoutConstant } from './upToConstant.js';

/** Decides equalities of one zone: under every sensible reading before one is called wrong. */
export class Decider {
  /** What the text supposed so far, and what follows from it. */
  readonly consequences: Consequences;
  /** What it makes least or greatest. */
  readonly optima: Optima;

  constructor(
    private readonly setting: Setting,
    private readonly budget: Budget,
  ) {
    this.consequences = new Consequences(setting, budget);
    this.optima = new Optima(setting, budget);
  }

  equality(placed: Placed, k: number, claim: Equality): Found {
    const early = this.wrongLimits(claim.right);
    if (early) {
      const reason = { code: 'notation.bounds' as const, args: {} };
      return {
        judgement: { kind: 'identity', verdict: 'fails', reason, assumptions: [] },
        edit: early,
      };
    }
    if (k === 0 && this.setting.entries.some((entry) => entry.placed === placed)) {
      return this.setting.lints.get(placed) ?? found(this.definition(claim));
    }
    const index = this.missingIndex(claim);
    if (index) return index;
    const complete = wholeDerivative(claim.right);
    if (complete) {
      const whole = this.equality(placed, k, { ...claim, right: complete.result }).judgement;
      const verdict = whole.verdict === 'fails' ? 'fails' : 'slip';
      return {
        judgement: {
          kind: 'gradient',
          verdict,
          reason: { code: 'notation.derivative', args: {} },
          assumptions: [],
        },
        edit: complete,
      };
    }
    const optimum = this.optima.judge(placed, k, claim);
    if (optimum) return optimum;
    const implied = k === 0 ? this.consequences.implied(placed, claim) : null;
    if (implied) return implied;
    const reader = this.setting.readerFor([claim.left, claim.right]);
    const judged = this.upToConstant(claim) ?? judgeEquality(reader, claim);
    const supposed = k === 0 && this.isSupposed(placed, claim, judged);
    if (supposed || (judged.verdict === 'given' && judged.kind === 'equation'))
      this.consequences.suppose(claim);
    else if (judged.reason?.code === 'unchecked.unlinked' && !claim.continued)
      this.consequences.suppose(claim, true);
    if (supposed) return found(given('equation'));
    if (judged.verdict === 'holds' || judged.verdict === 'given') return found(judged);
    const other =
      this.entrywise(reader, claim) ??
      this.otherShapes(placed, claim) ??
      this.withRows(claim) ??
      this.asWritten(claim) ??
      this.withVariant(claim) ??
      this.consequences.following(placed, claim);
    if (other) return found(other);
    const again = k === 0 && judged.verdict === 'fails' ? this.nextExample(placed, claim) : null;
    if (again) return found(again);
    const mended = k > 0 ? this.consequences.mended(placed, claim) : null;
    if (mended) return mended;
    const fitting = /shape/.test(judged.reason?.code ?? '') ? this.namesakeReader(claim) : null;
    return fitting
      ? this.mistake(placed, k, claim, judgeEquality(fitting, claim), fitting)
      : this.mistake(placed, k, claim, judged, reader);
  }

  /** The reading in which a bare letter is a number beside its indexed namesakes, where the shapes fit only so. */
  private namesakeReader(claim: Equality): Reader | null {
    for (const key of this.namesakes(claim)) {
      const reader = this.setting.withRank(key, 0, true);
      if (reader?.session(false, false).fits(claim.left, claim.right)) return reader;
    }
    return null;
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
    return judgeEquality(reader, {
      ...plain,
      left: slope(plain.left, by),
      right: slope(plain.right, by),
    });
  }

  /** Does it hold when the names that may be rows or columns of a matrix are? */
  private withRows(claim: Equality): Judgement | null {
    for (const reader of this.setting.rowReaders([claim.left, claim.right])) {
      const judged = judgeEquality(reader, claim);
      if (judged.verdict === 'holds')
        return {
          ...judged,
          assumptions: [...judged.assumptions, { code: 'reading.layout', args: {} }],
        };
    }
    return null;
  }

  /** `g(z) = \tanh(z)` after `g(z) = \sigma(z)` and its derivative: the next function in a list of them. */
  private nextExample(placed: Placed, claim: Equality): Judgement | null {
    const { left } = claim;
    const use = left.kind === 'call' ? this.setting.names.naming.readName(left.fn) : null;
    if (!use || !this.setting.wasDerived(use.key, placed.order)) return null;
    const { names, functions } = this.setting;
    const proposal = propose(placed, names.naming, (key) =>
      isFunctionKey(key, names.evidence, functions),
    );
    if (!proposal?.args || proposal.key !== use.key) return null;
    this.setting.redefine(proposal);
    return given('definition');
  }

  /** `Si $A v = \lambda v$`, `y_i = w^\top x_i + \varepsilon_i`: taken to be so, where it is not so anyway. */
  private isSupposed(placed: Placed, claim: Equality, judged: Judgement): boolean {
    if (judged.verdict === 'holds' || judged.verdict === 'given') return false;
    if (this.setting.models.has(placed) || isConstraint(this.setting, claim)) return true;
    if (this.isSolvedNext(placed, claim, judged)) return true;
    const said = placed.first && placed.cues.some((cue) => cue.kind === 'hypothesis');
    const words = /^(si|if|cuando|when|supon|suppose|assum|asum)/i.test(placed.statement.words);
    const open = claim.premise === true && judged.reason?.code === 'unchecked.unlinked';
    return judged.verdict === 'unchecked' && (said || words || open);
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

  /** `n + 2p - k = n \Rightarrow p = ...`: an equation in names that nothing defines, of which the next says one. */
  private isSolvedNext(placed: Placed, claim: Equality, judged: Judgement): boolean {
    const next = this.setting.after(placed)?.statement;
    const [unknown] = next?.items ?? [];
    const open = judged.verdict === 'fails' || judged.reason?.code === 'unchecked.unlinked';
    if (!open || !unknown || !['implies', 'iff'].includes(next?.link ?? '')) return false;
    const { naming } = this.setting.names;
    const key = naming.readName(unknown)?.key;
    const keys = [claim.left, claim.right].flatMap((side) => [...keysIn(side, naming)]);
    const solving = key !== undefined && keys.includes(key) && !naming.readName(claim.left);
    return solving && !isGradient(claim.left) && !keys.some((one) => this.setting.isDefined(one));
  }

  /** A difference that no single edit explains: is it certain that both sides speak of the same thing? */
  private withoutRepair(placed: Placed, k: number, claim: Equality, judged: Judgement): Judgement {
    if (judged.kind === 'numeric' && this.setting.names.naming.isNumber(claim.left)) return judged;
    const again = k === 0 ? this.reconsider(placed) : null;
    if (again) return again;
    // `\sigma_1^2 = \sigma_2^2 = 1` gives both their value.
    if (k > 0 && placed.statement.items.slice(0, k + 1).every((item) => item && isNameLike(item)))
      return given('definition');
    if (judged.assumptions.some(({ code }) => code === 'reading.abstract'))
      return unchecked(judged.kind, 'unchecked.unknown-function');
    if (
      judged.reason?.code === 'step.shape' &&
      (isTotal(this.setting, claim) || !shapesKnown(this.setting, claim))
    )
      return unchecked(judged.kind, 'unchecked.shape', { ...judged.reason.args });
    const use = this.setting.names.naming.readName(claim.left);
    if (use && this.setting.isImplied(use.key)) return judged;
    const certain = k > 0 || judged.kind !== 'identity' || sameMakeup(this.setting, claim);
    return judged.detached || !certain ? unchecked(judged.kind, 'unchecked.unlinked') : judged;
  }

  /** `C = A B` where the document itself gives A and B sizes that do not fit. */
  private definition(claim: Equality): Judgement {
    const { reader } = this.setting;
    const outcome = reader.compare(claim.right, claim.right, []);
    const misfit = outcome.kind === 'problem' && outcome.problem.reason === 'shape';
    if (!misfit || !this.sizesDeclared(claim.right)) return given('definition');
    return {
      kind: 'definition',
      verdict: 'fails',
      reason: { code: 'step.shape', args: { ...outcome.problem.args } },
      assumptions: [],
    };
  }

  private sizesDeclared(node: Expr): boolean {
    const { naming, declarations } = this.setting.names;
    return [...keysIn(node, naming)].every((key) =>
      declarations.get(key)?.sizes?.every((size) => size !== null),
    );
  }

  /** A sum whose limits are the wrong way round, or that begins before the first entry there is. */
  private wrongLimits(right: Expr): Edit | null {
    let edit: Edit | null = null;
    walk(right, (node) => {
      if (edit || node.kind !== 'big') return;
      if (node.swapped) {
        const change: Expr = { ...node, swapped: false };
        edit = {
          code: 'fix.bounds',
          cost: 1,
          node,
          change,
          result: replaceNode(right, node, change),
        };
        return;
      }
      const [bound] = node.bounds;
      if (bound?.from?.kind !== 'num' || bound.from.text !== '0' || bound.to?.kind !== 'sym')
        return;
      if (!this.setting.countsFromOne(bound.to.base, node.body)) return;
      const from: Expr = { ...bound.from, text: '1' };
      const result = replaceNode(right, bound.from, from);
      edit = { code: 'fix.bounds', cost: 1, node: bound.from, change: from, result };
    });
    return edit;
  }

  /** What is left once every reading has failed: a mistake with its repair, another definition, or nothing certain. */
  private mistake(
    placed: Placed,
    k: number,
    claim: Equality,
    judged: Judgement,
    reader: Reader,
  ): Found {
    const fails = judged.verdict === 'fails' || judged.verdict === 'slip';
    const code = judged.reason?.code;
    if (!fails && code !== 'unchecked.shape' && code !== 'unchecked.context') return found(judged);
    const own = k === 0 ? this.setting.names.naming.readName(claim.left) : null;
    if (own && this.setting.isFurtherCase(placed, own.key)) return found(given('equation'));
    const number = rightNumber(this.setting.names, claim, judged);
    if (number) return { judgement: judged, edit: number };
    const { names } = this.setting;
    const around = [...reader.book.variables.values()].map((definition) => definition.body);
    const edit = findRepair(
      reader,
      claim,
      stockFor(names, [claim.left, claim.right], around),
      this.budget,
    );
    if (!edit && k === 0) {
      const left = this.leftMistake(placed, reader, claim, judged);
      if (left) return left;
    }
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
    // Shapes that do not fit are a mistake only when one small edit makes everything fit and agree.
    if (!edit || edit.cost > 3) return found(judged);
    return {
      judgement: {
        kind: judged.kind,
        verdict: 'fails',
        reason: { code: 'step.shape', args: { ...judged.reason?.args } },
        assumptions: [],
      },
      edit,
    };
  }

  /** A slip on the left of a claim: one that makes it hold is the proof, unless the text defines something here. */
  private leftMistake(
    placed: Placed,
    reader: Reader,
    claim: Equality,
    judged: Judgement,
  ): Found | null {
    if (placed.cues.some((cue) => cue.kind === 'definition')) return null;
    const stock = stockFor(this.setting.names, [claim.left, claim.right], []);
    const edit = findLeftRepair(reader, claim, stock, this.budget);
    if (!edit) return null;
    const { reason } = judged;
    const known =
      reason?.code === 'unchecked.shape' ? { ...reason, code: 'step.shape' as const } : reason;
    return {
      judgement: { ...judged, verdict: 'fails', ...(known ? { reason: known } : {}) },
      edit,
    };
  }

  /** Does it hold with a wrong definition taken as it was written? Then the mistake is the definition's alone. */
  private asWritten(claim: Equality): Judgement | null {
    const written = this.setting.writtenFor([claim.left, claim.right]);
    const judged = written ? judgeEquality(written, claim) : null;
    return judged?.verdict === 'holds'
      ? { ...judged, assumptions: [...judged.assumptions, { code: 'reading.known', args: {} }] }
      : null;
  }

  /** Does it hold for the loss of another target: with `\tilde{y}` wherever the definitions have `y`? */
  private withVariant(claim: Equality): Judgement | null {
    for (const [plain, variant] of this.setting.variantsIn(claim.right)) {
      const judged = judgeEquality(this.setting.readerOfVariant(plain, variant), claim);
      if (judged.verdict !== 'holds') continue;
      const alias = { code: 'reading.alias' as const, args: { name: plain } };
      return { ...judged, assumptions: [...judged.assumptions, alias] };
    }
    return null;
  }

  /** Does it hold when the dots between arrays multiply entry by entry? */
  private entrywise(reader: Reader, claim: Equality): Judgement | null {
    const [left, right] = [undotted(claim.left), undotted(claim.right)];
    if (left === claim.left && right === claim.right) return null;
    const judged = judgeEquality(reader, { ...claim, left, right });
    return judged.verdict === 'holds'
      ? { ...judged, assumptions: [...judged.assumptions, { code: 'reading.product', args: {} }] }
      : null;
  }

  /** Does it hold when a name whose shape nothing shows has another one? */
  private otherShapes(placed: Placed, claim: Equality): Judgement | null {
    for (const key of this.looseNames(claim)) {
      for (const rank of [0, 1, 2]) {
        const number = rank === 0 && this.isNumberHere(key, claim);
        const reader = this.setting.withRank(key, rank, number);
        if (!reader || (!number && !mayHold(reader, claim))) continue;
        const first = judgeEquality(reader, claim);
        const supposed = number && first.verdict !== 'holds';
        const judged = supposed ? this.consequences.following(placed, claim, reader) : first;
        if (judged?.verdict !== 'holds') continue;
        return {
          ...judged,
          assumptions: [
            ...judged.assumptions,
            { code: 'reading.shape', args: { name: key, rank: String(rank) } },
          ],
        };
      }
    }
    return null;
  }

  /** `\lambda` beside `\lambda_i = e^{w^\top x_i}`: indexed elsewhere, a number perhaps where nothing indexes it. */
  private namesakes(claim: Equality): string[] {
    const { naming, evidence, declarations } = this.setting.names;
    const sides = [claim.left, claim.right];
    const indexed = new Set<string>();
    for (const side of sides)
      walk(side, (node) => {
        const use = naming.readName(node);
        if (use && use.indices.length > 0) indexed.add(use.key);
      });
    const keys = new Set(sides.flatMap((side) => [...keysIn(side, naming)]));
    return [...keys].filter((key) => {
      const shown = evidence.get(key);
      if (!shown || indexed.has(key) || declarations.get(key)?.sizes) return false;
      const array = shown.transposed || shown.bold || shown.normed || shown.softmaxed;
      return shown.indexed === 1 && !array && !this.setting.reader.book.variables.has(key);
    });
  }

  private looseNames(claim: Equality): string[] {
    const { naming, evidence, declarations } = this.setting.names;
    const keys = [...keysIn(claim.left, naming), ...keysIn(claim.right, naming)];
    return [...new Set(keys)].filter((key) => {
      const shown = evidence.get(key);
      const declared = declarations.get(key);
      if (declared?.ambiguous || this.isNumberHere(key, claim)) return true;
      if (!shown || declared?.sizes || this.setting.reader.book.variables.has(key)) return false;
      return !(
        shown.indexed > 0 ||
        shown.transposed ||
        shown.bold ||
        shown.normed ||
        shown.softmaxed ||
        shown.square ||
        shown.index ||
        shown.variable
      );
    });
  }

  /** `\lambda` beside eigenvalues `\lambda_1`, `\lambda_2`: one of them, a number. */
  private isNumberHere(key: string, claim: Equality): boolean {
    const { naming, evidence } = this.setting.names;
    if (!SCALAR_GREEK.test(key) || (evidence.get(key)?.indexed ?? 0) === 0) return false;
    const indexed = (node: Expr): boolean => {
      const use = naming.readName(node);
      return use?.key === key && use.indices.length > 0;
    };
    return !some(claim.left, indexed) && !some(claim.right, indexed);
  }

  /** A second definition of a name, or an equation for an unknown, is no mistake. */
  private reconsider(placed: Placed): Judgement | null {
    const { names, functions } = this.setting;
    const proposal = propose(placed, names.naming, (key) =>
      isFunctionKey(key, names.evidence, functions),
    );
    const [left] = placed.statement.items;
    if (!proposal || (left && names.shorthand.writtenOut(left))) return null;
    if (!this.setting.isDefined(proposal.key)) return given('equation');
    if (this.setting.isImplied(proposal.key)) return null;
    const said = placed.first ? placed.cues.map((cue) => cue.kind) : [];
    if (said.includes('result') || placed.statement.link === 'implies') return given('equation');
    this.setting.redefine(proposal);
    return given('definition');
  }
}

/** A first look; where numbers were given or conditions made, a look is not enough. */
function mayHold(reader: Reader, { left, right, conditions }: Equality): boolean {
  return (
    conditions.length > 0 ||
    reader.names.naming.isNumber(right) ||
    (reader.hasValues(left) && reader.hasValues(right)) ||
    reader.mayAgree(left, right, [])
  );
}

function undotted(node: Expr): Expr {
  const inner = mapChildren(node, undotted);
  if (inner.kind !== 'mul' || !inner.signs.includes('cdot')) return inner;
  return { ...inner, signs: inner.signs.map((sign) => (sign === 'cdot' ? 'odot' : sign)) };
}
