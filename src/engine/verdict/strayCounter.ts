import { strayLetter } from '../expression/counter.js';
import type { Expr, Sym } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import type { Reader } from './judge.js';
import type { Lint } from './lint.js';

/** `\sum_{k=1}^{n} (f(x_i) - y_i)^2`: a sum that counts with a letter which its terms do not have, while they have one that nothing counts. */
export function strayCounter(reader: Reader, definition: Definition): Lint | null {
  const { meaning } = reader.session(false, false);
  const taken = new Set([
    ...definition.indices,
    ...definition.family,
    ...(definition.args ?? []),
    ...countersIn(definition.body),
  ]);
  let hit: Hit | null = null;
  walk(definition.body, (node) => {
    const letter = hit ? null : strayLetter(node);
    if (!letter || node.kind !== 'big') return;
    const [bound] = node.bounds;
    if (bound?.index.kind !== 'sym') return;
    const { index } = bound;
    if (taken.has(letter.base) || meaning.forest.knows(letter.base)) return;
    const renamed: Sym = { ...index, base: letter.base };
    const change: Expr = { ...node, bounds: [{ ...bound, index: renamed }] };
    hit = { node, change, letter: letter.base, name: index.base };
  });
  const found = hit as Hit | null;
  return found && lintOf(definition, found);
}

interface Hit {
  readonly node: Expr;
  readonly change: Expr;
  readonly letter: string;
  readonly name: string;
}

function lintOf(definition: Definition, { node, change, letter, name }: Hit): Lint {
  const result = replaceNode(definition.body, node, change);
  const reason = { code: 'notation.counter' as const, args: { name, other: letter } };
  return {
    judgement: { kind: 'definition', verdict: 'slip', reason, assumptions: [] },
    edit: { code: 'fix.bounds', cost: 1, node, change, result },
    meant: { ...definition, body: result },
  };
}

/** The letters that sums and products count with. */
function countersIn(body: Expr): readonly string[] {
  const letters: string[] = [];
  walk(body, (node) => {
    if (node.kind === 'big')
      for (const { index } of node.bounds) if (index.kind === 'sym') letters.push(index.base);
  });
  return letters;
}
