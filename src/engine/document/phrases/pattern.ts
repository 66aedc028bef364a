import { MENTION } from '../sentence/flow.js';
import type { Bilingual } from './row.js';

/** One expression for all the patterns of both languages, as whole words; `F` stands for a formula. */
export function compile(patterns: Bilingual<readonly string[]>, after = ''): RegExp {
  const source = [...patterns.es, ...patterns.en].join('|').replace(/\bF\b/g, MENTION);
  return new RegExp(`(?<![a-z0-9\\\\])(?:${source})(?![a-z0-9])${after}`, 'g');
}
