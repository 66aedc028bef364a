import type { Fault, Spot } from '../engine/table/predictions/fault.js';
import { faultRemedies, faultWords } from './predictionWords.js';
import { sayFirst, type Args, type Say } from './say.js';

/** What is wrong at one place, as a sentence. */
export function describeFault({ code, args }: Fault, spot: Spot, say: Say): string {
  const general: Args = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const here: Args = {
    ...(spot.text !== undefined && { [code.startsWith('id.') ? 'id' : 'label']: shown(spot) }),
    ...(spot.expected !== undefined && { expected: spot.expected }),
  };
  return sayFirst(say, faultWords[code], { ...general, ...here });
}

/** Spaces around the text are seen where they are all that is wrong. */
function shown({ text = '', expected }: Spot): string {
  if (text.trim() !== expected) return text.trim();
  return text.replace(/^\s+|\s+$/g, (spaces) => '␣'.repeat(spaces.length));
}

/** What to do about it. */
export function describeFaultRemedy({ code }: Fault, say: Say): string {
  return say(faultRemedies[code]);
}
