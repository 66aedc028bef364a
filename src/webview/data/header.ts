import type { DataState } from '../../shared/dataProtocol.js';
import { dataWords } from '../../shared/dataWords.js';
import type { Say } from '../../shared/say.js';
import { button, make } from '../ui.js';
import { formatBytes, formatCount } from './numbers.js';

export interface Header {
  readonly element: HTMLElement;
  readonly draw: (state: DataState) => void;
  readonly progress: (bytes: number, of: number) => void;
}

/** The file's name, how much of it there is, what can be done with it, what was inferred, and what went wrong. */
export function createHeader(say: Say, reload: () => void, actions: HTMLElement): Header {
  const name = make('h1', '');
  const size = make('p', 'size');
  const reading = make('p', 'reading');
  // Told to screen readers when it changes.
  size.setAttribute('role', 'status');
  const again = make('div', 'trouble');
  again.setAttribute('role', 'alert');
  const notes = make('details', 'notes');
  const element = make(
    'header',
    '',
    make('div', 'title', name, size, reading, actions),
    again,
    notes,
  );
  return {
    element,
    draw: (state) => {
      name.textContent = state.title;
      size.textContent = sizeOf(state, say);
      // Of a file that cannot be read there is nothing to give code for.
      actions.hidden = state.columns.length === 0;
      if (state.rows !== null || state.trouble !== '') reading.textContent = '';
      drawTrouble(again, state, say, reload);
      drawNotes(notes, state, say);
    },
    progress: (bytes, of) => {
      const percent = of === 0 ? 0 : Math.min(99, Math.floor((100 * bytes) / of));
      reading.textContent = say(dataWords.loading, { percent: String(percent) });
    },
  };
}

function sizeOf({ title, bytes, columns, preview, rows, trouble }: DataState, say: Say): string {
  if (columns.length === 0) return trouble === '' ? say(dataWords.opening, { name: title }) : '';
  return say(rows === null ? dataWords.sizePreview : dataWords.sizeRead, {
    rows: formatCount(rows ?? preview.length),
    columns: formatCount(columns.length),
    size: formatBytes(bytes),
  });
}

function drawTrouble(place: HTMLElement, state: DataState, say: Say, reload: () => void): void {
  place.hidden = state.trouble === '';
  place.replaceChildren(
    ...(state.trouble === ''
      ? []
      : [make('p', '', state.trouble), button(say(dataWords.tryAgain), reload)]),
  );
}

function drawNotes(place: HTMLElement, { notes }: DataState, say: Say): void {
  place.hidden = notes.length === 0;
  const lines = notes.map((note) => make('li', '', note));
  const count = ` (${formatCount(notes.length)})`;
  place.replaceChildren(make('summary', '', say(dataWords.notes), count), make('ul', '', ...lines));
}
