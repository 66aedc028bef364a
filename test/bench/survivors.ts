import { join } from 'node:path';
import { createChecker } from '../../src/engine/index.js';
import type { Checker, Place, SourceDocument, Step, VerdictName } from '../../src/engine/index.js';
import { lineOf, oneLine, percent, readCoursework, textAt } from './coursework.js';
import type { Coursework } from './coursework.js';
import { onlySection } from './formulas.js';
import { MUTANT_KINDS, mutantsOf, mutate } from './mutants.js';
import type { Mutant } from './mutants.js';
import type { Question } from './score.js';

/** What the engine said of the right formula at the place of the mistake. */
type Before = VerdictName | 'silent';

/**
 * What is to be said for one that is not flagged: a premise was changed and every claim still holds as before, so that
 * the document is right, only of something else; or the claim itself holds as before, in the same reading.
 */
type Excuse = 'premise' | 'still holds' | 'none';

interface Tried {
  readonly work: Coursework;
  readonly mutant: Mutant;
  readonly before: Before;
  readonly flagged: boolean;
  readonly excuse: Excuse;
  /** The verdict at the mistake, its reason, and the kind of claim. */
  readonly cause: string;
  /** The underlined term touches the edit; a fix gives the right formula back. */
  readonly located: boolean;
  readonly repaired: boolean;
}

const USUAL_PER_FORMULA = 2;

/**
 * Puts one mistake at a time into the bank (`--per=2` for each formula, `--kind=…` by `--only`) and
 * counts those that the engine flags and did not flag before.
 */
export async function scoreMutants(question: Question): Promise<string> {
  const per = question.numbers.get('per') ?? USUAL_PER_FORMULA;
  const works = await readCoursework(join(question.root, 'test', 'bank'));
  const tried = works.flatMap((work) => {
    const own = mutantsOf(work, per);
    const chosen = own.filter((mutant) =>
      `${mutant.file} ${mutant.id} ${mutant.kind}`.includes(question.only),
    );
    return tryAll(work, chosen, question.flags.has('whole'));
  });
  return printTried(tried, question.numbers.get('list') ?? Infinity);
}

function tryAll(work: Coursework, mutants: readonly Mutant[], whole: boolean): readonly Tried[] {
  const checker = createChecker();
  return [...new Set(mutants.map((mutant) => mutant.id))].flatMap((id) => {
    const document = whole ? work.document : onlySection(work.document, id);
    const steps = checker.check(document).steps;
    const own = mutants.filter((mutant) => mutant.id === id);
    return own.map((mutant) => tryOne(work, document, steps, mutant, checker));
  });
}

function tryOne(
  work: Coursework,
  document: SourceDocument,
  right: readonly Step[],
  mutant: Mutant,
  checker: Checker,
): Tried {
  const mutated = mutate(document, mutant);
  const known = new Set(right.filter(isFlagged).map(keyOf));
  const steps = checker.check(mutated).steps;
  const fresh = steps.filter((step) => isFlagged(step) && !known.has(keyOf(step)));
  const edited = { ...mutant.place, end: mutant.place.start + mutant.text.length };
  return {
    work,
    mutant,
    before: verdictAt(right, mutant.place),
    flagged: fresh.length > 0,
    excuse: excuseOf(right, mutant.place, steps, edited),
    cause: causeAt(steps, edited),
    located: fresh.some((step) => step.at !== undefined && touches(step.at, edited)),
    repaired: fresh.some((step) =>
      step.fixes.some((fix) => restores(fix, mutant, document, mutated)),
    ),
  };
}

function isFlagged(step: Step): boolean {
  return step.verdict === 'fails' || step.verdict === 'slip';
}

function keyOf(step: Step): string {
  return `${step.reason?.code ?? ''} ${step.latex}`;
}

function touches(a: Place, b: Place): boolean {
  return a.part === b.part && a.start <= b.end && b.start <= a.end;
}

function verdictAt(steps: readonly Step[], place: Place): Before {
  const own = steps.filter((step) => touches(step.place, place)).map((step) => step.verdict);
  const order: readonly VerdictName[] = ['holds', 'given', 'unchecked', 'slip', 'fails'];
  return order.find((verdict) => own.includes(verdict)) ?? 'silent';
}

function excuseOf(
  right: readonly Step[],
  place: Place,
  steps: readonly Step[],
  edited: Place,
): Excuse {
  if (elsewhere(right, place) !== elsewhere(steps, edited)) return 'none';
  const [before, after] = [verdictAt(right, place), verdictAt(steps, edited)];
  const isPremise = (verdict: Before): boolean => verdict === 'given' || verdict === 'silent';
  if (isPremise(before) && isPremise(after)) return 'premise';
  const same = readingsAt(right, place) === readingsAt(steps, edited);
  return same && before === 'holds' ? 'still holds' : 'none';
}

/** The verdicts of all steps but those at a place. */
function elsewhere(steps: readonly Step[], place: Place): string {
  return steps.flatMap((step) => (touches(step.place, place) ? [] : [step.verdict])).join();
}

function readingsAt(steps: readonly Step[], place: Place): string {
  const own = steps.filter((step) => touches(step.place, place));
  return JSON.stringify(own.map(({ verdict, assumptions }) => [verdict, assumptions]));
}

function causeAt(steps: readonly Step[], place: Place): string {
  const own = steps.filter((step) => touches(step.place, place));
  const open = own.find(({ verdict }) => verdict !== 'holds') ?? own[0];
  if (!open) return 'no step';
  return [open.verdict, open.reason?.code.replace(/^unchecked\./, ''), open.kind]
    .filter(Boolean)
    .join(' ');
}

/** Whether the fix undoes the mistake, brackets and spaces aside. */
function restores(
  fix: Step['fixes'][number],
  mutant: Mutant,
  right: SourceDocument,
  mutated: SourceDocument,
): boolean {
  if (fix.place.part !== mutant.place.part) return false;
  const whole = mutated.parts[fix.place.part]?.text ?? '';
  const shift = mutant.text.length - (mutant.place.end - mutant.place.start);
  const start = mutant.formula.start;
  const end = start + mutant.formula.latex.length + shift;
  const fixed = whole.slice(start, fix.place.start) + fix.text + whole.slice(fix.place.end, end);
  const wanted = textAt(right, { part: fix.place.part, start, end: end - shift });
  return bare(fixed) === bare(wanted);
}

function bare(latex: string): string {
  return latex.replace(/\\left|\\right|\\cdot|\\[,;!]|[\s{}()]/g, '');
}

function printTried(tried: readonly Tried[], longest: number): string {
  const flagged = tried.filter((one) => one.flagged);
  const survivors = tried.filter((one) => !one.flagged);
  const befores: readonly Before[] = ['holds', 'given', 'unchecked', 'silent', 'slip', 'fails'];
  return [
    ...MUTANT_KINDS.map((kind) => line(kind, (one) => one.mutant.kind === kind, tried)),
    '',
    ...befores.map((name) => line(`was ${name}`, (one) => one.before === name, tried)),
    line('all', () => true, tried),
    ...excused(tried),
    `underlined at the mistake ${percent(flagged.filter((one) => one.located).length, flagged.length)}`,
    `right repair offered      ${percent(flagged.filter((one) => one.repaired).length, flagged.length)}`,
    '',
    ...causes(survivors),
    '',
    `Survivors (${survivors.length})`,
    ...survivors.slice(0, longest).map(describe),
  ].join('\n');
}

/** How many have an excuse, and the share among the others. */
function excused(tried: readonly Tried[]): readonly string[] {
  const count = (excuse: Excuse): number =>
    tried.filter((one) => !one.flagged && one.excuse === excuse).length;
  const others = tried.filter((one) => one.flagged || one.excuse === 'none');
  return [
    `not flagged: a premise, all claims as before ${count('premise')}; holds in the same reading ${count('still holds')}`,
    line('all others', () => true, others),
  ];
}

/** What is left, by the verdict before and after. */
function causes(survivors: readonly Tried[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { before, cause, excuse } of survivors) {
    const key = `${cause}, was ${before}${excuse === 'none' ? '' : ` (${excuse})`}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => `${String(count).padStart(5)} ${key}`);
}

function line(title: string, has: (one: Tried) => boolean, tried: readonly Tried[]): string {
  const own = tried.filter(has);
  const caught = own.filter((one) => one.flagged).length;
  return `${title.padEnd(22)} ${String(caught).padStart(5)} of ${String(own.length).padStart(5)} flagged ${percent(caught, own.length).padStart(8)}`;
}

function describe({ work, mutant, before, cause, excuse }: Tried): string {
  const { formula, place, text } = mutant;
  const old = oneLine(textAt(work.document, place));
  const at = place.start - formula.start;
  const shown = `${formula.latex.slice(0, at)}⟦${text}⟧${formula.latex.slice(at + place.end - place.start)}`;
  const now = excuse === 'none' ? cause : `${cause}, ${excuse}`;
  return `  ${lineOf(work, place)} ${mutant.id} ${mutant.kind} (was ${before}, now ${now}) «${old}» → «${oneLine(text)}»  ${oneLine(shown)}`;
}
