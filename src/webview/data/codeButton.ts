import type { Screen } from '../../shared/dataProtocol.js';
import { dataWords } from '../../shared/dataWords.js';
import type { Say } from '../../shared/say.js';
import { button, make } from '../ui.js';
import type { Ask } from './page.js';
import { sayProblem } from './problem.js';

/** Copies the pandas code for what is on the screen, and says that it did. */
export function createCodeButton(
  ask: Ask,
  say: Say,
  screens: () => readonly Screen[],
): HTMLElement {
  const done = make('span', 'done');
  done.setAttribute('role', 'status');
  const copy = async (): Promise<void> => {
    done.textContent = '';
    const reply = await ask('copyCode', screens());
    if (reply === undefined) return;
    done.textContent = reply.ok ? say(dataWords.codeCopied) : sayProblem(reply.problem, say);
  };
  return make(
    'div',
    'code-button',
    done,
    button(say(dataWords.codeCopy), () => void copy()),
  );
}
