import type { Cell } from '../../../shared/tableProtocol.js';

/** Characters of a cell within the grid; the whole of it is shown below when the cell is chosen. */
const MAX_SHOWN = 80;

/** A cell on one line: line ends and tabs as signs, long text cut where an ellipsis says so. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  const head = cell.length > MAX_SHOWN ? `${cell.slice(0, MAX_SHOWN - 1)}…` : cell;
  return head.replace(/\r\n?|\n/g, '↵').replaceAll('\t', '⇥');
}
