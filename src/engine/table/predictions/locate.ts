import { plainly } from '../plainly.js';
import type { Expectation } from './expectation.js';
import type { Known } from './known.js';
import type { PredictionCell, PredictionRow, PredictionRows } from './readPredictions.js';

/** Where in a file of predictions the ids and the labels stand. */
export interface Layout {
  readonly header: PredictionRow | undefined;
  readonly body: readonly PredictionRow[];
  /** Places of columns from 0; -1 where there is none. */
  readonly id: number;
  readonly label: number;
  /** Row numbers that were written beside the data. */
  readonly index: readonly number[];
  /** Columns of numbers that are named after classes. */
  readonly probabilities: readonly number[];
  /** Whatever else there is. */
  readonly extra: readonly number[];
}

/** Columns are told by their names, and where those are not as they should be by what is in them. */
export function layoutOf({ rows }: PredictionRows, wanted: Expectation, known: Known): Layout {
  const [first] = rows;
  const header = first !== undefined && isHeader(first, wanted, known) ? first : undefined;
  const body = header === undefined ? rows : rows.slice(1);
  const width = first?.cells.length ?? 0;
  const places = Array.from({ length: width }, (_, place) => place);
  const heads = places.map((place) => header?.cells[place]);
  const index = header === undefined ? [] : places.filter((place) => isIndex(heads[place], wanted));
  const open = places.filter((place) => !index.includes(place));
  const ids = (text: string): boolean => known.idOf(text) !== undefined;
  const labels = (text: string): boolean => known.labelOf(text) !== undefined;
  const id = find(wanted.idColumn, heads, open) ?? fullest(open, body, ids) ?? -1;
  const rest = open.filter((place) => place !== id);
  const probabilities = rest.filter((place) => labels(heads[place]?.text ?? ''));
  const likely = rest.filter((place) => !probabilities.includes(place));
  const label =
    find(wanted.labelColumn, heads, likely) ??
    fullest(likely, body, labels) ??
    (likely.length === 1 ? likely[0] : undefined) ??
    -1;
  return {
    header,
    body,
    id,
    label,
    index,
    probabilities: probabilities.length > 1 ? probabilities : [],
    extra: rest.filter(
      (place) => place !== label && (probabilities.length < 2 || !probabilities.includes(place)),
    ),
  };
}

/** Rows that tell what a column holds. */
const LOOKED_AT = 200;

/** Half of a column's cells must be what it is taken for. */
const MOSTLY = 0.5;

/** A first row is data when its cells are ids and labels and none of them is a column's name. */
function isHeader({ cells }: PredictionRow, wanted: Expectation, known: Known): boolean {
  const names = [wanted.idColumn, wanted.labelColumn].map(plainly);
  if (cells.some(({ text }) => names.includes(plainly(text)))) return true;
  return !cells.some(({ text }) => known.idOf(text) !== undefined);
}

/** `Unnamed: 0` is what an index is called that was written and read again. */
function isIndex(head: PredictionCell | undefined, { idColumn }: Expectation): boolean {
  const name = head?.text.trim() ?? '';
  return name !== idColumn && (name === '' || /^Unnamed: \d+$/.test(name) || name === 'level_0');
}

function find(
  name: string,
  heads: readonly (PredictionCell | undefined)[],
  places: readonly number[],
): number | undefined {
  return (
    places.find((place) => heads[place]?.text === name) ??
    places.find((place) => plainly(heads[place]?.text ?? '') === plainly(name))
  );
}

function fullest(
  places: readonly number[],
  body: readonly PredictionRow[],
  is: (text: string) => boolean,
): number | undefined {
  const looked = body.slice(0, LOOKED_AT);
  const counts = places.map(
    (place) => looked.filter(({ cells }) => is(cells[place]?.text ?? '')).length,
  );
  const most = Math.max(0, ...counts);
  return most > MOSTLY * looked.length ? places[counts.indexOf(most)] : undefined;
}
