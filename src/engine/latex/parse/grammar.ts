import type { Expr } from '../../expression/node.js';
import type { Token } from '../token.js';
import { parseUnit, startsUnit } from './atom.js';
import { Parser, type Grammar } from './parser.js';
import { parseRelation } from './relation.js';
import { parseProduct, parseSum } from './sum.js';

const GRAMMAR: Grammar = {
  sum: parseSum,
  product: parseProduct,
  unit: parseUnit,
  relation: parseRelation,
  whole: parseWhole,
  startsUnit,
};

export function newParser(tokens: readonly Token[]): Parser {
  return new Parser([...tokens], GRAMMAR);
}

/** Everything an inner parser holds; what is left over makes a hole, so that nothing is dropped silently. */
function parseWhole(parser: Parser): Expr {
  const start = parser.peek().start;
  if (parser.finished()) return { kind: 'text', text: '', span: { start, end: start } };
  const items: Expr[] = [parser.grammar.relation(parser)];
  while (!parser.finished()) {
    const token = parser.peek();
    if (token.text === ',' || token.kind === 'quad' || token.text === ';') {
      parser.next();
      if (parser.finished()) break;
      items.push(parser.grammar.relation(parser));
    } else if (token.text === '.' || (token.kind === 'word' && token.prose)) {
      parser.next();
    } else {
      parser.at = parser.tokens.length;
      return parser.hole(token.text, start);
    }
  }
  const only = items[0];
  if (items.length === 1 && only) return only;
  return { kind: 'tuple', items, fence: '(', span: parser.spanFrom(start) };
}
