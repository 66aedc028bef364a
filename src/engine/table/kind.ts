import type { ColumnKind } from './column.js';
import { dateFormatsOf, readDate } from './date.js';
import { isClearlyMissing, isPossiblyMissing } from './missing.js';
import { readNumber, type NumberForm, type NumberKind } from './number.js';
import { truthOf } from './truth.js';

/** What the cells of a column seem to be. */
export interface Guess {
  readonly kind: ColumnKind;
  /** Ways in which all dates can be read, the likeliest first; empty for other kinds. */
  readonly formats: readonly string[];
  readonly truth?: readonly [readonly string[], readonly string[]];
  /** Words that must mean "no value" for the kind to be right. */
  readonly missing: readonly string[];
  readonly infinite: boolean;
  readonly beyond: boolean;
  /** Every number has one mark with three digits after it: a decimal mark, or one between thousands. */
  readonly marked: boolean;
  /** Texts that are lists or the like: `[1, 2]`. */
  readonly lists: boolean;
  /** Texts of which some are numbers. */
  readonly mixed: boolean;
  /** Cells that have a value. */
  readonly values: number;
}

/** Finds the narrowest kind that all cells fit. `missing` holds words that count as no value anyway. */
export function guessKind(
  cells: readonly string[],
  form: NumberForm,
  missing: ReadonlySet<string>,
): Guess {
  const values = cells.filter((cell) => cell !== '' && !missing.has(cell));
  const number = numbers(values, form);
  if (number !== undefined) {
    const { other, ...found } = number;
    return { ...NOTHING, ...found, values: values.length - other };
  }
  const clear = new Set(values.filter(isClearlyMissing));
  const rest = clear.size === 0 ? values : values.filter((cell) => !clear.has(cell));
  const found = dates(rest) ?? booleans(rest) ?? text(rest, form);
  const words = [...clear, ...(found.missing ?? [])];
  return { ...NOTHING, ...found, missing: words, values: rest.length };
}

/** Whether a guess says more than that there is text. */
export function isTyped({ kind }: Guess): boolean {
  return kind !== 'text';
}

/** Whether a cell could stand in a column of which the others were guessed to be this. */
export function fits(cell: string, guess: Guess, form: NumberForm): boolean {
  if (isPossiblyMissing(cell)) return true;
  if (guess.truth !== undefined) {
    return truthOf(new Set([...guess.truth[0], ...guess.truth[1], cell])) !== undefined;
  }
  if (guess.formats.length > 0) {
    return guess.formats.some((format) => readDate(cell, format) !== undefined);
  }
  return guess.kind === 'text' || readNumber(cell, form) !== undefined;
}

type Found = Partial<Guess> & Pick<Guess, 'kind'>;

const NOTHING = {
  formats: [],
  infinite: false,
  beyond: false,
  marked: false,
  lists: false,
  mixed: false,
};

/** Words that are not numbers may outnumber those that are so many times, and no more. */
const MOST_WORDS = 9;

/** `other`: cells that are words for "no value". */
function numbers(
  values: readonly string[],
  form: NumberForm,
): (Found & Pick<Guess, 'missing'> & { readonly other: number }) | undefined {
  const words = new Set<string>();
  const kinds = new Set<NumberKind>();
  let [count, other, marked] = [0, 0, 0];
  let [zeros, signs, infinite, beyond] = [false, false, false, false];
  for (const cell of values) {
    const number = readNumber(cell, form);
    if (number === undefined) {
      if (!isPossiblyMissing(cell)) return undefined;
      words.add(cell);
      other++;
      continue;
    }
    count++;
    kinds.add(number.kind);
    if (MARKED.test(cell)) marked++;
    zeros ||= number.zeros;
    signs ||= !DIGITS.test(cell);
    infinite ||= number.infinite !== false;
    beyond ||= number.infinite === 'beyond';
  }
  if (count === 0 || other > count * MOST_WORDS) return undefined;
  const whole = !kinds.has('real');
  const kind = !whole
    ? 'real'
    : zeros && !signs
      ? 'code'
      : kinds.has('bigint')
        ? 'bigint'
        : 'integer';
  const doubtful = marked === count && count >= TELLING;
  return { kind, missing: [...words], infinite, beyond, marked: doubtful, other };
}

/** `1,234` or `-12.345`; a decimal would be 0.125 now and then. */
const MARKED = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
/** So many numbers with three digits after the mark are no accident. */
const TELLING = 5;

const DIGITS = /^\d+$/;

function dates(values: readonly string[]): Found | undefined {
  let formats: readonly string[] | undefined;
  let time = false;
  const words = new Set<string>();
  for (const cell of values) {
    if (formats === undefined) {
      const first = dateFormatsOf(cell);
      if (first.length > 0) {
        formats = first.map(({ format }) => format);
        time = first[0]?.time === true;
        continue;
      }
    } else {
      const fitting = formats.filter((format) => readDate(cell, format) !== undefined);
      if (fitting.length > 0) {
        formats = fitting;
        continue;
      }
    }
    if (!isPossiblyMissing(cell)) return undefined;
    words.add(cell);
  }
  if (formats === undefined || formats.length === 0) return undefined;
  return { kind: time ? 'datetime' : 'date', formats, missing: [...words] };
}

function booleans(values: readonly string[]): Found | undefined {
  const spellings = new Set<string>();
  for (const cell of values) {
    spellings.add(cell);
    if (spellings.size > MOST_SPELLINGS) return undefined;
  }
  const words = [...spellings].filter(isPossiblyMissing);
  const truth =
    truthOf(spellings) ?? truthOf(new Set([...spellings].filter((word) => !words.includes(word))));
  return truth && { kind: 'boolean', truth, missing: words };
}

const MOST_SPELLINGS = 12;

function text(values: readonly string[], form: NumberForm): Found {
  return {
    kind: 'text',
    lists: values.length > 0 && values.every((cell) => LIST.test(cell)),
    mixed: values.some((cell) => readNumber(cell, form) !== undefined),
  };
}

const LIST = /^(?:\[[^]*\]|\{[^]*\}|\([^]*\))$/;
