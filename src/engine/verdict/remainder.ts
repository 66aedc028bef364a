import { keysIn, type Names } from '../claim/reading.js';
import type { Bound, Expr } from '../expression/node.js';
import { isUpper } from '../expression/letter.js';
import { children } from '../expression/walk.js';
import { FALLS_SHORT } from '../evaluate/fall.js';
import { isFunctionKey } from '../claim/meaning.js';
import type { Equality } from './equality.js';
import { isFunctionWord, unchecked, type Judgement, type Reader } from './judge.js';
import { orderSides, remainderOf } from './landau.js';

/** Judges a claim with a remainder: `f(x + h) = f(x) + f'(x) h + O(h^2)`. Null where it has none. */
export function judgeRemainder(reader: Reader, claim: Equality): Judgement | null {
  const { left, right } = claim;
  const found = remainderOf([left, right]);
  if (!found) return null;
  const [order] = orderSides([left, right], reader.names.naming, reader.book) ?? [];
  if (order?.kind !== 'big') return unchecked('identity', 'unchecked.kind');
  const outcome = reader.compare(left, right, claim.conditions);
  switch (outcome.kind) {
    case 'equal':
      return {
        kind: 'identity',
        verdict: 'holds',
        evidence: outcome.evidence,
        assumptions: outcome.assumptions,
      };
    case 'problem':
      return unchecked('identity', outcome.problem.code, { ...outcome.problem.args });
    case 'different': {
      const power = Number(outcome.counterexample.left) - FALLS_SHORT;
      if (!Number.isFinite(power)) return unchecked('identity', 'unchecked.domain');
      const stranger = strangerIn(reader, claim, placesIn(order.bounds, reader.names));
      if (stranger !== null) return unchecked('identity', 'unchecked.unlinked', { name: stranger });
      const open = outcome.assumptions.find(({ code }) => code === 'reading.abstract');
      // `T(n) = 2 T(n / 2) + O(n)` says what T is.
      const grows = order.bounds.some(({ to }) => to?.kind === 'sym' && to.base === '\\infty');
      const name = open?.args['name'] ?? '';
      if (open && (grows || !isInBoth(reader, claim, name) || standsAlone(reader, claim, name)))
        return unchecked('identity', 'unchecked.unknown-function', { ...open.args });
      const shown = String(Math.round(10 * power) / 10);
      return {
        kind: 'identity',
        verdict: 'fails',
        reason: { code: 'step.remainder', args: { power: shown } },
        evidence: outcome.evidence,
        assumptions: outcome.assumptions,
      };
    }
    case 'domain':
      return unchecked('identity', 'unchecked.domain');
    default:
      return unchecked('identity', 'unchecked.shape');
  }
}

function isInBoth({ names }: Reader, { left, right }: Equality, key: string): boolean {
  return [left, right].every((side) => lettersIn(side, names).has(key));
}

/** `f` for `f(x)`: which of the values it is nobody says. */
function standsAlone({ names }: Reader, { left, right }: Equality, key: string): boolean {
  const alone = (node: Expr): boolean => {
    if (node.kind === 'nabla' || node.kind === 'deriv' || node.kind === 'prime') return false;
    if (node.kind === 'call') return node.args.some(alone);
    return names.naming.readName(node)?.key === key || children(node).some(alone);
  };
  return alone(left) || alone(right);
}

/** A name that only one side has, and that nothing explains: what it is may make up for the difference. */
function strangerIn(
  reader: Reader,
  { left, right, grounded }: Equality,
  places: ReadonlySet<string>,
): string | null {
  const { names, book } = reader;
  const [a, b] = [lettersIn(left, names), lettersIn(right, names)];
  const isKnown = (key: string): boolean =>
    grounded.has(key) ||
    places.has(key) ||
    /^(e|\\pi|\\infty|I|1|[oO]|\\mathcal\{O\}|\\sigma)$/.test(key) ||
    !names.evidence.has(key) ||
    isFunctionWord(key) ||
    book.functions.has(key) ||
    // Upper-case letters "called" at a point are matrices; other functions are told by the outcome.
    (!isUpper(key) && isFunctionKey(key, names.evidence, book.functions));
  const alone = [...a, ...b].filter((key) => !(a.has(key) && b.has(key)) && !isKnown(key));
  return alone[0] ?? null;
}

/** Where something is expanded: `a` of `O((x - a)^2)` may stand on one side only. */
function placesIn(bounds: readonly Bound[], names: Names): ReadonlySet<string> {
  return new Set(bounds.flatMap(({ to }) => (to ? [...lettersIn(to, names)] : [])));
}

/** Names, those of derivatives without their primes. */
function lettersIn(side: Expr, { naming }: Names): Set<string> {
  return new Set([...keysIn(side, naming)].map((name) => name.replace(/'+$/, '')));
}
