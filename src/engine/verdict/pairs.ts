import { baseKey, headOf } from '../claim/key.js';
import { isNumeric } from '../claim/literal.js';
import type { Names, Pair } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import type { Big, Expr } from '../expression/node.js';
import { some, walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import { isLossName } from '../interpret/loss.js';

/** The sides of every equality but those with numbers: what must go together. */
export function pairsOf(statements: readonly Placed[]): Pair[] {
  return statements.flatMap((placed) => {
    const { items, relations } = placed.statement;
    return relations.flatMap((relation, k) => {
      const [left, right] = [items[k], items[k + 1]];
      return relation.sign === '=' && left && right && !isNumeric(right)
        ? [[left, right] as Pair]
        : [];
    });
  });
}

/** What shapes are inferred from. */
export function shapePairs(
  pairs: readonly Pair[],
  statements: readonly Placed[],
  definitions: readonly Definition[],
  names: Names,
): Pair[] {
  const told = pairs.filter((pair) => !isOfAnySample(pair, definitions, names));
  return [...told, ...lossPairs(statements, definitions), ...conditionPairs(statements)];
}

/** `\sum_{i: y_i f(x_i) < 1}`: what is less than something is a number. */
function conditionPairs(statements: readonly Placed[]): Pair[] {
  return sumsIn(statements).flatMap(({ bounds }) =>
    bounds.flatMap(({ condition }) => {
      const [left] = condition?.kind === 'rel' ? condition.items : [];
      const compared =
        condition?.kind === 'rel' && condition.signs.every((sign) => /^[<>]/.test(sign));
      return left && compared && left.kind !== 'sym' ? [isNumber(left)] : [];
    }),
  );
}

/** What fits if it is a number, and else does not. */
function isNumber(node: Expr): Pair {
  return [node, { kind: 'norm', target: node, p: '', span: node.span }];
}

/** `f(x) = w^\top x + b` where the text has samples `x_i`: its x is one of them, and not all. */
function isOfAnySample(
  [, right]: Pair,
  definitions: readonly Definition[],
  { declarations }: Names,
): boolean {
  const own = definitions.find(({ body }) => body === right);
  return own?.args?.some((arg) => declarations.get(arg)?.sizes?.[0] === null) ?? false;
}

/** What is differentiated under a loss's name is a number. */
function lossPairs(statements: readonly Placed[], definitions: readonly Definition[]): Pair[] {
  const found = new Map<string, Pair>();
  for (const item of statements.flatMap((placed) => placed.statement.items))
    if (item)
      some(item, (node) => {
        const top = node.kind === 'deriv' ? node.top : null;
        if (top?.kind !== 'sym') return false;
        const key = baseKey(top);
        if (isLossName(key) && definitions.some((one) => one.key === key && !one.args))
          found.set(key, isNumber(top));
        return false;
      });
  return [...found.values()];
}

/** Their sums and whatever else counts, integrates or collects. */
export function sumsIn(statements: readonly Placed[]): Big[] {
  const sums: Big[] = [];
  for (const item of statements.flatMap((placed) => placed.statement.items)) {
    if (item)
      walk(item, (node) => {
        if (node.kind === 'big') sums.push(node);
      });
  }
  return sums;
}

/** Names of which there is an entry 0: `k_0`. */
export function firstsIn(statements: readonly Placed[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const item of statements.flatMap((placed) => placed.statement.items))
    if (item)
      walk(item, (node) => {
        const [index] = node.kind === 'sub' ? node.indices : [];
        const head = node.kind === 'sub' ? headOf(node) : null;
        if (head && index?.kind === 'num' && Number(index.text) === 0) found.add(baseKey(head));
      });
  return found;
}
