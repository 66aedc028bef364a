import type { Big, Call, Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children, some, walk } from '../expression/walk.js';
import { isFunctionWord } from '../functions/known.js';
import type { Statement } from '../latex/statement.js';
import {
  entryOf,
  headKey,
  sumOver,
  variableOf,
  type Form,
  type Head,
  type Variable,
} from './jointTable.js';

/**
 * Reads `p(x, z)`, `p(x)` and `p(z | x)` as entries, margins and quotients of one table of positive numbers, so that
 * sums, expectations, divergences and entropies are what they are by definition. An integral becomes a sum: what
 * holds of densities by algebra holds of tables.
 */
export class Joint {
  readonly heads = new Map<string, Head>();
  /** How many things what is read has in it that no table has. */
  private strange = 0;
  private readonly letters = new Set<string>();
  /** Calls of distributions and entropies that no table has, as of `\bar{A}`. */
  private unread = 0;
  private conditional = false;

  private readonly bases = new Set<string>();

  constructor(statements: readonly Statement[]) {
    for (const { items } of statements) for (const item of items) if (item) this.collect(item);
    if (this.heads.size > 0) return;
    for (const { items } of statements) for (const item of items) if (item) this.collectBits(item);
  }

  /** Is there anything to gain: a table of several variables, and a sum over one of them? */
  isWorth(statements: readonly Statement[]): boolean {
    const several =
      this.heads.size > 1 || [...this.heads.values()].some(({ axes }) => axes.length > 1);
    const summed = (node: Expr): boolean =>
      (node.kind === 'big' && node.bounds.some(({ index }) => this.variable(index) !== null)) ||
      (node.kind === 'call' && node.over?.some((one) => this.drawn(one) !== null) === true);
    const among = (test: (node: Expr) => boolean): boolean =>
      statements.some(({ items }) => items.some((item) => item && some(item, test)));
    return several && among(summed);
  }

  /** Are all calls of one table, some of them conditional? */
  get isLawful(): boolean {
    return this.conditional && this.unread === 0 && this.heads.size === 1;
  }

  /** Expressions in tables; null where a letter means something else in them than a variable. */
  read(items: readonly (Expr | null)[]): readonly (Expr | null)[] | null {
    this.strange = 0;
    const read = items.map((item) => item && this.map(item));
    return this.strange > 0 ? null : read;
  }

  private map(node: Expr): Expr {
    switch (node.kind) {
      case 'call':
        return this.call(node);
      case 'big':
        return this.big(node);
      case 'sym':
      case 'mark':
        // The letter alone, which is something else than an index.
        if (this.variable(node)) this.strange++;
        return node;
      case 'deriv':
      case 'nabla':
        if (some(node, (inner) => this.form(inner) !== null)) this.strange++;
        return mapChildren(node, (child) => this.map(child));
      default:
        return mapChildren(node, (child) => this.map(child));
    }
  }

  /** A call of a distribution, as the variables before and after its bar. */
  form(node: Expr): { readonly head: Head; readonly form: Form } | null {
    const head = node.kind === 'call' ? this.heads.get(headKey(node.fn) ?? '') : undefined;
    if (!head || node.kind !== 'call') return null;
    const form = formOf(node);
    if (!form) this.strange++;
    return form && { head, form };
  }

  /** The base that all logarithms have; null where it goes without saying. */
  private get base(): string | null {
    const [only, ...others] = this.bases;
    return only === undefined || others.length > 0 || only === 'e' ? null : only;
  }

  private collect(node: Expr): void {
    if (node.kind === 'call') this.noteBase(node.fn);
    const key = node.kind === 'call' ? headKey(node.fn) : null;
    if (key !== null && node.kind === 'call') {
      const form = formOf(node);
      const head = this.heads.get(key) ?? { key, axes: [], forms: [] };
      this.heads.set(key, head);
      for (const { axis } of form ? [...form.of, ...form.given] : [])
        if (!head.axes.includes(axis)) head.axes.push(axis);
      if (form) head.forms.push(form);
      else this.unread++;
      this.conditional ||= form !== null && form.given.length > 0;
      if (form) for (const arg of node.args) walk(arg, (inner) => this.note(inner));
    }
    for (const child of children(node)) this.collect(child);
    if (node.kind === 'call') for (const one of node.over ?? []) this.collect(one);
  }

  /** `H(X, Y)`, `H(Y | X)`, `I(X; Y)` of a table that is not spoken of. */
  private collectBits(node: Expr): void {
    for (const child of children(node)) this.collectBits(child);
    if (node.kind !== 'call' || !/^[HI]$/.test(nameOf(node.fn))) return;
    const form = node.args.every(isCapital) ? formOf(node) : null;
    if (!form) {
      this.unread++;
      return;
    }
    const head = this.heads.get('p') ?? { key: 'p', axes: [], forms: [] };
    this.heads.set('p', head);
    for (const { axis } of [...form.of, ...form.given])
      if (!head.axes.includes(axis)) head.axes.push(axis);
    this.conditional ||= form.given.length > 0;
    for (const arg of node.args) walk(arg, (inner) => this.note(inner));
  }

  /** `\log_2 p` beside `H(Y)`: entropies are in bits. */
  private noteBase(fn: Expr): void {
    const name = fn.kind === 'sub' ? fn.target : fn;
    if (!/^(log|ln)$/.test(nameOf(name))) return;
    const [index] = fn.kind === 'sub' ? fn.indices : [];
    this.bases.add(index?.kind === 'num' ? index.text : 'e');
  }

  private note(node: Expr): void {
    if (node.kind === 'sym') this.letters.add(node.base);
  }

  private variable(node: Expr): Variable | null {
    const base = node.kind === 'mark' ? node.target : node;
    return base.kind === 'sym' && this.letters.has(base.base) ? variableOf(node) : null;
  }

  private call(node: Call): Expr {
    const { span } = node;
    const known = this.form(node);
    if (known) return entryOf(known.head, known.form, span);
    if (node.over && node.fn.kind === 'sym' && node.fn.base === 'E') return this.mean(node);
    const word = nameOf(node.fn);
    const [first, second, ...more] = node.args;
    if (/^D?_?(KL)$/.test(word) && first && second && more.length === 0) {
      const from = this.sole(first);
      const to = this.sole(second);
      if (from && to) return divergence(from, to, node, this.base);
    }
    const moment = /^[HI]$/.test(word) ? (this.ofNames(node) ?? this.entropy(node, word)) : null;
    if (moment) return moment;
    const indices = node.args.map((arg) => this.variable(arg)?.index ?? null);
    if (indices.length > 0 && indices.every((index) => index !== null) && isOpen(node.fn))
      return { kind: 'sub', target: node.fn, indices, called: true, span };
    if (node.args.some((arg) => this.isName(arg))) return node;
    return { ...node, args: node.args.map((arg) => this.map(arg)) };
  }

  /** `q` of `\mathcal{L}(q, \theta)`. */
  private isName(arg: Expr): boolean {
    return this.heads.has(headKey(arg) ?? '');
  }

  /** A distribution by itself: called, or in a letter that is called in one way. */
  private sole(node: Expr): { readonly head: Head; readonly form: Form } | null {
    const called = this.form(node);
    if (called) return called;
    const head = this.heads.get(headKey(node) ?? '');
    const [form] = head?.forms ?? [];
    const alike = form && head?.forms.every((other) => sameForm(other, form));
    return head && form && alike ? { head, form } : null;
  }

  /** What an expectation is taken over. */
  private drawn(over: Expr): { readonly head: Head; readonly form: Form } | null {
    if (over.kind !== 'rel') return this.sole(over);
    const [, law] = over.items;
    return over.signs[0] === 'sim' && law ? this.sole(law) : null;
  }

  private mean(node: Call): Expr {
    const [over, ...others] = node.over ?? [];
    const law = over && others.length === 0 ? this.drawn(over) : null;
    const [body] = node.args;
    if (!law || !body || node.args.length !== 1) {
      this.strange++;
      return node;
    }
    return average(law, this.map(body), node);
  }

  private big(node: Big): Expr {
    if (!node.bounds.some(({ index }) => this.variable(index)))
      return mapChildren(node, (child) => this.map(child));
    const bounds = node.bounds.map((bound) => {
      const variable = this.variable(bound.index);
      // Limits of a sum over all values only say how many there are.
      return variable ? { index: variable.index } : bound;
    });
    if (node.op !== 'sum' && node.op !== 'int') this.strange++;
    return { ...node, op: 'sum', bounds, body: this.map(node.body) };
  }

  /** `H(P)` and `H(P, Q)` of distributions: an entropy, and a cross-entropy. */
  private ofNames(node: Call): Expr | null {
    const [from, to = from, ...more] = node.args.map((arg) =>
      this.isName(arg) ? this.sole(arg) : null,
    );
    if (!from || !to || more.length > 0 || nameOf(node.fn) !== 'H') return null;
    const { span } = node;
    const target = average(from, logOf(entryOf(to.head, to.form, span), this.base), node);
    return { kind: 'neg', target, span };
  }

  /** `H(X, Y)`, `H(X | Y)`, `I(X; Y)` of variables whose small letters the table has. */
  private entropy(node: Call, word: string): Expr | null {
    const form = formOf(node);
    const all = form ? [...form.of, ...form.given] : [];
    const heads = [...this.heads.values()].filter(({ axes }) =>
      all.every(({ axis }) => axes.includes(axis)),
    );
    // The joint one, beside distributions of one variable.
    const most = Math.max(...heads.map(({ axes }) => axes.length));
    const [head, ...others] = heads.filter(({ axes }) => axes.length === most);
    if (!form || !head || others.length > 0) {
      if (form && heads.length > 0) this.strange++;
      return null;
    }
    const [x, y, ...more] = all;
    if (word === 'H') return entropyOf(head, form, node, this.base);
    if (!x || !y || more.length > 0) return null;
    const conditional = { of: [x], given: [y] };
    const [whole, less] = [
      entropyOf(head, { of: [x], given: [] }, node, this.base),
      entropyOf(head, conditional, node, this.base),
    ];
    return { kind: 'add', op: '-', left: whole, right: less, span: node.span };
  }
}

function isCapital(node: Expr): boolean {
  return node.kind === 'sym' && /^[A-Z]$/.test(node.base) && node.accents.length === 0;
}

/** A chance, an entropy or an information. */
export function isMeasured(node: Expr): boolean {
  return node.kind === 'call' && (headKey(node.fn) !== null || /^[HI]$/.test(nameOf(node.fn)));
}

function formOf(node: Call): Form | null {
  const variables = node.args.map(variableOf);
  const read = variables.filter((one) => one !== null);
  if (read.length < variables.length) return null;
  const axes = new Set(read.map(({ axis }) => axis));
  if (axes.size < read.length) return null;
  const at = node.parted ?? read.length;
  return { of: read.slice(0, at), given: read.slice(at) };
}

function sameForm(a: Form, b: Form): boolean {
  const text = ({ of, given }: Form): string =>
    [of, given].map((list) => list.map(({ axis }) => axis).join()).join('|');
  return text(a) === text(b);
}

function nameOf(fn: Expr): string {
  if (fn.kind === 'sub') return fn.indices.map(nameOf).join('');
  return fn.kind === 'sym' ? fn.base.replace('|', '') : fn.kind === 'text' ? fn.text : '';
}

/** A letter that nothing is known of: its values are entries of an array. */
function isOpen(fn: Expr): boolean {
  return fn.kind === 'sym' && !isFunctionWord(fn.base) && /^(?:[a-zA-Z]|\\[a-z]+)$/.test(fn.base);
}

interface Law {
  readonly head: Head;
  readonly form: Form;
}

function average({ head, form }: Law, body: Expr, { span }: Call): Expr {
  const weight = entryOf(head, form, span);
  const term: Expr = { kind: 'mul', factors: [weight, body], signs: [''], span };
  return form.of.reduce<Expr>((inner, { index }) => sumOver(index, inner, span), term);
}

function divergence(from: Law, to: Law, node: Call, base: string | null): Expr {
  const { span } = node;
  const [top, bottom] = [entryOf(from.head, from.form, span), entryOf(to.head, to.form, span)];
  return average(from, logOf({ kind: 'div', top, bottom, span }, base), node);
}

function entropyOf(head: Head, form: Form, node: Call, base: string | null): Expr {
  const { span } = node;
  const all: Form = { of: [...form.of, ...form.given], given: [] };
  const target = average({ head, form: all }, logOf(entryOf(head, form, span), base), node);
  return { kind: 'neg', target, span };
}

function logOf(arg: Expr, base: string | null): Expr {
  const { span } = arg;
  const log: Expr = { kind: 'sym', base: 'log', accents: [], font: 'upright', span };
  const fn: Expr =
    base === null
      ? log
      : { kind: 'sub', target: log, indices: [{ kind: 'num', text: base, span }], span };
  return { kind: 'call', fn, args: [arg], certain: true, span };
}
