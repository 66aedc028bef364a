import { counterIn } from '../../expression/counter.js';
import type { BigOperator, Bound, Expr, Rel } from '../../expression/node.js';
import { some } from '../../expression/walk.js';
import { parseIntegral } from './integral.js';
import type { Parser } from './parser.js';

const OPERATORS: Readonly<Record<string, BigOperator>> = {
  '\\sum': 'sum',
  '\\prod': 'prod',
  '\\max': 'max',
  '\\min': 'min',
  '\\lim': 'lim',
  '\\int': 'int',
  '\\argmax': 'argmax',
  '\\argmin': 'argmin',
  '\\sup': 'max',
  '\\inf': 'min',
};

const WORDS: Readonly<Record<string, BigOperator>> = {
  argmax: 'argmax',
  argmin: 'argmin',
  'arg max': 'argmax',
  'arg min': 'argmin',
  max: 'max',
  min: 'min',
  máx: 'max',
  mín: 'min',
  lim: 'lim',
  lím: 'lim',
};

/** Does an operator with a range begin here? */
export function startsBig(parser: Parser): boolean {
  return operatorHere(parser) !== null;
}

/** `\sum_{i=1}^{n} body`, `\max_j z_j`, `\max\{a, b\}`, `\arg\min_w L(w)`, `\lim_{x \to 0}`. */
export function parseBig(parser: Parser): Expr {
  const start = parser.peek().start;
  const found = operatorHere(parser);
  if (!found) return parser.hole(parser.next().text, start);
  const { op, length } = found;
  for (let i = 0; i < length; i++) parser.next();
  const scripts = found.bounds ? { lower: found.bounds, upper: null } : parseLimits(parser);
  const head = parser.spanFrom(start);
  if (op === 'int') return parseIntegral(parser, scripts, head);
  const sided = op === 'lim' && scripts.lower ? readSided(scripts.lower) : null;
  const { bounds, swapped, top } = sided ?? readBounds(scripts.lower, scripts.upper);
  if (bounds.length === 0 && (op === 'max' || op === 'min'))
    return parseExtremum(parser, op, start);
  const body = parseBody(parser, op);
  const counter = bounds.length === 0 && (op === 'sum' || op === 'prod') ? counterIn(body) : null;
  const span = parser.spanFrom(start);
  if (!counter) return { kind: 'big', op, bounds, swapped, body, head, span };
  const index = { ...counter, span: { start: head.end, end: head.end } };
  return { kind: 'big', op, bounds: [{ index, ...top }], swapped, body, head, span };
}

function operatorHere(
  parser: Parser,
): { op: BigOperator; length: number; bounds: Parser | null } | null {
  const token = parser.peek();
  if (token.kind === 'word') {
    const op = Object.hasOwn(WORDS, token.text) ? WORDS[token.text] : undefined;
    return op ? { op, length: 1, bounds: null } : null;
  }
  if (token.text === '\\arg') {
    const next = parser.peek(1).text.replace(/^\\/, '');
    if (next === 'max' || next === 'min')
      return { op: next === 'max' ? 'argmax' : 'argmin', length: 2, bounds: null };
  }
  if (token.text === '\\underset') return underset(parser);
  const op =
    token.kind === 'command' && Object.hasOwn(OPERATORS, token.text)
      ? OPERATORS[token.text]
      : undefined;
  return op ? { op, length: 1, bounds: null } : null;
}

/** `\underset{w}{\arg\min}`. */
function underset(
  parser: Parser,
): { op: BigOperator; length: number; bounds: Parser | null } | null {
  const probe = parser.inner(parser.at + 1, parser.tokens.length);
  const bounds = probe.group();
  const inner = probe.group();
  const found = inner.finished() ? null : operatorHere(inner);
  return found ? { op: found.op, length: 1 + probe.at, bounds } : null;
}

function parseLimits(parser: Parser): { lower: Parser | null; upper: Parser | null } {
  let lower: Parser | null = null;
  let upper: Parser | null = null;
  while (parser.is('_') || parser.is('^')) {
    const below = parser.next().text === '_';
    const group = parser.group();
    if (below) lower = group;
    else upper = group;
  }
  return { lower, upper };
}

interface Range {
  readonly bounds: readonly Bound[];
  readonly swapped: boolean;
  /** Where it ends, also where no letter is named that goes there. */
  readonly top: { readonly to?: Expr };
}

/** `\epsilon \downarrow 0` is `\epsilon \to 0^+`. */
function readSided(lower: Parser): Range | null {
  const at = lower.tokens.findIndex(({ text }) => Object.hasOwn(SIDES, text));
  const mark = SIDES[lower.tokens[at]?.text ?? ''];
  if (at < lower.at || mark === undefined) return null;
  const [name, point] = [lower.inner(lower.at, at), lower.inner(at + 1, lower.tokens.length)];
  const index = name.grammar.whole(name);
  const target = point.grammar.whole(point);
  const to: Expr = { kind: 'mark', target, mark, span: target.span };
  return { bounds: [{ index, to }], swapped: false, top: {} };
}

const SIDES: Readonly<Record<string, string>> = {
  '\\downarrow': '+',
  '\\searrow': '+',
  '\\uparrow': '-',
  '\\nearrow': '-',
};

function readBounds(lower: Parser | null, upper: Parser | null): Range {
  const low = lower ? splitBounds(lower) : [];
  const high = upper ? splitBounds(upper) : [];
  const isRange = (node: Expr | undefined): boolean =>
    node?.kind === 'rel' && node.signs[0] === '=';
  const swapped = isRange(high[0]) && low.length === 1 && !isRange(low[0]);
  const [ranges, top] = swapped ? [high, low[0]] : [low, high[0]];
  const bounds: Bound[] = [];
  for (const node of ranges) addBound(bounds, node, top);
  return { bounds, swapped, top: top ? { to: top } : {} };
}

function addBound(bounds: Bound[], node: Expr, to: Expr | undefined): void {
  const upper = to ? { to } : {};
  if (node.kind === 'rel') {
    const [index, from] = node.items;
    if (!index || !from) return;
    const last = bounds.at(-1);
    if (isRestriction(bounds, node)) restrict(bounds, node);
    else if (node.signs[0] === '=') bounds.push({ index, from, ...upper });
    else if (node.signs[0] === 'in') bounds.push({ index, set: from });
    else if (node.signs[0] === 'arrow') bounds.push({ index, to: from });
    else if (last && JSON.stringify(last.index, spanless) === JSON.stringify(index, spanless))
      bounds[bounds.length - 1] = { ...last, condition: node };
    else bounds.push({ index, condition: node, ...upper });
    return;
  }
  const names = node.kind === 'mul' ? node.factors : [node];
  for (const index of names) bounds.push({ index, ...upper });
}

/** `(u, i) \in \Omega`, `y_n = k`, `y_i f(x_i) < 1`: asked of indices that the letters in it are, or were named before. */
function isRestriction(bounds: readonly Bound[], { items, signs }: Rel): boolean {
  const [left] = items;
  if (!left || signs[0] === 'arrow') return false;
  if (left.kind === 'tuple') return signs[0] === 'in' && left.items.every(isLetter);
  if (isLetter(left)) {
    const label = signs[0] === '=' && items[1]?.kind === 'sub' ? items[1] : undefined;
    return bounds.some(({ index }) => names(label, index));
  }
  if (bounds.length > 0) return bounds.some(({ index }) => names(left, index));
  // `\sum_{y_n = k}` is over n.
  return (
    left.kind === 'sub' && signs[0] === '=' && left.indices.length === 1 && innermost(left) !== null
  );
}

function restrict(bounds: Bound[], condition: Rel): void {
  const [left] = condition.items;
  const letters = left?.kind === 'tuple' ? left.items : [innermost(left)];
  if (bounds.length === 0) for (const index of letters) if (index) bounds.push({ index });
  const last = bounds.pop();
  if (last)
    bounds.push({
      ...last,
      condition: last.condition ? both(last.condition, condition) : condition,
    });
}

function both(first: Expr, second: Expr): Expr {
  return { kind: 'mul', factors: [first, second], signs: [''], span: second.span };
}

function innermost(node: Expr | undefined): Expr | null {
  const index = node?.kind === 'sub' ? node.indices[0] : undefined;
  return index && isLetter(index) ? index : null;
}

function isLetter(node: Expr): boolean {
  return node.kind === 'sym' || (node.kind === 'prime' && node.target.kind === 'sym');
}

/** Does the letter stand in this expression? */
function names(node: Expr | undefined, letter: Expr): boolean {
  const text = JSON.stringify(letter, spanless);
  return node !== undefined && some(node, (part) => JSON.stringify(part, spanless) === text);
}

function spanless(key: string, value: unknown): unknown {
  return key === 'span' ? undefined : value;
}

const SEPARATORS: ReadonlySet<string> = new Set([',', ':', ';', '.', '\\colon']);

function splitBounds(group: Parser): Expr[] {
  // One bar alone says what the letters before it must meet; two are an absolute value.
  const bars = group.tokens.flatMap(({ text }, at) =>
    text === '|' || text === '\\mid' ? [at] : [],
  );
  const [bar] = bars;
  if (bar !== undefined && bars.length === 1 && bar > group.at)
    return [
      ...splitBounds(group.inner(group.at, bar)),
      ...splitBounds(group.inner(bar + 1, group.tokens.length)),
    ];
  const items: Expr[] = [];
  while (!group.finished()) {
    const before = group.at;
    items.push(group.grammar.relation(group));
    while (
      SEPARATORS.has(group.peek().text) ||
      group.peek().kind === 'quad' ||
      group.peek().kind === 'break'
    )
      group.next();
    if (group.at === before) group.next();
  }
  return items;
}

/** `\max\{a, b\}` and `\max(0, x)` take what the bracket holds. */
function parseExtremum(parser: Parser, op: 'max' | 'min', start: number): Expr {
  const span = parser.spanFrom(start);
  const unit = parser.grammar.unit(parser);
  // The power of `\max(0, x)^2` is the maximum's.
  const inner = unit?.kind === 'pow' && unit.base.kind === 'tuple' ? unit.base : unit;
  const args = inner?.kind === 'tuple' ? inner.items : inner ? [inner] : [];
  const call: Expr = {
    kind: 'call',
    fn: { kind: 'sym', base: op, accents: [], font: 'upright', span },
    args,
    certain: true,
    span: { start, end: inner?.span.end ?? span.end },
  };
  return unit?.kind === 'pow' && inner !== unit
    ? { ...unit, base: call, span: parser.spanFrom(start) }
    : call;
}

// A sum reaches over the product that follows it, up to the next `+` or `-`.
function parseBody(parser: Parser, op: BigOperator): Expr {
  while (parser.peek().kind === 'quad') parser.next();
  if (op === 'argmin' || op === 'argmax' || op === 'lim') return parser.grammar.sum(parser);
  if (parser.is('-')) {
    const start = parser.next().start;
    const target = parser.grammar.product(parser);
    return { kind: 'neg', target, span: parser.spanFrom(start) };
  }
  return parser.grammar.product(parser);
}
