import { sayFirst } from '../shared/say.js';
import { problems } from '../shared/words.js';
import type { Trouble } from './analyses.js';
import { say, sentences } from './messages.js';

/** Why a document has no report, in a sentence. */
export function describeTrouble(trouble: Trouble, name: string): string {
  if (trouble.kind === 'problem')
    return sayFirst(say, problems[trouble.problem.code], trouble.problem.args);
  switch (trouble.failure.code) {
    case 'timeout':
      return say(sentences.tookTooLong, { name });
    case 'crashed':
    case 'disposed':
      return say(sentences.ranOut, { name });
    case 'bug':
      return say(sentences.bug, { name });
  }
}
