/** What pandas takes for "no value" wherever it stands (pandas 1.5, `read_csv`, `na_values`); the empty cell too. */
export const USUAL_MISSING: readonly string[] = [
  '#N/A',
  '#N/A N/A',
  '#NA',
  '-1.#IND',
  '-1.#QNAN',
  '-NaN',
  '-nan',
  '1.#IND',
  '1.#QNAN',
  '<NA>',
  'N/A',
  'NA',
  'NULL',
  'NaN',
  'n/a',
  'nan',
  'null',
];

/** Words that no one means otherwise, in any case: they are missing in whatever column they stand. */
const CLEAR = new Set(
  ['n/d', '#n/d', '#n/a', '#div/0!', '#¡div/0!', '#value!', '#¡valor!', '#ref!', '#¡ref!', '#num!']
    .concat(['#¡num!', '#name?', '#¿nombre?', '\\n', '(null)', '<null>', '<na>', 'n/a', 'nan'])
    .concat([
      'sin dato',
      'sin datos',
      'no data',
      'not available',
      'no disponible',
      'missing value',
    ]),
);

/** Words that may mean something: missing where the other cells of a column are numbers, dates or the like. */
const POSSIBLE = new Set(
  ['-', '--', '---', '–', '—', '?', '??', '.', '..', '...', '*', 'none', 'nil', 'na', 'null', 'nd']
    .concat(['n.d.', 's/d', 's.d.', 'sd', 'n.a.', 'ns/nr', 'ns', 'nr', 'missing', 'unknown'])
    .concat(['desconocido', 'faltante', 'vacío', 'empty', 'no aplica', 'n/s', 'nulo', 'undefined']),
);

export function isClearlyMissing(cell: string): boolean {
  return cell.length <= LONGEST && CLEAR.has(cell.trim().toLowerCase());
}

/** A blank cell is not empty, but means the same among numbers. */
export function isPossiblyMissing(cell: string): boolean {
  const word = cell.length <= LONGEST ? cell.trim().toLowerCase() : cell;
  return word === '' || POSSIBLE.has(word) || CLEAR.has(word);
}

const LONGEST = 20;
