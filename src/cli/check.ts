import { performance } from 'node:perf_hooks';
import {
  createChecker,
  type Place,
  type Report,
  type SourceDocument,
  type SourceFormat,
  type VerdictName,
} from '../engine/index.js';
import type { Setting } from '../shared/describe.js';
import { linesOf, type Lines } from '../shared/lines.js';
import type { Say } from '../shared/say.js';
import { readDocument, type FileError } from './readFile.js';

/** One file as it was asked for, judged or not. */
export type Checked =
  | { readonly path: string; readonly error: FileError }
  | {
      readonly path: string;
      readonly format: SourceFormat;
      readonly report: Report;
      readonly setting: Setting;
      /** Of each part. */
      readonly lines: readonly Lines[];
    };

export type Summary = Readonly<Record<VerdictName, number>>;

export interface Outcome {
  readonly files: readonly Checked[];
  readonly summary: Summary;
  readonly milliseconds: { readonly parse: number; readonly check: number };
}

/** Checks files one after another; one that cannot be read does not keep the others from it. */
export async function checkFiles(paths: readonly string[], say: Say): Promise<Outcome> {
  const files: Checked[] = [];
  const summary = { holds: 0, fails: 0, slip: 0, given: 0, unchecked: 0 };
  const milliseconds = { parse: 0, check: 0 };
  for (const path of paths) {
    const start = performance.now();
    const read = await readDocument(path, say);
    const middle = performance.now();
    milliseconds.parse += middle - start;
    if (!read.ok) {
      files.push({ path, error: read.error });
      continue;
    }
    const report = createChecker().check(read.document);
    milliseconds.check += performance.now() - middle;
    for (const { verdict } of report.steps) summary[verdict]++;
    files.push(checked(path, read, report, say));
  }
  return { files, summary, milliseconds };
}

/** 0 nothing wrong, 1 something is, 2 a file could not be read. */
export function exitCodeOf({ files, summary }: Outcome): number {
  if (files.some((file) => 'error' in file)) return 2;
  return summary.fails + summary.slip > 0 ? 1 : 0;
}

interface Read {
  readonly document: SourceDocument;
  readonly format: SourceFormat;
}

function checked(path: string, { document, format }: Read, report: Report, say: Say): Checked {
  const lines = document.parts.map(({ text }) => linesOf(text));
  const spotAt = ({ part, start }: Place): Record<string, string> => {
    const line = String(lines[part]?.positionAt(start).line ?? 0);
    return format === 'notebook' ? { cell: String(part + 1), line } : { line };
  };
  const textAt = ({ part, start, end }: Place): string =>
    document.parts[part]?.text.slice(start, end) ?? '';
  return { path, format, report, lines, setting: { report, say, spotAt, textAt } };
}
