import { baseKey } from '../claim/key.js';
import { isNumeric } from '../claim/literal.js';
import type { Pair } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import { some } from '../expression/walk.js';
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

/** What is differentiated under a loss's name is a number. */
export function lossPairs(
  statements: readonly Placed[],
  definitions: readonly Definition[],
): Pair[] {
  const found = new Map<string, Pair>();
  for (const item of statements.flatMap((placed) => placed.statement.items))
    if (item)
      some(item, (node) => {
        const top = node.kind === 'deriv' ? node.top : null;
        if (top?.kind !== 'sym') return false;
        const key = baseKey(top);
        if (isLossName(key) && definitions.some((one) => one.key === key && !one.args))
          found.set(key, [top, { kind: 'norm', target: top, p: '', span: top.span }]);
        return false;
      });
  return [...found.values()];
}
