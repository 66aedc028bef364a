import type { Expr, Nabla } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children, some, walk } from '../expression/walk.js';
import { isFunctionWord } from '../functions/known.js';
import { printLatex } from '../latex/print.js';
import type { Legacy } from './legacy.js';
import type { Zone } from './zone.js';

/**
 * A zone in which the gradient of an expression says by what it is taken: `\nabla \log\det X` by X, `\nabla(x^\top A x)`
 * by what the document differentiates by, or where one name alone goes by a letter that varies.
 */
export function withVariables(zone: Zone, { definitions }: Legacy): Zone {
  const items = zone.statements.flatMap(({ statement }) => statement.items);
  if (!items.some((item) => item && some(item, isOpenGradient))) return zone;
  const known: Known = { variables: variablesIn(zone), fixed: fixedIn(zone) };
  for (const { key } of definitions) known.fixed.add(key);
  const fill = (node: Expr): Expr => {
    const inner = mapChildren(node, fill);
    if (!isOpenGradient(inner)) return inner;
    const by = variableOf(inner, known);
    return by ? takenBy(inner, by) : inner;
  };
  const statements = zone.statements.map((placed) => ({
    ...placed,
    statement: {
      ...placed.statement,
      items: placed.statement.items.map((item) => item && fill(item)),
    },
  }));
  return { ...zone, statements };
}

/** The names by which the gradients of these may be taken, where the text does not say. */
export function namesOfGradients(sides: readonly Expr[]): readonly Expr[] {
  const found = new Map<string, Expr>();
  for (const side of sides)
    walk(side, (node) => {
      if (isLeftOpen(node)) namesIn(node.target, found);
    });
  return [...found.values()];
}

/** With all of them taken by one name. */
export function gradientsBy(node: Expr, by: Expr): Expr {
  const inner = mapChildren(node, (child) => gradientsBy(child, by));
  return isLeftOpen(inner) ? takenBy(inner, by) : inner;
}

function isLeftOpen(node: Expr): node is Nabla {
  return node.kind === 'nabla' && (node.supposed === true || isOpenGradient(node));
}

/** A gradient of more than a name or a function of names, which does not say by what it is taken. */
function isOpenGradient(node: Expr): node is Nabla {
  if (node.kind !== 'nabla' || node.wrt !== null) return false;
  const { target } = node;
  if (target.kind === 'call') return !target.args.some(isName);
  return !isName(target) && target.kind !== 'sub';
}

function takenBy(node: Nabla, by: Expr): Nabla {
  return { ...node, wrt: { ...by, span: node.target.span }, supposed: true };
}

interface Known {
  /** What the document differentiates by, as written. */
  readonly variables: ReadonlySet<string>;
  /** Names that stand for something else. */
  readonly fixed: Set<string>;
}

/** The name that it is taken by for certain. */
function variableOf(node: Nabla, { variables, fixed }: Known): Expr | null {
  const names = [...namesIn(node.target)];
  const one = (list: typeof names): Expr | null =>
    list.length === 1 ? (list[0]?.[1] ?? null) : null;
  const said = one(names.filter(([name]) => variables.has(name)));
  if (said || names.some(([name]) => fixed.has(name))) return said;
  const varying = names.filter(([name]) => VARYING.test(name));
  const settled = names.filter(([name]) => !VARYING.test(name));
  return one(names) ?? (settled.every(([name]) => SETTLED.test(name)) ? one(varying) : null);
}

/** Letters for what varies, and for what is held while it does. */
const VARYING = /^(?:\\math(?:bf|bm)\{ ?)?(?:[wxzXWZ]|\\(?:theta|beta|Theta))\}?$/;
const SETTLED =
  /^(?:\\math(?:bf|bm)\{ ?)?(?:[abcdABCDHKMPQS]|\\(?:Sigma|Lambda|lambda|mu|alpha))\}?$/;

/** What the formulas take differentials of or derivatives by, and what the words say that they do. */
function variablesIn(zone: Zone): ReadonlySet<string> {
  const found = new Set(
    zone.facts.filter(({ kind }) => kind === 'variable').map(({ latex }) => latex),
  );
  const note = (node: Expr | null | undefined): void => {
    if (node && isName(node)) found.add(printLatex(node));
  };
  eachNode(zone, (node) => {
    if (node.kind === 'differential')
      note(node.target.kind === 'transpose' ? node.target.target : node.target);
    if (node.kind === 'nabla')
      note(node.wrt ?? (node.target.kind === 'call' ? node.target.args[0] : null));
    if (node.kind === 'deriv') for (const { name } of node.wrt) note(name);
  });
  return found;
}

/** Names that have a formula of their own, and functions whose gradients are spoken of. */
function fixedIn(zone: Zone): Set<string> {
  const found = new Set<string>();
  for (const { statement } of zone.statements) {
    const [left] = statement.items;
    const head = left?.kind === 'call' ? left.fn : left;
    if (head && isName(head) && /^:?=$/.test(statement.relations[0]?.sign ?? ''))
      found.add(printLatex(head));
  }
  eachNode(zone, (node) => {
    const target = node.kind === 'deriv' ? node.top : node.kind === 'nabla' ? node.target : null;
    const head = target?.kind === 'call' ? target.fn : target;
    if (head && isName(head)) found.add(printLatex(head));
  });
  return found;
}

function eachNode(zone: Zone, visit: (node: Expr) => void): void {
  for (const { statement } of zone.statements)
    for (const item of statement.items) if (item) walk(item, visit);
}

/** The names in an expression, but for entries that a sum runs through. */
function namesIn(node: Expr, into = new Map<string, Expr>()): Map<string, Expr> {
  switch (node.kind) {
    case 'sym':
      if (!isFunctionWord(node.base) && !/^(?:e|\\pi|I|1|d)$/.test(node.base))
        into.set(printLatex(node), node);
      break;
    case 'mark':
      into.set(printLatex(node), node);
      break;
    case 'sub':
      if (!node.indices.some((index) => index.kind === 'sym' && /^[a-z]$/.test(index.base)))
        into.set(printLatex(node), node);
      break;
    case 'big':
      namesIn(node.body, into);
      break;
    case 'call':
      for (const child of node.certain ? node.args : children(node)) namesIn(child, into);
      break;
    default:
      for (const child of children(node)) namesIn(child, into);
  }
  return into;
}

function isName(node: Expr): boolean {
  return node.kind === 'sym' || node.kind === 'mark';
}
