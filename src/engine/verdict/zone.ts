import { bookAt, gatherDefinitions, propose, type Entry } from '../claim/book.js';
import { declareFacts, declareMembership, type Declarations } from '../claim/declared.js';
import { gatherEvidence, isMatrixZone } from '../claim/evidence.js';
import { isNumeric } from '../claim/literal.js';
import { isFunctionKey } from '../claim/meaning.js';
import { Naming } from '../claim/naming.js';
import { inferRanks, keysIn, openSession, type Names, type Pair } from '../claim/reading.js';
import { toRelation, type Placed, type Zone } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import type { Definition } from '../interpret/context.js';
import type { MacroTable } from '../latex/macros.js';
import { judgeEquality, type Equality } from './equality.js';
import { given, Reader, unchecked, type Judgement } from './judge.js';
import type { Step } from './report.js';

/** Judges every relation of a zone, in the order of the text. `inherited` are definitions from elder zones. */
export function judgeZone(
  zone: Zone,
  inherited: readonly Definition[],
  macros: MacroTable,
): { steps: Step[]; definitions: readonly Definition[] } {
  const judge = new ZoneJudge(zone, inherited, macros);
  return { steps: judge.run(), definitions: judge.own };
}

class ZoneJudge {
  private readonly names: Names;
  private readonly entries: readonly Entry[];
  private readonly values: ReturnType<typeof gatherDefinitions>['values'];
  private definitions: Definition[];
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly grounded = new Set<string>();
  private reader: Reader;
  private readerKey = '';
  /** Where a chain that goes on in the next display left off. */
  private last: { good: Expr; scope: number } | null = null;
  private readonly steps: Step[] = [];
  private readonly variants = new Map<string, Reader | null>();
  private readonly allPairs: readonly Pair[];

  constructor(
    private readonly zone: Zone,
    inherited: readonly Definition[],
    macros: MacroTable,
  ) {
    const roots = zone.statements.flatMap((placed) =>
      placed.statement.items.filter((item) => item !== null),
    );
    const bodies = inherited.map((definition) => definition.body);
    const naming = new Naming([...roots, ...bodies], zone.statements.flatMap(equalityOf));
    const evidence = gatherEvidence([...roots, ...bodies], naming);
    const declarations: Declarations = new Map();
    declareFacts(declarations, zone.facts, naming, macros);
    declareMemberships(zone.statements, naming, declarations);
    this.names = { naming, evidence, declarations, matrixZone: isMatrixZone(roots, evidence) };
    const gathered = gatherDefinitions(zone.statements, naming, evidence, inherited.length + 1);
    this.entries = gathered.entries;
    this.values = gathered.values;
    this.definitions = [...inherited, ...gathered.entries.map((entry) => entry.definition)];
    for (const definition of this.definitions) this.ground(definition);
    for (const key of declarations.keys()) this.grounded.add(key);
    const book = bookAt(this.definitions, this.values, 0);
    this.allPairs = this.pairs();
    this.ranks = inferRanks(this.names, book, this.allPairs);
    this.reader = new Reader(this.names, this.ranks, book);
  }

  get own(): readonly Definition[] {
    return this.entries.map((entry) => entry.definition);
  }

  run(): Step[] {
    const { statements } = this.zone;
    statements.forEach((placed, at) => {
      this.readAt(placed.order);
      this.statement(placed, at);
    });
    return this.steps;
  }

  /** The reading with the values known at this place. */
  private readAt(order: number): void {
    const key = [...this.values]
      .map(([, list]) => list.filter((entry) => entry.order < order).length)
      .join();
    if (key === this.readerKey) return;
    this.readerKey = key;
    this.variants.clear();
    this.reader = new Reader(this.names, this.ranks, bookAt(this.definitions, this.values, order));
  }

  private ground(definition: Definition): void {
    this.grounded.add(definition.key.replace(/<.*$/, ''));
    for (const key of keysIn(definition.body, this.names.naming)) this.grounded.add(key);
    for (const key of definition.args ?? []) this.grounded.add(key);
  }

  private pairs(): Pair[] {
    return this.zone.statements.flatMap((placed) => {
      const { items, relations } = placed.statement;
      return relations.flatMap((relation, k) => {
        const [left, right] = [items[k], items[k + 1]];
        return relation.sign === '=' && left && right && !isNumeric(right)
          ? [[left, right] as Pair]
          : [];
      });
    });
  }

  private statement(placed: Placed, at: number): void {
    const { statement } = placed;
    if (statement.relations.length === 0) {
      const [only] = statement.items;
      if (only && placed.block.display) this.last = { good: only, scope: placed.block.scope };
      return;
    }
    if (isCondition(placed, this.zone.statements[at + 1])) {
      this.emitAll(placed, given('condition'));
      return;
    }
    const conditions = [...placed.conditions, ...this.conditionsAfter(placed, at)];
    let good = statement.items[0] ?? this.last?.good ?? null;
    let wrong: { expr: Expr; step: number } | null = null;
    statement.relations.forEach((relation, k) => {
      const right = statement.items[k + 1];
      const left = good;
      if (!right) return;
      if (!left) {
        this.emit(placed, k, unchecked('identity', 'unchecked.context'));
        good = right;
        return;
      }
      const judgement = this.relation(placed, k, left, right, conditions);
      const inherits =
        judgement.verdict === 'fails' &&
        wrong &&
        judgeEquality(this.reader, {
          left: wrong.expr,
          right,
          conditions,
          continued: true,
          approximate: false,
          grounded: this.grounded,
        }).verdict === 'holds';
      this.emit(
        placed,
        k,
        inherits && wrong
          ? {
              ...judgement,
              reason: { code: 'step.consequence', args: { step: String(wrong.step) } },
            }
          : judgement,
        inherits ? wrong?.step : undefined,
      );
      if (judgement.verdict === 'fails') wrong ??= { expr: right, step: this.steps.length - 1 };
      else if (relation.sign === '=' || relation.sign === '~=')
        good =
          judgement.verdict === 'unchecked' || judgement.verdict === 'given'
            ? right
            : better(left, right);
      if (inherits === false && judgement.verdict === 'fails')
        wrong = { expr: right, step: this.steps.length - 1 };
    });
    if (good && (placed.block.display || statement.items[0] === null))
      this.last = { good, scope: placed.block.scope };
  }

  private relation(
    placed: Placed,
    k: number,
    left: Expr,
    right: Expr,
    conditions: readonly Expr[],
  ): Judgement {
    const sign = placed.statement.relations[k]?.sign;
    if (placed.statement.broken && k === placed.statement.relations.length - 1)
      return unchecked('identity', 'unchecked.syntax');
    if (right.kind === 'hole' || left.kind === 'hole')
      return unchecked('identity', 'unchecked.syntax');
    switch (sign) {
      case '=':
      case '~=': {
        const entry =
          k === 0 ? this.entries.find((candidate) => candidate.placed === placed) : undefined;
        if (entry) return given('definition');
        const claim = {
          left,
          right,
          conditions,
          continued: k > 0 || placed.statement.items[0] === null,
          approximate: sign === '~=',
          grounded: this.grounded,
        };
        const judged = judgeEquality(this.reader, claim);
        if (judged.verdict === 'holds' || judged.verdict === 'given') return judged;
        const other = this.otherShapes(claim);
        if (other) return other;
        return k === 0 && judged.verdict === 'fails' ? this.reconsider(placed, judged) : judged;
      }
      case ':=':
      case 'assign':
        return given('definition');
      case 'in':
        return given('membership');
      case 'arrow':
      case 'mapsto':
      case 'sim':
        return given('declaration');
      default:
        return unchecked('inequality', 'unchecked.kind');
    }
  }

  /** Does it hold when a name whose shape nothing shows has another one? */
  private otherShapes(claim: Equality): Judgement | null {
    for (const key of this.looseNames(claim)) {
      for (const rank of [0, 1, 2]) {
        if (rank === (this.ranks.get(key) ?? 0)) continue;
        const reader = this.readerWith(key, rank);
        const judged = reader ? judgeEquality(reader, claim) : null;
        if (judged?.verdict === 'holds') return { ...judged, assumptions: [...judged.assumptions, { code: 'reading.shape', args: { name: key, rank: String(rank) } }] };
      }
    }
    return null;
  }

  private looseNames(claim: Equality): string[] {
    const { naming, evidence, declarations } = this.names;
    const keys = [...keysIn(claim.left, naming), ...keysIn(claim.right, naming)];
    return [...new Set(keys)].filter((key) => {
      const shown = evidence.get(key);
      if (!shown || declarations.get(key)?.sizes || this.reader.book.variables.has(key)) return false;
      return !(shown.indexed > 0 || shown.transposed || shown.bold || shown.normed || shown.softmaxed || shown.square || shown.index || shown.variable);
    });
  }

  /** The reading with one name's rank changed, unless fewer of the zone's relations would fit. */
  private readerWith(key: string, rank: number): Reader | null {
    const id = `${key} ${String(rank)}`;
    const known = this.variants.get(id);
    if (known !== undefined) return known;
    const ranks = new Map(this.ranks).set(key, rank);
    const session = openSession(this.names, ranks, this.reader.book, { numeric: false, positive: false, logBase: 'e' });
    const usual = this.reader.session(false, false);
    const worse = this.allPairs.some(([left, right]) => usual.fits(left, right) && !session.fits(left, right));
    const reader = worse ? null : new Reader(this.names, ranks, this.reader.book);
    this.variants.set(id, reader);
    return reader;
  }

  /** A second definition of a name, or an equation for an unknown, is no mistake. */
  private reconsider(placed: Placed, judged: Judgement): Judgement {
    const { naming, evidence } = this.names;
    const functions = new Map(
      this.definitions
        .filter((definition) => definition.args)
        .map((definition) => [definition.key, true]),
    );
    const proposal = propose(placed, naming, (key) => isFunctionKey(key, evidence, functions));
    if (!proposal) return judged;
    const known = this.definitions.some((definition) => definition.key === proposal.key);
    if (!known) return given('equation');
    const said = placed.first ? placed.cues.map((cue) => cue.kind) : [];
    if (said.includes('definition')) {
      this.redefine(proposal);
      return given('definition');
    }
    return judged;
  }

  private redefine(proposal: Omit<Definition, 'id'>): void {
    const definition: Definition = { ...proposal, id: this.definitions.length + 1000 };
    this.definitions = [
      ...this.definitions.filter((other) => other.key !== definition.key),
      definition,
    ];
    this.ground(definition);
    this.readerKey = '?';
  }

  /** Conditions written after the claim in its own formula: `... \quad i \ne j`, `\text{si } y = 1`. */
  private conditionsAfter(placed: Placed, at: number): Expr[] {
    const out: Expr[] = [];
    for (let next = at + 1; ; next++) {
      const other = this.zone.statements[next];
      if (
        !other ||
        other.block !== placed.block ||
        !isCondition(other, this.zone.statements[next + 1])
      )
        return out;
      const relation = toRelation(other.statement);
      if (relation) out.push(relation);
    }
  }

  private emitAll(placed: Placed, judgement: Judgement): void {
    placed.statement.relations.forEach((_, k) => this.emit(placed, k, judgement));
  }

  private emit(placed: Placed, k: number, judgement: Judgement, cause?: number): void {
    const right = placed.statement.items[k + 1];
    const span = right?.span ?? placed.statement.span;
    const { place, latex } = placed.block;
    const from =
      k === 0
        ? (placed.statement.items[0]?.span.start ?? placed.statement.span.start)
        : (placed.statement.relations[k]?.span.start ?? span.start);
    const step: Step = {
      place: { part: place.part, start: Math.min(from, span.start), end: span.end },
      latex: latex.slice(span.start - place.start, span.end - place.start),
      fixes: [],
      ...judgement,
      ...(judgement.verdict === 'fails' || judgement.verdict === 'slip'
        ? { at: { part: place.part, start: span.start, end: span.end } }
        : {}),
      ...(cause === undefined ? {} : { cause }),
    };
    this.steps.push(step);
  }
}

/** Of two equal things the one that later steps are better compared with: the one without rounded decimals. */
function better(left: Expr, right: Expr): Expr {
  return isNumeric(right) && !isNumeric(left) ? right : left;
}

function equalityOf(placed: Placed): { left: Expr; right: Expr }[] {
  const [left, right] = placed.statement.items;
  const sign = placed.statement.relations[0]?.sign;
  return left && right && (sign === '=' || sign === ':=') ? [{ left, right }] : [];
}

/** `\text{si } i = j`, `i \ne j`, `i = 1, \dots, n`: says when, claims nothing. */
function isCondition(placed: Placed, next: Placed | undefined): boolean {
  const { statement } = placed;
  const relation = toRelation(statement);
  if (!relation || relation.kind !== 'rel') return false;
  if (
    /^(si|if|para|for|cuando|when|whenever|con|with|sujeto|subject|s\.t|siempre|dado|given)\b/i.test(
      statement.words,
    )
  )
    return true;
  const [left, right] = relation.items;
  if (relation.signs[0] === '!=') return true;
  const letters = (node: Expr | undefined): boolean =>
    node?.kind === 'sym' && /^([ijklmnpqrst]|\\ell)$/.test(node.base);
  if (letters(left) && letters(right)) return true;
  const listed =
    next?.block === placed.block &&
    next.statement.link === 'comma' &&
    next.statement.relations.length === 0;
  return letters(left) && right?.kind === 'num' && (listed || statement.link !== 'start');
}

function declareMemberships(
  statements: readonly Placed[],
  naming: Naming,
  declarations: Declarations,
): void {
  statements.forEach((placed, at) => {
    const { items, relations } = placed.statement;
    const last = relations.length - 1;
    if (last < 0 || relations[last]?.sign !== 'in') return;
    const [name, set] = [items[last], items[last + 1]];
    if (!name || !set) return;
    const keys = [name, ...listBefore(statements, at)].flatMap((node) => {
      const use = naming.readName(node);
      return use && use.indices.length === 0 ? [use.key] : [];
    });
    declareMembership(declarations, keys, set);
  });
}

/** `W_1, W_2 \in ...`: the names before the comma. */
function listBefore(statements: readonly Placed[], at: number): Expr[] {
  const out: Expr[] = [];
  for (let k = at; k > 0; k--) {
    const [current, before] = [statements[k], statements[k - 1]];
    if (
      !current ||
      !before ||
      current.statement.link !== 'comma' ||
      before.block !== current.block ||
      before.statement.relations.length > 0
    )
      break;
    const [item] = before.statement.items;
    if (item) out.push(item);
  }
  return out;
}
