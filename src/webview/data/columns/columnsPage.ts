import type { Column, DataState, Place, Screen } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import { dropdown, make, textField } from '../../ui.js';
import { matching } from '../kinds.js';
import { formatCount } from '../numbers.js';
import type { Page, PageContext } from '../page.js';
import { sayProblem } from '../problem.js';
import { onThemeChange } from '../theme.js';
import { columnHeads, columnRow, type ColumnRow } from './columnRow.js';
import './columns.css';
import { ordered, orders, type Order } from './order.js';
import { createProfiles, type Profiles } from './profiles.js';

/** Lines in the document at once; past it one searches. */
const MAX_LINES = 2_000;

/** Every column in a line, profiled as it comes into sight. */
export class ColumnsPage implements Page {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #profiles: Profiles;
  readonly #body = make('tbody', '');
  readonly #found = make('span', 'found');
  readonly #trouble = make('p', 'trouble');
  readonly #observer: IntersectionObserver;
  #rows = new Map<string, ColumnRow>();
  #state: DataState | undefined;
  #typed = '';
  #order: Order | undefined = orders[0];

  constructor(context: PageContext) {
    const { ask, say } = context;
    this.#context = context;
    this.#profiles = createProfiles(ask, {
      onProfiles: (columns) => {
        this.#learn(columns);
      },
      onProblem: (problem) => {
        this.#trouble.textContent = sayProblem(problem, say);
      },
    });
    this.#found.setAttribute('role', 'status');
    this.#trouble.setAttribute('role', 'alert');
    const search = textField(say(dataWords.searchColumns), {
      onInput: (typed) => {
        this.#typed = typed;
        this.#list();
      },
    });
    const choices = orders.map(({ id, words }) => [id, say(words)] as const);
    const order = dropdown(say(dataWords.order), choices, 'file', (id) => {
      this.#order = orders.find((each) => each.id === id);
      this.#list();
    });
    const place = make('div', 'columns-place', this.#table());
    this.#observer = new IntersectionObserver((entries) => this.#see(entries), {
      root: place,
      rootMargin: '300px',
    });
    this.element = make(
      'div',
      'columns-page',
      make('div', 'tools', search.element, order, this.#found),
      this.#trouble,
      place,
    );
    onThemeChange(() => {
      this.#learn([...this.#rows.keys()]);
    });
  }

  draw(state: DataState): void {
    const before = this.#state;
    this.#state = state;
    if (before?.revision === state.revision && before.rows === state.rows) return;
    this.#profiles.clear();
    this.#trouble.textContent = '';
    this.#list();
  }

  screens(): readonly Screen[] {
    const columns = matching(this.#state?.columns ?? [], this.#typed);
    return [{ kind: 'profile', columns: columns.map(({ name }) => name) }];
  }

  reveal({ column }: Place): void {
    if (column === undefined) return;
    this.#typed = '';
    this.#list();
    const row = this.#rows.get(column);
    row?.element.scrollIntoView({ block: 'center' });
    row?.element.querySelector('button')?.focus();
  }

  #table(): HTMLElement {
    const { say } = this.#context;
    const heads = columnHeads.map((words) => {
      const head = make('th', '', say(words));
      head.scope = 'col';
      return head;
    });
    const table = make('table', 'columns', make('thead', '', make('tr', '', ...heads)), this.#body);
    table.setAttribute('aria-label', say(dataWords.tabColumns));
    return table;
  }

  #list(): void {
    const { say, go } = this.#context;
    const { columns = [], rows = null } = this.#state ?? {};
    const found = matching(columns, this.#typed);
    const shown = this.#sorted(found).slice(0, MAX_LINES);
    this.#observer.disconnect();
    this.#rows = new Map(
      shown.map((column) => [
        column.name,
        columnRow(column, say, () => {
          go({ tab: 'table', column: column.name });
        }),
      ]),
    );
    const lines = [...this.#rows.values()];
    this.#body.replaceChildren(...lines.flatMap(({ element, below }) => [element, below]));
    this.#learn(shown.map(({ name }) => name));
    const args = { found: formatCount(shown.length), all: formatCount(columns.length) };
    this.#found.textContent =
      shown.length < columns.length ? say(dataWords.columnsFound, args) : '';
    // Nothing can be counted before the whole file was read.
    if (rows === null) return;
    for (const { element } of lines) this.#observer.observe(element);
  }

  #sorted(columns: readonly Column[]): readonly Column[] {
    const order = this.#order;
    if (order?.measure === undefined) return columns;
    const names = columns.map(({ name }) => name);
    if (names.some((name) => this.#profiles.get(name) === undefined)) {
      this.#profiles.want(names);
      return columns;
    }
    return ordered(columns, order, this.#profiles.get);
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    const seen = entries
      .filter(({ isIntersecting }) => isIntersecting)
      .flatMap(({ target }) =>
        target instanceof HTMLElement ? [target.dataset['column'] ?? ''] : [],
      );
    if (seen.length > 0) this.#profiles.want(seen);
  }

  #learn(columns: readonly string[]): void {
    for (const name of columns) {
      const profile = this.#profiles.get(name);
      if (profile !== undefined) this.#rows.get(name)?.draw(profile);
    }
    const waiting = this.#order?.measure !== undefined && columns.length > 0;
    if (waiting && this.#allKnown() && !this.#isSorted()) this.#list();
  }

  #allKnown(): boolean {
    return [...this.#rows.keys()].every((name) => this.#profiles.get(name) !== undefined);
  }

  #isSorted(): boolean {
    const columns = matching(this.#state?.columns ?? [], this.#typed);
    const due = this.#sorted(columns).slice(0, MAX_LINES);
    const names = [...this.#rows.keys()];
    return due.every(({ name }, index) => names[index] === name);
  }
}
