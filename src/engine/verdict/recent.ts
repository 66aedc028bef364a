import type { Graph } from '../evaluate/graph.js';
import type { Expr } from '../expression/node.js';

/** Of a graph with more nodes nothing is kept: the next claim is not to find it full. */
const MOST_NODES = 100_000;

/** The stages, one for each assignment of sizes, that claims were evaluated on last. */
export class Recent<Stage extends { readonly graph: Graph }> {
  private readonly all: Shared<Stage>[] = [];

  constructor(private readonly most: number) {}

  /** Those for these expressions where the same is said of sizes; new ones for others. */
  of(nodes: readonly Expr[], sizes: string, afresh = false): Shared<Stage> {
    const at = this.all.findIndex((one) => one.isFor(nodes, sizes));
    const [known] = at < 0 ? [] : this.all.splice(at, 1);
    const shared = known && !afresh && !known.isFull() ? known : new Shared<Stage>(nodes, sizes);
    if (this.all.unshift(shared) > this.most) this.all.pop();
    return shared;
  }
}

class Shared<Stage extends { readonly graph: Graph }> {
  private readonly stages: Stage[] = [];

  constructor(
    private readonly nodes: readonly Expr[],
    private readonly sizes: string,
  ) {}

  isFor(nodes: readonly Expr[], sizes: string): boolean {
    return (
      this.sizes === sizes &&
      this.nodes.length === nodes.length &&
      this.nodes.every((node, at) => node === nodes[at])
    );
  }

  isFull(): boolean {
    return this.stages.some(({ graph }) => graph.size > MOST_NODES);
  }

  at(place: number, make: () => Stage): Stage {
    return (this.stages[place] ??= make());
  }
}
