import type { CodeWish } from '../../shared/dataProtocol.js';
import { dataWords } from '../../shared/dataWords.js';
import { button, make } from '../ui.js';
import type { PageContext } from './page.js';
import { sayProblem } from './problem.js';

/** What gives the pandas code for what is on the screen, and says where it went. */
export function createCodeButtons(
  { ask, say }: Pick<PageContext, 'ask' | 'say'>,
  shown: () => Omit<CodeWish, 'to'>,
): HTMLElement {
  const done = make('span', 'done');
  done.setAttribute('role', 'status');
  const give = async (to: CodeWish['to']): Promise<void> => {
    done.textContent = '';
    const reply = await ask('giveCode', { ...shown(), to });
    if (reply === undefined) return;
    if (!reply.ok) done.textContent = sayProblem(reply.problem, say);
    else if (to === 'clipboard') done.textContent = say(dataWords.codeCopied);
    else if (reply.notebook !== '') {
      done.textContent = say(dataWords.codeInserted, { name: reply.notebook });
    }
  };
  return make(
    'div',
    'code-buttons',
    done,
    button(say(dataWords.codeCopy), () => void give('clipboard')),
    button(say(dataWords.codeInsert), () => void give('notebook')),
  );
}
