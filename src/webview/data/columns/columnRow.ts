import type { Column, ColumnProfile } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import type { Say } from '../../../shared/say.js';
import { button, make } from '../../ui.js';
import { kindWords } from '../kinds.js';
import { formatCount, formatNumber, formatShare } from '../numbers.js';
import { columnDetails } from './details.js';
import { flagsOf } from './flags.js';
import { sparkline } from './sparkline.js';

export interface ColumnRow {
  readonly element: HTMLTableRowElement;
  /** The line below it, empty until it is opened. */
  readonly below: HTMLTableRowElement;
  readonly draw: (profile: ColumnProfile) => void;
}

/** The heads of the cells, in order. */
export const columnHeads = [
  dataWords.headColumn,
  dataWords.distribution,
  dataWords.headMissing,
  dataWords.headDistinct,
  dataWords.headMean,
  dataWords.headSd,
  dataWords.headMin,
  dataWords.headMedian,
  dataWords.headMax,
  dataWords.headFlags,
] as const;

/** One column in a line; its name opens the rest. */
export function columnRow(column: Column, say: Say, goTo: () => void): ColumnRow {
  let profile: ColumnProfile | undefined;
  const toggle = make('button', 'column-name', column.name);
  toggle.type = 'button';
  toggle.setAttribute('aria-expanded', 'false');
  const kind = make('span', 'kind', say(kindWords[column.kind]));
  const name = make('th', '', toggle, kind);
  name.scope = 'row';
  const cells = columnHeads.slice(1).map(() => make('td', '', ''));
  const element = make('tr', 'column', name, ...cells);
  element.dataset['column'] = column.name;
  const place = make('td', '');
  place.colSpan = columnHeads.length;
  const below = make('tr', 'below', place);
  below.hidden = true;
  const drawBelow = (): void => {
    if (below.hidden || profile === undefined) return;
    place.replaceChildren(columnDetails(profile, say), button(say(dataWords.showInTable), goTo));
  };
  toggle.addEventListener('click', () => {
    below.hidden = !below.hidden;
    toggle.setAttribute('aria-expanded', String(!below.hidden));
    drawBelow();
  });
  return {
    element,
    below,
    draw: (next) => {
      profile = next;
      fill(cells, column, next, say);
      drawBelow();
    },
  };
}

function fill(
  cells: readonly HTMLElement[],
  column: Column,
  profile: ColumnProfile,
  say: Say,
): void {
  const { count, missing, distinct, numeric, approximate } = profile;
  const about = approximate ? '≈ ' : '';
  const number = (value: number | undefined): string =>
    value === undefined ? '' : formatNumber(value);
  const contents: readonly (string | Node)[] = [
    sparkline(profile),
    missing === 0 ? '0' : formatShare(missing / count),
    about + formatCount(distinct),
    number(numeric?.mean),
    number(numeric?.sd),
    number(numeric?.min),
    numeric === undefined ? '' : about + formatNumber(numeric.q50),
    number(numeric?.max),
    flagsOf(column, profile, say).join(' · '),
  ];
  contents.forEach((content, index) => {
    cells[index]?.replaceChildren(content);
  });
}
