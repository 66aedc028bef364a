import type { AudioEditorProtocol } from '../../shared/audioViewProtocol.js';
import type { AudioProblem } from '../../shared/audioProtocol.js';
import { audioProblems } from '../../shared/audioWords.js';
import { sayFirst, type Say } from '../../shared/say.js';

/** What every part of the view has at hand. */
export interface AudioContext {
  /** Nothing when the editor did not answer, which the page then says. */
  readonly ask: <Name extends keyof AudioEditorProtocol>(
    name: Name,
    params: AudioEditorProtocol[Name]['params'],
  ) => Promise<AudioEditorProtocol[Name]['result'] | undefined>;
  readonly say: Say;
}

export function sayAudioProblem({ code, args }: AudioProblem, say: Say): string {
  const written = Object.entries(args).map(([name, value]) => [name, String(value)] as const);
  return sayFirst(say, audioProblems[code], Object.fromEntries(written));
}
