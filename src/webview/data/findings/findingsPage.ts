import type { DataState, Finding, Partner, Severity } from '../../../shared/dataProtocol.js';
import { findingLabels } from '../../../shared/findingWords.js';
import { button, dropdown, make, spinner } from '../../ui.js';
import type { Page, PageContext } from '../page.js';
import { sayProblem } from '../problem.js';
import { findingItem } from './findingItem.js';
import './findings.css';

/** The toolkit takes an empty value for the one that is chosen, whatever was said. */
const NOBODY = 'nobody';

/** What is wrong with the table, by itself and beside another file. */
export class FindingsPage implements Page {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #controls = make('div', 'controls');
  readonly #status = make('p', 'tally');
  readonly #busy = make('span', 'busy');
  readonly #target = make('div', 'no-target');
  readonly #list = make('ul', 'findings');
  #partners: readonly Partner[] = [];
  /** What it is compared with; `undefined` until the other files are known. */
  #against: string | undefined;
  #state: DataState | undefined;
  #looked = '';
  #asked = 0;

  constructor(context: PageContext) {
    this.#context = context;
    // Told to screen readers when it changes.
    this.#status.setAttribute('role', 'status');
    const head = make('div', 'findings-head', this.#controls, this.#busy, this.#status);
    this.element = make('div', 'findings-page', head, this.#target, this.#list);
  }

  draw(state: DataState): void {
    this.#state = state;
    this.#offerTarget(state);
    if (state.rows === null) {
      this.#status.textContent = this.#context.say(findingLabels.notYet);
      return;
    }
    if (this.#against === undefined) void this.#learnPartners();
    else void this.#look(false);
  }

  async #learnPartners(): Promise<void> {
    const partners = await this.#context.ask('partners', null);
    if (partners === undefined || this.#against !== undefined) return;
    this.#partners = partners;
    this.#against = partners.find(({ likely }) => likely)?.id ?? '';
    this.#offerPartners();
    void this.#look(false);
  }

  #offerPartners(): void {
    const { say } = this.#context;
    const options = [
      [NOBODY, say(findingLabels.compareNone)] as const,
      ...this.#partners.map(({ id, name }) => [id, name] as const),
    ];
    const label = say(findingLabels.compareWith);
    const choice = dropdown(label, options, this.#against || NOBODY, (id) => {
      this.#against = id === NOBODY ? '' : id;
      void this.#look(false);
    });
    const again = button(say(findingLabels.lookAgain), () => void this.#look(true));
    this.#controls.replaceChildren(make('span', 'label', label), choice, again);
  }

  #offerTarget({ target, columns }: DataState): void {
    const { say, go } = this.#context;
    const chosen = columns.some(({ name }) => name === target);
    this.#target.hidden = chosen;
    if (chosen || this.#target.childElementCount > 0) return;
    const choose = button(say(findingLabels.chooseTarget), () => {
      go({ tab: 'target' });
    });
    this.#target.append(make('span', '', say(findingLabels.noTarget)), choose);
  }

  async #look(again: boolean): Promise<void> {
    const state = this.#state;
    if (state === undefined || state.rows === null || this.#against === undefined) return;
    const against = this.#against;
    const key = JSON.stringify([state.revision, state.target, against]);
    if (key === this.#looked && !again) return;
    this.#looked = key;
    const asked = ++this.#asked;
    const { ask, say } = this.#context;
    const waiting = say(findingLabels.looking, { name: state.title });
    this.#busy.replaceChildren(spinner(waiting));
    this.#status.textContent = waiting;
    const reply = await ask('findings', { against });
    if (asked !== this.#asked) return;
    this.#busy.replaceChildren();
    if (reply === undefined || !reply.ok) {
      this.#looked = '';
      this.#list.replaceChildren();
      this.#status.textContent = reply === undefined ? '' : sayProblem(reply.problem, say);
      return;
    }
    this.#show(reply.findings, against);
  }

  #show(findings: readonly Finding[], against: string): void {
    const { say, go, ask } = this.#context;
    const columns = new Set(this.#state?.columns.map(({ name }) => name));
    const actions = {
      goToColumn: (column: string): void => {
        go({ tab: 'columns', column });
      },
      showRows: (rows: readonly number[]): void => {
        go({ tab: 'table', rows });
      },
      showOtherRows: (rows: readonly number[]): void => {
        void ask('openPartner', { id: against, rows });
      },
      has: (column: string): boolean => columns.has(column),
      partner: this.#partners.find(({ id }) => id === against)?.name.replace(/^.*\//, '') ?? '',
    };
    this.#list.replaceChildren(...findings.map((finding) => findingItem(finding, say, actions)));
    const count = (severity: Severity): string =>
      String(findings.filter((finding) => finding.severity === severity).length);
    this.#status.textContent =
      findings.length === 0
        ? say(findingLabels.clean)
        : say(findingLabels.tally, {
            errors: count('error'),
            warnings: count('warning'),
            infos: count('info'),
          });
  }
}
