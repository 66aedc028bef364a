import { MENTION } from '../sentence/flow.js';
import type { Bilingual } from './row.js';

/** One expression for all the patterns of both languages, as whole words; `F` stands for a formula. */
export function compile(patterns: Bilingual<readonly string[]>, after = ''): RegExp {
  const source = [...patterns.es, ...patterns.en].join('|').replace(/\bF\b/g, MENTION);
  return new RegExp(`(?<![a-z0-9\\\\])(?:${source})(?![a-z0-9])${after}`, 'g');
}

/** Every match in a text. `matchAll` would copy the expression first, which costs more than short sentences do. */
export function matchesOf(expression: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    found.push(match);
    if (match[0] === '') expression.lastIndex++;
  }
  return found;
}
