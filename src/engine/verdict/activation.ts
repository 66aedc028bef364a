import { baseKey } from '../claim/key.js';
import { keysIn } from '../claim/reading.js';
import { isLogarithm } from '../expression/forms.js';
import type { Expr } from '../expression/node.js';
import { children, some, walk } from '../expression/walk.js';
import { isLossName } from '../interpret/loss.js';
import { isLastLetter, LAST_LAYER } from '../interpret/indices.js';
import { isFunctionWord } from '../functions/known.js';
import type { Reader } from './judge.js';

type Sides = readonly [Expr, Expr];

/** Do both sides speak of it, outright or through the layers that it is in? */
export function bothUse(reader: Reader, sides: Sides, name: string): boolean {
  return sides.every((side) => {
    const keys = keysIn(side, reader.names.naming);
    const written = keys.has(name) || keys.has(`${name}'`) || keys.has(`${name}''`);
    return written || isMadeWith(reader, side, name);
  });
}

/** The activation of the layers that a claim speaks of, where the document leaves open which function it is. */
export function openActivation(reader: Reader, sides: Sides): string | null {
  if (!sides.some((side) => isLayered(reader, side))) return null;
  const { meaning } = reader.session(false, false);
  const open = (key: string): boolean =>
    meaning.isFunction(key) &&
    meaning.known(key) === null &&
    !isFunctionWord(key) &&
    !isLossName(key) &&
    !reader.book.functions.has(key) &&
    !reader.book.variables.has(key);
  const found = sides.flatMap((side) => [...keysBehind(reader, side)]).find(open);
  return found?.replace(/'+$/, '') ?? null;
}

/**
 * Is it said of the last layer, under a loss with logarithms, and nothing says what that layer's activation is? It may be
 * softmax, whatever the others have.
 */
export function hasOpenOutput(reader: Reader, sides: Sides): boolean {
  const { variables } = reader.book;
  if ([...variables.keys()].some((key) => key.endsWith(`<${String(LAST_LAYER)}>`))) return false;
  const logarithmic = [...variables.values()].some(
    ({ key, body }) => isLossName(key) && some(body, isLogarithm),
  );
  return logarithmic && sides.some((side) => speaksOfLast(reader, side));
}

function speaksOfLast({ names: { naming } }: Reader, side: Expr): boolean {
  return some(side, (node) => {
    const [member] = naming.readName(node)?.family ?? [];
    return member?.kind === 'sym' && isLastLetter(member.base);
  });
}

/** Made of layers that the function is in, with nothing like `a (1 - a)` that only holds of one function. */
function isMadeWith(reader: Reader, side: Expr, name: string): boolean {
  if (!isLayered(reader, side) || isFromNumber(side, reader)) return false;
  // The last layer may be linear.
  if (isNotAlone(reader, side) && speaksOfLast(reader, side)) return false;
  return keysBehind(reader, side).has(name);
}

/** Is it more than one name? */
function isNotAlone({ names: { naming } }: Reader, side: Expr): boolean {
  return naming.readName(side) === null;
}

function isLayered({ names: { naming } }: Reader, side: Expr): boolean {
  return some(side, (node) => (naming.readName(node)?.family.length ?? 0) > 0);
}

/** All names of an expression and of the definitions behind them. */
export function keysBehind(reader: Reader, side: Expr): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (node: Expr): void => {
    for (const key of [...keysIn(node, reader.names.naming), ...lossesOf(reader, node)]) {
      if (seen.has(key)) continue;
      seen.add(key);
      const definition = reader.book.variables.get(key) ?? reader.book.functions.get(key);
      if (definition) visit(definition.body);
    }
  };
  visit(side);
  return seen;
}

/** The L of `\bar{a}_t`, which stands for its derivative by `a_t`. */
function lossesOf({ names: { shorthand } }: Reader, node: Expr): readonly string[] {
  if (shorthand.adjoints.size === 0) return [];
  const found: string[] = [];
  walk(node, (inner) => {
    const slope = shorthand.writtenOut(inner);
    if (slope?.kind === 'deriv' && slope.top?.kind === 'sym') found.push(baseKey(slope.top));
  });
  return found;
}

/** Is there `1 - a` in it, but for what stands over or below a name? */
function isFromNumber(node: Expr, reader: Reader): boolean {
  if (reader.names.naming.readName(node)) return false;
  if (node.kind === 'add' && [node.left, node.right].some(({ kind }) => kind === 'num'))
    return true;
  return children(node).some((child) => isFromNumber(child, reader));
}
