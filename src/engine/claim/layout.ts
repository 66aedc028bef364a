import { isShifted } from '../expression/forms.js';
import type { Bound, Expr } from '../expression/node.js';
import { children, some, walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import { sizeOf, type Layout, type Run } from '../interpret/layout.js';
import { printLatex } from '../latex/print.js';
import type { Book } from './meaning.js';
import type { Names } from './reading.js';

/** Arrays are tried with so many entries along an axis. */
const LEAST = 2;
const MOST = 6;

/** Letters of sizes that are tried together. */
const MOST_LETTERS = 4;

/**
 * How the arrays of sums such as `y_i = \sum_{k=0}^{K-1} w_k x_{i+k}` lie: from the limits of the sums it follows which
 * indices each has. Null where there is no such sum, or no sizes that agree with all that is said.
 */
export function layoutOf(names: Names, book: Book, roots: readonly Expr[]): Layout | null {
  const definitions = [...book.variables.values()].filter((one) => one.family.length === 0);
  const shifted = definitions.filter((one) => sumsShifted(one, names));
  if (shifted.length === 0) return null;
  const limits = limitsIn(roots);
  let best: Layout | null = null;
  const open = new Set<string>();
  const trial = (sizes: ReadonlyMap<string, number>): Layout | null => {
    const plan = new Plan(names, book, limits, sizes);
    for (const one of shifted) plan.add(one);
    for (const one of definitions) plan.follow(one);
    const layout = plan.layout();
    for (const letter of plan.missing) open.add(letter);
    return plan.missing.size === 0 ? layout : null;
  };
  trial(new Map());
  for (let known = -1; known < open.size && open.size <= MOST_LETTERS;) {
    known = open.size;
    best = null;
    for (const sizes of assignments([...open])) {
      const layout = trial(sizes);
      if (layout && (!best || worth(layout) > worth(best))) best = layout;
    }
  }
  return best;
}

/** Has an entry's definition a sum over entries that are counted on from its own index? */
function sumsShifted({ indices, args, body }: Definition, { naming }: Names): boolean {
  if (args !== null || indices.length === 0) return false;
  const isMoved = (index: Expr): boolean =>
    isShifted(index) && some(index, (part) => indices.includes(naming.readName(part)?.key ?? ''));
  return some(
    body,
    (node) =>
      node.kind === 'big' &&
      node.op === 'sum' &&
      some(node.body, (inner) => naming.readName(inner)?.indices.some(isMoved) === true),
  );
}

/** What sums count from and to by each letter, the commonest limits. */
function limitsIn(roots: readonly Expr[]): ReadonlyMap<string, Bound> {
  const seen = new Map<string, Map<string, { bound: Bound; times: number }>>();
  for (const root of roots)
    walk(root, (node) => {
      for (const bound of node.kind === 'big' ? node.bounds : []) {
        if (!bound.from || !bound.to || bound.index.kind !== 'sym') continue;
        const mine =
          seen.get(bound.index.base) ?? new Map<string, { bound: Bound; times: number }>();
        seen.set(bound.index.base, mine);
        const text = `${printLatex(bound.from)} ${printLatex(bound.to)}`;
        mine.set(text, { bound, times: (mine.get(text)?.times ?? 0) + 1 });
      }
    });
  const commonest = new Map<string, Bound>();
  for (const [letter, mine] of seen) {
    const [first] = [...mine.values()].sort((a, b) => b.times - a.times);
    if (first) commonest.set(letter, first.bound);
  }
  return commonest;
}

function* assignments(letters: readonly string[]): Generator<ReadonlyMap<string, number>> {
  const [letter, ...rest] = letters;
  if (letter === undefined) {
    yield new Map();
    return;
  }
  for (let size = LEAST; size <= MOST; size++)
    for (const others of assignments(rest)) yield new Map([[letter, size], ...others]);
}

/** Sizes that differ tell arrays apart; small ones are fast. */
function worth({ axes }: Layout): number {
  const all = [...axes.values()].flatMap((runs) => runs.map(sizeOf));
  return 100 * new Set(all).size - all.reduce((sum, size) => sum + size, 0);
}

/** The arrays of some definitions, laid out for one choice of sizes. */
class Plan {
  /** Letters of sizes that it would take to go on. */
  readonly missing = new Set<string>();
  private readonly axes = new Map<string, (Run | null)[]>();
  private readonly letters = new Map<string, Run>();
  /** Sizes that are computed from others, and those that are just being computed. */
  private readonly made = new Map<string, number>();
  private readonly open = new Set<string>();
  /** How often it could not be told what something reaches to for want of a size. */
  private blocked = 0;

  constructor(
    private readonly names: Names,
    private readonly book: Book,
    private readonly limits: ReadonlyMap<string, Bound>,
    private readonly sizes: ReadonlyMap<string, number>,
  ) {}

  layout(): Layout | null {
    const axes = new Map<string, readonly Run[]>();
    for (const [key, runs] of this.axes) {
      const whole = runs.flatMap((run) => run ?? []);
      if (whole.length < runs.length) return null;
      if (!whole.every((run) => sizeOf(run) >= LEAST && sizeOf(run) <= MOST)) return null;
      if (!this.agrees(key, whole)) return null;
      axes.set(key, whole);
    }
    return { axes, letters: this.letters, sizes: new Map([...this.sizes, ...this.made]) };
  }

  /** Lays out what an entry is defined as a sum of. */
  add({ key, indices, body }: Definition): void {
    const runs = new Map(indices.map((letter) => [letter, this.limit(letter)] as const));
    this.axes.set(key, [...runs.values()]);
    for (const [letter, run] of runs) if (run) this.letters.set(letter, run);
    this.visit(body, runs);
  }

  /** Lays out what is made of laid out arrays, or stands beside them: their slopes, errors, targets. */
  follow({ key, indices, args, body }: Definition): void {
    if (args !== null || !some(body, (node) => this.readsLaidOut(node))) return;
    const runs = new Map(indices.map((letter) => [letter, this.alone(letter, body)] as const));
    if (indices.length > 0 && !this.axes.has(key) && ![...runs.values()].includes(null))
      this.axes.set(key, [...runs.values()]);
    this.visit(body, runs, true);
  }

  private readsLaidOut(node: Expr): boolean {
    return this.axes.has(this.names.naming.readName(node)?.key ?? '');
  }

  /** The run of a letter that alone is an index of something laid out. */
  private alone(letter: string, node: Expr): Run | null {
    const { naming } = this.names;
    const use = naming.readName(node);
    const at = use?.indices.findIndex((index) => naming.readName(index)?.key === letter) ?? -1;
    const known = (use && this.axes.get(use.key)?.[at]) ?? null;
    return (
      known ??
      children(node).reduce<Run | null>((run, child) => run ?? this.alone(letter, child), null)
    );
  }

  private visit(node: Expr, runs: ReadonlyMap<string, Run | null>, beside = false): void {
    if (node.kind === 'big') {
      const inner = new Map(runs);
      for (const { index, from, to } of node.bounds) {
        const name = this.names.naming.readName(index)?.key ?? '';
        const [low, high] = [from && this.reach(from, inner), to && this.reach(to, inner)];
        const run = from && to ? low && high && { from: low.from, to: high.to } : this.limit(name);
        inner.set(name, run ?? null);
        if (run && !this.letters.has(name)) this.letters.set(name, run);
      }
      this.visit(node.body, inner, beside);
      return;
    }
    const use = this.names.naming.readName(node);
    if (!use) {
      for (const child of children(node)) this.visit(child, runs, beside);
      return;
    }
    // `w_k` as a name of its own: too little is understood of what the sum is over.
    if (node.kind === 'sub' && use.indices.length + use.family.length < node.indices.length)
      if (node.indices.some((index) => runs.has(this.names.naming.readName(index)?.key ?? '')))
        this.axes.set(use.key, [null]);
    if (use.indices.length === 0) {
      // What stands beside entries is a number.
      const free =
        !runs.has(use.key) && !this.sizes.has(use.key) && !this.book.variables.has(use.key);
      if (free && !beside && !this.axes.has(use.key)) this.axes.set(use.key, []);
      return;
    }
    if (use.family.length > 0 || (beside && this.axes.has(use.key))) return;
    const found = use.indices.map((index) => this.reach(index, runs));
    if (beside) {
      if (!found.includes(null) && !this.book.variables.has(use.key)) this.axes.set(use.key, found);
      return;
    }
    const known = this.axes.get(use.key);
    if (known && this.book.variables.has(use.key)) return;
    this.axes.set(use.key, known ? found.map((run, k) => union(run, known[k] ?? null)) : found);
  }

  /** What a letter runs over by the sums of the text; where none says so, a size of its own from where others begin. */
  private limit(letter: string): Run | null {
    const bound = this.limits.get(letter);
    if (bound?.from && bound.to) {
      const before = this.blocked;
      const [from, to] = [this.reach(bound.from, NONE), this.reach(bound.to, NONE)];
      if (from && to) return { from: from.from, to: to.to };
      if (this.blocked > before) return null;
    }
    const size = this.sizes.get(`#${letter}`);
    if (size === undefined) this.missing.add(`#${letter}`);
    const starts = [...this.limits.values()].map(({ from }) => from?.kind === 'num' && from.text);
    const first = starts.includes('0') ? 0 : 1;
    return size === undefined ? null : { from: first, to: first + size - 1 };
  }

  /** The least and the greatest value of whole numbers. */
  private reach(node: Expr, runs: ReadonlyMap<string, Run | null>): Run | null {
    switch (node.kind) {
      case 'num':
        return /^\d+$/.test(node.text) ? { from: Number(node.text), to: Number(node.text) } : null;
      case 'neg':
        return spread(this.reach(node.target, runs), null, (a) => -a);
      case 'add': {
        const sign = node.op === '+' ? 1 : -1;
        const [left, right] = [this.reach(node.left, runs), this.reach(node.right, runs)];
        return left && right && spread(left, right, (a, b) => a + sign * b);
      }
      case 'mul':
        return node.factors.reduce<Run | null>((product, factor) => {
          const run = this.reach(factor, runs);
          return product && run && spread(product, run, (a, b) => a * b);
        }, ONE);
      default:
        return this.named(node, runs);
    }
  }

  private named(node: Expr, runs: ReadonlyMap<string, Run | null>): Run | null {
    const use = this.names.naming.readName(node);
    if (!use || use.indices.length + use.family.length > 0) return null;
    const { key } = use;
    const bound = runs.get(key);
    if (bound !== undefined) return bound;
    const size = this.sizes.get(key);
    if (size !== undefined) return { from: size, to: size };
    const body = this.book.variables.get(key)?.body;
    if (body) return this.computed(key, body);
    this.missing.add(key);
    this.blocked++;
    return null;
  }

  /** `m = n - k + 1`; null also where names are made of each other. */
  private computed(key: string, body: Expr): Run | null {
    if (this.open.has(key)) return null;
    this.open.add(key);
    const run = this.reach(body, NONE);
    this.open.delete(key);
    if (run && run.from === run.to && run.from > 0) this.made.set(key, run.from);
    return run;
  }

  /** Is it as large as is declared, or as the numbers that are given for it? */
  private agrees(key: string, runs: readonly Run[]): boolean {
    const declared = this.names.declarations.get(key)?.sizes ?? [];
    const sizes =
      declared.length > 0
        ? declared
        : extentOf(this.book.values.get(key) ?? this.book.variables.get(key)?.body);
    return sizes.every((size, k) => {
      const run = runs[k];
      const number = typeof size === 'string' ? this.sizes.get(size) : size;
      if (typeof size === 'string' && number === undefined && LETTER.test(size))
        this.missing.add(size);
      return !run || number === undefined || number === null || sizeOf(run) === number;
    });
  }
}

/** As many rows and columns as the numbers have that were given for a name. */
function extentOf(value: Expr | undefined): readonly number[] {
  switch (value?.kind) {
    case 'transpose':
      return extentOf(value.target);
    case 'tuple':
      return [value.items.length];
    case 'matrix': {
      const columns = value.rows[0]?.length ?? 1;
      return columns === 1 ? [value.rows.length] : [value.rows.length, columns];
    }
    default:
      return [];
  }
}

const LETTER = /^[A-Za-z]/;

const NONE: ReadonlyMap<string, Run | null> = new Map();
const ONE: Run = { from: 1, to: 1 };

function union(a: Run | null, b: Run | null): Run | null {
  return a && b && { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

function spread(a: Run | null, b: Run | null, of: (a: number, b: number) => number): Run | null {
  if (!a) return null;
  const ends = [a.from, a.to].flatMap((x) => (b ? [b.from, b.to] : [0]).map((y) => of(x, y)));
  return { from: Math.min(...ends), to: Math.max(...ends) };
}
