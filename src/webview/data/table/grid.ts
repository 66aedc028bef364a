import 'regular-table';
import type { CellMetadata } from 'regular-table/dist/esm/types.js';
import type { RegularTableElement } from 'regular-table';
import type { Column } from '../../../shared/dataProtocol.js';
import type { Cell } from '../../../shared/tableProtocol.js';
import { formatCount } from '../numbers.js';
import { cellText } from './cellText.js';
import { moved, selected, type Cursor, type Extent, type Spot } from './cursor.js';
import { dressGrid } from './dress.js';
import { headingsOf } from './headings.js';
import type { GridSource } from './source.js';

/** By which column the rows are ordered, the first counting most. */
export type Sort = readonly { readonly column: string; readonly descending: boolean }[];

export interface GridWords {
  readonly label: string;
  readonly missing: string;
  readonly emptyText: string;
  readonly row: string;
}

export interface GridOptions {
  readonly words: GridWords;
  /** Absent where the order is what it is. */
  readonly onSort?: (column: Column, add: boolean) => void;
  readonly onCursor?: (cell: ChosenCell | undefined) => void;
  readonly onCopy?: () => void;
}

export interface ChosenCell {
  readonly column: Column;
  /** Place in the file, from 0. */
  readonly row: number;
  readonly cell: Cell;
}

/** What a cell of the grid is made of, beside its text. */
export interface CellUser {
  readonly cell: Cell;
  readonly row: number;
}

/**
 * A table of any size: only what is on the screen is in the document. The keys are those of the ARIA
 * grid pattern; the focus stays on the grid, which names its active cell.
 */
export class Grid {
  readonly element: RegularTableElement;
  readonly #options: GridOptions;
  #source: GridSource | undefined;
  #headings: readonly (readonly string[])[] = [];
  #cursor: Cursor = START;
  #sort: Sort = [];

  constructor(options: GridOptions) {
    this.#options = options;
    this.element = document.createElement('regular-table');
    this.element.classList.add('grid');
    this.element.setDataListener((x0, y0, x1, y1) => this.#read(x0, y0, x1, y1));
    this.element.addStyleListener(() => {
      this.#dress();
    });
    this.#listen();
  }

  get cursor(): Cursor {
    return this.#cursor;
  }

  /** Shows another table, or the same in another order; the cursor stays where that is possible. */
  async show(source: GridSource, sort: Sort = []): Promise<void> {
    this.#source = source;
    this.#sort = sort;
    this.#headings = headingsOf(source.columns);
    this.#cursor = clamp(this.#cursor, this.#extent());
    this.element.resetAutoSize();
    await this.redraw();
  }

  /** Call it when the grid is in the document; it draws nothing before. */
  async redraw(): Promise<void> {
    if (this.element.isConnected && this.#source !== undefined) {
      await this.element.draw({ invalid_viewport: true });
    }
  }

  /** Brings a column into sight, at the row where the cursor is. */
  async reveal(column: string): Promise<void> {
    const x = this.#source?.columns.findIndex(({ name }) => name === column) ?? -1;
    if (x >= 0) await this.#move(at({ x, y: Math.max(0, this.#cursor.focus.y) }));
  }

  async #read(x0: number, y0: number, x1: number, y1: number) {
    const source = this.#source;
    if (source === undefined) return { num_rows: 0, num_columns: 0, data: [] };
    const { rows, columns, frozen } = source;
    const shown = columns.slice(x0, x1);
    const asked = frozen === undefined ? shown : [frozen, ...shown];
    const block = await source.read(y0, Math.min(y1, rows), asked);
    const cells = frozen === undefined ? block.cells : block.cells.slice(1);
    const side = frozen === undefined ? undefined : block.cells[0];
    return {
      num_rows: rows,
      num_columns: columns.length,
      data: cells.map((column) => column.map(cellText)),
      metadata: cells.map((column) =>
        column.map((cell, index): CellUser => ({ cell, row: block.rows[index] ?? -1 })),
      ),
      row_headers: block.rows.map((row, index) => [
        formatCount(row + 1),
        ...(side === undefined ? [] : [cellText(side[index] ?? null)]),
      ]),
      column_headers: this.#headings.slice(x0, x1).map((levels) => [...levels]),
      merge_headers: 'column' as const,
    };
  }

  #dress(): void {
    const source = this.#source;
    if (source === undefined) return;
    const active = dressGrid(this.element, {
      source,
      words: this.#options.words,
      levels: this.#headings[0]?.length ?? 1,
      selection: selected(this.#cursor),
      focus: this.#cursor.focus,
      sort: this.#sort,
    });
    this.#options.onCursor?.(this.#chosen(active));
  }

  #chosen(active: CellUser | undefined): ChosenCell | undefined {
    const column = this.#source?.columns[this.#cursor.focus.x];
    return column === undefined || active === undefined ? undefined : { column, ...active };
  }

  #listen(): void {
    this.element.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    this.element.addEventListener('mousedown', (event) => {
      this.#onMouse(event);
    });
    this.element.addEventListener('mouseover', (event) => {
      const spot = this.#spotOf(event.target);
      if (event.buttons !== 1 || spot === undefined || spot.y < 0) return;
      this.#cursor = { anchor: this.#cursor.anchor, focus: spot };
      this.#dress();
    });
  }

  #onKey(event: KeyboardEvent): void {
    const { key, shiftKey: shift } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const { focus } = this.#cursor;
    if (ctrl && key.toLowerCase() === 'c') {
      this.#options.onCopy?.();
    } else if (ctrl && key.toLowerCase() === 'a') {
      const { columns, rows } = this.#extent();
      this.#cursor = { anchor: { x: 0, y: 0 }, focus: { x: columns - 1, y: rows - 1 } };
      this.#dress();
    } else if ((key === 'Enter' || key === ' ') && focus.y < 0) {
      this.#sortBy(focus.x, shift);
    } else {
      const next = moved(this.#cursor, { key, ctrl, shift }, this.#extent());
      if (next === undefined) return;
      void this.#move(next);
    }
    event.preventDefault();
  }

  #onMouse(event: MouseEvent): void {
    const spot = this.#spotOf(event.target);
    const resizing =
      event.target instanceof Element && event.target.classList.contains('rt-column-resize');
    if (spot === undefined || resizing || event.button !== 0) return;
    this.#cursor = event.shiftKey ? { anchor: this.#cursor.anchor, focus: spot } : at(spot);
    if (spot.y < 0) this.#sortBy(spot.x, event.shiftKey);
    this.#dress();
  }

  #sortBy(x: number, add: boolean): void {
    const column = this.#source?.columns[x];
    if (column !== undefined) this.#options.onSort?.(column, add);
  }

  /** The cell or column heading that an event came from. */
  #spotOf(target: EventTarget | null): Spot | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td, th') : null;
    const meta = cell === null ? undefined : this.element.getMeta(cell);
    if (meta?.type === 'body') return { x: meta.x, y: meta.y };
    const leaf = (this.#headings[0]?.length ?? 1) - 1;
    if (meta?.type !== 'column_header' || meta.column_header_y !== leaf) return undefined;
    return { x: meta.x, y: -1 };
  }

  #extent(): Extent {
    const { columns = [], rows = 0 } = this.#source ?? {};
    const seen = this.#seen();
    return {
      columns: columns.length,
      rows,
      page: Math.max(1, (seen?.y1 ?? 20) - (seen?.y0 ?? 0) - 2),
    };
  }

  /** Which cells are on the screen, the last ones perhaps in part. */
  #seen(): CellMetadata | undefined {
    const [cell] = this.element.getElementsByTagName('td');
    return cell === undefined ? undefined : this.element.getMeta(cell);
  }

  async #move(cursor: Cursor): Promise<void> {
    this.#cursor = cursor;
    const seen = this.#seen();
    const { x, y } = cursor.focus;
    if (seen === undefined) return;
    const left =
      x <= seen.x0 ? x : x >= seen.x1 - 2 ? Math.max(0, seen.x0 + x - seen.x1 + 3) : seen.x0;
    const row = Math.max(0, y);
    const top =
      row <= seen.y0
        ? row
        : row >= seen.y1 - 2
          ? Math.max(0, seen.y0 + row - seen.y1 + 3)
          : seen.y0;
    if (left !== seen.x0 || top !== seen.y0) await this.#scroll(left, top);
    this.#dress();
  }

  /** Rows beyond what a page can be high share its height: the place is a proportion of it. */
  async #scroll(x: number, y: number): Promise<void> {
    const { element } = this;
    const height = this.element.querySelector('tbody tr')?.getBoundingClientRect().height ?? 1;
    const levels = this.#headings[0]?.length ?? 1;
    const rows = (this.#source?.rows ?? 0) + levels - element.clientHeight / height;
    const done = element.scrollToCell(x, 0);
    const share = rows <= 0 ? 0 : Math.min(1, y / rows);
    element.scrollTop = Math.ceil(share * (element.scrollHeight - element.clientHeight));
    await done;
  }
}

const START: Cursor = { anchor: { x: 0, y: 0 }, focus: { x: 0, y: 0 } };

function at(spot: Spot): Cursor {
  return { anchor: spot, focus: spot };
}

function clamp(cursor: Cursor, { columns, rows }: Extent): Cursor {
  const { x, y } = cursor.focus;
  return at({ x: Math.max(0, Math.min(columns - 1, x)), y: Math.min(rows - 1, y) });
}
