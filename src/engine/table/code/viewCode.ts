import type { Column } from '../column.js';
import { readNumber } from '../number.js';
import { pyCall, pyList, pyString, type Python } from './python.js';
import type { CodeCondition, Screen } from './screen.js';
import { cellsOf, snippet, type Desk, type Snippet } from './snippet.js';

/** The rows that a filter leaves, in the order of a sort, as `view`. */
export function viewCode(
  screen: Extract<Screen, { kind: 'view' }>,
  desk: Desk,
): readonly Snippet[] {
  const { filter, sort, rows } = screen;
  const parts: Snippet[] = [];
  let from = desk.frame;
  if (rows !== undefined) {
    parts.push(snippet(desk, 'rows', [`view = ${from}.iloc[${pyList(rows.map(String))}]`]));
    from = 'view';
  }
  if (filter.length > 0) {
    const within = { ...desk, frame: from };
    const tests = filter.map((condition) => `(${conditionCode(condition, within)})`).join(' & ');
    parts.push(snippet(desk, 'filter', [`view = ${from}[${tests}]`]));
    from = 'view';
  }
  if (sort.length > 0) {
    const by = pyList(sort.map(({ column }) => pyString(column)));
    const up = pyList(sort.map(({ descending }) => (descending ? 'False' : 'True')));
    const call = pyCall(`${from}.sort_values`, [by, `ascending=${up}`, "kind='stable'"]);
    parts.push(snippet(desk, 'sort', [`view = ${call}`]));
  }
  return parts;
}

const OPERATORS = { eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;

function conditionCode({ column: name, test, value }: CodeCondition, desk: Desk): Python {
  const column = desk.columns.find((one) => one.name === name);
  const cells = cellsOf(desk, name);
  if (test === 'missing') return `${cells}.isna()`;
  if (test === 'present') return `${cells}.notna()`;
  if (test === 'contains') {
    const text = isText(column) ? cells : `${cells}.astype('string')`;
    return `${text}.str.contains(${pyString(value)}, case=False, regex=False, na=False)`;
  }
  // pandas holds long ids as text; only as numbers have they an order.
  const ordered = column?.kind === 'bigint' && test !== 'eq' && test !== 'ne';
  const left = ordered ? `${cells}.astype(float)` : cells;
  return `${left} ${OPERATORS[test]} ${valueCode(value.trim(), column, ordered)}`;
}

function isText(column: Column | undefined): boolean {
  return column?.kind === 'text' || column?.kind === 'code' || column?.kind === 'bigint';
}

/** What was typed, as a value of the column's kind; as text where it is none. */
function valueCode(value: string, column: Column | undefined, ordered: boolean): Python {
  if (column === undefined) return pyString(value);
  switch (column.kind) {
    case 'integer':
    case 'real':
      return numberCode(value);
    case 'bigint':
      return ordered ? numberCode(value) : pyString(value);
    case 'boolean': {
      const no = ['false', '0', 'no', ...(column.truth?.no ?? [])];
      return no.some((word) => word.toLowerCase() === value.toLowerCase()) ? 'False' : 'True';
    }
    case 'date':
    case 'datetime':
      return `pd.Timestamp(${pyString(value)})`;
    case 'code':
    case 'text':
      return pyString(value);
    default:
      return column.kind satisfies never;
  }
}

function numberCode(value: string): Python {
  const text = value.includes('.') ? value : value.replace(',', '.');
  const number = readNumber(text, { decimal: '.', thousands: '' });
  if (number === undefined) return pyString(value);
  return number.infinite === false ? number.text : `float('${number.text}')`;
}
