import type { Expr } from '../expression/node.js';
import { children, some, walk } from '../expression/walk.js';
import type { NameUse } from '../interpret/context.js';
import { isUpper, letterOf } from '../expression/letter.js';
import { baseKey, headOf, labelText } from './key.js';
import { isNumeric } from './literal.js';

/** Letters that are indices wherever they stand below something. */
const INDEX_LETTERS = /^([ijklmnpqrst]|\\ell)$/;

/** How one base letter is used in a zone: what its subscripts and superscripts mean. */
interface Habit {
  bare: boolean;
  bold: boolean;
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
  called: number;
  primed: boolean;
}

/** Decides, over a whole zone, which scripts are labels, which indices and which powers. */
export class Naming {
  private readonly habits = new Map<string, Habit>();
  private readonly bound = new Set<string>();
  private readonly labelled = new Set<string>();
  private readonly layered = new Set<string>();
  /** Sizes with a label, as `d_k` in `\mathbb{R}^{d \times d_k}`: base and letter. */
  private readonly sized = new Set<string>();
  private transposes = false;
  /** `k(x, x')`: a prime makes another name. */
  private pairs = false;
  /** Something has the subscript `t-1`: t counts steps. */
  private timed = false;
  /** A matrix or a bold vector has a prime. */
  private primed = false;
  /** `e = \hat{y} - y`, `L(e)`: here the letter is a name and not Euler's number. */
  private ownE = false;
  private readonly cache = new WeakMap<Expr, NameUse | null>();

  constructor(
    roots: readonly Expr[],
    definitions: readonly { readonly left: Expr; readonly right: Expr }[],
  ) {
    for (const root of roots) this.collect(root, null);
    for (const { left, right } of definitions) {
      this.collectLeft(left);
      this.collectArray(left, right);
    }
    for (let round = 0; round < 4; round++)
      for (const { left, right } of definitions) this.spreadLabels(left, right);
  }

  readName(node: Expr): NameUse | null {
    const known = this.cache.get(node);
    if (known !== undefined) return known;
    const use = this.read(node);
    this.cache.set(node, use);
    return use;
  }

  /** No name anywhere, where `e` is Euler's number unless the zone has an `e` of its own. */
  isNumber(node: Expr): boolean {
    return isNumeric(node) && !(this.ownE && some(node, isE));
  }

  /** Is this base letter ever written with a transpose sign? */
  isTransposed(base: string): boolean {
    return this.habits.get(base)?.transposed ?? false;
  }

  isBold(base: string): boolean {
    return this.habits.get(base)?.bold ?? false;
  }

  isPrimed(base: string): boolean {
    return this.habits.get(base)?.primed ?? false;
  }

  /** Do all members of a family have one shape? Samples and time steps do, layers do not. */
  sharesShape(key: string): boolean {
    const habit = this.habits.get(letterOf(key)) ?? this.habits.get(key);
    if (!habit) return false;
    if (habit.letters.has('t')) return true;
    return [...habit.marks].some((mark) => /^[inkmstj]([+-]\d)?$/.test(mark));
  }

  /** A prime on a name that is no function transposes it when the zone has no other sign for that. */
  get primeTransposes(): boolean {
    return !this.transposes && !this.pairs;
  }

  /** Is a prime written on a matrix or a bold vector? */
  get primesMatrices(): boolean {
    return this.primed;
  }

  private read(node: Expr): NameUse | null {
    switch (node.kind) {
      case 'sym':
        return { key: baseKey(node), family: [], indices: [] };
      case 'mark':
        return this.readMark(node);
      case 'sub':
        return this.readSub(node);
      case 'pow':
        return this.readPower(node);
      case 'prime':
        return this.readPrime(node);
      default:
        return null;
    }
  }

  private readMark(node: Expr & { kind: 'mark' }): NameUse | null {
    const target = this.read(node.target);
    if (!target) return null;
    if (node.mark === 'layer' && node.index) {
      const word =
        node.index.kind === 'sym' &&
        node.index.base.length > 1 &&
        !node.index.base.startsWith('\\');
      return word
        ? { ...target, key: `${target.key}^{(${labelText(node.index)})}` }
        : { ...target, family: [...target.family, node.index] };
    }
    return { ...target, key: `${target.key}^{${node.mark}}` };
  }

  private readSub(node: Expr & { kind: 'sub' }): NameUse | null {
    const target = this.read(node.target);
    if (!target) return null;
    const base = node.target.kind === 'sym' ? baseKey(node.target) : target.key;
    const labels: string[] = [];
    const family: Expr[] = [];
    const indices: Expr[] = [];
    const items = this.joinGroup(base, node.indices);
    items.forEach((item, at) => {
      const role = this.role(base, item, at, items);
      if (role === 'label') labels.push(labelText(item));
      else if (role === 'family') family.push(item);
      else indices.push(item);
    });
    const spelled = labels.length > 0 ? `${target.key}_{${labels.join(',')}}` : target.key;
    const key = this.spelling(base, spelled);
    return { key, family: [...target.family, ...family], indices: [...target.indices, ...indices] };
  }

  /** `w_1` where the zone has `W_1` and never a `w` of its own is the same matrix, written carelessly. */
  private spelling(base: string, key: string): string {
    if (base !== 'w' || !this.labelled.has('W!')) return key;
    const small = this.habits.get('w');
    if (!small || small.bare || small.lettered || small.bold) return key;
    const large = `W${key.slice(1)}`;
    return this.labelled.has(`${large}!`) ? large : key;
  }

  /** `W_{xh}`, `b_{hf}`: letters of which one is no index are one label. */
  private joinGroup(base: string, indices: readonly Expr[]): readonly Expr[] {
    const letters = indices.filter((item) => item.kind === 'sym');
    if (letters.length < 2 || letters.length !== indices.length)
      return this.splitDigits(base, indices);
    if (letters.every((item) => this.isIndexLetter(base, labelText(item)))) return indices;
    const first = indices[0];
    return first
      ? [{ kind: 'text', text: letters.map(labelText).join(''), span: first.span }]
      : indices;
  }

  /** `a_{12}` is the entry in row 1, column 2 where the letter has two indices. */
  private splitDigits(base: string, indices: readonly Expr[]): readonly Expr[] {
    const [only] = indices;
    if (indices.length !== 1 || only?.kind !== 'num' || only.text.length !== 2) return indices;
    const habit = this.habits.get(base);
    if (!habit?.paired && !isUpper(base)) return indices;
    return Array.from(only.text, (text) => ({ kind: 'num' as const, text, span: only.span }));
  }

  private role(
    base: string,
    item: Expr,
    at: number,
    all: readonly Expr[],
  ): 'label' | 'family' | 'index' {
    if (item.kind === 'text') return item.text === ':' ? 'index' : 'label';
    if (
      item.kind === 'sym' &&
      (item.font === 'upright' || item.font === 'bold' || item.base.length > 1) &&
      !item.base.startsWith('\\')
    )
      return 'label';
    if (item.kind === 'num') return this.numberRole(base, at, all);
    // `I_n` is the identity of that size.
    if (base === 'I' && all.length === 1 && !this.habits.get(base)?.paired) return 'label';
    if (item.kind === 'sym' && all.length === 1 && this.isSizeLabel(base, labelText(item)))
      return 'label';
    if (item.kind === 'sym')
      return this.isIndexLetter(base, labelText(item))
        ? this.letterRole(base, labelText(item))
        : 'label';
    if (item.kind === 'mark') return 'label';
    if (item.kind === 'hole') return 'label';
    return timeLike(item) ? 'family' : 'index';
  }

  /** `I_n` and `\mathbf{1}_n` say how large they are; `d_k` is a size of its own where a membership has it. */
  private isSizeLabel(base: string, letter: string): boolean {
    if (this.bound.has(letter)) return false;
    return base === 'I' || base === '1' || this.sized.has(`${base} ${letter}`);
  }

  private letterRole(base: string, letter: string): 'family' | 'index' {
    const step = letter === 't' && (this.timed || !this.bound.has('t!')) && base !== '\\delta';
    return step ? 'family' : 'index';
  }

  private numberRole(base: string, at: number, all: readonly Expr[]): 'label' | 'index' {
    const habit = this.habits.get(base);
    if (all.length > 1 && at === 0 && all.slice(1).some((item) => item.kind !== 'num'))
      return 'label';
    if (all.length > 1) return 'index';
    if (this.labelled.has(base) || habit?.numbered || habit?.bold || isUpper(base)) return 'label';
    return habit && (habit.bare || habit.lettered) ? 'index' : 'label';
  }

  private isIndexLetter(base: string, letter: string): boolean {
    const habit = this.habits.get(base);
    const gates =
      habit &&
      ['f', 'o', 'z'].some((gate) => habit.letters.has(gate)) &&
      (isUpper(base) || /^[bw]$/.test(base));
    if (gates && letter !== 't') return false;
    return this.bound.has(letter) || INDEX_LETTERS.test(letter);
  }

  private readPower(node: Expr & { kind: 'pow' }): NameUse | null {
    const head =
      node.base.kind === 'sym'
        ? baseKey(node.base)
        : node.base.kind === 'sub' && node.base.target.kind === 'sym'
          ? baseKey(node.base.target)
          : null;
    if (head === null || head === 'e' || head === '1') return null;
    const target = this.read(node.base);
    if (!target) return null;
    const exponent = node.exponent;
    if (this.layered.has(head) && isLayer(exponent, this.habits.get(head)))
      return { ...target, family: [...target.family, exponent] };
    if (this.labelled.has(`${head}^`) && (exponent.kind === 'num' || exponent.kind === 'sym'))
      return { ...target, key: `${target.key}^{${labelText(exponent)}}` };
    return null;
  }

  private readPrime(node: Expr & { kind: 'prime' }): NameUse | null {
    const target = this.read(node.target);
    if (!target || (this.primeTransposes && this.primed)) return null;
    return { ...target, key: `${target.key}${"'".repeat(node.order)}` };
  }

  private habit(base: string): Habit {
    const known = this.habits.get(base);
    if (known) return known;
    const habit: Habit = {
      bare: false,
      bold: false,
      lettered: false,
      paired: false,
      numbered: false,
      letters: new Set(),
      powers: new Set(),
      marks: new Set(),
      transposed: false,
      called: 0,
      primed: false,
    };
    this.habits.set(base, habit);
    return habit;
  }

  private collect(node: Expr, parent: Expr | null): void {
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
    if (node.kind === 'sub' && node.target.kind === 'sym') this.collectSub(node, node.target);
    else if (node.kind === 'transpose') {
      this.transposes = true;
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
    const listed = node.kind === 'call' ? node.args : node.kind === 'tuple' ? node.items : [];
    this.pairs ||= listed.some(
      (item) => item.kind === 'prime' && listed.some((other) => sameBase(other, item.target)),
    );
    if (node.kind === 'big') for (const bound of node.bounds) this.collectBound(bound.index);
    if (node.kind === 'rel' && node.signs.includes('!='))
      for (const item of node.items) this.collectBound(item);
    const walked =
      node.kind === 'sub' && node.target.kind === 'sym' ? node.indices : children(node);
    for (const child of walked) this.collect(child, node);
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

  private collectBound(index: Expr): void {
    if (index.kind === 'sym' && index.base.length <= 1) this.bound.add(labelText(index));
    if (index.kind === 'sym' && index.base === 't') this.bound.add('t!');
  }

  private collectSub(node: Expr & { kind: 'sub' }, head: Expr & { kind: 'sym' }): void {
    const habit = this.habit(baseKey(head));
    habit.bold ||= head.font === 'bold';
    const [first, ...rest] = node.indices;
    if (head.base === 'W' && first?.kind === 'num') {
      this.labelled.add('W!');
      this.labelled.add(`W_{${first.text}}!`);
    }
    // `w_0` is where an iteration starts; then `w_1` is its next point, not an entry.
    if (node.indices.length === 1 && first?.kind === 'num' && first.text === '0')
      this.labelled.add(baseKey(head));
    this.timed ||= node.indices.some(timeLike);
    const letters = node.indices.filter((item) => item.kind === 'sym');
    for (const letter of letters) habit.letters.add(labelText(letter));
    if (first?.kind === 'num' && rest.some((item) => item.kind !== 'num')) habit.numbered = true;
    if (letters.some((letter) => this.isIndexLetter('', labelText(letter)))) habit.lettered = true;
    if (letters.length >= 2) habit.paired = true;
  }

  /** `z^1 = ...`, `\delta^h = ...`: nobody defines a power, so the superscript is a label. */
  private collectLeft(left: Expr): void {
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

  /** `\hat{w}_1 = \begin{pmatrix} 2 \\ 3 \end{pmatrix}`: no entry of a vector is an array. */
  private collectArray(left: Expr, right: Expr): void {
    if (left.kind !== 'sub' || left.target.kind !== 'sym' || left.indices.length !== 1) return;
    const [rows, columns] = left.indices[0]?.kind === 'num' ? literalShape(right) : [1, 1];
    if (rows > 1 || columns > 1) this.labelled.add(baseKey(left.target));
  }

  // `a_1 = W_1 x + b_1`: what is made of numbered matrices is numbered itself, not an entry of a vector.
  private spreadLabels(left: Expr, right: Expr): void {
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

/** `t - 1`, `t + 1`: time steps. */
function timeLike(item: Expr): boolean {
  return (
    item.kind === 'add' &&
    item.left.kind === 'sym' &&
    item.left.base === 't' &&
    item.right.kind === 'num'
  );
}

function isLayer(exponent: Expr, habit: Habit | undefined): boolean {
  const text = labelText(exponent);
  if (/^(l|L|\\ell)([+-]\d)?$/.test(text)) return true;
  const letter = /^([a-z])([+-]\d)?$/.exec(text)?.[1];
  if (letter !== undefined)
    return [...(habit?.powers ?? [])].some((power) => power.startsWith(letter) && power.length > 1);
  return exponent.kind === 'num' && (habit?.powers.has('l') ?? false);
}

function isE(node: Expr): boolean {
  return node.kind === 'sym' && node.base === 'e' && node.accents.length === 0;
}
