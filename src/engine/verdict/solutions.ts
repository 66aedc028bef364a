import { keysIn, type Names } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import type { CueKind } from '../document/outline.js';
import type { Expr } from '../expression/node.js';
import { children, some, walk } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Consequences } from './consequences.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import type { Equality } from './equality.js';
import { onLeft } from './freeIndex.js';
import { isMarked, isOneLess } from './estimate.js';
import { found, type Found } from './found.js';
import { isGradient, type Judgement, type Reader } from './judge.js';
import { isNameLike } from './makeup.js';
import type { Objective } from './objective.js';
import type { Optima } from './optima.js';
import { stockFor, type Budget } from './repair.js';
import type { Counterexample, FixCode } from './report.js';
import type { Setting } from './setting.js';
import { freeIndices } from './sides.js';
import { testSolution, type Condition, type SolutionOutcome } from './solution.js';
import type { Hypothesis } from './surface.js';
import { plainForms, unmarked } from './unmarked.js';

/** Edits tried on what an unknown is solved to. */
const MOST_EDITS = 80;
/** Edits dearer than this prove nothing. */
const DEAREST = 3.6;
/** One name for another that is much like it costs this; any other name proves nothing. */
const LIKE_NAMES = 2;
/** Equations before a claim of which one may be what it was solved from. */
const REACH = 2;

/** Words by which a formula is what a condition or an objective was solved to. */
const SOLVED: ReadonlySet<CueKind> = new Set(['equate', 'solve', 'argmin', 'argmax']);
const OPTIMAL: ReadonlySet<CueKind> = new Set(['argmin', 'argmax']);
/** What is made least or greatest, and is not set to zero itself. */
const LOSS = /^(L|J|E|Q|S|R|\\ell|\\mathcal\{[LJ]\})$/;
const AIMED: ReadonlySet<CueKind> = new Set(['minimise', 'maximise']);
/** Words that take what follows from somewhere else, or do not say that it is so. */
const OTHERWISE: ReadonlySet<CueKind> = new Set([
  'hypothesis',
  'counterexample',
  'variant',
  'constraint',
]);

/** Slips of the pen: where no word says what an estimate is solved from, other differences may be meant. */
const SLIGHT: ReadonlySet<FixCode> = new Set([
  'fix.sign',
  'fix.factor',
  'fix.transpose',
  'fix.order',
  'fix.product',
  'fix.index',
]);

/** Edits by which no index stays free. */
const TAKEN_UP: ReadonlySet<FixCode> = new Set(['fix.sum', 'fix.index', 'fix.bounds']);

/** What an unknown may have been solved from. */
interface Source {
  readonly condition: Condition;
  readonly sides: readonly Expr[];
  /** The claim's left side as the condition has it. */
  readonly unknown: Expr;
  /** What misses it may fulfil something else that the text asks for. */
  readonly constrained: boolean;
  /** Said to be what was solved: no edit is needed to prove a mistake, where all names are in the claim. */
  readonly sure: boolean;
  /** Told from the name's mark alone: another estimate may be meant. */
  readonly guessed: boolean;
}

/** `w = (X^\top X)^{-1} X^\top y`: what an unknown of an equation or of an objective was solved to. */
export class Solutions {
  /** The equation that stood last in the text. */
  private last: { readonly equation: Hypothesis; readonly order: number } | null = null;

  constructor(
    private readonly setting: Setting,
    private readonly consequences: Consequences,
    private readonly optima: Optima,
    private readonly budget: Budget,
  ) {}

  /** Remembers an equation that may be solved next. */
  note({ statement, order }: Placed): void {
    const { items, relations } = statement;
    const [left, right] = items.slice(-2);
    if (!left || !right || relations.at(-1)?.sign !== '=') return;
    if (items.length === 2 && isNameLike(left)) return;
    this.last = { equation: { left, right }, order };
  }

  /** Put where the unknown stands, does it fulfil the condition? One edit with which it does is the proof of a mistake. */
  judge(placed: Placed, { left, right }: Equality): Found | null {
    const { statement, cues } = placed;
    const kinds = placed.first ? cues.map(({ kind }) => kind) : [];
    if (kinds.some((kind) => OTHERWISE.has(kind)) || statement.relations[0]?.sign !== '=')
      return null;
    const named = rooted(left, right);
    if (!named || isGradient(right) || this.setting.names.naming.isNumber(right)) return null;
    const missed: { source: Source; outcome: SolutionOutcome & { kind: 'misses' } }[] = [];
    const sources = this.sources(placed, named.left, kinds);
    for (const source of sources) {
      const outcome = this.test(source, named.right);
      if (outcome.kind === 'solves') return found(solves(source));
      if (outcome.kind === 'misses') missed.push({ source, outcome });
    }
    for (const { source, outcome } of missed) {
      if (source.constrained || !this.isAbout(source, right)) continue;
      const edit = this.mend(source, left, right);
      if (edit) return { judgement: misses(source, outcome.counterexample), edit };
    }
    const misfit =
      missed.length === 0
        ? (this.dangling(sources, left, right) ?? this.misfit(sources, left, right))
        : null;
    if (misfit) return misfit;
    const sure = missed.find(
      ({ source }) =>
        source.sure &&
        !source.constrained &&
        !some(right, isOneLess) &&
        this.isAbout(source, right) &&
        this.isClosed(source, right, isLinked(placed)),
    );
    return sure ? found(misses(sure.source, sure.outcome.counterexample)) : null;
  }

  private sources(placed: Placed, left: Expr, kinds: readonly CueKind[]): readonly Source[] {
    const { naming } = this.setting.names;
    const linked = isLinked(placed);
    const solved = kinds.some((kind) => SOLVED.has(kind));
    const concluded = kinds.includes('result');
    const out: Source[] = [];
    const add = (
      condition: Condition,
      sure: boolean,
      { constrained = false, guessed = false } = {},
    ): void => {
      const sides =
        condition.kind === 'slope' ? [condition.value] : [condition.left, condition.right];
      // `\Lambda^{-1} = S \Rightarrow \Sigma = S`, where Lambda is defined by Sigma.
      const { reader } = this.setting;
      const known = new Set(
        sides.flatMap((side) => [...keysIn(side, naming), ...madeOf(reader, side)]),
      );
      const unknown = unmarked(left, known, naming);
      const use = naming.readName(unknown);
      if (use && (known.has(use.key) || condition.kind === 'slope'))
        out.push({ condition, sides, unknown, constrained, sure, guessed });
    };
    const equations = this.consequences.hypotheses.filter(({ open }) => open !== true);
    // What says by itself what the unknown is, as `b = z + a` in another case, is not what this was solved from.
    const isSolved = ({ left: side }: Hypothesis): boolean =>
      !linked && isNameLike(side) && printLatex(side) === printLatex(left);
    const near = equations
      .slice(-REACH)
      .filter((one) => !isSolved(one))
      .reverse();
    if (linked || solved || concluded) {
      for (const equation of near)
        add({ kind: 'equation', ...equation }, (linked || solved) && equation === near[0]);
      const before = this.last?.order === placed.order - 1 ? this.last.equation : null;
      if (before) add({ kind: 'equation', ...before }, linked);
    }
    if (linked) return out;
    const sought = this.optima.sought(left);
    const marked = sought !== null && sought.unknown !== left && isMarked(left);
    // "The constant that minimises $\sum_i (y_i - c)^2$ is $c = ...$".
    const aimed = sought?.order === placed.order - 1 && kinds.some((kind) => AIMED.has(kind));
    if (!sought || !(solved || aimed || marked || kinds.includes('optimum'))) return out;
    const { objective } = sought;
    // A function that nobody makes least may be set to zero itself.
    const told =
      objective.sense !== null || kinds.includes('derivative') || this.isLoss(objective.value);
    const optimum = kinds.some((kind) => kind === 'optimum' || OPTIMAL.has(kind));
    const sure = told && (solved || optimum || aimed);
    add({ kind: 'slope', value: objective.value }, sure, {
      constrained: sought.constrained || this.isBounded(sought.unknown, objective),
      guessed: !sure,
    });
    return out;
  }

  private isLoss(value: Expr): boolean {
    const use = this.setting.names.naming.readName(value.kind === 'call' ? value.fn : value);
    return use !== null && LOSS.test(use.key);
  }

  /** Entries of which logarithms are taken may be chances, which have to add to one. */
  private isBounded(unknown: Expr, { lagrangian }: Objective): boolean {
    const { naming } = this.setting.names;
    const use = naming.readName(unknown);
    if (!use || lagrangian || use.indices.length === 0) return false;
    const { domain } = this.setting.reader.session(false, false).meaning.info(use.key);
    return domain === 'positive' || domain === 'probability';
  }

  private test(source: Source, right: Expr): SolutionOutcome {
    const { naming } = this.setting.names;
    const key = naming.readName(source.unknown)?.key;
    const reader = key === undefined ? this.setting.reader : this.setting.readerWithout(key);
    const forms = this.formsOf(source, right);
    let first: SolutionOutcome = { kind: 'unknown' };
    for (const form of forms) {
      const session = reader.session(false, false);
      const outcome = testSolution(session, source.unknown, form, source.condition);
      if (outcome.kind === 'solves') return outcome;
      if (first.kind === 'unknown') first = outcome;
    }
    return first;
  }

  /** The claim as written, and with the marks of what is solved for taken off. */
  private formsOf({ unknown, sides }: Source, right: Expr): readonly Expr[] {
    const { setting } = this;
    const premises = sides.map((side) => ({ left: unknown, right: side }));
    const forms = plainForms({ left: unknown, right }, premises, setting.names.naming, (key) =>
      setting.isDefined(key),
    );
    return forms.map((form) => form.right);
  }

  /** Shapes that do not fit, and one edit with which they do and the condition is fulfilled. */
  private misfit(sources: readonly Source[], left: Expr, right: Expr): Found | null {
    const session = this.setting.reader.session(false, false);
    for (const source of sources) {
      if (source.constrained || !this.isAbout(source, right)) continue;
      if (session.fits(source.unknown, right)) continue;
      const edit = this.mend(source, left, right);
      if (!edit) continue;
      const reason = { code: 'step.shape' as const, args: {} };
      return { judgement: { kind: 'identity', verdict: 'fails', reason, assumptions: [] }, edit };
    }
    return null;
  }

  /** `\mu = \frac{1}{N} x_n`: an index that the unknown lacks, and one edit that takes it up. */
  private dangling(sources: readonly Source[], left: Expr, right: Expr): Found | null {
    const { meaning } = this.setting.reader.session(false, false);
    for (const source of sources) {
      if (source.constrained || !this.isAbout(source, right)) continue;
      const own = new Set(freeIndices([source.unknown], meaning));
      const [letter, ...more] = freeIndices([right], meaning).filter((one) => !own.has(one));
      if (letter === undefined || more.length > 0) continue;
      const entry = onLeft(left, letter);
      const meant = entry && this.test({ ...source, unknown: entry.change }, right);
      const edit = meant?.kind === 'solves' ? entry : this.mend(source, left, right, TAKEN_UP);
      if (!edit) continue;
      const reason = { code: 'notation.index-free' as const, args: { name: letter } };
      return { judgement: { kind: 'identity', verdict: 'slip', reason, assumptions: [] }, edit };
    }
    return null;
  }

  private mend(
    source: Source,
    left: Expr,
    right: Expr,
    codes: ReadonlySet<FixCode> | null = null,
  ): Edit | null {
    const { names } = this.setting;
    const stock = { ...stockFor(names, [right, ...source.sides], []), bold: true };
    const own = keysIn(right, names.naming);
    const sizes = new Set(stock.sizes.flatMap((size) => [...keysIn(size, names.naming)]));
    const edits = editsOf(right, stock).filter(({ code, cost, node, change, result }) => {
      if (cost > DEAREST || (code === 'fix.replace' && cost > LIKE_NAMES)) return false;
      if (codes ? !codes.has(code) : source.guessed && !SLIGHT.has(code)) return false;
      // `\frac{1}{n - 1}` makes an estimate unbiased.
      if (!source.sure && isOneLess(node)) return false;
      if (code === 'fix.power' && change.kind === 'pow') return false;
      return [...keysIn(result, names.naming)].every((key) => own.has(key) || sizes.has(key));
    });
    for (const edit of edits.slice(0, MOST_EDITS)) {
      if (this.budget.left-- <= 0) return null;
      const mended = rooted(left, edit.result);
      if (mended && this.test(source, mended.right).kind === 'solves') return edit;
    }
    return null;
  }

  /** Is the claim made of nothing but what the condition is made of? */
  private isAbout({ sides }: Source, right: Expr): boolean {
    const { reader } = this.setting;
    if (this.hasCount(right)) return false;
    const known = new Set(sides.flatMap((side) => [...madeOf(reader, side)]));
    const bare = (key: string): string => key.replace(/^\\(?:hat|bar|tilde)\{(.*)\}$/, '$1');
    return [...madeOf(reader, right)].every(
      (key) => known.has(key) || known.has(bare(key)) || reader.isCommon(key),
    );
  }

  /** `\frac{1}{n_k} \sum_{i: y_i = k} x_i`: how many there are of a class goes by its letter, and may never be said. */
  private hasCount(right: Expr): boolean {
    const letters = new Set<string>();
    const counts = new Set<string>();
    const read = (node: Expr): void => {
      if (node.kind === 'big') {
        for (const { condition } of node.bounds)
          if (condition) walk(condition, (inner) => void letters.add(printLatex(inner)));
        return;
      }
      const use = this.setting.names.naming.readName(node);
      if (use?.indices.length === 1 && !this.setting.isDefined(use.key))
        use.indices.forEach((index) => counts.add(printLatex(index)));
      if (!use) children(node).forEach(read);
    };
    read(right);
    return [...counts].some((letter) => letters.has(letter));
  }

  /** Is the claim made of all that the condition is made of? Then nothing that is left open could save it. */
  private isClosed({ sides, unknown }: Source, right: Expr, linked: boolean): boolean {
    const { reader, names } = this.setting;
    const own = madeOf(reader, right);
    const known = new Set(sides.flatMap((side) => [...madeOf(reader, side)]));
    const key = names.naming.readName(unknown)?.key;
    if (own.size === 0) return false;
    const { meaning } = reader.session(false, false);
    // A variance that every term is divided by says nothing of the mean. A multiplier that is added is no scale.
    const added = new Set(sides.flatMap((side) => addendsOf(side, names)));
    const scales = (name: string): boolean =>
      linked && meaning.info(name).domain === 'positive' && !added.has(name);
    return [...known].every(
      (name) => name === key || own.has(name) || reader.isCommon(name) || scales(name),
    );
  }
}

function isLinked({ statement: { link } }: Placed): boolean {
  return link === 'implies' || link === 'iff';
}

/** The names that are terms of a sum by themselves. */
function addendsOf(node: Expr, names: Names): readonly string[] {
  if (node.kind === 'add') return [...addendsOf(node.left, names), ...addendsOf(node.right, names)];
  if (node.kind === 'neg') return addendsOf(node.target, names);
  const use = names.naming.readName(node);
  return use ? [use.key] : [];
}

/** Names without a definition that an expression is made of. */
function madeOf({ names, book }: Reader, node: Expr): ReadonlySet<string> {
  const seen = new Set<string>();
  const out = new Set<string>();
  const note = (inner: Expr): void => {
    for (const name of keysIn(inner, names.naming)) {
      const key = name.replace(/'+$/, '');
      if (seen.has(key)) continue;
      seen.add(key);
      const definition = book.variables.get(key) ?? book.functions.get(key);
      if (definition) note(definition.body);
      else out.add(key);
    }
  };
  note(node);
  return out;
}

/** `\hat\sigma^2 = v` as sigma is the root of v. */
function rooted(left: Expr, right: Expr): { left: Expr; right: Expr } | null {
  if (left.kind === 'pow' && left.exponent.kind === 'num' && left.exponent.text === '2') {
    if (!isNameLike(left.base) || left.base.kind === 'pow') return null;
    const fn: Expr = { kind: 'sym', base: 'sqrt', accents: [], font: 'upright', span: right.span };
    const root: Expr = { kind: 'call', fn, args: [right], certain: true, span: right.span };
    return { left: left.base, right: root };
  }
  return isNameLike(left) ? { left, right } : null;
}

function solves({ condition }: Source): Judgement {
  return {
    kind: condition.kind === 'slope' ? 'argmin' : 'equation',
    verdict: 'holds',
    evidence: { method: 'sampled' },
    assumptions: condition.kind === 'slope' ? [] : [{ code: 'reading.hypothesis', args: {} }],
  };
}

function misses({ condition }: Source, counterexample: Counterexample): Judgement {
  const slope = condition.kind === 'slope';
  return {
    kind: slope ? 'argmin' : 'implication',
    verdict: 'fails',
    reason: { code: slope ? 'step.argmin' : 'step.implication', args: {} },
    counterexample,
    evidence: { method: 'sampled' },
    assumptions: [],
  };
}
