import { decimalsOf } from '../claim/literal.js';
import type { Expr, Num } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import { GraphTooLarge } from '../evaluate/graph.js';
import { Unreadable } from '../interpret/problem.js';
import { aligned } from './compare.js';
import type { Edit } from './edits/edit.js';
import type { Reader } from './judge.js';
import { isSlipOfPen, numberText, signed } from './numberText.js';

/** Both sides entry by entry, at a few points. */
export type Values = readonly (readonly [number, number])[];

/** What the sides are worth; null where they have no meaning, or shapes that do not fit. */
export function valuesOf(reader: Reader, left: Expr, right: Expr): Values | null {
  const numeric = reader.hasValues(left) && reader.hasValues(right);
  try {
    const [all] = reader.session(numeric, false).evaluate(left, right, []);
    if (!all) return null;
    const out: [number, number][] = [];
    for (const pair of all.pairs.slice(0, MOST_PAIRS)) {
      const entries = aligned(pair, all);
      if (!entries) return null;
      for (let point = 0; point < (numeric ? 1 : 2); point++)
        entries.left.slice(0, MOST_ENTRIES).forEach((id, k) => {
          out.push([all.runner.at(id, point), all.runner.at(entries.right[k] ?? id, point)]);
        });
    }
    return out;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof GraphTooLarge) return null;
    throw error;
  }
}

const MOST_PAIRS = 3;
/** Entries that are looked at to find what a side lacks. */
export const MOST_ENTRIES = 16;

/** Numbers that are tried in the place of others. */
const MOST_NUMBERS = 16;

/** As likely as another digit. */
const COST = 2.6;

/** Single numbers of one side with the values that would make both sides agree where they were computed. */
export function solvedNumbers(reader: Reader, fixed: Expr, side: Expr): Edit[] {
  const start = differences(reader, fixed, side);
  if (!start) return [];
  const plain = start.length === 1;
  return numbersIn(side).flatMap((node) => {
    const old = Number(node.text);
    const moved = differences(reader, fixed, replaceNode(side, node, withText(node, old + 1)));
    if (moved?.length !== start.length) return [];
    return roots(start, moved, old).flatMap((root): Edit[] => {
      const text = numberText(root, decimalsOf(node)?.[0] ?? 0);
      if (text === null || Number(text) === old) return [];
      // One equation alone can be solved for any number.
      if (plain && !isSlipOfPen(node.text, text)) return [];
      const change = signed(Number(text), text, node.span);
      return [
        { code: 'fix.number', cost: COST, node, change, result: replaceNode(side, node, change) },
      ];
    });
  });
}

function withText(node: Num, value: number): Expr {
  return { ...node, text: String(value) };
}

function numbersIn(side: Expr): Num[] {
  const out: Num[] = [];
  const ranges = new Set<Expr>();
  walk(side, (node) => {
    if (node.kind === 'big')
      for (const { from, to, index } of node.bounds)
        for (const part of [from, to, index]) if (part) walk(part, (inner) => ranges.add(inner));
    if (node.kind === 'sub') for (const index of node.indices) ranges.add(index);
    if (node.kind === 'num' && !ranges.has(node)) out.push(node);
  });
  return out.slice(0, MOST_NUMBERS);
}

/** How far the sides are apart, entry by entry; null where they have no values. */
export function differences(reader: Reader, fixed: Expr, side: Expr): number[] | null {
  const values = valuesOf(reader, fixed, side);
  if (!values || values.length === 0) return null;
  const out = values.map(([x, y]) => y - x);
  return out.every(Number.isFinite) ? out : null;
}

/** Where the differences vanish, were they linear in the number, or in one over it. */
export function roots(start: readonly number[], moved: readonly number[], old: number): number[] {
  const found: number[] = [];
  const through = (from: number, to: number): number | null => {
    let root: number | null = null;
    for (const [k, d] of start.entries()) {
      const slope = (moved[k] ?? d) - d;
      if (Math.abs(slope) < 1e-12 * Math.max(1, Math.abs(d))) {
        if (Math.abs(d) > 1e-9) return null;
        continue;
      }
      const here = from - (d * (to - from)) / slope;
      if (root !== null && Math.abs(here - root) > 1e-6 * Math.max(1, Math.abs(root))) return null;
      root ??= here;
    }
    return root;
  };
  const straight = through(old, old + 1);
  if (straight !== null) found.push(straight);
  if (old !== 0) {
    const inverse = through(1 / old, 1 / (old + 1));
    if (inverse !== null && inverse !== 0) found.push(1 / inverse);
  }
  return found;
}
