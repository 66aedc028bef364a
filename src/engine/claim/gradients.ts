import type { Expr, Nabla } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children, walk } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Legacy } from './legacy.js';
import type { Zone } from './zone.js';

/**
 * A zone in which the gradient of an expression says by what it is taken: `\nabla \log\det X` by X, `\nabla(x^\top A x)`
 * by what the document differentiates by, or where one name alone goes by a letter that varies.
 */
export function withVariables(zone: Zone, { definitions }: Legacy): Zone {
  const known = knownIn(zone, new Set(definitions.map(({ key }) => key)));
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
  readonly fixed: ReadonlySet<string>;
}

/** The name that it is taken by for certain. */
function variableOf(node: Nabla, { variables, fixed }: Known): Expr | null {
  const names = [...namesIn(node.target)];
  const one = (test: (name: string) => boolean): Expr | null => {
    const [only, ...more] = names.filter(([name]) => test(name));
    return only && more.length === 0 ? only[1] : null;
  };
  const said = one((name) => variables.has(name));
  if (said || names.some(([name]) => fixed.has(name))) return said;
  const told = names.every(([name]) => VARYING.test(name) || SETTLED.test(name));
  return one(() => true) ?? (told ? one((name) => VARYING.test(name)) : null);
}

/** Letters for what varies, and for what is held while it does. */
const VARYING = /^(?:\\math\w+\{)?(?:[wxzXWZ]|\\theta|\\beta|\\Theta)\}?$/;
const SETTLED = /^(?:\\math\w+\{)?(?:[a-dA-DHKMPQS]|\\Sigma|\\Lambda|\\lambda|\\mu)\}?$/;

/** What the formulas differentiate by, and the names that have a formula of their own or a gradient. */
function knownIn({ statements }: Zone, fixed: Set<string>): Known {
  const variables = new Set<string>();
  const note = (into: Set<string>, node: Expr | null | undefined): void => {
    if (node && isName(node)) into.add(printLatex(node));
  };
  const look = (node: Expr): void => {
    if (node.kind === 'differential') note(variables, node.target);
    const top = node.kind === 'deriv' ? node.top : node.kind === 'nabla' ? node.target : null;
    note(fixed, top?.kind === 'call' ? top.fn : top);
    if (node.kind === 'nabla') note(variables, node.wrt);
    if (node.kind === 'deriv') for (const { name } of node.wrt) note(variables, name);
  };
  for (const { statement } of statements) {
    const [left] = statement.items;
    if (/^:?=$/.test(statement.relations[0]?.sign ?? ''))
      note(fixed, left?.kind === 'call' ? left.fn : left);
    for (const item of statement.items) if (item) walk(item, look);
  }
  return { variables, fixed };
}

/** The names in an expression, but for entries that a sum runs through. */
function namesIn(node: Expr, into = new Map<string, Expr>()): Map<string, Expr> {
  switch (node.kind) {
    case 'sym':
    case 'mark':
      if (node.kind === 'mark' || !/^(?:e|\\pi|I|1|d)$/.test(node.base))
        into.set(printLatex(node), node);
      break;
    case 'sub':
      if (!node.indices.some((index) => index.kind === 'sym' && /^[a-z]$/.test(index.base)))
        into.set(printLatex(node), node);
      break;
    default:
      for (const child of innerOf(node)) namesIn(child, into);
  }
  return into;
}

function innerOf(node: Expr): readonly Expr[] {
  if (node.kind === 'big') return [node.body];
  return node.kind === 'call' && node.certain ? node.args : children(node);
}

function isName(node: Expr): boolean {
  return node.kind === 'sym' || node.kind === 'mark';
}
