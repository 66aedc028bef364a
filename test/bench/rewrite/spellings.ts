import { endOfArgument, isScript, mapTokens, replaceAt, tokensOf } from './pieces.js';
import { eachFormula } from './rewriting.js';
import type { Rewriting } from './rewriting.js';

/** Other commands for the same thing. */
export const SPELLING_REWRITINGS: readonly Rewriting[] = [
  commands('\\dfrac', { '\\frac': '\\dfrac', '\\tfrac': '\\dfrac' }),
  commands('\\tfrac', { '\\frac': '\\tfrac', '\\dfrac': '\\tfrac' }),
  commands('\\cfrac', { '\\frac': '\\cfrac', '\\dfrac': '\\cfrac' }),
  eachFormula('^T', (latex) => transposes(latex, 'T')),
  eachFormula('^\\top', (latex) => transposes(latex, '\\top')),
  eachFormula('^{\\mathsf T}', (latex) => transposes(latex, '{\\mathsf T}')),
  eachFormula('^{\\mathsf{T}}', (latex) => transposes(latex, '{\\mathsf{T}}')),
  eachFormula('^{\\mathrm{T}}', (latex) => transposes(latex, '{\\mathrm{T}}')),
  eachFormula('^\\intercal', (latex) => transposes(latex, '\\intercal')),
  eachFormula('\\times of numbers', (latex) =>
    mapTokens(latex, ({ text }, at, tokens) =>
      text === '\\cdot' && tokens[at - 1]?.kind === 'number' && tokens[at + 1]?.kind === 'number'
        ? '\\times'
        : text,
    ),
  ),
  commands('\\leq \\geq \\neq', { '\\le': '\\leq', '\\ge': '\\geq', '\\ne': '\\neq' }),
  commands('\\leqslant', { '\\le': '\\leqslant', '\\leq': '\\leqslant' }),
  commands('\\rightarrow', { '\\to': '\\rightarrow' }),
  commands('\\implies', { '\\Rightarrow': '\\implies' }),
  commands('\\boldsymbol', { '\\mathbf': '\\boldsymbol' }),
  commands('\\bm', { '\\mathbf': '\\bm', '\\boldsymbol': '\\bm' }),
  commands('\\varepsilon', { '\\epsilon': '\\varepsilon' }),
  commands('\\widehat', { '\\hat': '\\widehat' }),
  eachFormula('bmatrix', (latex) => latex.replace(/(\\(?:begin|end)\{)pmatrix\}/g, '$1bmatrix}')),
  eachFormula('pmatrix', (latex) => latex.replace(/(\\(?:begin|end)\{)bmatrix\}/g, '$1pmatrix}')),
  eachFormula('aligned to split', (latex) =>
    latex.replace(/(\\(?:begin|end)\{)aligned\}/g, '$1split}'),
  ),
  eachFormula('scripts in braces', (latex) =>
    mapTokens(latex, ({ text, kind }, at, tokens) =>
      /^[\^_]$/.test(tokens[at - 1]?.text ?? '') &&
      /^(?:letter|number)$/.test(kind) &&
      text.length < 2
        ? `{${text}}`
        : text,
    ),
  ),
  eachFormula('scripts without braces', (latex) =>
    latex.replace(/([\^_])\{(\w)\}(?![A-Za-z\d])/g, '$1$2'),
  ),
  eachFormula('scripts in the other order', swappedScripts),
  eachFormula('\\mathrm names', (latex) =>
    latex.replace(/\\operatorname\{([a-z]{2,})\}/g, '\\mathrm{$1}'),
  ),
  eachFormula('\\text names', (latex) =>
    latex.replace(/\\operatorname\{([a-z]{2,})\}/g, '\\text{$1}'),
  ),
  eachFormula('\\operatorname names', (latex) =>
    latex.replace(/\\(?:mathrm|text)\{(tr|softmax|diag|rank|sign|ReLU)\}/g, '\\operatorname{$1}'),
  ),
  commands('\\operatorname of functions', {
    '\\det': '\\operatorname{det}',
    '\\tanh': '\\operatorname{tanh}',
    '\\exp': '\\operatorname{exp}',
    '\\log': '\\operatorname{log}',
  }),
  eachFormula('an empty group after the name', (latex) =>
    mapTokens(latex, ({ text, kind }, at, tokens) =>
      kind === 'command' &&
      /^\\(?:alpha|beta|lambda|theta|eta|mu)$/.test(text) &&
      !isScript(tokens, at)
        ? `${text}{}`
        : text,
    ),
  ),
  eachFormula('terms in braces', (latex) =>
    mapTokens(latex, ({ text, kind }, at, tokens) => {
      const next = tokens[at + 1]?.text ?? '';
      const before = tokens[at - 1]?.text ?? '';
      const alone = /^[=+]$/.test(before) && /^[=+-]$/.test(next);
      return alone && kind === 'letter' && !isScript(tokens, at) ? `{${text}}` : text;
    }),
  ),
  {
    title: '\\[ \\] and \\( \\)',
    of: () => ({ fences: (open) => (open === '$' ? ['\\(', '\\)'] : ['\\[', '\\]']) }),
  },
  {
    title: 'a full stop after the display',
    of: (formulas) => ({
      formula: (latex) =>
        formulas.length > 0 &&
        /=/.test(latex) &&
        /[\w}]\s*$/.test(latex) &&
        !/\\end\{[^}]*\}\s*$/.test(latex)
          ? latex.replace(/(\s*)$/, '.$1')
          : latex,
    }),
  },
  {
    title: 'no full stop after the display',
    of: () => ({ formula: (latex) => latex.replace(/(?<![.\d\\])[.](\s*)$/, '$1') }),
  },
];

function commands(title: string, other: Readonly<Record<string, string>>): Rewriting {
  return eachFormula(title, (latex) =>
    mapTokens(latex, (token) =>
      token.kind === 'command' ? (other[token.text] ?? token.text) : token.text,
    ),
  );
}

const TRANSPOSE =
  /\^(?:T|\{T\}|\\top|\{\\top\}|\\intercal|\{\\mathsf\s*T\}|\{\\mathsf\{T\}\})(?![A-Za-z])/g;

function transposes(latex: string, sign: string): string {
  if (/(?:sum|prod)_\{[^{}]*\}\^\{?T(?![A-Za-z])/.test(latex)) return latex;
  return latex
    .replace(TRANSPOSE, (_, at: number) =>
      /^[A-Za-z]/.test(latex.slice(at)) ? `^${sign} ` : `^${sign}`,
    )
    .replace(/(\\top|\\intercal)(?=[A-Za-z])/g, '$1 ');
}

/** `x_i^2` as `x^2_i`, for scripts that follow one another. */
function swappedScripts(latex: string): string {
  const tokens = tokensOf(latex);
  const edits: { start: number; end: number; text: string }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!/^[\^_]$/.test(tokens[at]?.text ?? '')) continue;
    if (/^\\|^\}/.test(tokens[at - 1]?.text ?? '')) continue;
    const first = endOfArgument(tokens, at + 1);
    const middle = tokens[first + 1];
    if (!middle || !/^[\^_]$/.test(middle.text) || middle.text === tokens[at]?.text) continue;
    const last = tokens[endOfArgument(tokens, first + 2)];
    const [start, end] = [tokens[at]?.start ?? 0, tokens[first]?.end ?? 0];
    if (!last) continue;
    edits.push({
      start,
      end: last.end,
      text: latex.slice(middle.start, last.end) + latex.slice(start, end),
    });
    at = first + 2;
  }
  return replaceAt(latex, edits);
}
