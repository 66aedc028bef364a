import type { Expr } from '../../expression/node.js';
import { some } from '../../expression/walk.js';
import { startsBig } from './big.js';
import { parseList } from './fence.js';
import type { Token } from '../token.js';
import type { Parser } from './parser.js';
import { CALLED_WORDS, FUNCTION_COMMANDS, FUNCTION_WORDS, plainName } from './words.js';

/** `f(a, b)` after its name; certain when the name is that of a function or the arguments have a comma. */
export function parseArguments(parser: Parser, called: Expr, start: number): Expr {
  const closers = parser.next().text === '\\{' ? ['\\}'] : [')', ']'];
  const hidden = parser.bars.splice(0);
  const from = parser.at;
  const args = parseList(parser, closers);
  parser.bars.push(...hidden);
  const inside = parser.tokens.slice(from, parser.at);
  const barred = hasBar(inside) && !args.some(isAbsolute);
  const fn = barred ? conditional(called) : called;
  const certain = args.length === 0 || isFunctionName(fn) || isIndicator(fn, args);
  const parted = partedAt(inside);
  const parts = parted !== null && parted < args.length ? { parted } : {};
  return { kind: 'call', ...overWhat(fn), args, certain, ...parts, span: parser.spanFrom(start) };
}

/** `\mathbf{1}[x > 0]`, `I(x > 0)`: what a condition is worth, not ones or an identity times a bracket. */
function isIndicator(fn: Expr, args: readonly Expr[]): boolean {
  return (
    fn.kind === 'sym' && /^[1I]$/.test(fn.base) && args.length === 1 && args[0]?.kind === 'rel'
  );
}

/** How many arguments stand before the first bar, or the first semicolon. */
function partedAt(tokens: readonly Token[]): number | null {
  let depth = 0;
  let commas = 0;
  for (const { text } of tokens) {
    if (/^(\(|\[|\{|\\\{)$/.test(text)) depth++;
    if (/^(\)|\]|\}|\\\})$/.test(text)) depth--;
    if (depth === 0 && text === ',') commas++;
    if (depth === 0 && (text === '|' || text === ';')) return commas + 1;
  }
  return null;
}

function isAbsolute({ kind }: Expr): boolean {
  return kind === 'abs';
}

/** Is there a bar that no inner bracket holds? */
function hasBar(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.some(({ kind, text }) => {
    if (/^(\(|\[|\{|\\\{)$/.test(text)) depth++;
    if (/^(\)|\]|\}|\\\})$/.test(text)) depth--;
    return depth === 0 && kind === 'symbol' && text === '|';
  });
}

/** `H(X | Y)` is another function than `H(X, Y)`. */
function conditional(fn: Expr): Expr {
  if (fn.kind === 'sub') return { ...fn, target: conditional(fn.target) };
  return fn.kind === 'sym' ? { ...fn, base: `${fn.base}|` } : fn;
}

/** The subscript of an expectation says what it is taken over; it is no part of its name. */
function overWhat(fn: Expr): { readonly fn: Expr; readonly over?: readonly Expr[] } {
  const moment = fn.kind === 'sub' && fn.target.kind === 'sym' && isMoment(fn.target);
  if (fn.kind !== 'sub' || !moment) return { fn };
  const over = fn.indices.filter((index) => index.kind !== 'text' || index.text !== '');
  return over.length > 0 ? { fn: fn.target, over } : { fn: fn.target };
}

function isMoment({ font, base, accents }: Expr & { kind: 'sym' }): boolean {
  if (accents.length > 0) return false;
  return font === 'bb' ? /^[EV]\|?$/.test(base) : /^(Var|var|Cov|cov)\|?$/.test(base);
}

/** A function's name followed by its argument, with or without brackets: `\log x`, `\tanh^2(x)`, `\operatorname{tr} AB`. */
export function parseBarePrefix(parser: Parser): Expr | null {
  const token = parser.peek();
  const word =
    token.kind === 'word' &&
    (FUNCTION_WORDS.has(token.text) || CALLED_WORDS.has(plainName(token.text)));
  if (!word && !(token.kind === 'command' && FUNCTION_COMMANDS.has(token.text))) return null;
  const next = parser.peek(1);
  if (
    word &&
    !FUNCTION_WORDS.has(token.text) &&
    !['(', '[', '\\{', '{', '_', '^'].includes(next.text)
  )
    return null;
  const start = parser.next().start;
  let fn: Expr = {
    kind: 'sym',
    base: token.text.replace(/^\\/, ''),
    accents: [],
    font: 'upright',
    span: parser.spanFrom(start),
  };
  let power: Expr | null = null;
  while (parser.is('_') || parser.is('^') || parser.is("'")) {
    if (parser.take('_')) {
      const inner = parser.group();
      fn = {
        kind: 'sub',
        target: fn,
        indices: [inner.grammar.whole(inner)],
        span: parser.spanFrom(start),
      };
    } else if (parser.take('^')) {
      const inner = parser.group();
      const prime = inner.tokens.length === 1 && inner.tokens[0]?.text === "'";
      if (prime) fn = { kind: 'prime', target: fn, order: 1, span: parser.spanFrom(start) };
      else power = inner.grammar.whole(inner);
    } else {
      let order = 0;
      while (parser.take("'")) order++;
      fn = { kind: 'prime', target: fn, order, span: parser.spanFrom(start) };
    }
  }
  const args = parseBareArguments(parser);
  // A bare function name, as in `h = \tanh`, is itself.
  if (args.length === 0)
    return power ? { kind: 'pow', base: fn, exponent: power, span: parser.spanFrom(start) } : fn;
  let node: Expr = {
    kind: 'call',
    ...overWhat(fn),
    args,
    certain: true,
    span: parser.spanFrom(start),
  };
  if (power) node = { kind: 'pow', base: node, exponent: power, span: node.span };
  return trailing(parser, node, start);
}

/** `\sigma(x)^2`, `\text{softmax}(x)_i`: scripts after the bracket. */
function trailing(parser: Parser, node: Expr, start: number): Expr {
  let out = node;
  for (;;) {
    if (parser.is('_')) {
      parser.next();
      const inner = parser.group();
      const index = inner.grammar.whole(inner);
      const indices =
        index.kind === 'mul' ? index.factors : index.kind === 'tuple' ? index.items : [index];
      out = { kind: 'sub', target: out, indices, span: parser.spanFrom(start) };
    } else if (parser.is('^')) {
      parser.next();
      const inner = parser.group();
      const sign = inner.tokens[0]?.text;
      const span = parser.spanFrom(start);
      if (inner.tokens.length === 1 && (sign === '\\top' || sign === 'T'))
        out = { kind: 'transpose', target: out, sign: 'top', span };
      else out = { kind: 'pow', base: out, exponent: inner.grammar.whole(inner), span };
    } else {
      return out;
    }
  }
}

function parseBareArguments(parser: Parser): Expr[] {
  if (parser.is('(') || parser.is('[')) {
    parser.next();
    const hidden = parser.bars.splice(0);
    const args = parseList(parser, [')', ']']);
    parser.bars.push(...hidden);
    return args;
  }
  if (parser.is('\\{')) {
    parser.next();
    return parseList(parser, ['\\}']);
  }
  const factors: Expr[] = [];
  const start = parser.peek().start;
  while (parser.grammar.startsUnit(parser) && !(factors.length > 0 && startsFunction(parser))) {
    if (factors.length > 0 && (parser.is('(') || parser.is('[') || startsBig(parser))) break;
    const from = parser.at;
    const unit = parser.grammar.unit(parser);
    if (!unit) break;
    const alone = factorBefore(unit);
    if (alone) parser.at = from + 1;
    factors.push(alone ?? unit);
    if (parser.is('/') && factors.length === 1 && !startsFunction(parser, 1)) {
      // `\log a/b` is the logarithm of the quotient, `\sinh z/\cosh z` the quotient of two functions.
      parser.next();
      const bottom = parser.grammar.unit(parser) ?? parser.hole('/', start);
      factors[0] = { kind: 'div', top: unit, bottom, span: parser.spanFrom(start) };
    }
  }
  const only = factors[0];
  if (!only) return [];
  if (factors.length === 1) return [only];
  return [
    { kind: 'mul', factors, signs: factors.slice(1).map(() => ''), span: parser.spanFrom(start) },
  ];
}

/** The x of `\tanh x (1 - \tanh^2 x)`, which is no function of itself: what the bracket holds stands beside. */
function factorBefore(unit: Expr): Expr | null {
  if (unit.kind !== 'call' || unit.certain || unit.fn.kind !== 'sym') return null;
  const { base } = unit.fn;
  const [inner] = unit.args;
  const itself = (node: Expr): boolean => node.kind === 'sym' && node.base === base;
  const called = (node: Expr): boolean => node.kind === 'call' && node.certain;
  return inner && some(inner, itself) && some(inner, called) ? unit.fn : null;
}

function startsFunction(parser: Parser, ahead = 0): boolean {
  const token = parser.peek(ahead);
  return (
    (token.kind === 'command' && FUNCTION_COMMANDS.has(token.text)) ||
    (token.kind === 'word' && FUNCTION_WORDS.has(token.text))
  );
}

function isFunctionName(fn: Expr): boolean {
  if (fn.kind === 'sub' || fn.kind === 'prime' || fn.kind === 'mark')
    return isFunctionName(fn.target);
  if (fn.kind !== 'sym') return false;
  return FUNCTION_WORDS.has(fn.base) || CALLED_WORDS.has(plainName(fn.base)) || fn.font === 'bb';
}
