import type { ColumnKind } from '../engine/table/column.js';
import type { Note } from '../engine/table/note.js';
import { kindWords } from './findingWords.js';
import { sayFirst, type Say } from './say.js';
import { noteWords } from './tableWords.js';

/** What was inferred while a table was read, as a sentence. */
export function describeNote({ code, args }: Note, say: Say): string {
  const words = Object.entries(args).map(([name, value]): readonly [string, string] =>
    name.endsWith('kind') && isKind(value) ? [name, say(kindWords[value])] : [name, `${value}`],
  );
  return sayFirst(say, noteWords[code], Object.fromEntries(words));
}

function isKind(value: string | number): value is ColumnKind {
  return Object.hasOwn(kindWords, value);
}
