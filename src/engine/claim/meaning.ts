import type { Bound, Expr } from '../expression/node.js';
import { isUpper, letterOf } from '../expression/letter.js';
import type {
  Chance,
  Context,
  Definition,
  LogBase,
  NameUse,
  Randomness,
  SymbolInfo,
} from '../interpret/context.js';
import type { Layout } from '../interpret/layout.js';
import type { Dim, Dims } from '../shape/dims.js';
import type { Declarations, Size } from './declared.js';
import { eventDomain, isEventKey } from './events.js';
import type { EvidenceTable } from './evidence.js';
import { settleLoose } from './loose.js';
import { fixedLetters } from './fixed.js';
import { horizonOf } from './horizon.js';
import { mayBeName, type Naming } from './naming.js';
import { outcomesOf, recursiveKeys } from './outcomes.js';
import type { Shorthand } from './shorthand.js';

/** Letters that name functions when a bracket with a single name follows. */
const FUNCTION_LETTERS =
  /^(f|g|\\sigma|\\phi|\\psi|\\varphi|\\rho|L|J|\\ell|F|G|Q|R|E|C|S|p|q|P|H|u|\\Phi|\\kappa|k|K|N|h|D|U|V|T)$/;

/** Letters that are functions where each of several is called: `f_i(\theta)`. */
const EACH = /^(f|g|\\ell|\\phi|\\psi|L|J|\\mathcal\{[LJE]\})$/;

/** Letters that are functions whenever a bracket follows them. */
const STRONG_FUNCTION = /^(\\sigma|\\phi|\\psi|f|g)$/;

/** Known functions that a letter stands for when the document does not say. */
const KNOWN: Readonly<Record<string, string>> = { '\\sigma': 'sigmoid', 'D_{KL}': 'kl' };

/** Larger declared sizes are kept apart by name and evaluated small. */
const LARGEST_LITERAL = 6;

/** Which definitions are in force: what the reader of one step has in mind. */
export interface Book {
  readonly variables: ReadonlyMap<string, Definition>;
  readonly functions: ReadonlyMap<string, Definition>;
  /** Values given as numbers. */
  readonly values: ReadonlyMap<string, Expr>;
  /** The single numbers that elder zones gave, which here need not be meant. */
  readonly elder?: ReadonlySet<string>;
  /** Of those that were rounded, what they were rounded from. */
  readonly exact?: ReadonlyMap<string, Expr>;
  /** The steps that losses left open depend on, where a claim speaks of all of them. */
  readonly steps?: Bound;
  /** They depend on the last of those alone. */
  readonly lastStep?: boolean;
}

/** A reading of a zone's names: the context in which its expressions are interpreted. */
export class Meaning implements Context {
  readonly chance: Chance;
  private readonly instances = new Map<string, readonly Dim[]>();
  private hasLocal = false;
  private letters: readonly string[] | null = null;
  private readonly uses = new WeakMap<Expr, NameUse | null>();
  private readonly infos = new Map<string, SymbolInfo>();
  private recursive: ReadonlySet<string> | null = null;
  private ahead: Bound | null | undefined;

  constructor(
    readonly naming: Naming,
    readonly evidence: EvidenceTable,
    readonly declarations: Declarations,
    readonly ranks: ReadonlyMap<string, number>,
    readonly book: Book,
    readonly forest: Dims,
    readonly options: MeaningOptions,
    private readonly shorthand: Shorthand,
    readonly randomness: Randomness,
    readonly logBase: LogBase,
    readonly layout: Layout | null = null,
  ) {
    for (const [letter, size] of layout?.sizes ?? [])
      forest.same(forest.named(letter), forest.literal(size), true);
    this.chance = options.chance ?? 'independent';
    // Sizes that the document names are known from the start, wherever they are first used.
    for (const { sizes } of declarations.values()) {
      for (const size of sizes ?? []) if (size !== null) this.sized(size);
    }
  }

  readName(node: Expr): NameUse | null {
    if (!mayBeName(node)) return null;
    const known = this.uses.get(node);
    if (known !== undefined) return known;
    const use = this.naming.readName(node);
    // A prime on a function is its derivative, never another name.
    const out =
      use && node.kind === 'prime' && this.isFunction(use.key.replace(/'+$/, '')) ? null : use;
    this.uses.set(node, out);
    return out;
  }

  definition(key: string, args: number | null): Definition | null {
    if (args === null) {
      const variable = this.book.variables.get(key);
      if (variable) return variable;
      const fn = this.book.functions.get(key);
      // `L` for `L(y, \hat y)`; a function of a dummy argument has no value by itself.
      return fn ?? null;
    }
    return this.book.functions.get(`${key}/${String(args)}`) ?? null;
  }

  writtenOut(node: Expr): Expr | null {
    return this.shorthand.writtenOut(node);
  }

  isRecursive(key: string): boolean {
    this.recursive ??= recursiveKeys(this.book.variables, this.naming);
    return this.recursive.has(key);
  }

  get horizon(): Bound | null {
    if (this.options.direct === true) return null;
    if (this.ahead === undefined) this.ahead = this.book.steps ?? horizonOf(this.book.variables);
    return this.ahead;
  }

  get allSteps(): boolean {
    return this.book.steps !== undefined;
  }

  get lastStepOnly(): boolean {
    return this.book.lastStep === true;
  }

  outcomes(loss: string): readonly Definition[] {
    const all = outcomesOf(this.book.variables, this.naming, this.shorthand, loss);
    const { outcome } = this.options;
    return outcome === undefined ? all : all.filter((one) => one.key === outcome);
  }

  get fixed(): readonly string[] {
    const { variables, functions } = this.book;
    this.letters ??= fixedLetters(
      [...variables.values(), ...functions.values()],
      this.naming,
      this.evidence,
      this.declarations,
    ).filter((letter) => !this.forest.knows(letter) && !this.book.values.has(letter));
    return this.letters;
  }

  isFunction(key: string): boolean {
    return isFunctionKey(key, this.evidence, this.book.functions);
  }

  isOwn(key: string): boolean {
    if (key !== 'e') return this.isFunction(key);
    const shown = this.evidence.get(key);
    return shown?.normed === true || shown?.transposed === true || this.isFunction(key);
  }

  countsSteps(letter: string): boolean {
    return this.naming.countsSteps(letter);
  }

  isLabel(key: string): boolean {
    return this.evidence.get(key)?.label === true;
  }

  isField(key: string): boolean {
    return this.evidence.get(key)?.sloped === true;
  }

  isVariable(key: string): boolean {
    return this.evidence.get(key)?.variable === true;
  }

  info(key: string): SymbolInfo {
    let known = this.infos.get(key);
    if (!known) {
      const part = this.declarations.get(key)?.part;
      known = { ...this.infoOf(key), ...(part === undefined ? {} : { part }) };
      this.infos.set(key, known);
    }
    return known;
  }

  private infoOf(key: string): SymbolInfo {
    const declared = this.declarations.get(key) ?? this.declarations.get(`${key}<1>`);
    if (key === 'I' || /^I_\{?.*\}?$/.test(key)) return { domain: 'real', structure: 'identity' };
    if (key === '1' || /^1_\{/.test(key) || key === '\\mathbb{1}')
      return { domain: 'real', structure: 'ones' };
    if (isEventKey(key) && !declared) return { domain: eventDomain(key), structure: 'plain' };
    // What is said to be one class is no mixture of them.
    const usual = declared?.domain === 'one-hot' ? 'plain' : this.usualStructure(key);
    const structure = declared?.structure ?? usual;
    if (declared?.domain) {
      const { domain, hot, byColumns } = declared;
      const labels = { ...(hot === undefined ? {} : { hot }), ...(byColumns && { byColumns }) };
      return { domain, structure, ...labels };
    }
    const shown = this.evidence.get(key);
    if (shown?.positive && shown.belowOne) return { domain: 'probability', structure };
    if (this.options.positive || shown?.positive === true || POSITIVE.test(key))
      return { domain: 'positive', structure };
    return { domain: 'real', structure };
  }

  dims(key: string, instance: string): readonly Dim[] {
    const member =
      instance !== key && !instance.includes('@') && this.naming.sharesShape(key) ? key : instance;
    const known = this.instances.get(member);
    if (known) return known;
    const made = this.make(key, instance);
    this.instances.set(member, made);
    this.hasLocal ||= instance.includes('@');
    return made;
  }

  /** Gives sizes to the vectors of ones and identities of a claim that show none. */
  settle(left: Expr, right: Expr): void {
    if (!this.hasLocal) return;
    const claim = { start: left.span.start, end: right.span.end };
    // The d of `\operatorname{tr}(I) = d`.
    const sizes = [left, right].filter(
      (side) => side.kind === 'sym' && this.forest.knows(side.base),
    );
    const [said] = sizes.map((side) => this.forest.named(this.readName(side)?.key ?? ''));
    settleLoose(this.forest, this.instances, claim, said ?? null);
  }

  setKind(key: string): 'indices' | 'pairs' | null {
    const shown = this.evidence.get(key);
    if (shown?.pairs === true) return 'pairs';
    return shown?.members === true ? 'indices' : null;
  }

  members(key: string, rank: number): readonly Dim[] {
    const name = `${key}@@${String(rank)}`;
    const known = this.instances.get(name);
    if (known) return known;
    const made = Array.from({ length: rank }, () => this.forest.fresh());
    this.instances.set(name, made);
    return made;
  }

  known(key: string): string | null {
    return this.declarations.get(key)?.function ?? KNOWN[key] ?? null;
  }

  bound(key: string): Expr | null {
    return this.options.numeric ? (this.book.values.get(key) ?? null) : null;
  }

  isSeries(key: string): boolean {
    const shown = this.evidence.get(key);
    if (!shown || this.declarations.get(key)?.sizes) return false;
    return shown.indexed > 0 && !(shown.transposed || shown.bold || shown.normed);
  }

  private make(key: string, instance: string): readonly Dim[] {
    const { forest } = this;
    const info = this.info(key);
    if (info.structure === 'identity') {
      const n = this.labelSize(key) ?? forest.fresh();
      return [n, n];
    }
    const sizes = (this.declarations.get(instance) ?? this.declarations.get(key))?.sizes;
    if (info.structure === 'ones' && !sizes) return [this.labelSize(key) ?? forest.fresh()];
    const dims = this.axes(key, instance, sizes ?? null);
    const square = !['plain', 'simplex', 'unit', 'orthonormal'].includes(info.structure);
    const [first] = dims;
    const open = !sizes || sizes.every((size) => size === null);
    if (square && open && dims.length === 2 && first !== undefined) return [first, first];
    // More rows than columns, or there is none of the kind.
    const tall = open || typeof sizes[0] === 'string';
    if (info.structure === 'orthonormal' && tall && first !== undefined) forest.atLeast(first, 4);
    const [, columns] = dims;
    const width = info.part === undefined ? undefined : this.dims(info.part, info.part)[1];
    if (columns !== undefined && width !== undefined) forest.fewer(columns, width);
    return dims;
  }

  /** The `n` of `I_n`, where it is a size that the document names, or a number. */
  private labelSize(key: string): Dim | null {
    const label = /_\{(.+)\}$/.exec(key)?.[1];
    if (label === undefined) return null;
    if (/^[2-9]$/.test(label)) return this.sized(Number(label));
    return this.forest.knows(label) ? this.forest.named(label) : null;
  }

  private axes(key: string, instance: string, sizes: readonly Size[] | null): readonly Dim[] {
    // `W^{(l)} \in \mathbb{R}^{n_l \times n_{l-1}}` gives every layer sizes of its own.
    const own =
      instance.includes('<') &&
      sizes?.some((size) => typeof size === 'string' && size.includes('_'));
    if (sizes && !own) return sizes.map((size) => this.sized(size));
    const rank = sizes?.length ?? this.ranks.get(key) ?? 0;
    return Array.from({ length: rank }, () => this.forest.fresh(rank === 1));
  }

  /** Covariance and precision matrices are symmetric, and distributions add to one, whether or not it is said. */
  private usualStructure(key: string): SymbolInfo['structure'] {
    const shown = this.evidence.get(key);
    if (shown?.weights === true && !shown.belowOne) return 'simplex';
    const matrix = /^\\(Sigma|Lambda)(_|$)/.test(key) && shown?.square === true;
    return matrix ? 'positive-definite' : 'plain';
  }

  private sized(size: Size): Dim {
    if (size === null) return this.forest.fresh();
    if (typeof size === 'number')
      return size <= LARGEST_LITERAL
        ? this.forest.literal(size)
        : this.forest.named(`#${String(size)}`);
    return this.forest.named(size);
  }
}

/** Names whose usual meaning is a positive number: rates, widths, strengths. */
const POSITIVE = /^(\\lambda|\\alpha|\\eta|\\epsilon|\\tau|\\sigma|\\gamma)(_\{.*\})?$|#$/;

export interface MeaningOptions {
  readonly numeric: boolean;
  readonly positive: boolean;
  readonly chance?: Chance;
  /** What came before a time step is held: `\partial h_t / \partial W` is what this step alone does. */
  readonly direct?: boolean;
  /** The one definition that losses left open depend on, where not on all that nothing else is made of. */
  readonly outcome?: string;
}

/** Is this name used as a function? Its own definition with arguments says so, a prime, or the letter and how it is called. */
export function isFunctionKey(
  key: string,
  evidence: EvidenceTable,
  functions: ReadonlyMap<string, unknown>,
): boolean {
  if (functions.has(key)) return true;
  const shown = evidence.get(key);
  if (!shown) return false;
  if (shown.derived || shown.defined) return true;
  if (STRONG_FUNCTION.test(key) && (shown.called > 0 || shown.calledOdd) && shown.indexed === 0)
    return true;
  if (shown.each === true && EACH.test(letterOf(key))) return true;
  if (shown.called === 0 || shown.transposed || shown.indexed >= 2) return false;
  const letter = letterOf(key);
  if (letter.length > 1 && !letter.startsWith('\\')) return true;
  if (key.startsWith('\\mathcal')) return true;
  if (!FUNCTION_LETTERS.test(letter)) return false;
  return !isUpper(key) || !shown.calledOdd || letter === 'L' || letter === 'J';
}
