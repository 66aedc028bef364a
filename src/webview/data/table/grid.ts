import type { Column } from '../../../shared/dataProtocol.js';
import type { Cell } from '../../../shared/tableProtocol.js';
import { formatCount } from '../numbers.js';
import { cellText } from './cellText.js';
import { columnTexts } from './columnTexts.js';
import { moved, selected, within, type Cursor, type Extent, type Spot } from './cursor.js';
import { dressGrid } from './dress.js';
import { headingsOf } from './headings.js';
import { Sight } from './sight.js';
import { SizedTable } from './sizedTable.js';
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

/** What a cell is of, beside its text. */
export interface CellUser {
  readonly cell: Cell;
  readonly row: number;
}

/**
 * A table of any size: only what is on the screen is in the document. The keys are those of the ARIA
 * grid pattern; the focus stays on the grid, which names its active cell.
 */
export class Grid {
  readonly element = new SizedTable();
  readonly #sight = new Sight(this.element);
  readonly #options: GridOptions;
  #source: GridSource | undefined;
  #headings: readonly (readonly string[])[] = [];
  #cursor: Cursor = START;
  #sort: Sort = [];
  #measured = false;
  #chosen: ChosenCell | undefined;
  /** Whether `onCursor` knows the chosen cell of the table that is shown. */
  #told = false;
  /** Those of the column at the left that are drawn, by their rows in the view. */
  #side: ReadonlyMap<number, CellUser> = new Map();

  constructor(options: GridOptions) {
    this.#options = options;
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

  get source(): GridSource | undefined {
    return this.#source;
  }

  /** The cell at work, as far as it was on the screen. */
  get chosen(): ChosenCell | undefined {
    return this.#chosen;
  }

  /** Shows another table, or the same in another order; the cursor stays where that is possible. */
  async show(source: GridSource, sort: Sort = []): Promise<void> {
    this.#source = source;
    this.#sort = sort;
    this.#headings = headingsOf(source.columns);
    this.#cursor = at(within(this.#cursor.focus, this.#extent()));
    this.element.resetAutoSize();
    this.#measured = false;
    this.#told = false;
    await this.redraw();
  }

  /** Call it when the grid is in the document; it draws nothing before. */
  async redraw(): Promise<void> {
    const { element } = this;
    const source = this.#source;
    if (!element.isConnected || source === undefined) return;
    if (!this.#measured) {
      this.#measured = element.measure(columnTexts(source, this.#headings, this.#options.words));
    }
    await element.draw({ invalid_viewport: true });
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
    this.#side = new Map(
      side?.map((cell, index) => [y0 + index, { cell, row: block.rows[index] ?? -1 }]),
    );
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
    const { x, y } = this.#cursor.focus;
    const column = this.#columnAt(x);
    const user = x < 0 ? this.#side.get(y) : active;
    const chosen = column && user && { column, ...user };
    // Each frame of scrolling comes by here, and mostly the cell is the one that was told already.
    if (this.#told && isSame(chosen, this.#chosen)) return;
    this.#told = true;
    this.#chosen = chosen;
    this.#options.onCursor?.(chosen);
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
      const { first, columns, rows } = this.#extent();
      this.#cursor = { anchor: { x: first, y: 0 }, focus: { x: columns - 1, y: rows - 1 } };
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
    const column = this.#columnAt(x);
    if (column !== undefined) this.#options.onSort?.(column, add);
  }

  /** The cell or column heading that an event came from. */
  #spotOf(target: EventTarget | null): Spot | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td, th') : null;
    const meta = cell === null ? undefined : this.element.getMeta(cell);
    if (meta === undefined) return undefined;
    if (meta.type === 'body') return { x: meta.x, y: meta.y };
    if (meta.type === 'row_header')
      return meta.row_header_x === 1 ? { x: -1, y: meta.y } : undefined;
    const leaf = (this.#headings[0]?.length ?? 1) - 1;
    if (meta.column_header_y !== leaf) return undefined;
    if (meta.type === 'column_header') return { x: meta.x, y: -1 };
    return meta.row_header_x === 1 ? { x: -1, y: -1 } : undefined;
  }

  #columnAt(x: number): Column | undefined {
    return x < 0 ? this.#source?.frozen : this.#source?.columns[x];
  }

  #extent(): Extent {
    const { columns = [], rows = 0, frozen } = this.#source ?? {};
    const page = Math.max(1, this.#sight.whole().rows - 1);
    return { first: frozen === undefined ? 0 : -1, columns: columns.length, rows, page };
  }

  /** Widths are known only once drawn, so a far place takes a few steps to come wholly into sight. */
  async #move(cursor: Cursor): Promise<void> {
    this.#cursor = cursor;
    for (let tries = 0; tries < MAX_STEPS; tries++) {
      this.#dress();
      const next = this.#sight.towards(this.#cursor.focus);
      if (next === undefined) return;
      await this.#sight.begin(next, this.#source?.rows ?? 0, this.#headings[0]?.length ?? 1);
    }
    this.#dress();
  }
}

/** A screen of the narrowest columns is no more than this away from its first guess. */
const MAX_STEPS = 12;

const START: Cursor = { anchor: { x: 0, y: 0 }, focus: { x: 0, y: 0 } };

function isSame(a: ChosenCell | undefined, b: ChosenCell | undefined): boolean {
  return a?.column === b?.column && a?.row === b?.row && a?.cell === b?.cell;
}

function at(spot: Spot): Cursor {
  return { anchor: spot, focus: spot };
}
