import { BRACKET_REWRITINGS } from './brackets.js';
import { LETTER_REWRITINGS } from './letters.js';
import { MACRO_REWRITINGS } from './macros.js';
import { PROSE_REWRITINGS } from './prose.js';
import type { Rewriting } from './rewriting.js';
import { SPACING_REWRITINGS } from './spacing.js';
import { SPELLING_REWRITINGS } from './spellings.js';

/** Everything that leaves the mathematics as it is. */
export const REWRITINGS: readonly Rewriting[] = [
  ...LETTER_REWRITINGS,
  ...BRACKET_REWRITINGS,
  ...SPACING_REWRITINGS,
  ...SPELLING_REWRITINGS,
  ...MACRO_REWRITINGS,
  ...PROSE_REWRITINGS,
];
