import { isTableKey } from '../claim/jointTable.js';
import { keysIn } from '../claim/reading.js';
import { isLossName, weighedName } from '../interpret/loss.js';
import { bothUse, keysBehind } from './activation.js';
import type { Equality } from './equality.js';
import { isGradient, type Reader } from './judge.js';
import type { Outcome } from './outcome.js';

/** A name that only one side has, and of which the text says nothing. */
export function strangerIn(
  reader: Reader,
  claim: Equality,
  { onlyLeft, onlyRight }: Pick<Outcome & { kind: 'shape' }, 'onlyLeft' | 'onlyRight'>,
): string | undefined {
  return [...onlyLeft, ...onlyRight].find(
    (name) =>
      !claim.grounded.has(baseOf(name)) &&
      !(name.startsWith('weight ') && isShared(reader, claim, baseOf(name))) &&
      !bothName(reader, claim, baseOf(name)),
  );
}

/**
 * The P of `\nabla_W (L(P) + \lambda \|W\|^2) = X^\top (P - Y) + \lambda W`: what it has to do with W and X was not read,
 * where the slope has neither.
 */
export function openDependence(
  reader: Reader,
  { left }: Equality,
  { onlyLeft, onlyRight }: Outcome & { kind: 'different' },
): string | undefined {
  if (!isGradient(left) || onlyLeft.length > 0) return undefined;
  const behind = keysBehind(reader, left);
  const names = onlyRight.map(baseOf);
  if (names.every((name) => behind.has(name))) return undefined;
  // A density of which no form is known: what it is made of may be in the slope.
  return names.find((name) => behind.has(name)) ?? [...behind].find(isTableKey)?.replace('#', '');
}

/** `\delta^{(i)}` where only δ is known: of which example it is, and so its shape, nobody said. */
export function looseMember(
  { grounded }: Equality,
  { onlyLeft, onlyRight }: Outcome & { kind: 'shape' },
): string | undefined {
  const family = (name: string): string => name.replace(/<.*$/, '<');
  return [...onlyLeft, ...onlyRight].find(
    (name) => name.includes('<') && !grounded.has(family(name)),
  );
}

/** A one-hot vector beside letters that mean one entry, of which it is not said to be the vector. */
export function bareLabel(reader: Reader, { left, right }: Equality): string | null {
  const { meaning } = reader.session(false, false);
  if (meaning.fixed.length === 0) return null;
  const keys = [left, right].flatMap((side) => [...keysIn(side, reader.names.naming)]);
  const isLabel = (key: string): boolean => {
    const { domain, hot } = meaning.info(key);
    return domain === 'one-hot' && hot === undefined;
  };
  return keys.find((key) => !reader.book.variables.has(key) && isLabel(key)) ?? null;
}

/** Do both sides have it as it is? A side may lose it in one size alone, as `(1 - r^{n-1}) / (1 - r)` does. */
function bothName(reader: Reader, { left, right }: Equality, name: string): boolean {
  return [left, right].every((side) => keysIn(side, reader.names.naming).has(name));
}

/** Is it in both sides, or both speak of slopes of a loss that it is in, whichever step it is of? */
function isShared(reader: Reader, { left, right }: Equality, name: string): boolean {
  if (bothUse(reader, [left, right], name)) return true;
  const loss = name.replace(/(?: \d+)+$/, '');
  return isLossName(loss) && [left, right].every((side) => keysBehind(reader, side).has(loss));
}

function baseOf(instance: string): string {
  return weighedName(instance)
    .replace(/<.*$/, '')
    .replace(/^weight /, '')
    .replace(/ \d+$/, '');
}
