import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createChecker } from '../../src/engine/index.js';
import type { Step, VerdictName } from '../../src/engine/index.js';
import { describeStep, oneLine, percent, readCoursework, textAt } from './coursework.js';
import type { Coursework } from './coursework.js';
import type { Question } from './score.js';

/** One labelled formula of the real documents. */
interface Labelled {
  readonly seed: string;
  readonly id: string;
  readonly line: number;
  readonly latex: string;
  readonly verdict: 'right' | 'wrong' | 'slip' | 'na';
  readonly fix: string | null;
  readonly scored: boolean;
}

/** `silent`: the engine found no claim there. */
type Ours = VerdictName | 'silent';

interface Judged {
  readonly item: Labelled;
  readonly work: Coursework;
  readonly steps: readonly Step[];
  readonly ours: Ours;
  readonly place: { readonly start: number; readonly end: number } | null;
}

const SEVERITY: readonly VerdictName[] = ['fails', 'slip', 'unchecked', 'given', 'holds'];

/** Judges the labelled documents beside the checkout and compares; says so where they are absent. */
export async function scoreTruth(question: Question): Promise<string> {
  const shared = join(question.root, '..', 'shared');
  const labels = join(shared, 'truth', 'formulas.json');
  if (!existsSync(labels)) return 'No labelled documents beside the checkout: nothing to score.';
  const items = JSON.parse(await readFile(labels, 'utf8')) as readonly Labelled[];
  const judged: Judged[] = [];
  for (const work of await readCoursework(join(shared, 'seeds'))) {
    const own = items.filter((item) => work.name.startsWith(item.seed) && item.scored);
    if (own.length > 0) judged.push(...judge(work, own));
  }
  return printTruth(judged.filter((row) => row.item.id.includes(question.only)));
}

function judge(work: Coursework, items: readonly Labelled[]): readonly Judged[] {
  const steps = createChecker().check(work.document).steps;
  const text = work.document.parts[0]?.text ?? '';
  const lines = lineStarts(text);
  const taken = new Map<string, number>();
  return items.map((item) => {
    const key = `${item.line} ${item.latex}`;
    const start = text.indexOf(item.latex, taken.get(key) ?? lines[item.line - 1] ?? 0);
    if (start < 0) return { item, work, steps: [], ours: 'silent', place: null };
    const end = start + item.latex.length;
    taken.set(key, end);
    const inside = steps.filter((step) => step.place.start < end && step.place.end > start);
    const ours = SEVERITY.find((name) => inside.some((step) => step.verdict === name)) ?? 'silent';
    return { item, work, steps: inside, ours, place: { start, end } };
  });
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function printTruth(rows: readonly Judged[]): string {
  const of = (verdict: Labelled['verdict']) => rows.filter((row) => row.item.verdict === verdict);
  const wrong = of('wrong');
  const slip = of('slip');
  const right = of('right');
  const unchecked = right.filter((row) => row.ours === 'unchecked');
  const silent = right.filter((row) => row.ours === 'silent');
  const repairable = [...wrong, ...slip].filter(isFlagged);
  return [
    table(rows),
    '',
    `wrong flagged    ${share(wrong.filter(isFlagged), wrong)}   (aim 100 %)`,
    `slip flagged     ${share(slip.filter(isFlagged), slip)}   (aim 85 %)`,
    `right flagged    ${share(right.filter(isFlagged), right)}   (aim 0)`,
    `right unchecked  ${share(unchecked, right)}   (aim 10 %); no step found in ${share(silent, right)}`,
    `repair like the labelled one (rough) ${share(repairable.filter(repairs), repairable)}`,
    ...list(
      'Misses',
      [...wrong, ...slip].filter((row) => !isFlagged(row)),
    ),
    ...list('False alarms', right.filter(isFlagged)),
    ...list('Alarms where there is no claim', of('na').filter(isFlagged)),
    ...list('Right but unchecked', unchecked),
    ...list('Right but no step found', silent),
    ...list(
      'Not found in the text',
      rows.filter((row) => row.place === null),
    ),
  ].join('\n');
}

function isFlagged(row: Judged): boolean {
  return row.ours === 'fails' || row.ours === 'slip';
}

/** A rough measure: a labelled repair is among the formula's texts after one of the offered fixes, however products are written. */
function repairs(row: Judged): boolean {
  const { place, item, work } = row;
  if (place === null || item.fix === null) return false;
  const wanted = item.fix.split(' or ').map(bare);
  const fixes = row.steps.flatMap((step) => step.fixes);
  return fixes.some((fix) => {
    const before = textAt(work.document, { part: 0, start: place.start, end: fix.place.start });
    const after = textAt(work.document, { part: 0, start: fix.place.end, end: place.end });
    const mended = bare(before + fix.text + after);
    return wanted.some((one) => mended.includes(one));
  });
}

function bare(latex: string): string {
  return latex.replace(/\\left|\\right|\\cdot|\\[,;!]|[\s{}*]/g, '');
}

function share(part: readonly Judged[], whole: readonly Judged[]): string {
  return `${percent(part.length, whole.length).padStart(7)} (${part.length} of ${whole.length})`;
}

function table(rows: readonly Judged[]): string {
  const ours: readonly Ours[] = ['holds', 'given', 'unchecked', 'silent', 'slip', 'fails'];
  const labels: readonly Labelled['verdict'][] = ['right', 'slip', 'wrong', 'na'];
  const line = (cells: readonly string[]) => cells.map((cell) => cell.padEnd(11)).join('');
  const body = labels.map((label) => {
    const own = rows.filter((row) => row.item.verdict === label);
    return line([label, ...ours.map((name) => `${own.filter((row) => row.ours === name).length}`)]);
  });
  return [line(['labelled', ...ours]), ...body].join('\n');
}

function list(title: string, rows: readonly Judged[]): readonly string[] {
  if (rows.length === 0) return [];
  const entry = (row: Judged) => {
    const head = `  ${row.item.id} line ${row.item.line} ${row.ours}: ${oneLine(row.item.latex)}`;
    const telling = row.steps.filter((step) => step.verdict === row.ours && row.ours !== 'given');
    return [head, ...telling.map((step) => `      ${describeStep(row.work, step)}`)].join('\n');
  };
  return ['', `${title} (${rows.length})`, ...rows.map(entry)];
}
