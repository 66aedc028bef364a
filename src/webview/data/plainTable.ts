import { make } from '../ui.js';

export interface PlainTable {
  readonly caption: string;
  /** Empty where the columns need no names. */
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly (string | Node)[])[];
}

/** A short table that is all in the document. */
export function plainTable({ caption, head, rows }: PlainTable): HTMLElement {
  const table = make('table', 'plain', make('caption', '', caption));
  if (head.length > 0) table.append(make('thead', '', make('tr', '', ...head.map(columnHead))));
  const lines = rows.map(([name = '', ...cells]) => {
    const first = make('th', '', name);
    first.scope = 'row';
    return make('tr', '', first, ...cells.map((cell) => make('td', '', cell)));
  });
  table.append(make('tbody', '', ...lines));
  return table;
}

function columnHead(name: string): HTMLElement {
  const cell = make('th', '', name);
  cell.scope = 'col';
  return cell;
}

/** A bar as long as a share of 1; what it shows is also said in words beside it. */
export function bar(share: number): HTMLElement {
  const fill = make('span', 'bar-fill');
  fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  const element = make('span', 'bar', fill);
  element.setAttribute('aria-hidden', 'true');
  return element;
}
