import { endOfArgument, replaceAt, tokensOf } from './pieces.js';
import type { Rewriting } from './rewriting.js';

/** Parts of formulas behind macros that the document defines. */
export const MACRO_REWRITINGS: readonly Rewriting[] = [
  {
    title: 'a macro for what is repeated',
    of: (formulas) => {
      const piece = repeated(formulas);
      if (piece === null) return null;
      return {
        preamble: `\\newcommand{\\piece}{${piece}}\n`,
        formula: (latex) =>
          latex.replaceAll(piece, (_, at: number) =>
            /^[A-Za-z]/.test(latex.slice(at + piece.length)) ? '\\piece ' : '\\piece',
          ),
      };
    },
  },
  withMacro(
    'a macro of two arguments',
    '\\newcommand{\\deriv}[2]{\\frac{\\partial #1}{\\partial #2}}\n',
    partials,
  ),
  withMacro('a macro for \\mathbf', '\\newcommand{\\vect}[1]{\\mathbf{#1}}\n', (latex) =>
    latex.replaceAll('\\mathbf{', '\\vect{'),
  ),
  withMacro('a macro for the transpose', '\\newcommand{\\transp}{^\\top}\n', (latex) =>
    latex.replace(/\^(?:\\top|T|\{\\top\}|\{T\})(?![A-Za-z])/g, (_, at: number) => {
      const sum = /\\(?:sum|prod|int)(?:_\{[^{}]*\}|_\w)?$/.test(latex.slice(0, at));
      return sum ? '^T' : '\\transp{}';
    }),
  ),
  withMacro('\\def for the reals', '\\def\\reals{\\mathbb{R}}\n', (latex) =>
    latex.replaceAll('\\mathbb{R}', '\\reals{}'),
  ),
  withMacro('a macro for \\hat', '\\newcommand{\\est}[1]{\\hat{#1}}\n', (latex) =>
    latex.replaceAll('\\hat{', '\\est{'),
  ),
  withMacro('an operator that is declared', '\\DeclareMathOperator{\\traceof}{tr}\n', (latex) =>
    latex.replace(/\\operatorname\{tr\}|\\mathrm\{tr\}/g, '\\traceof{}'),
  ),
  withMacro('a macro for norms', '\\newcommand{\\size}[1]{\\left\\| #1 \\right\\|}\n', (latex) =>
    /\\(?:left|right|[bB]ig)[lr]?\s*\\\|/.test(latex)
      ? latex
      : latex.replace(/\\\|((?:(?!\\\||&|\\\\)[^])*)\\\|/g, '\\size{$1}'),
  ),
];

function withMacro(title: string, preamble: string, formula: (latex: string) => string): Rewriting {
  return {
    title,
    of: (formulas, prose) =>
      formulas.some((latex) => formula(latex) !== latex) && !prose.includes('newcommand')
        ? { preamble, formula }
        : null,
  };
}

/** The longest expression of a name, a fraction or brackets that stands twice in the formulas. */
function repeated(formulas: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const latex of formulas)
    for (const piece of pieces(latex)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const twice = [...counts].filter(([piece, count]) => count > 1 && piece.length < 60);
  twice.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  return twice[0]?.[0] ?? null;
}

function pieces(latex: string): readonly string[] {
  const tokens = tokensOf(latex);
  return tokens.flatMap(({ text, start }, at) => {
    if (!/^\\(?:frac|hat|bar|mathbf|tilde|sqrt)$/.test(text)) return [];
    const first = endOfArgument(tokens, at + 1);
    const end = text === '\\frac' ? endOfArgument(tokens, first + 1) : first;
    const piece = latex.slice(start, tokens[end]?.end);
    return /[&#]|\\\\|\\left|\\right|\n/.test(piece) ? [] : [piece];
  });
}

function partials(latex: string): string {
  const tokens = tokensOf(latex);
  const edits = tokens.flatMap(({ text, start }, at) => {
    if (text !== '\\frac' || tokens[at + 2]?.text !== '\\partial') return [];
    const top = endOfArgument(tokens, at + 1);
    const bottom = endOfArgument(tokens, top + 1);
    if (tokens[top + 2]?.text !== '\\partial' || tokens[at + 1]?.text !== '{') return [];
    const inner = (from: number, to: number): string =>
      latex.slice(tokens[from]?.end, tokens[to]?.start).trim();
    const parts = [inner(at + 2, top), inner(top + 2, bottom)];
    if (parts.some((part) => part === '' || /\\partial|\\frac|^\^/.test(part))) return [];
    return [
      {
        start,
        end: tokens[bottom]?.end ?? 0,
        text: `\\deriv{${parts[0] ?? ''}}{${parts[1] ?? ''}}`,
      },
    ];
  });
  return replaceAt(latex, edits);
}
