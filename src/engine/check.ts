import { readOutline } from './document/build.js';
import type { Outline } from './document/outline.js';
import type { SourceDocument } from './document/source.js';
import { zonesOf, type Zone } from './claim/zone.js';
import type { MacroTable } from './latex/macros.js';
import { Memo, type Judged } from './memo.js';
import { inheritedFrom, type Legacy } from './claim/legacy.js';
import { judgeWithElders } from './verdict/borrowed.js';
import { judgeWithSuspects } from './verdict/suspects.js';
import { withoutUnexplained } from './verdict/unexplained.js';
import type { Report, Step } from './verdict/report.js';

export interface CheckOptions {
  /** Asked between formulas; when it says true, what is left is reported as `unchecked.budget`. */
  readonly interrupted?: () => boolean;
}

/** Checks documents and remembers what it judged: after an edit only the zone it is in, and what builds on it, is judged again. */
export interface Checker {
  check(document: SourceDocument, options?: CheckOptions): Report;
}

export function createChecker(): Checker {
  const memo = new Memo();
  return { check: (document, options) => checkWith(memo, document, options) };
}

/** Judges every step of a document. Pure: same text, same report. */
export function checkDocument(document: SourceDocument, options: CheckOptions = {}): Report {
  return checkWith(new Memo(), document, options);
}

/** How many edits may be tried to mend the steps of one zone. */
const EDITS_PER_ZONE = 3000;

function checkWith(memo: Memo, document: SourceDocument, options: CheckOptions = {}): Report {
  memo.begin();
  const outline = readOutline(document);
  const macros: MacroTable = new Map(outline.macros.map((macro) => [macro.name, macro]));
  const spelled = JSON.stringify(outline.macros);
  const interrupted = options.interrupted ?? (() => false);
  const steps: Step[] = [];
  const elders: Elder[] = [];
  for (const zone of zonesOf(outline)) {
    const before = elders.filter((elder) => !isOtherWorld(zone, elder.zone));
    const context = `${spelled} ${idsOf(before)} ${idsOf(elders)}`;
    const compute = (): Judged => {
      const budget = { left: EDITS_PER_ZONE, interrupted };
      const inherited = legacyOf(before);
      return judgeWithSuspects(zone, inherited, macros, budget, (one, own) =>
        withoutUnexplained(judgeWithElders(one, inherited, legacyOf(elders), macros, own)),
      );
    };
    const judged = memo.judge(zone, context, compute, () => !interrupted());
    elders.push({ zone, legacy: judged.legacy, id: judged.id });
    const offset = steps.length;
    steps.push(
      ...judged.steps.map((step) =>
        step.cause === undefined ? step : { ...step, cause: step.cause + offset },
      ),
    );
  }
  return { steps: inTextOrder([...steps, ...oversize(outline)]) };
}

function legacyOf(elders: readonly Elder[]): Legacy {
  return inheritedFrom(elders.map(({ legacy }) => legacy));
}

function idsOf(elders: readonly Elder[]): string {
  return elders.map(({ id }) => id).join();
}

function isOtherWorld(a: Zone, b: Zone): boolean {
  return a.world !== null && b.world !== null && a.world !== b.world;
}

/** A zone already judged, and what it leaves to later ones. */
interface Elder {
  readonly zone: Zone;
  readonly legacy: Legacy;
  readonly id: number;
}

/** Formulas too long to be read are said to be. */
function oversize(outline: Outline): Step[] {
  return outline.blocks.flatMap((block) => {
    if (block.kind !== 'formula' || !block.oversize) return [];
    const reason = { code: 'unchecked.size' as const, args: {} };
    return [
      {
        place: block.place,
        latex: block.latex,
        kind: 'expression' as const,
        verdict: 'unchecked' as const,
        reason,
        fixes: [],
        assumptions: [],
      },
    ];
  });
}

/** Steps in the order of the text; causes follow their steps. */
function inTextOrder(steps: readonly Step[]): Step[] {
  const order = steps.map((_, at) => at).sort((a, b) => compare(steps[a], steps[b]) || a - b);
  const moved = new Map(order.map((from, to) => [from, to]));
  return order.flatMap((at) => {
    const step = steps[at];
    if (!step) return [];
    return [
      step.cause === undefined ? step : { ...step, cause: moved.get(step.cause) ?? step.cause },
    ];
  });
}

function compare(a: Step | undefined, b: Step | undefined): number {
  if (!a || !b) return 0;
  return a.place.part - b.place.part || a.place.start - b.place.start;
}
