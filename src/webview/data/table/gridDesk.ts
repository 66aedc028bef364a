import { dataWords } from '../../../shared/dataWords.js';
import { make } from '../../ui.js';
import type { PageContext } from '../page.js';
import { createCellBar, type CellBar } from './cellBar.js';
import { Grid, type GridOptions } from './grid.js';
import { createCopyTools } from './gridTools.js';

/** A grid with what stands around it. */
export interface GridDesk {
  readonly grid: Grid;
  readonly cellBar: CellBar;
  /** What copies cells. */
  readonly tools: HTMLElement;
  /** The grid, and below it the cell at work. */
  readonly elements: readonly HTMLElement[];
}

/** The cell at work is shown as it is drawn, unless `onCursor` shows another text of it. */
export function createGridDesk(
  { ask, say }: PageContext,
  label: string,
  { onSort, onCursor }: Pick<GridOptions, 'onSort' | 'onCursor'> = {},
): GridDesk {
  const cellBar = createCellBar(say);
  const tools = createCopyTools(
    say,
    () => grid,
    (text) => ask('copy', text),
  );
  const grid = new Grid({
    words: {
      label: say(label),
      missing: say(dataWords.cellMissing),
      emptyText: say(dataWords.cellEmpty),
      row: say(dataWords.row),
    },
    ...(onSort && { onSort }),
    onCursor: onCursor ?? cellBar.show,
    onCopy: tools.copy,
  });
  const place = make('div', 'grid-place', grid.element);
  return { grid, cellBar, tools: tools.element, elements: [place, cellBar.element] };
}
