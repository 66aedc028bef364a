import type { Column } from '../../../shared/dataProtocol.js';
import { formatCount } from '../numbers.js';
import { cellText } from './cellText.js';
import type { GridWords } from './grid.js';
import type { GridSource } from './source.js';

/** What makes a column as wide as it is. */
export interface ColumnTexts {
  readonly heading: string;
  /** The longest of the cells that are at hand. */
  readonly cell: string;
}

/** Of every column of a grid, those that stay at the left first. `headings` has the lines above each that moves. */
export function columnTexts(
  source: GridSource,
  headings: readonly (readonly string[])[],
  words: GridWords,
): readonly ColumnTexts[] {
  const { columns, frozen, rows } = source;
  const longest = (column: Column): string => longestOf(source.sample(column), words);
  return [
    { heading: words.row, cell: formatCount(rows) },
    ...(frozen === undefined ? [] : [{ heading: frozen.name, cell: longest(frozen) }]),
    ...columns.map((column, index) => ({
      heading: headings[index]?.at(-1) ?? '',
      cell: longest(column),
    })),
  ];
}

/** By the count of characters: most fonts for data give all the same room. */
function longestOf(cells: GridSourceCells, words: GridWords): string {
  let longest = '';
  for (const cell of cells) {
    const text = cell === null ? words.missing : cell === '' ? words.emptyText : cellText(cell);
    if (text.length > longest.length) longest = text;
  }
  return longest;
}

type GridSourceCells = ReturnType<GridSource['sample']>;
