import type { Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import { isFunctionWord } from '../functions/known.js';
import type { MacroTable } from '../latex/macros.js';
import { parseFormula } from '../latex/statement.js';
import type { Placed, Zone } from './zone.js';

/**
 * A zone in which what words say of a formula is its left side, as in `la derivada de la sigmoide es
 * $\sigma(x)(1 - \sigma(x))$`, or what a name is a function of: `$P$ is the softmax of $Z$`.
 */
export function withWords(zone: Zone, macros: MacroTable): Zone {
  const said = zone.facts.filter(({ kind }) => kind === 'slope' || kind === 'applied');
  if (said.length === 0) return zone;
  const statements = zone.statements.map((placed): Placed => {
    const { place } = placed.block;
    const fact = said.find(
      (one) => one.place.part === place.part && one.place.end === place.end && placed.first,
    );
    const [only] = placed.statement.items;
    if (!fact || !only || placed.statement.relations.length > 0) return placed;
    const [left, value] =
      fact.kind === 'applied'
        ? appliedTo(fact.latex, only, macros)
        : [slopeOf(fact.latex, placed, macros), only];
    if (!left || !value) return placed;
    const relations = [{ sign: '=' as const, span: left.span }];
    return { ...placed, statement: { ...placed.statement, items: [left, value], relations } };
  });
  return { ...zone, statements };
}

/** Both sides of `P = \operatorname{softmax}(Z)`, where the text has nothing but Z. */
function appliedTo(latex: string, only: Expr, macros: MacroTable): readonly (Expr | null)[] {
  const [read] = parseFormula(latex, 0, macros);
  const [left, value] = read?.items ?? [];
  if (!left || value?.kind !== 'call') return [];
  return [
    at(left, only.span.start),
    { ...value, fn: at(value.fn, only.span.start), args: [only], span: only.span },
  ];
}

/** `f'(x)` where the formula begins, with the one letter that its value depends on. */
function slopeOf(latex: string, placed: Placed, macros: MacroTable): Expr | null {
  const { items, relations } = placed.statement;
  const [value] = items;
  if (!value || relations.length > 0) return null;
  const letters = lettersIn(value);
  const [letter] = letters;
  if (letter === undefined || letters.size > 1) return null;
  const [read] = parseFormula(`${latex}'(${letter})`, 0, macros);
  const left = read?.items[0];
  return left ? at(left, value.span.start) : null;
}

function lettersIn(value: Expr): ReadonlySet<string> {
  const functions = new Set<Expr>();
  const letters = new Set<string>();
  walk(value, (node) => {
    if (node.kind === 'call') functions.add(node.fn);
    if (node.kind === 'sym' && isVariable(node) && !functions.has(node)) letters.add(node.base);
  });
  return letters;
}

function isVariable({ base }: Sym): boolean {
  return /^[a-z]$/.test(base) && base !== 'e' && !isFunctionWord(base);
}

/** With no place in the text but this one. */
function at(node: Expr, start: number): Expr {
  return { ...mapChildren(node, (child) => at(child, start)), span: { start, end: start } };
}
