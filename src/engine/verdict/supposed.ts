import { isLiteral } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import type { Consequences } from './consequences.js';
import { Reader } from './judge.js';
import type { Setting } from './setting.js';

/** How many suppositions are taken for definitions, and ids that no definition has. */
const SUPPOSED = 4;
const SUPPOSED_ID = 1_000_000;

/** "If the model is linear, $\hat{y} = Xw$": the reading in which names are what they were supposed to be. */
export function supposedReader(
  { names, reader }: Setting,
  { hypotheses }: Consequences,
): Reader | null {
  const { book, ranks } = reader;
  const variables = new Map(book.variables);
  for (const { left, right } of hypotheses.slice(-SUPPOSED)) {
    const use = left.kind === 'sym' ? names.naming.readName(left) : null;
    if (!use || book.values.has(use.key) || book.variables.has(use.key) || isLiteral(right))
      continue;
    if (keysIn(right, names.naming).has(use.key)) continue;
    const { key } = use;
    const id = SUPPOSED_ID + variables.size;
    variables.set(key, { id, key, family: [], indices: [], args: null, body: right });
  }
  return variables.size > book.variables.size
    ? new Reader(names, ranks, { ...book, variables })
    : null;
}
