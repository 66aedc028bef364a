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

interface HeaderActions {
  readonly reload: () => void;
  readonly stop: () => void;
  /** What can be had of a file that can be read. */
  readonly code: HTMLElement;
}

/** The file's name, how much of it there is, what can be done with it, what was inferred, and what went wrong. */
export function createHeader(say: Say, { reload, stop, code }: HeaderActions): Header {
  const name = make('h1', '');
  // For the focus that was on something that is gone.
  name.tabIndex = -1;
  const size = make('p', 'size');
  const reading = make('p', 'reading');
  // Told to screen readers when it changes.
  size.setAttribute('role', 'status');
  const stopping = make('span', '', button(say(dataWords.stopReading), stop));
  const offerStop = offeredLater(stopping);
  const again = make('div', 'trouble');
  again.setAttribute('role', 'alert');
  const notes = make('details', 'notes');
  const title = make('div', 'title', name, size, reading, stopping, code);
  const element = make('header', '', title, again, notes);
  return {
    element,
    draw: (state) => {
      const focused = [stopping, again].some((each) => each.contains(document.activeElement));
      name.textContent = state.title;
      size.textContent = sizeOf(state, say);
      // Of a file that cannot be read there is nothing to give code for.
      code.hidden = state.columns.length === 0;
      const ended = state.rows !== null || state.trouble !== '';
      if (ended) reading.textContent = '';
      offerStop(!ended);
      drawTrouble(again, state, say, reload);
      drawNotes(notes, state, say);
      if (focused) (again.querySelector<HTMLElement>('vscode-button') ?? name).focus();
    },
    progress: (bytes, of) => {
      const percent = of === 0 ? 0 : Math.min(99, Math.floor((100 * bytes) / of));
      reading.textContent = say(dataWords.loading, { percent: String(percent) });
    },
  };
}

/** Milliseconds: most files are read before one could press a button. */
const SOON = 400;

function offeredLater(element: HTMLElement): (offered: boolean) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  element.hidden = true;
  return (offered) => {
    if (offered) {
      waiting ??= setTimeout(() => {
        element.hidden = false;
      }, SOON);
      return;
    }
    clearTimeout(waiting);
    waiting = undefined;
    element.hidden = true;
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
