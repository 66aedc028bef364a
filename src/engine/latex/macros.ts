import type { Macro } from '../document/outline.js';
import type { Token } from './token.js';
import { tokenize } from './tokenize.js';

/** How deep macros may call macros, and how many tokens they may make: stops "billion laughs" definitions. */
const MAX_DEPTH = 16;
const MAX_EXPANDED = 8000;

export type MacroTable = ReadonlyMap<string, Macro>;

/** Replaces the document's own macros. A token from a macro's body keeps the span of the call; one from an argument keeps its own. */
export function expandMacros(tokens: readonly Token[], macros: MacroTable): Token[] {
  if (macros.size === 0 || !tokens.some((token) => macros.has(token.text))) return [...tokens];
  const budget = { left: MAX_EXPANDED };
  return expand(tokens, macros, 0, budget);
}

function expand(
  tokens: readonly Token[],
  macros: MacroTable,
  depth: number,
  budget: { left: number },
): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || budget.left-- <= 0) break;
    const macro = token.kind === 'command' ? macros.get(token.text) : undefined;
    if (!macro || depth >= MAX_DEPTH) {
      out.push(token);
      continue;
    }
    const call = readCall(tokens, at, macro);
    const span = {
      start: token.start,
      end: Math.max(token.end, tokens[call.end - 1]?.end ?? token.end),
    };
    const body = macro.operator
      ? [
          {
            kind: 'word' as const,
            text: macro.body.replace(/\\[,;: !]/g, ''),
            ...span,
            spaced: token.spaced,
          },
        ]
      : substitute(tokenize(macro.body, 0, macros), call.args, span, token.spaced);
    out.push(...expand(body, macros, depth + 1, budget));
    at = call.end - 1;
  }
  return out;
}

function substitute(
  raw: readonly Token[],
  args: readonly (readonly Token[])[],
  span: { start: number; end: number },
  spaced: boolean,
): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < raw.length; at++) {
    const token = raw[at];
    if (token === undefined) break;
    const next = raw[at + 1];
    if (token.text === '#' && next?.kind === 'number') {
      const argument = args[Number(next.text[0]) - 1] ?? [];
      out.push(...argument);
      at++;
    } else {
      out.push({ ...token, ...span, spaced: out.length === 0 ? spaced : token.spaced });
    }
  }
  return out;
}

function readCall(
  tokens: readonly Token[],
  at: number,
  macro: Macro,
): { args: Token[][]; end: number } {
  const args: Token[][] = [];
  let next = at + 1;
  for (let k = 0; k < macro.parameters; k++) {
    if (k === 0 && macro.optional !== undefined) {
      if (tokens[next]?.text === '[') {
        const close = tokens.findIndex((token, i) => i > next && token.text === ']');
        const end = close < 0 ? tokens.length : close;
        args.push(tokens.slice(next + 1, end));
        next = end + 1;
      } else {
        args.push(tokenize(macro.optional));
      }
      continue;
    }
    const end = endOfArgument(tokens, next);
    const braced = tokens[next]?.text === '{';
    args.push(braced ? tokens.slice(next + 1, end - 1) : tokens.slice(next, end));
    next = end;
  }
  return { args, end: next };
}

function endOfArgument(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== '{') return Math.min(from + 1, tokens.length);
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at]?.text === '{') depth++;
    if (tokens[at]?.text === '}' && --depth === 0) return at + 1;
  }
  return tokens.length;
}
