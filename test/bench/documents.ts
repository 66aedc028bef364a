import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { createChecker, readSource } from '../../src/engine/index.js';
import type { Step } from '../../src/engine/index.js';
import { describeStep, FORMATS, oneLine, percent, textAt, type Coursework } from './coursework.js';
import type { Question } from './score.js';

/** One change that makes one formula wrong. */
interface Mistake {
  /** Stands once in the file. */
  readonly find: string;
  readonly replace: string;
  readonly what: string;
}

interface Scored {
  readonly name: string;
  readonly steps: number;
  readonly unchecked: number;
  readonly flagged: readonly string[];
  readonly mistakes: number;
  readonly missed: readonly string[];
}

/** Documents that may be looked at, and those of which only the totals are. */
const FOLDERS = ['open', 'held'] as const;

/** Checks right documents, and the same with one mistake each; `--list` names what goes wrong in the open ones. */
export async function scoreDocuments({ root, only, flags }: Question): Promise<string> {
  const lines: string[] = [];
  for (const folder of FOLDERS) {
    const scored = await scoreFolder(join(root, 'test', 'documents', folder), only);
    if (folder === 'open') lines.push(...scored.map((one) => rowOf(one.name, [one])));
    lines.push(rowOf(`all, ${folder}`, scored));
    if (folder === 'open' && flags.has('list'))
      lines.push(...scored.flatMap(({ flagged, missed }) => [...flagged, ...missed]));
  }
  return lines.join('\n');
}

async function scoreFolder(folder: string, only: string): Promise<readonly Scored[]> {
  const names = (await readdir(folder)).sort();
  const scored: Scored[] = [];
  for (const name of names) {
    const { name: stem, ext } = parse(name);
    if (!FORMATS.has(ext) || !name.includes(only)) continue;
    const text = await readFile(join(folder, name), 'utf8');
    const listed = await readFile(join(folder, `${stem}.json`), 'utf8');
    scored.push(scoreOne(name, text, JSON.parse(listed) as readonly Mistake[]));
  }
  return scored;
}

function scoreOne(name: string, text: string, mistakes: readonly Mistake[]): Scored {
  const checker = createChecker();
  const flaggedIn = (work: Coursework): readonly Step[] =>
    checker.check(work.document).steps.filter(isFlagged);
  const right = read(name, text);
  const steps = checker.check(right.document).steps;
  const flagged = steps.filter(isFlagged);
  const known = new Set(flagged.map((step) => textAt(right.document, step.place)));
  const missed = mistakes.filter(({ find, replace, what }) => {
    if (text.split(find).length !== 2) throw new Error(`${name}, ${what}: not there just once`);
    const wrong = read(
      name,
      text.replace(find, () => replace),
    );
    return flaggedIn(wrong).every((step) => known.has(textAt(wrong.document, step.place)));
  });
  return {
    name,
    steps: steps.length,
    unchecked: steps.filter(({ verdict }) => verdict === 'unchecked').length,
    flagged: flagged.map((step) => `  flagged: ${describeStep(right, step)}`),
    mistakes: mistakes.length,
    missed: missed.map(
      ({ what, replace }) => `  missed: ${name}, ${what}: ${oneLine(replace, 90)}`,
    ),
  };
}

function read(name: string, text: string): Coursework {
  const format = FORMATS.get(parse(name).ext) ?? 'markdown';
  const result = readSource(format, text);
  if (!result.ok) throw new Error(`${name}: ${result.problem.code}`);
  return { name, format, document: result.document };
}

function isFlagged({ verdict }: Step): boolean {
  return verdict === 'fails' || verdict === 'slip';
}

function rowOf(name: string, scored: readonly Scored[]): string {
  const sum = (of: (one: Scored) => number): number =>
    scored.reduce((total, one) => total + of(one), 0);
  const steps = sum((one) => one.steps);
  const mistakes = sum((one) => one.mistakes);
  const part = (count: number, whole: number): string =>
    `${String(count).padStart(4)} ${percent(count, whole).padStart(7)}`;
  return [
    name.padEnd(36),
    `${String(steps).padStart(5)} steps`,
    `flagged ${part(
      sum((one) => one.flagged.length),
      steps,
    )}`,
    `unchecked ${part(
      sum((one) => one.unchecked),
      steps,
    )}`,
    `found ${part(mistakes - sum((one) => one.missed.length), mistakes)}`,
  ].join('  ');
}
