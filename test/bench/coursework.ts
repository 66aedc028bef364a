import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { positionAt, readSource } from '../../src/engine/index.js';
import type { Place, SourceDocument, SourceFormat, Step } from '../../src/engine/index.js';

/** A file of a folder of derivations, read into parts. */
export interface Coursework {
  readonly name: string;
  readonly format: SourceFormat;
  readonly document: SourceDocument;
}

export const FORMATS: ReadonlyMap<string, SourceFormat> = new Map([
  ['.tex', 'tex'],
  ['.md', 'markdown'],
  ['.txt', 'markdown'],
  ['.ipynb', 'notebook'],
]);

/** Every readable document of a folder, by name. Fails on one that the engine cannot read. */
export async function readCoursework(folder: string): Promise<readonly Coursework[]> {
  const names = (await readdir(folder)).sort();
  const read: Coursework[] = [];
  for (const name of names) {
    const format = FORMATS.get(extname(name));
    if (format === undefined || name === 'README.md') continue;
    const result = readSource(format, await readFile(join(folder, name), 'utf8'));
    if (!result.ok) throw new Error(`${name}: ${result.problem.code}`);
    read.push({ name, format, document: result.document });
  }
  return read;
}

/** The text of a place; empty when its part does not exist. */
export function textAt(document: SourceDocument, place: Place): string {
  return document.parts[place.part]?.text.slice(place.start, place.end) ?? '';
}

/** `file:line`, or `file#cell:line` in notebooks. */
export function lineOf(work: Coursework, place: Place): string {
  const { line } = positionAt(work.document.parts[place.part]?.text ?? '', place.start);
  const cell = work.format === 'notebook' ? `#${place.part}` : '';
  return `${work.name}${cell}:${line}`;
}

/** A step on one line, as the tables show it. */
export function describeStep(work: Coursework, step: Step): string {
  const latex = oneLine(step.latex);
  const at = step.at === undefined ? '' : ` at «${oneLine(textAt(work.document, step.at))}»`;
  const cause = step.cause === undefined ? '' : ` (from step ${step.cause})`;
  const values =
    step.counterexample === undefined
      ? ''
      : ` [${step.counterexample.left} against ${step.counterexample.right}]`;
  const reason = step.reason?.code ?? '';
  return `${lineOf(work, step.place)}  ${step.verdict} ${step.kind} ${reason}${cause}  ${latex}${at}${values}`;
}

/** White space made single and long text cut, so that a table keeps one row per item. */
export function oneLine(text: string, width = 160): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > width ? `${flat.slice(0, width - 1)}…` : flat;
}

/** `part` of `whole` in per cent, with one decimal. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
