import type { Expr, Sym } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import { counterIn } from '../latex/parse/counter.js';
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
    const [bound, ...others] = node.kind === 'big' && node.op === 'sum' ? node.bounds : [];
    if (hit || node.kind !== 'big' || bound?.index.kind !== 'sym' || others.length > 0) return;
    const { index, set, condition } = bound;
    const counted = (inner: Expr): boolean => inner.kind === 'sym' && inner.base === index.base;
    if (set || condition || some(node.body, counted)) return;
    const letter = counterIn(node.body);
    if (!letter || taken.has(letter.base) || meaning.forest.knows(letter.base)) return;
    if (bound.to && some(bound.to, (inner) => inner.kind === 'sym' && inner.base === letter.base))
      return;
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
