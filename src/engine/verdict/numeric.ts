import type { NodeId } from '../evaluate/graph.js';
import { gradient } from '../evaluate/gradient.js';
import { Graph } from '../evaluate/graph.js';
import { parseRational } from '../evaluate/rational.js';
import { Runner } from '../evaluate/run.js';
import type { Expr } from '../expression/node.js';
import { decimalsOf } from '../claim/literal.js';
import { Interpreter } from '../interpret/interpreter.js';
import { Unreadable } from '../interpret/problem.js';
import { evaluationSpace } from '../interpret/space.js';
import type { Meaning } from '../claim/meaning.js';

/** How well a decimal agrees with what it should be. */
export type Rounding = 'exact' | 'rounded' | 'rounded-inputs' | 'truncated' | 'rough' | 'no';

/**
 * Compares a computed value with decimals as printed. A printed number stands for all that round to it; so do
 * the decimals that went into the computation, whose effect is bounded to first order by its derivatives.
 */
export function compareRounded(
  meaning: Meaning,
  left: Expr,
  right: Expr,
  approximate: boolean,
): Rounding | null {
  const graph = new Graph();
  const literals: { id: NodeId; half: number }[] = [];
  const fewest = approximate ? ROUGH_DIGITS : ROUNDED_DIGITS;
  const literal = (target: Graph, text: string): NodeId => {
    const exact = parseRational(text);
    const id = target.wrap(exact ? target.rational(exact) : target.constant(Number(text)));
    const decimals = text.split('.')[1]?.length ?? 0;
    if (decimals > 0 && significant(text) >= fewest)
      literals.push({ id, half: 0.5 * 10 ** -decimals });
    return id;
  };
  const space = evaluationSpace(graph, meaning.forest, meaning.forest.assign([2, 3, 4, 5]));
  const it = new Interpreter(space, meaning, literal);
  try {
    const a = it.value(left);
    const inputs = [...literals];
    const b = it.value(right);
    if (a.data.length !== b.data.length) return null;
    const decimals = decimalsOf(right);
    // A whole number after `=` stands for itself alone: 2/3 is not 1.
    const whole = !approximate && decimals !== null && decimals.every((count) => count <= 0);
    if (whole) inputs.length = 0;
    const runner = new Runner(graph, 1, 1);
    const rough = roughness(Math.max(...a.data.map((id) => Math.abs(runner.at(id, 0)))), right);
    let worst: Rounding = 'exact';
    a.data.forEach((id, k) => {
      const half = decimals && !whole ? 0.5 * 10 ** -(decimals[k] ?? 0) : 0;
      const printed = b.data[k] ?? 0;
      const difference = Math.abs(runner.at(id, 0) - runner.at(printed, 0));
      let found = entryRounding(graph, runner, id, printed, half, decimals ? inputs : literals);
      if (found === 'no' && approximate && difference <= rough) found = 'rough';
      worst = worse(worst, found);
    });
    return worst;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Decimals with fewer digits than this were chosen, not computed: a rate of 0.1 is 0.1. */
const ROUNDED_DIGITS = 3;

/** The same where `\approx` says that something was rounded. */
const ROUGH_DIGITS = 2;

function significant(text: string): number {
  return text.replace('.', '').replace(/^0+/, '').length;
}

const ORDER: readonly Rounding[] = [
  'exact',
  'rounded',
  'rounded-inputs',
  'truncated',
  'rough',
  'no',
];

function worse(a: Rounding, b: Rounding): Rounding {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

function entryRounding(
  graph: Graph,
  runner: Runner,
  a: NodeId,
  b: NodeId,
  half: number,
  inputs: readonly { id: NodeId; half: number }[],
): Rounding {
  const [x, y] = [runner.at(a, 0), runner.at(b, 0)];
  const noise = 1e-12 * Math.max(Math.abs(x), Math.abs(y), 1e-12);
  const difference = Math.abs(x - y);
  if (!Number.isFinite(difference)) return 'no';
  if (difference <= noise) return 'exact';
  if (difference <= half + noise + 1e-9 * half) return 'rounded';
  const slack = inputSlack(graph, runner, a, b, inputs);
  if (difference <= half + slack * 1.05 + noise) return 'rounded-inputs';
  // A whole unit less is another number, not one that was cut.
  const cut = Math.abs(y) < Math.abs(x) && difference < 2 * half - noise - 1e-9 * half;
  return cut ? 'truncated' : 'no';
}

/** Numbers rounded on the way move the last digit that is printed by a little, and no other. */
function roughness(largest: number, right: Expr): number {
  const digits = decimalsOf(right);
  // The zeros of 25000 may stand for digits that nobody wanted.
  const zeros = right.kind === 'num' ? (/^\d*?(0+)$/.exec(right.text)?.[1]?.length ?? 0) : 0;
  const unit = digits ? 10 ** (zeros - Math.min(...digits)) : 0.02 * largest;
  return Math.min(0.05 * largest, UNITS * unit);
}

/** How far the last printed digit may be off. */
const UNITS = 4;

function inputSlack(
  graph: Graph,
  runner: Runner,
  a: NodeId,
  b: NodeId,
  inputs: readonly { id: NodeId; half: number }[],
): number {
  if (inputs.length === 0) return 0;
  const targets = inputs.map((input) => input.id);
  const [da, db] = [gradient(graph, a, targets), gradient(graph, b, targets)];
  return inputs.reduce((sum, input, k) => {
    const slope = runner.at(graph.sub(da[k] ?? 0, db[k] ?? 0), 0);
    return sum + (Number.isFinite(slope) ? Math.abs(slope) * input.half : 0);
  }, 0);
}
