import type { Clip } from '../../shared/audioViewProtocol.js';
import { make } from '../ui.js';

export interface ClipList {
  readonly element: HTMLElement;
  readonly show: (clips: readonly Clip[]) => void;
  /** Marks a clip and brings it into view; the name is empty for none. */
  readonly select: (name: string) => void;
}

/** Pixels; the style sheet gives a line the same. */
const LINE = 24;

/** Lines beyond the edge that are there already when one scrolls. */
const SPARE = 10;

/** Names in a list of any length: only what is in sight is in the page. */
export function createClipList(label: string, onChoose: (name: string) => void): ClipList {
  const list = new List(label, onChoose);
  return {
    element: list.element,
    show: (clips) => {
      list.show(clips);
    },
    select: (name) => {
      list.select(name);
    },
  };
}

class List {
  readonly element = make('div', 'clip-list');
  readonly #inner = make('div', 'clip-lines');
  readonly #onChoose: (name: string) => void;
  #clips: readonly Clip[] = [];
  #selected = '';

  constructor(label: string, onChoose: (name: string) => void) {
    this.#onChoose = onChoose;
    const { element } = this;
    element.tabIndex = 0;
    element.setAttribute('role', 'listbox');
    element.setAttribute('aria-label', label);
    element.append(this.#inner);
    this.#inner.setAttribute('role', 'presentation');
    element.addEventListener('scroll', () => {
      this.#draw();
    });
    element.addEventListener('keydown', (event) => {
      this.#move(event);
    });
    new ResizeObserver(() => {
      this.#draw();
    }).observe(element);
  }

  show(clips: readonly Clip[]): void {
    this.#clips = clips;
    // Styles in attributes are not allowed by the page's policy; those set by its script are.
    this.#inner.style.height = `${clips.length * LINE}px`;
    this.#draw();
  }

  select(name: string): void {
    this.#selected = name;
    const at = this.#clips.findIndex((clip) => clip.name === name);
    if (at >= 0) this.#scrollTo(at);
    this.#draw();
  }

  #scrollTo(at: number): void {
    const { element } = this;
    const top = at * LINE;
    if (top < element.scrollTop) element.scrollTop = top;
    const low = top + LINE - element.clientHeight;
    if (low > element.scrollTop) element.scrollTop = low;
  }

  #move(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.element.clientHeight / LINE) - 1);
    const at = this.#clips.findIndex(({ name }) => name === this.#selected);
    const places: Readonly<Record<string, number | undefined>> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: this.#clips.length - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const clip = this.#clips[Math.min(Math.max(place, 0), this.#clips.length - 1)];
    if (clip !== undefined) this.#choose(clip.name);
  }

  #choose(name: string): void {
    this.select(name);
    this.#onChoose(name);
  }

  #draw(): void {
    const { scrollTop, clientHeight } = this.element;
    const from = Math.max(0, Math.floor(scrollTop / LINE) - SPARE);
    const to = Math.min(this.#clips.length, Math.ceil((scrollTop + clientHeight) / LINE) + SPARE);
    const lines = this.#clips.slice(from, to).map((clip, index) => this.#line(clip, from + index));
    this.#inner.replaceChildren(...lines);
    const active = lines.find((line) => line.getAttribute('aria-selected') === 'true');
    if (active === undefined) this.element.removeAttribute('aria-activedescendant');
    else this.element.setAttribute('aria-activedescendant', active.id);
  }

  #line({ name, problem }: Clip, at: number): HTMLElement {
    const mark = problem === undefined ? '' : '⚠ ';
    const line = make('div', 'clip-line', mark, name);
    line.id = `clip-${at}`;
    line.style.top = `${at * LINE}px`;
    line.title = name;
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', String(name === this.#selected));
    line.setAttribute('aria-setsize', String(this.#clips.length));
    line.setAttribute('aria-posinset', String(at + 1));
    line.addEventListener('click', () => {
      this.#choose(name);
    });
    return line;
  }
}
