import { dataWords } from '../../../shared/dataWords.js';
import type { Say } from '../../../shared/say.js';
import { make } from '../../ui.js';

/**
 * The correlations of some columns as a table whose cells are tinted: the numbers are there for those
 * who do not see the tints. `r` is row by row.
 */
export function correlationPart(
  columns: readonly string[],
  r: Float32Array,
  say: Say,
): HTMLElement {
  const table = make('table', 'heat');
  const heads = columns.map((name, index) => {
    const head = make('th', '', String(index + 1));
    head.scope = 'col';
    head.setAttribute('aria-label', name);
    return head;
  });
  table.append(make('thead', '', make('tr', '', make('td', ''), ...heads)));
  const lines = columns.map((name, row) => {
    const head = make('th', '', `${row + 1} ${name}`);
    head.scope = 'row';
    const cells = columns.map((other, column) =>
      heatCell(r[row * columns.length + column] ?? NaN, `${name} × ${other}`),
    );
    return make('tr', '', head, ...cells);
  });
  table.append(make('tbody', '', ...lines));
  table.setAttribute('aria-label', say(dataWords.correlations));
  return make(
    'section',
    'correlations',
    make('h2', '', say(dataWords.correlations)),
    make('p', 'note', say(dataWords.correlationsNote)),
    make('div', 'heat-place', table),
  );
}

/** Blue for what grows together, orange for what goes apart: two hues that nearly everyone tells apart. */
function heatCell(r: number, pair: string): HTMLElement {
  const cell = make('td', r < 0 ? 'apart' : 'together', Number.isNaN(r) ? '–' : written(r));
  cell.title = `${pair}: ${Number.isNaN(r) ? '–' : r.toFixed(3)}`;
  cell.style.setProperty('--tint', `${Math.round(Math.abs(Number.isNaN(r) ? 0 : r) * MOST)}%`);
  return cell;
}

/** `.93`: a digit before the point would say nothing. */
function written(r: number): string {
  return r.toFixed(2).replace(/^(-?)0/, '$1');
}

/** Per cent of colour: numbers stay readable on it in every theme. */
const MOST = 40;
