import type { Place, Report, Step } from '../../src/engine/index.js';
import type { Setting } from '../../src/shared/describe.js';
import { linesOf } from '../../src/shared/lines.js';
import { speaker, type Bundle } from '../../src/shared/say.js';

/** A step with what a test cares about; the rest is that of a step that holds. */
export function stepWith(changes: Partial<Step> & { readonly place: Place }): Step {
  return { latex: '', kind: 'identity', verdict: 'holds', fixes: [], assumptions: [], ...changes };
}

/** The place of a piece of text, which must stand in it once. */
export function placeOf(piece: string, text: string, part = 0): Place {
  const start = text.indexOf(piece);
  if (start < 0 || text.includes(piece, start + 1)) throw new Error(`${piece} is not there once`);
  return { part, start, end: start + piece.length };
}

export function settingFor(report: Report, text: string, bundle: Bundle = {}): Setting {
  const lines = linesOf(text);
  return {
    report,
    say: speaker(bundle),
    textAt: ({ start, end }) => text.slice(start, end),
    spotAt: ({ start }) => ({ line: String(lines.positionAt(start).line) }),
  };
}
