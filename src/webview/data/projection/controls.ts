import type { Column, DataState, Partner } from '../../../shared/dataProtocol.js';
import type { EmbeddingMethod } from '../../../shared/projectionViewProtocol.js';
import { projectionWords } from '../../../shared/projectionWords.js';
import type { Say } from '../../../shared/say.js';
import { choiceField, numberField } from '../../field.js';
import { button, make, picker, replaceContent } from '../../ui.js';
import { isNumeric } from '../kinds.js';
import { formatCount } from '../numbers.js';
import { methods } from './methods.js';

export type Shown =
  { readonly kind: 'pca'; readonly x: number; readonly y: number } | EmbeddingMethod;

export interface ControlEvents {
  /** Other columns, or another file beside this one. */
  readonly onData: () => void;
  readonly onMethod: () => void;
  readonly onColour: () => void;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/** What is projected, how, and in which colours. */
export class Controls {
  readonly element = make('div', 'projection-controls');
  readonly #say: Say;
  readonly #events: ControlEvents;
  readonly #knobs = make('div', 'knobs');
  readonly #run = make('div', '');
  readonly #partnerPlace = make('div', '');
  #columns: readonly string[] = [];
  #colour = '';
  #partner: Partner | undefined;
  #kind: Shown['kind'] = 'pca';
  #axes: [number, number] = [0, 1];
  #components = 2;
  readonly #values = new Map<string, number>();

  constructor(say: Say, events: ControlEvents) {
    this.#say = say;
    this.#events = events;
  }

  get columns(): readonly string[] {
    return this.#columns;
  }

  get colour(): string {
    return this.#colour;
  }

  /** Undefined where the file is looked at alone. */
  get partner(): Partner | undefined {
    return this.#partner;
  }

  get shown(): Shown {
    if (this.#kind === 'pca') return { kind: 'pca', x: this.#axes[0], y: this.#axes[1] };
    const { kind } = { kind: this.#kind };
    return methods[kind].make((name) => this.#valueOf(kind, name));
  }

  /** For another table: nothing is kept but the method. */
  draw({ columns, target }: DataState, partners: readonly Partner[]): void {
    const say = this.#say;
    const numeric = columns.filter(isNumeric).map(({ name }) => name);
    this.#columns = numeric.filter((name) => name !== target && !IDENTIFIER.test(name));
    this.#colour = target;
    this.#partner = undefined;
    const { method, noColour, colour } = projectionWords;
    const kinds: readonly (readonly [Shown['kind'], string])[] = [
      ['pca', 'PCA'],
      ['tsne', methods.tsne.title],
      ['umap', methods.umap.title],
    ];
    const methodField = choiceField(say(method), this.#kind, kinds, (kind) => {
      this.#kind = kind;
      this.#drawKnobs();
      this.#events.onMethod();
    });
    const names = columns.map(({ name }) => name);
    const colourPicker = picker(say(colour), names, target, (name) => {
      this.#colour = names.includes(name) ? name : '';
      this.#events.onColour();
    });
    const colourField = make('label', 'field', make('span', '', say(colour)), colourPicker);
    colourField.title = say(noColour);
    this.element.replaceChildren(
      methodField.element,
      this.#knobs,
      this.#run,
      colourField,
      this.#partnerPlace,
      this.#columnField(columns.filter(isNumeric)),
    );
    this.offerPartners(partners);
    this.#drawKnobs();
  }

  /** What was chosen stays, though it may be closed: it can be read all the same. */
  offerPartners(partners: readonly Partner[]): void {
    const chosen = this.#partner;
    const known = chosen === undefined || partners.some(({ id }) => id === chosen.id);
    const offered = known ? partners : [chosen, ...partners];
    replaceContent(this.#partnerPlace, [this.#partnerField(offered, chosen?.id ?? '')]);
  }

  /** How many components there are to choose from. */
  offer(components: number): void {
    this.#components = components;
    this.#drawKnobs();
  }

  running(is: boolean): void {
    const say = this.#say;
    const { start, stop } = projectionWords;
    const made = is
      ? button(say(stop), this.#events.onStop)
      : button(say(start), this.#events.onStart);
    replaceContent(this.#run, this.#kind === 'pca' ? [] : [made]);
  }

  #drawKnobs(): void {
    const say = this.#say;
    this.running(false);
    const kind = this.#kind;
    if (kind === 'pca') {
      this.#knobs.replaceChildren(this.#axisField(0), this.#axisField(1));
      return;
    }
    const fields = methods[kind].knobs.map(({ name, label, limits }) =>
      numberField(say(label), this.#valueOf(kind, name), limits, (value) => {
        this.#values.set(`${kind} ${name}`, value);
      }),
    );
    this.#knobs.replaceChildren(...fields.map(({ element }) => element));
  }

  #valueOf(kind: EmbeddingMethod['kind'], name: string): number {
    const usual = methods[kind].knobs.find((knob) => knob.name === name)?.usual ?? 0;
    return this.#values.get(`${kind} ${name}`) ?? usual;
  }

  #axisField(axis: 0 | 1): HTMLElement {
    const say = this.#say;
    const options = Array.from({ length: this.#components }, (_, at) => {
      const words = say(projectionWords.component, { number: String(at + 1) });
      return [String(at), words] as const;
    });
    const label = say(axis === 0 ? projectionWords.axisX : projectionWords.axisY);
    const chosen = Math.min(this.#axes[axis], this.#components - 1);
    return choiceField(label, String(chosen), options, (value) => {
      this.#axes[axis] = Number(value);
      this.#events.onMethod();
    }).element;
  }

  #partnerField(partners: readonly Partner[], chosen: string): HTMLElement {
    const say = this.#say;
    const options = partners.map(({ id, name }) => [id, name] as const);
    const all = [['', say(projectionWords.nothing)] as const, ...options];
    return choiceField(say(projectionWords.together), chosen, all, (id) => {
      this.#partner = partners.find((each) => each.id === id);
      this.#events.onData();
    }).element;
  }

  #columnField(numeric: readonly Column[]): HTMLElement {
    const say = this.#say;
    const list = make('select', 'column-choice');
    list.multiple = true;
    list.size = 10;
    list.setAttribute('aria-label', say(projectionWords.columns));
    const chosen = new Set(this.#columns);
    for (const { name } of numeric) {
      const option = make('option', '', name);
      option.value = name;
      option.selected = chosen.has(name);
      list.append(option);
    }
    const counts = (): string =>
      say(projectionWords.columnsChosen, {
        chosen: formatCount(this.#columns.length),
        all: formatCount(numeric.length),
      });
    const summary = make('summary', '', counts());
    list.addEventListener('change', () => {
      this.#columns = [...list.selectedOptions].map(({ value }) => value);
      summary.textContent = counts();
      this.#events.onData();
    });
    return make('details', 'column-field', summary, list);
  }
}

/** What only names a row says nothing of it. */
const IDENTIFIER = /(?:^|[._ -])id$|^(?:index|unnamed.*)$/i;
