import type { NoteCode } from '../engine/table/note.js';
import type { Wordings } from './words.js';

/** What was inferred while a table was read, one line each, the fullest wording first. */
export const noteWords: Readonly<Record<NoteCode, Wordings>> = {
  'encoding.bom': ['Written in UTF-8, with a mark at the beginning that belongs to no name.'],
  'encoding.utf16': ['Written in UTF-16, as Excel does, and not in UTF-8.'],
  'encoding.windows1252': ['Written in windows-1252 (Latin-1), and not in UTF-8.'],
  'encoding.mixed': [
    'Written in UTF-8 but for {count} bytes, which were read as windows-1252.',
    'Written in UTF-8 but for some bytes, which were read as windows-1252.',
  ],
  'bytes.nul': [
    '{count} zero bytes that stand among the characters were left out.',
    'Zero bytes that stand among the characters were left out.',
  ],
  'newline.mixed': ['Its lines end in different ways (Windows, Unix): all were taken for ends.'],
  'comment.lines': [
    '{count} lines that begin with {mark} are comments and were left out.',
    'Lines of comment were left out.',
  ],
  'delimiter.comma': ['Commas stand between the cells.'],
  'delimiter.semicolon': ['Semicolons stand between the cells.'],
  'delimiter.tab': ['Tabs stand between the cells.'],
  'delimiter.pipe': ['Vertical bars stand between the cells.'],
  'delimiter.space': ['Runs of spaces stand between the cells.'],
  'delimiter.other': ['{mark} stands between the cells.', 'A sign of its own parts the cells.'],
  'delimiter.none': ['It has a single column.'],
  'delimiter.initialSpace': ['The spaces at the beginning of cells were left out.'],
  'quote.single': ['Single quotes hold the text of cells.'],
  'quote.backslash': ['A backslash makes a quote within a cell a character.'],
  'quote.unclosed': [
    'A quote on line {line} is never closed: it was read as a character, so that it takes no rows with it.',
    'A quote is never closed: it was read as a character, so that it takes no rows with it.',
  ],
  'quote.newlines': [
    '{count} rows have a line break within a cell.',
    'Some rows have a line break within a cell.',
  ],
  'decimal.comma': ['Its decimals come after a comma: 9,5 was read as 9.5.'],
  'thousands.mark': [
    'Its thousands are set apart by “{mark}”, which was left out.',
    'Its thousands are set apart by a mark, which was left out.',
  ],
  'decimal.ambiguous': [
    'Every number has three digits after its mark, which may part thousands or decimals: {columns}',
    'Every number of a column has three digits after its mark, which may part thousands or decimals.',
  ],
  'header.skipped': [
    'The first {lines} lines are no part of the table and were left out.',
    'Some lines before the table were left out.',
  ],
  'header.levels': [
    'Its names are in {levels} lines, one below the other.',
    'Its names are in several lines.',
  ],
  'header.index': [
    'The line below the names calls the first column {name}.',
    'The line below the names calls the first column by its name.',
  ],
  'header.rowNames': ['Each row begins with a name that has no header, as R writes it.'],
  'header.none': [
    'It has no line of names: the columns were called {first} and so on.',
    'It has no line of names.',
  ],
  'names.empty': [
    '{count} columns have no name and got one from their place.',
    'Columns without a name got one from their place.',
  ],
  'names.repeated': [
    '{count} names occur again and got a number.',
    'Names that occur again got a number.',
  ],
  'missing.words': [
    'These words mean “no value” here: {words}',
    'Some words mean “no value” here.',
  ],
  'numbers.infinite': [
    'Infinite numbers, or too large ones, are in: {columns}',
    'Some columns hold infinite numbers.',
  ],
  'kind.boolean': ['Read as yes or no: {columns}', 'Some columns were read as yes or no.'],
  'kind.bigint': [
    'Whole numbers beyond 2^53, kept exact: {columns}',
    'Whole numbers beyond 2^53 were kept exact.',
  ],
  'kind.code': [
    'Codes that keep their leading zeros: {columns}',
    'Codes keep their leading zeros.',
  ],
  'kind.date': ['Dates written as {format}: {columns}', 'Dates of a form of their own.'],
  'kind.dateAmbiguous': [
    'Nothing tells whether the day or the month is first; the day was taken: {columns}',
    'Nothing tells whether the day or the month is first; the day was taken.',
  ],
  'kind.list': [
    'Lists, read as text: {columns}',
    'Some columns hold lists, which were read as text.',
  ],
  'rows.none': ['It has names and no rows.'],
  'rows.short': [
    '{count} rows are too short, the first on line {line}: what they lack has no value.',
    'Some rows are too short: what they lack has no value.',
  ],
  'rows.long': [
    '{count} rows are longer than the names, the first on line {line}: they got columns of their own.',
    'Some rows are longer than the names: they got columns of their own.',
  ],
  'rows.cut': [
    '{count} rows have more cells than there are columns, the first on line {line}: the rest was left out.',
    'Some rows have more cells than there are columns: the rest was left out.',
  ],
  'cells.long': ['Its longest cell has {characters} characters.', 'Some cells are very long.'],
  'column.widened': [
    '{column} is read as {tokind} and not as {fromkind}: row {row} holds {value}.',
    'A column is not what its first rows said, and was read as something wider.',
  ],
  'column.emptied': [
    'In {column}, from row {row} on, these words mean “no value”: {words}',
    'A column has words that mean “no value”.',
  ],
};
