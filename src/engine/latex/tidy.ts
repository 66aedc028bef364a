import { isRelation } from './parse/relation.js';
import { isSomeConstant } from './parse/words.js';
import type { Token } from './token.js';

/** Three points as dots, and without what shows nothing: empty groups that are no argument, and wide spaces before a relation sign. */
export function tidy(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (isDot(token) && isDot(tokens[at + 1]) && isDot(tokens[at + 2])) {
      const end = tokens[at + 2]?.end ?? token.end;
      out.push({ ...token, kind: 'command', text: '\\ldots', end });
      at += 2;
      continue;
    }
    if (token.text === '{' && tokens[at + 1]?.text === '}' && !isArgument(out)) {
      at++;
      continue;
    }
    if (token.text === '[' && isSign(tokens[at - 1])) {
      const columns = columnsFrom(tokens, at);
      out.push(...columns);
      if (columns.length > 0) {
        at = tokens.indexOf(columns.at(-1) ?? token);
        continue;
      }
    }
    if (isSign(token)) while (out.at(-1)?.kind === 'quad') out.pop();
    else if (token.kind === 'quad' && isSign(out.at(-1))) continue;
    out.push(isAddedConstant(token, out.at(-1)) ? named(token) : token);
  }
  return out;
}

/** `+ \text{const}`: a term, and no word between two formulas. */
function isAddedConstant({ kind, prose, text }: Token, before: Token | undefined): boolean {
  return (
    kind === 'word' && prose === true && /^[+-]$/.test(before?.text ?? '') && isSomeConstant(text)
  );
}

function named(token: Token): Token {
  return { ...token, text: token.text.trim().replace(/\.$/, ''), prose: false };
}

/** `[\mathbf{1} \; X]` after a sign: names that white space alone sets apart stand side by side. */
function columnsFrom(tokens: readonly Token[], open: number): Token[] {
  const end = tokens.findIndex((token, at) => at > open && token.text === ']');
  const inner = tokens.slice(open + 1, end);
  if (end < 0 || inner.some(({ kind, text }) => kind === 'quad' || /^[-+,;=|([&/]$/.test(text)))
    return [];
  const starts = inner.filter(({ apart }, at) => apart === true && at > 0);
  const columns = columnsOf(inner);
  if (starts.length === 0 || !columns.every(isName)) return [];
  return tokens
    .slice(open, end + 1)
    .flatMap((token): Token[] =>
      starts.includes(token)
        ? [{ ...token, kind: 'quad', text: '\\quad', end: token.start }, token]
        : [token],
    );
}

function columnsOf(inner: readonly Token[]): Token[][] {
  const columns: Token[][] = [[]];
  for (const token of inner) {
    if (token.apart === true && (columns.at(-1)?.length ?? 0) > 0) columns.push([]);
    columns.at(-1)?.push(token);
  }
  return columns;
}

/** One letter with its font, its scripts and nothing else. */
function isName(column: readonly Token[]): boolean {
  const text = column.map((token) => token.text).join('');
  return /^(?:\\math\w+\{?)?(?:[A-Za-z1]|\\[a-z]+)\}?(?:[_^](?:\{[^{}]*\}|.|\\top))*$/.test(text);
}

function isDot(token: Token | undefined): boolean {
  return token?.kind === 'symbol' && token.text === '.';
}

const TAKES_ONE =
  /^(?:[_^]|\\(?:d?binom|frac|sqrt|hat|bar|tilde|d?dot|check|breve|underline|acute|grave|math[a-z]+|boxed|[bx]?cancel|ensuremath|smash|(?:under|over)(?:brace|set)|stackrel|substack|textcolor|colorbox|not))$/;
const TAKES_TWO = /^\\(?:d?binom|frac|(?:under|over)set|stackrel|textcolor|colorbox)$/;

function isSign(token: Token | undefined): boolean {
  return (token?.kind === 'symbol' || token?.kind === 'command') && isRelation(token.text);
}

/** Whether a group that begins here is the argument of a command or a script. */
function isArgument(before: readonly Token[]): boolean {
  const last = before.at(-1)?.text ?? '';
  const open = last === '}' ? '{' : '[';
  if (last !== '}' && last !== ']') return TAKES_ONE.test(last);
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const text = before[at]?.text;
    if (text === last) depth++;
    if (text === open && --depth === 0) {
      const command = before[at - 1]?.text ?? '';
      return last === '}' ? TAKES_TWO.test(command) : command === '\\sqrt';
    }
  }
  return false;
}
