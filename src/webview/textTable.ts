import { make } from './ui.js';

/** A small table of text; the first cell of each row names it. */
export function textTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLTableElement {
  const head = make(
    'tr',
    '',
    ...heads.map((title) => {
      const cell = make('th', '', title);
      cell.scope = 'col';
      return cell;
    }),
  );
  const body = rows.map(([name = '', ...cells]) => {
    const title = make('th', '', name);
    title.scope = 'row';
    return make('tr', '', title, ...cells.map((cell) => make('td', '', cell)));
  });
  return make(
    'table',
    'text-table',
    ...(caption === '' ? [] : [make('caption', '', caption)]),
    make('thead', '', head),
    make('tbody', '', ...body),
  );
}

/** Counts by name, each with a bar that is as long as its share of the greatest. */
export function barTable(
  caption: string,
  heads: readonly [string, string, string],
  rows: readonly {
    readonly name: string;
    readonly count: number;
    readonly words: string;
    readonly share: string;
  }[],
): HTMLTableElement {
  const table = textTable(
    caption,
    heads,
    rows.map(({ name, words, share }) => [name, words, share]),
  );
  const most = Math.max(1, ...rows.map(({ count }) => count));
  table.classList.add('bars');
  table.querySelectorAll('tbody tr').forEach((line, at) => {
    // Toolkit and policy allow no style attribute; a meter would read its number out twice.
    const bar = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    bar.setAttribute('viewBox', '0 0 100 10');
    bar.setAttribute('preserveAspectRatio', 'none');
    bar.setAttribute('aria-hidden', 'true');
    const fill = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    fill.setAttribute('height', '10');
    fill.setAttribute('width', String((100 * (rows[at]?.count ?? 0)) / most));
    bar.append(fill);
    const cell = line.lastElementChild;
    cell?.replaceChildren(make('span', '', cell.textContent), bar);
  });
  return table;
}
