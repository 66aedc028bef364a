import type { Fault, Spot } from '../engine/table/predictions/fault.js';
import { faultRemedies, faultWords } from './predictionWords.js';
import { sayFirst, type Args, type Say } from './say.js';

/** What is wrong at one place, as a sentence. */
export function describeFault({ code, args }: Fault, spot: Spot, say: Say): string {
  const general: Args = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const here: Args = {
    ...(spot.text !== undefined && { [code.startsWith('id.') ? 'id' : 'label']: spot.text.trim() }),
    ...(spot.expected !== undefined && { expected: spot.expected }),
  };
  return sayFirst(say, faultWords[code], { ...general, ...here });
}

/** What to do about it. */
export function describeFaultRemedy({ code }: Fault, say: Say): string {
  return say(faultRemedies[code]);
}
