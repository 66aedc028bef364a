import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import { walk } from '../expression/walk.js';
import { editsOf } from './edits/edits.js';
import type { Equality } from './equality.js';
import { found, type Found } from './found.js';
import type { Judgement, Reader } from './judge.js';
import { stockFor } from './repair.js';
import type { Setting } from './setting.js';

/**
 * `(W^\top \delta) \sigma'(z)` of columns that have no product side by side, in a text that writes `\odot` beside the
 * same names elsewhere: a slip.
 */
export function withSigns(
  setting: Setting,
  reader: Reader,
  claim: Equality,
  judged: Judgement,
): Found {
  if (!isBySide(judged)) return found(judged);
  const { names } = setting;
  const dotted = dottedKeys(setting);
  if (dotted.size === 0) return found(judged);
  const edits = editsOf(claim.right, stockFor(names, [claim.left, claim.right], []));
  for (const edit of edits) {
    const { code, node, change } = edit;
    if (code !== 'fix.product' || !joinsDotted(node, change, dotted, setting)) continue;
    if (!joinsArrays(reader, node, change)) continue;
    const outcome = reader.compare(claim.left, edit.result, claim.conditions);
    if (outcome.kind !== 'equal' || isBySide(outcome)) continue;
    const reason = { code: 'step.shape' as const, args: {} };
    return { judgement: { ...judged, verdict: 'slip', reason, assumptions: [] }, edit };
  }
  return found(judged);
}

function isBySide({ assumptions }: Pick<Judgement, 'assumptions'>): boolean {
  return assumptions.some(({ code }) => code === 'reading.product');
}

/** The names beside which the zone writes the sign. */
function dottedKeys({ statements, names }: Setting): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { statement } of statements)
    for (const item of statement.items)
      if (item)
        walk(item, (node) => {
          if (node.kind === 'mul' && node.signs.includes('odot'))
            for (const key of keysIn(node, names.naming)) found.add(key);
        });
  return found;
}

/** Have both sides of the new sign entries? `\delta_k h_j` are numbers, whatever stands elsewhere. */
function joinsArrays(reader: Reader, node: Expr, change: Expr): boolean {
  const session = reader.session(false, false);
  const isArray = (factor: Expr): boolean => (session.extents(factor)?.axes.length ?? 0) > 0;
  return sidesOf(node, change)?.every((factors) => factors.some(isArray)) ?? false;
}

/** Are there such names beside the sign that is new? What stands on its other side has as many entries. */
function joinsDotted(
  node: Expr,
  change: Expr,
  dotted: ReadonlySet<string>,
  { names }: Setting,
): boolean {
  const isDotted = (factor: Expr): boolean =>
    [...keysIn(factor, names.naming)].some((key) => dotted.has(key));
  return sidesOf(node, change)?.some((factors) => factors.some(isDotted)) ?? false;
}

/** The factors before and after the sign that is new. */
function sidesOf(node: Expr, change: Expr): readonly (readonly Expr[])[] | null {
  if (node.kind !== 'mul' || change.kind !== 'mul') return null;
  const at = change.signs.findIndex((sign, k) => sign === 'odot' && node.signs[k] === '');
  return at < 0 ? null : [node.factors.slice(0, at + 1), node.factors.slice(at + 1)];
}
