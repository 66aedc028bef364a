import type { Body } from './body.js';
import type { Column } from './column.js';
import { dateOrder } from './date.js';
import type { Guess } from './kind.js';
import { guessColumns } from './layout.js';
import { numberedNames, uniqueNames } from './names.js';

export interface FoundColumns {
  readonly columns: readonly Column[];
  readonly guesses: readonly Guess[];
  /** Words of the file that must mean "no value", beyond those that always do. */
  readonly missing: readonly string[];
  /** Dates of which nothing says whether the day or the month is first. */
  readonly ambiguous: readonly string[];
}

/** Names the columns of a block and says what each is. `learn`: words for "no value" may be found. */
export function columnsOf(body: Body, missing: ReadonlySet<string>, learn: boolean): FoundColumns {
  const guesses = guessColumns(body.rows, body.width, body.form, missing).map((guess) =>
    learn || guess.missing.length === 0
      ? guess
      : ({ ...guess, kind: 'text', missing: [] } as const),
  );
  const paths = pathsOf(body);
  const names = body.header.levels === 0 ? numberedNames(body.width) : uniqueNames(paths);
  const monthFirst = prefersMonth(guesses);
  const columns = guesses.map((guess, at) => ({
    name: names[at] ?? '',
    path: paths[at]?.path ?? [],
    ...shapeOf(guess, monthFirst === true),
  }));
  return {
    columns,
    guesses,
    missing: [...new Set(guesses.flatMap((guess) => guess.missing))].filter(
      (word) => !missing.has(word),
    ),
    ambiguous: columns.flatMap(({ name }, at) =>
      monthFirst === undefined && orders(guesses[at]).size > 1 ? [name] : [],
    ),
  };
}

/** The header's cells above each column; none where it has none. */
function pathsOf({ header, sample, before, width }: Body): readonly { path: readonly string[] }[] {
  const end = before - Number(header.indexLine);
  const lines = sample.rows.slice(end - header.levels, end);
  const index = header.indexLine ? (sample.rows[end]?.[0] ?? '') : undefined;
  return Array.from({ length: width }, (_, at) => {
    if (at === 0 && index !== undefined) return { path: [index] };
    const cell = at - Number(header.rowNames);
    const named = cell >= 0 && lines.some((line) => cell < line.length);
    return { path: named ? lines.map((line) => line[cell] ?? '') : [] };
  });
}

type Shape = Pick<Column, 'kind' | 'format' | 'truth' | 'beyond' | 'mixed'>;

function shapeOf(guess: Guess, monthFirst: boolean): Shape {
  const { kind, formats, truth } = guess;
  const preferred = monthFirst
    ? formats.find((format) => dateOrder(format) === 'month')
    : undefined;
  const format = preferred ?? formats[0];
  return {
    kind,
    ...(format === undefined ? {} : { format }),
    ...(truth === undefined ? {} : { truth: { yes: truth[0], no: truth[1] } }),
    ...(guess.beyond ? { beyond: true as const } : {}),
    ...(guess.mixed ? { mixed: true as const } : {}),
  };
}

/** Whether dates that can be read in one way only have the month first; undefined where there are none such. */
function prefersMonth(guesses: readonly Guess[]): boolean | undefined {
  const decided = guesses.map(orders).filter((found) => found.size === 1);
  if (decided.some((found) => found.has('day'))) return false;
  return decided.some((found) => found.has('month')) ? true : undefined;
}

function orders(guess: Guess | undefined): ReadonlySet<ReturnType<typeof dateOrder>> {
  return new Set((guess?.formats ?? []).map(dateOrder));
}
