import type {
  DataEditorProtocol,
  DataState,
  DataViewProtocol,
  Place,
} from '../../shared/dataProtocol.js';
import { speaker } from '../../shared/say.js';
import { connectToEditor } from '../host.js';
import { keepFocus } from '../keepFocus.js';
import { make, registerControls } from '../ui.js';
import './data.css';
import { createFrame, type Frame } from './frame.js';
import type { Ask, Follow } from './page.js';

/** Milliseconds: a question to millions of rows takes its time, and the table process has limits of its own. */
const PATIENCE = 180_000;

let frame: Frame | undefined;

registerControls();
keepFocus();
const editor = connectToEditor<DataViewProtocol, DataEditorProtocol>({
  show: (state: DataState) => {
    frame?.show(state);
    return null;
  },
  progress: ({ bytes, of }) => {
    frame?.progress(bytes, of);
    return null;
  },
  go: (place: Place) => {
    frame?.go(place);
    return null;
  },
  partnersChanged: () => {
    frame?.partnersChanged();
    return null;
  },
});
const ask: Ask = (name, params) =>
  editor.request(name, params, { timeout: PATIENCE }).result.catch(() => {
    showUnanswered();
    return undefined;
  });

const follow: Follow = (name, params, onProgress) => {
  const { result, cancel } = editor.request(name, params, { timeout: PATIENCE, onProgress });
  let off = false;
  return {
    result: result.catch(() => {
      if (!off) showUnanswered();
      return undefined;
    }),
    cancel: () => {
      off = true;
      cancel();
    },
  };
};

// After this page was reloaded, everything it showed is told again.
void ask('ready', null).then((setup) => {
  if (setup === undefined) return;
  document.documentElement.lang = setup.language;
  frame = createFrame(document.body, { ask, follow, say: speaker(setup.words) });
  frame.show(setup.state);
  if (setup.place !== null) frame.go(setup.place);
});

/** In words that were there from the start: those of the page come from the editor. */
function showUnanswered(): void {
  const notice = make('p', 'notice', document.body.dataset['unanswered'] ?? '');
  notice.setAttribute('role', 'alert');
  document.body.querySelector('.notice')?.remove();
  document.body.prepend(notice);
}
