import { replaceAt, tokensOf } from './pieces.js';
import { eachFormula } from './rewriting.js';
import type { Rewriting } from './rewriting.js';

/** Brackets of other sizes, and other commands for the same brackets. */
export const BRACKET_REWRITINGS: readonly Rewriting[] = [
  eachFormula('\\left( \\right)', (latex) => sized(latex, ['\\left', '\\right'])),
  eachFormula('\\bigl( \\bigr)', (latex) => sized(latex, ['\\bigl', '\\bigr'])),
  eachFormula('\\Big( \\Big)', (latex) => sized(latex, ['\\Big', '\\Big'])),
  eachFormula('no \\left \\right', (latex) =>
    /\\left\s*\.|\\right\s*[.|]|\\middle/.test(latex)
      ? latex
      : latex.replace(/\\left(?![A-Za-z])\s*|\\right(?![A-Za-z])\s*/g, ''),
  ),
  eachFormula('\\lVert \\rVert', (latex) => norms(latex, ['\\lVert ', '\\rVert '])),
  eachFormula('\\left\\| \\right\\|', (latex) => norms(latex, ['\\left\\|', '\\right\\|'])),
  eachFormula('\\Vert', (latex) => norms(latex, ['\\Vert ', '\\Vert '])),
];

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['\\{', '\\}'],
]);

/** Puts a size before each pair of brackets that stand in one group and one cell. */
function sized(latex: string, [open, close]: readonly [string, string]): string {
  const tokens = tokensOf(latex);
  const edits: { start: number; end: number; text: string }[] = [];
  tokens.forEach((token, index) => {
    const closing = CLOSING.get(token.text);
    const before = tokens[index - 1]?.text ?? '';
    if (closing === undefined || /^\\(?:left|right|[bB]ig+[lrm]?|sqrt|\\.*)$/.test(before)) return;
    if (before === '{' && /^[\^_]$/.test(tokens[index - 2]?.text ?? '')) return;
    const end = closingOf(tokens, index, closing);
    const last = end === null ? undefined : tokens[end];
    if (last === undefined) return;
    edits.push({ start: token.start, end: token.start, text: open });
    edits.push({ start: last.start, end: last.start, text: close });
  });
  return replaceAt(latex, edits);
}

function closingOf(
  tokens: ReturnType<typeof tokensOf>,
  from: number,
  closing: string,
): number | null {
  const awaited = [closing];
  for (let at = from + 1; at < tokens.length; at++) {
    const { text, kind } = tokens[at] ?? { text: '', kind: 'space' };
    const wanted = awaited.at(-1);
    if (text === '&' || text.startsWith('\\\\') || /^\\(?:begin|end)/.test(text)) return null;
    if (text === wanted && !/^\\right/.test(tokens[at - 1]?.text ?? '')) awaited.pop();
    else if (text === '{') awaited.push('}');
    else if (CLOSING.has(text)) awaited.push(CLOSING.get(text) ?? '');
    else if (text === wanted) awaited.pop();
    else if (kind === 'close' || text === '\\}') return null;
    if (awaited.length === 0) return at;
  }
  return null;
}

/** Norm bars by another command, where they pair up without nesting. */
function norms(latex: string, bars: readonly [string, string]): string {
  const tokens = tokensOf(latex);
  const own = tokens.filter((token) => token.text === '\\|');
  const sizedOnes = tokens.some(
    (token, at) =>
      token.text === '\\|' && /^\\(?:left|right|[bB]ig)/.test(tokens[at - 1]?.text ?? ''),
  );
  if (sizedOnes || own.length % 2 === 1) return latex;
  if (bars[0].startsWith('\\left') && /\\\\|&/.test(latex)) return latex;
  return replaceAt(
    latex,
    own.map(({ start, end }, at) => ({ start, end, text: bars[at % 2 === 0 ? 0 : 1] })),
  );
}
