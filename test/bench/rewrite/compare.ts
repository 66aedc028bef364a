import type { Report, Step } from '../../../src/engine/index.js';
import type { Placed } from './rewriting.js';

/** A formula that is judged otherwise after a rewriting. */
export interface Difference {
  readonly before: string;
  readonly after: string;
  readonly latex: string;
  readonly rewritten: string;
  /** Which of its steps, and what is said of it in both writings. */
  readonly steps: readonly (readonly [Step | undefined, Step | undefined])[];
}

/** What two writings of the same mathematics are judged to be, formula by formula. */
export function compareReports(
  one: Placed,
  first: Report,
  other: Placed,
  second: Report,
): { readonly steps: number; readonly differences: readonly Difference[] } {
  let steps = 0;
  const differences = one.formulas.flatMap((formula, index) => {
    const twin = other.formulas[index];
    if (!twin) return [];
    const before = stepsIn(formula, first);
    const after = stepsIn(twin, second);
    steps += before.length;
    const pairs = Array.from(
      { length: Math.max(before.length, after.length) },
      (_, at) => [before[at], after[at]] as const,
    );
    const changed = pairs.filter(([a, b]) => a?.verdict !== b?.verdict);
    return changed.length === 0
      ? []
      : [
          {
            before: outline(before),
            after: outline(after),
            latex: formula.latex,
            rewritten: twin.latex,
            steps: changed,
          },
        ];
  });
  return { steps, differences };
}

function stepsIn(
  { part, start, latex }: Placed['formulas'][number],
  report: Report,
): readonly Step[] {
  const end = start + latex.length;
  return report.steps.filter(
    ({ place }) => place.part === part && place.start >= start && place.start < end,
  );
}

function outline(steps: readonly Step[]): string {
  return steps
    .map(({ verdict, reason }) => `${verdict}${reason ? `(${reason.code})` : ''}`)
    .join(' ');
}
