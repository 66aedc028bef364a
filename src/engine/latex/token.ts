import type { Span } from '../text/span.js';

/**
 * One unit of mathematics as written.
 * - `command`: `\alpha`, `\frac`; `letter`: one letter; `number`: digits with at most one decimal point;
 * - `word`: the contents of `\text{..}`, `\mathrm{..}`, `\operatorname{..}`;
 * - `quad`: white space wide enough to separate statements; `break`: `\\`; `amp`: `&`;
 * - `begin` / `end`: an environment's ends, `text` its name; `symbol`: anything else, one character.
 */
export type TokenKind =
  | 'command'
  | 'letter'
  | 'number'
  | 'word'
  | 'symbol'
  | 'quad'
  | 'break'
  | 'amp'
  | 'begin'
  | 'end'
  | 'eof';

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** White space (also `\,` and `\ `) stands before it. */
  readonly spaced: boolean;
  /** It is a space that was asked for, as `\;`, and no thin one. */
  readonly apart?: boolean;
  /** For a `word`: true when it was `\text`-like prose rather than an upright name. */
  readonly prose?: boolean;
  /** For a `letter`: true when it was written `\mathrm{..}`. */
  readonly upright?: boolean;
}
