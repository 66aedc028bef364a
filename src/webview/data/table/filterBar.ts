import type { Column } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import type { Say } from '../../../shared/say.js';
import type { Condition } from '../../../shared/tableProtocol.js';
import { button, dropdown, make, picker, textField } from '../../ui.js';

export interface FilterBar {
  readonly element: HTMLElement;
  /** Adds a condition for the person to complete. */
  readonly add: (columns: readonly Column[], condition: Condition) => void;
  readonly clear: () => void;
}

type Test = Condition['test'];

const TESTS: readonly (readonly [Test, string])[] = [
  ['eq', dataWords.testEq],
  ['ne', dataWords.testNe],
  ['lt', dataWords.testLt],
  ['le', dataWords.testLe],
  ['gt', dataWords.testGt],
  ['ge', dataWords.testGe],
  ['contains', dataWords.testContains],
  ['missing', dataWords.testMissing],
  ['present', dataWords.testPresent],
];

interface Row {
  readonly element: HTMLElement;
  readonly read: () => Condition;
}

/** The conditions under which a row is shown; all of them hold together. `onEmpty`: the person removed the last one. */
export function createFilterBar(
  say: Say,
  onChange: (filter: readonly Condition[]) => void,
  onEmpty: () => void,
): FilterBar {
  const element = make('div', 'filters');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', say(dataWords.filters));
  let rows: readonly Row[] = [];
  const changed = (): void => {
    element.hidden = rows.length === 0;
    onChange(rows.map(({ read }) => read()).filter(({ column }) => column !== ''));
  };
  const remove = (row: Row): void => {
    rows = rows.filter((other) => other !== row);
    row.element.remove();
    // The next thing to do with the keys: to remove another one, or to add one.
    const last = rows.at(-1);
    if (last === undefined) onEmpty();
    else last.element.querySelector<HTMLElement>('vscode-button')?.focus();
    changed();
  };
  element.hidden = true;
  return {
    element,
    add: (columns, condition) => {
      const row = conditionRow(say, columns, condition, { changed, remove: () => remove(row) });
      rows = [...rows, row];
      element.append(row.element);
      changed();
      row.element.querySelector<HTMLElement>('vscode-text-field')?.focus();
    },
    clear: () => {
      rows = [];
      element.replaceChildren();
      element.hidden = true;
    },
  };
}

function conditionRow(
  say: Say,
  columns: readonly Column[],
  initial: Condition,
  { changed, remove }: { readonly changed: () => void; readonly remove: () => void },
): Row {
  let { column, test } = initial;
  const names = columns.map(({ name }) => name);
  const value = textField(say(dataWords.filterValue), { onInput: changed });
  value.write(initial.value);
  const showValue = (): void => {
    value.element.hidden = test === 'missing' || test === 'present';
  };
  const columnField = picker(say(dataWords.filterColumn), names, column, (name) => {
    column = names.includes(name) ? name : '';
    changed();
  });
  const tests = TESTS.map(([id, words]) => [id, say(words)] as const);
  const testField = dropdown(say(dataWords.filterTest), tests, test, (id) => {
    test = TESTS.find(([known]) => known === id)?.[0] ?? 'eq';
    showValue();
    changed();
  });
  showValue();
  const away = button(say(dataWords.filterRemove), remove);
  return {
    element: make('div', 'condition', columnField, testField, value.element, away),
    read: () => ({ column, test, value: value.read() }),
  };
}
