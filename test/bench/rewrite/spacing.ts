import { isScript, mapTokens, tokensOf } from './pieces.js';
import { eachFormula } from './rewriting.js';
import type { Rewriting } from './rewriting.js';

const SIGN = /^(?:[=+]|\\(?:approx|leq?|geq?|neq?))$/;

/** Blanks, narrow spaces and empty groups where they say nothing. */
export const SPACING_REWRITINGS: readonly Rewriting[] = [
  eachFormula('\\, around signs', (latex) => around(latex, ' \\, ', ' \\, ')),
  eachFormula('\\; around signs', (latex) => around(latex, '\\;', '\\;')),
  eachFormula('\\quad around =', (latex) =>
    mapTokens(latex, ({ text }, at, tokens) =>
      text === '=' && !isScript(tokens, at) && !atEdge(tokens, at) ? ' \\quad = \\quad ' : text,
    ),
  ),
  eachFormula('{} after =', (latex) =>
    mapTokens(latex, ({ text }, at, tokens) =>
      text === '=' && !isScript(tokens, at) && !atEdge(tokens, at) ? '={}' : text,
    ),
  ),
  eachFormula('{} before signs', (latex) =>
    mapTokens(latex, ({ text }, at, tokens) =>
      /^[=+]$/.test(text) && !isScript(tokens, at) && !atEdge(tokens, at) ? `{}${text}` : text,
    ),
  ),
  eachFormula('a blank after each token', (latex) =>
    mapTokens(latex, ({ text, kind }, at, tokens) => {
      const next = tokens[at + 1];
      const within = kind === 'opaque' || next?.kind === 'opaque' || next?.text === '*';
      const joined =
        (kind === 'letter' && next?.kind === 'letter') ||
        text === '\\left' ||
        text === '\\right' ||
        next?.text === "'" ||
        within;
      const digits = kind === 'number' || /^[:.,]$/.test(text) || /^[:.,]$/.test(next?.text ?? '');
      return joined || digits ? text : `${text} `;
    }),
  ),
  eachFormula('no blanks', tight),
  // Not before a sum's sign, which begins a list in Markdown, and not in a table's row.
  eachFormula('line breaks', (latex, open) =>
    open === '$'
      ? latex
      : mapTokens(latex, ({ text }, at, tokens) =>
          text === '=' && !isScript(tokens, at) && !atEdge(tokens, at) ? '\n= ' : text,
        ),
  ),
  eachFormula('\\! and \\: in products', (latex) =>
    mapTokens(latex, ({ text, kind }, at, tokens) =>
      kind === 'letter' && tokens[at + 1]?.text === '(' ? `${text}\\!` : text,
    ),
  ),
  eachFormula('\\displaystyle', (latex) =>
    /&|\\begin/.test(latex) || tokensOf(latex).length < 2 || isSignFirst(latex)
      ? latex
      : `\\displaystyle ${latex}`,
  ),
  {
    title: 'carriage returns',
    of: () => ({
      formula: (latex) => latex.replace(/\r?\n/g, '\r\n'),
      prose: (text) => text.replace(/\r?\n/g, '\r\n'),
    }),
  },
];

function around(latex: string, before: string, after: string): string {
  return mapTokens(latex, ({ text }, at, tokens) =>
    SIGN.test(text) && !isScript(tokens, at) && !atEdge(tokens, at) ? before + text + after : text,
  );
}

function isSignFirst(latex: string): boolean {
  return SIGN.test(tokensOf(latex)[0]?.text ?? '');
}

/** Next to the beginning, the end, an alignment mark or a line break, or part of `:=`. */
function atEdge(tokens: ReturnType<typeof tokensOf>, at: number): boolean {
  const isEdge = (text: string | undefined): boolean =>
    text === undefined || text === '&' || text === ':' || text.startsWith('\\\\');
  return isEdge(tokens[at - 1]?.text) || isEdge(tokens[at + 1]?.text);
}

/** Without the blanks that only the eye needs. */
function tight(latex: string): string {
  return latex.replace(
    /(\\[A-Za-z]+)?(?<!\\)[ \t]+(?=(.))/g,
    (blank, command: string | undefined, next) =>
      command !== undefined && /[A-Za-z]/.test(String(next)) ? blank : (command ?? ''),
  );
}
