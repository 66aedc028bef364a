import { expect, test } from 'vitest';
import { createChecker } from '../../../src/engine/index.js';
import type { PartKind, Report, Step, VerdictName } from '../../../src/engine/index.js';
import type { ReasonCode } from '../../../src/engine/index.js';

/** A document with the slot `@` and what may be written there, each with the verdict that it deserves. */
export interface Scenario {
  readonly title: string;
  readonly text: string;
  readonly kind?: PartKind;
  readonly forms: readonly Form[];
}

/** What differs, but by no single change: it may be meant otherwise. */
export function unexplained(latex: string): Form {
  return { latex, verdict: 'unchecked', code: 'unchecked.unexplained' };
}

/** `fix`: what the slot holds after one of the offered repairs, spaces and braces aside. */
export interface Form {
  readonly latex: string;
  readonly verdict: VerdictName;
  readonly code?: ReasonCode;
  readonly fix?: string;
}

interface Case extends Form {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly kind: PartKind;
}

export function holds(...forms: readonly string[]): readonly Form[] {
  return forms.map((latex) => ({ latex, verdict: 'holds' }));
}

export function fails(latex: string, code: ReasonCode, fix?: string): Form {
  return { latex, verdict: 'fails', code, ...(fix === undefined ? {} : { fix }) };
}

export function slips(latex: string, code: ReasonCode, fix?: string): Form {
  return { latex, verdict: 'slip', code, ...(fix === undefined ? {} : { fix }) };
}

/** One case per form of each scenario. */
function casesOf(scenarios: readonly Scenario[]): readonly Case[] {
  return scenarios.flatMap(({ title, text, kind = 'markdown', forms }) => {
    const [before, after, ...others] = text.split('@');
    if (before === undefined || after === undefined || others.length > 0)
      throw new Error(`${title} has no slot, or several`);
    return forms.map((form) => ({ title, before, after, kind, ...form }));
  });
}

/** A test per form: verdict, reason and, where one is named, a repair in the slot. */
export function testForms(scenarios: readonly Scenario[]): void {
  test.each(casesOf(scenarios))('$title: $latex $verdict', (one) => {
    const step = stepInSlot(one);
    expect([step?.verdict, step?.reason?.code]).toEqual([one.verdict, one.code]);
    if (step && one.fix !== undefined) expect(repairs(one, step)).toContain(bare(one.fix));
  });
}

export function check(text: string, kind: PartKind = 'markdown'): Report {
  return createChecker().check({ parts: [{ kind, text }] });
}

/** The step whose right-hand side begins or ends where the slot does: the one that the form belongs to. */
function stepInSlot(one: Case): Step | undefined {
  const start = one.before.length;
  const end = start + one.latex.length;
  const steps = check(one.before + one.latex + one.after, one.kind).steps;
  const inside = steps.filter(({ place }) => place.start < end && place.end > start);
  return inside.find(({ latex }) => bare(latex) === bare(one.latex)) ?? inside.at(-1);
}

/** What the slot holds after each of the repairs. */
function repairs(one: Case, step: Step): readonly string[] {
  const text = one.before + one.latex + one.after;
  return step.fixes.map(({ place, text: piece }) => {
    const repaired = text.slice(0, place.start) + piece + text.slice(place.end);
    return bare(repaired.slice(one.before.length, repaired.length - one.after.length));
  });
}

/** Without what only lays out. */
function bare(latex: string): string {
  return latex.replace(/\\left|\\right|\\[,;!]|[\s{}]/g, '').replace(/\\top/g, 'T');
}
