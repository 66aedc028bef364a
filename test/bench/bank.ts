import { join } from 'node:path';
import { createChecker } from '../../src/engine/index.js';
import type { Step, VerdictName } from '../../src/engine/index.js';
import { describeStep, percent, readCoursework } from './coursework.js';
import type { Coursework } from './coursework.js';
import { findIds } from './formulas.js';
import type { Question } from './score.js';

interface Row {
  readonly work: Coursework;
  readonly step: Step;
}

/** Judges every step of the bank, where all is right: whatever is flagged there is a false alarm. */
export async function scoreBank(question: Question): Promise<string> {
  const works = await readCoursework(join(question.root, 'test', 'bank'));
  const chosen = works.filter((work) => work.name.includes(question.only));
  const rows = chosen.flatMap((work) =>
    createChecker()
      .check(work.document)
      .steps.map((step) => ({ work, step })),
  );
  const alarms = rows.filter(({ step }) => step.verdict === 'fails' || step.verdict === 'slip');
  const ids = chosen.flatMap((work) => findIds(work.document));
  const repeated = ids.filter((id, index) => id === '' || ids.indexOf(id) !== index);
  return [
    `${ids.length} derivations in ${chosen.length} files`,
    ...(repeated.length > 0 ? [`Sections without an id of their own: ${repeated.join(', ')}`] : []),
    ...chosen.map((work) =>
      countLine(
        work.name,
        rows.filter((row) => row.work === work),
      ),
    ),
    countLine('all', rows),
    ...section('False alarms', alarms),
    '',
    ...byReason(rows.filter(({ step }) => step.verdict === 'unchecked')),
  ].join('\n');
}

const NAMES: readonly VerdictName[] = ['holds', 'given', 'unchecked', 'slip', 'fails'];

function countLine(title: string, rows: readonly Row[]): string {
  const cells = NAMES.map((name) => {
    const count = rows.filter(({ step }) => step.verdict === name).length;
    return `${name} ${String(count).padStart(4)} ${percent(count, rows.length).padStart(7)}`;
  });
  return `${title.padEnd(34)} ${String(rows.length).padStart(5)} steps  ${cells.join('  ')}`;
}

function section(title: string, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return ['', `${title}: none`];
  return ['', `${title} (${rows.length})`, ...rows.map(entry)];
}

function byReason(rows: readonly Row[]): readonly string[] {
  const codes = [...new Set(rows.map(({ step }) => step.reason?.code ?? 'no reason given'))].sort();
  return codes.flatMap((code) => {
    const own = rows.filter(({ step }) => (step.reason?.code ?? 'no reason given') === code);
    return [`${code} (${own.length})`, ...own.map(entry)];
  });
}

function entry(row: Row): string {
  return `  ${describeStep(row.work, row.step)}`;
}
