import type { Column } from '../column.js';
import type { Dialect } from '../dialect.js';
import { pyString, pyTuple, type Python } from './python.js';

/** Where pandas puts the columns of a table: by name, by the levels of their names, or as the index. */
export interface Frame {
  readonly dialect: Dialect;
  readonly columns: readonly Column[];
  /** The name of the variable. */
  readonly name: string;
}

/** Whether pandas names the columns by tuples. */
export function isLayered({ dialect }: Frame): boolean {
  return dialect.header.levels > 1;
}

/** Whether the column is the index of the frame. */
export function isIndex({ dialect, columns }: Frame, column: Column): boolean {
  return (dialect.header.indexLine || dialect.header.rowNames) && columns[0]?.name === column.name;
}

/** What pandas knows the column by: `'x'` or `('a', 'b')`. */
export function keyOf(frame: Frame, column: Column): Python {
  return isLayered(frame) ? pyTuple(column.path.map(pyString)) : pyString(column.name);
}

/** The column itself: `df['x']`, or `df.index`. */
export function columnRef(frame: Frame, column: Column): Python {
  return isIndex(frame, column) ? `${frame.name}.index` : `${frame.name}[${keyOf(frame, column)}]`;
}
