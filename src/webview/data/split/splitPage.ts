import type { DataState, Screen, SplitOutcome, SplitWish } from '../../../shared/dataProtocol.js';
import { splitLabels } from '../../../shared/findingWords.js';
import { button, make, picker, textField, type TextControl } from '../../ui.js';
import { formatCount, formatShare } from '../numbers.js';
import type { Page, PageContext } from '../page.js';
import { plainTable } from '../plainTable.js';
import { sayProblem } from '../problem.js';
import './split.css';

/** The parts, by the names that the saved file gives them, and their usual shares. */
const PARTS = [
  { part: 'train', label: splitLabels.train, title: splitLabels.partTrain, percent: '70' },
  {
    part: 'validation',
    label: splitLabels.validation,
    title: splitLabels.partValidation,
    percent: '30',
  },
  { part: 'test', label: splitLabels.test, title: splitLabels.partTest, percent: '0' },
] as const;

const USUAL_SEED = '42';

/** Deals the rows to parts and keeps the result. */
export class SplitPage implements Page {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #shares: readonly TextControl[];
  readonly #seed: TextControl;
  readonly #columns = make('div', 'fields');
  readonly #status = make('p', 'split-status');
  readonly #outcome = make('div', 'outcome');
  #target = '';
  #stratify = '';
  #group = '';
  #drawn = '';
  #asked = 0;
  #saved: { readonly path: string; readonly wish: string } | undefined;

  constructor(context: PageContext) {
    this.#context = context;
    const { say } = context;
    const onEnter = (): void => void this.#make();
    this.#shares = PARTS.map(({ label, percent }) => field(say(label), percent, onEnter));
    this.#seed = field(say(splitLabels.seed), USUAL_SEED, onEnter);
    this.#status.setAttribute('role', 'status');
    const numbers = [...PARTS.map(({ label }) => say(label)), say(splitLabels.seed)];
    const fields = [...this.#shares, this.#seed].map(({ element }, at) =>
      make('label', '', make('span', '', numbers[at] ?? ''), element),
    );
    const buttons = make(
      'div',
      'buttons',
      button(say(splitLabels.make), onEnter),
      button(say(splitLabels.save), () => void this.#save()),
    );
    this.element = make(
      'div',
      'split-page',
      make('p', 'intro', say(splitLabels.intro)),
      make('div', 'fields', ...fields),
      this.#columns,
      buttons,
      this.#status,
      this.#outcome,
    );
  }

  draw({ revision, columns, target }: DataState): void {
    const names = columns.map(({ name }) => name);
    const key = JSON.stringify([revision, target, names.length]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#asked++;
    this.#outcome.replaceChildren();
    this.#status.textContent = '';
    this.#target = names.includes(target) ? target : '';
    this.#stratify = this.#target;
    this.#group = '';
    this.#saved = undefined;
    const { say } = this.#context;
    const choice = (label: string, chosen: string, set: (name: string) => void): HTMLElement => {
      const input = picker(label, names, chosen, (name) => {
        set(names.includes(name) ? name : '');
      });
      input.querySelector('input')?.setAttribute('placeholder', say(splitLabels.noColumn));
      return make('label', '', make('span', '', label), input);
    };
    this.#columns.replaceChildren(
      choice(say(splitLabels.stratify), this.#stratify, (name) => {
        this.#stratify = name;
      }),
      choice(say(splitLabels.group), this.#group, (name) => {
        this.#group = name;
      }),
    );
  }

  /** The split as it was saved, else one like it. */
  screens(): readonly Screen[] {
    const wish = this.#read();
    if (wish === undefined) return [{ kind: 'open' }];
    const saved = this.#saved?.wish === JSON.stringify(wish) ? this.#saved.path : undefined;
    const target = this.#target === '' ? {} : { target: this.#target };
    return [{ kind: 'split', ...wish, ...target, ...(saved !== undefined && { fileName: saved }) }];
  }

  async #make(): Promise<void> {
    const wish = this.#wish();
    if (wish === undefined) return;
    const asked = ++this.#asked;
    const reply = await this.#context.ask('split', wish);
    if (asked !== this.#asked || reply === undefined) return;
    if (reply.ok) this.#show(reply);
    else this.#status.textContent = sayProblem(reply.problem, this.#context.say);
  }

  async #save(): Promise<void> {
    const wish = this.#wish();
    if (wish === undefined) return;
    const { ask, say } = this.#context;
    const reply = await ask('saveSplit', wish);
    if (reply === undefined) return;
    if (!reply.ok) this.#status.textContent = sayProblem(reply.problem, say);
    else if (reply.path !== '') {
      this.#saved = { path: reply.path, wish: JSON.stringify(wish) };
      const name = reply.path.replace(/^.*[\\/]/, '');
      this.#status.textContent = say(splitLabels.saved, { name });
    }
  }

  /** What the fields say; nothing, and a word about it, where that is no number. */
  #wish(): SplitWish | undefined {
    const wish = this.#read();
    this.#status.textContent = wish === undefined ? this.#context.say(splitLabels.numbers) : '';
    return wish;
  }

  #read(): SplitWish | undefined {
    const percents = this.#shares.map((control) => numberIn(control));
    const seed = numberIn(this.#seed);
    if (percents.some(Number.isNaN) || !Number.isSafeInteger(seed)) return undefined;
    const shares = PARTS.flatMap(({ part }, at) => {
      const percent = percents[at] ?? 0;
      return percent === 0 ? [] : [[part, percent / 100] as const];
    });
    return {
      shares: Object.fromEntries(shares),
      seed,
      ...(this.#stratify !== '' && { stratify: this.#stratify }),
      ...(this.#group !== '' && { group: this.#group }),
    };
  }

  #show({ rows, classes }: SplitOutcome): void {
    const { say } = this.#context;
    this.#status.textContent = '';
    const parts = PARTS.filter(({ part }) => rows[part] !== undefined);
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const count = (each: number, all: number): string =>
      `${formatCount(each)} (${formatShare(all === 0 ? 0 : each / all)})`;
    this.#outcome.replaceChildren(
      plainTable({
        caption: say(splitLabels.outcome),
        head: ['', ...parts.map(({ title }) => say(title))],
        rows: [
          [say(splitLabels.allRows), ...parts.map(({ part }) => count(rows[part] ?? 0, total))],
          ...largestFirst(classes).map(({ value, at }) => [
            value,
            ...parts.map(({ part }) => count(classes[part]?.[at]?.count ?? 0, rows[part] ?? 0)),
          ]),
        ],
      }),
    );
  }
}

/** The classes, with their places in the counts of every part. */
function largestFirst(
  classes: SplitOutcome['classes'],
): readonly { readonly value: string; readonly at: number }[] {
  const parts = Object.values(classes);
  const total = (at: number): number =>
    parts.reduce((sum, counts) => sum + (counts[at]?.count ?? 0), 0);
  return (parts[0] ?? [])
    .map(({ value }, at) => ({ value, at }))
    .toSorted((a, b) => total(b.at) - total(a.at));
}

function field(label: string, value: string, onEnter: () => void): TextControl {
  const control = textField(label, { onEnter });
  control.write(value);
  return control;
}

/** NaN for what is no number; a comma is how a Spanish keyboard writes a point. */
function numberIn(control: TextControl): number {
  const text = control.read().trim().replace(',', '.');
  return text === '' ? NaN : Number(text);
}
