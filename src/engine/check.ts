import { readOutline } from './document/build.js';
import type { Outline } from './document/outline.js';
import type { SourceDocument } from './document/source.js';
import { zonesOf, type Zone } from './claim/zone.js';
import type { MacroTable } from './latex/macros.js';
import { Memo, type Judged } from './memo.js';
import { inheritedFrom, type Legacy } from './claim/legacy.js';
import type { Budget } from './verdict/repair.js';
import { judgeWithElders } from './verdict/borrowed.js';
import { elderToBlame, type Past } from './verdict/elderSuspects.js';
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

/** How many definitions of elder zones may be found wrong by what builds on them. */
const MOST_BLAMED = 4;

function checkWith(memo: Memo, document: SourceDocument, options: CheckOptions = {}): Report {
  memo.begin();
  const outline = readOutline(document);
  const course = new Course(memo, outline, options.interrupted ?? (() => false));
  const zones = zonesOf(outline);
  let blamed = 0;
  for (let at = 0; at < zones.length; at++) {
    const zone = zones[at];
    if (!zone) break;
    course.take(zone);
    const back = blamed < MOST_BLAMED ? course.blame() : null;
    if (back === null) continue;
    // What builds on a definition that is mended is judged again.
    blamed++;
    at = back;
  }
  return { steps: inTextOrder([...course.steps, ...oversize(outline)]) };
}

/** The zones of a document, judged one after the other. */
class Course {
  private readonly macros: MacroTable;
  private readonly spelled: string;
  private elders: readonly Elder[] = [];

  constructor(
    private readonly memo: Memo,
    outline: Outline,
    private readonly interrupted: () => boolean,
  ) {
    this.macros = new Map(outline.macros.map((macro) => [macro.name, macro]));
    this.spelled = JSON.stringify(outline.macros);
  }

  get steps(): Step[] {
    const steps: Step[] = [];
    for (const { judged } of this.elders) {
      const offset = steps.length;
      steps.push(
        ...judged.steps.map((step) =>
          step.cause === undefined ? step : { ...step, cause: step.cause + offset },
        ),
      );
    }
    return steps;
  }

  /** Judges the next zone. */
  take(zone: Zone): void {
    const { elders } = this;
    const before = elders.filter((elder) => !isOtherWorld(zone, elder.zone));
    const context = `${this.spelled} ${idsOf(before)} ${idsOf(elders)}`;
    const judged = this.memo.judge(
      zone,
      context,
      () => {
        const judge = (one: Zone, own: Budget): Judged => this.judge(one, elders, own);
        return judgeWithSuspects(zone, legacyOf(before), this.macros, this.budget, judge);
      },
      () => !this.interrupted(),
    );
    this.elders = [...elders, { zone, judged, inherited: legacyOf(before), id: judged.id }];
  }

  /** Goes back to the zone that the last one shows to define something wrong, with that mended; null where it shows none. */
  blame(): number | null {
    const own = this.elders.at(-1);
    if (!own || own.inherited.definitions.length === 0) return null;
    const elders = this.elders.slice(0, -1);
    const before = elders.filter((elder) => !isOtherWorld(own.zone, elder.zone));
    const blamed = this.memo.blame(
      `${idsOf(elders)} ${String(own.id)}`,
      () =>
        elderToBlame(own, before, this.macros, this.budget, (zone, left, budget) => {
          const at = elders.findIndex((elder) => elder.zone.id === zone.id);
          const known = (at < 0 ? elders : elders.slice(0, at)).map((elder) => {
            const legacy = left.get(elder.zone.id);
            return legacy ? { ...elder, judged: { ...elder.judged, legacy } } : elder;
          });
          return this.judge(zone, known, budget);
        }),
      () => !this.interrupted(),
    );
    if (!blamed) return null;
    const at = elders.findIndex((elder) => elder.zone.id === blamed.zone.id);
    const elder = elders[at];
    if (!elder) return null;
    const context = `${idsOf(elders)} ${String(own.id)} mended`;
    const judged = this.memo.judge(
      elder.zone,
      context,
      () => blamed.judged,
      () => true,
    );
    this.elders = [...elders.slice(0, at), { ...elder, judged, id: judged.id }];
    return at;
  }

  private judge(zone: Zone, elders: readonly Elder[], budget: Budget): Judged {
    const inherited = legacyOf(elders.filter((elder) => !isOtherWorld(zone, elder.zone)));
    const all = legacyOf(elders);
    return withoutUnexplained(judgeWithElders(zone, inherited, all, this.macros, budget));
  }

  private get budget(): Budget {
    return { left: EDITS_PER_ZONE, interrupted: this.interrupted };
  }
}

function legacyOf(elders: readonly Elder[]): Legacy {
  return inheritedFrom(elders.map(({ judged }) => judged.legacy));
}

function idsOf(elders: readonly Elder[]): string {
  return elders.map(({ id }) => id).join();
}

function isOtherWorld(a: Zone, b: Zone): boolean {
  return a.world !== null && b.world !== null && a.world !== b.world;
}

/** A zone already judged. */
interface Elder extends Past {
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
