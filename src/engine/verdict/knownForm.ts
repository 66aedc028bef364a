import type { Expr } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import type { Names } from '../claim/reading.js';
import type { Reader } from './judge.js';
import { KNOWN_FORMS, type KnownForm } from '../functions/knownForms.js';
import { plainName } from '../latex/parse/words.js';
import { printLatex } from '../latex/print.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import { stockFor } from './repair.js';

/** What goes by its name, such as precision or the state of a cell, and is defined otherwise: the edit that makes it right. */
export function knownForm({ names, book }: Reader, left: Expr, body: Expr): Edit | null {
  const name = compact(left);
  const rows = KNOWN_FORMS.filter((row) => row.left.test(name));
  if (rows.length === 0 || !isReadable(body, names)) return null;
  const own = atomsOf(body, names);
  // What is as it should be by one row is not held against another.
  if (rows.some((row) => isForm(row, body, names))) return null;
  const near = rows.filter(({ roles }) => {
    const taken = own.map((atom) => roleOf(atom, roles));
    return taken.every((role) => role !== null) && new Set(taken).size === taken.length;
  });
  if (near.length === 0) return null;
  const around = [...book.variables.values(), ...book.functions.values()].map((one) => one.body);
  const edits = [...forgotten(body, names), ...editsOf(body, stockFor(names, [body], around))];
  // A name more makes it something else: `-\log p` beside y is no cross-entropy that lacks it.
  const fits = ({ roles }: KnownForm, result: Expr): boolean =>
    'step' in roles || atomsOf(result, names).length <= own.length;
  return (
    edits.find(
      ({ cost, result }) =>
        cost <= DEAREST && near.some((row) => fits(row, result) && isForm(row, result, names)),
    ) ?? null
  );
}

/** Roots, and powers such as that of `1 - \beta^t`, that a name may lack. */
function forgotten(body: Expr, names: Names): Edit[] {
  const edits: Edit[] = [];
  const exponent = (node: Expr): Expr => ({
    kind: 'sym',
    base: 't',
    accents: [],
    font: 'plain',
    span: node.span,
  });
  const add = (node: Expr, change: Expr): void => {
    const result = replaceNode(body, node, change);
    edits.push({ code: 'fix.power', cost: 2, node, change, result });
  };
  const visit = (node: Expr): void => {
    const { span } = node;
    const atom = isAtom(node, names);
    if (atom || node.kind === 'add') {
      const fn: Expr = { kind: 'sym', base: 'sqrt', accents: [], font: 'upright', span };
      add(node, { kind: 'call', fn, args: [node], certain: true, span });
    }
    if (atom) add(node, { kind: 'pow', base: node, exponent: exponent(node), span });
    else for (const child of partsOf(node)) visit(child);
  };
  visit(body);
  return edits;
}

const DEAREST = 3.6;

/** Where forms are compared: probabilities, and apart from each other. */
const POINTS = [0.31, 0.47, 0.59, 0.23, 0.67, 0.41, 0.53, 0.29, 0.37, 0.43, 0.61];
const ROUNDS = 4;

/** Has it the values of a known form wherever it is tried? */
function isForm({ roles, forms, scaled }: KnownForm, body: Expr, names: Names): boolean {
  const atoms = atomsOf(body, names);
  const taken = atoms.map((atom) => roleOf(atom, roles));
  if (taken.some((role) => role === null) || new Set(taken).size < taken.length) return false;
  return forms.some((form) => {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // How many there are is a factor like another.
      const value = (role: string, k: number): number =>
        role === 'n' && scaled ? 5 : (POINTS[(k + 3 * round) % POINTS.length] ?? 1) + round / 20;
      const given: Readonly<Record<string, number>> = Object.fromEntries(
        taken.map((role, k) => [String(role), value(String(role), k)] as const),
      );
      const [mine, known] = [
        valueOf(body, names, (atom) => given[roleOf(atom, roles) ?? '']),
        form(given),
      ];
      ratios.push(mine / known);
    }
    const [first = Number.NaN] = ratios;
    return ratios.every(
      (ratio) => Math.abs(ratio - (scaled ? first : 1)) < CLOSE * Math.abs(ratio),
    );
  });
}

const CLOSE = 1e-9;

function roleOf(atom: string, roles: KnownForm['roles']): string | null {
  return Object.entries(roles).find(([, can]) => can.test(atom))?.[0] ?? null;
}

/** `\hat{m}_{t - 1}` as `\hatm_t-1`: without what only sets it. */
function compact(node: Expr): string {
  return printLatex(node)
    .replace(/\\(mathbf|boldsymbol|bm|mathrm|text|operatorname|mathit|left|right|,)/g, '')
    .replace(/[\s{}]/g, '');
}

function atomsOf(body: Expr, names: Names): string[] {
  const found = new Set<string>();
  const visit = (node: Expr): void => {
    if (isAtom(node, names)) found.add(compact(node));
    else for (const child of partsOf(node)) visit(child);
  };
  visit(body);
  return [...found];
}

function isAtom(node: Expr, names: Names): boolean {
  if (node.kind === 'sym' && (node.base === '\\pi' || node.base === 'e')) return false;
  if (node.kind === 'nabla' || node.kind === 'deriv') return true;
  if (node.kind === 'call') return functionOf(node.fn) === null;
  return names.naming.readName(node) !== null;
}

/** What the value of a node is made of; the range of a sum is no part of it. */
function partsOf(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case 'call':
      return node.args;
    case 'big':
      return [node.body];
    case 'add':
      return [node.left, node.right];
    case 'mul':
      return node.factors;
    case 'div':
      return [node.top, node.bottom];
    case 'pow':
      return [node.base, node.exponent];
    case 'neg':
    case 'transpose':
      return [node.target];
    case 'tuple':
      return node.items;
    default:
      return [];
  }
}

/** Is it all made of what has a value here? */
function isReadable(node: Expr, names: Names): boolean {
  if (isAtom(node, names)) return true;
  if (node.kind === 'call' && functionOf(node.fn) === null) return false;
  if (node.kind === 'big' && node.op !== 'sum') return false;
  const parts = partsOf(node);
  const known = parts.length > 0 || node.kind === 'num' || node.kind === 'sym';
  return known && parts.every((part) => isReadable(part, names));
}

/** Stands for every sum: what is added up is compared. */
const SUM = 3.7;

type Valued = (atom: string) => number | undefined;

/** The value of a formula of numbers; not a number where there is anything else in it. */
function valueOf(node: Expr, names: Names, valued: Valued): number {
  if (isAtom(node, names)) return valued(compact(node)) ?? Number.NaN;
  const value = (inner: Expr): number => valueOf(inner, names, valued);
  switch (node.kind) {
    case 'num':
      return Number(node.text);
    case 'sym':
      return node.base === '\\pi' ? Math.PI : Math.E;
    case 'neg':
      return -value(node.target);
    case 'transpose':
      return value(node.target);
    case 'add':
      return node.op === '+'
        ? value(node.left) + value(node.right)
        : value(node.left) - value(node.right);
    case 'mul':
      return node.factors.reduce((product, factor) => product * value(factor), 1);
    case 'div':
      return value(node.top) / value(node.bottom);
    case 'pow':
      return value(node.base) ** value(node.exponent);
    case 'tuple':
      return node.items.length === 1 && node.items[0] ? value(node.items[0]) : Number.NaN;
    case 'big':
      return node.op === 'sum' ? SUM ** node.bounds.length * value(node.body) : Number.NaN;
    case 'call': {
      const [arg] = node.args;
      const known = functionOf(node.fn);
      return known && arg && node.args.length === 1 ? known(value(arg)) : Number.NaN;
    }
    default:
      return Number.NaN;
  }
}

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  log: Math.log,
  ln: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  floor: (x) => x,
};

function functionOf(fn: Expr): ((x: number) => number) | null {
  const head = fn.kind === 'sub' ? fn.target : fn;
  if (head.kind !== 'sym') return null;
  return FUNCTIONS[plainName(head.base.replace(/^\\/, ''))] ?? null;
}
