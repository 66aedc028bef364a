/** A dimension's identity while shapes are inferred: an index into a union-find forest. */
export type Dim = number;

interface Node {
  parent: number;
  /** Known size, where a literal gives it. */
  hard: number | null;
  /** The document's name for it; two different names are different sizes, unless one is `soft`. */
  label: string | null;
  soft: boolean;
  several: boolean;
  /** The largest literal index used on it. */
  least: number;
  /** What there are more of. */
  below: Dim | null;
  /** Those that it is as many as together. */
  parts: readonly Dim[] | null;
}

/** Dimensions with unification. Every change is on a trail, so that a relation that does not fit leaves no trace. */
export class Dims {
  private readonly nodes: Node[] = [];
  /** What to put back on undoing: a node as it was, or a name that was not known. */
  private readonly trail: ({ at: number; was: Node } | { name: string })[] = [];
  private readonly literals = new Map<number, Dim>();
  private readonly names = new Map<string, Dim>();
  private readonly totals = new Map<string, Dim>();

  /** One that nothing is known of; of the entries of a vector there are `several`. */
  fresh(several = false): Dim {
    const dim = this.create(null, null);
    if (several) this.nodes[dim] = { ...this.root(dim), several };
    return dim;
  }

  literal(size: number): Dim {
    const known = this.literals.get(size);
    if (known !== undefined) return known;
    const dim = this.create(size, null);
    this.literals.set(size, dim);
    return dim;
  }

  /** The dimension that the document calls by this name. */
  named(label: string): Dim {
    const known = this.names.get(label);
    if (known !== undefined) return known;
    const dim = this.create(null, label);
    this.names.set(label, dim);
    this.trail.push({ name: label });
    return dim;
  }

  /** As many as all of these together: the entries of `(b, w^\top)^\top`. */
  total(parts: readonly Dim[]): Dim {
    const [only, ...more] = parts;
    if (only !== undefined && more.length === 0) return only;
    const size = this.sumOf(parts);
    if (size !== null) return this.literal(size);
    const roots = parts.map((part) => this.find(part)).sort((a, b) => a - b);
    const key = roots.join('+');
    const known = this.totals.get(key);
    if (known !== undefined) return known;
    const dim = this.create(null, null, roots);
    this.totals.set(key, dim);
    return dim;
  }

  knows(label: string): boolean {
    return this.names.has(label);
  }

  hard(dim: Dim): number | null {
    return this.root(dim).hard;
  }

  label(dim: Dim): string | null {
    return this.root(dim).label;
  }

  atLeast(dim: Dim, size: number): void {
    const at = this.find(dim);
    const least = this.nodes[at]?.least ?? 2;
    if (size > least && size <= 8) this.write(at, { least: size });
  }

  /** Fewer than of another, as of the first columns of a matrix among all. */
  fewer(dim: Dim, than: Dim): void {
    const at = this.find(dim);
    if (this.root(at).below === null) this.write(at, { below: than });
  }

  /** Makes two dimensions one; false (and no change) where they are known to differ. */
  same(a: Dim, b: Dim, soft = false): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return true;
    const [p, q] = [this.root(x), this.root(y)];
    if (p.hard !== null && q.hard !== null && p.hard !== q.hard) return false;
    const clash = p.label !== null && q.label !== null && p.label !== q.label;
    if (clash && !soft && !p.soft && !q.soft) return false;
    if (this.isWithin(x, q.parts) || this.isWithin(y, p.parts)) return false;
    const mark = this.mark();
    // The elder one stands for both, whichever way they were met.
    const [root, other] = x < y ? [x, y] : [y, x];
    this.write(root, {
      hard: p.hard ?? q.hard,
      label: p.label ?? q.label,
      soft: clash ? p.soft && q.soft : p.label === null ? q.soft : p.soft,
      several: p.several || q.several,
      least: Math.max(p.least, q.least),
      below: p.below ?? q.below,
      parts: p.parts ?? q.parts,
    });
    this.write(other, { parent: root });
    if (this.fits(root) && this.agree(p.parts, q.parts)) return true;
    this.undo(mark);
    return false;
  }

  mark(): number {
    return this.trail.length;
  }

  /** How many dimensions there are. */
  get count(): number {
    return this.nodes.length;
  }

  /** What is known since then of the first `count` dimensions and of names: the same text where the same is. */
  changesSince(mark: number, count: number): string {
    const classes = new Map<Dim, Set<Dim>>();
    const names: string[] = [];
    for (const change of this.trail.slice(mark)) {
      const dim = 'at' in change ? change.at : this.named(change.name);
      const root = this.find(dim);
      const members = classes.get(root) ?? new Set();
      classes.set(root, members);
      if (dim < count) members.add(dim);
      if ('name' in change) names.push(`${change.name}:${this.spoken(root, count)}`);
    }
    const told = [...classes].map(([root, members]) => {
      const { hard, soft, least, below, parts, label } = this.root(root);
      const made = parts?.map((part) => this.spoken(this.find(part), count)).join('+') ?? '';
      const all = [...members].sort((a, b) => a - b).join();
      return [this.spoken(root, count), all, hard, label, soft, least, below, made].join('/');
    });
    return [...names, ...told].sort().join(' ');
  }

  /** A class by its eldest member; one that was met since by its name. */
  private spoken(root: Dim, count: number): string {
    return root < count ? String(root) : (this.root(root).label ?? '');
  }

  /** Has one that there are several of become 1 since then? */
  shrunk(mark: number): boolean {
    const isMany = ({ hard, label, several }: Node): boolean =>
      hard === null && (several || label !== null);
    return this.trail
      .slice(mark)
      .some((change) => 'at' in change && isMany(change.was) && this.hard(change.at) === 1);
  }

  undo(mark: number): void {
    while (this.trail.length > mark) {
      const last = this.trail.pop();
      if (last && 'name' in last) this.names.delete(last.name);
      else if (last) this.nodes[last.at] = last.was;
    }
  }

  find(dim: Dim): Dim {
    let at = dim;
    for (;;) {
      const parent = this.nodes[at]?.parent ?? at;
      if (parent === at) return at;
      at = parent;
    }
  }

  /**
   * Sizes for all dimensions: what is known keeps its size, the others get sizes pairwise different and at least 2. From
   * the one numbered `lasting` on they may be forgotten, and have another number when they are met again by their name.
   */
  assign(pool: readonly number[], lasting = this.count): (dim: Dim) => number {
    const sizes = new Map<Dim | string, number>();
    const taken = new Set<number>();
    const pending = new Set<Dim>();
    for (let at = 0; at < this.nodes.length; at++) {
      const hard = this.find(at) === at ? this.root(at).hard : null;
      if (hard !== null) taken.add(hard);
    }
    const sizeOf = (dim: Dim): number => {
      const at = this.find(dim);
      const { hard, least, below, parts, label } = this.root(at);
      const key = at < lasting ? at : (label ?? at);
      const known = sizes.get(key);
      if (known !== undefined) return known;
      if (hard === null && parts) return parts.reduce((sum, part) => sum + sizeOf(part), 0);
      // What is fewer than itself, by two names that turned out to be one, has any size.
      pending.add(at);
      const most = below === null || pending.has(this.find(below)) ? Infinity : sizeOf(below);
      pending.delete(at);
      const fits = (size: number): boolean => size >= least && size < most;
      const spare = most === Infinity ? least : most - 1;
      const free = pool.find((one) => fits(one) && !taken.has(one)) ?? pool.find(fits) ?? spare;
      const size = hard ?? free;
      taken.add(size);
      sizes.set(key, size);
      return size;
    };
    return sizeOf;
  }

  /** Their number together, where each is known. */
  private sumOf(parts: readonly Dim[]): number | null {
    const sizes = parts.map((part) => this.hard(part));
    return sizes.reduce<number | null>(
      (sum, size) => (sum === null || size === null ? null : sum + size),
      0,
    );
  }

  /** Is it one of these, or a part of one? Nothing is as many as itself and more. */
  private isWithin(dim: Dim, parts: readonly Dim[] | null): boolean {
    return (parts ?? []).some(
      (part) => this.find(part) === dim || this.isWithin(dim, this.root(part).parts),
    );
  }

  /** Has what it is made of the size that is known of it? One part alone that is open gets what is left. */
  private fits(dim: Dim): boolean {
    const { hard, parts } = this.root(dim);
    if (hard === null || !parts) return true;
    const open = parts.filter((part) => this.hard(part) === null);
    const rest = hard - (this.sumOf(parts.filter((part) => this.hard(part) !== null)) ?? 0);
    const [only, ...more] = open;
    if (only === undefined) return rest === 0;
    if (more.length > 0) return rest >= open.length;
    return rest >= 1 && this.same(only, this.literal(rest));
  }

  /** Two ways to part the same number: where all but one of the parts are the same, that one is too. */
  private agree(a: readonly Dim[] | null, b: readonly Dim[] | null): boolean {
    if (!a || !b) return true;
    const left = a.map((part) => this.find(part));
    const right = b.map((part) => this.find(part));
    for (const part of [...left]) {
      const at = right.indexOf(part);
      if (at < 0) continue;
      right.splice(at, 1);
      left.splice(left.indexOf(part), 1);
    }
    const [one, ...others] = left;
    const [other, ...rest] = right;
    if (one === undefined || other === undefined) return one === other;
    return others.length > 0 || rest.length > 0 || this.same(one, other);
  }

  // A dimension outlives the relation it was first met in, so its making is not on the trail.
  private create(
    hard: number | null,
    label: string | null,
    parts: readonly Dim[] | null = null,
  ): Dim {
    const parent = this.nodes.length;
    this.nodes.push({
      parent,
      hard,
      label,
      soft: false,
      several: false,
      least: 2,
      below: null,
      parts,
    });
    return parent;
  }

  private root(dim: Dim): Node {
    return this.nodes[this.find(dim)] ?? { ...NOTHING, parent: dim };
  }

  private write(at: number, change: Partial<Node>): void {
    const was = this.nodes[at];
    if (!was) return;
    this.trail.push({ at, was });
    this.nodes[at] = { ...was, ...change };
  }
}

const NOTHING: Node = {
  parent: 0,
  hard: null,
  label: null,
  soft: false,
  several: false,
  least: 2,
  below: null,
  parts: null,
};
