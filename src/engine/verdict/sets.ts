import { isLiteral } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import type { Expr, Rel } from '../expression/node.js';
import { walk } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Equality } from './equality.js';
import { unchecked, type Judgement, type Reader } from './judge.js';
import { freeIndices } from './sides.js';

/** `m = \frac{1}{N_k} \sum_{n: y_n = k} x_n`: what has no index is said for the one class that the text speaks of. */
export function isForOneIndex(reader: Reader, { left, right }: Equality): boolean {
  const use = reader.names.naming.readName(left);
  if (!use || use.indices.length > 0 || use.family.length > 0) return false;
  const { meaning } = reader.session(false, false);
  return freeIndices([right], meaning).some((letter) => !meaning.forest.knows(letter));
}

/** `y_i y_j = 1` of given labels: said of the pairs for which it is so, where there are some. */
export function isOfSomeIndices(reader: Reader, claim: Equality, { verdict }: Judgement): boolean {
  const { left, right } = claim;
  if (verdict !== 'fails' || !isLiteral(right) || !reader.hasValues(left)) return false;
  const { meaning } = reader.session(false, false);
  if (freeIndices([left], meaning).length === 0) return false;
  const same: Rel = { kind: 'rel', items: [left, right], signs: ['='], span: left.span };
  return reader.compare(left, right, [same]).kind === 'equal';
}

/**
 * What differs where sums run over sets that the text leaves open: `\partial h_i / \partial x_j` is meant of the j
 * among the members, and how two sets go together is for the text to say. Null where that explains nothing.
 */
export function amongMembers(reader: Reader, claim: Equality, judged: Judgement): Judgement | null {
  const members = membershipsOf(reader, [claim.left, claim.right]);
  if (members.size === 0) return null;
  const { meaning } = reader.session(false, false);
  const free = new Set(freeIndices([claim.left, claim.right], meaning));
  const open = [...members.values()].flat().filter(({ items: [letter] }) => {
    const letters = letter?.kind === 'tuple' ? letter.items : [letter];
    return letters.every((item) => item?.kind === 'sym' && free.has(item.base));
  });
  for (const condition of open) {
    const outcome = reader.compare(claim.left, claim.right, [condition]);
    if (outcome.kind !== 'equal') continue;
    const assumptions = [...outcome.assumptions, { code: 'reading.condition' as const, args: {} }];
    return { kind: judged.kind, verdict: 'holds', evidence: outcome.evidence, assumptions };
  }
  return members.size > 1 ? unchecked(judged.kind, 'unchecked.unlinked') : null;
}

/** What is asked to be in which set, in a claim and in all that defines its names. */
function membershipsOf(reader: Reader, sides: readonly Expr[]): Map<string, Rel[]> {
  const { naming } = reader.names;
  const found = new Map<string, Rel[]>();
  const note = (left: Expr, set: Expr): void => {
    const use = naming.readName(set.kind === 'call' ? set.fn : set);
    const key = use?.key ?? printLatex(set);
    const rel: Rel = { kind: 'rel', items: [left, set], signs: ['in'], span: set.span };
    found.set(key, [...(found.get(key) ?? []), rel]);
  };
  const seen = new Set<string>();
  const visit = (root: Expr): void => {
    walk(root, (node) => {
      if (node.kind === 'big') for (const { index, set } of node.bounds) if (set) note(index, set);
      if (node.kind !== 'rel' || node.signs[0] !== 'in') return;
      const [left, set] = node.items;
      if (left && set) note(left, set);
    });
    for (const key of keysIn(root, naming)) {
      const definition = reader.book.variables.get(key) ?? reader.book.functions.get(key);
      if (!definition || seen.has(key)) continue;
      seen.add(key);
      visit(definition.body);
    }
  };
  sides.forEach(visit);
  return found;
}
