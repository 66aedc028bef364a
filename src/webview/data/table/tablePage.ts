import type { Column, DataState, Place, Screen } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import type { Condition, View } from '../../../shared/tableProtocol.js';
import { button, make, replaceContent, textField } from '../../ui.js';
import { matching } from '../kinds.js';
import { formatCount } from '../numbers.js';
import type { Page, PageContext } from '../page.js';
import { sayProblem } from '../problem.js';
import { inBlocks } from './blocks.js';
import type { CellBar } from './cellBar.js';
import { createFilterBar, type FilterBar } from './filterBar.js';
import type { ChosenCell, Grid, Sort } from './grid.js';
import { createGridDesk } from './gridDesk.js';
import { sampleOf, sidesOf, sourceOfRows, type GridSource } from './source.js';
import './table.css';

const NOTHING: View = { filter: [], sort: [] };

/** Characters of one cell that the page can bear. */
const LONGEST = 500_000;

/** Milliseconds without a key before a filter is tried. */
const PAUSE = 250;

/** The rows of the file, in any order, all or those that a filter leaves. */
export class TablePage implements Page {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #grid: Grid;
  readonly #cellBar: CellBar;
  readonly #filters: FilterBar;
  readonly #found = make('span', 'found');
  readonly #chosen = make('span', 'chosen-rows');
  readonly #trouble = make('p', 'trouble');
  #state: DataState | undefined;
  #view = NOTHING;
  /** Rows that the view leaves; null while that is being counted or cannot be. */
  #rows: number | null = null;
  #typed = '';
  /** Grows with each change of the view: an answer about an older one comes too late. */
  #asked = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(context: PageContext) {
    const { say } = context;
    this.#context = context;
    const { grid, cellBar, tools, elements } = createGridDesk(context, dataWords.tabTable, {
      onSort: (column, add) => {
        this.#change({ ...this.#view, sort: sorted(this.#view.sort, column, add) });
      },
      onCursor: (chosen) => void this.#showWhole(chosen),
    });
    this.#grid = grid;
    this.#cellBar = cellBar;
    const add = button(say(dataWords.filterAdd), () => {
      this.#addFilter();
    });
    this.#filters = createFilterBar(
      say,
      (filter) => {
        this.#filter(filter);
      },
      () => {
        add.focus();
      },
    );
    this.#found.setAttribute('role', 'status');
    this.#trouble.setAttribute('role', 'alert');
    const search = textField(say(dataWords.searchColumns), {
      onInput: (typed) => {
        this.#typed = typed;
        this.#show();
      },
    });
    this.element = make(
      'div',
      'table-page',
      make('div', 'tools', search.element, add, tools, this.#chosen, this.#found),
      this.#filters.element,
      this.#trouble,
      ...elements,
    );
  }

  draw(state: DataState): void {
    const before = this.#state;
    this.#state = state;
    if (before?.revision !== state.revision) {
      this.#filters.clear();
      this.#change(NOTHING);
    } else if (before.rows !== state.rows || before.columns !== state.columns) {
      this.#change(this.#view);
    } else {
      void this.#grid.redraw();
    }
  }

  screens(): readonly Screen[] {
    const { filter, sort, rows } = this.#view;
    if (filter.length + sort.length === 0 && rows === undefined) return [{ kind: 'open' }];
    return [{ kind: 'view', ...this.#view }];
  }

  reveal({ column, rows }: Place): void {
    if (rows !== undefined) {
      this.#filters.clear();
      this.#change({ ...NOTHING, rows });
    }
    if (column === undefined) return;
    this.#typed = '';
    this.#show();
    void this.#grid.reveal(column);
  }

  focus(): void {
    this.#grid.element.focus();
  }

  /** Pages come with long cells cut; the one at work is asked for as a whole. */
  async #showWhole(chosen: ChosenCell | undefined): Promise<void> {
    this.#cellBar.show(chosen);
    const { cell, column, row } = chosen ?? {};
    if (column === undefined || row === undefined) return;
    if (cell?.endsWith('…') !== true || this.#state?.rows === null) return;
    const view = { ...NOTHING, rows: [row] };
    const asked = { view, from: 0, to: 1, columns: [column.name], longest: LONGEST };
    const reply = await this.#context.ask('page', asked);
    const whole = reply?.ok === true ? reply.cells[0]?.[0] : undefined;
    if (whole === undefined || this.#grid.chosen !== chosen) return;
    this.#cellBar.show({ column, row, cell: whole });
  }

  /** Begins with the cell at work, which is what most filters are about. */
  #addFilter(): void {
    const { chosen } = this.#grid;
    const columns = this.#state?.columns ?? [];
    const column = chosen?.column.name ?? columns[0]?.name ?? '';
    const cell = chosen?.cell ?? null;
    const test = chosen !== undefined && cell === null ? 'present' : 'eq';
    this.#filters.add(columns, { column, test, value: cell ?? '' });
  }

  #filter(filter: readonly Condition[]): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#change({ filter, sort: this.#view.sort });
    }, PAUSE);
  }

  #change(view: View): void {
    this.#view = view;
    void this.#recount();
  }

  async #recount(): Promise<void> {
    const asked = ++this.#asked;
    const { rows = null } = this.#state ?? {};
    this.#trouble.textContent = '';
    if (this.#view.filter.length === 0 || rows === null) {
      this.#rows = this.#view.rows?.length ?? rows;
    } else {
      const reply = await this.#context.ask('count', { filter: this.#view.filter });
      if (asked !== this.#asked || reply === undefined) return;
      if (!reply.ok) {
        this.#trouble.textContent = sayProblem(reply.problem, this.#context.say);
        return;
      }
      this.#rows = reply.rows;
    }
    this.#show();
  }

  #show(): void {
    if (this.#state === undefined) return;
    const source = this.#sourceOf(this.#state);
    this.#tell(this.#state, source);
    void this.#grid.show(source, this.#view.sort);
  }

  #tell(state: DataState, { columns, frozen }: GridSource): void {
    const { say } = this.#context;
    const lines: string[] = [];
    if (this.#typed.trim() !== '') {
      const found = formatCount(columns.length + (frozen === undefined ? 0 : 1));
      lines.push(say(dataWords.columnsFound, { found, all: formatCount(state.columns.length) }));
    }
    if (this.#view.filter.length > 0 && this.#rows !== null && state.rows !== null) {
      const found = formatCount(this.#rows);
      lines.push(say(dataWords.rowsFound, { found, all: formatCount(state.rows) }));
    }
    this.#found.textContent = lines.join(' · ');
    const { rows } = this.#view;
    const all = button(say(dataWords.showAll), () => {
      this.#change(NOTHING);
    });
    const count = formatCount(rows?.length ?? 0);
    const told = rows === undefined ? [] : [say(dataWords.rowsChosen, { count }), all];
    replaceContent(this.#chosen, told, this.#grid.element);
  }

  #sourceOf(state: DataState): GridSource {
    const { columns } = state;
    const shown = matching(columns, this.#typed);
    const rows = this.#rows;
    if (state.rows === null || rows === null) return sourceOfRows(columns, state.preview, shown);
    const view = this.#view;
    return inBlocks({
      ...sidesOf(columns, shown),
      rows,
      sample: sampleOf(columns, state.preview),
      read: async (from, to, asked) => {
        const names = asked.map(({ name }) => name);
        const reply = await this.#context.ask('page', { view, from, to, columns: names });
        if (reply?.ok === true) return reply;
        if (reply !== undefined) {
          this.#trouble.textContent = sayProblem(reply.problem, this.#context.say);
        }
        return { cells: names.map(() => []), rows: [] };
      },
    });
  }
}

/** Upwards first, then downwards, then as in the file. */
function sorted(sort: Sort, { name }: Column, add: boolean): Sort {
  const old = sort.find(({ column }) => column === name);
  const others = add ? sort.filter(({ column }) => column !== name) : [];
  if (old === undefined) return [...others, { column: name, descending: false }];
  return old.descending ? others : [...others, { column: name, descending: true }];
}
