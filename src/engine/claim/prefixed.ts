import type { Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import type { Statement } from '../latex/statement.js';
import { SHORT, writesShort } from './shortDerivatives.js';

/** Signs that make one name of themselves and what follows: `\delta h_t`, `\Delta W`. */
const PREFIXES: ReadonlySet<string> = new Set(['\\delta', '\\Delta']);

/** The signs that a document writes before names: some statement defines `\delta h`, and none `\delta` itself. */
export function prefixesIn(statements: readonly Statement[]): ReadonlySet<string> {
  const found = new Set<string>();
  const alone = new Set<string>();
  for (const { items, relations } of statements) {
    const [left] = items;
    if (!left || relations.length === 0) continue;
    if (left.kind === 'sym') alone.add(left.base);
    if (left.kind !== 'mul' || left.factors.length !== 2 || left.signs[0] !== '') continue;
    const [sign, name] = left.factors;
    if (sign && name && isPrefix(sign, PREFIXES) && prefixed(sign, name)) found.add(sign.base);
  }
  if (writesShort(statements)) found.add(SHORT);
  return new Set([...found].filter((sign) => !alone.has(sign)));
}

/** The statement with such names read as names: the sign becomes an accent of the letter. */
export function withPrefixes(statement: Statement, prefixes: ReadonlySet<string>): Statement {
  if (prefixes.size === 0) return statement;
  // What an integral runs along is no name.
  const join = (node: Expr): Expr =>
    node.kind === 'big' && node.op === 'int' ? node : joined(mapChildren(node, join), prefixes);
  return { ...statement, items: statement.items.map((item) => (item ? join(item) : null)) };
}

function joined(node: Expr, prefixes: ReadonlySet<string>): Expr {
  if (node.kind !== 'mul') return node;
  const factors: Expr[] = [];
  const signs: (typeof node.signs)[number][] = [];
  for (let at = 0; at < node.factors.length; at++) {
    const [factor, next] = [node.factors[at], node.factors[at + 1]];
    if (!factor) break;
    const one =
      next && node.signs[at] === '' && isPrefix(factor, prefixes) ? prefixed(factor, next) : null;
    factors.push(one ?? factor);
    if (one) at++;
    const sign = node.signs[at];
    if (sign !== undefined) signs.push(sign);
  }
  const [only] = factors;
  if (factors.length === node.factors.length) return node;
  return factors.length === 1 && only ? only : { ...node, factors, signs };
}

const GREEK =
  /^\\(alpha|beta|gamma|theta|mu|omega|phi|psi|xi|lambda|varepsilon|epsilon|kappa|rho|nu|eta|tau|zeta)$/;

function isPrefix(node: Expr, prefixes: ReadonlySet<string>): node is Sym {
  return node.kind === 'sym' && node.accents.length === 0 && prefixes.has(node.base);
}

/** `\delta` and `h_t^\top` as one name, or null where what follows is no name. */
function prefixed(sign: Sym, node: Expr): Expr | null {
  const span = { start: sign.span.start, end: node.span.end };
  switch (node.kind) {
    case 'sym':
      return node.base === '1' || (node.base.length > 1 && !GREEK.test(node.base))
        ? null
        : { ...node, accents: [sign.base.replace('\\', ''), ...node.accents], span };
    case 'sub':
    case 'mark':
    case 'prime':
    case 'transpose': {
      const target = prefixed(sign, node.target);
      return target ? { ...node, target, span } : null;
    }
    case 'pow': {
      const base = prefixed(sign, node.base);
      return base ? { ...node, base, span } : null;
    }
    case 'call': {
      const fn = node.certain ? null : prefixed(sign, node.fn);
      return fn ? { ...node, fn, span } : null;
    }
    default:
      return null;
  }
}
