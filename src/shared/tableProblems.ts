import type { TableProblemCode } from './tableProtocol.js';
import type { Wordings } from './words.js';

/** Why there is no table, or no answer about it: sentences for each code, the fullest first. */
export const tableProblems: Readonly<Record<TableProblemCode, Wordings>> = {
  'file.missing': [
    '{name} is not there any more, or not on this machine.',
    'The file is not there any more, or not on this machine.',
  ],
  'file.changed': [
    '{name} has changed since it was opened. Read it again.',
    'The file has changed since it was opened. Read it again.',
  ],
  'file.denied': [
    'You may not read {name}: its permissions do not allow it.',
    'You may not read this file: its permissions do not allow it.',
  ],
  'file.empty': ['{name} is empty.', 'The file is empty.'],
  'file.binary': [
    '{name} is no table of text: it holds bytes that no text has.',
    'This is no table of text: it holds bytes that no text has.',
  ],
  'file.tooWide': [
    'The file has {columns} columns, more than can be shown.',
    'The file has more columns than can be shown.',
  ],
  'file.damaged': [
    'The file is not what its name says: {detail}',
    'The file is not what its name says.',
  ],
  'table.closed': ['This table is not open any more. Read it again.'],
  'column.unknown': ['There is no column called {column}.', 'There is no such column.'],
  'column.notNumeric': ['{column} holds no numbers.', 'This column holds no numbers.'],
  'filter.value': [
    '{value} cannot be compared with the values of {column}.',
    'This value cannot be compared with those of the column.',
  ],
  'query.syntax': ['The question could not be read: {detail}', 'The question could not be read.'],
  'query.refused': [
    '{name} cannot be used here: only questions about the tables that are open are answered.',
    'Only questions about the tables that are open are answered: they begin with SELECT.',
  ],
  'query.slow': ['The answer took too long and was given up.'],
  'request.cancelled': ['This was stopped.'],
  'memory.full': ['There is not enough memory for this.'],
  'disk.full': ['There is not enough room on the disk for this.'],
  'process.gone': [
    'The table process ended while it was at work. It starts again when you read the file again.',
  ],
  'process.bug': [
    'This failed because of an error in Tarea itself: {detail}',
    'This failed because of an error in Tarea itself.',
  ],
  'split.shares': ['The shares of the parts must be positive and add up to 100 %.'],
  'split.few': ['There are fewer rows, or groups, than parts.'],
  'split.unreadable': ['The file is no split, or it was damaged.'],
  'split.version': ['The split was kept by a later version of Tarea.'],
  'split.rows': ['The split has rows twice, or leaves some out.'],
  'split.source': ['The split is of other data: the file has changed since. Make a new one.'],
};
