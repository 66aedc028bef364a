import type { AudioEditorProtocol, AudioViewProtocol } from '../../shared/audioViewProtocol.js';
import { speaker } from '../../shared/say.js';
import { connectToEditor } from '../host.js';
import { keepFocus } from '../keepFocus.js';
import { make, registerControls } from '../ui.js';
import '../data/data.css';
import '../plot.css';
import './audio.css';
import type { AudioContext } from './context.js';
import { createAudioPage, type AudioPage } from './page.js';

/** Milliseconds: writing tens of thousands of clips takes minutes, and the editor shows how far it is. */
const PATIENCE = 6 * 3_600_000;

let page: AudioPage | undefined;

registerControls();
keepFocus();
const editor = connectToEditor<AudioViewProtocol, AudioEditorProtocol>({
  show: (state) => {
    page?.show(state);
    return null;
  },
  choose: (name) => {
    page?.choose(name);
    return null;
  },
});
const ask: AudioContext['ask'] = (name, params) =>
  editor.request(name, params, name === 'export' ? { timeout: PATIENCE } : {}).result.catch(() => {
    showUnanswered();
    return undefined;
  });

// After this page was reloaded, everything it showed is told again.
void ask('ready', null).then((setup) => {
  if (setup === undefined) return;
  document.documentElement.lang = setup.language;
  page = createAudioPage(document.body, { ask, say: speaker(setup.words) }, setup);
  page.show(setup.state);
  if (setup.clip !== '') page.choose(setup.clip);
});

/** In words that were there from the start: those of the page come from the editor. */
function showUnanswered(): void {
  const notice = make('p', 'notice', document.body.dataset['unanswered'] ?? '');
  notice.setAttribute('role', 'alert');
  document.body.querySelector('.notice')?.remove();
  document.body.prepend(notice);
}
