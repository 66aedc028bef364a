import { SCALAR_GREEK } from '../claim/evidence.js';
import { gradientsBy, namesOfGradients } from '../claim/gradients.js';
import { isPlainLog } from '../claim/logBases.js';
import type { Book } from '../claim/meaning.js';
import { keysIn, WEIGHTS, without } from '../claim/reading.js';
import type { LogBase, Structure } from '../interpret/context.js';
import type { Placed } from '../claim/zone.js';
import { isFunctionWord } from '../functions/known.js';
import { isUpper } from '../expression/letter.js';
import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import type { Consequences } from './consequences.js';
import { judgeEquality, type Equality } from './equality.js';
import { Reader, type Judgement } from './judge.js';
import { definedFor } from './definedFor.js';
import { othersThanFixed } from './othersThanFixed.js';
import { differentialsIn } from './prepared.js';
import { withSizes } from './givenSizes.js';
import { reachedFrom } from './reached.js';
import type { Setting } from './setting.js';
import { withTotals } from './totals.js';

/** The readings under which an equality may hold that fails under the likeliest one. */
export class OtherReadings {
  constructor(
    private readonly setting: Setting,
    private readonly consequences: Consequences,
  ) {}

  /** The first of them under which it holds. */
  find(placed: Placed, claim: Equality, reader: Reader): Judgement | null {
    return (
      this.entrywise(reader, claim) ??
      this.alongNames(claim) ??
      this.otherShapes(placed, claim) ??
      this.withRows(claim) ??
      this.whereDefined(claim) ??
      this.ofOthers(claim, reader) ??
      this.counted(claim) ??
      this.sized(claim, reader) ??
      this.asNumbers(claim) ??
      this.ofOneSample(claim) ??
      this.byOtherNames(claim, reader) ??
      this.asWritten(claim) ??
      this.withVariant(claim) ??
      this.untilHere(placed, claim) ??
      this.inTotal(claim, reader) ??
      this.ofDiagonals(claim, reader) ??
      this.inOtherBase(claim, reader) ??
      this.asPrinted(claim)
    );
  }

  /** The reading in which a bare letter is a number beside its indexed namesakes, where the shapes fit only so. */
  namesakeReader(claim: Equality): Reader | null {
    for (const key of this.namesakes(claim)) {
      const reader = this.setting.withRank(key, 0, true);
      if (reader?.session(false, false).fits(claim.left, claim.right)) return reader;
    }
    return null;
  }

  /** Does it hold when the dots between arrays multiply entry by entry? */
  private entrywise(reader: Reader, claim: Equality): Judgement | null {
    const [left, right] = [undotted(claim.left), undotted(claim.right)];
    if (left === claim.left && right === claim.right) return null;
    const judged = judgeEquality(reader, { ...claim, left, right });
    return judged.verdict === 'holds'
      ? { ...judged, assumptions: [...judged.assumptions, { code: 'reading.product', args: {} }] }
      : null;
  }

  /** `d\ell = \operatorname{tr}(D^\top dQ\,K^\top)`: does it hold where Q alone changes, not what Q is made of? */
  private alongNames({ left, right, ...rest }: Equality): Judgement | null {
    const { names, reader } = this.setting;
    const changing = differentialsIn([right]).flatMap(
      ({ target }) =>
        names.naming.readName(target.kind === 'transpose' ? target.target : target)?.key ?? [],
    );
    const defined = changing.filter((key) => reader.book.variables.has(key));
    if (defined.length === 0) return null;
    const book = defined.reduce(bookWithout, reader.book);
    const judged = judgeEquality(new Reader(names, reader.ranks, book), { ...rest, left, right });
    return judged.verdict === 'holds' ? judged : null;
  }

  /** Does it hold where the k of a sum is never the o that stands beside it? */
  private ofOthers(claim: Equality, reader: Reader): Judgement | null {
    const [others, about] = othersThanFixed(reader, claim) ?? [];
    const judged = others && about ? judgeEquality(others, about) : null;
    if (judged?.verdict !== 'holds') return null;
    const condition = { code: 'reading.condition' as const, args: {} };
    return { ...judged, assumptions: [...judged.assumptions, condition] };
  }

  /** Does it hold when a name whose shape nothing shows has another one? */
  private otherShapes(placed: Placed, claim: Equality): Judgement | null {
    for (const key of this.looseNames(claim)) {
      for (const rank of this.ranksOf(key, claim)) {
        const number = rank === 0 && this.isNumberHere(key, claim);
        const reader = this.setting.withRank(key, rank, number);
        if (!reader || (!number && !mayHold(reader, claim))) continue;
        const first = judgeEquality(reader, claim);
        const supposed = number && first.verdict !== 'holds';
        const judged = supposed ? this.consequences.following(placed, claim, reader) : first;
        if (judged?.verdict !== 'holds') continue;
        return {
          ...judged,
          assumptions: [
            ...judged.assumptions,
            { code: 'reading.shape', args: { name: key, rank: String(rank) } },
          ],
        };
      }
    }
    return null;
  }

  /** Does it hold when the names that may be rows or columns of a matrix are? */
  private withRows(claim: Equality): Judgement | null {
    for (const reader of this.setting.rowReaders([claim.left, claim.right])) {
      const judged = judgeEquality(reader, claim);
      if (judged.verdict === 'holds')
        return {
          ...judged,
          assumptions: [...judged.assumptions, { code: 'reading.layout', args: {} }],
        };
    }
    return null;
  }

  /** Does it hold for the indices that its names are defined for? */
  private whereDefined(claim: Equality): Judgement | null {
    const conditions = definedFor(this.setting.reader, claim);
    if (conditions.length === 0) return null;
    const judged = judgeEquality(this.setting.reader, {
      ...claim,
      conditions: [...claim.conditions, ...conditions],
    });
    return judged.verdict === 'holds' ? judged : null;
  }

  /** Does it hold for vectors of as many entries as it writes out? */
  private counted(claim: Equality): Judgement | null {
    const [reader, name] = this.countedReader(claim) ?? [];
    const judged = reader && judgeEquality(reader, claim);
    if (judged?.verdict !== 'holds') return null;
    const shape = { code: 'reading.shape' as const, args: { name: name ?? '', rank: '1' } };
    return { ...judged, assumptions: [...judged.assumptions, shape] };
  }

  /** `x^\top z = x_1 z_1 + x_2 z_2`: the reading in which x and z have two entries, and one of the names. */
  countedReader(claim: Equality): readonly [Reader, string] | null {
    const { names, reader } = this.setting;
    const last = new Map<string, number>();
    for (const side of [claim.left, claim.right])
      walk(side, (node) => {
        const use = names.naming.readName(node);
        const [index, ...more] = use?.indices ?? [];
        if (!use || index?.kind !== 'num' || more.length > 0) return;
        last.set(use.key, Math.max(last.get(use.key) ?? 0, Number(index.text)));
      });
    const [size, ...others] = new Set(last.values());
    const [name] = last.keys();
    const free = [...last.keys()].every((key) => !names.declarations.get(key)?.sizes);
    if (size === undefined || name === undefined || others.length > 0 || !free) return null;
    if (size < 2 || size > MOST_ENTRIES) return null;
    const keys = [...last.keys()];
    const counted = this.setting.kept.get(`counted ${String(size)} ${keys.join()}`, () => {
      const declarations = new Map(names.declarations);
      for (const key of keys) {
        const known = declarations.get(key) ?? { domain: null, structure: null };
        declarations.set(key, { ...known, sizes: [size] });
      }
      return new Reader({ ...names, declarations }, reader.ranks, reader.book);
    });
    return [counted, name];
  }

  /** Does it hold with the sizes that the document gives numbers? */
  private sized(claim: Equality, reader: Reader): Judgement | null {
    for (const { claim: general, text } of withSizes(this.setting, claim)) {
      const judged = judgeEquality(reader, general);
      if (judged.verdict !== 'holds') continue;
      const hypothesis = { code: 'reading.hypothesis' as const, args: { text } };
      return { ...judged, assumptions: [...judged.assumptions, hypothesis] };
    }
    return null;
  }

  /** Beside numbers nobody calls a matrix by a small letter; with so many entries a branch may seem never taken. */
  private ranksOf(key: string, { left, right }: Equality): readonly number[] {
    if (this.isMatrix(key)) return [2];
    const turned = (node: Expr): boolean => node.kind === 'transpose';
    const arrays = isUpper(key) || some(left, turned) || some(right, turned);
    return arrays ? [0, 1, 2] : [0, 1];
  }

  /** With numbers in their place neither transposes nor the order of factors would matter. */
  private isMatrix(key: string): boolean {
    const structure = this.setting.names.declarations.get(key)?.structure ?? null;
    return WEIGHTS.test(key) || (structure !== null && MATRICES.has(structure));
  }

  /** `\sigma'(z) = \sigma(z)(1 - \sigma(z))` holds of a number; beside a bold z the z is one anyway. */
  ofOneName(claim: Equality): Judgement | null {
    const bold = (node: Expr): boolean => node.kind === 'sym' && node.font === 'bold';
    return [claim.left, claim.right].some((side) => some(side, bold))
      ? null
      : this.asNumbers(claim);
  }

  private asNumbers(claim: Equality): Judgement | null {
    const [reader, name] = this.numbersReader(claim) ?? [];
    const judged = reader && judgeEquality(reader, claim);
    if (judged?.verdict !== 'holds') return null;
    const shape = { code: 'reading.shape' as const, args: { name: name ?? '', rank: '0' } };
    return { ...judged, assumptions: [...judged.assumptions, shape] };
  }

  /** `-y \ln p - (1 - y) \ln(1 - p)` beside `y_i`: does it hold for one sample, whose values are numbers? */
  private ofOneSample(claim: Equality): Judgement | null {
    const sides = [claim.left, claim.right];
    if (sides.some((side) => some(side, isOfArrays))) return null;
    const keys = reachedFrom(this.setting.reader, sides).filter((key) => this.isSampled(key));
    const [name] = keys;
    if (name === undefined) return null;
    const judged = judgeEquality(this.ofNumbers(keys), claim);
    if (judged.verdict !== 'holds') return null;
    const shape = { code: 'reading.shape' as const, args: { name, rank: '0' } };
    return { ...judged, assumptions: [...judged.assumptions, shape] };
  }

  /** Has it one index elsewhere, and is it nowhere used as an array is? */
  private isSampled(key: string): boolean {
    const { evidence, declarations } = this.setting.names;
    const shown = evidence.get(key);
    if (shown?.indexed !== 1 || declarations.get(key)?.sizes?.length) return false;
    if (this.setting.reader.book.variables.has(key) || isUpper(key)) return false;
    return !(shown.transposed || shown.bold || shown.normed || shown.softmaxed || shown.square);
  }

  /**
   * `\frac{k^2 C + C F}{k^2 C F}`: what is divided by is a number, whatever has its letter elsewhere. So is the only
   * name of `\frac{d}{dz} \tanh z = 1 - \tanh^2 z`.
   */
  numbersReader(claim: Equality): readonly [Reader, string] | null {
    const { names, reader } = this.setting;
    const { naming, declarations } = names;
    const sides = [claim.left, claim.right];
    const below = new Set<string>();
    for (const side of sides)
      walk(side, (node) => {
        if (node.kind === 'div') for (const key of keysIn(node.bottom, naming)) below.add(key);
      });
    const { meaning } = reader.session(false, false);
    const keys = [...new Set(sides.flatMap((side) => [...keysIn(side, naming)]))].filter((key) => {
      const plain = key.replace(/'+$/, '');
      return !isFunctionWord(plain) && !meaning.isFunction(plain);
    });
    const free = keys.every(
      (key) =>
        below.has(key) && !declarations.get(key)?.sizes?.length && !reader.book.variables.has(key),
    );
    const [name, ...more] = keys;
    const only = more.length === 0 && name !== undefined && !isUpper(name);
    if (!(free || only) || name === undefined || sides.some((side) => some(side, isOfArrays)))
      return null;
    return [only ? this.ofOneNumber(name) : this.ofNumbers(keys), name];
  }

  /** Does it hold with a gradient by another of its names, where the text does not say by which? */
  private byOtherNames(claim: Equality, reader: Reader): Judgement | null {
    for (const by of namesOfGradients([claim.left, claim.right])) {
      const [left, right] = [gradientsBy(claim.left, by), gradientsBy(claim.right, by)];
      const judged = judgeEquality(reader, { ...claim, left, right });
      if (judged.verdict === 'holds') return judged;
    }
    return null;
  }

  /** Does it hold with a wrong definition taken as it was written? Then the mistake is the definition's alone. */
  private asWritten(claim: Equality): Judgement | null {
    const written = this.setting.writtenFor([claim.left, claim.right]);
    const judged = written ? judgeEquality(written, claim) : null;
    return judged?.verdict === 'holds'
      ? { ...judged, assumptions: [...judged.assumptions, { code: 'reading.known', args: {} }] }
      : null;
  }

  /** Does it hold for the loss of another target: with `\tilde{y}` wherever the definitions have `y`? */
  private withVariant(claim: Equality): Judgement | null {
    for (const [plain, variant] of this.setting.variantsIn(claim.right)) {
      const judged = judgeEquality(this.setting.readerOfVariant(plain, variant), claim);
      if (judged.verdict !== 'holds') continue;
      const alias = { code: 'reading.alias' as const, args: { name: plain } };
      return { ...judged, assumptions: [...judged.assumptions, alias] };
    }
    return null;
  }

  /** Does it hold whatever is said of its names only later? A text may give a name in general, and then its value in a case. */
  private untilHere(placed: Placed, claim: Equality): Judgement | null {
    const reader = this.setting.readerUntil(placed.order);
    if (!reader) return null;
    const judged = judgeEquality(reader, claim);
    return judged.verdict === 'holds' ? judged : this.consequences.following(placed, claim, reader);
  }

  /** Does it hold when the n beside `n_1` and `n_2` is all of them together? */
  private inTotal(claim: Equality, reader: Reader): Judgement | null {
    const whole = withTotals(claim);
    const judged = whole && judgeEquality(reader, whole);
    if (judged?.verdict !== 'holds') return null;
    const hypothesis = { code: 'reading.hypothesis' as const, args: {} };
    return { ...judged, assumptions: [...judged.assumptions, hypothesis] };
  }

  /** Does it hold where `\operatorname{diag}(X^\top X)` is the matrix without all that is not on its diagonal? */
  private ofDiagonals(claim: Equality, reader: Reader): Judgement | null {
    const { names, ranks, book } = reader;
    const keys = reachedFrom(reader, [claim.left, claim.right]);
    const made = keys.flatMap((key) => book.variables.get(key) ?? []);
    if (!made.some(({ body }) => some(body, isDiagonal))) return null;
    const variables = new Map(book.variables);
    // Another id: what a definition was found to be is remembered by it.
    for (const one of made)
      variables.set(one.key, { ...one, id: -one.id, body: withDiagonals(one.body) });
    const judged = judgeEquality(new Reader(names, ranks, { ...book, variables }), claim);
    return judged.verdict === 'holds' ? judged : null;
  }

  /** Does it hold with another base of logarithms, as where information is counted in bits and nobody says so? */
  private inOtherBase(claim: Equality, reader: Reader): Judgement | null {
    const { names, ranks, book } = reader;
    const sides = [claim.left, claim.right];
    const bodies = reachedFrom(reader, sides).flatMap(
      (key) => (book.variables.get(key) ?? book.functions.get(key))?.body ?? [],
    );
    if (!names.logBaseOpen || ![...sides, ...bodies].some((node) => some(node, isPlainLog)))
      return null;
    for (const logBase of LOG_BASES) {
      if (logBase === names.logBase) continue;
      const judged = judgeEquality(new Reader({ ...names, logBase }, ranks, book), claim);
      if (judged.verdict !== 'holds') continue;
      const base = { code: 'reading.log-base' as const, args: { base: logBase } };
      return { ...judged, assumptions: [...judged.assumptions, base] };
    }
    return null;
  }

  /** `L - \tilde{L} = 0.51 - 0.39` after a step: does it hold with the loss that was printed before the step? */
  private asPrinted(claim: Equality): Judgement | null {
    const reader = this.setting.readerAsPrinted();
    const judged = reader && judgeEquality(reader, claim);
    return judged?.verdict === 'holds' ? judged : null;
  }

  /** The reading in which a name is a number, whatever defines or declares it. */
  private ofOneNumber(key: string): Reader {
    const { kept, names, reader } = this.setting;
    return kept.get(`number ${key}`, () => {
      const numbers = new Map(reader.ranks).set(key, 0);
      return new Reader(without(names, key), numbers, bookWithout(reader.book, key));
    });
  }

  private ofNumbers(keys: readonly string[]): Reader {
    const { kept, names, reader } = this.setting;
    return kept.get(`numbers ${keys.join()}`, () => {
      const numbers = new Map([...reader.ranks, ...keys.map((key) => [key, 0] as const)]);
      return new Reader(names, numbers, reader.book);
    });
  }

  /** `\lambda` beside `\lambda_i = e^{w^\top x_i}`: indexed elsewhere, a number perhaps where nothing indexes it. */
  private namesakes(claim: Equality): string[] {
    const { naming, evidence, declarations } = this.setting.names;
    const sides = [claim.left, claim.right];
    const indexed = new Set<string>();
    for (const side of sides)
      walk(side, (node) => {
        const use = naming.readName(node);
        if (use && use.indices.length > 0) indexed.add(use.key);
      });
    const keys = new Set(sides.flatMap((side) => [...keysIn(side, naming)]));
    return [...keys].filter((key) => {
      const shown = evidence.get(key);
      if (!shown || indexed.has(key) || declarations.get(key)?.sizes) return false;
      const array = shown.transposed || shown.bold || shown.normed || shown.softmaxed;
      return shown.indexed === 1 && !array && !this.setting.reader.book.variables.has(key);
    });
  }

  private looseNames(claim: Equality): string[] {
    const { naming, evidence, declarations } = this.setting.names;
    const keys = [...keysIn(claim.left, naming), ...keysIn(claim.right, naming)];
    return [...new Set(keys)].filter((key) => {
      const shown = evidence.get(key);
      const declared = declarations.get(key);
      if (declared?.ambiguous || this.isNumberHere(key, claim)) return true;
      if (!shown || declared?.sizes || this.setting.reader.book.variables.has(key)) return false;
      if (isUpper(key) && naming.hasMembers(key)) return false;
      return !(
        shown.indexed > 0 ||
        shown.transposed ||
        shown.bold ||
        shown.normed ||
        shown.softmaxed ||
        shown.square ||
        shown.index ||
        shown.variable
      );
    });
  }

  /** `\lambda` beside eigenvalues `\lambda_1`, `\lambda_2`: one of them, a number. */
  private isNumberHere(key: string, claim: Equality): boolean {
    const { naming, evidence } = this.setting.names;
    if (!SCALAR_GREEK.test(key) || (evidence.get(key)?.indexed ?? 0) === 0) return false;
    const indexed = (node: Expr): boolean => {
      const use = naming.readName(node);
      return use?.key === key && use.indices.length > 0;
    };
    return !some(claim.left, indexed) && !some(claim.right, indexed);
  }
}

function bookWithout(book: Book, name: string): Book {
  const [variables, values] = [new Map(book.variables), new Map(book.values)];
  variables.delete(name);
  values.delete(name);
  return { ...book, variables, values };
}

function isDiagonal(node: Expr): boolean {
  return (
    node.kind === 'call' &&
    node.fn.kind === 'sym' &&
    node.fn.base === 'diag' &&
    node.args.length === 1
  );
}

function withDiagonals(node: Expr): Expr {
  const inner = mapChildren(node, withDiagonals);
  return isDiagonal(node) && inner.kind === 'call' ? { ...inner, args: [inner] } : inner;
}

function isOfArrays({ kind }: Expr): boolean {
  return kind === 'sub' || kind === 'transpose' || kind === 'norm' || kind === 'nabla';
}

const MATRICES: ReadonlySet<Structure> = new Set([
  'symmetric',
  'positive-definite',
  'diagonal',
  'orthogonal',
  'orthonormal',
]);

/** Nobody writes out more. */
const MOST_ENTRIES = 6;

const LOG_BASES: readonly LogBase[] = ['e', '2', '10'];

/** A first look; where numbers were given, conditions made, or steps follow each other, a look is not enough. */
export function mayHold(reader: Reader, { left, right, conditions }: Equality): boolean {
  return (
    conditions.length > 0 ||
    reader.names.naming.isNumber(right) ||
    (reader.hasValues(left) && reader.hasValues(right)) ||
    reader.directSession() !== null ||
    reader.mayAgree(left, right, [])
  );
}

function undotted(node: Expr): Expr {
  const inner = mapChildren(node, undotted);
  if (inner.kind !== 'mul' || !inner.signs.includes('cdot')) return inner;
  return { ...inner, signs: inner.signs.map((sign) => (sign === 'cdot' ? 'odot' : sign)) };
}
