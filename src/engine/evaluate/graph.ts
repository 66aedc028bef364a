import {
  addRational,
  divRational,
  mulRational,
  powRational,
  toNumber,
  type Rational,
} from './rational.js';

/** Operations of one argument. */
export type Unary =
  | 'neg'
  | 'exp'
  | 'log'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'tanh'
  | 'sinh'
  | 'cosh'
  | 'atan'
  | 'asin'
  | 'acos'
  | 'abs'
  | 'sign'
  | 'sqrt'
  | 'floor'
  | 'ceil'
  | 'erf'
  | 'gammaln'
  | 'same'
  | 'not';
/** Operations of two arguments; comparisons give 1 or 0. */
export type Binary = 'add' | 'mul' | 'div' | 'pow' | 'max' | 'min' | 'lt' | 'le' | 'eq' | 'mod';
/**
 * Operations on an expression `a` along one of its variables: its integral from `b` to `c`; its limit where the variable
 * goes to `b` from the side that the sign of `c` tells; and whether `a` falls at least as fast as `b` where the variable
 * goes down to zero: then 0, else the power with which it falls. `c` is 1 where it has to fall faster.
 */
export type Closure = 'integral' | 'limit' | 'order';
export type Operation = 'const' | 'var' | Unary | Binary | 'select' | Closure;

/** The identity of a node in its graph. Equal expressions have equal ids. */
export type NodeId = number;

/** How a variable's values are drawn. `index` numbers the draws that belong together, such as the entries of one vector. */
export interface Draw {
  readonly domain:
    | 'real'
    | 'positive'
    | 'nonnegative'
    | 'probability'
    | 'integer'
    | 'binary'
    | 'sign'
    | 'one-hot'
    | 'nonzero'
    | 'weight';
  readonly group: number;
  readonly index: number;
  readonly size: number;
}

/**
 * Scalar expressions with common parts shared: building the same expression twice gives the same id, so
 * that `W_2 h + b_2` written out is the node that `z` names. Constants stay exact as long as they can.
 */
export class Graph {
  readonly ops: Operation[] = [];
  readonly a: NodeId[] = [];
  readonly b: NodeId[] = [];
  readonly c: NodeId[] = [];
  readonly values: number[] = [];
  readonly exact: (Rational | null)[] = [];
  readonly draws: (Draw | null)[] = [];
  /** Where a node with given parts is found: ids plus one, at the place that a mixture of the parts says or after it. */
  private table = new Int32Array(1024);
  private readonly wholes = new Map<number, NodeId>();
  private readonly fractions = new Map<string, NodeId>();
  private readonly floats = new Map<number, NodeId>();

  get size(): number {
    return this.ops.length;
  }

  constant(value: number, exact: Rational | null = null): NodeId {
    if (exact === null && !Number.isSafeInteger(value))
      return this.constantIn(this.floats, value, value, null);
    if (exact === null || (exact.d === 1n && Number.isSafeInteger(value)))
      return this.wholes.get(value) ?? this.constantIn(this.wholes, value, value, wholeOf(value));
    return this.constantIn(this.fractions, `${exact.n}/${exact.d}`, value, exact);
  }

  rational(exact: Rational): NodeId {
    return this.constant(toNumber(exact), exact);
  }

  variable(draw: Draw): NodeId {
    return this.push('var', -1, -1, -1, 0, null, draw);
  }

  /** A node of its own with another's value: derivatives with respect to it leave the other alone. */
  wrap(id: NodeId): NodeId {
    return this.push('same', id, -1, -1, 0, null, null);
  }

  isConstant(id: NodeId): boolean {
    return this.ops[id] === 'const';
  }

  value(id: NodeId): number {
    return this.values[id] ?? Number.NaN;
  }

  unary(op: Unary, a: NodeId): NodeId {
    if (op === 'neg') return this.mul(this.constant(-1), a);
    if (this.isConstant(a)) {
      const v = this.value(a);
      const folded = foldUnary(op, v);
      if (folded !== null) return this.constant(folded);
    }
    return this.intern(op, a, -1, -1, 0);
  }

  add(a: NodeId, b: NodeId): NodeId {
    if (this.isZero(a)) return b;
    if (this.isZero(b)) return a;
    const [x, y] = a < b ? [a, b] : [b, a];
    return this.fold('add', x, y, (p, q) => p + q, addRational);
  }

  sub(a: NodeId, b: NodeId): NodeId {
    return a === b ? this.constant(0) : this.add(a, this.unary('neg', b));
  }

  mul(a: NodeId, b: NodeId): NodeId {
    if (this.isZero(a) || this.isZero(b)) return this.constant(0);
    if (this.isOne(a)) return b;
    if (this.isOne(b)) return a;
    const [x, y] = a < b ? [a, b] : [b, a];
    return this.fold('mul', x, y, (p, q) => p * q, mulRational);
  }

  div(a: NodeId, b: NodeId): NodeId {
    if (this.isOne(b)) return a;
    return this.fold('div', a, b, (p, q) => p / q, divRational);
  }

  pow(a: NodeId, b: NodeId): NodeId {
    if (this.isOne(b)) return a;
    if (this.isZero(b)) return this.constant(1);
    return this.fold('pow', a, b, realPower, (p, q) =>
      q.d === 1n ? powRational(p, Number(q.n)) : null,
    );
  }

  binary(op: 'max' | 'min' | 'lt' | 'le' | 'eq' | 'mod', a: NodeId, b: NodeId): NodeId {
    return this.fold(op, a, b, BINARY[op], () => null);
  }

  /** `condition ? a : b`, the condition being 1 or 0. */
  select(condition: NodeId, a: NodeId, b: NodeId): NodeId {
    if (this.isConstant(condition)) return this.value(condition) === 0 ? b : a;
    return a === b ? a : this.intern('select', condition, a, b, 0);
  }

  closure(op: Closure, parts: readonly [NodeId, NodeId, NodeId], variable: NodeId): NodeId {
    const [a, b, c] = parts;
    return this.intern(op, a, b, c, variable);
  }

  /** The variable that a closure runs along. */
  runsAlong(id: NodeId): NodeId {
    return this.values[id] ?? -1;
  }

  isZero(id: NodeId): boolean {
    return this.isConstant(id) && this.values[id] === 0;
  }

  private isOne(id: NodeId): boolean {
    return this.isConstant(id) && this.values[id] === 1;
  }

  private fold(
    op: Binary,
    a: NodeId,
    b: NodeId,
    float: (p: number, q: number) => number,
    exact: (p: Rational, q: Rational) => Rational | null,
  ): NodeId {
    if (this.isConstant(a) && this.isConstant(b)) {
      const [p, q] = [this.exact[a], this.exact[b]];
      if ((op === 'add' || op === 'mul') && p?.d === 1n && q?.d === 1n) {
        const whole = float(this.value(a), this.value(b));
        if (Number.isSafeInteger(whole)) return this.constant(whole);
      }
      const folded = p && q && !(op === 'div' && q.n === 0n) ? exact(p, q) : null;
      return folded ? this.rational(folded) : this.constant(float(this.value(a), this.value(b)));
    }
    return this.intern(op, a, b, -1, 0);
  }

  private constantIn<K>(
    known: Map<K, NodeId>,
    key: K,
    value: number,
    exact: Rational | null,
  ): NodeId {
    let id = known.get(key);
    if (id === undefined) {
      id = this.push('const', -1, -1, -1, value, exact, null);
      known.set(key, id);
    }
    return id;
  }

  private intern(op: Operation, a: NodeId, b: NodeId, c: NodeId, value: number): NodeId {
    if (2 * this.ops.length > this.table.length) this.grow();
    const { table, ops } = this;
    const last = table.length - 1;
    let at = mixed(op, a, b, c) & last;
    for (let id = table[at] ?? 0; id > 0; id = table[at] ?? 0) {
      const k = id - 1;
      if (
        this.a[k] === a &&
        this.b[k] === b &&
        this.c[k] === c &&
        ops[k] === op &&
        this.values[k] === value
      )
        return k;
      at = (at + 1) & last;
    }
    const id = this.push(op, a, b, c, value, null, null);
    table[at] = id + 1;
    return id;
  }

  private grow(): void {
    const old = this.table;
    const table = new Int32Array(4 * old.length);
    const last = table.length - 1;
    for (const id of old) {
      if (id === 0) continue;
      const k = id - 1;
      let at =
        mixed(this.ops[k] ?? 'const', this.a[k] ?? -1, this.b[k] ?? -1, this.c[k] ?? -1) & last;
      while (table[at] !== 0) at = (at + 1) & last;
      table[at] = id;
    }
    this.table = table;
  }

  private push(
    op: Operation,
    a: NodeId,
    b: NodeId,
    c: NodeId,
    value: number,
    exact: Rational | null,
    draw: Draw | null,
  ): NodeId {
    if (this.ops.length >= MAX_NODES) throw new GraphTooLarge();
    this.ops.push(op);
    this.a.push(a);
    this.b.push(b);
    this.c.push(c);
    this.values.push(value);
    this.exact.push(exact);
    this.draws.push(draw);
    return this.ops.length - 1;
  }
}

/** One number of a node's parts, much the same for few of them. */
function mixed(op: Operation, a: NodeId, b: NodeId, c: NodeId): number {
  const parts = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  const h = parts ^ Math.imul(op.charCodeAt(0) * 31 + op.charCodeAt(op.length - 1), 0x27d4eb2f);
  return h ^ (h >>> 15);
}

const WHOLES = Array.from({ length: 33 }, (_, k) => ({ n: BigInt(k - 16), d: 1n }));

function wholeOf(value: number): Rational {
  return WHOLES[value + 16] ?? { n: BigInt(value), d: 1n };
}

export function isClosure(op: Operation | undefined): op is Closure {
  return op === 'integral' || op === 'limit' || op === 'order';
}

/** A graph past this size means an expression nobody could check by hand either. */
const MAX_NODES = 400_000;

/** Thrown when a document's expressions outgrow the budget; caught where a relation is judged. */
export class GraphTooLarge extends Error {}

const BINARY = {
  max: Math.max,
  min: Math.min,
  lt: (p: number, q: number) => (p < q ? 1 : 0),
  le: (p: number, q: number) => (p <= q ? 1 : 0),
  eq: (p: number, q: number) =>
    Math.abs(p - q) <= 1e-12 * Math.max(1, Math.abs(p), Math.abs(q)) ? 1 : 0,
  mod: (p: number, q: number) => p - q * Math.floor(p / q),
};

/** Real powers only: a negative base takes whole exponents. */
export function realPower(p: number, q: number): number {
  return p < 0 && !Number.isInteger(q) ? Number.NaN : p ** q;
}

function foldUnary(op: Unary, v: number): number | null {
  switch (op) {
    case 'abs':
      return Math.abs(v);
    case 'sign':
      return Math.sign(v);
    case 'floor':
      return Math.floor(v + 1e-12);
    case 'ceil':
      return Math.ceil(v - 1e-12);
    case 'exp':
      return v === 0 ? 1 : null;
    case 'log':
      return v === 1 ? 0 : null;
    case 'not':
      return v === 0 ? 1 : 0;
    default:
      return null;
  }
}
