import { keysIn, type Names } from '../claim/reading.js';
import { isLandau } from '../expression/forms.js';
import type { Bound, Call, Expr, Nabla, Num } from '../expression/node.js';
import { mapChildren, replaceNode } from '../expression/replace.js';
import { printLatex } from '../latex/print.js';
import { isUpper } from '../expression/letter.js';
import { children, walk } from '../expression/walk.js';
import { FALLS_SHORT } from '../evaluate/fall.js';
import { isFunctionKey } from '../claim/meaning.js';
import type { Equality } from './equality.js';
import { isFunctionWord } from '../functions/known.js';
import { unchecked, type Judgement, type Reader } from './judge.js';
import { orderSides, remainderOf, termsOf } from './landau.js';
import type { Outcome } from './outcome.js';

/** Judges a claim with a remainder: `f(x + h) = f(x) + f'(x) h + O(h^2)`. Null where it has none. */
export function judgeRemainder(reader: Reader, claim: Equality): Judgement | null {
  const { left, right } = claim;
  const found = remainderOf([left, right]);
  if (!found) return null;
  const [order] = orderSides([left, right], reader.names.naming, reader.book) ?? [];
  if (order?.kind !== 'big') return unchecked('identity', 'unchecked.kind');
  const outcome = compareBeyond(reader, claim);
  switch (outcome.kind) {
    case 'equal': {
      const { evidence, assumptions } = outcome;
      const known = { kind: 'identity', evidence, assumptions } as const;
      if (!hasSpareTerm(reader, claim)) return { ...known, verdict: 'holds' };
      const finer = finerRemainder(right);
      const expected = finer ? { expected: printLatex(finer.whole) } : {};
      return { ...known, verdict: 'slip', reason: { code: 'notation.remainder', args: expected } };
    }
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

/** Compares the sides; `H` beside `\nabla L(w)` is the Hessian of L where nothing else is known of it. */
export function compareBeyond(reader: Reader, { left, right, conditions }: Equality): Outcome {
  const outcome = reader.compare(left, right, conditions);
  if (outcome.kind === 'equal' || reader.book.variables.has('H')) return outcome;
  const slope = slopeIn(right);
  if (!slope) return outcome;
  const read = (node: Expr): Expr => {
    const called = node.kind === 'call' && isHessian(node.fn);
    if (!called && !isHessian(node)) return mapChildren(node, read);
    const target = called ? { ...slope.target, args: node.args } : slope.target;
    return { ...slope, order: 2, target, span: node.span };
  };
  const second = reader.compare(left, read(right), conditions);
  if (second.kind !== 'equal') return outcome;
  const note = { code: 'reading.symbol', args: { name: 'H', meaning: '\\nabla^2' } } as const;
  return { ...second, assumptions: [...second.assumptions, note] };
}

function isHessian(node: Expr): boolean {
  return node.kind === 'sym' && node.base === 'H' && node.accents.length === 0;
}

/** `\nabla L(w)`. */
function slopeIn(side: Expr): (Nabla & { readonly target: Call }) | null {
  let found: (Nabla & { readonly target: Call }) | null = null;
  walk(side, (node) => {
    if (node.kind === 'nabla' && node.order === 1 && node.target.kind === 'call')
      found ??= { ...node, target: node.target };
  });
  return found;
}

/** Is the last term before the remainder as small as it, as in `1 + x + O(x)`? */
export function hasSpareTerm(reader: Reader, { right, conditions }: Equality): boolean {
  const terms = termsOf(right).map(({ node }) => node);
  const at = terms.findIndex(isLandau);
  const [before, remainder] = [terms[at - 1], terms[at]];
  if (at < 1 || at !== terms.length - 1 || !before || !remainder) return false;
  return reader.compare(before, remainder, conditions).kind === 'equal';
}

/** The remainder with the next power, `O(h^3)` for `O(h^2)`, and the exponent that changes; null where it has none. */
export function finerRemainder(
  side: Expr,
): { readonly whole: Expr; readonly old: Num; readonly next: Num } | null {
  const call = termsOf(side).at(-1)?.node;
  const [scale] = call?.kind === 'call' && isLandau(call) ? call.args : [];
  const old = scale?.kind === 'pow' ? scale.exponent : null;
  if (!call || old?.kind !== 'num' || !/^\d$/.test(old.text)) return null;
  const next: Num = { ...old, text: String(Number(old.text) + 1) };
  return { whole: replaceNode(call, old, next), old, next };
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
