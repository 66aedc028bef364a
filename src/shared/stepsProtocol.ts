import type { VerdictName } from '../engine/index.js';
import type { Commands } from './checkerProtocol.js';
import type { Call } from './rpc.js';

/** One step as the view draws it: every sentence is already in the person's language. */
export interface StepView {
  /** Index in the report; names the step in requests. */
  readonly index: number;
  readonly verdict: VerdictName;
  /** Wrong only because of an earlier step. */
  readonly inherited: boolean;
  readonly label: string;
  /** Where it stands: "line 3", "cell 2, line 1". */
  readonly spot: string;
  /** The whole step as it stands in the text, for showing. */
  readonly written: string;
  /** Its right-hand side alone, for when the whole cannot be typeset. */
  readonly latex: string;
  readonly reason: string;
  /** Rows of the counterexample: a name and its value, the two sides last. */
  readonly values: readonly (readonly [string, string])[];
  readonly evidence: string;
  readonly assumptions: readonly string[];
  /** Titles of the repairs, in the order of the report. */
  readonly fixes: readonly string[];
}

/** All that the view shows. */
export interface StepsState {
  /** Grows with each state: a request about an older one is not answered by a newer text. */
  readonly revision: number;
  /** The document's name; empty when there is none. */
  readonly title: string;
  readonly checking: boolean;
  /** What to say when there are no steps to list, or why; empty otherwise. */
  readonly notice: string;
  /** One line that counts the verdicts. */
  readonly summary: string;
  readonly steps: readonly StepView[];
  /** Index of the step at the cursor, or -1. */
  readonly selected: number;
  readonly commands: Commands;
  readonly labels: StepsLabels;
}

/** The view's own words. */
export interface StepsLabels {
  readonly check: string;
  readonly filter: string;
  readonly filterWrong: string;
  readonly filterAll: string;
  readonly nothingWrong: string;
  readonly counterexample: string;
  readonly assumed: string;
  readonly goTo: string;
}

/** Names a step, or one of its repairs, in the state of that revision. */
export interface StepReference {
  readonly revision: number;
  readonly step: number;
}

/** What the view asks of the editor. The booleans tell whether the state was still the current one. */
export interface StepsEditorProtocol {
  /** The view can draw: first thing after each load; answers with everything there is to show. */
  ready: Call<null, StepsState>;
  reveal: Call<StepReference, boolean>;
  applyFix: Call<StepReference & { readonly fix: number }, boolean>;
  check: Call<null, null>;
}

/** What the editor tells the view, once it said `ready`. */
export interface StepsViewProtocol {
  show: Call<StepsState, null>;
  /** The cursor moved: index of the step it is in, or -1. */
  select: Call<number, null>;
}
