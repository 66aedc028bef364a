import type { Zone } from './claim/zone.js';
import { printLatex } from './latex/print.js';
import type { Step } from './verdict/report.js';
import type { Legacy } from './claim/legacy.js';
import type { Place } from './text/span.js';

/** What judging a zone gives. */
export interface Judged {
  readonly steps: readonly Step[];
  readonly legacy: Legacy;
  /** Steps that are claims by what nobody wrote, and would only define something. */
  readonly told?: ReadonlySet<number>;
}

/** The elder zone that defines something wrong, judged with its mistake marked and mended. */
export interface Blamed {
  readonly zone: Zone;
  readonly judged: Judged;
}

interface Entry extends Judged {
  readonly id: number;
  /** Where each part of the zone began when it was judged: an edit before it only moves it. */
  readonly bases: ReadonlyMap<number, number>;
  /** The last check that asked for it. */
  used: number;
}

/** Judgements by content: a zone whose text and context are the same is not judged again, only moved. */
export class Memo {
  private readonly entries = new Map<string, Entry>();
  private readonly blames = new Map<string, { readonly said: Blamed | null; used: number }>();
  private check = 0;
  private ids = 0;

  /** Begins a check; what the one before last did not ask for is forgotten. */
  begin(): void {
    this.check++;
    for (const [key, entry] of this.entries)
      if (entry.used < this.check - 1) this.entries.delete(key);
    for (const [key, blame] of this.blames)
      if (blame.used < this.check - 1) this.blames.delete(key);
  }

  /** Whether a zone shows an elder one to be wrong; `content` names the zone and all before it. */
  blame(content: string, compute: () => Blamed | null, keep: () => boolean): Blamed | null {
    const known = this.blames.get(content);
    if (known) {
      known.used = this.check;
      return known.said;
    }
    const said = compute();
    if (keep()) this.blames.set(content, { said, used: this.check });
    return said;
  }

  /** The judgement of a zone, computed only when this content was not met before. `id` names the content. */
  judge(
    zone: Zone,
    context: string,
    compute: () => Judged,
    keep: () => boolean,
  ): Judged & { readonly id: number } {
    const bases = basesOf(zone);
    const key = `${context}\n${contentOf(zone, bases)}`;
    const known = this.entries.get(key);
    if (known) {
      known.used = this.check;
      return { ...known, steps: known.steps.map((step) => moved(step, known.bases, bases)) };
    }
    const entry: Entry = { ...compute(), id: ++this.ids, bases, used: this.check };
    if (keep()) this.entries.set(key, entry);
    return entry;
  }
}

function basesOf(zone: Zone): Map<number, number> {
  const bases = new Map<number, number>();
  for (const { block } of zone.statements) {
    const { part, start } = block.place;
    bases.set(part, Math.min(bases.get(part) ?? start, start));
  }
  return bases;
}

/** All that judging a zone reads of it, with places counted from where the zone begins. */
function contentOf(zone: Zone, bases: ReadonlyMap<number, number>): string {
  const from = (place: Place): number => place.end - (bases.get(place.part) ?? 0);
  const scopes = [...new Set(zone.statements.map(({ block }) => block.scope))];
  const statements = zone.statements.map(({ block, first, conditions }) => {
    if (!first) return null;
    const cues = block.cues.map((cue) => cue.kind);
    return [
      block.place.part,
      from(block.place),
      block.latex,
      block.display,
      scopes.indexOf(block.scope),
      cues,
      conditions.map((one) => printLatex(one)),
    ];
  });
  const facts = zone.facts.map((fact) => [
    fact.kind,
    fact.latex,
    fact.detail ?? '',
    fact.place.part,
    from(fact.place),
  ]);
  const chances = zone.chances.map(({ kind, latex, place }) => [
    kind,
    latex,
    place.part,
    from(place),
  ]);
  return JSON.stringify([
    zone.world !== null,
    [...zone.prefixes],

    zone.byColumns ?? false,
    zone.logBase,
    zone.logBaseOpen,
    statements,
    facts,
    chances,
  ]);
}

function moved(
  step: Step,
  then: ReadonlyMap<number, number>,
  now: ReadonlyMap<number, number>,
): Step {
  const move = (place: Place): Place => {
    const by = (now.get(place.part) ?? 0) - (then.get(place.part) ?? 0);
    return by === 0 ? place : { part: place.part, start: place.start + by, end: place.end + by };
  };
  return {
    ...step,
    place: move(step.place),
    ...(step.at ? { at: move(step.at) } : {}),
    fixes: step.fixes.map((fix) => ({ ...fix, place: move(fix.place) })),
  };
}
