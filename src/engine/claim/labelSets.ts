import type { Big, Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import { labelled, labelOf } from '../interpret/labelSum.js';
import type { Statement } from '../latex/statement.js';
import { printLatex } from '../latex/print.js';
import { headOf } from './key.js';

/** What a document names by letters that stand for one label after the other. */
export interface LabelSets {
  /** Such letters with their labels, as \kappa of `a^\kappa_t`, `\kappa \in \{f, i, o\}`. */
  readonly sets: ReadonlyMap<string, readonly Sym[]>;
  /** Where labels stand beside other subscripts: the a of `a_{k,t}`, the place, and of how many. */
  readonly places: ReadonlySet<string>;
}

/** Where the sentence stands that nobody wrote. */
const NOWHERE = { start: -1, end: -1 };

/**
 * The letters that a document says to be in a set of letters, and to which it gives names by those: `a^f_t` beside
 * `a^\kappa_t`.
 */
export function labelSetsIn(statements: readonly Statement[]): LabelSets {
  const all = statements.flatMap(({ items }) => items.filter((item) => item !== null));
  const said = setsIn(statements, all);
  const names = new Set<string>();
  const places = new Set<string>();
  if (said.size === 0) return { sets: said, places };
  walkAll(all, (node) => {
    if (headOf(node)) names.add(printLatex(node));
  });
  const isNamed = (letter: string, members: readonly Sym[]): boolean =>
    statements.some(({ items: [left], relations }) => {
      if (!left || relations[0]?.sign !== '=' || !isPart(left, letter)) return false;
      return members.filter((one) => names.has(printLatex(labelled(left, letter, one)))).length > 1;
    });
  const sets = new Map([...said].filter(([letter, members]) => isNamed(letter, members)));
  walkAll(all, (node) => {
    if (node.kind !== 'sub' || node.indices.length < 2) return;
    for (const [at, index] of node.indices.entries())
      if (index.kind === 'sym' && sets.has(index.base)) places.add(placeOf(node, at));
  });
  return { sets, places };
}

function setsIn(
  statements: readonly Statement[],
  all: readonly Expr[],
): ReadonlyMap<string, readonly Sym[]> {
  const sets = new Map<string, readonly Sym[]>();
  const note = (letter: Expr | null | undefined, set: Expr | null | undefined): void => {
    const members = set ? lettersOf(set) : [];
    if (letter?.kind !== 'sym' || sets.has(letter.base) || members.length < 2) return;
    if (members.every(({ base }) => base !== letter.base)) sets.set(letter.base, members);
  };
  for (const { items, relations } of statements)
    if (relations[0]?.sign === 'in') note(items[0], items[1]);
  walkAll(all, (node) => {
    if (node.kind === 'big') for (const { index, set } of node.bounds) note(index, set);
  });
  return sets;
}

/**
 * A statement about any of them as one about the first, which stands for all; where it says what its name is, followed
 * by what it says of the others.
 */
export function withLabelSets(statement: Statement, { sets, places }: LabelSets): Statement[] {
  if (sets.size === 0) return [statement];
  const told = mapped(statement, (item) => asLabels(item, { sets, places }));
  const found = [...sets].find(([letter]) =>
    told.items.some((item) => item && some(item, (node) => isLetter(node, letter))),
  );
  const [letter, [first, ...others]] = found ?? ['', []];
  const [left] = told.items;
  if (!found || !first || (told.relations[0]?.sign === 'in' && left && isLetter(left, letter)))
    return [told];
  const of = (label: Sym): Statement =>
    mapped(told, (item) => labelled(item, letter, label, (sum) => overLabels(sum, found[1])));
  // What a repair writes has the letter.
  const general = of(labelOf(first, letter));
  if (!left || !isPart(left, letter)) return [general];
  const copies = others.map((label): Statement => ({
    ...mapped(of(labelOf(label)), unplaced),
    relations: told.relations.map(({ sign }) => ({ sign, span: NOWHERE })),
    link: 'start',
    words: '',
    span: NOWHERE,
  }));
  return [general, ...copies];
}

function mapped(statement: Statement, by: (item: Expr) => Expr): Statement {
  return { ...statement, items: statement.items.map((item) => item && by(item)) };
}

/** `a_{f,t}` with f as a label, which for itself may be an index. */
function asLabels(node: Expr, sets: LabelSets): Expr {
  const inner = mapChildren(node, (child) => asLabels(child, sets));
  if (inner.kind !== 'sub' || inner.indices.length < 2) return inner;
  const labels = [...sets.sets.values()].flat();
  const indices = inner.indices.map((index, at): Expr => {
    if (index.kind !== 'sym' || !sets.places.has(placeOf(inner, at))) return index;
    if (!labels.some(({ base }) => base === index.base)) return index;
    return labelOf(index);
  });
  return { ...inner, indices };
}

function placeOf(node: Expr & { kind: 'sub' }, at: number): string {
  return `${headOf(node)?.base ?? ''} ${String(at)} ${String(node.indices.length)}`;
}

function overLabels(node: Big, members: readonly Sym[]): Expr {
  const [bound, ...more] = node.bounds;
  if (!bound || more.length > 0 || bound.from || bound.to || bound.condition) return node;
  const own = bound.set ? lettersOf(bound.set) : members;
  if (own.length === 0) return node;
  const items = own.map(({ base, span }): Expr => ({ kind: 'text', text: base, span }));
  const span = bound.set?.span ?? bound.index.span;
  return { ...node, bounds: [{ ...bound, set: { kind: 'tuple', items, fence: '{', span } }] };
}

/** `\{f, i, o, g\}`. */
function lettersOf(set: Expr): readonly Sym[] {
  if (set.kind !== 'tuple' || set.fence !== '{') return [];
  const letters = set.items.flatMap((item) =>
    item.kind === 'sym' && item.accents.length === 0 ? [item] : [],
  );
  return letters.length === set.items.length ? letters : [];
}

/** A name with the letter for a label, or with an accent above the letter. */
function isPart(node: Expr, letter: string): boolean {
  if (isLetter(node, letter)) return node.accents.length > 0;
  const scripts = node.kind === 'sub' ? node.indices : node.kind === 'pow' ? [node.exponent] : [];
  if (scripts.some((script) => isLetter(script, letter))) return true;
  if (node.kind === 'pow') return isPart(node.base, letter);
  return (node.kind === 'sub' || node.kind === 'mark') && isPart(node.target, letter);
}

function isLetter(node: Expr, letter: string): node is Sym {
  return node.kind === 'sym' && node.base === letter;
}

function walkAll(all: readonly Expr[], visit: (node: Expr) => void): void {
  for (const item of all) walk(item, visit);
}

function unplaced(node: Expr): Expr {
  return { ...mapChildren(node, unplaced), span: NOWHERE };
}
