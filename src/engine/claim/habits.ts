import { isUpper } from '../expression/letter.js';
import { isOpenIntegral, isShifted, lettersIn } from '../expression/forms.js';
import { isCounting, type Expr } from '../expression/node.js';
import { children, some, walk } from '../expression/walk.js';
import { primesNumber } from './primes.js';
import { baseKey, headOf, labelText } from './key.js';

/** Letters that are indices wherever they stand below something. */
const INDEX_LETTERS = /^([ijklmnpqrst]|\\ell|\\[ij]math|.*#)$/;

/** How one base letter is used in a zone: what its subscripts and superscripts mean. */
export interface Habit {
  bare: boolean;
  bold: boolean;
  /** `\mathbf{x}_1`: one of several vectors, unlike the entry `x_1` of `\mathbf{x}`. */
  boldNumbered: boolean;
  /** Subscripted by a letter that is an index. */
  lettered: boolean;
  /** Two indices at once: `w_{ij}`. */
  paired: boolean;
  /** A number followed by letters: `W_{2,ij}`. */
  numbered: boolean;
  /** Single-letter subscripts that are gates or words: `W_f`, `W_o`. */
  letters: Set<string>;
  powers: Set<string>;
  /** Letters and numbers in layer superscripts. */
  marks: Set<string>;
  transposed: boolean;
  /** With a number below it is transposed or has a norm: `z_1^\top z_2`, two vectors. */
  severed: boolean;
  called: number;
  primed: boolean;
}

/** What the formulas of a zone show of its scripts. */
export interface Habits {
  readonly habits: ReadonlyMap<string, Readonly<Habit>>;
  readonly bound: ReadonlySet<string>;
  /** Letters that sums, products and the like count with. */
  readonly counted: ReadonlySet<string>;
  readonly labelled: ReadonlySet<string>;
  /** Names of square matrices that are written out, of which there are powers. */
  readonly squares: ReadonlySet<string>;
  readonly layered: ReadonlySet<string>;
  /** Sizes with a label, as `d_k` in `\mathbb{R}^{d \times d_k}`: base and letter. */
  readonly sized: ReadonlySet<string>;
  /** Base and letter where the letter is counted with around them, as in `\sum_k n_k`. */
  readonly within: ReadonlySet<string>;
  /** Letters that sums and products count up to. */
  readonly limits: ReadonlySet<string>;
  /** Letters whose own value is the sum of those with an index: `L = \sum_t L_t`. */
  readonly summed: ReadonlySet<string>;
  readonly transposes: boolean;
  /** `k(x, x')`: a prime makes another name. */
  readonly pairs: boolean;
  /** Coefficients that count from 0, as in `\sum_{k=0}^n a_k x^k`. */
  readonly fromZero: ReadonlySet<string>;
  /** Something has the subscript `t-1`: t counts steps. */
  readonly timed: boolean;
  /** A matrix or a bold vector has a prime. */
  readonly primed: boolean;
  /** `e = \hat{y} - y`, `L(e)`: here the letter is a name and not Euler's number. */
  readonly ownE: boolean;
  isIndexLetter(base: string, letter: string): boolean;
}

/** Walks all formulas of a zone once, then its definitions. */
export function habitsOf(
  roots: readonly Expr[],
  definitions: readonly { readonly left: Expr; readonly right: Expr }[],
): Habits {
  const found = new Collector();
  for (const root of roots) found.collect(root, null);
  for (const { left, right } of definitions) {
    found.collectLeft(left);
    found.collectArray(left, right);
    found.collectSummed(left, right);
    found.collectSummed(right, left);
    found.collectNormed(right);
    found.collectPaired(left, right);
  }
  const entries = new Set(definitions.flatMap(({ left }) => entryBase(left) ?? []));
  for (const { right } of definitions) found.collectLabels(right, entries);
  for (let round = 0; round < 4; round++)
    for (const { left, right } of definitions) found.spreadLabels(left, right);
  return found;
}

export function isE(node: Expr): boolean {
  return node.kind === 'sym' && node.base === 'e' && node.accents.length === 0;
}

/** `t - 1`, `t + 1`: time steps. */
export function timeLike(item: Expr): boolean {
  return (
    item.kind === 'add' &&
    item.left.kind === 'sym' &&
    item.left.base === 't' &&
    item.right.kind === 'num'
  );
}

class Collector implements Habits {
  readonly habits = new Map<string, Habit>();
  readonly bound = new Set<string>();
  readonly counted = new Set<string>();
  /** Letters that stand beside one that a sum counts with, as c in `\sum_j A_{ij} V_{jc}`. */
  private readonly beside = new Set<string>();
  readonly labelled = new Set<string>();
  readonly squares = new Set<string>();
  readonly layered = new Set<string>();
  readonly sized = new Set<string>();
  readonly within = new Set<string>();
  readonly limits = new Set<string>();
  readonly fromZero = new Set<string>();
  readonly summed = new Set<string>();
  transposes = false;
  pairs = false;
  timed = false;
  primed = false;
  ownE = false;

  isIndexLetter(base: string, letter: string): boolean {
    const weights = isUpper(base) || /^[bw]$/.test(base);
    if (letter !== 't' && this.isGated(base) && (weights || this.isGate(letter))) return false;
    return this.bound.has(letter) || this.beside.has(letter) || INDEX_LETTERS.test(letter);
  }

  /** Does it go with gates, as the f, o and z of cells? */
  private isGated(base: string): boolean {
    const letters = this.habits.get(base)?.letters;
    return ['f', 'o', 'z'].some((gate) => letters?.has(gate) && !this.counted.has(gate));
  }

  /** `a_r` beside `W_r`, where there are `a_z` and `W_z`. */
  private isGate(letter: string): boolean {
    return ['W', 'U'].some(
      (base) => this.isGated(base) && this.habits.get(base)?.letters.has(letter),
    );
  }

  collect(node: Expr, parent: Expr | null): void {
    this.ownE ||=
      (node.kind === 'sub' || node.kind === 'transpose' || node.kind === 'norm') &&
      isE(node.target);
    this.ownE ||= node.kind === 'deriv' && node.wrt.some(({ name }) => isE(name));
    if (node.kind === 'sym') {
      const habit = this.habit(baseKey(node));
      habit.bold ||= node.font === 'bold';
      habit.bare ||= parent?.kind !== 'sub';
    }
    if (node.kind === 'mark' && node.index) {
      const head = headOf(node.target);
      if (head) this.habit(baseKey(head)).marks.add(labelText(node.index));
    }
    if (node.kind === 'transpose' || node.kind === 'norm') this.collectSevered(node.target);
    if (node.kind === 'sub' && node.target.kind === 'sym') this.collectSub(node, node.target);
    else if (node.kind === 'transpose') {
      if (node.sign === 'prime') this.primed = true;
      else this.transposes = true;
      const head =
        node.target.kind === 'sym'
          ? node.target
          : node.target.kind === 'sub' && node.target.target.kind === 'sym'
            ? node.target.target
            : null;
      if (head) this.habit(baseKey(head)).transposed = true;
    } else if (
      node.kind === 'pow' &&
      (node.base.kind === 'sym' || (node.base.kind === 'sub' && node.base.target.kind === 'sym'))
    ) {
      const head =
        node.base.kind === 'sym'
          ? node.base
          : node.base.target.kind === 'sym'
            ? node.base.target
            : null;
      if (head) this.habit(baseKey(head)).powers.add(labelText(node.exponent));
      const layer = /^(l|L|\\ell)([+-]\d)?$/.test(labelText(node.exponent));
      if (head && layer) this.layered.add(baseKey(head));
      if (head?.font === 'bb') this.collectSizes(node.exponent);
    } else if (node.kind === 'prime' && node.target.kind === 'sym') {
      this.habit(baseKey(node.target)).primed = true;
      const called = parent?.kind === 'call' && parent.fn === node;
      if (!called && (isUpper(baseKey(node.target)) || node.target.font === 'bold'))
        this.primed = true;
    }
    if (node.kind === 'call') this.collectScale(node);
    const listed = node.kind === 'call' ? node.args : node.kind === 'tuple' ? node.items : [];
    this.pairs ||= listed.some(
      (item) => item.kind === 'prime' && listed.some((other) => sameBase(other, item.target)),
    );
    if (node.kind === 'big' && isCounting(node)) this.collectCounting(node);
    // `+ C'` after an integral is another constant.
    this.pairs ||= isOpenIntegral(node) || primesNumber(node);
    if (node.kind === 'rel' && node.signs.includes('!='))
      for (const item of node.items) this.collectBound(item);
    const walked =
      node.kind === 'sub' && node.target.kind === 'sym' ? node.indices : children(node);
    for (const child of walked) this.collect(child, node);
  }

  /** `z^1 = ...`, `\delta^h = ...`: nobody defines a power, so the superscript is a label. */
  collectLeft(left: Expr): void {
    this.ownE ||= isE(left) || (left.kind === 'call' && left.args.some(isE));
    if (left.kind !== 'pow') return;
    const head =
      left.base.kind === 'sym'
        ? left.base
        : left.base.kind === 'sub' && left.base.target.kind === 'sym'
          ? left.base.target
          : null;
    if (!head) return;
    const base = baseKey(head);
    const powers = this.habits.get(base)?.powers ?? new Set<string>();
    if (left.exponent.kind === 'sym' && left.exponent.base !== 'T') this.labelled.add(`${base}^`);
    if (
      left.exponent.kind === 'num' &&
      (powers.has('1') || (left.exponent.text !== '2' && left.exponent.text !== '1'))
    )
      this.labelled.add(`${base}^`);
    if (left.exponent.kind === 'num' && left.exponent.text === '1') this.labelled.add(`${base}^`);
    if (left.exponent.kind === 'add') this.layered.add(base);
  }

  /** `E(w) = \sum_n E_n(w)`, `J = \frac1m \sum_i J^{(i)}`. */
  collectSummed(left: Expr, right: Expr): void {
    const name = left.kind === 'call' ? left.fn : left;
    if (name.kind !== 'sym') return;
    const base = baseKey(name);
    if (sumsParts(base, right)) this.summed.add(base);
  }

  /** `\hat{w}_1 = \begin{pmatrix} 2 \\ 3 \end{pmatrix}`: no entry of a vector is an array. */
  collectArray(left: Expr, right: Expr): void {
    const square = literalShape(right);
    if (left.kind === 'sym' && square[0] > 1 && square[0] === square[1])
      this.squares.add(baseKey(left));
    if (left.kind !== 'sub' || left.target.kind !== 'sym' || left.indices.length !== 1) return;
    const [rows, columns] = left.indices[0]?.kind === 'num' ? literalShape(right) : [1, 1];
    if (rows > 1 || columns > 1) this.labelled.add(baseKey(left.target));
  }

  /** `e^{\theta_a} / \sum_b e^{\theta_b}`: a letter in the place of one that is counted with. */
  collectNormed(right: Expr): void {
    const counted = new Set<string>();
    walk(right, (node) => {
      if (node.kind !== 'big' || !isCounting(node)) return;
      const letters = node.bounds.map(({ index }) => labelText(index));
      walk(node.body, (inner) => {
        const [index] = inner.kind === 'sub' && inner.indices.length === 1 ? inner.indices : [];
        if (inner.kind !== 'sub' || inner.target.kind !== 'sym' || !index) return;
        if (letters.includes(labelText(index))) counted.add(baseKey(inner.target));
      });
    });
    walk(right, (node) => {
      const [index] = node.kind === 'sub' && node.indices.length === 1 ? node.indices : [];
      if (node.kind !== 'sub' || node.target.kind !== 'sym' || index?.kind !== 'sym') return;
      if (counted.has(baseKey(node.target)) && /^[a-z]$/.test(index.base) && index.font === 'plain')
        this.beside.add(index.base);
    });
  }

  /** `P_{ic} = e^{Z_{ic}} / \sum_k e^{Z_{ik}}`, `p_c = P_{ic}`: what both sides have, here beside an index, is one. */
  collectPaired(left: Expr, right: Expr): void {
    const other = lettersOf(left).findLast((one) => !INDEX_LETTERS.test(one));
    if (other === undefined || !/^[a-z]$/.test(other)) return;
    const isPaired = (node: Expr): boolean => {
      const pair = lettersOf(node);
      return (
        pair.length === 2 && pair.includes(other) && pair.some((one) => INDEX_LETTERS.test(one))
      );
    };
    if (some(right, isPaired)) this.beside.add(other);
  }

  /** `-\log p_y` after `p_k = ...`: the entry of a class. */
  collectLabels(right: Expr, entries: ReadonlySet<string>): void {
    walk(right, (node) => {
      const [arg] = node.kind === 'call' ? node.args : [];
      if (node.kind !== 'call' || node.fn.kind !== 'sym' || arg?.kind !== 'sub') return;
      const [index] = arg.indices;
      const base = entryBase(arg);
      if (!/^\\?(?:log|ln)$/.test(node.fn.base) || base === null || !entries.has(base)) return;
      if (index?.kind === 'sym' && /^[a-z]$/.test(index.base)) this.beside.add(index.base);
    });
  }

  // `a_1 = W_1 x + b_1`: what is made of numbered matrices is numbered itself, not an entry of a vector.
  spreadLabels(left: Expr, right: Expr): void {
    const numbered = (node: Expr): string | null =>
      node.kind === 'sub' &&
      node.target.kind === 'sym' &&
      node.indices.length === 1 &&
      node.indices[0]?.kind === 'num'
        ? baseKey(node.target)
        : null;
    const found: string[] = [];
    walk(right, (node) => {
      const base = numbered(node);
      if (base !== null) found.push(base);
    });
    const matrix = found.some((base) => isUpper(base) || this.labelled.has(base));
    if (!matrix) return;
    const own = numbered(left);
    if (own !== null) this.labelled.add(own);
    if (right.kind === 'add') for (const base of found) this.labelled.add(base);
  }

  private habit(base: string): Habit {
    const known = this.habits.get(base);
    if (known) return known;
    const habit: Habit = {
      bare: false,
      bold: false,
      boldNumbered: false,
      lettered: false,
      paired: false,
      numbered: false,
      letters: new Set(),
      powers: new Set(),
      marks: new Set(),
      transposed: false,
      severed: false,
      called: 0,
      primed: false,
    };
    this.habits.set(base, habit);
    return habit;
  }

  private collectSevered(node: Expr): void {
    const parts = node.kind === 'add' ? [node.left, node.right] : [node];
    for (const part of parts)
      if (part.kind === 'sub' && part.target.kind === 'sym' && part.indices.length === 1)
        this.habit(baseKey(part.target)).severed ||= part.indices[0]?.kind === 'num';
  }

  private collectSizes(exponent: Expr): void {
    walk(exponent, (node) => {
      const [label] = node.kind === 'sub' && node.indices.length === 1 ? node.indices : [];
      if (node.kind !== 'sub' || node.target.kind !== 'sym' || label?.kind !== 'sym') return;
      // `n_\ell \times n_{\ell-1}`: a size for every layer, not one with a name.
      if (!/^([ijlt]|\\\\ell)$/.test(label.base))
        this.sized.add(`${baseKey(node.target)} ${label.base}`);
    });
  }

  /** `\sqrt{d_k}`: how long keys are, in attention; nobody takes the root of a direction. */
  private collectScale({ fn, args }: Expr & { kind: 'call' }): void {
    const [arg] = args;
    const root = fn.kind === 'sym' && fn.base === 'sqrt' && arg?.kind === 'sub' ? arg : null;
    const [label] = root?.indices ?? [];
    if (root?.target.kind !== 'sym' || root.target.base !== 'd' || root.indices.length !== 1)
      return;
    if (label?.kind === 'sym') this.sized.add(`d ${label.base}`);
  }

  private collectCounting(node: Expr & { kind: 'big' }): void {
    for (const { index, to } of node.bounds) {
      this.collectBound(index);
      this.counted.add(labelText(index));
      if (to?.kind === 'sym') this.limits.add(baseKey(to));
    }
    this.collectBeside(node);
    this.collectWithin(node);
    this.collectTotal(node);
    this.collectFromZero(node);
  }

  private collectBound(index: Expr): void {
    if (index.kind === 'sym' && index.base.length <= 1) this.bound.add(labelText(index));
    if (index.kind === 'sym' && index.base === 't') this.bound.add('t!');
  }

  private collectWithin({ bounds, body }: Expr & { kind: 'big' }): void {
    const counters = new Set(bounds.map(({ index }) => labelText(index)));
    walk(body, (node) => {
      const [index] = node.kind === 'sub' && node.indices.length === 1 ? node.indices : [];
      if (node.kind !== 'sub' || node.target.kind !== 'sym' || !index) return;
      const letter = labelText(index);
      if (counters.has(letter)) this.within.add(`${baseKey(node.target)} ${letter}`);
    });
  }

  /** `\sum_k n_k`: how many there are of each kind; the n of all together is a number of its own. */
  private collectTotal({ op, bounds, body }: Expr & { kind: 'big' }): void {
    if (op !== 'sum' || body.kind !== 'sub' || body.target.kind !== 'sym') return;
    const counters = bounds.map(({ index }) => labelText(index));
    const [index, ...more] = body.indices;
    const base = baseKey(body.target);
    if (!index || more.length > 0 || !/^[nN]$/.test(base) || body.target.font === 'bold') return;
    if (counters.includes(labelText(index))) this.summed.add(base);
  }

  private collectBeside({ bounds, body }: Expr & { kind: 'big' }): void {
    const counters = bounds.map(({ index }) => labelText(index));
    walk(body, (node) => {
      if (node.kind !== 'sub' || node.indices.length !== 2) return;
      const letters = node.indices.filter((item) => item.kind === 'sym' && item.font !== 'upright');
      const labels = letters.map(labelText);
      if (labels.length !== 2 || !labels.some((label) => counters.includes(label))) return;
      for (const label of labels) if (/^[a-z]$/.test(label)) this.beside.add(label);
    });
  }

  private collectFromZero({ bounds: [bound], body }: Expr & { kind: 'big' }): void {
    if (bound?.from?.kind !== 'num' || bound.from.text !== '0') return;
    const letter = labelText(bound.index);
    const counts = (node: Expr): boolean => node.kind === 'sym' && labelText(node) === letter;
    if (!some(body, (node) => node.kind === 'pow' && some(node.exponent, counts))) return;
    walk(body, (node) => {
      if (node.kind === 'sub' && node.target.kind === 'sym' && node.indices.every(counts))
        this.fromZero.add(baseKey(node.target));
    });
  }

  private collectSub(node: Expr & { kind: 'sub' }, head: Expr & { kind: 'sym' }): void {
    const habit = this.habit(baseKey(head));
    const [first, ...rest] = node.indices;
    if (head.font === 'bold') {
      habit.bold = true;
      habit.boldNumbered ||= first?.kind === 'num';
    }
    if (head.base === 'W' && first?.kind === 'num') {
      this.labelled.add('W!');
      this.labelled.add(`W_{${first.text}}!`);
    }
    // `w_0` is where an iteration starts; then `w_1` is its next point, not an entry.
    if (node.indices.length === 1 && first?.kind === 'num' && first.text === '0')
      this.labelled.add(baseKey(head));
    this.timed ||= node.indices.some(timeLike);
    // `x_{t+k}`, `K_{r-i,c-j}`: places in an array.
    for (const letter of node.indices.filter(isShifted).flatMap(lettersIn)) {
      this.beside.add(letter);
      if (letter === 't') this.bound.add('t!');
    }
    const letters = node.indices.filter((item) => item.kind === 'sym');
    for (const letter of letters) habit.letters.add(labelText(letter));
    // `\delta_{kc}`: the class that all k are held against.
    const pair = baseKey(head) === '\\delta' && letters.length === 2 ? letters.map(labelText) : [];
    if (pair.some((letter) => INDEX_LETTERS.test(letter)))
      for (const letter of pair) if (/^[cy]$/.test(letter)) this.beside.add(letter);
    if (first?.kind === 'num' && rest.some((item) => item.kind !== 'num')) habit.numbered = true;
    if (letters.some((letter) => this.isIndexLetter('', labelText(letter)))) habit.lettered = true;
    if (letters.length >= 2) habit.paired = true;
  }
}

/** `i` and `c` of `P_{ic}` and of `(Z_2)_{ic}`. */
function lettersOf(node: Expr): readonly string[] {
  if (node.kind !== 'sub') return [];
  return node.indices.flatMap((item) =>
    item.kind === 'sym' && item.font === 'plain' ? labelText(item) : [],
  );
}

/** `p` of `p_k`. */
function entryBase(node: Expr): string | null {
  if (node.kind !== 'sub' || node.target.kind !== 'sym' || node.indices.length !== 1) return null;
  return node.indices[0]?.kind === 'sym' ? baseKey(node.target) : null;
}

function sameBase(a: Expr, b: Expr): boolean {
  return a.kind === 'sym' && b.kind === 'sym' && baseKey(a) === baseKey(b);
}

/** Rows and columns of what is made of matrices with entries written out; 1 and 1 where there are none. */
function literalShape(node: Expr): readonly [number, number] {
  switch (node.kind) {
    case 'matrix':
      return node.fence === 'vertical' ? [1, 1] : [node.rows.length, node.rows[0]?.length ?? 1];
    case 'neg':
      return literalShape(node.target);
    case 'pow':
      return literalShape(node.base);
    case 'add':
      return literalShape(node.left);
    case 'mul': {
      const arrays = node.factors.map(literalShape).filter(([m, n]) => m > 1 || n > 1);
      return [arrays[0]?.[0] ?? 1, arrays.at(-1)?.[1] ?? 1];
    }
    default:
      return [1, 1];
  }
}

/** Is what the letter stands for made of a sum of those with an index? */
export function sumsParts(base: string, body: Expr): boolean {
  return some(body, (node) => {
    if (node.kind !== 'big' || node.op !== 'sum') return false;
    const letters = node.bounds.map(({ index }) => labelText(index));
    return some(node.body, (inner) => {
      if (inner.kind !== 'sub' && inner.kind !== 'mark') return false;
      const index = inner.kind === 'sub' ? inner.indices[0] : inner.index;
      const own = inner.target.kind === 'sym' && baseKey(inner.target) === base;
      return own && index !== undefined && letters.includes(labelText(index));
    });
  });
}
