import { numberAt } from '../expression/numberAt.js';
import type { Expr } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { GraphTooLarge } from '../evaluate/graph.js';
import { Unreadable } from '../interpret/problem.js';
import { timesFirst, type Edit } from './edits/edit.js';
import type { Reader } from './judge.js';
import type { Session } from './session.js';
import { differences, MOST_ENTRIES, roots, type Values } from './solve.js';

/** Factors that people leave out: small numbers and parts of them. */
const LARGEST = 100;
const PARTS: readonly number[] = [1, 2, 3, 4, 6, 8];

/** A side has seldom more terms that may each lack a factor. */
const MOST_TERMS = 8;

/** Likelier than a factor that must be taken from elsewhere. */
const COST = 3.05;

/** What single terms and entries of one side lack: a number as a factor, with which both sides agree where they were computed. */
export function solvedFactors(reader: Reader, fixed: Expr, side: Expr): Edit[] {
  const start = differences(reader, fixed, side);
  // One equation alone can be solved for any factor.
  if (!start || start.length < 2) return [];
  return termsOf(side)
    .slice(0, MOST_TERMS)
    .flatMap((term) => {
      const doubled = replaceNode(side, term, timesFirst(numberAt('2', term), term));
      const moved = differences(reader, fixed, doubled);
      if (moved?.length !== start.length) return [];
      return roots(start, moved, 1).flatMap((root): Edit[] => {
        const factor = factorOf(root, term);
        if (!factor) return [];
        const change = timesFirst(factor, term);
        const result = replaceNode(side, term, change);
        return [{ code: 'fix.factor', cost: COST, node: term, change, result, bold: true }];
      });
    });
}

/**
 * What single terms of one side lack: a name as a factor or a divisor, which has the value that each entry lacks wherever
 * both sides were computed.
 */
export function solvedNames(
  reader: Reader,
  fixed: Expr,
  side: Expr,
  names: readonly Expr[],
): Edit[] {
  const session = reader.session(false, false);
  const numbers = names.filter((name) => session.extents(name)?.axes.length === 0);
  if (numbers.length === 0) return [];
  const terms = termsOf(side).slice(0, MOST_TERMS);
  const doubled = terms.map((term) =>
    replaceNode(side, term, timesFirst(numberAt('2', term), term)),
  );
  const [first, ...others] = valuesTogether(session, [
    [fixed, side],
    ...doubled.map((other) => [side, other] as const),
    ...numbers.map((name) => [name, name] as const),
  ]);
  if (!first) return [];
  return terms.flatMap((term, at) => {
    const lacked = first.map((apart, point) => lackedBy(apart, others[at]?.[point] ?? []));
    return numbers.flatMap((name, k): Edit[] => {
      const worth = (others[terms.length + k] ?? []).map(([value]) => value?.[0] ?? NaN);
      const change = isSame(lacked, worth)
        ? timesName(name, term)
        : isSame(
              lacked,
              worth.map((value) => 1 / value),
            )
          ? overName(name, term)
          : null;
      if (!change) return [];
      const result = replaceNode(side, term, change);
      return [{ code: 'fix.factor', cost: COST, node: term, change, result, bold: true }];
    });
  });
}

/** Both sides of each equality entry by entry, at a few points of one assignment of sizes; nothing where one has no meaning. */
function valuesTogether(
  session: Session,
  equalities: readonly (readonly [Expr, Expr])[],
): readonly (readonly Values[])[] {
  try {
    const [stage] = session.evaluateTogether(equalities);
    if (!stage) return [];
    const points = SOLVED_AT.map((point) => stage.start(point));
    return stage.sides.map((pairs) =>
      points.map((at) => pairs.slice(0, MOST_ENTRIES).map(([a, b]) => [at(a), at(b)] as const)),
    );
  } catch (error) {
    if (error instanceof Unreadable || error instanceof GraphTooLarge) return [];
    throw error;
  }
}

const SOLVED_AT = [0, 1, 2];

/** By what a term is to be multiplied at one point, the same for all entries; NaN where nothing does. */
function lackedBy(apart: Values, doubled: Values): number {
  let found = NaN;
  for (const [k, [left, right]] of apart.entries()) {
    const term = (doubled[k]?.[1] ?? NaN) - right;
    const here = 1 + (left - right) / term;
    if (!Number.isFinite(here)) return NaN;
    if (k > 0 && Math.abs(here - found) > CLOSE * Math.abs(found)) return NaN;
    found = here;
  }
  return found;
}

function isSame(lacked: readonly number[], worth: readonly number[]): boolean {
  return lacked.every((value, point) => {
    const other = worth[point] ?? NaN;
    return Math.abs(value - other) <= CLOSE * Math.abs(value);
  });
}

const CLOSE = 1e-7;

function timesName(name: Expr, term: Expr): Expr {
  return term.kind === 'div'
    ? { ...term, top: isOne(term.top) ? name : timesFirst(name, term.top) }
    : timesFirst(name, term);
}

function overName(name: Expr, term: Expr): Expr {
  if (term.kind === 'div') return { ...term, bottom: timesFirst(name, term.bottom) };
  const over: Expr = { kind: 'div', top: numberAt('1', term), bottom: name, span: term.span };
  return timesFirst(over, term);
}

function isOne(node: Expr): boolean {
  return node.kind === 'num' && node.text === '1';
}

/** The side itself, its terms, the entries of its arrays and theirs. */
function termsOf(node: Expr): Expr[] {
  switch (node.kind) {
    case 'add':
      return [...termsOf(node.left), ...termsOf(node.right)];
    case 'neg':
      return termsOf(node.target);
    case 'matrix':
      return node.rows.flat().flatMap(termsOf);
    case 'tuple':
      return node.items.flatMap(termsOf);
    default:
      return [node];
  }
}

/** The number as it would be written; null for what nobody leaves out. */
function factorOf(value: number, at: Expr): Expr | null {
  if (Math.abs(value - 1) < 1e-9 || !(value > 0)) return null;
  for (const bottom of PARTS) {
    const top = Math.round(value * bottom);
    if (top === 0 || top > LARGEST || Math.abs(value * bottom - top) > 1e-7 * top) continue;
    const whole = numberAt(String(top), at);
    if (bottom === 1) return whole;
    return { kind: 'div', top: whole, bottom: numberAt(String(bottom), at), span: at.span };
  }
  return null;
}
