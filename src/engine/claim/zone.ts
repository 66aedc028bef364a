import type { Cue, Fact, FormulaBlock, Outline, Scope } from '../document/outline.js';
import type { Expr } from '../expression/node.js';
import type { MacroTable } from '../latex/macros.js';
import { parseFormula, type Statement } from '../latex/statement.js';

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
  /** Exercises are worlds of their own; sections go on from their elder siblings. */
  readonly separate: boolean;
  readonly statements: readonly Placed[];
  readonly facts: readonly Fact[];
}

/** Reads a formula, or remembers it. */
export type Read = (latex: string, offset: number, macros: MacroTable) => readonly Statement[];

/** Sorts a document's statements into zones. What stands before the first zone belongs to all of them. */
export function zonesOf(outline: Outline, read: Read = parseFormula): Zone[] {
  const macros: MacroTable = new Map(outline.macros.map((macro) => [macro.name, macro]));
  const roots = zoneRoots(outline.scopes);
  const zones = new Map<number, { separate: boolean; statements: Placed[]; facts: Fact[] }>();
  const zoneOf = (scope: number): { separate: boolean; statements: Placed[]; facts: Fact[] } => {
    const root = roots(scope);
    const known = zones.get(root.id);
    if (known) return known;
    const zone = { separate: root.kind === 'exercise', statements: [], facts: [] };
    zones.set(root.id, zone);
    return zone;
  };
  let order = 0;
  for (const block of outline.blocks) {
    if (block.kind !== 'formula' || block.oversize) continue;
    const zone = zoneOf(block.scope);
    const conditions = conditionsAt(block, outline.facts, read, macros);
    read(block.latex, block.place.start, macros).forEach((statement, at) => {
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
  return [...zones].map(([id, zone]) => ({ id, ...zone }));
}

/** The topmost exercise around a scope; without one, the section on the first level that has several. */
function zoneRoots(scopes: readonly Scope[]): (scope: number) => Scope {
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
  return (id) => {
    const chain = path(id);
    const exercise = chain.find((scope) => scope.kind === 'exercise');
    if (exercise) return exercise;
    const section = chain.find(
      (scope) => scope.kind === 'section' && (siblings.get(scope.parent ?? -1) ?? 0) > 1,
    );
    return section ?? chain[1] ?? document;
  };
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
