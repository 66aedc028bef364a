import type { Chance } from '../document/sentence/chances.js';
import { isLaw } from '../expression/forms.js';
import { isUpper, letterOf } from '../expression/letter.js';
import { hasMoment, momentOf } from '../expression/moment.js';
import type { Expr } from '../expression/node.js';
import { children, walk } from '../expression/walk.js';
import { distribution } from '../functions/distributions.js';
import type { RandomName, Randomness, Stated, StatedLaw } from '../interpret/context.js';
import { parseFormula } from '../latex/statement.js';
import { plainName } from '../latex/parse/words.js';
import { printLatex } from '../latex/print.js';
import { labelText } from './key.js';
import type { MacroTable } from '../latex/macros.js';
import type { Naming } from './naming.js';
import { keysIn } from './reading.js';
import type { Placed } from './zone.js';

/** Which names of a zone are random, and what the zone says of their moments and laws. */
export function randomnessOf(
  statements: readonly Placed[],
  chances: readonly Chance[],
  naming: Naming,
  macros: MacroTable,
): Randomness {
  const said = new Set(chances.map((chance) => chance.kind));
  const roots = statements.flatMap(({ statement }) =>
    statement.items.filter((item) => item !== null),
  );
  // p of `p = \mathcal{N}(0, 1)` is drawn from, and not drawn.
  const distributions = lawsByName(statements, naming);
  const names = new Set(
    [...randomNames(statements, naming)].filter((key) => !distributions.has(key)),
  );
  const usual = {
    mean:
      said.has('zero-mean') || said.has('symmetric')
        ? number('0')
        : saidFormula(chances, 'mean', macros),
    variance: said.has('unit-variance') ? number('1') : saidFormula(chances, 'variance', macros),
  };
  const stated = statedMoments(statements, names, naming);
  const laws = statedLaws(statements, naming);
  for (const [key, law] of drawnFrom(distributions, roots, naming))
    if (!laws.has(key)) laws.set(key, law);
  const known = new Map<string, RandomName>();
  for (const key of names) {
    const law = laws.get(key) ?? null;
    const own = stated.get(key);
    const mean =
      own?.mean ??
      (usual.mean ? { indices: [], body: usual.mean } : labelled('\\mu', key, statements, naming));
    const variance =
      own?.variance ??
      (usual.variance && !ESTIMATE.test(key) ? { indices: [], body: usual.variance } : null);
    known.set(key, { mean, variance, law });
  }
  return {
    names: known,
    independentFrom: firstIndependence(statements, chances),
    symmetric: said.has('symmetric'),
    laws: distributionsNamed(roots, known),
  };
}

/** Made of data: it varies less than each of them, as the text computes. */
const ESTIMATE = /^\\(hat|widehat|bar|overline)\{/;

/** `\mu_X` is the mean of X, where the zone has such a name and does not say what it is. */
function labelled(
  letter: string,
  key: string,
  statements: readonly Placed[],
  naming: Naming,
): Stated | null {
  const name = `${letter}_{${key}}`;
  const isIt = (node: Expr): boolean => naming.readName(node)?.key === name;
  const items = statements.flatMap(({ statement }) =>
    statement.items.filter((item) => item !== null),
  );
  const firsts = statements.flatMap(({ statement }) => statement.items[0] ?? []);
  if (firsts.some(isIt)) return null;
  const found: Expr[] = [];
  for (const item of items)
    walk(item, (node) => {
      if (isIt(node)) found.push(node);
    });
  const [body] = found;
  return body ? { indices: [], body } : null;
}

/** The names that take part in what is random: of these it is known what they are. */
export function groundedBy({ names }: Randomness, naming: Naming): Set<string> {
  const out = new Set(names.keys());
  for (const { mean, variance, law } of names.values())
    for (const body of [mean?.body, variance?.body, ...(law?.args ?? [])])
      if (body) for (const key of keysIn(body, naming)) out.add(key);
  return out;
}

/** In a document of several parts it counts from the beginning: their places cannot be compared. */
function firstIndependence(statements: readonly Placed[], chances: readonly Chance[]): number {
  const said = chances.filter(({ kind }) => kind === 'independent').map(({ place }) => place);
  if (said.length === 0) return Number.POSITIVE_INFINITY;
  const parts = new Set(
    [...said, ...statements.map(({ block }) => block.place)].map(({ part }) => part),
  );
  return parts.size > 1 ? 0 : Math.min(...said.map(({ start }) => start));
}

function number(text: string): Expr {
  return { kind: 'num', text, span: { start: 0, end: 0 } };
}

function saidFormula(
  chances: readonly Chance[],
  kind: 'mean' | 'variance',
  macros: MacroTable,
): Expr | null {
  const all = new Set(chances.filter((chance) => chance.kind === kind).map(({ latex }) => latex));
  const [latex] = all;
  if (all.size !== 1 || latex === undefined) return null;
  const [statement] = parseFormula(latex, 0, macros);
  const item = statement?.relations.length === 0 ? statement.items[0] : null;
  return item && isSimple(item) ? item : null;
}

/**
 * A name is random when a moment of it alone is taken, when it is drawn from something, and when it stands under
 * expectations but never outside of them. Constants have the letters that constants have.
 */
function randomNames(statements: readonly Placed[], naming: Naming): Set<string> {
  const direct = new Set<string>();
  const inside = new Set<string>();
  const outside = new Set<string>();
  const indexed = new Set<string>();
  const visit = (node: Expr, under: boolean): void => {
    if (node.kind === 'call' && momentOf(node)) {
      for (const name of [...node.args, ...(node.over ?? []).flatMap(drawn)])
        for (const key of directKeys(name, naming)) direct.add(key);
      for (const arg of node.args) visit(arg, true);
      return;
    }
    const use = naming.readName(node);
    if (use && under && use.indices.length > 0) indexed.add(use.key);
    if (use) (under ? inside : outside).add(use.key);
    else for (const child of children(node)) visit(child, under);
  };
  for (const { statement } of statements) {
    const { relations, items } = statement;
    // `$q$`, `q \in \mathbb{R}^d`: a name is mentioned, nothing is computed with it.
    if (relations.every(({ sign }) => sign === 'in')) continue;
    for (const item of items) if (item) visit(item, false);
  }
  for (const { statement } of statements)
    if (statement.relations[0]?.sign === 'sim' && statement.items[0])
      for (const name of drawn(statement.items[0]))
        for (const key of directKeys(name, naming)) direct.add(key);
  const supposed = [...inside].filter(
    (key) => !outside.has(key) && (!isConstantLetter(key) || isSample(key, indexed)),
  );
  const names = new Set([...direct, ...supposed]);
  for (const key of [...names])
    for (const source of sourcesOf(key, statements, names, naming)) names.add(source);
  return names;
}

/** What varies in a name that is defined: nothing more where its definition has random names already. */
function sourcesOf(
  key: string,
  statements: readonly Placed[],
  names: ReadonlySet<string>,
  naming: Naming,
): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string, depth: number): void => {
    for (const { statement } of statements) {
      const [left, right] = statement.items;
      if (!left || !right || statement.relations[0]?.sign !== '=' || depth > MAX_DEPTH) continue;
      const head = left.kind === 'pow' ? left.base : left;
      if (naming.readName(head)?.key !== name || hasMoment(right)) continue;
      for (const inner of keysIn(right, naming)) {
        if (found.has(inner) || inner === name) continue;
        found.add(inner);
        visit(inner, depth + 1);
      }
    }
  };
  visit(key, 0);
  if ([...found].some((inner) => names.has(inner))) return [];
  return [...found].filter((inner) => !isConstantLetter(inner));
}

/** Definitions of definitions of definitions. */
const MAX_DEPTH = 3;

/** `x` of `x \sim p`, both of `(x, y) \sim D`. */
function drawn(node: Expr): readonly Expr[] {
  if (node.kind === 'rel') return node.items[0] ? drawn(node.items[0]) : [];
  return node.kind === 'tuple' ? node.items : [node];
}

/** The name that a moment is taken of: `X`, `X^2`, `x_i`, `x x^\top`. */
function directKeys(node: Expr, naming: Naming): string[] {
  const use = naming.readName(node);
  if (use) return [use.key];
  if (node.kind === 'pow') return directKeys(node.base, naming);
  if (node.kind === 'transpose') return directKeys(node.target, naming);
  if (node.kind !== 'mul') return [];
  const keys = node.factors
    .filter((factor) => factor.kind !== 'num')
    .map((factor) => directKeys(factor, naming));
  // In `(m / q) h` either may be what varies.
  const [[key] = []] = keys;
  return key !== undefined && keys.every(([other]) => other === key) ? [key] : [];
}

/** `k_i`, `g_b`: one of many, whatever the letter is. */
function isSample(key: string, indexed: ReadonlySet<string>): boolean {
  return indexed.has(key) && /^[e-z]/.test(key);
}

function isConstantLetter(key: string): boolean {
  const letter = letterOf(key);
  if (/^\\(epsilon|varepsilon|xi|zeta|eta|omega)$/.test(letter)) return letter === '\\omega';
  return (letter.startsWith('\\') && !isUpper(key)) || /^[a-dkmnpqrstNKTABW1I]$/.test(letter);
}

/** `E[X] = \mu`, `\operatorname{Var}(x_i) = \sigma^2`: what the zone gives; a name with two means has none. */
function statedMoments(
  statements: readonly Placed[],
  names: ReadonlySet<string>,
  naming: Naming,
): Map<string, { mean?: Stated; variance?: Stated }> {
  const all: { key: string; kind: 'mean' | 'variance'; stated: Stated }[] = [];
  for (const { statement } of statements) {
    const { relations, items } = statement;
    const [left] = items;
    if (!left || !relations.every(({ sign }) => sign === '=')) continue;
    const body = items
      .slice(1)
      .find((item) => item && isSimple(item) && !usesAny(item, names, naming));
    const subject = subjectOf(left, naming);
    if (!body || !subject || !names.has(subject.key)) continue;
    all.push({ ...subject, stated: { indices: subject.indices, body } });
  }
  const found = new Map<string, { mean?: Stated; variance?: Stated }>();
  for (const { key, kind, stated } of all) {
    const said = all.filter((other) => other.key === key && other.kind === kind);
    if (new Set(said.map((other) => printLatex(other.stated.body))).size > 1) continue;
    found.set(key, { ...found.get(key), [kind]: stated });
  }
  return found;
}

/** The name that a moment is of, and which moment it is. */
function subjectOf(
  node: Expr,
  naming: Naming,
): { key: string; kind: 'mean' | 'variance'; indices: string[] } | null {
  if (node.kind !== 'call') return null;
  const moment = momentOf(node);
  const [arg, second] = node.args;
  if (!arg || (second && (moment !== 'covariance' || printLatex(arg) !== printLatex(second))))
    return null;
  const use = naming.readName(arg);
  if (!use || moment === 'correlation') return null;
  const indices = use.indices.map(labelText);
  if (!indices.every((index) => /^[a-z]$/.test(index))) return null;
  return { key: use.key, kind: moment === 'mean' ? 'mean' : 'variance', indices };
}

/** A number, a name, its square, a multiple of the identity: a value that is given, not computed. */
function isSimple(node: Expr): boolean {
  switch (node.kind) {
    case 'num':
    case 'sym':
    case 'mark':
      return true;
    case 'sub':
      return isSimple(node.target);
    case 'neg':
      return isSimple(node.target);
    case 'pow':
      return isSimple(node.base) && node.exponent.kind === 'num';
    case 'mul':
      return (
        node.factors.length === 2 && node.factors.every(isSimple) && /^I/.test(lastLetter(node))
      );
    default:
      return false;
  }
}

function lastLetter(node: Expr & { kind: 'mul' }): string {
  const last = node.factors.at(-1);
  const head = last?.kind === 'sub' ? last.target : last;
  return head?.kind === 'sym' ? head.base : '';
}

function usesAny(node: Expr, names: ReadonlySet<string>, naming: Naming): boolean {
  return [...keysIn(node, naming)].some((key) => names.has(key));
}

/** `X \sim \mathcal{N}(\mu, \sigma^2)`: a row of the table of laws with its parameters. */
function statedLaws(statements: readonly Placed[], naming: Naming): Map<string, StatedLaw> {
  const found = new Map<string, StatedLaw>();
  for (const { statement } of statements) {
    const [left, right] = statement.items;
    if (!left || !right || statement.relations[0]?.sign !== 'sim') continue;
    const call = lawCall(right);
    const row = call ? distribution(call.name) : undefined;
    const use = naming.readName(left);
    if (!call || !use || !row?.arity.includes(call.args.length)) continue;
    const indices = use.indices.map(labelText);
    if (isDoubtful(call.name, call.args)) continue;
    found.set(use.key, { name: call.name, args: call.args, indices });
  }
  return found;
}

/** `p = \mathcal{N}(\mu, \sigma^2)`: distributions with a name. */
function lawsByName(statements: readonly Placed[], naming: Naming): Map<string, StatedLaw> {
  const laws = new Map<string, StatedLaw>();
  for (const { statement } of statements) {
    const [left, right] = statement.items;
    const equal = statement.relations[0]?.sign === '=';
    const use = equal && left && right && isLaw(right) ? naming.readName(left) : null;
    const call = right ? lawCall(right) : null;
    if (!use || !call || isDoubtful(call.name, call.args) || laws.has(use.key)) continue;
    laws.set(use.key, { name: call.name, args: call.args, indices: [] });
  }
  return laws;
}

/** x of `\mathbb{E}_p[(x - \mu)^2]`, where it is drawn from p alone. */
function drawnFrom(
  laws: ReadonlyMap<string, StatedLaw>,
  roots: readonly Expr[],
  naming: Naming,
): ReadonlyMap<string, StatedLaw> {
  const found = new Map<string, StatedLaw>();
  const several = new Set<string>();
  for (const root of laws.size > 0 ? roots : [])
    walk(root, (node) => {
      const [over, ...more] = node.kind === 'call' && momentOf(node) ? (node.over ?? []) : [];
      const law = over && more.length === 0 ? laws.get(naming.readName(over)?.key ?? '') : null;
      if (node.kind !== 'call' || !law) return;
      for (const key of node.args.flatMap((arg) => [...keysIn(arg, naming)])) {
        if (!/^[uvxyz]$/.test(key)) continue;
        if ((found.get(key) ?? law) !== law) several.add(key);
        found.set(key, law);
      }
    });
  for (const key of several) found.delete(key);
  return found;
}

/** `N(100, 15)`: a variance, or a deviation? `Exp(\beta)`: a rate, or a mean? */
function isDoubtful(name: string, args: readonly Expr[]): boolean {
  const last = args.at(-1);
  if (/^exp/.test(name)) return last?.kind === 'sym' && last.base !== '\\lambda';
  const gaussian = /^(n|norm|gauss)/.test(name);
  if (!gaussian || !last) return false;
  if (last.kind === 'sym') return /^(\\sigma|s)$/.test(last.base);
  return last.kind === 'num' && !/^[01]$/.test(last.text);
}

/** `\mathcal{N}(0, 1)`, `U[a, b]`, `\text{Bernoulli}(p)`. */
function lawCall(node: Expr): { name: string; args: readonly Expr[] } | null {
  if (node.kind === 'call' && node.fn.kind === 'sym')
    return { name: lawName(node.fn), args: node.args };
  const [fn, args] = node.kind === 'mul' ? node.factors : [];
  if (node.kind !== 'mul' || node.factors.length !== 2 || fn?.kind !== 'sym' || !args) return null;
  return { name: lawName(fn), args: args.kind === 'tuple' ? args.items : [args] };
}

function lawName({ base }: Expr & { kind: 'sym' }): string {
  return plainName(base.replace(/^\\/, ''));
}

/** How many distributions expectations are taken under, where they name them: `E_p` beside `E_q`. */
function distributionsNamed(
  roots: readonly Expr[],
  names: ReadonlyMap<string, RandomName>,
): number {
  const found = new Set<string>();
  for (const root of roots)
    walk(root, (node) => {
      if (node.kind !== 'call' || !momentOf(node)) return;
      for (const over of node.over ?? []) {
        const law = over.kind === 'rel' ? over.items[1] : over;
        const text = law ? printLatex(law) : '';
        if (over.kind === 'rel' || !names.has(text)) found.add(text);
      }
    });
  return found.size;
}
