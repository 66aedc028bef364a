import type { Body } from './body.js';
import type { ColumnKind } from './column.js';
import type { FoundColumns } from './columns.js';
import type { Dialect } from './dialect.js';
import { isIso } from './date.js';
import type { Note, NoteCode } from './note.js';

/** All that was found out about a block. */
export interface Findings {
  readonly dialect: Dialect;
  readonly body: Body;
  readonly columns: FoundColumns;
  readonly zeros: number;
  readonly foreign: number;
}

/** One line for each thing that was inferred, in the order in which one reads a file. */
export function notesOf(found: Findings): readonly Note[] {
  return [
    ...bytesNotes(found),
    ...cellsNotes(found),
    ...headerNotes(found),
    ...columnNotes(found),
    ...rowNotes(found),
  ];
}

/** Names of columns as one argument: a few of them, then how many more. */
function listed(names: readonly string[]): Note['args'] {
  const shown = names.slice(0, LISTED).join(', ');
  return { columns: names.length > LISTED ? `${shown}, …` : shown, count: names.length };
}

const LISTED = 4;

function note(code: NoteCode, args: Note['args'] = {}): Note {
  return { code, args };
}

function when(holds: boolean, code: NoteCode, args: Note['args'] = {}): readonly Note[] {
  return holds ? [note(code, args)] : [];
}

function bytesNotes({ dialect, zeros, foreign }: Findings): readonly Note[] {
  const { encoding, bom, newline } = dialect;
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  return [
    ...when(bom && !wide, 'encoding.bom'),
    ...when(wide, 'encoding.utf16'),
    ...when(encoding === 'windows-1252', 'encoding.windows1252'),
    ...when(foreign > 0, 'encoding.mixed', { count: foreign }),
    ...when(zeros > 0, 'bytes.nul', { count: zeros }),
    ...when(newline === 'mixed', 'newline.mixed'),
  ];
}

const DELIMITERS: Readonly<Record<string, NoteCode>> = {
  ',': 'delimiter.comma',
  ';': 'delimiter.semicolon',
  '\t': 'delimiter.tab',
  '|': 'delimiter.pipe',
  ' ': 'delimiter.space',
};

function cellsNotes({ dialect, body }: Findings): readonly Note[] {
  const { delimiter, quote, escape, initialSpace, decimal, thousands } = dialect;
  const { sample, width } = body;
  const between: NoteCode =
    width < 2 ? 'delimiter.none' : (DELIMITERS[delimiter] ?? 'delimiter.other');
  return [
    note(between, between === 'delimiter.other' ? { mark: delimiter } : {}),
    ...when(initialSpace, 'delimiter.initialSpace'),
    ...when(quote === "'", 'quote.single'),
    ...when(escape === '\\', 'quote.backslash'),
    ...when(sample.broken > 0, 'quote.newlines', { count: sample.broken }),
    ...unclosed(body, dialect),
    ...when(decimal === ',', 'decimal.comma'),
    ...when(thousands !== '', 'thousands.mark', { mark: thousands }),
  ];
}

/** Quotes that close nothing; where all are such, quotes are no signs in this file, and its rows tell how many. */
function unclosed({ sample }: Body, { quote }: Dialect): readonly Note[] {
  if (sample.strays > 0) {
    return [note('quote.unclosed', { count: sample.strays, line: sample.firstStray })];
  }
  if (quote !== '') return [];
  const at = sample.rows.findIndex((row) => row.some((cell) => cell.startsWith('"')));
  return when(at >= 0, 'quote.unclosed', { count: 1, line: sample.lines[at] ?? 1 });
}

function headerNotes({ dialect, body, columns }: Findings): readonly Note[] {
  const { skip, levels, indexLine, rowNames } = dialect.header;
  const paths = columns.columns.map(({ path }) => path).filter((path) => path.length > 0);
  const empty = paths.filter((path) => path.every((part) => part === '')).length;
  const keys = paths.map((path) => path.join('\n')).filter((key) => key.trim() !== '');
  const repeated = keys.length - new Set(keys).size;
  const index = columns.columns[0]?.name ?? '';
  return [
    ...when(body.sample.comments > 0, 'comment.lines', {
      mark: dialect.comment === '' ? '#' : dialect.comment,
      count: body.sample.comments,
    }),
    ...when(skip > 0 && body.sample.comments === 0, 'header.skipped', { lines: skip }),
    ...when(levels > 1, 'header.levels', { levels }),
    ...when(indexLine, 'header.index', { name: index }),
    ...when(rowNames, 'header.rowNames', { name: index }),
    ...when(levels === 0, 'header.none', { first: 'c0' }),
    ...when(empty > 0, 'names.empty', { count: empty }),
    ...when(repeated > 0, 'names.repeated', { count: repeated }),
  ];
}

const KINDS: readonly (readonly [ColumnKind, NoteCode])[] = [
  ['boolean', 'kind.boolean'],
  ['bigint', 'kind.bigint'],
  ['code', 'kind.code'],
];

function columnNotes({
  columns: { columns, guesses, missing, ambiguous },
}: Findings): readonly Note[] {
  const named = (test: (at: number) => boolean): readonly string[] =>
    columns.flatMap(({ name }, at) => (test(at) ? [name] : []));
  const kinds = KINDS.flatMap(([kind, code]) => {
    const names = named((at) => columns[at]?.kind === kind);
    return when(names.length > 0, code, listed(names));
  });
  const infinite = named((at) => guesses[at]?.infinite === true);
  const marked = named((at) => guesses[at]?.marked === true);
  const lists = named((at) => guesses[at]?.lists === true);
  const words = missing.map((word) => (word.trim() === '' ? '" "' : word));
  const formats = new Set(columns.flatMap(({ format }) => format ?? []));
  const dates = [...formats]
    .filter((format) => !isIso(format))
    .map((format) =>
      note('kind.date', { format, ...listed(named((at) => columns[at]?.format === format)) }),
    );
  return [
    ...when(words.length > 0, 'missing.words', { words: words.slice(0, 8).join(', ') }),
    ...kinds,
    ...dates,
    ...when(ambiguous.length > 0, 'kind.dateAmbiguous', listed(ambiguous)),
    ...when(marked.length > 0, 'decimal.ambiguous', listed(marked)),
    ...when(infinite.length > 0, 'numbers.infinite', listed(infinite)),
    ...when(lists.length > 0, 'kind.list', listed(lists)),
  ];
}

/** A cell of which a screen shows only the beginning, in characters. */
const LONG = 100_000;

function rowNotes({ body }: Findings): readonly Note[] {
  const { rows, lines, width, header, sample } = body;
  if (rows.length === 0) return [note('rows.none')];
  const named = header.levels > 0 ? (sample.rows[body.before - 1]?.length ?? width) : width;
  const full = header.rowNames || header.indexLine ? width : named;
  const short = rows.flatMap((row, at) => (row.length < full ? [lines[at] ?? 0] : []));
  const long = rows.flatMap((row, at) =>
    row.slice(full).some((cell) => cell !== '') ? [lines[at] ?? 0] : [],
  );
  let longest = 0;
  for (const row of rows) for (const cell of row) longest = Math.max(longest, cell.length);
  return [
    ...when(short.length > 0, 'rows.short', { count: short.length, line: short[0] ?? 0 }),
    ...when(long.length > 0, 'rows.long', { count: long.length, line: long[0] ?? 0 }),
    ...when(longest > LONG, 'cells.long', { characters: longest }),
  ];
}
