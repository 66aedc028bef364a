import type { AudioProblem } from '../../shared/audioProtocol.js';
import { audioProblems, audioWords, oddReasons, variantWords } from '../../shared/audioWords.js';
import { sayFirst, type Bundle, type Say } from '../../shared/say.js';
import { say } from '../messages.js';

/** Why there are no clips, or why nothing was written, in a sentence. */
export function describeAudioProblem({ code, args }: AudioProblem, say: Say): string {
  const written = Object.entries(args).map(([name, value]) => [name, String(value)] as const);
  return sayFirst(say, audioProblems[code], Object.fromEntries(written));
}

/** Every sentence that the view may say, by the English one; placeholders stay for it to fill. */
export function wordsOfAudio(): Bundle {
  const tables = [audioWords, audioProblems, oddReasons, variantWords];
  const templates = tables.flatMap((table) => Object.values<string | readonly string[]>(table));
  return Object.fromEntries(templates.flat().map((template) => [template, say(template)]));
}
