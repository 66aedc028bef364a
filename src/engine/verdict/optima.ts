import type { Placed } from '../claim/zone.js';
import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import type { CueKind } from '../document/outline.js';
import { isOpen } from '../claim/standing.js';
import { editsOf } from './edits/edits.js';
import type { Equality } from './equality.js';
import { found, type Found } from './found.js';
import type { Judgement } from './judge.js';
import { objectiveIn, optimumIn, type Objective, type Sense } from './objective.js';
import { testOptimum, type OptimumOutcome } from './optimum.js';
import { stockFor, type Budget } from './repair.js';
import type { Setting } from './setting.js';
import { unmarked } from './unmarked.js';

/** Edits tried on a claimed optimum: each means searching around it again. */
const MOST_EDITS = 24;
const DEAREST = 3.6;
/** So many formulas after an objective, words such as "the minimum" still speak of it. */
const NEARBY = 4;

/** Where a zone's objectives are said to be least or greatest. */
export class Optima {
  private readonly objectives: Objective[] = [];
  /** Where the last one was stated. */
  private statedAt = Number.NEGATIVE_INFINITY;
  /** A constraint was met: what is best without it may not be allowed. */
  private constrained = false;

  constructor(
    private readonly setting: Setting,
    private readonly budget: Budget,
  ) {}

  /** Remembers what a statement optimises. */
  note(placed: Placed): void {
    const objective = objectiveIn(placed, this.setting.names.naming);
    const said = (kind: CueKind): boolean => placed.cues.some((cue) => cue.kind === kind);
    // A Lagrangian has its constraints in it.
    const lagrangian = objective !== null && said('lagrangian');
    if (objective) {
      this.objectives.push({ ...objective, lagrangian });
      this.statedAt = placed.order;
      this.constrained = false;
    }
    const limited = /^(s\.?\s?t|sujeto|subject|tal que|such that)/i.test(placed.statement.words);
    if (limited || (said('constraint') && !lagrangian)) this.constrained = true;
  }

  /** `u = v / 2`, where words or `\arg\min` before it say that an objective is least there. */
  judge(placed: Placed, k: number, claim: Equality): Found | null {
    const target = this.target(placed, k);
    if (!target) return null;
    const { unknown, objective, sense } = target;
    const test = (right: Expr): OptimumOutcome =>
      testOptimum(
        this.setting.reader.session(false, false),
        unknown,
        right,
        objective.value,
        sense,
      );
    const outcome = test(claim.right);
    if (outcome.kind === 'holds') return found(best(outcome));
    if (outcome.kind !== 'broken' || this.constrained || isOpen(placed)) return null;
    const stock = stockFor(this.setting.names, [claim.right, objective.value], []);
    for (const edit of editsOf(claim.right, stock).slice(0, MOST_EDITS)) {
      if (edit.cost > DEAREST || this.budget.left-- <= 0) break;
      if (test(edit.result).kind === 'holds') return { judgement: beaten(outcome, unknown), edit };
    }
    const near = k > 0 || placed.order - this.statedAt <= NEARBY;
    return near && objective.sense === sense ? found(beaten(outcome, unknown)) : null;
  }

  /** The objective stated last that this name, with or without a mark, may make least or greatest. */
  sought(
    name: Expr,
  ): { unknown: Expr; objective: Objective; constrained: boolean; order: number } | null {
    const { naming } = this.setting.names;
    for (const objective of [...this.objectives].reverse()) {
      const unknown = unmarked(name, objective.unknowns, naming);
      const keys = [...keysIn(unknown, naming)];
      if (keys.length > 0 && keys.every((key) => objective.unknowns.has(key)))
        return { unknown, objective, constrained: this.constrained, order: this.statedAt };
    }
    return null;
  }

  private target(
    placed: Placed,
    k: number,
  ): { unknown: Expr; objective: Objective; sense: Sense } | null {
    const { naming } = this.setting.names;
    const { items, relations } = placed.statement;
    const before = items[k];
    const stated = before ? optimumIn(before, naming) : null;
    const [left] = items;
    if (!left || relations[k]?.sign !== '=' || !naming.readName(left)) return null;
    const cue = placed.first && k === 0 ? sought(placed) : null;
    if (!stated && !cue) return null;
    const known = stated ? [stated] : [...this.objectives].reverse();
    for (const objective of known) {
      const unknown = unmarked(left, objective.unknowns, naming);
      const sense = cue ?? objective.sense;
      const fits = [...keysIn(unknown, naming)].every((key) => objective.unknowns.has(key));
      if (!fits || !sense) continue;
      // Words that ask for the least of what is to be made large speak of something else.
      return objective.sense && objective.sense !== sense ? null : { unknown, objective, sense };
    }
    return null;
  }
}

/** What the nearest words say of where a formula lies. */
function sought(placed: Placed): Sense | null {
  const last = placed.cues.filter(({ kind }) => kind === 'argmin' || kind === 'argmax').at(-1);
  return last ? (last.kind === 'argmin' ? 'min' : 'max') : null;
}

function best(outcome: OptimumOutcome & { kind: 'holds' }): Judgement {
  return { kind: 'argmin', verdict: 'holds', evidence: outcome.evidence, assumptions: [] };
}

function beaten(outcome: OptimumOutcome & { kind: 'broken' }, unknown: Expr): Judgement {
  const name = unknown.kind === 'sym' ? unknown.base : '';
  return {
    kind: 'argmin',
    verdict: 'fails',
    reason: { code: 'step.argmin', args: name === '' ? {} : { name } },
    counterexample: outcome.counterexample,
    evidence: { method: 'sampled' },
    assumptions: [],
  };
}
