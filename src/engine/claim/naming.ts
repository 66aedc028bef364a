import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import { KRONECKER, type NameUse } from '../interpret/context.js';
import { isLastLetter } from '../interpret/indices.js';
import { isUpper, letterOf } from '../expression/letter.js';
import { habitsOf, isE, timeLike, type Habit, type Habits } from './habits.js';
import { iterationsIn, type Iterations } from './iterations.js';
import { baseKey, isErrorLabel, labelText } from './key.js';
import { layersIn, neighbourOf, type Layers } from './layers.js';
import { isKronecker } from './kronecker.js';
import { isNumeric } from './literal.js';
import { sampledLetters, sampleOf } from './samples.js';
import { nextOf, zeroBasedIn } from './zeroBased.js';

/** What definitions say of scripts, those of elder sections too. */
export interface Said {
  /** Letters of which elder sections have several by number, as `z_1` and `z_2`. */
  readonly numbered: ReadonlySet<string>;
  /** Letters of which elder sections have several by superscript, as `a^z` and `a^r`. */
  readonly raised: ReadonlySet<string>;
  /** First letters of errors that are called as Kronecker's delta is. */
  readonly errors: ReadonlySet<string>;
  /** Letters of which the text says that each one with an index is a vector. */
  readonly members: ReadonlySet<string>;
  /** Those of elder sections that stand beside one without an index. */
  readonly samples: ReadonlySet<string>;
  /** Letters that elder sections define as the sum of those with an index: `L = \sum_t L_t`. */
  readonly summed: ReadonlySet<string>;
  /** The first columns of a matrix, with their number as a label. */
  readonly parts: ReadonlySet<string>;
}

const NOTHING_SAID: Said = {
  numbered: new Set(),
  raised: new Set(),
  errors: new Set(),
  members: new Set(),
  samples: new Set(),
  summed: new Set(),
  parts: new Set(),
};

/** Decides, over a whole zone, which scripts are labels, which indices and which powers. */
export class Naming {
  private readonly seen: Habits;
  private readonly layers: Layers;
  private readonly iterations: Iterations;
  private readonly sampled: ReadonlySet<string>;
  /** Lists of numbers whose entries are counted from 0. */
  private readonly zeroBased: ReadonlySet<string>;
  private readonly cache = new WeakMap<Expr, NameUse | null>();
  /** Keys of which there is one in every layer or step. */
  private readonly families = new Set<string>();

  constructor(
    roots: readonly Expr[],
    definitions: readonly { readonly left: Expr; readonly right: Expr }[],
    private readonly said: Said = NOTHING_SAID,
  ) {
    this.seen = habitsOf(roots, definitions);
    this.layers = layersIn(roots);
    const { letters } = this.layers;
    this.iterations = iterationsIn(roots, definitions, this.seen, letters);
    this.sampled = sampledLetters(roots, this.said);
    this.zeroBased = zeroBasedIn(roots, definitions);
  }

  readName(node: Expr): NameUse | null {
    if (!mayBeName(node)) return null;
    const known = this.cache.get(node);
    if (known !== undefined) return known;
    const named = this.read(node);
    const use =
      named && isKronecker(named, this.said.errors) ? { ...named, key: KRONECKER } : named;
    if (use && use.family.length > 0) this.families.add(use.key);
    this.cache.set(node, use);
    return use;
  }

  /** No name anywhere, where `e` is Euler's number unless the zone has an `e` of its own. */
  isNumber(node: Expr): boolean {
    return isNumeric(node) && !(this.seen.ownE && some(node, isE));
  }

  /** Is this base letter ever written with a transpose sign? */
  isTransposed(base: string): boolean {
    return this.seen.habits.get(base)?.transposed ?? false;
  }

  isBold(base: string): boolean {
    return this.seen.habits.get(base)?.bold ?? false;
  }

  /** Does this letter stand without a subscript somewhere? */
  isBare(base: string): boolean {
    return this.seen.habits.get(base)?.bare ?? false;
  }

  /** Does a sum or another operator count with this letter? */
  isCounted(letter: string): boolean {
    return this.seen.counted.has(letter);
  }

  isPrimed(base: string): boolean {
    return this.seen.habits.get(base)?.primed ?? false;
  }

  /** Do all members of a family have one shape? Samples and time steps do, layers do not. */
  sharesShape(key: string): boolean {
    const habit = this.seen.habits.get(letterOf(key)) ?? this.seen.habits.get(key);
    if (!habit) return false;
    if (habit.letters.has('t') || this.iterations.bases.has(letterOf(key))) return true;
    return [...habit.marks].some(
      (mark) => /^[inkmstj]([+-]\d)?$/.test(mark) && !this.layers.letters.has(mark.charAt(0)),
    );
  }

  /** Is there one of them in every layer, as a matrix of weights? */
  hasMembers(key: string): boolean {
    return this.families.has(key);
  }

  /** Is this the letter that layers are counted with? */
  countsLayers(letter: string): boolean {
    return /^(l|\\ell)$/.test(letter) || this.layers.letters.has(letter);
  }

  /** Is this a letter that steps are counted with? */
  countsSteps(letter: string): boolean {
    return letter === 't' || this.iterations.letters.has(letter);
  }

  /** A prime on a name that is no function transposes it when the zone has no other sign for that. */
  get primeTransposes(): boolean {
    return !this.seen.transposes && !this.seen.pairs;
  }

  /** Is a prime written on a matrix or a bold vector? */
  get primesMatrices(): boolean {
    return this.seen.primed;
  }

  private isSummed(base: string): boolean {
    return this.seen.summed.has(base) || this.said.summed.has(base);
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
        : {
            ...target,
            key: this.isSummed(target.key) ? `${target.key}_{\\cdot}` : target.key,
            family: [...target.family, node.index],
          };
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
      // `w_{-i}`: what is left when `i` is left out, one for every `i`.
      if (item.kind === 'neg' && item.target.kind === 'sym') {
        labels.push('-');
        indices.push(item.target);
        return;
      }
      const role = this.role(base, item, at, items);
      if (role === 'label') labels.push(labelText(item));
      else if (role === 'family') family.push(item);
      else indices.push(item);
    });
    // `N_k` of all N is another number for every k.
    const numbered = labels.length === 0 && indices.length > 0;
    const part = this.isSummed(base) && family.length + indices.length > 0;
    const letter = sampleOf(node);
    const sample = letter !== null && this.sampled.has(letter) && indices.length > 0;
    const apart = (numbered && this.seen.limits.has(base)) || part || sample;
    const own = apart ? `${target.key}_{\\cdot}` : target.key;
    const spelled = labels.length > 0 ? `${target.key}_{${labels.join(',')}}` : own;
    const key = this.spelling(base, spelled);
    const counted = this.zeroBased.has(base) ? indices.map(nextOf) : indices;
    return { key, family: [...target.family, ...family], indices: [...target.indices, ...counted] };
  }

  /** `w_1` where the zone has `W_1` and never a `w` of its own is the same matrix, written carelessly. */
  private spelling(base: string, key: string): string {
    if (base !== 'w' || !this.seen.labelled.has('W!')) return key;
    const small = this.seen.habits.get('w');
    if (!small || small.bare || small.lettered || small.bold) return key;
    const large = `W${key.slice(1)}`;
    return this.seen.labelled.has(`${large}!`) ? large : key;
  }

  /** `W_{xh}`, `b_{hf}`: letters of which one is no index are one label. */
  private joinGroup(base: string, indices: readonly Expr[]): readonly Expr[] {
    const letters = indices.filter((item) => item.kind === 'sym');
    if (letters.length < 2 || letters.length !== indices.length)
      return this.splitDigits(base, indices);
    // `a_{f,t}` where the document says that f is one of its labels.
    if (letters.some(({ written }) => written !== undefined)) return indices;
    if (letters.every((item) => this.seen.isIndexLetter(base, labelText(item)))) return indices;
    const first = indices[0];
    return first
      ? [{ kind: 'text', text: letters.map(labelText).join(''), span: first.span }]
      : indices;
  }

  /** `a_{12}` is the entry in row 1, column 2 where the letter has two indices. */
  private splitDigits(base: string, indices: readonly Expr[]): readonly Expr[] {
    const [only] = indices;
    if (indices.length !== 1 || only?.kind !== 'num' || only.text.length !== 2) return indices;
    const habit = this.seen.habits.get(base);
    if (!habit?.paired && !isUpper(base)) return indices;
    return Array.from(only.text, (text) => ({ kind: 'num' as const, text, span: only.span }));
  }

  private role(
    base: string,
    item: Expr,
    at: number,
    all: readonly Expr[],
  ): 'label' | 'family' | 'index' {
    if (at === 0 && this.isLayer(base, item)) return 'family';
    if (all.length === 1 && this.isStep(base, item))
      return item.kind === 'num' ? 'label' : 'family';
    if (item.kind === 'text') return item.text === ':' ? 'index' : 'label';
    if (
      item.kind === 'sym' &&
      (item.font === 'upright' || item.font === 'bold' || item.base.length > 1) &&
      !item.base.startsWith('\\')
    )
      return 'label';
    if (all.length === 1 && this.isLastStep(base, item)) return 'family';
    if (this.seen.fromZero.has(base) && all.length === 1 && !this.seen.habits.get(base)?.bare)
      return 'family';
    if (item.kind === 'num') return this.numberRole(base, at, all);
    // The `V_k` of the first k columns.
    if (all.length === 1 && this.said.parts.has(`${base}_{${labelText(item)}}`)) return 'label';
    // `I_n` is the identity of that size.
    if (base === 'I' && all.length === 1 && !this.seen.habits.get(base)?.paired) return 'label';
    if (item.kind === 'sym' && all.length === 1 && this.isSizeLabel(base, labelText(item)))
      return 'label';
    if (item.kind === 'sym')
      return this.seen.isIndexLetter(base, labelText(item))
        ? this.letterRole(base, labelText(item))
        : 'label';
    if (item.kind === 'mark' || (all.length === 1 && isErrorLabel(base, item))) return 'label';
    if (item.kind === 'hole') return 'label';
    return timeLike(item) ? 'family' : 'index';
  }

  /** `W_l`, `a_{l-1}`, and with them `a_0` and `a_L`. */
  private isLayer(base: string, item: Expr): boolean {
    if (!this.layers.bases.has(base)) return false;
    if (item.kind === 'num') return true;
    if (item.kind === 'sym') return this.layers.letters.has(item.base) || isLastLetter(item.base);
    return this.layers.letters.has(neighbourOf(item) ?? '');
  }

  /** `w_{k+1}` of an iteration, and with it `w_k` and `w_0`. */
  private isStep(base: string, item: Expr): boolean {
    if (!this.iterations.bases.has(base)) return false;
    if (item.kind === 'num') return true;
    return this.iterations.letters.has(neighbourOf(item) ?? labelText(item));
  }

  /** `h_T` after a sum over all `t` up to `T`. */
  private isLastStep(base: string, item: Expr): boolean {
    if (item.kind !== 'sym' || !/^(T|\\tau)$/.test(item.base)) return false;
    return this.seen.timed && this.seen.limits.has(item.base) && this.stepped(base);
  }

  private stepped(base: string): boolean {
    return this.seen.habits.get(base)?.letters.has('t') ?? false;
  }

  /** `I_n` and `\mathbf{1}_n` say how large they are; `d_k` is a size of its own where a membership has it. */
  private isSizeLabel(base: string, letter: string): boolean {
    const name = `${base} ${letter}`;
    // A letter that some sum counts with may still name a size, as k in `\sqrt{d_k}`.
    if (this.seen.sized.has(name)) return !this.seen.within.has(name);
    return !this.seen.bound.has(letter) && (base === 'I' || base === '1');
  }

  private letterRole(base: string, letter: string): 'family' | 'index' {
    const step =
      letter === 't' && (this.seen.timed || (!this.seen.bound.has('t!') && base !== '\\delta'));
    return step ? 'family' : 'index';
  }

  private numberRole(base: string, at: number, all: readonly Expr[]): 'label' | 'index' {
    if (this.zeroBased.has(base)) return 'index';
    const habit = this.seen.habits.get(base);
    if (all.length > 1 && at === 0 && all.slice(1).some((item) => item.kind !== 'num'))
      return 'label';
    if (all.length > 1) return 'index';
    if (this.seen.labelled.has(base) || habit?.numbered || habit?.boldNumbered || isUpper(base))
      return 'label';
    if ((this.said.numbered.has(base) || habit?.severed) && !habit?.lettered) return 'label';
    // `h_3` beside `h_{t-1}`: the third step.
    if (this.seen.timed && this.stepped(base)) return 'label';
    return habit && (habit.bare || habit.lettered) ? 'index' : 'label';
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
    if (this.seen.layered.has(head) && isLayer(exponent, this.seen.habits.get(head)))
      return { ...target, family: [...target.family, exponent] };
    if (exponent.kind === 'num' && this.seen.squares.has(head)) return null;
    const labelled = this.seen.labelled.has(`${head}^`) || this.said.raised.has(head);
    if (labelled && (exponent.kind === 'num' || exponent.kind === 'sym'))
      return { ...target, key: `${target.key}^{${labelText(exponent)}}` };
    return null;
  }

  private readPrime(node: Expr & { kind: 'prime' }): NameUse | null {
    const target = this.read(node.target);
    if (!target || (this.primeTransposes && this.seen.primed)) return null;
    return { ...target, key: `${target.key}${"'".repeat(node.order)}` };
  }
}

/** May it be a name, by its form? */
export function mayBeName({ kind }: Expr): boolean {
  return NAME_KINDS.has(kind);
}

const NAME_KINDS: ReadonlySet<Expr['kind']> = new Set(['sym', 'sub', 'mark', 'pow', 'prime']);

function isLayer(exponent: Expr, habit: Habit | undefined): boolean {
  const text = labelText(exponent);
  if (/^(l|L|\\ell)([+-]\d)?$/.test(text)) return true;
  const letter = /^([a-z])([+-]\d)?$/.exec(text)?.[1];
  if (letter !== undefined)
    return [...(habit?.powers ?? [])].some((power) => power.startsWith(letter) && power.length > 1);
  return exponent.kind === 'num' && (habit?.powers.has('l') ?? false);
}
