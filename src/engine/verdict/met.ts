import type { Expr } from '../expression/node.js';

/** What came of expressions that were met together before, in this order. */
export class Met<T> {
  private readonly root: Branch<T> = { next: new WeakMap() };

  /** `lasts`: whether it would be the same again. */
  of(nodes: readonly Expr[], compute: () => T, lasts: (value: T) => boolean = () => true): T {
    let branch = this.root;
    for (const node of nodes) {
      let next = branch.next.get(node);
      if (!next) branch.next.set(node, (next = { next: new WeakMap() }));
      branch = next;
    }
    if (branch.known) return branch.known.value;
    const value = compute();
    if (lasts(value)) branch.known = { value };
    return value;
  }
}

interface Branch<T> {
  known?: { readonly value: T };
  readonly next: WeakMap<Expr, Branch<T>>;
}
