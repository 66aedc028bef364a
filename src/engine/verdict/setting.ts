import { bookAt, ELDER, gatherDefinitions, type Entry, type Gathered } from '../claim/book.js';
import { withDeclaredLists } from '../claim/declaredLists.js';
import { isEinstein } from '../claim/einstein.js';
import { withUsedIndices } from '../claim/moreIndices.js';
import { unwritten } from '../claim/numberedSteps.js';
import { inOneSample } from '../claim/oneSample.js';
import { adjointDefinitions, replaced, rootsOf, samplesOf } from '../claim/implied.js';
import { groundedBy } from '../claim/randomness.js';
import { isLiteral } from '../claim/literal.js';
import { isShortKey, shortDerivatives } from '../claim/shortDerivatives.js';
import { baseKey } from '../claim/key.js';
import type { Legacy } from '../claim/legacy.js';
import {
  inferRanks,
  keysIn,
  openSession,
  USUAL,
  without,
  type Names,
  type Pair,
} from '../claim/reading.js';
import type { Book } from '../claim/meaning.js';
import { isShorthandRule } from '../claim/shorthand.js';
import type { Placed, Zone } from '../claim/zone.js';
import { namesOf } from '../claim/zoneNames.js';
import type { Big, Bound, Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import type { MacroTable } from '../latex/macros.js';
import { correctedDefinitions, correctedValues } from './corrected.js';
import { isGradient, Reader } from './judge.js';
import { isLossName } from '../interpret/loss.js';
import { idsOf, Kept } from './kept.js';
import { lintDefinition, type Lint } from './lint.js';
import { firstsIn, shapePairs, pairsOf, sumsIn } from './pairs.js';
import { asGrounded, explainedBy } from './grounded.js';
import { retoldAmong, valuesAtPoints, workedOut } from './retold.js';
import { rowsAmong, type Rows } from './rows.js';

/** How many statements before a mistake what it was mistaken for is looked for in. */
const REACH = 6;

/** Everything a zone's steps are judged against: names, shapes, definitions, and what is wrong with those. */
export class Setting {
  readonly names: Names;
  readonly entries: readonly Entry[];
  /** Equations that say how data arise. */
  readonly models: ReadonlySet<Placed>;
  /** Definitions that are wrong or badly written, by where they stand. */
  readonly lints = new Map<Placed, Lint>();
  /** Names that the document explains somewhere. */
  readonly grounded = new Set<string>();
  reader: Reader;
  /** The reading with wrong definitions taken as they were written; null where none is wrong. */
  written: Reader | null = null;
  private values: Gathered['values'];
  /** The values as they were written, where one of them is wrong. */
  private writtenValues: Gathered['values'] | null = null;
  private definitions: Definition[];
  private asWritten: readonly Definition[];
  /** Before anything was defined again. */
  private readonly first: readonly Definition[];
  private readonly ranks: ReadonlyMap<string, number>;
  /** The sides of every equality but those with numbers. */
  readonly pairs: readonly Pair[];
  private readonly variants = new Map<string, Reader | null>();
  readonly kept = new Kept<Reader>();
  private order = 0;
  private readonly implied: ReadonlySet<string>;
  readonly sums: readonly Big[];
  /** Names of which there is an entry 0. */
  readonly firsts: ReadonlySet<string>;
  private readonly spare: Rows['spare'];
  private readonly rows: readonly Definition[];

  private readonly einstein: boolean;
  readonly statements: readonly Placed[];
  /** What the prose says of how many there are. */
  readonly counts: Zone['facts'];

  constructor(zone: Zone, legacy: Legacy, macros: MacroTable) {
    this.einstein = legacy.einstein || isEinstein(zone);
    const inherited = legacy.definitions;
    const { statements } = zone;
    this.statements = statements;
    this.counts = zone.facts.filter(({ kind }) => kind === 'count');
    this.names = namesOf(zone, legacy, macros);
    const { naming } = this.names;
    const gathered = this.gathered(inherited);
    this.models = gathered.models;
    this.values = withElder(gathered, legacy);
    this.pairs = pairsOf(statements);
    this.sums = sumsIn(statements);
    this.firsts = firstsIn(statements);
    const bookOf = (book: readonly Definition[]): Book => bookAt(book, new Map(), 0);
    const retold = retoldAmong(gathered.entries, inherited, this.names, this.pairs, bookOf);
    const examples = workedOut(gathered.entries, inherited, new Set(this.values.keys()), naming);
    const entries = gathered.entries.filter((entry) => !retold.has(entry) && !examples.has(entry));
    const values = valuesAtPoints(entries, inherited, naming);
    const roots = rootsOf(zone);
    const samples = samplesOf(roots, naming);
    const made = entries.flatMap((entry) => (values.has(entry) ? [] : entry.definition));
    const told = withUsedIndices(inherited, made, roots, naming);
    const said = inOneSample(told, samples, roots, naming);
    const all = [...said, ...unwritten(roots, samples, said, naming)];
    const short = shortDerivatives(all, samples, roots, naming);
    const written = short.length > 0 ? all.filter(({ key }) => !isShortKey(key)) : all;
    const adjoints = [...adjointDefinitions(written, samples, this.names), ...short];
    const rows = rowsAmong(
      this.names,
      samples,
      replaced(written, adjoints),
      this.pairs,
      (book) => this.wholeBook(book),
      statements,
    );
    this.spare = rows.spare;
    this.rows = rows.chosen;
    this.definitions = replaced(written, [...adjoints, ...rows.chosen]);
    this.implied = new Set([...adjoints, ...rows.chosen].map((definition) => definition.key));
    const inForce = new Set(this.definitions);
    this.entries = entries.filter((one) => values.has(one) || inForce.has(one.definition));
    this.asWritten = this.definitions;
    for (const definition of this.definitions) this.ground(definition);
    for (const key of groundedBy(this.names.randomness, this.names.naming)) this.grounded.add(key);
    for (const key of this.names.declarations.keys())
      for (const name of asGrounded(key)) this.grounded.add(name);
    const pairs = shapePairs(this.pairs, statements, this.definitions, this.names);
    this.ranks = inferRanks(this.names, this.wholeBook(this.definitions), pairs);
    this.reader = new Reader(this.names, this.ranks, this.book(this.definitions));
    this.mend();
    this.first = this.definitions;
  }

  private gathered(inherited: readonly Definition[]): Gathered {
    const { naming, evidence, declarations } = this.names;
    const plain = this.statements.filter((placed) => !isClaimInShorthand(placed, this.names));
    return withDeclaredLists(gatherDefinitions(plain, naming, evidence, inherited), declarations);
  }

  /** Whatever is given a number anywhere is a number. */
  private wholeBook(definitions: readonly Definition[]): Reader['book'] {
    return bookAt(definitions, this.values, Number.POSITIVE_INFINITY);
  }

  /** Readings in which names that may be rows of a matrix are its rows, or all its columns. */
  rowReaders(sides: readonly Expr[]): Reader[] {
    const keys = new Set(sides.flatMap((side) => [...keysIn(side, this.names.naming)]));
    // What a loss that is left open depends on is a matter of all definitions.
    const open = sides.some(isGradient) || [...keys].some((key) => this.implied.has(key));
    const touched = this.spare.filter(({ forms: [form] }) => form && (open || keys.has(form.key)));
    if (touched.length === 0) return [];
    return [0, 1].map((at) => {
      const forms = touched.flatMap(({ forms }) => forms[at] ?? []);
      return this.kept.get(`rows ${String(at)} ${idsOf(forms)}`, () => {
        const book = this.book(replaced(this.definitions, forms));
        return new Reader(this.names, this.ranks, book);
      });
    });
  }

  /** The statement after this one, in its own formula. */
  after(placed: Placed): Placed | undefined {
    const next = this.next(placed);
    return next?.block === placed.block ? next : undefined;
  }

  next(placed: Placed): Placed | undefined {
    return this.statements[this.statements.indexOf(placed) + 1];
  }

  before(placed: Placed): Placed | undefined {
    return this.statements[this.statements.indexOf(placed) - 1];
  }

  /** What stands in the formulas around a place: a mistake often puts one of them for another. */
  around(placed: Placed): Expr[] {
    const at = this.statements.indexOf(placed);
    const near = this.statements.slice(Math.max(0, at - REACH), at + 2);
    return near
      .reverse()
      .flatMap(({ statement: { items } }) => items.filter((item) => item !== null));
  }

  /** Was the derivative of this function stated since it was defined, and before this place? */
  wasDerived(key: string, before: number): boolean {
    return this.statements.some(({ order, statement: { items } }) => {
      const [left] = items;
      if (order >= before || !left) return false;
      const prime = left.kind === 'call' && left.fn.kind === 'prime' ? left.fn.target : null;
      const fn = left.kind === 'deriv' ? left.top : prime;
      return fn !== null && this.names.naming.readName(fn)?.key === key;
    });
  }

  /** What this zone leaves to later ones: its definitions as they must be meant, and what it declares. */
  get legacy(): Legacy {
    return {
      definitions: this.ownOf(this.definitions),
      general: this.ownOf(this.first).filter((definition) => !this.isExample(definition)),
      rows: this.rows,
      values: this.wholeBook([]).values,
      declarations: this.names.declarations,
      adjoints: this.names.shorthand.adjoints,
      einstein: this.einstein,
    };
  }

  /** Numbers, or made of what the zone had given numbers before. */
  private isExample(definition: Definition): boolean {
    const { body, args } = definition;
    // `\hat{y} = \sigma(0.31)`
    if (isLiteral(body) || (!args && this.reader.isNumber(body))) return true;
    const entry = this.entries.find((one) => one.definition.key === definition.key);
    const order = entry?.placed.order ?? 0;
    const keys = [...keysIn(body, this.names.naming)];
    const given = (key: string): boolean =>
      this.values.get(key)?.some((value) => value.order < order) ?? false;
    return !args && keys.length > 0 && keys.every(given);
  }

  private ownOf(definitions: readonly Definition[]): readonly Definition[] {
    const keys = new Set(this.entries.map((entry) => entry.definition.key));
    return definitions.filter((definition) => keys.has(definition.key));
  }

  /** Does the document's notation itself say what this name is? */
  isImplied(key: string): boolean {
    return this.implied.has(key);
  }

  /** Is it given a number anywhere in the zone, be it only in an example that comes later? */
  isValued(key: string): boolean {
    return this.values.has(key);
  }

  isDefined(key: string): boolean {
    return this.definitions.some((definition) => definition.key === key);
  }

  get functions(): ReadonlyMap<string, true> {
    return new Map(
      this.definitions
        .filter((definition) => definition.args)
        .map((definition) => [definition.key, true]),
    );
  }

  /** The ranges of its sums. */
  get ranges(): Bound[] {
    return this.sums.flatMap(({ bounds }) => bounds);
  }

  /** Rows and columns of a name whose numbers the document gives; a list in brackets is a row. */
  shapeOf(name: string): readonly [number, number] | null {
    const value = this.reader.book.values.get(name);
    if (value?.kind === 'tuple') return [1, value.items.length];
    if (value?.kind === 'matrix') return [value.rows.length, value.rows[0]?.length ?? 0];
    return null;
  }

  /** Moves on to a place in the text: only the values given before it are known there. */
  moveTo(order: number): void {
    const known = (at: number): string =>
      [...this.values.values()]
        .map((list) => list.filter((entry) => entry.order < at).length)
        .join();
    const same = known(order) === known(this.order);
    this.order = order;
    if (same) return;
    this.kept.clear();
    this.reader = this.reader.withBook(this.book(this.definitions));
    if (this.written && this.writtenValues)
      this.written = this.written.withBook(bookAt(this.asWritten, this.writtenValues, order));
  }

  redefine(proposal: Omit<Definition, 'id'>): void {
    const definition: Definition = { ...proposal, id: this.definitions.length + 1000 };
    this.definitions = [
      ...this.definitions.filter((other) => other.key !== definition.key),
      definition,
    ];
    this.asWritten = [
      ...this.asWritten.filter((other) => other.key !== definition.key),
      definition,
    ];
    this.ground(definition);
    this.open();
  }

  /** What was found wrong is meant as mended wherever it says what a name is, and can still be read as written. */
  correct(wrong: Expr, meant: Expr): void {
    const definitions = correctedDefinitions(this.definitions, wrong, meant);
    const values = correctedValues(this.values, wrong, meant);
    if (definitions === this.definitions && values === this.values) return;
    this.writtenValues ??= this.values;
    this.definitions = [...definitions];
    this.values = values;
    this.open();
  }

  /** The reading for a claim: a name said to be a number here and an array there is a number where nothing indexes it. */
  readerFor(sides: readonly Expr[]): Reader {
    const key = this.ambiguousIn(sides);
    return (key === null ? null : this.withRank(key, 0)) ?? this.reader;
  }

  /** The reading without the losses that only come later, as an example has its own after the general case. */
  readerBefore(order: number): Reader | null {
    return this.readerWithoutAll(this.definedAfter(order).filter(isLossName));
  }

  /** The reading without all that is only defined later; null where nothing is. */
  readerUntil(order: number): Reader | null {
    return this.readerWithoutAll(this.definedAfter(order));
  }

  /** The reading with numbers as they were printed last, also of what an update has changed since; null without any. */
  readerAsPrinted(): Reader | null {
    const all = [...this.values.values()].flat();
    if (!all.some(({ value, order }) => value === null && order < this.order)) return null;
    const printed = [...this.values].map(
      ([key, list]) => [key, list.filter(({ value }) => value !== null)] as const,
    );
    const book = bookAt(this.definitions, new Map(printed), this.order);
    return this.kept.get('printed', () => new Reader(this.names, this.ranks, book));
  }

  /** The reading in which a name that the text solves for is still open. */
  readerWithout(key: string): Reader {
    return this.readerWithoutAll([key]) ?? this.reader;
  }

  /** The shapes of names where nothing is given a number. */
  ranksInGeneral(): ReadonlyMap<string, number> {
    return inferRanks(this.names, bookAt(this.definitions, new Map(), 0), this.pairs);
  }

  private definedAfter(order: number): readonly string[] {
    return this.entries
      .filter(({ placed }) => placed.order > order)
      .map(({ definition }) => definition.key);
  }

  private readerWithoutAll(keys: readonly string[]): Reader | null {
    const definitions = this.definitions.filter(({ key }) => !keys.includes(key));
    if (definitions.length === this.definitions.length) return null;
    const make = (): Reader => new Reader(this.names, this.ranks, this.book(definitions));
    return this.kept.get(`with ${idsOf(definitions)}`, make);
  }

  /** The same with wrong definitions as they were written. */
  writtenFor(sides: readonly Expr[]): Reader | null {
    const key = this.ambiguousIn(sides);
    if (!this.written || key === null) return this.written;
    return new Reader(without(this.names, key), new Map(this.ranks).set(key, 0), this.written.book);
  }

  private ambiguousIn(sides: readonly Expr[]): string | null {
    const { naming, declarations } = this.names;
    for (const [key, declaration] of declarations) {
      if (!declaration.ambiguous) continue;
      const here = sides.some((side) => keysIn(side, naming).has(key));
      const indexed = sides.some((side) => some(side, (node) => this.isArrayUse(node, key)));
      if (here && !indexed) return key;
    }
    return null;
  }

  private isArrayUse(node: Expr, key: string): boolean {
    const use = this.names.naming.readName(node);
    if (use) return use.key === key && use.indices.length > 0;
    return node.kind === 'call' && node.fn.kind === 'sym' && /softmax/i.test(node.fn.base);
  }

  /** Defined names of a claim that are another name with one more accent, with that name. */
  variantsIn(node: Expr): [string, Sym][] {
    const found = new Map<string, Sym>();
    walk(node, (inner) => {
      const [accent, ...accents] = inner.kind === 'sym' ? inner.accents : [];
      if (inner.kind !== 'sym' || accent === undefined || !this.isDefined(baseKey(inner))) return;
      found.set(baseKey({ ...inner, accents }), inner);
    });
    return [...found];
  }

  /** The reading in which all definitions but the variant's own have it in the plain name's place. */
  readerOfVariant(plain: string, variant: Sym): Reader {
    const own = baseKey(variant);
    return this.kept.get(`variant ${plain} ${own}`, () => this.renamed(plain, variant, own));
  }

  private renamed(plain: string, variant: Sym, own: string): Reader {
    const rename = (node: Expr): Expr => {
      if (node.kind === 'sym')
        return baseKey(node) === plain ? { ...variant, span: node.span } : node;
      return mapChildren(node, rename);
    };
    const definitions = this.definitions.map((definition) =>
      definition.key === own ? definition : { ...definition, body: rename(definition.body) },
    );
    return new Reader(this.names, this.ranks, this.book(definitions));
  }

  /** The reading with one name's rank changed, unless fewer of the zone's relations would fit. */
  withRank(key: string, rank: number, loose = false): Reader | null {
    const declared = this.names.declarations.get(key)?.sizes;
    if (rank === (declared?.length ?? this.ranks.get(key) ?? 0)) return null;
    const id = `${key} ${String(rank)} ${String(loose)}`;
    const known = this.variants.get(id);
    if (known !== undefined) return known;
    const ranks = new Map(this.ranks).set(key, rank);
    const names = this.names.declarations.get(key)?.sizes ? without(this.names, key) : this.names;
    const session = openSession(names, ranks, this.reader.book, USUAL);
    const usual = this.reader.session(false, false);
    const { naming } = this.names;
    const touched = this.pairs.filter((pair) => pair.some((side) => keysIn(side, naming).has(key)));
    const free = loose || this.names.declarations.get(key)?.ambiguous === true;
    const worse =
      !free &&
      touched.some(([left, right]) => usual.fits(left, right) && !session.fits(left, right));
    const reader = worse ? null : new Reader(names, ranks, this.reader.book, session);
    this.variants.set(id, reader);
    return reader;
  }

  /** Finds what is wrong with the definitions, and goes on with what they must mean. */
  private mend(): void {
    const mended = new Map<Definition, Definition | null>();
    for (const entry of this.entries) {
      const lint = lintDefinition(this.reader, entry);
      if (!lint) continue;
      this.lints.set(entry.placed, lint);
      mended.set(entry.definition, lint.meant);
    }
    if (mended.size === 0) return;
    this.definitions = this.definitions.flatMap((definition) => {
      const meant = mended.get(definition);
      if (meant === undefined) return [definition];
      return meant ? [meant] : [];
    });
    this.open();
  }

  private open(): void {
    this.variants.clear();
    this.kept.clear();
    this.reader = new Reader(this.names, this.ranks, this.book(this.definitions));
    const lint = [...this.lints.values()].some(({ judgement }) => judgement.verdict === 'fails');
    const values = this.writtenValues ?? this.values;
    const wrong = lint || this.writtenValues !== null;
    const book = wrong ? bookAt(this.asWritten, values, this.order) : null;
    this.written = book ? new Reader(this.names, this.ranks, book) : null;
  }

  private book(definitions: readonly Definition[]): Reader['book'] {
    return bookAt(definitions, this.values, this.order);
  }

  private ground(definition: Definition): void {
    for (const key of explainedBy(this.names, definition)) this.grounded.add(key);
  }
}

/** The zone's numbers, and those of elder zones for names that it does not define itself. */
function withElder({ entries, values }: Gathered, legacy: Legacy): Gathered['values'] {
  const own = new Set(entries.map(({ definition }) => definition.key));
  const elder = [...legacy.values].filter(([key]) => !own.has(key) && !values.has(key));
  return new Map([
    ...elder.map(([key, value]) => [key, [{ value, order: ELDER }]] as const),
    ...values,
  ]);
}

/** `\bar{S} = ...` says something of a derivative; it does not define it. */
function isClaimInShorthand({ statement }: Placed, { shorthand }: Names): boolean {
  const [left] = statement.items;
  return Boolean(left && shorthand.writtenOut(left)) && !isShorthandRule(statement);
}
