import type { Fact } from '../document/outline.js';
import type { Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children, walk } from '../expression/walk.js';
import { isFunctionWord } from '../functions/known.js';
import type { MacroTable } from '../latex/macros.js';
import { parseFormula } from '../latex/statement.js';
import { baseKey, headOf } from './key.js';
import type { Placed, Zone } from './zone.js';

/**
 * A zone in which what words say of a formula is its left side, as in `la derivada de la sigmoide es
 * $\sigma(x)(1 - \sigma(x))$`, what a name is a function of: `$P$ is the softmax of $Z$`, what is given a name: `call
 * this $h$`, or what the rows of a matrix are: `con filas $x_i^\top$`.
 */
export function withWords(zone: Zone, macros: MacroTable): Zone {
  const said = zone.facts.filter(({ kind }) => KINDS.has(kind));
  if (said.length === 0) return zone;
  const statements = zone.statements.map((placed): Placed => {
    const { place } = placed.block;
    const fact = said.find(
      (one) => one.place.part === place.part && one.place.end === place.end && placed.first,
    );
    const [only] = placed.statement.items;
    if (!fact || !only || placed.statement.relations.length > 0) return placed;
    const [left, value] = sidesOf(fact, only, placed, zone, macros);
    if (!left || !value) return placed;
    const relations = [{ sign: '=' as const, span: left.span }];
    return { ...placed, statement: { ...placed.statement, items: [left, value], relations } };
  });
  return { ...zone, statements };
}

const KINDS: ReadonlySet<Fact['kind']> = new Set(['slope', 'applied', 'called', 'rows', 'columns']);

function sidesOf(
  { kind, latex }: Fact,
  only: Expr,
  placed: Placed,
  zone: Zone,
  macros: MacroTable,
): readonly (Expr | null)[] {
  if (kind === 'applied') return appliedTo(latex, only, macros);
  if (kind === 'called') return [only, meantBy(latex, only, macros)];
  if (kind === 'slope') return [slopeOf(latex, placed, macros), only];
  return lineOf(latex, kind, only, zone, macros);
}

/** Both sides of `x_i = X_i`, or of `X_i = \varphi(x_i)`; nothing where the zone defines both. */
function lineOf(
  latex: string,
  kind: Fact['kind'],
  only: Expr,
  { statements }: Zone,
  macros: MacroTable,
): readonly (Expr | null)[] {
  const [read] = parseFormula(latex, 0, macros);
  const whole = read?.items[0];
  const line = untransposed(only);
  const index = indexIn(line);
  if (whole?.kind !== 'sym' || !index) return [];
  const { span } = only;
  const all: Expr = { kind: 'text', text: ':', span };
  const indices = kind === 'rows' ? [index] : [all, index];
  const part: Expr = { kind: 'sub', target: at(whole, span.start), indices, span };
  const defined = new Set(
    statements.flatMap(({ statement: { items, relations } }) => {
      const head = items[0] && relations[0]?.sign === '=' ? headOf(items[0]) : null;
      return head ? baseKey(head) : [];
    }),
  );
  const name = line.kind === 'sub' && line.target.kind === 'sym' ? line.target : null;
  const related = statements.filter(({ statement: { relations } }) => relations.length > 0);
  // Where `x` stands by itself it is no matrix.
  if (name && related.some(({ statement: { items } }) => items.some((one) => stands(one, name))))
    return [];
  if (name && !defined.has(baseKey(name))) return [line, part];
  return defined.has(baseKey(whole)) ? [] : [part, line];
}

/** Does the letter stand anywhere without an index? */
function stands(node: Expr | null, name: Sym): boolean {
  if (node?.kind === 'sym') return baseKey(node) === baseKey(name);
  if (node?.kind === 'sub') return node.indices.some((item) => stands(item, name));
  if (node?.kind === 'call') return node.args.some((item) => stands(item, name));
  return node !== null && children(node).some((child) => stands(child, name));
}

function untransposed(node: Expr): Expr {
  return node.kind === 'transpose' ? untransposed(node.target) : node;
}

/** The one index in the formula for a row. */
function indexIn(line: Expr): Expr | null {
  const found = new Map<string, Expr>();
  walk(line, (node) => {
    if (node.kind === 'sub')
      for (const item of node.indices) if (item.kind === 'sym') found.set(item.base, item);
  });
  const [only, ...more] = found.values();
  return only && more.length === 0 ? only : null;
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

/** The first side of the formula that a name is given to. */
function meantBy(latex: string, { span }: Expr, macros: MacroTable): Expr | null {
  const [read, ...more] = parseFormula(latex, 0, macros);
  const first = more.length === 0 ? read?.items[0] : null;
  return first ? { ...at(first, span.end), span } : null;
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
