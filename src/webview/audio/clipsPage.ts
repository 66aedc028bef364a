import type { AudioState, Clip } from '../../shared/audioViewProtocol.js';
import { audioWords } from '../../shared/audioWords.js';
import { formatCount } from '../data/numbers.js';
import { make, textField } from '../ui.js';
import { createClipList } from './clipList.js';
import { createClipView } from './clipView.js';
import { sayAudioProblem, type AudioContext } from './context.js';
import type { KeptSettings } from './settings.js';
import { createSettingsForm } from './settingsForm.js';

/** The list of clips, and the one that was chosen. */
export interface ClipsPage {
  readonly element: HTMLElement;
  readonly draw: (state: AudioState) => void;
  readonly choose: (name: string) => void;
}

export function createClipsPage(context: AudioContext, settings: KeptSettings): ClipsPage {
  const page = new Clips(context, settings);
  return {
    element: page.element,
    draw: (state) => {
      page.draw(state);
    },
    choose: (name) => {
      page.choose(name);
    },
  };
}

class Clips {
  readonly element: HTMLElement;
  readonly #context: AudioContext;
  readonly #settings: KeptSettings;
  readonly #view;
  readonly #list;
  readonly #form;
  readonly #search;
  readonly #found = make('p', 'found');
  readonly #adjusted = make('p', 'found');
  #clips: readonly Clip[] = [];
  #chosen = '';
  /** Grows with each question: an answer to an older one comes too late. */
  #asked = 0;

  constructor(context: AudioContext, settings: KeptSettings) {
    const { say } = context;
    this.#context = context;
    this.#settings = settings;
    this.#view = createClipView(context);
    this.#form = createSettingsForm(say, settings.usual, settings.read(), (next) => {
      settings.write(next);
      void this.#look();
    });
    this.#list = createClipList(say(audioWords.tabClips), (name) => {
      this.choose(name);
    });
    this.#search = textField(say(audioWords.searchClips), {
      onInput: () => {
        this.#filter();
      },
    });
    for (const line of [this.#found, this.#adjusted]) line.setAttribute('role', 'status');
    const side = [this.#search.element, this.#found, this.#list.element];
    const main = [this.#form.element, this.#adjusted, this.#view.element];
    this.element = make(
      'div',
      'clips-page',
      make('div', 'clips-side', ...side),
      make('div', 'clips-main', ...main),
    );
  }

  draw({ folder }: AudioState): void {
    this.#clips = folder?.clips ?? [];
    this.#filter();
    const [first] = this.#clips;
    if (this.#chosen === '' && first !== undefined) this.choose(first.name);
  }

  choose(name: string): void {
    this.#chosen = name;
    this.#list.select(name);
    void this.#look();
  }

  async #look(): Promise<void> {
    const name = this.#chosen;
    if (name === '') return;
    const { ask, say } = this.#context;
    const question = ++this.#asked;
    const settings = this.#settings.read();
    const reply = await ask('look', { name, settings });
    if (question !== this.#asked || reply === undefined) return;
    if (!reply.ok) {
      this.#view.trouble(`${name}: ${sayAudioProblem(reply.problem, say)}`);
      return;
    }
    this.#view.show(reply);
    const same = JSON.stringify(reply.settings) === JSON.stringify(settings);
    this.#adjusted.textContent = same ? '' : say(audioWords.settingsChanged);
    this.#form.write(reply.settings);
  }

  #filter(): void {
    const typed = this.#search.read();
    const shown = matching(this.#clips, typed);
    this.#list.show(shown);
    const counts = { found: formatCount(shown.length), all: formatCount(this.#clips.length) };
    const { say } = this.#context;
    this.#found.textContent = typed.trim() === '' ? '' : say(audioWords.clipsFound, counts);
  }
}

/** Clips whose names hold every word that was typed. */
function matching(clips: readonly Clip[], typed: string): readonly Clip[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return clips.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}
