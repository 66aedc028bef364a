import type { ClipLook } from '../../shared/audioProtocol.js';
import type { ClipCodeWish } from '../../shared/audioViewProtocol.js';
import { audioWords } from '../../shared/audioWords.js';
import { button, make } from '../ui.js';
import type { AudioContext } from './context.js';

/** What gives the librosa code for the clip that is shown, and says where it went. */
export function createClipCodeButtons(
  { ask, say }: AudioContext,
  lookOf: () => ClipLook | undefined,
): HTMLElement {
  const done = make('span', 'done');
  done.setAttribute('role', 'status');
  const give = async (to: ClipCodeWish['to']): Promise<void> => {
    const look = lookOf();
    done.textContent = '';
    if (look === undefined) return;
    const { name, settings, format } = look;
    const notebook = await ask('giveCode', { name, settings, rate: format.rate, to });
    if (notebook === undefined) return;
    if (to === 'clipboard') done.textContent = say(audioWords.codeCopied);
    else if (notebook !== '') {
      done.textContent = say(audioWords.codeInserted, { name: notebook });
    }
  };
  return make(
    'div',
    'code-buttons',
    button(say(audioWords.codeCopy), () => void give('clipboard')),
    button(say(audioWords.codeInsert), () => void give('notebook')),
    done,
  );
}
