import type { Column } from '../column.js';
import { namesRows } from '../rules/names.js';

/** On what a model is to be trained; the target, the seed and the rows are those of the split. */
export interface Training {
  readonly data: TrainingData;
  /** Rows to be predicted in the end; null where there are none. */
  readonly test: TrainingData | null;
  /** What a model may learn from, by the names of the columns. */
  readonly features: readonly string[];
}

/** One file, or two whose rows are paired by the values of a column. */
export interface TrainingData {
  /** As seen from the folder of the split, with `/` between folders. */
  readonly files: readonly string[];
  readonly on: string | null;
}

/** All that may tell something of the target: a name of rows, such as `track_id`, only tells rows apart. */
export function featuresOf(columns: readonly Column[], target: string): readonly string[] {
  return columns.map(({ name }) => name).filter((name) => name !== target && !namesRows(name));
}

/** For what was read from a file that anyone may have written. */
export function isTraining(value: unknown): value is Training {
  if (!isRecord(value)) return false;
  const { data, test, features } = value;
  return isData(data) && (test === null || isData(test)) && areTexts(features);
}

function isData(value: unknown): value is TrainingData {
  if (!isRecord(value)) return false;
  const { files, on } = value;
  if (!areTexts(files)) return false;
  return on === null ? files.length === 1 : typeof on === 'string' && files.length === 2;
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
