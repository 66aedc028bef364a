import type { Parts, Shares } from './splitRows.js';
import { isTraining, type Training } from './training.js';

/**
 * A split as it is kept beside its data, in JSON: `json.load(open(name))['parts']['train']` are the
 * rows, from 0, in the order of the file.
 */
export interface SplitFile {
  readonly format: 'tarea-split';
  readonly version: 1;
  readonly source: SplitSource;
  readonly rows: number;
  readonly generator: string;
  readonly seed: number;
  readonly shares: Shares;
  /** The column to be predicted; null where none was chosen. */
  readonly target: string | null;
  /** Column names; null where rows were drawn without regard to any. */
  readonly stratify: string | null;
  readonly group: string | null;
  /** That a model is to be trained with this split, and on what; absent while nobody said so. */
  readonly training?: Training;
  readonly parts: Parts;
}

/** By which a file is known again. */
export interface SplitSource {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: number;
  /** Of all bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

export type SplitFileProblem =
  /** No JSON, or no split. */
  | 'split.unreadable'
  /** Of a later version of Tarea. */
  | 'split.version'
  /** Rows that are twice, missing, or beyond the table. */
  | 'split.rows'
  /** The data are no longer those that were split. */
  | 'split.source';

export type SplitRead =
  | { readonly ok: true; readonly file: SplitFile }
  | { readonly ok: false; readonly code: SplitFileProblem };

/** The text of the file, a part a line, so that it can be looked at and compared. With `training`, a model is to be trained with it. */
export function writeSplit(
  made: Omit<SplitFile, 'format' | 'version' | 'generator' | 'training'>,
  training?: Training,
): string {
  const { parts, source, rows, seed, shares, target, stratify, group } = made;
  const head = Object.entries({
    format: 'tarea-split',
    version: 1,
    source,
    rows,
    generator: GENERATOR_NAME,
    seed,
    shares,
    target,
    stratify,
    group,
    ...(training && { training }),
  }).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  const lists = Object.entries(parts).map(
    ([name, numbers]) => `    ${JSON.stringify(name)}: ${JSON.stringify(numbers)}`,
  );
  return ['{', ...head, '  "parts": {', lists.join(',\n'), '  }', '}', ''].join('\n');
}

/** Whose draws made the parts: `src/engine/random.ts`, a Weyl sequence mixed by lowbias32. */
const GENERATOR_NAME = 'weyl-lowbias32';

/** More rows than this are no table that a split was made of. */
const MAX_ROWS = 100_000_000;

/** Reads a split back. With `source`, a split of other data is refused. */
export function readSplit(text: string, source?: SplitSource): SplitRead {
  const value = parsed(text);
  if (!isRecord(value) || value['format'] !== 'tarea-split') return refused('split.unreadable');
  if (typeof value['version'] === 'number' && value['version'] > 1) return refused('split.version');
  if (!isSplitFile(value)) return refused('split.unreadable');
  if (!coversRows(value)) return refused('split.rows');
  if (source !== undefined && !sameSource(value.source, source)) return refused('split.source');
  return { ok: true, file: value };
}

/** A file that was only moved or renamed is the same. */
function sameSource(a: SplitSource, b: SplitSource): boolean {
  return a.bytes === b.bytes && a.sha256 === b.sha256;
}

function refused(code: SplitFileProblem): SplitRead {
  return { ok: false, code };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSplitFile(value: Readonly<Record<string, unknown>>): value is Rec & SplitFile {
  const { version, source, rows, generator, seed, shares, parts } = value;
  const columns = [value['target'], value['stratify'], value['group']];
  return (
    version === 1 &&
    isRecord(source) &&
    [source['name'], source['sha256'], generator].every((each) => typeof each === 'string') &&
    [source['bytes'], rows, seed].every(Number.isSafeInteger) &&
    columns.every((each) => each === null || typeof each === 'string') &&
    isRecord(shares) &&
    Object.values(shares).every((each) => typeof each === 'number') &&
    (value['training'] === undefined || isTraining(value['training'])) &&
    isRecord(parts) &&
    Object.values(parts).every(Array.isArray)
  );
}

type Rec = Readonly<Record<string, unknown>>;

/** Every row in exactly one part. */
function coversRows({ rows, parts }: SplitFile): boolean {
  const listed: readonly unknown[] = Object.values(parts).flat();
  if (rows < 0 || rows > MAX_ROWS || listed.length !== rows) return false;
  const seen = new Uint8Array(rows);
  for (const row of listed) {
    if (typeof row !== 'number' || !Number.isInteger(row) || row < 0 || row >= rows) return false;
    if (seen[row] === 1) return false;
    seen[row] = 1;
  }
  return true;
}

function isRecord(value: unknown): value is Rec {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
