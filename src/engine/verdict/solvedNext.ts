import { keysIn } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import { isZero } from '../expression/forms.js';
import type { Equality } from './equality.js';
import { isGradient, type Judgement } from './judge.js';
import type { Setting } from './setting.js';
import { unmarked } from './unmarked.js';

/** `n + 2p - k = n \Rightarrow p = ...`: an equation of which the next statement gives the unknown. */
export function isSolvedNext(
  setting: Setting,
  placed: Placed,
  { left, right }: Equality,
  { verdict, reason }: Judgement,
): boolean {
  const next = setting.next(placed)?.statement;
  const [unknown] = next?.items ?? [];
  const open = verdict === 'fails' || reason?.code === 'unchecked.unlinked';
  const { naming } = setting.names;
  const equated = next?.relations[0]?.sign === '=' || next?.relations[0]?.sign === '~=';
  if (!open || !unknown || !equated || naming.readName(left) || isGradient(left)) return false;
  const [a, b] = [keysIn(left, naming), keysIn(right, naming)];
  const key = naming.readName(unmarked(unknown, a, naming))?.key;
  if (key === undefined || !(a.has(key) || b.has(key))) return false;
  const keys = [...a, ...b];
  if (setting.after(placed) && (next.link === 'implies' || next.link === 'iff'))
    return !keys.some((one) => setting.isDefined(one));
  // `r^2 - 1.4 r + 0.5 = 0, r = 0.7 \pm 0.1 i`, `1 - \eta = 9 \eta - 1`: no identity of one unknown.
  if (isZero(right)) return keys.length === 1;
  const solved = next.items[1];
  const known = setting.entries.some(
    ({ definition, placed: { order } }) => definition.key === key && order < placed.order,
  );
  if (!a.has(key) || !b.has(key) || known || !solved) return false;
  const made = keysIn(solved, naming);
  const others = new Set(keys.filter((one) => one !== key));
  return made.size > 0 && made.size === others.size && [...others].every((one) => made.has(one));
}
