import type { Column, DataState, Screen } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import type { Cell } from '../../../shared/tableProtocol.js';
import { button, make, textArea } from '../../ui.js';
import { formatCount } from '../numbers.js';
import type { Page, PageContext } from '../page.js';
import { sayProblem } from '../problem.js';
import type { Grid } from '../table/grid.js';
import { createGridDesk } from '../table/gridDesk.js';
import { sourceOfRows } from '../table/source.js';
import './sql.css';

/** Rows of an answer: more is a table of its own. */
const LIMIT = 1_000;

/** Questions to the open tables, and their answers. */
export class SqlPage implements Page {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #box;
  readonly #hint = make('p', 'hint');
  readonly #status = make('p', 'status');
  readonly #trouble = make('p', 'trouble');
  readonly #grid: Grid;
  /** What an answer needs: there is nothing to see or to copy before. */
  readonly #answer: readonly HTMLElement[];
  /** The question that the page itself wrote; one of the person's is left as it is. */
  #written = '';
  #name = '';

  constructor(context: PageContext) {
    const { say } = context;
    this.#context = context;
    this.#box = textArea(say(dataWords.sqlAsk), 4);
    this.#box.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#run();
    });
    const { grid, cellBar, tools, elements } = createGridDesk(context, dataWords.sqlAnswer);
    this.#grid = grid;
    this.#answer = [tools, ...elements];
    this.#showAnswer(false);
    this.#status.setAttribute('role', 'status');
    this.#trouble.setAttribute('role', 'alert');
    const run = button(say(dataWords.sqlRun), () => void this.#run());
    this.element = make(
      'div',
      'sql-page',
      make('div', 'question', this.#hint, this.#box.element),
      make('div', 'tools', run, tools, this.#status),
      this.#trouble,
      ...elements,
    );
    cellBar.show(undefined);
  }

  #showAnswer(is: boolean): void {
    for (const element of this.#answer) element.hidden = !is;
  }

  draw({ name, revision }: DataState): void {
    const { say } = this.#context;
    this.#name = name;
    const quoted = `"${name.replaceAll('"', '""')}"`;
    this.#hint.textContent = name === '' ? '' : say(dataWords.sqlHint, { name: quoted });
    const question = `SELECT *\nFROM ${quoted}\nLIMIT 100`;
    if (revision > 0 && name !== '' && this.#box.read() === this.#written) {
      this.#written = question;
      this.#box.write(question);
    }
    void this.#grid.redraw();
  }

  /** The question as it stands: the code is to give what it says, whether or not it was run here. */
  screens(): readonly Screen[] {
    const question = this.#box.read();
    if (this.#name === '' || question.trim() === '') return [{ kind: 'open' }];
    return [{ kind: 'sql', question, name: this.#name }];
  }

  async #run(): Promise<void> {
    const { ask, say } = this.#context;
    this.#trouble.textContent = '';
    this.#status.textContent = say(dataWords.sqlRunning);
    const reply = await ask('query', { sql: this.#box.read(), limit: LIMIT });
    this.#status.textContent = '';
    if (reply === undefined) return;
    if (!reply.ok) {
      this.#trouble.textContent = sayProblem(reply.problem, say);
      return;
    }
    const { rows, more } = reply;
    const count = { rows: formatCount(rows.length) };
    this.#status.textContent = say(more ? dataWords.sqlMore : dataWords.sqlRows, count);
    this.#showAnswer(true);
    await this.#grid.show(sourceOfRows(columnsOf(reply.columns, rows), rows));
  }
}

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/** An answer's columns come without kinds; numbers are told by their looks, to stand at the right. */
function columnsOf(
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
): readonly Column[] {
  return names.map((name, index) => {
    const cells = rows.flatMap((row) => row[index] ?? []);
    const numeric = cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
    return { name, path: [name], kind: numeric ? 'real' : 'text' };
  });
}
