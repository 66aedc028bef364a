import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import { printLatex, type Kept } from '../latex/print.js';
import type { Span } from '../text/span.js';
import type { Edit } from './edits/edit.js';

/** The text of a place in the source. */
export type Source = (span: Span) => string;

/** What to write for an edit: parts that do not change stay as the author wrote them, brackets too. */
export function editText(edit: Edit, source: Source): string {
  if (edit.text !== undefined) return edit.text;
  const text = printLatex(edit.change, unchanged(edit.node, source));
  const old = source(edit.node.span);
  const { change } = edit;
  // `e^x`: above and below the line one token stands without braces.
  const { start } = edit.node.span;
  if (/[\^_]/.test(source({ start: start - 1, end: start })) && !isToken(text)) return `{${text}}`;
  // Words that the author writes as they are.
  if (change.kind === 'sym' && edit.node.kind === 'sym' && old === edit.node.base && old.length > 1)
    if (change.accents.length === 0 && /^[A-Za-z]{2,}$/.test(change.base)) return change.base;
  if (change.kind === 'pow' && change.base === edit.node && isBracketed(old))
    return `${old}^{${printLatex(change.exponent)}}`;
  if (isBracketed(old) && !isBracketed(text) && !OWN_BRACKETS.has(edit.node.kind))
    return `${OPEN.exec(old)?.[0] ?? ''}${text}${CLOSE.exec(old)?.[0] ?? ''}`;
  const named = /^(\\[a-z]+)(\s*(?:\\left)?\(.*)$/s.exec(old);
  if (change.kind === 'pow' && change.base === edit.node && edit.node.kind === 'call' && named)
    return `${named[1] ?? ''}^{${printLatex(change.exponent)}}${named[2] ?? ''}`;
  const loose = isLoose(edit.change) && !isLoose(edit.node) && edit.result !== edit.change;
  return loose && !isEnclosed(edit, source) ? `\\left(${text}\\right)` : text;
}

function isToken(text: string): boolean {
  return /^(?:\w|\\[A-Za-z]+|\{.*\})$/s.test(text);
}

/** Does a term stand in brackets of its own, or a negative one at the beginning? */
function isEnclosed({ node: { span }, change, result }: Edit, source: Source): boolean {
  if (change.kind === 'neg' && span.start === result.span.start) return true;
  const before = source({ start: span.start - 1, end: span.start });
  const after = source({ start: span.end, end: span.end + RIGHT.length });
  return /[([{]/.test(before) && (/^[)\]}]/.test(after) || after.startsWith(RIGHT));
}

const RIGHT = '\\right';

const OPEN = /^(?:\\left\s*|\\[bB]igg?l?\s*)?[([]/;
const CLOSE = /(?:\\right\s*|\\[bB]igg?r?\s*)?[)\]]$/;

/** Where brackets belong to the thing itself, or to a part of it. */
const OWN_BRACKETS: ReadonlySet<Expr['kind']> = new Set(['matrix', 'tuple', 'call']);

function isLoose({ kind }: Expr): boolean {
  return kind === 'add' || kind === 'neg' || kind === 'rel';
}

/** The parts of a term that can be copied from the source. */
function unchanged(node: Expr, source: Source): Kept {
  const own = new Map<Expr, string>();
  collect(node, source, own);
  return (inner) => {
    const text = own.get(inner);
    return text === undefined ? null : { text, bracketed: isBracketed(text) };
  };
}

/**
 * Notes the text of each part that the source spells out, and says whether this one is. What a macro stands for has
 * the macro's place and none of its own; `\tanh^2 x` is no function with a power after it.
 */
function collect(node: Expr, source: Source, own: Map<Expr, string>): boolean {
  const { span } = node;
  if (node.kind === 'big' && node.head.start === node.head.end) {
    // A sum that the author left to the reader.
    if (collect(node.body, source, own)) own.set(node, source(node.body.span));
    return false;
  }
  const parts = inOrder(node);
  const apart = parts.every(
    (part, at) => part.span.start >= (parts[at - 1]?.span.end ?? span.start),
  );
  const spelled = parts.map((part) => collect(part, source, own));
  if (!apart) for (const part of parts) own.delete(part);
  const last = parts.at(-1)?.span.end ?? span.end;
  if (!apart || last > span.end || !spelled.every(Boolean) || !isSpelled(node, source(span)))
    return false;
  own.set(node, source(span));
  return true;
}

function isSpelled(node: Expr, text: string): boolean {
  if (node.kind === 'num') return text.replace('{,}', '.') === node.text;
  if (node.kind === 'sym') return text.includes(node.base);
  return text !== '';
}

/** What a term is made of, from left to right; in `\tanh^2 x` the power stands between the function and its argument. */
function inOrder(node: Expr): Expr[] {
  const parts =
    node.kind === 'pow' &&
    node.base.kind === 'call' &&
    node.base.span.end > node.exponent.span.start
      ? [...children(node.base), node.exponent]
      : children(node);
  return [...parts].sort((a, b) => a.span.start - b.span.start);
}

/** Is the whole text in one pair of brackets? */
function isBracketed(text: string): boolean {
  if (!OPEN.test(text) || !CLOSE.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\\' && /[{}\\]/.test(text[at + 1] ?? '')) {
      at++;
      continue;
    }
    if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char) && --depth === 0) return at === text.length - 1;
  }
  return false;
}
