import { dataWords } from '../../../shared/dataWords.js';
import type { Say } from '../../../shared/say.js';
import { make } from '../../ui.js';
import { kindWords } from '../kinds.js';
import { formatCount } from '../numbers.js';
import type { ChosenCell } from './grid.js';

export interface CellBar {
  readonly element: HTMLElement;
  readonly show: (chosen: ChosenCell | undefined) => void;
}

/** The whole of the cell at work: in the grid long ones are cut and line ends are signs. */
export function createCellBar(say: Say): CellBar {
  const where = make('span', 'where');
  const value = make('span', 'value');
  // A long cell is scrolled, by keys too.
  value.tabIndex = 0;
  value.setAttribute('role', 'textbox');
  value.setAttribute('aria-readonly', 'true');
  value.setAttribute('aria-multiline', 'true');
  value.setAttribute('aria-label', say(dataWords.cellWhole));
  const element = make('div', 'cell-bar', where, value);
  element.hidden = true;
  return {
    element,
    show: (chosen) => {
      element.hidden = chosen === undefined;
      if (chosen === undefined) return;
      const { column, row, cell } = chosen;
      const kind = say(kindWords[column.kind]);
      where.textContent = say(dataWords.cellWhere, {
        column: column.name,
        kind,
        row: formatCount(row + 1),
      });
      value.classList.toggle('absent', cell === null || cell === '');
      value.textContent =
        cell === null ? say(dataWords.cellMissing) : cell === '' ? say(dataWords.cellEmpty) : cell;
    },
  };
}
