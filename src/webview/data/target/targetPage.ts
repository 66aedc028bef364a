import type { DataState, Screen } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import { button, make, picker, replaceContent } from '../../ui.js';
import type { Page, PageContext } from '../page.js';
import { sayProblem } from '../problem.js';
import { classesPart } from './classes.js';
import { correlationPart } from './correlation.js';
import { likelyTargets } from './likely.js';
import { rankedPart, strongestNumeric } from './ranked.js';
import './target.css';

/** The column to be predicted: how its classes are spread and what tells them apart. */
export class TargetPage implements Page {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #choice = make('div', 'choice');
  readonly #content = make('div', 'target-content');
  #screens: readonly Screen[] = [];
  #drawn = '';
  #asked = 0;

  constructor(context: PageContext) {
    this.#context = context;
    const scroll = make('div', 'target-scroll', this.#choice, this.#content);
    this.element = make('div', 'target-page', scroll);
  }

  screens(): readonly Screen[] {
    return this.#screens.length === 0 ? [{ kind: 'open' }] : this.#screens;
  }

  draw(state: DataState): void {
    const { revision, target, rows, columns } = state;
    const key = JSON.stringify([revision, target, rows, columns.length]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#asked++;
    this.#screens = [];
    this.#content.replaceChildren();
    this.#offer(state);
    const { say } = this.#context;
    if (!columns.some(({ name }) => name === target)) return;
    if (rows === null) this.#content.append(make('p', '', say(dataWords.targetNotYet)));
    else void this.#look(state);
  }

  #offer({ columns, target }: DataState): void {
    const { say, ask } = this.#context;
    const choose = (name: string): void => void ask('chooseTarget', name);
    const names = columns.map(({ name }) => name);
    const field = picker(say(dataWords.targetColumn), names, target, (name) => {
      if (name === '' || names.includes(name)) choose(name);
    });
    const label = make('label', '', say(dataWords.targetAsk), ' ', field);
    const likely = names.includes(target) ? [] : likelyTargets(columns);
    const buttons = likely.map((name) =>
      button(name, () => {
        choose(name);
      }),
    );
    const guess = make('p', 'likely', say(dataWords.targetGuess), ' ', ...buttons);
    replaceContent(this.#choice, buttons.length > 0 ? [label, guess] : [label]);
  }

  async #look({ target, columns, rows }: DataState): Promise<void> {
    const { ask, say, go } = this.#context;
    const asked = this.#asked;
    const reply = await ask('target', { target });
    if (asked !== this.#asked || reply === undefined) return;
    if (!reply.ok) {
      this.#content.append(make('p', 'trouble', sayProblem(reply.problem, say)));
      return;
    }
    const { classes, ranked } = reply;
    this.#screens = [
      { kind: 'classes', target },
      { kind: 'ranking', target },
    ];
    const goTo = (column: string): void => {
      go({ tab: 'columns', column });
    };
    this.#content.append(classesPart(classes, rows ?? 0, say), rankedPart(ranked, say, goTo));
    const strongest = strongestNumeric(ranked, columns);
    if (strongest.length < 2) return;
    const correlation = await ask('correlation', { columns: strongest });
    if (asked !== this.#asked || correlation?.ok !== true) return;
    this.#screens = [...this.#screens, { kind: 'correlation', columns: correlation.columns }];
    this.#content.append(correlationPart(correlation.columns, correlation.r, say));
  }
}
