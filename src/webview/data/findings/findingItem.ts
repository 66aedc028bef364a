import type { Finding, Severity } from '../../../shared/dataProtocol.js';
import { describeFinding, describeRemedy } from '../../../shared/describeFinding.js';
import { findingLabels } from '../../../shared/findingWords.js';
import type { Say } from '../../../shared/say.js';
import { make } from '../../ui.js';
import { formatCount } from '../numbers.js';

/** Where a finding leads. */
export interface FindingActions {
  readonly goToColumn: (column: string) => void;
  readonly showRows: (rows: readonly number[]) => void;
  readonly showOtherRows: (rows: readonly number[]) => void;
  /** The columns that the table itself has: one that is only in the other file leads nowhere. */
  readonly has: (column: string) => boolean;
  /** The name of the file that it was compared with. */
  readonly partner: string;
}

/** Shapes as well as colours tell the severities apart. */
const MARKS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: 'i' };

/** Columns that are named one by one. */
const NAMED = 12;

/** One finding: what it is, what to do, and where to look. */
export function findingItem(finding: Finding, say: Say, actions: FindingActions): HTMLElement {
  const { code, severity, columns, rows = [], otherRows = [] } = finding;
  const mark = make('span', 'mark', MARKS[severity]);
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', say(findingLabels[severity]));
  const text = make(
    'div',
    'text',
    make('p', 'what', describeFinding(finding, say)),
    make('p', 'remedy', describeRemedy(finding, say)),
  );
  const places = columns
    .filter(actions.has)
    .slice(0, NAMED)
    .map((name) => link(name, 'column', () => actions.goToColumn(name)));
  if (columns.length > NAMED) {
    const count = formatCount(columns.length - NAMED);
    places.push(make('span', '', say(findingLabels.moreColumns, { count })));
  }
  if (rows.length > 0) {
    places.push(link(say(findingLabels.showRows), 'rows', () => actions.showRows(rows)));
  }
  if (otherRows.length > 0) {
    const label = say(findingLabels.showOtherRows, { name: actions.partner });
    places.push(link(label, 'rows', () => actions.showOtherRows(otherRows)));
  }
  if (places.length > 0) text.append(make('p', 'places', ...places));
  const item = make('li', severity, mark, text);
  item.dataset['code'] = code;
  return item;
}

function link(label: string, kind: string, onClick: () => void): HTMLElement {
  const element = make('button', `link ${kind}`, label);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}
