import { isRelation } from './parse/relation.js';
import type { Token } from './token.js';

/** `a = b \qquad (i \ne j)`: without the brackets, what stands in them is a statement beside the other. */
export function withoutAsides(tokens: readonly Token[]): readonly Token[] {
  const drop = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    if (token.text !== '(' || tokens[at - 1]?.kind !== 'quad') continue;
    const end = endOfAside(tokens, at + 1);
    if (end === null || !endsStatement(tokens[end + 1])) continue;
    drop.add(at).add(end);
  }
  return drop.size === 0 ? tokens : tokens.filter((_, at) => !drop.has(at));
}

/** Where the bracket is closed, if a relation and no list stands in it. */
function endOfAside(tokens: readonly Token[], from: number): number | null {
  let depth = 0;
  let related = false;
  for (let at = from; at < tokens.length; at++) {
    const { text, kind } = tokens[at] ?? { text: '', kind: 'break' };
    if (kind === 'break') return null;
    if (depth === 0 && text === ')') return related ? at : null;
    if (depth === 0 && text === ',') return null;
    if (depth === 0 && isRelation(text)) related = true;
    if (/^[([{]$/.test(text) || kind === 'begin') depth++;
    else if (/^[)\]}]$/.test(text) || kind === 'end') depth--;
  }
  return null;
}

function endsStatement(token: Token | undefined): boolean {
  return (
    token === undefined ||
    ['quad', 'break', 'amp'].includes(token.kind) ||
    /^[.,;]$/.test(token.text)
  );
}
