import type {
  DataState,
  Finding,
  Partner,
  Screen,
  Severity,
} from '../../../shared/dataProtocol.js';
import { findingLabels } from '../../../shared/findingWords.js';
import { button, dropdown, make, replaceContent, spinner } from '../../ui.js';
import { formatCount } from '../numbers.js';
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
  #found: readonly Finding[] = [];
  #stop: (() => void) | undefined;

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

  screens(): readonly Screen[] {
    const { target = '', columns = [] } = this.#state ?? {};
    const chosen = columns.some(({ name }) => name === target) ? { target } : {};
    const found = this.#found.map(({ code, columns }) => ({ code, columns }));
    return [{ kind: 'findings', found, ...chosen }];
  }

  against(): string {
    return this.#against ?? '';
  }

  /** What was chosen stays, though it may be closed: it can be read all the same. */
  partnersChanged(): void {
    if (this.#against !== undefined) void this.#refreshPartners(this.#against);
  }

  async #refreshPartners(against: string): Promise<void> {
    const chosen = this.#partners.filter(({ id }) => id === against);
    const partners = await this.#context.ask('partners', null);
    if (partners === undefined || this.#against !== against) return;
    const known = partners.some(({ id }) => id === against);
    this.#partners = known ? partners : [...chosen, ...partners];
    this.#offerPartners();
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
    replaceContent(this.#controls, [make('span', 'label', label), choice, again], choice);
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
    this.#stop?.();
    this.#looked = key;
    this.#show([], against);
    const { say, follow } = this.#context;
    this.#status.textContent = say(findingLabels.looking, { name: state.title });
    const asked = follow('findings', { against }, ({ done, of }) => {
      if (this.#stop !== stop) return;
      const steps = { name: state.title, done: formatCount(done), all: formatCount(of) };
      this.#status.textContent = say(findingLabels.lookingSteps, steps);
    });
    const stop = (): void => {
      this.#end();
      asked.cancel();
      this.#looked = '';
      this.#status.textContent = say(findingLabels.stopped);
    };
    this.#begin(stop);
    const reply = await asked.result;
    if (this.#stop !== stop) return;
    this.#end();
    if (reply?.ok === true) {
      this.#show(reply.findings, against);
      this.#tell();
      return;
    }
    this.#looked = '';
    this.#status.textContent = reply === undefined ? '' : sayProblem(reply.problem, say);
  }

  #begin(stop: () => void): void {
    const { say } = this.#context;
    this.#stop = stop;
    const ring = spinner(say(findingLabels.working));
    this.#busy.replaceChildren(ring, button(say(findingLabels.stop), stop));
  }

  #end(): void {
    this.#stop = undefined;
    replaceContent(this.#busy, [], this.#controls.querySelector<HTMLElement>('vscode-button'));
  }

  #show(findings: readonly Finding[], against: string): void {
    const { say, go, ask } = this.#context;
    this.#found = findings;
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
  }

  #tell(): void {
    const { say } = this.#context;
    const findings = this.#found;
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
