import type { Graph } from '../evaluate/graph.js';
import { parseRational } from '../evaluate/rational.js';
import type { Big, Expr, Transpose } from '../expression/node.js';
import { integralValue, limitValue, orderValue } from './along.js';
import { combine, isScalar, mapEach, transpose, type Note } from './arithmetic.js';
import { bigValue } from './big.js';
import { callValue, primeValue } from './call.js';
import { Computed, isCompound, placeOf } from './computed.js';
import { EMPTY, type Context, type Env } from './context.js';
import { differentialValue } from './differential.js';
import { derivativeValue, nablaValue } from './derivative.js';
import { casesValue, fenceValue, matrixValue, relationValue, tupleValue } from './literal.js';
import { listedValue } from './listed.js';
import { adjointValue, stepLoss } from './loss.js';
import { nameValue, subscriptValue } from './name.js';
import { besideEntries, powerValue, productOfCall } from './power.js';
import { Unreadable } from './problem.js';
import type { Interpreting } from './interpreting.js';
import { Remembered } from './remembered.js';
import { productValue } from './product.js';
import type { Space } from './space.js';
import { substitute } from '../evaluate/substitute.js';
import type { Tensor } from './tensor.js';

/** Nested definitions deeper than this are circular in all but name. */
const MAX_DEPTH = 80;

/** Parts that one value may be computed from, each time it is met. Definitions that lead to themselves by two ways double it at every level. */
const MAX_WORK = 10_000;

/** A moment of an interpreter. */
export interface State {
  readonly mark: number;
  readonly depth: number;
  readonly open: number;
  readonly notes: readonly string[];
  readonly memo: number;
}

const NOWHERE = { start: 0, end: 0 };

const NO_NOTES: readonly string[] = [];

/** Gives expressions their values (or, in an inference space, their shapes) under one reading of the document. */
export class Interpreter {
  /** Readings that were needed since the last `takeNotes`. */
  readonly notes = new Set<string>();
  /** Definitions being expanded, to stop circles. */
  readonly open: string[] = [];
  readonly memo = new Remembered();
  readonly symbols = new Map<string, Tensor>();
  readonly lots: Interpreting['lots'] = new Map();
  readonly fixed: Interpreting['fixed'];
  private readonly computed = new Computed();
  /** What is known of sizes whatever is claimed; while that is being found out, null. */
  private settled: number | null;
  private depth = 0;
  private work = 0;

  constructor(
    readonly space: Space,
    readonly context: Context,
    /** Replaces decimals that may have been rounded by something else, when asked how much that matters. */
    readonly literal: ((graph: Graph, text: string, start: number) => number) | null = null,
    readonly shift = 0,
  ) {
    this.settled = space.graph ? space.mark() : null;
    const { fixed } = context;
    const value = (at: number): number =>
      space.graph ? ((at + shift) % fixed.length) + 1 : fixed.length;
    this.fixed = new Map(fixed.map((letter, at) => [letter, { value: value(at), dim: null }]));
  }

  readonly note: Note = (code) => {
    this.notes.add(code);
  };

  value(node: Expr, env: Env = EMPTY): Tensor {
    if (this.depth === 0) this.work = 0;
    if (++this.depth > MAX_DEPTH * 4 || ++this.work > MAX_WORK) {
      this.depth = 0;
      throw new Unreadable('size', node.span);
    }
    const out = this.remembers(node, env) ? this.recalled(node, env) : this.dispatch(node, env);
    this.depth--;
    return out;
  }

  /** Does the value depend on nothing but the expression and its indices? */
  private remembers(node: Expr, { params }: Env): boolean {
    const { space, open, literal } = this;
    return (
      space.mark() === this.settled &&
      open.length === 0 &&
      params.size === 0 &&
      literal === null &&
      isCompound(node)
    );
  }

  private recalled(node: Expr, env: Env): Tensor {
    const place = placeOf(env, this.notes);
    const known = this.computed.get(node, place);
    if (known && this.work + known.work <= MAX_WORK) {
      this.work += known.work;
      for (const note of known.notes) this.notes.add(note);
      return known.value;
    }
    const before = this.work;
    const met = this.memo.count;
    const value = this.dispatch(node, env);
    // What says something of sizes has to say it again; what met names for the first time may find them otherwise now.
    if (this.space.mark() !== this.settled || this.memo.count > met) return value;
    const notes = this.notes.size === 0 ? NO_NOTES : [...this.notes];
    this.computed.set(node, place, { value, work: this.work - before, notes });
    return value;
  }

  /** All that holds of sizes by definitions alone is known now. */
  settle(): void {
    this.settled = this.space.mark();
  }

  /** Is nothing supposed, noted or half done? */
  isSettled(): boolean {
    const { open, notes, space } = this;
    return open.length === 0 && notes.size === 0 && space.mark() === this.settled;
  }

  /** Runs something that may fail and leaves no trace of it when it does. */
  attempt<T>(run: () => T): T | null {
    const before = this.state();
    try {
      return run();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.restore(before);
      return null;
    }
  }

  /** What `restore` goes back to. */
  state(): State {
    const { depth, open, notes, memo, space } = this;
    return {
      mark: space.mark(),
      depth,
      open: open.length,
      notes: notes.size === 0 ? NO_NOTES : [...notes],
      memo: memo.size,
    };
  }

  /** Puts everything back. What was remembered before stays: it was computed from what is not undone. */
  restore({ mark, depth, open, notes, memo }: State): void {
    this.space.undo(mark);
    if (!this.space.graph) this.memo.shrink(memo);
    this.depth = depth;
    this.open.length = open;
    this.notes.clear();
    for (const note of notes) this.notes.add(note);
  }

  /** Forgets a failure's half-finished state; for use after catching outside. */
  reset(): void {
    this.depth = 0;
    this.open.length = 0;
    this.notes.clear();
  }

  exhaust(): never {
    this.work = MAX_WORK;
    throw new Unreadable('size', NOWHERE);
  }

  constant(value: number): Tensor {
    return { dims: [], data: this.space.graph ? [this.space.graph.constant(value)] : [] };
  }

  private dispatch(node: Expr, env: Env): Tensor {
    const written = this.context.writtenOut(node);
    if (written) return adjointValue(this, written, env);
    switch (node.kind) {
      case 'num':
        return this.number(node.text, node.span.start);
      case 'sym':
      case 'mark':
        return stepLoss(this, node, env) ?? nameValue(this, node, env);
      case 'sub':
        return stepLoss(this, node, env) ?? subscriptValue(this, node, env);
      case 'prime':
        return primeValue(this, node, env);
      case 'pow':
        return powerValue(this, node, env);
      case 'transpose':
        return this.transposed(node, env);
      case 'neg':
        return mapEach2(this, this.value(node.target, env));
      case 'add':
        return this.sum(
          node.op,
          besideEntries(this, node.left, node.right.kind === 'num', env),
          besideEntries(this, node.right, node.left.kind === 'num', env),
          node.span,
        );
      case 'mul':
        return productValue(this, node, env);
      case 'div':
        return this.quotient(this.value(node.top, env), this.value(node.bottom, env), node.span);
      case 'call':
        return callValue(this, node, env);
      case 'big':
        return this.operatorValue(node, env);
      case 'deriv':
        return derivativeValue(this, node, env);
      case 'nabla':
        return nablaValue(this, node, env);
      case 'matrix':
        return matrixValue(this, node, env);
      case 'tuple':
        return tupleValue(this, node, env);
      case 'cases':
        return casesValue(this, node, env);
      case 'abs':
      case 'norm':
        return fenceValue(this, node, env);
      case 'differential':
        return differentialValue(this, node, env);
      case 'at':
        if (node.to) throw new Unreadable('unsupported', node.span);
        return this.evaluatedAt(node.target, node.condition, env);
      case 'rel':
        return relationValue(this, node, env);
      case 'text':
      case 'dots':
      case 'hole':
        throw new Unreadable('syntax', node.span);
    }
  }

  private operatorValue(node: Big, env: Env): Tensor {
    switch (node.op) {
      case 'int':
        return integralValue(this, node, env);
      case 'lim':
        return limitValue(this, node, env);
      case 'order':
      case 'smaller':
        return orderValue(this, node, env);
      case 'list':
      case 'row':
      case 'stack':
        return listedValue(this, node, env);
      default:
        return bigValue(this, node, env);
    }
  }

  private transposed(node: Transpose, env: Env): Tensor {
    const product = productOfCall(this, node.target);
    if (product) {
      const factors = [product.fn, { ...node, target: product.arg }];
      return this.value({ kind: 'mul', factors, signs: [''], span: node.span }, env);
    }
    const value = this.value(node.target, env);
    // `(1, 2, 3)^\top` is a column: the brackets alone already are what columns are written from.
    return isEntries(node.target, value) ? value : transpose(this.space, value);
  }

  private number(text: string, start: number): Tensor {
    const { graph } = this.space;
    if (!graph) return { dims: [], data: [] };
    if (this.literal && text.includes('.'))
      return { dims: [], data: [this.literal(graph, text, start)] };
    if (/^\d{1,15}$/.test(text)) return { dims: [], data: [graph.constant(Number(text))] };
    const exact = parseRational(text);
    return { dims: [], data: [exact ? graph.rational(exact) : graph.constant(Number(text))] };
  }

  private sum(op: '+' | '-', a: Tensor, b: Tensor, span: Expr['span']): Tensor {
    return combine(
      this.space,
      a,
      b,
      (graph, x, y) => (op === '+' ? graph.add(x, y) : graph.sub(x, y)),
      span,
      this.note,
    );
  }

  private quotient(a: Tensor, b: Tensor, span: Expr['span']): Tensor {
    if (!isScalar(b)) {
      if (b.dims.length > 1) throw new Unreadable('shape', span);
      this.note('product');
    }
    return combine(this.space, a, b, (graph, x, y) => graph.div(x, y), span, this.note);
  }

  /** `f |_{x=0}`: the value with the variable's entries replaced. */
  private evaluatedAt(target: Expr, condition: Expr, env: Env): Tensor {
    const value = this.value(target, env);
    const conditions = condition.kind === 'tuple' ? condition.items : [condition];
    const { graph } = this.space;
    const replacement = new Map<number, number>();
    for (const rel of conditions) {
      const [name, at] =
        rel.kind === 'rel' && rel.signs.length === 1 && rel.signs[0] === '=' ? rel.items : [];
      if (!name || !at) throw new Unreadable('unsupported', condition.span);
      const [from, to] = [this.value(name, env), this.value(at, env)];
      from.data.forEach((id, k) => replacement.set(id, to.data[isScalar(to) ? 0 : k] ?? 0));
    }
    if (!graph || replacement.size === 0) return value;
    return { ...value, data: substitute(graph, value.data, replacement) };
  }
}

/** Entries between brackets, written out or with dots. */
function isEntries(node: Expr, { dims }: Tensor): boolean {
  return node.kind === 'tuple' || (node.kind === 'big' && node.op === 'list' && dims.length === 1);
}

function mapEach2(it: Interpreter, value: Tensor): Tensor {
  const tag = value.tag ? { tag: value.tag } : {};
  return { ...mapEach(it.space, value, (graph, id) => graph.unary('neg', id)), ...tag };
}
