import type { ColumnProfile } from '../engine/table/profile.js';
import type { Severity } from '../engine/table/finding.js';
import { describeFinding, describeRemedy } from '../shared/describeFinding.js';
import { describeNote } from '../shared/describeNote.js';
import { describeProblem } from '../shared/describeProblem.js';
import { kindWords } from '../shared/findingWords.js';
import type { DataOutcome, DataReport } from './data.js';
import { readCall } from './dataJson.js';
import { sentences } from './sentences.js';
import { tame, type Paint, type Voice } from './textReport.js';

/** What is known of a table, for people: how it was read, its columns, what is wrong. */
export function dataText(outcome: DataOutcome, voice: Voice): string {
  if ('problem' in outcome) return '';
  const lines = [
    ...heading(outcome, voice),
    ...columnLines(outcome, voice),
    ...classLines(outcome, voice),
    ...findingLines(outcome, voice),
    ...callLines(outcome, voice),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Why there is no report. */
export function problemLine(
  { path, problem }: Extract<DataOutcome, { problem: unknown }>,
  { say, paint }: Voice,
): string {
  return `${paint('bold', tame(path))}: ${tame(describeProblem(problem, say))}\n`;
}

function heading(report: DataReport, { say, paint }: Voice): readonly string[] {
  const { path, rows, columns, preview, notes } = report;
  const size = {
    rows: String(rows),
    columns: String(columns.length),
    bytes: String(preview.bytes),
  };
  return [
    `${paint('bold', tame(path))}  ${say(sentences.table, size)}`,
    ...notes.map((note) => `  ${tame(describeNote(note, say))}`),
    '',
  ];
}

/** Columns that a terminal has room for. */
const SHOWN = 40;
/** Characters of a name that are shown. */
const NAME = 32;

function columnLines({ columns, profiles }: DataReport, { say, paint }: Voice): readonly string[] {
  const head = [
    sentences.column,
    sentences.kind,
    sentences.without,
    sentences.different,
    sentences.least,
    sentences.mean,
    sentences.greatest,
  ].map((sentence) => say(sentence));
  const rows = columns.slice(0, SHOWN).map((column, at) => {
    const name = tame(column.name);
    const short = name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name;
    return [short, say(kindWords[column.kind]), ...figures(profiles[at])];
  });
  const widths = head.map((word, at) =>
    Math.max(word.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, at) => padded(cell, widths[at] ?? 0, at < 2)).join('  ')}`.trimEnd();
  const more = columns.length - SHOWN;
  return [
    paint('dim', line(head)),
    ...rows.map(line),
    ...(more > 0 ? [`  ${say(sentences.moreColumns, { count: String(more) })}`] : []),
    '',
  ];
}

function padded(cell: string, width: number, left: boolean): string {
  return left ? cell.padEnd(width) : cell.padStart(width);
}

function figures(profile: ColumnProfile | undefined): readonly string[] {
  if (profile === undefined) return ['', '', '', '', ''];
  const { missing, distinct, approximate, numeric } = profile;
  const spread = numeric === undefined ? [] : [numeric.min, numeric.mean, numeric.max].map(rounded);
  return [String(missing), `${approximate ? '~' : ''}${distinct}`, ...spread];
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(5)));
}

function classLines({ classes }: DataReport, { say }: Voice): readonly string[] {
  if (classes.length === 0) return [];
  const all = classes.reduce((sum, { count }) => sum + count, 0);
  const lines = classes.slice(0, SHOWN).map(({ value, count }) => {
    const percent = ((100 * count) / all).toFixed(1);
    return `  ${say(sentences.share, { value: tame(value), count: String(count), percent })}`;
  });
  return [...lines, ''];
}

const COLOURS: Readonly<Record<Severity, Parameters<Paint>[0]>> = {
  error: 'red',
  warning: 'yellow',
  info: 'dim',
};

function findingLines({ findings }: DataReport, { say, paint }: Voice): readonly string[] {
  if (findings.length === 0) return [paint('green', say(sentences.nothingFound)), ''];
  return findings.flatMap((finding) => [
    paint(COLOURS[finding.severity], tame(describeFinding(finding, say))),
    `  ${say(sentences.remedy)} ${tame(describeRemedy(finding, say))}`,
    '',
  ]);
}

function callLines(report: DataReport, { say, paint }: Voice): readonly string[] {
  const call = readCall(report);
  if (call === undefined) return [];
  return [
    paint('dim', say(sentences.readWith)),
    '  import pandas as pd',
    ...call.split('\n').map((line) => `  ${tame(line)}`),
  ];
}
