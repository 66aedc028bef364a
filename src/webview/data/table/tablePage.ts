import type { Column, DataState, Place } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import type { View } from '../../../shared/tableProtocol.js';
import { make } from '../../ui.js';
import type { Page, PageContext } from '../page.js';
import { inBlocks } from './blocks.js';
import { Grid, type Sort } from './grid.js';
import { frozenOf, sourceOfRows, type GridSource } from './source.js';
import './table.css';

const NOTHING: View = { filter: [], sort: [] };

/** The rows of the file, in any order. */
export function createTablePage(context: PageContext): Page {
  const page = new TablePage(context);
  return {
    element: page.element,
    draw: (state) => {
      page.draw(state);
    },
    reveal: (place) => {
      page.reveal(place);
    },
  };
}

class TablePage {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #grid: Grid;
  #state: DataState | undefined;
  #view = NOTHING;

  constructor(context: PageContext) {
    const { say } = context;
    this.#context = context;
    this.#grid = new Grid({
      words: {
        label: say(dataWords.tabTable),
        missing: say(dataWords.cellMissing),
        emptyText: say(dataWords.cellEmpty),
        row: say(dataWords.row),
      },
      onSort: (column, add) => {
        this.#view = { ...this.#view, sort: sorted(this.#view.sort, column, add) };
        this.#show();
      },
    });
    this.element = make('div', 'table-page', make('div', 'grid-place', this.#grid.element));
  }

  draw(state: DataState): void {
    const same = this.#state?.revision === state.revision && this.#state.rows === state.rows;
    if (this.#state?.revision !== state.revision) this.#view = NOTHING;
    this.#state = state;
    if (same) void this.#grid.redraw();
    else this.#show();
  }

  reveal({ column }: Place): void {
    if (column !== undefined) void this.#grid.reveal(column);
  }

  #show(): void {
    if (this.#state === undefined) return;
    void this.#grid.show(this.#sourceOf(this.#state), this.#view.sort);
  }

  #sourceOf(state: DataState): GridSource {
    const { columns, rows } = state;
    if (rows === null) return sourceOfRows(columns, state.preview);
    const view = this.#view;
    return inBlocks({
      columns,
      rows,
      frozen: frozenOf(columns),
      read: async (from, to, asked) => {
        const names = asked.map(({ name }) => name);
        const reply = await this.#context.ask('page', { view, from, to, columns: names });
        return reply?.ok === true ? reply : { cells: names.map(() => []), rows: [] };
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
