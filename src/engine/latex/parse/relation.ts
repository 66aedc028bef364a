import type { Expr, RelationSign } from '../../expression/node.js';
import type { Parser } from './parser.js';

const SIGNS: Readonly<Record<string, RelationSign>> = {
  '=': '=',
  '\\equiv': '=',
  ':=': ':=',
  '=:': '=:',
  '\\ne': '!=',
  '<': '<',
  '\\lt': '<',
  '>': '>',
  '\\gt': '>',
  '\\le': '<=',
  '\\ge': '>=',
  '\\ll': '<<',
  '\\gg': '>>',
  '\\approx': '~=',
  '\\cong': '~=',
  '\\in': 'in',
  '\\notin': 'notin',
  '\\propto': 'propto',
  '\\rightarrow': 'arrow',
  '\\longrightarrow': 'arrow',
  '\\mapsto': 'mapsto',
  '\\leftarrow': 'assign',
  '\\succ': 'succ',
  '\\succeq': 'succeq',
  '\\prec': 'prec',
  '\\preceq': 'preceq',
  '\\sim': 'sim',
  '\\subset': 'subset',
  '\\subseteq': 'subset',
};

/** Is this token's text a relation sign? */
export function isRelation(text: string): boolean {
  return Object.hasOwn(SIGNS, text);
}

/** The relation sign here, without moving. `\stackrel{..}{=}`, `\overset{..}{=}` and `\underset` count as their sign. */
export function peekRelation(parser: Parser): RelationSign | null {
  const token = parser.peek();
  if (token.kind !== 'symbol' && token.kind !== 'command') return null;
  if (token.text === '\\not' && parser.is('=', 1)) return '!=';
  if (token.text === '\\stackrel' || token.text === '\\overset' || token.text === '\\underset') {
    const probe = parser.inner(parser.at + 1, parser.tokens.length);
    probe.group();
    const inner = probe.group();
    return inner.tokens.length === 1 ? peekRelation(inner) : null;
  }
  return Object.hasOwn(SIGNS, token.text) ? (SIGNS[token.text] ?? null) : null;
}

/** Moves past the relation sign that `peekRelation` saw. */
export function takeRelation(parser: Parser): void {
  const token = parser.next();
  if (token.text === '\\not') parser.next();
  if (token.text === '\\stackrel' || token.text === '\\overset' || token.text === '\\underset') {
    parser.group();
    parser.group();
  }
}

/** `a < b \le c`, or a sum alone. */
export function parseRelation(parser: Parser): Expr {
  const start = parser.peek().start;
  const items: Expr[] = [parser.grammar.sum(parser)];
  const signs: RelationSign[] = [];
  for (let sign = peekRelation(parser); sign; sign = peekRelation(parser)) {
    takeRelation(parser);
    signs.push(sign);
    items.push(parser.grammar.sum(parser));
  }
  const only = items[0];
  if (signs.length === 0 && only) return only;
  return { kind: 'rel', items, signs, span: parser.spanFrom(start) };
}
