import type { Expr } from '../expression/node.js';
import { walk } from '../expression/walk.js';
import { isDensityName } from '../interpret/abstract.js';
import { isLossName } from '../interpret/loss.js';
import { printLatex } from '../latex/print.js';
import { bothUse } from './activation.js';
import type { Reader } from './judge.js';
import type { Outcome } from './outcome.js';

/**
 * A function that the document leaves open and that only one side speaks of; of a density, where the sides do not
 * speak of it at the same places: what `p(z \mid x)` has to do with `p(x, z)` its values do not show.
 */
export function oneSidedFunction(
  reader: Reader,
  sides: readonly [Expr, Expr],
  { assumptions, onlyLeft, onlyRight }: Outcome & { readonly kind: 'different' },
): string | null {
  const names = assumptions.flatMap(({ code, args }) =>
    code === 'reading.abstract' ? (args['name'] ?? []) : [],
  );
  const isShared = (name: string): boolean => {
    // `\sum_t \bar a_t h_t^\top`, where `\bar a_t` is the derivative of a loss that is left open.
    const behind = isLossName(name) && ![...onlyLeft, ...onlyRight].some(isWeightOf(name));
    if (!isDensityName(name)) return behind || bothUse(reader, sides, name);
    const [left, right] = sides.map((side) => callsOf(reader, side, name));
    return left !== '' && left === right;
  };
  return names.find((name) => !isShared(name)) ?? null;
}

/** The density of an array that only one side speaks of, and that nothing defines: no array, whatever shape it was read with. */
export function oneSidedDensity(reader: Reader, sides: readonly [Expr, Expr]): string | null {
  const { naming } = reader.names;
  let found: string | null = null;
  for (const side of sides)
    walk(side, (node) => {
      const key = node.kind === 'call' ? naming.readName(node.fn)?.key : undefined;
      if (key === undefined || !isDensityName(key) || reader.book.functions.has(key)) return;
      if (!bothUse(reader, sides, key)) found ??= key;
    });
  return found;
}

/** Where a function is called, as it is written. */
function callsOf({ names: { naming } }: Reader, side: Expr, name: string): string {
  const calls = new Set<string>();
  walk(side, (node) => {
    if (node.kind === 'call' && naming.readName(node.fn)?.key === name) calls.add(printLatex(node));
  });
  return [...calls].sort().join(';');
}

function isWeightOf(name: string): (symbol: string) => boolean {
  return (symbol) => symbol.startsWith(`weight ${name} `);
}
