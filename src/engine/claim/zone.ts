import type { Cue, Fact, FormulaBlock, Outline, Scope } from '../document/outline.js';
import { chancesIn, type Chance } from '../document/sentence/chances.js';
import type { Expr } from '../expression/node.js';
import type { LogBase } from '../interpret/context.js';
import type { MacroTable } from '../latex/macros.js';
import { parseFormula, type Statement } from '../latex/statement.js';
import { printLatex } from '../latex/print.js';
import { isNumeric } from './literal.js';
import { byColumns, isByColumns } from './columnwise.js';
import { conditionSetsIn, withConditionSets } from './conditionSets.js';
import { labelSetsIn, withLabelSets } from './labelSets.js';
import { saidBases, withLogBase } from './logBases.js';
import { withJoints } from './joints.js';
import { withNamed } from './named.js';
import { prefixesIn, withPrefixes } from './prefixed.js';
import { tablesIn, withTables } from './tables.js';
import {
  turningFonts,
  turnsByPrime,
  withTransposes,
  withTurnedLists,
  withTurnedNames,
} from './transposes.js';

/** A statement where it stands in the document. */
export interface Placed {
  readonly statement: Statement;
  readonly block: FormulaBlock;
  /** Position among all statements of the document. */
  readonly order: number;
  /** First of its formula: only there do the words before the formula speak of it. */
  readonly first: boolean;
  readonly cues: readonly Cue[];
  /** Conditions that the prose puts on it. */
  readonly conditions: readonly Expr[];
}

/** A part of the document whose names mean one thing: an exercise, or a section. */
export interface Zone {
  readonly id: number;
  /** The exercise it belongs to, if any: each is a world of its own; sections go on from their elder siblings. */
  readonly world: number | null;
  readonly statements: readonly Placed[];
  readonly facts: readonly Fact[];
  /** What its prose says of all that is random in it. */
  readonly chances: readonly Chance[];
  /** Signs that the document writes before names, which its statements have as accents. */
  readonly prefixes: ReadonlySet<string>;
  /** Is softmax of a matrix said to act on its columns, anywhere in the document? */
  readonly byColumns?: true;
  /** What `\log` is taken to in it. */
  readonly logBase: LogBase;
  /** May it be another one for all that the words say? */
  readonly logBaseOpen: boolean;
  /** Are declared sizes those of other places, and only how many there are of each name its own? */
  readonly freeSizes?: true;
}

/** Reads a formula, or remembers it. */
export type Read = (latex: string, offset: number, macros: MacroTable) => readonly Statement[];

/** Sorts a document's statements into zones. What stands before the first zone belongs to all of them. */
export function zonesOf(outline: Outline, read: Read = parseFormula): Zone[] {
  const macros: MacroTable = new Map(outline.macros.map((macro) => [macro.name, macro]));
  const seen = new Set<string>();
  const statementsOf = ({ latex, place }: FormulaBlock): Statement[] =>
    read(latex, place.start, macros).flatMap((statement) =>
      withNamed(withTurnedLists(statement), seen),
    );
  const formulas = inTransposes(
    outline.blocks.flatMap((block) =>
      block.kind === 'formula' && !block.oversize
        ? [{ block, statements: statementsOf(block) }]
        : [],
    ),
  );
  const [prefixes, spelledOut] = spelling(
    formulas.flatMap(({ statements }) => statements),
    outline.facts,
  );
  const roots = zoneRoots(outline.scopes, formulas);
  const zones = new Map<number, OpenZone>();
  const zoneOf = (scope: number): OpenZone => {
    const { id, world } = roots(scope);
    const known = zones.get(id);
    if (known) return known;
    const zone: OpenZone = { world, statements: [], facts: [], chances: [] };
    zones.set(id, zone);
    return zone;
  };
  let order = 0;
  for (const { block, statements } of formulas) {
    const zone = zoneOf(block.scope);
    const conditions = conditionsAt(block, outline.facts, read, macros);
    statements.flatMap(spelledOut).forEach((statement, at) => {
      zone.statements.push({
        statement,
        block,
        order: order++,
        first: at === 0,
        cues: block.cues,
        conditions,
      });
    });
  }
  for (const fact of outline.facts)
    if (fact.kind !== 'condition') zoneOf(fact.scope).facts.push(fact);
  const known = new Set(zones.keys());
  for (const chance of chancesIn(outline))
    if (known.has(roots(chance.scope).id)) zoneOf(chance.scope).chances.push(chance);
  const said = saidBases(outline.facts, (scope) => roots(scope).world);
  return [...zones].map(([id, zone]) => ({
    id,
    ...zone,
    ...withLogBase({ ...zone, statements: inTables(zone) }, said),
    prefixes,
    ...(isByColumns(outline.facts) && { byColumns: true as const }),
  }));
}

/** The signs that all statements write before names, and how to read one of them without what they abbreviate. */
function spelling(
  all: readonly Statement[],
  facts: readonly Fact[],
): readonly [ReadonlySet<string>, (statement: Statement) => Statement[]] {
  const prefixes = prefixesIn(all);
  const turns = isByColumns(facts);
  const [tables, sets, labels] = [tablesIn(all), conditionSetsIn(all), labelSetsIn(all)];
  const inPlain = (statement: Statement): Statement =>
    withConditionSets(
      withTables(withPrefixes(turns ? byColumns(statement) : statement, prefixes), tables),
      sets,
    );
  return [prefixes, (statement) => withLabelSets(inPlain(statement), labels)];
}

/** `X^t X` and `w'w` with transposes, where the document writes them so. */
function inTransposes(formulas: readonly Formula[]): readonly Formula[] {
  const all = formulas.flatMap(({ statements }) => statements);
  const turned = (by: (statement: Statement) => Statement): readonly Formula[] =>
    formulas.map((one) => ({ ...one, statements: one.statements.map(by) }));
  const fonts = turningFonts(all);
  if (fonts.length > 0) return turned((statement) => withTransposes(statement, fonts));
  return turnsByPrime(all) ? turned(withTurnedNames) : formulas;
}

/** What is said to be independent is so, which no table of any numbers would know. */
function inTables({ statements, chances }: OpenZone): readonly Placed[] {
  if (chances.some(({ kind }) => kind === 'independent')) return statements;
  const read = withJoints(statements.map(({ statement }) => statement));
  return statements.map((placed, at) => ({ ...placed, statement: read[at] ?? placed.statement }));
}

interface OpenZone {
  readonly world: number | null;
  readonly statements: Placed[];
  readonly facts: Fact[];
  readonly chances: Chance[];
}

/** A formula as it was read. */
interface Formula {
  readonly block: FormulaBlock;
  readonly statements: readonly Statement[];
}

/**
 * The topmost exercise around a scope; without one, the section on the first level that has several. An exercise
 * whose sections define one name in several ways is as many zones as it has sections.
 */
function zoneRoots(
  scopes: readonly Scope[],
  formulas: readonly Formula[],
): (scope: number) => { readonly id: number; readonly world: number | null } {
  const byId = new Map(scopes.map((scope) => [scope.id, scope]));
  const document: Scope = byId.get(0) ?? {
    id: 0,
    kind: 'document',
    parent: null,
    title: '',
    level: 0,
  };
  const path = (id: number): Scope[] => {
    const out: Scope[] = [];
    for (
      let scope = byId.get(id);
      scope && out.length < 50;
      scope = scope.parent === null ? undefined : byId.get(scope.parent)
    )
      out.unshift(scope);
    return out;
  };
  const siblings = new Map<number, number>();
  for (const scope of scopes)
    if (scope.parent !== null) siblings.set(scope.parent, (siblings.get(scope.parent) ?? 0) + 1);
  const exerciseOf = (id: number): [Scope | null, Scope | null] => {
    const chain = path(id);
    const at = chain.findIndex((scope) => scope.kind === 'exercise');
    const inner = at < 0 ? undefined : chain[at + 1];
    return [chain[at] ?? null, inner?.kind === 'section' ? inner : null];
  };
  const split = redefining(formulas, exerciseOf);
  return (id) => {
    const [exercise, part] = exerciseOf(id);
    if (exercise)
      return {
        id: (split.has(exercise.id) ? (part ?? exercise) : exercise).id,
        world: exercise.id,
      };
    const chain = path(id);
    const section = chain.find(
      (scope) => scope.kind === 'section' && (siblings.get(scope.parent ?? -1) ?? 0) > 1,
    );
    return { id: (section ?? chain[1] ?? document).id, world: null };
  };
}

/** Exercises in which two sections say different things of one name on the left of an equality. */
function redefining(
  formulas: readonly Formula[],
  exerciseOf: (scope: number) => [Scope | null, Scope | null],
): ReadonlySet<number> {
  const first = new Map<string, { part: number; right: string }>();
  const found = new Set<number>();
  for (const { block, statements } of formulas) {
    const [exercise, part] = exerciseOf(block.scope);
    if (!exercise || !part) continue;
    for (const { items, relations } of statements) {
      const [left, right] = items;
      if (!left || !right || relations[0]?.sign !== '=' || !isPlainName(left)) continue;
      if (isNumeric(right)) continue;
      const key = `${String(exercise.id)} ${printLatex(unindexed(left))}`;
      const said = printLatex(right);
      const before = first.get(key);
      if (!before) first.set(key, { part: part.id, right: said });
      else if (before.part !== part.id && before.right !== said) found.add(exercise.id);
    }
  }
  return found;
}

/** `y` of `y_i`, but `W_1` as it is. */
function unindexed(node: Expr): Expr {
  const letters = node.kind === 'sub' && node.indices.every((index) => index.kind === 'sym');
  return letters ? node.target : node;
}

function isPlainName(node: Expr): boolean {
  if (node.kind === 'sub') return isPlainName(node.target);
  return node.kind === 'sym' || (node.kind === 'mark' && isPlainName(node.target));
}

function conditionsAt(
  block: FormulaBlock,
  facts: readonly Fact[],
  read: Read,
  macros: MacroTable,
): Expr[] {
  const out: Expr[] = [];
  for (const fact of facts) {
    if (
      fact.kind !== 'condition' ||
      fact.place.part !== block.place.part ||
      fact.detail === undefined
    )
      continue;
    if (fact.place.start > block.place.end || (fact.until ?? fact.place.end) < block.place.start)
      continue;
    if (fact.place.start >= block.place.start && fact.place.end <= block.place.end) continue;
    for (const statement of read(fact.detail, fact.place.start, macros)) {
      const relation = toRelation(statement);
      if (relation) out.push(relation);
    }
  }
  return out;
}

/** A chain as one relation: `i \ne j`. */
export function toRelation(statement: Statement): Expr | null {
  const items = statement.items.filter((item) => item !== null);
  if (items.length < 2 || items.length !== statement.items.length) return null;
  return {
    kind: 'rel',
    items,
    signs: statement.relations.map((relation) => relation.sign),
    span: statement.span,
  };
}
