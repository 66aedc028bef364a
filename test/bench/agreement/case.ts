import type { Chance } from './chance.js';
import { chanceFrom } from './chance.js';
import { gradientCase } from './gradients.js';
import { identityCase } from './equalities.js';
import { matrixCase } from './matrices.js';

/** A document whose last formula is right by an engine other than ours, and the same with a slip there. */
export interface Case {
  readonly kind: CaseKind;
  readonly seed: number;
  /** What stands before the claim: right in any case. */
  readonly before: string;
  readonly right: string;
  /** Null where no slip was found that makes a difference. */
  readonly wrong: string | null;
}

export type CaseKind = 'gradient' | 'identity' | 'matrix';

/** What a kind makes of chance; null where what came out is of no use. */
export type Make = (chance: Chance) => Omit<Case, 'kind' | 'seed'> | null;

const KINDS: readonly (readonly [CaseKind, Make])[] = [
  ['gradient', gradientCase],
  ['identity', identityCase],
  ['gradient', gradientCase],
  ['identity', identityCase],
  ['matrix', matrixCase],
];

/** Cases of every kind in turn; the same seed gives the same ones. */
export function* casesFrom(seed: number, count: number): Generator<Case> {
  let made = 0;
  for (let at = 0; made < count; at++) {
    const [kind, make] = KINDS[at % KINDS.length] ?? ['gradient', gradientCase];
    const own = seed * 1_000_003 + at;
    const found = make(chanceFrom(own));
    if (found === null) continue;
    made++;
    yield { kind, seed: own, ...found };
  }
}
