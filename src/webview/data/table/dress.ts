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
  put(grid, 'role', 'grid');
  put(grid, 'aria-label', words.label);
  put(grid, 'aria-rowcount', String(source.rows + levels));
  put(grid, 'aria-colcount', String(source.columns.length + sideColumns(source)));
  put(grid, 'aria-multiselectable', 'true');
  put(grid.querySelector('table'), 'role', 'presentation');
  for (const group of grid.querySelectorAll('thead, tbody')) put(group, 'role', 'rowgroup');
  for (const row of grid.querySelectorAll('tr')) put(row, 'role', 'row');
  hideStale(grid);
  let active: CellUser | undefined;
  let seen = false;
  for (const cell of grid.querySelectorAll<HTMLElement>('td, th')) {
    const meta = grid.getMeta(cell);
    if (meta === undefined) continue;
    const user = meta.type === 'body' ? dressCell(cell, meta, dress) : undefined;
    if (meta.type === 'row_header') dressRowHeading(cell, meta, dress);
    else if (meta.type !== 'body') dressHeading(cell, meta, dress);
    const focused =
      cell.parentElement?.classList.contains('stale') !== true && isFocus(meta, dress);
    cell.classList.toggle('focus', focused);
    put(cell, 'id', focused ? ACTIVE : '');
    seen ||= focused;
    if (focused && user !== undefined) active = user;
  }
  put(grid, 'aria-activedescendant', seen ? ACTIVE : '');
  return active;
}

/**
 * An empty value takes the attribute away. What stays the same is not set again: that would cost as much as a change,
 * for hundreds of cells between two frames.
 */
function put(element: Element | null, name: string, value: string): void {
  if (element === null || (element.getAttribute(name) ?? '') === value) return;
  if (value === '') element.removeAttribute(name);
  else element.setAttribute(name, value);
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
  put(cell, 'role', 'gridcell');
  put(cell, 'aria-colindex', String(meta.x + 1 + sideColumns(source)));
  put(cell, 'aria-selected', String(chosen));
  put(cell.parentElement, 'aria-rowindex', String(meta.y + 1 + levels));
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
  put(cell, 'data-absent', text);
  put(cell, 'aria-label', text);
}

function dressRowHeading(
  cell: HTMLElement,
  { row_header_x: side, y }: Extract<CellMetadata, { type: 'row_header' }>,
  { selection: { x0, y0, y1 } }: Dress,
): void {
  put(cell, 'role', 'rowheader');
  put(cell, 'aria-colindex', String(side + 1));
  cell.classList.toggle('chosen', side === 1 && x0 < 0 && y0 <= y && y < y1);
}

function dressHeading(
  cell: HTMLElement,
  meta: Extract<CellMetadata, { type: 'column_header' | 'corner' }>,
  dress: Dress,
): void {
  const { source, levels } = dress;
  const leaf = meta.column_header_y === levels - 1;
  put(cell, 'role', 'columnheader');
  if (meta.type === 'corner') {
    nameCorner(cell, meta.row_header_x, leaf, dress);
    return;
  }
  const column = leaf ? source.columns[meta.x] : undefined;
  put(cell, 'aria-colindex', String(meta.x + 1 + sideColumns(source)));
  put(cell.parentElement, 'aria-rowindex', String(meta.column_header_y + 1));
  put(cell, 'aria-label', '');
  put(cell, 'data-corner', '');
  put(cell, 'title', column?.name ?? '');
  cell.classList.toggle('number', column !== undefined && NUMERIC.has(column.kind));
  showSort(cell, column, dress.sort);
}

function showSort(cell: HTMLElement, column: Column | undefined, sort: Sort): void {
  const key = sort.find((each) => each.column === column?.name);
  cell.classList.toggle('sorted-up', key?.descending === false);
  cell.classList.toggle('sorted-down', key?.descending === true);
  // Of several keys only the first is told: that is how the attribute is defined.
  const first = key !== undefined && sort[0] === key;
  put(cell, 'aria-sort', first ? (key.descending ? 'descending' : 'ascending') : '');
}

function nameCorner(
  cell: HTMLElement,
  side: number,
  leaf: boolean,
  { source: { frozen }, words, sort }: Dress,
): void {
  const name = side === 1 && frozen !== undefined ? frozen.name : words.row;
  put(cell, 'aria-label', name);
  put(cell, 'aria-colindex', String(side + 1));
  put(cell, 'data-corner', leaf ? name : '');
  put(cell, 'title', '');
  cell.classList.remove('number');
  showSort(cell, leaf && side === 1 ? frozen : undefined, sort);
}

/** The columns that stay at the left: the row's number and, where there is one, its name. */
function sideColumns({ frozen }: GridSource): number {
  return frozen === undefined ? 1 : 2;
}
