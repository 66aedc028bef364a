import type { Column } from '../../../shared/dataProtocol.js';
import type { Cell } from '../../../shared/tableProtocol.js';

/** A rectangle of cells, column by column, and the rows' places in the file, from 0. */
export interface Block {
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: readonly number[];
}

/** What a grid shows. */
export interface GridSource {
  readonly columns: readonly Column[];
  readonly rows: number;
  /** The column that stays at the left, beside the row's number. */
  readonly frozen: Column | undefined;
  /** Some cells of a column that are at hand, by which its width is guessed. */
  readonly sample: (column: Column) => readonly Cell[];
  /** Rows from `from` to before `to`, of the columns asked. */
  readonly read: (from: number, to: number, columns: readonly Column[]) => Promise<Block>;
}

/** Rows that are all here already: the first ones of a file, or an answer. */
export function sourceOfRows(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  shown = columns,
): GridSource {
  const places = new Map(columns.map(({ name }, index) => [name, index]));
  return {
    ...sidesOf(columns, shown),
    rows: rows.length,
    sample: sampleOf(columns, rows),
    read: (from, to, asked) => {
      const part = rows.slice(from, to);
      const cells = asked.map(({ name }) => {
        const at = places.get(name) ?? -1;
        return part.map((row) => row[at] ?? null);
      });
      return Promise.resolve({ cells, rows: part.map((_row, index) => from + index) });
    },
  };
}

/** The cells of each column in rows that are here already. */
export function sampleOf(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): GridSource['sample'] {
  const places = new Map(columns.map(({ name }, index) => [name, index]));
  return ({ name }) => {
    const at = places.get(name);
    return at === undefined ? [] : rows.map((row) => row[at] ?? null);
  };
}

/** Splits what is shown into the column that stays at the left and those that move. */
export function sidesOf(
  all: readonly Column[],
  shown: readonly Column[],
): Pick<GridSource, 'columns' | 'frozen'> {
  const frozen = all.length > 1 ? frozenOf(all) : undefined;
  return { frozen, columns: shown.filter((column) => column !== frozen) };
}

/** The name by which rows are told apart stays in sight: `track_id`, the index of a file. */
function frozenOf([first]: readonly Column[]): Column | undefined {
  if (first === undefined) return undefined;
  const leaf = first.path.at(-1) ?? first.name;
  return /(?:^|[_. -])(?:id|index|filename|file)$/i.test(leaf) ? first : undefined;
}
