import { isRelation } from './parse/relation.js';
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
    if (isSign(token)) while (out.at(-1)?.kind === 'quad') out.pop();
    else if (token.kind === 'quad' && isSign(out.at(-1))) continue;
    out.push(token);
  }
  return out;
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
