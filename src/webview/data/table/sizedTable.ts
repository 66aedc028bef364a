import { RegularTableElement } from 'regular-table';
import type { CellMetadata } from 'regular-table/dist/esm/types.js';
import { make } from '../../ui.js';
import type { ColumnTexts } from './columnTexts.js';

/**
 * A table that knows how wide its columns are before they are scrolled into sight. Else it measures each one where it
 * first comes: the page is laid out several times within a frame, and the scroll bar moves under the hand. A column
 * still grows when something longer is drawn in it.
 */
export class SizedTable extends RegularTableElement {
  readonly #pushed = new WeakMap<HTMLElement, string>();

  override connectedCallback(): void {
    const first = !this._initialized;
    super.connectedCallback();
    if (!first) return;
    const push = (): void => {
      this.#push();
    };
    this.addStyleListener(push);
    // A move within the first column draws nothing: it is told by the table's style alone.
    new MutationObserver(push).observe(this.table_model.table, { attributeFilter: ['style'] });
  }

  /** Holds in its place what stays at the left, and in sight the name of a group that is partly scrolled out. */
  #push(): void {
    const { table } = this.table_model;
    const offset = table.style.getPropertyValue('--regular-table--clip-x');
    for (const cell of table.querySelectorAll('th')) {
      const corner = cell.classList.contains('rt-group-corner');
      this.#move(cell, corner || cell.closest('tbody') !== null ? offset : '');
      const before = cell.previousElementSibling?.classList.contains('rt-group-corner') === true;
      const name = cell.querySelector('span');
      if (name !== null) this.#move(name, !corner && before && cell.colSpan > 1 ? offset : '');
    }
  }

  #move(element: HTMLElement, wanted: string): void {
    if ((this.#pushed.get(element) ?? '') === wanted) return;
    this.#pushed.set(element, wanted);
    element.style.translate = wanted;
  }

  /** Of all columns, those that stay at the left first; false where the table is not to be seen, and nothing was done. */
  measure(columns: readonly ColumnTexts[]): boolean {
    const headings = columns.map(({ heading }) => make('th', '', heading));
    const cells = columns.map(({ cell }) => make('td', '', cell));
    const head = make('thead', '', make('tr', 'rt-autosize', ...headings));
    const ruler = make('table', 'ruler', head, make('tbody', '', make('tr', '', ...cells)));
    this.append(ruler);
    const seen = ruler.offsetWidth > 0;
    if (seen) this.table_model.autosize_cells(headings.map(measuredAs));
    ruler.remove();
    return seen;
  }
}

customElements.define('sized-table', SizedTable);

/** For its width only the number of a cell's column counts. */
function measuredAs(
  heading: HTMLTableCellElement,
  size_key: number,
): [HTMLTableCellElement, CellMetadata] {
  const nothing = { value: '', virtual_x: size_key, x: size_key, x0: 0, y0: 0, y1: 0, x1: 0 };
  const none = { column_header: [], row_header: [], column_header_y: 0 };
  return [heading, { type: 'column_header', size_key, ...nothing, ...none }];
}
