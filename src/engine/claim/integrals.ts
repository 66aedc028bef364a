import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import { baseKey } from './key.js';
import type { Naming } from './naming.js';
import { keysIn } from './reading.js';
import type { Placed, Zone } from './zone.js';

/** A zone with `[F(x)]_a^b` written as the integral of the slope of F by the letter of the integrals beside it. */
export function withGains(zone: Zone): Zone {
  let letters: readonly Expr[] = [];
  const statements = zone.statements.map((placed) => {
    const own = lettersIn(placed);
    // A display that goes on begins with a sign.
    if (own.length > 0 || placed.statement.items[0]) letters = own;
    return gained(placed, letters);
  });
  return statements.every((placed, at) => placed === zone.statements[at])
    ? zone
    : { ...zone, statements };
}

/** `u` of `\int u\,dv = uv - \int v\,du`: names that two integrals run along and have inside depend on each other. */
export function tangledName(sides: readonly Expr[], naming: Naming): string | null {
  const found: { readonly letter: string; readonly free: ReadonlySet<string> }[] = [];
  for (const side of sides)
    walk(side, (node) => {
      if (node.kind !== 'big' || node.op !== 'int') return;
      const free = keysIn(node.body, naming);
      for (const { index } of node.bounds) {
        const letter = naming.readName(index)?.key;
        if (letter !== undefined) found.push({ letter, free });
      }
    });
  const pair = found.find(({ letter, free }) =>
    found.some(
      (other) => other.letter !== letter && free.has(other.letter) && other.free.has(letter),
    ),
  );
  return pair?.letter ?? null;
}

function lettersIn({ statement }: Placed): Expr[] {
  const found: Expr[] = [];
  for (const item of statement.items)
    if (item)
      walk(item, (node) => {
        if (node.kind === 'big' && node.op === 'int')
          for (const { index } of node.bounds) found.push(index);
      });
  return found;
}

function gained(placed: Placed, letters: readonly Expr[]): Placed {
  const { statement } = placed;
  const isGain = (node: Expr): boolean => node.kind === 'at' && node.to !== undefined;
  if (!statement.items.some((item) => item && some(item, isGain))) return placed;
  const items = statement.items.map((item) => item && written(item, letters));
  return { ...placed, statement: { ...statement, items } };
}

function written(node: Expr, letters: readonly Expr[]): Expr {
  const inner = mapChildren(node, (child) => written(child, letters));
  if (inner.kind !== 'at' || !inner.to) return inner;
  const { target, condition, to, span } = inner;
  const letter = letters.find((one) => holds(target, one));
  if (!letter) return inner;
  const wrt = [{ name: letter, order: 1 }];
  const body: Expr = { kind: 'deriv', style: 'total', top: target, wrt, span };
  const bounds = [{ index: letter, from: condition, to }];
  const head = { start: span.start, end: span.start };
  return { kind: 'big', op: 'int', bounds, swapped: false, body, head, span };
}

function holds(node: Expr, letter: Expr): boolean {
  return some(
    node,
    (inner) => inner.kind === 'sym' && letter.kind === 'sym' && baseKey(inner) === baseKey(letter),
  );
}
