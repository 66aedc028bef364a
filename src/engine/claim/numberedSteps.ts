import type { Expr } from '../expression/node.js';
import type { Definition } from '../interpret/context.js';
import { horizonOf } from './horizon.js';
import { familyLetter } from './implied.js';
import { headOf } from './key.js';
import { meanDefinitions } from './means.js';
import type { Naming } from './naming.js';
import { stepLosses } from './stepLosses.js';

/** Ids that no other definition has. */
const FIRST_ID = 500_000;

/** Means, steps and losses of steps that nobody defines, since their notation says what they are. */
export function unwritten(
  roots: readonly Expr[],
  samples: ReadonlyMap<string, Expr>,
  said: readonly Definition[],
  naming: Naming,
): readonly Definition[] {
  return [
    ...meanDefinitions(roots, said, naming),
    ...numberedSteps(said, samples, naming),
    ...stepLosses(roots, said, naming),
  ];
}

/** `h_3` is `h_t` at t = 3, where a loss is summed over all t and nothing else says what `h_3` is. */
function numberedSteps(
  definitions: readonly Definition[],
  samples: ReadonlyMap<string, Expr>,
  naming: Naming,
): readonly Definition[] {
  const book = new Map(definitions.map((definition) => [definition.key, definition]));
  if (!horizonOf(book)) return [];
  const out: Definition[] = [];
  for (const [key, sample] of samples) {
    const [whole, number] = numberedKey(key) ?? [];
    const head = headOf(sample);
    const general = whole === undefined ? undefined : samples.get(whole);
    if (whole === undefined || number === undefined || !head || !general || book.has(key)) continue;
    const [letter, ...more] = naming.readName(general)?.family ?? [];
    if (!letter || more.length > 0 || familyLetter(letter) !== 't') continue;
    const { span } = sample;
    const index: Expr = { kind: 'num', text: number, span };
    const body: Expr = { kind: 'mark', target: head, mark: 'layer', index, span };
    const id = FIRST_ID + out.length;
    out.push({ id, key, family: [], indices: [], args: null, body });
  }
  return out;
}

/** `h` and 3 of `h_{3}`. */
export function numberedKey(key: string): readonly [string, string] | null {
  const [, whole, number] = /^(.*)_\{(\d)\}$/.exec(key) ?? [];
  return whole === undefined || number === undefined ? null : [whole, number];
}
