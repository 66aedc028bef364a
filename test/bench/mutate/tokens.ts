/** `opaque`: text, environments, spacing and number sets, which no edit touches. */
export type TokenKind =
  'command' | 'letter' | 'number' | 'open' | 'close' | 'symbol' | 'space' | 'opaque';

/** A piece of LaTeX with its place in the formula. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const RULES: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+|\\[,;:! ]|\\q?quad\b|~/y],
  [
    'opaque',
    /\\(?:text|textbf|mathrm|mathbb|mathcal|operatorname|label|begin|end)\s*\{[^{}]*\}|\\\\|&/y,
  ],
  ['opaque', /\\(?:left|right|bigg?|Bigg?)(?![A-Za-z])\s*[|.]/y],
  ['command', /\\(?:left|right|bigg?|Bigg?)(?![A-Za-z])/y],
  ['command', /\\[A-Za-z]+|\\[|{}]/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['letter', /[A-Za-z]/y],
  ['open', /[{([]/y],
  ['close', /[})\]]/y],
  ['symbol', /[^]/y],
];

/** Cuts a formula into tokens; together they are the formula. */
export function tokenize(latex: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < latex.length) {
    const token = tokenAt(latex, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(latex: string, start: number): Token {
  for (const [kind, pattern] of RULES) {
    pattern.lastIndex = start;
    const match = pattern.exec(latex);
    if (match) return { kind, text: match[0], start, end: start + match[0].length };
  }
  return { kind: 'symbol', text: latex.charAt(start), start, end: start + 1 };
}
