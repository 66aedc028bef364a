import type { RegularTableElement } from 'regular-table';
import type { CellMetadata } from 'regular-table/dist/esm/types.js';
import type { Spot } from './cursor.js';
import { ACTIVE } from './dress.js';

/** Which cells of a table are on the screen as a whole, and how others are brought there. */
export class Sight {
  readonly #table: RegularTableElement;

  constructor(table: RegularTableElement) {
    this.#table = table;
  }

  /** How many rows and columns are on the screen as a whole. */
  whole(): { readonly rows: number; readonly columns: number } {
    const { right, bottom } = this.#edges();
    const firsts = [...this.#table.querySelectorAll('tbody tr')];
    const cells = [...(firsts[0]?.querySelectorAll('td') ?? [])];
    return {
      rows: firsts.filter((row) => row.getBoundingClientRect().bottom <= bottom).length,
      columns: cells.filter((cell) => cell.getBoundingClientRect().right <= right).length,
    };
  }

  /** The first cell to draw so that more of the one at work is in sight; nothing when all of it is. */
  towards({ x, y }: Spot): Spot | undefined {
    const seen = this.#seen();
    if (seen === undefined) return undefined;
    const { x0, y0 } = seen;
    const row = Math.max(0, y);
    const active = this.#table.querySelector(`#${ACTIVE}`)?.getBoundingClientRect();
    const { right, bottom } = this.#edges();
    const whole = this.whole();
    let next: Spot = { x: x0, y: y0 };
    if (x >= 0 && x < x0) next = { ...next, x };
    if (row < y0) next = { ...next, y: row };
    if (active === undefined) {
      if (x >= x0 + whole.columns) next = { ...next, x: Math.max(0, x - whole.columns + 1) };
      if (row >= y0 + whole.rows) next = { ...next, y: Math.max(0, row - whole.rows + 1) };
    } else {
      if (active.right > right && x > x0) next = { ...next, x: x0 + 1 };
      if (active.bottom > bottom && row > y0) next = { ...next, y: y0 + 1 };
    }
    return next.x === x0 && next.y === y0 ? undefined : next;
  }

  /**
   * Draws from this cell on, of so many rows below so many lines of headings. Rows beyond what a page can be high share
   * its height: the place is a proportion of it.
   */
  async begin({ x, y }: Spot, rows: number, levels: number): Promise<void> {
    const table = this.#table;
    const height = table.querySelector('tbody tr')?.getBoundingClientRect().height ?? 1;
    const beyond = rows + levels - table.clientHeight / height;
    const done = table.scrollToCell(x, 0);
    const share = beyond <= 0 ? 0 : Math.min(1, y / beyond);
    table.scrollTop = Math.ceil(share * (table.scrollHeight - table.clientHeight));
    await done;
  }

  /** Which cells are drawn, the first and the last ones perhaps in part. */
  #seen(): CellMetadata | undefined {
    const [cell] = this.#table.getElementsByTagName('td');
    return cell === undefined ? undefined : this.#table.getMeta(cell);
  }

  #edges(): { readonly right: number; readonly bottom: number } {
    const { left, top } = this.#table.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.#table;
    // A pixel for the rounding of fractions.
    return { right: left + clientWidth + 1, bottom: top + clientHeight + 1 };
  }
}
