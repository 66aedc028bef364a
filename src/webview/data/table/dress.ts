import type { CellMetadata } from 'regular-table/dist/esm/types.js';
import type { RegularTableElement } from 'regular-table';
import type { Column, ColumnKind } from '../../../shared/dataProtocol.js';
import type { Spot } from './cursor.js';
import type { CellUser, GridWords, Sort } from './grid.js';
import type { GridSource } from './source.js';

export interface Dress {
  readonly source: GridSource;
  readonly words: GridWords;
  readonly levels: number;
  readonly selection: {
    readonly x0: number;
    readonly x1: number;
    readonly y0: number;
    readonly y1: number;
  };
  readonly focus: Spot;
  readonly sort: Sort;
}

/** The id of the cell at work; only one grid is in the document at a time. */
export const ACTIVE = 'active-cell';

const NUMERIC: ReadonlySet<ColumnKind> = new Set(['integer', 'bigint', 'real']);

/**
 * Gives the cells that were just drawn their looks and what screen readers need. Cells are used again
 * for other places, so everything is set on every one. Returns the active cell when it is on the screen.
 */
export function dressGrid(grid: RegularTableElement, dress: Dress): CellUser | undefined {
  const { source, words, levels } = dress;
  grid.setAttribute('role', 'grid');
  grid.setAttribute('aria-label', words.label);
  grid.setAttribute('aria-rowcount', String(source.rows + levels));
  grid.setAttribute('aria-colcount', String(source.columns.length + sideColumns(source)));
  grid.setAttribute('aria-multiselectable', 'true');
  grid.removeAttribute('aria-activedescendant');
  grid.querySelector('table')?.setAttribute('role', 'presentation');
  for (const group of grid.querySelectorAll('thead, tbody')) group.setAttribute('role', 'rowgroup');
  for (const row of grid.querySelectorAll('tr')) row.setAttribute('role', 'row');
  hideStale(grid);
  let active: CellUser | undefined;
  for (const cell of grid.querySelectorAll<HTMLElement>('td, th')) {
    const meta = grid.getMeta(cell);
    if (meta === undefined) continue;
    const user = meta.type === 'body' ? dressCell(cell, meta, dress) : undefined;
    if (meta.type === 'row_header') dressRowHeading(cell, meta, dress);
    else if (meta.type !== 'body') dressHeading(cell, meta, dress);
    const focused =
      cell.parentElement?.classList.contains('stale') !== true && isFocus(meta, dress);
    cell.classList.toggle('focus', focused);
    cell.id = focused ? ACTIVE : '';
    if (!focused) cell.removeAttribute('id');
    else grid.setAttribute('aria-activedescendant', ACTIVE);
    if (focused && user !== undefined) active = user;
  }
  return active;
}

/** Below the last row the grid may keep one that it no longer draws. */
function hideStale(grid: RegularTableElement): void {
  const rows = [...grid.querySelectorAll('tbody tr')];
  const placeOf = (row: Element): number | undefined => {
    const cell = row.querySelector<HTMLElement>('td');
    const meta = cell === null ? undefined : grid.getMeta(cell);
    return meta?.type === 'body' ? meta.y : undefined;
  };
  const [first] = rows;
  const start = first === undefined ? undefined : placeOf(first);
  rows.forEach((row, index) => {
    row.classList.toggle('stale', start !== undefined && placeOf(row) !== start + index);
  });
}

function isFocus(meta: CellMetadata, { focus, levels }: Dress): boolean {
  if (meta.type === 'body') return meta.x === focus.x && meta.y === focus.y;
  if (meta.type === 'row_header') {
    return meta.row_header_x === 1 && focus.x < 0 && meta.y === focus.y;
  }
  if (focus.y >= 0 || meta.column_header_y !== levels - 1) return false;
  if (meta.type === 'corner') return meta.row_header_x === 1 && focus.x < 0;
  return meta.x === focus.x;
}

function dressCell(
  cell: HTMLElement,
  meta: Extract<CellMetadata, { type: 'body' }>,
  { source, words, selection, levels }: Dress,
): CellUser | undefined {
  const user = meta.user as CellUser | undefined;
  const column = source.columns[meta.x];
  const { x0, x1, y0, y1 } = selection;
  const chosen = x0 <= meta.x && meta.x < x1 && y0 <= meta.y && meta.y < y1;
  cell.setAttribute('role', 'gridcell');
  cell.setAttribute('aria-colindex', String(meta.x + 1 + sideColumns(source)));
  cell.setAttribute('aria-selected', String(chosen));
  cell.parentElement?.setAttribute('aria-rowindex', String(meta.y + 1 + levels));
  cell.classList.toggle('number', column !== undefined && NUMERIC.has(column.kind));
  cell.classList.toggle('chosen', chosen);
  mark(cell, user === undefined ? '' : absence(user, words));
  return user;
}

/** What stands in for a cell with nothing to see: a missing one, and a text of no letters. */
function absence({ cell }: CellUser, words: GridWords): string {
  if (cell === null) return words.missing;
  return cell === '' ? words.emptyText : '';
}

/** Shown by the style sheet: it is no text of the data and must not be taken for one. */
function mark(cell: HTMLElement, text: string): void {
  if (text === '') {
    delete cell.dataset['absent'];
    cell.removeAttribute('aria-label');
  } else {
    cell.dataset['absent'] = text;
    cell.setAttribute('aria-label', text);
  }
}

function dressRowHeading(
  cell: HTMLElement,
  { row_header_x: side, y }: Extract<CellMetadata, { type: 'row_header' }>,
  { selection: { x0, y0, y1 } }: Dress,
): void {
  cell.setAttribute('role', 'rowheader');
  cell.setAttribute('aria-colindex', String(side + 1));
  cell.classList.toggle('chosen', side === 1 && x0 < 0 && y0 <= y && y < y1);
}

function dressHeading(
  cell: HTMLElement,
  meta: Extract<CellMetadata, { type: 'column_header' | 'corner' }>,
  dress: Dress,
): void {
  const { source, sort, levels } = dress;
  cell.classList.remove('sorted-up', 'sorted-down');
  cell.removeAttribute('aria-sort');
  cell.setAttribute('role', 'columnheader');
  if (meta.type === 'corner') {
    nameCorner(cell, meta, dress);
    return;
  }
  cell.setAttribute('aria-colindex', String(meta.x + 1 + sideColumns(source)));
  cell.parentElement?.setAttribute('aria-rowindex', String(meta.column_header_y + 1));
  const column = source.columns[meta.x];
  if (meta.column_header_y !== levels - 1 || column === undefined) {
    cell.title = '';
    return;
  }
  cell.classList.toggle('number', NUMERIC.has(column.kind));
  cell.title = column.name;
  showSort(cell, column, sort);
}

function showSort(cell: HTMLElement, column: Column, sort: Sort): void {
  const key = sort.find((each) => each.column === column.name);
  if (key === undefined) return;
  cell.classList.add(key.descending ? 'sorted-down' : 'sorted-up');
  // Of several keys only the first is told: that is how the attribute is defined.
  if (sort[0] === key) cell.setAttribute('aria-sort', key.descending ? 'descending' : 'ascending');
}

function nameCorner(
  cell: HTMLElement,
  meta: Extract<CellMetadata, { type: 'corner' }>,
  { source, words, levels, sort }: Dress,
): void {
  const names = [words.row, source.frozen?.name ?? ''];
  const name = names[meta.row_header_x] ?? '';
  cell.setAttribute('aria-label', name === '' ? words.row : name);
  cell.setAttribute('aria-colindex', String(meta.row_header_x + 1));
  if (meta.column_header_y !== levels - 1) {
    delete cell.dataset['corner'];
    return;
  }
  cell.dataset['corner'] = name;
  if (source.frozen !== undefined && meta.row_header_x === 1) showSort(cell, source.frozen, sort);
}

/** The columns that stay at the left: the row's number and, where there is one, its name. */
function sideColumns({ frozen }: GridSource): number {
  return frozen === undefined ? 1 : 2;
}
