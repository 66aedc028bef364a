import type { Place } from '../text/span.js';

/** What a step claims; decides how it is judged. */
export type ClaimKind =
  | 'definition'
  | 'declaration'
  | 'identity'
  | 'gradient'
  | 'numeric'
  | 'equation'
  | 'implication'
  | 'argmin'
  | 'inequality'
  | 'membership'
  | 'condition'
  | 'expression';

/** `given`: taken from the author, nothing to check. `slip`: the notation is off, not the mathematics. */
export type VerdictName = 'holds' | 'fails' | 'slip' | 'given' | 'unchecked';

/** A coded statement; words are chosen at the edge. Arguments are LaTeX, numbers or names, never sentences. */
export interface Coded<Code extends string> {
  readonly code: Code;
  readonly args: Readonly<Record<string, string>>;
}

/** Why a step fails, is a slip, or was not checked. Stable: tools may rely on these. */
export type ReasonCode =
  | 'step.not-equal'
  | 'step.remainder'
  | 'step.shape'
  | 'step.order'
  | 'step.implication'
  | 'step.inequality'
  | 'step.membership'
  | 'step.argmin'
  | 'step.rounding'
  | 'step.contradicts'
  | 'step.consequence'
  | 'definition.known'
  | 'definition.dependants'
  | 'notation.index-missing'
  | 'notation.index-free'
  | 'notation.counter'
  | 'notation.bounds'
  | 'notation.range'
  | 'notation.symbol'
  | 'notation.derivative'
  | 'notation.left-side'
  | 'notation.remainder'
  | 'notation.truncated'
  | 'unchecked.syntax'
  | 'unchecked.size'
  | 'unchecked.kind'
  | 'unchecked.unknown-function'
  | 'unchecked.unlinked'
  | 'unchecked.shape'
  | 'unchecked.domain'
  | 'unchecked.trivial'
  | 'unchecked.budget'
  | 'unchecked.ambiguous'
  | 'unchecked.unexplained'
  | 'unchecked.context';

/** A reading taken where the notation allowed several. */
export type AssumptionCode =
  | 'reading.broadcast'
  | 'reading.shape'
  | 'reading.layout'
  | 'reading.product'
  | 'reading.call'
  | 'reading.einstein'
  | 'reading.log-base'
  | 'reading.symbol'
  | 'reading.index'
  | 'reading.known'
  | 'reading.rounded-inputs'
  | 'reading.truncated'
  | 'reading.condition'
  | 'reading.hypothesis'
  | 'reading.abstract'
  | 'reading.domain'
  | 'reading.tight'
  | 'reading.alias';

/** The kind of a repair: one small edit. */
export type FixCode =
  | 'fix.replace'
  | 'fix.index'
  | 'fix.sign'
  | 'fix.factor'
  | 'fix.transpose'
  | 'fix.order'
  | 'fix.product'
  | 'fix.sum'
  | 'fix.bounds'
  | 'fix.derivative'
  | 'fix.number'
  | 'fix.brackets'
  | 'fix.power'
  | 'fix.term'
  | 'fix.definition';

/** `exact`: rational arithmetic. `symbolic`: equal as written. `sampled`: equal at seeded random points. `rounded`: decimals within half a unit in the last place. */
export interface Evidence {
  readonly method: 'exact' | 'symbolic' | 'sampled' | 'rounded';
  readonly points?: number;
  readonly sizes?: number;
}

/** Both sides' values at one point that a person can recompute. */
export interface Counterexample {
  readonly left: string;
  readonly right: string;
  readonly at: Readonly<Record<string, string>>;
}

/** One small edit of the document's text that makes the step hold. */
export interface Fix extends Coded<FixCode> {
  readonly place: Place;
  readonly text: string;
}

/** One relation of the document, judged. `a = b = c` gives two. */
export interface Step {
  readonly place: Place;
  /** The right-hand side that this step asserts, as written. */
  readonly latex: string;
  readonly kind: ClaimKind;
  readonly verdict: VerdictName;
  /** Present when the verdict is `fails`, `slip` or `unchecked`. */
  readonly reason?: Coded<ReasonCode>;
  readonly evidence?: Evidence;
  readonly counterexample?: Counterexample;
  /** The smallest wrong term; present when the verdict is `fails` or `slip`. */
  readonly at?: Place;
  readonly fixes: readonly Fix[];
  /** Wrong for certain though no fix is offered: all its names are declared, or the edit that mends it has no text. */
  readonly sure?: true;
  readonly assumptions: readonly Coded<AssumptionCode>[];
  /** Index of the step whose mistake this one inherits; absent for a root cause. */
  readonly cause?: number;
}

/** Everything the engine found in one document, in the order of the text. */
export interface Report {
  readonly steps: readonly Step[];
}
