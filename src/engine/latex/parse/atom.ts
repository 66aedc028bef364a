import type { Expr, Sym } from '../../expression/node.js';
import { SETS } from '../commands.js';
import { ACCENTS, FONTS } from './accents.js';
import { parseBig, startsBig } from './big.js';
import { parseBarePrefix } from './call.js';
import { parseFraction, parseNabla, parsePartial } from './derivative.js';
import { parseEnvironment } from './environment.js';
import { parseBars, parseBraces, parseBracket } from './fence.js';
import type { Parser } from './parser.js';
import { parseScripts } from './script.js';
import { isConnective, isFunctionWord } from './words.js';

const STOPS: ReadonlySet<string> = new Set([
  '\\Rightarrow',
  '\\Leftrightarrow',
  '\\in',
  '\\notin',
  '\\le',
  '\\ge',
  '\\ne',
  '\\ll',
  '\\gg',
  '\\approx',
  '\\equiv',
  '\\rightarrow',
  '\\mapsto',
  '\\leftarrow',
  '\\propto',
  '\\sim',
  '\\succ',
  '\\succeq',
  '\\prec',
  '\\preceq',
  '\\subset',
  '\\subseteq',
  '\\cdot',
  '\\times',
  '\\odot',
  '\\otimes',
  '\\wedge',
  '\\pm',
  '\\mp',
  '\\div',
  '\\bullet',
  '\\lt',
  '\\gt',
  '\\forall',
  '\\exists',
  '\\cup',
  '\\cap',
  '\\setminus',
  '\\therefore',
  '\\because',
  '\\uparrow',
  '\\downarrow',
  '\\cong',
  '\\stackrel',
  '\\overset',
  '\\not',
  '\\rangle',
  '\\rfloor',
  '\\rceil',
  '\\}',
  '\\longrightarrow',
  '\\oplus',
  '\\atop',
  '\\over',
  '\\perp',
  '\\parallel',
  '\\square',
  '\\blacksquare',
]);

/** Commands whose one argument stands for itself. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  '\\boxed',
  '\\cancel',
  '\\bcancel',
  '\\mathstrut',
  '\\fbox',
  '\\ensuremath',
  '\\mathnormal',
  '\\mathord',
  '\\smash',
  '\\fcolorbox',
]);
const TRANSPARENT_SECOND: ReadonlySet<string> = new Set(['\\textcolor', '\\colorbox']);
const BRACED: ReadonlySet<string> = new Set(['\\underbrace', '\\overbrace', '\\underbracket']);

/** Can the token here begin a factor? */
export function startsUnit(parser: Parser): boolean {
  const token = parser.peek();
  switch (token.kind) {
    case 'letter':
    case 'number':
    case 'begin':
      return true;
    case 'word':
      return token.prose !== true || isName(parser);
    case 'command':
      return !STOPS.has(token.text);
    case 'symbol':
      if (token.text === '|' || token.text === '\\|')
        return !parser.bars.includes(token.text) && !(token.text === '|' && parser.is('_', 1));
      return '([{'.includes(token.text) || token.text === '\\{';
    default:
      return false;
  }
}

/** A factor with its scripts, primes and call, or null where none begins. */
export function parseUnit(parser: Parser): Expr | null {
  if (!startsUnit(parser)) return null;
  const start = parser.peek().start;
  if (parser.depth > 60) {
    parser.at = parser.tokens.length;
    return parser.hole('depth', start);
  }
  parser.depth++;
  const bare = parseBarePrefix(parser) ?? (startsBig(parser) ? parseBig(parser) : null);
  const unit = bare ?? parseScripts(parser, parseAtom(parser), start);
  parser.depth--;
  return unit;
}

function parseAtom(parser: Parser): Expr {
  const token = parser.peek();
  const start = token.start;
  if (token.kind === 'number')
    return { kind: 'num', text: parser.next().text, span: parser.spanFrom(start) };
  if (token.kind === 'letter') return symbol(parser, 'plain');
  if (token.kind === 'word') return symbol(parser, 'upright');
  if (token.kind === 'begin') return parseEnvironment(parser);
  if (token.kind === 'symbol') return parseFence(parser);
  return parseCommand(parser);
}

function parseFence(parser: Parser): Expr {
  const text = parser.peek().text;
  if (text === '{') {
    const start = parser.peek().start;
    const inner = parser.group();
    if (inner.tokens.length === 0) return { kind: 'text', text: '', span: parser.spanFrom(start) };
    return parser.grammar.whole(inner);
  }
  if (text === '\\{') return parseBraces(parser);
  if (text === '|' || text === '\\|') return parseBars(parser);
  return parseBracket(parser);
}

function parseCommand(parser: Parser): Expr {
  const token = parser.peek();
  const start = token.start;
  const text = token.text;
  if (ACCENTS.has(text)) return parseAccent(parser);
  if (Object.hasOwn(FONTS, text)) return parseFont(parser, FONTS[text] ?? 'plain');
  if (text === '\\frac') return parseFraction(parser);
  if (text === '\\partial' || text === '\\mathrm d') return parsePartial(parser);
  if (text === '\\nabla') return parseNabla(parser);
  if (text === '\\sqrt') return parseRoot(parser);
  if (text === '\\ldots') {
    parser.next();
    return { kind: 'dots', span: parser.spanFrom(start) };
  }
  if (text === '\\langle' || text === '\\lfloor' || text === '\\lceil') return parseBracket(parser);
  if (TRANSPARENT.has(text) || TRANSPARENT_SECOND.has(text) || BRACED.has(text))
    return parseTransparent(parser, text);
  if (text === '\\binom' || text === '\\dbinom') {
    parser.next();
    const args = [parser.grammar.whole(parser.group()), parser.grammar.whole(parser.group())];
    const span = parser.spanFrom(start);
    return { kind: 'call', fn: name('binom', span), args, certain: true, span };
  }
  if (Object.hasOwn(SETS, text)) {
    parser.next();
    return {
      kind: 'sym',
      base: SETS[text] ?? 'R',
      accents: [],
      font: 'bb',
      span: parser.spanFrom(start),
    };
  }
  if (text === '\\substack') {
    parser.next();
    return parser.grammar.whole(parser.group());
  }
  return symbol(parser, 'plain');
}

function parseTransparent(parser: Parser, text: string): Expr {
  parser.next();
  if (TRANSPARENT_SECOND.has(text)) parser.group();
  const inner = parser.grammar.whole(parser.group());
  if (BRACED.has(text)) {
    while (parser.is('_') || parser.is('^')) {
      parser.next();
      parser.group();
    }
  }
  return inner;
}

function parseAccent(parser: Parser): Expr {
  const start = parser.peek().start;
  const accent = parser.next().text.slice(1);
  const target = parser.grammar.whole(parser.group());
  const span = parser.spanFrom(start);
  if (accent === 'underline' || accent === 'mathring') return { ...target, span };
  return withAccent(target, accent, span);
}

/** `\hat{y_i}` is `\hat{y}_i`. */
function withAccent(target: Expr, accent: string, span: Sym['span']): Expr {
  if (target.kind === 'sym') return { ...target, accents: [accent, ...target.accents], span };
  if (target.kind === 'sub' || target.kind === 'mark')
    return { ...target, target: withAccent(target.target, accent, target.target.span), span };
  // `\overline{a^f_t}` is `\bar{a}^f_t`; `\overline{x_i^2}` is a mean of squares.
  if (target.kind === 'pow' && target.base.kind === 'sub' && target.exponent.kind === 'sym')
    return { ...target, base: withAccent(target.base, accent, target.base.span), span };
  return { kind: 'hole', text: accent, span };
}

function parseFont(parser: Parser, font: Sym['font']): Expr {
  const start = parser.peek().start;
  parser.next();
  const inner = parser.group();
  const span = (): Sym['span'] => parser.spanFrom(start);
  const letters = inner.tokens;
  const [digit] = letters;
  // `\mathbf{1}`, `\mathbb{1}`: a vector of ones, or an indicator.
  if (letters.length === 1 && digit?.kind === 'number' && digit.text === '1')
    return { kind: 'sym', base: '1', accents: [], font, span: span() };
  if (letters.length > 1 && letters.every((token) => token.kind === 'letter')) {
    // `\mathbf{abc}`: a name in one piece.
    return {
      kind: 'sym',
      base: letters.map((token) => token.text).join(''),
      accents: [],
      font,
      span: span(),
    };
  }
  const target = parser.grammar.whole(inner);
  return target.kind === 'sym'
    ? { ...target, font: font === 'bold' && target.font === 'cal' ? 'cal' : font, span: span() }
    : withSpan(rename(target, font), span());
}

function rename(target: Expr, font: Sym['font']): Expr {
  if (target.kind === 'sub') return { ...target, target: rename(target.target, font) };
  return target.kind === 'sym' ? { ...target, font } : target;
}

function withSpan(node: Expr, span: Sym['span']): Expr {
  return { ...node, span };
}

function parseRoot(parser: Parser): Expr {
  const start = parser.next().start;
  let degree: Expr | null = null;
  if (parser.take('[')) {
    degree = parser.grammar.sum(parser);
    parser.take(']');
  }
  const target = parser.grammar.whole(parser.group());
  const span = parser.spanFrom(start);
  const args = degree ? [target, degree] : [target];
  return { kind: 'call', fn: name('sqrt', span), args, certain: true, span };
}

function symbol(parser: Parser, font: Sym['font']): Sym {
  const token = parser.next();
  const base = token.kind === 'word' ? token.text.replace(/\s+/g, ' ') : token.text;
  return { kind: 'sym', base, accents: [], font, span: parser.spanFrom(token.start) };
}

function name(base: string, span: Sym['span']): Sym {
  return { kind: 'sym', base, accents: [], font: 'upright', span };
}

/** `19 \text{ bytes}`, but not `2 \text{diag}(x)`. */
export function isUnit(parser: Parser): boolean {
  const token = parser.peek();
  if (parser.at === 0 || parser.peek(-1).kind !== 'number' || token.prose !== true) return false;
  return !(isFunctionWord(token.text) && parser.peek(1).text === '(');
}

/** Prose in mathematics names something when it is not a connective. */
function isName(parser: Parser): boolean {
  const token = parser.peek();
  if (isUnit(parser)) return false;
  const next = parser.peek(1).text;
  if (
    ['(', '_', '^'].includes(next) &&
    /^[\p{L}\d\- ]+$/u.test(token.text) &&
    !isConnective(token.text)
  )
    return true;
  if (isFunctionWord(token.text)) return !isConnective(token.text) || next === '(';
  return !isConnective(token.text) && /\p{L}/u.test(token.text) && !/[.:]$/.test(token.text);
}
