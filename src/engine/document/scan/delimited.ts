import { mathEnvironments } from './environments.js';
import type { FormulaMark } from './mark.js';
import { looksLikeProse } from './prose-like.js';
import { groupEnd, type Source } from './source.js';

/** The formula that the backslash at `at` opens (`\(`, `\[`, `\begin{align}` ...), or null. */
export function backslashFormula(source: Source, at: number): FormulaMark | null {
  const { text, tex } = source;
  const next = text[at + 1];
  if (next === '(' || next === '[') return bracketed(source, at, next, '\\');
  if (next === '\\' && !tex) {
    const bracket = text[at + 2];
    return bracket === '(' || bracket === '[' ? bracketed(source, at, bracket, '\\\\') : null;
  }
  return text.startsWith('\\begin{', at) ? environment(source, at) : null;
}

/** `\[1\]`, `\[x\]`: brackets that Markdown would have taken for a link. */
const escapedBracket = /^\s*(?:[\d\s,;-]*|x)\s*$/;

/** `\( \)` and `\[ \]`; notebooks also write `\\( \\)`, since Markdown eats one backslash. */
function bracketed(
  source: Source,
  at: number,
  bracket: '(' | '[',
  slashes: string,
): FormulaMark | null {
  const { text, finder, tex } = source;
  const display = bracket === '[';
  const opening = slashes + bracket;
  const closing = slashes + (display ? ']' : ')');
  const start = at + opening.length;
  const close = finder.nextUnescaped(closing, start);
  if (close < 0 || (!display && close > finder.paragraphEnd(start))) return null;
  const again = finder.next(opening, start);
  if (again >= 0 && again < close && text[again - 1] !== '\\') return null;
  const latex = text.slice(start, close);
  if (latex.trim() === '' || looksLikeProse(latex)) return null;
  if (!tex && display && escapedBracket.test(latex)) return null;
  return {
    kind: 'formula',
    start: at,
    end: close + closing.length,
    inner: { start, end: close },
    display,
  };
}

const beginning = /\\begin\{([a-zA-Z]{1,20})(\*?)\}/y;

function environment(source: Source, at: number): FormulaMark | null {
  const { text, finder } = source;
  beginning.lastIndex = at;
  const match = beginning.exec(text);
  const row = mathEnvironments.get(match?.[1] ?? '');
  if (match === null || row === undefined) return null;
  const name = (match[1] ?? '') + (match[2] ?? '');
  const from = at + match[0].length;
  const close = finder.next(`\\end{${name}}`, from);
  const again = finder.next(match[0], from);
  if (close < 0 || (again >= 0 && again < close)) return null;
  const start = Math.min(close, afterArguments(text, from, row.arguments));
  if (text.slice(start, close).trim() === '') return null;
  return {
    kind: 'formula',
    start: at,
    end: close + `\\end{${name}}`.length,
    inner: { start, end: close },
    display: row.display,
    environment: name,
  };
}

/** Past `[t]` and as many `{...}` as the environment takes. */
function afterArguments(text: string, from: number, count: number): number {
  let at = from;
  if (count > 0 && text[at] === '[') {
    const close = text.indexOf(']', at);
    if (close > 0 && close - at < 100) at = close + 1;
  }
  for (let i = 0; i < count && text[at] === '{'; i++) {
    const end = groupEnd(text, at, at + 200);
    if (end < 0) return at;
    at = end;
  }
  return at;
}
