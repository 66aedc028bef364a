/** A dimension's identity while shapes are inferred: an index into a union-find forest. */
export type Dim = number;

interface Node {
  parent: number;
  /** Known size, where a literal gives it. */
  hard: number | null;
  /** The document's name for it; two different names are different sizes, unless one is `soft`. */
  label: string | null;
  soft: boolean;
  /** The largest literal index used on it. */
  least: number;
}

/** Dimensions with unification. Every change is on a trail, so that a relation that does not fit leaves no trace. */
export class Dims {
  private readonly nodes: Node[] = [];
  /** What to put back on undoing: a node as it was, or a name that was not known. */
  private readonly trail: ({ at: number; was: Node } | { name: string })[] = [];
  private readonly literals = new Map<number, Dim>();
  private readonly names = new Map<string, Dim>();

  fresh(): Dim {
    this.nodes.push({ parent: this.nodes.length, hard: null, label: null, soft: false, least: 2 });
    return this.nodes.length - 1;
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

  /** Makes two dimensions one; false (and no change) where they are known to differ. */
  same(a: Dim, b: Dim, soft = false): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return true;
    const [p, q] = [this.root(x), this.root(y)];
    if (p.hard !== null && q.hard !== null && p.hard !== q.hard) return false;
    const clash = p.label !== null && q.label !== null && p.label !== q.label;
    if (clash && !soft && !p.soft && !q.soft) return false;
    this.write(x, {
      hard: p.hard ?? q.hard,
      label: p.label ?? q.label,
      soft: clash ? p.soft && q.soft : p.label === null ? q.soft : p.soft,
      least: Math.max(p.least, q.least),
    });
    this.write(y, { parent: x });
    return true;
  }

  mark(): number {
    return this.trail.length;
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

  /** Sizes for all dimensions: what is known keeps its size, the others get sizes pairwise different and at least 2. */
  assign(pool: readonly number[]): (dim: Dim) => number {
    const sizes = new Map<Dim, number>();
    const taken = new Set<number>();
    for (let at = 0; at < this.nodes.length; at++) {
      const hard = this.find(at) === at ? this.root(at).hard : null;
      if (hard !== null) taken.add(hard);
    }
    return (dim) => {
      const at = this.find(dim);
      const known = sizes.get(at);
      if (known !== undefined) return known;
      const { hard, least } = this.root(at);
      const free =
        pool.find((size) => size >= least && !taken.has(size)) ??
        pool.find((size) => size >= least) ??
        least;
      const size = hard ?? free;
      taken.add(size);
      sizes.set(at, size);
      return size;
    };
  }

  // A dimension outlives the relation it was first met in, so its making is not on the trail.
  private create(hard: number | null, label: string | null): Dim {
    this.nodes.push({ parent: this.nodes.length, hard, label, soft: false, least: 2 });
    return this.nodes.length - 1;
  }

  private root(dim: Dim): Node {
    return (
      this.nodes[this.find(dim)] ?? { parent: dim, hard: null, label: null, soft: false, least: 2 }
    );
  }

  private write(at: number, change: Partial<Node>): void {
    const was = this.nodes[at];
    if (!was) return;
    this.trail.push({ at, was });
    this.nodes[at] = { ...was, ...change };
  }
}
