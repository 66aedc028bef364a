import { tokenize } from '../mutate/tokens.js';
import type { Token } from '../mutate/tokens.js';
import type { Edit } from '../mutate/edit.js';

/** The tokens of a formula without its spaces. */
export function tokensOf(latex: string): readonly Token[] {
  return tokenize(latex).filter((token) => token.kind !== 'space');
}

/** The formula after edits that do not overlap; commands stay apart from the letters behind them. */
export function replaceAt(latex: string, edits: readonly Edit[]): string {
  let [text, from] = ['', 0];
  const inOrder = edits.map((edit, at) => ({ edit, at }));
  inOrder.sort((a, b) => a.edit.start - b.edit.start || a.at - b.at);
  for (const { edit } of inOrder) {
    text = join(text, latex.slice(from, edit.start));
    text = join(text, edit.text);
    from = edit.end;
  }
  return join(text, latex.slice(from));
}

/** The formula with each token replaced. */
export function mapTokens(
  latex: string,
  replace: (token: Token, index: number, tokens: readonly Token[]) => string,
): string {
  const tokens = tokensOf(latex);
  return replaceAt(
    latex,
    tokens.flatMap((token, index) => {
      const text = replace(token, index, tokens);
      return text === token.text ? [] : [{ start: token.start, end: token.end, text }];
    }),
  );
}

/** The token that ends the argument that begins at `index`: a group, or a single token. */
export function endOfArgument(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.text !== '{') return index;
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    if (tokens[at]?.text === '{') depth++;
    if (tokens[at]?.text === '}') depth--;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}

/** Whether the token stands directly below or above another: `x_i`, or in braces `x_{ij}`. */
export function isScript(tokens: readonly Token[], index: number): boolean {
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    const text = tokens[at]?.text ?? '';
    if (depth === 0 && (text === '_' || text === '^') && at === index - 1) return true;
    if (text === '}') depth++;
    else if (text === '{' && depth > 0) depth--;
    else if (text === '{') {
      if (/^[\^_]$/.test(tokens[at - 1]?.text ?? '')) return true;
    }
  }
  return false;
}

function join(left: string, right: string): string {
  return /\\[A-Za-z]+$/.test(left) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : left + right;
}
