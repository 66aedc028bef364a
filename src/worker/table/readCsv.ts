import type { Column } from '../../engine/table/column.js';
import type { Dialect } from '../../engine/table/dialect.js';
import { field, literal } from './storage.js';

/** How one cell comes out of the file: the type the reader gives it, and the value made of that. */
interface Reading {
  readonly type: string;
  /** Fails on a cell that is not what its column was taken for. */
  readonly value: (expression: string) => string;
}

/** A file of text; its size is that of what is read, or about. */
export interface TextFile {
  readonly path: string;
  readonly bytes: number;
}

/** A file that needs no guess: what a transcoder writes. */
export const PLAIN: Dialect = {
  encoding: 'utf-8',
  bom: false,
  delimiter: ',',
  quote: '"',
  escape: '"',
  initialSpace: false,
  decimal: '.',
  thousands: '',
  comment: '',
  header: { skip: 0, levels: 0, indexLine: false, rowNames: false },
  missing: [],
  ragged: false,
  newline: '\n',
  zeroBytes: false,
};

/** The columns of a transcoded file: dates are ISO, booleans are words of English. */
export function plainColumns(columns: readonly Column[]): readonly Column[] {
  return columns.map(({ name, path, kind }) => {
    return { name, path, kind, truth: { yes: ['true'], no: ['false'] } };
  });
}

/** The rows of a text file as the columns' kinds. */
export function selectFile(file: TextFile, dialect: Dialect, columns: readonly Column[]): string {
  const readings = columns.map(readingOf);
  const values = readings.map(({ value }, index) => `${value(field(index))} AS ${field(index)}`);
  const types = readings.map(({ type }) => type);
  return `SELECT ${values.join(', ')} FROM ${readCsv(file, dialect, types)}`;
}

/** The rows of a text file with every cell as it is written; missing ones are missing. */
export function selectText(file: TextFile, dialect: Dialect, columns: readonly Column[]): string {
  return `SELECT * FROM ${readCsv(
    file,
    { ...dialect, decimal: '.', thousands: '' },
    columns.map(() => 'VARCHAR'),
  )}`;
}

/** The largest whole number that a double is sure of. */
const EXACT = '9007199254740992';

/** How the cells of a column are read. A whole number passes through a double, since SQL would round 1.5 in silence. */
function readingOf(column: Column): Reading {
  switch (column.kind) {
    case 'integer':
      return { type: 'DOUBLE', value: (c) => demand(wholeSql(c), `CAST(${c} AS BIGINT)`, c) };
    case 'bigint':
      return { type: 'VARCHAR', value: (c) => demand(digitsSql(c), `CAST(${c} AS HUGEINT)`, c) };
    case 'real':
      // What is not a number is made missing afterwards: there seldom is one.
      return { type: 'DOUBLE', value: (c) => c };
    case 'boolean':
      return { type: 'VARCHAR', value: (c) => truthSql(column, c) };
    case 'date':
    case 'datetime':
      return momentOf(column);
    case 'code':
    case 'text':
      return { type: 'VARCHAR', value: (c) => c };
    default:
      return column.kind satisfies never;
  }
}

export function wholeSql(expression: string): string {
  return `${expression} = trunc(${expression}) AND abs(${expression}) <= ${EXACT}`;
}

export function digitsSql(expression: string): string {
  return `regexp_full_match(trim(${expression}), '[+-]?[0-9]{1,38}')`;
}

/** True, false, or a failure. */
function truthSql({ truth }: Column, cell: string): string {
  const yes = among(cell, truth?.yes ?? ['true']);
  const no = among(cell, truth?.no ?? ['false']);
  return `CASE WHEN ${yes} THEN true WHEN ${no} THEN false WHEN ${cell} IS NOT NULL THEN ${FAIL} END`;
}

export function among(expression: string, words: readonly string[]): string {
  return words.length === 0 ? 'false' : `${expression} IN (${words.map(literal).join(', ')})`;
}

/** What the cast of a text understands by itself, and faster than a format. */
const ISO: ReadonlySet<string> = new Set([
  '%Y-%m-%d',
  '%Y-%m-%d %H:%M:%S',
  '%Y-%m-%dT%H:%M:%S',
  '%Y-%m-%d %H:%M:%S.%f',
  '%Y-%m-%dT%H:%M:%S.%f',
]);

export function isIso({ format }: Column): boolean {
  return format === undefined || ISO.has(format);
}

function momentOf(column: Column): Reading {
  const type = column.kind === 'date' ? 'DATE' : 'TIMESTAMP';
  if (isIso(column)) return { type, value: (cell) => cell };
  const format = literal(column.format ?? '');
  return { type: 'VARCHAR', value: (cell) => `CAST(strptime(${cell}, ${format}) AS ${type})` };
}

/** Named so that a failure can be told from one of the file's structure. */
const FAIL = `error('misfit')`;

function demand(condition: string, value: string, cell: string): string {
  return `CASE WHEN ${condition} THEN ${value} WHEN ${cell} IS NOT NULL THEN ${FAIL} END`;
}

/** Bytes that are read at once. The database's own choice is the most, and most of the memory for a small file. */
const [LEAST_BUFFER, MOST_BUFFER] = [4_000_000, 32_000_000];

function readCsv({ path, bytes }: TextFile, dialect: Dialect, types: readonly string[]): string {
  const { header, quote, escape, comment, newline, missing } = dialect;
  const lines = header.skip + header.levels + (header.indexLine ? 1 : 0);
  const columns = types.map((type, index) => `'${field(index)}': '${type}'`);
  const buffer = Math.min(MOST_BUFFER, Math.max(LEAST_BUFFER, Math.ceil(bytes / 8)));
  const options = [
    `buffer_size = ${buffer}`,
    'auto_detect = false',
    'header = false',
    `skip = ${lines}`,
    `delim = ${literal(dialect.delimiter)}`,
    `quote = ${literal(quote)}`,
    `escape = ${literal(quote === '' ? '' : escape)}`,
    `decimal_separator = ${literal(dialect.decimal)}`,
    `nullstr = [${['', ...missing].map(literal).join(', ')}]`,
    `columns = {${columns.join(', ')}}`,
  ];
  if (dialect.thousands !== '') options.push(`thousands = ${literal(dialect.thousands)}`);
  if (comment !== '') options.push(`comment = ${literal(comment)}`);
  const ending = NEWLINES[newline];
  if (ending !== undefined) options.push(`new_line = ${ending}`);
  return `read_csv(${literal(path)}, ${options.join(', ')})`;
}

const NEWLINES: Readonly<Record<Dialect['newline'], string | undefined>> = {
  '\n': String.raw`'\n'`,
  '\r\n': String.raw`'\r\n'`,
  '\r': String.raw`'\r'`,
  mixed: undefined,
};
