import type { Expr, Hole } from '../../expression/node.js';
import type { Span } from '../../text/span.js';
import { dresses } from './accents.js';
import type { Token } from '../token.js';

/** Nesting deeper than this is not read. */
export const MAX_DEPTH = 60;

const EOF: Token = { kind: 'eof', text: '', start: 0, end: 0, spaced: false };

/** A place in a list of tokens, and what the parts of the grammar need of each other. */
export class Parser {
  at = 0;
  depth = 0;
  /** How many `|` and `\|` are open: there, the next one closes. */
  readonly bars: string[] = [];

  constructor(
    readonly tokens: readonly Token[],
    readonly grammar: Grammar,
    /** Where it stands when it holds nothing. */
    private readonly origin = 0,
  ) {}

  peek(ahead = 0): Token {
    return this.tokens[this.at + ahead] ?? this.eof();
  }

  next(): Token {
    const token = this.peek();
    if (this.at < this.tokens.length) this.at++;
    return token;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && token.kind !== 'word';
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }

  finished(): boolean {
    return this.at >= this.tokens.length;
  }

  /** From a first token's start to the end of the last one taken. */
  spanFrom(start: number): Span {
    const last = this.tokens[this.at - 1];
    return { start, end: Math.max(start, last?.end ?? start) };
  }

  hole(text: string, start: number): Hole {
    return { kind: 'hole', text, span: this.spanFrom(start) };
  }

  /** The tokens of a `{...}` group or of one token, as a parser of their own, past which this one moves. */
  group(): Parser {
    const from = this.at;
    if (dresses(this.peek())) {
      while (dresses(this.peek())) this.at++;
      this.group();
      return this.inner(from, this.at);
    }
    if (!this.is('{')) {
      const token = this.peek();
      if (token.kind === 'number' && token.text.length > 1) return this.firstDigit(token);
      if (!this.finished()) this.at++;
      return this.inner(from, this.at);
    }
    const end = this.matching();
    this.at = Math.min(end + 1, this.tokens.length);
    return this.inner(from + 1, end);
  }

  /** Index of the token that closes the one here (or the number of tokens). */
  matching(): number {
    let depth = 0;
    for (let i = this.at; i < this.tokens.length; i++) {
      const token = this.tokens[i];
      if (token?.text === '{' && token.kind === 'symbol') depth++;
      if (token?.text === '}' && token.kind === 'symbol' && --depth === 0) return i;
    }
    return this.tokens.length;
  }

  inner(from: number, to: number): Parser {
    const origin = this.tokens[from]?.start ?? this.tokens.at(-1)?.end ?? this.origin;
    const parser = new Parser(this.tokens.slice(from, to), this.grammar, origin);
    parser.depth = this.depth + 1;
    return parser;
  }

  // In TeX a script without braces is one digit: `x_12` is x_1 followed by 2.
  private firstDigit(token: Token): Parser {
    const rest = this.tokens as Token[];
    const first = { ...token, text: token.text.charAt(0), end: token.start + 1 };
    rest.splice(this.at, 1, first, {
      ...token,
      text: token.text.slice(1),
      start: token.start + 1,
      spaced: false,
    });
    this.at++;
    return this.inner(this.at - 1, this.at);
  }

  private eof(): Token {
    const last = this.tokens.at(-1);
    const at = last?.end ?? this.origin;
    return { ...EOF, start: at, end: at };
  }
}

/** The grammar's parts, each in a file of its own, reach one another through this table. */
export interface Grammar {
  /** A sum, all the way to something that cannot belong to it. */
  readonly sum: (parser: Parser) => Expr;
  /** A product: factors up to the next `+` or `-`. */
  readonly product: (parser: Parser) => Expr;
  /** One factor with its scripts. */
  readonly unit: (parser: Parser) => Expr | null;
  /** A chain of relations, or the sum alone. */
  readonly relation: (parser: Parser) => Expr;
  /** The whole of an inner parser as one expression. */
  readonly whole: (parser: Parser) => Expr;
  readonly startsUnit: (parser: Parser) => boolean;
}
