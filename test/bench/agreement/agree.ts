import { checkDocument } from '../../../src/engine/index.js';
import type { Step, VerdictName } from '../../../src/engine/index.js';
import type { Case } from './case.js';

/** What our engine says of a claim that another engine has judged. */
export interface Agreement {
  readonly one: Case;
  /** The worst verdict in the whole document with the right claim. */
  readonly right: VerdictName;
  /** The worst verdict of the wrong claim; null where there is none. */
  readonly wrong: VerdictName | null;
  /** Why, where the engine gives a reason. */
  readonly why: readonly (string | null)[];
}

export function judgeCase(one: Case): Agreement {
  const right = worst(one.before + one.right, 0);
  const wrong = one.wrong === null ? undefined : worst(one.before + one.wrong, one.before.length);
  return {
    one,
    right: right?.verdict ?? 'unchecked',
    wrong: one.wrong === null ? null : (wrong?.verdict ?? 'unchecked'),
    why: [right, wrong].map((step) => step?.reason?.code ?? null),
  };
}

export function isFlag(verdict: VerdictName | null): boolean {
  return verdict === 'fails' || verdict === 'slip';
}

const WORST_FIRST: readonly VerdictName[] = ['fails', 'slip', 'unchecked', 'holds', 'given'];

function worst(text: string, from: number): Step | undefined {
  const { steps } = checkDocument({ parts: [{ kind: 'markdown', text }] });
  const later = steps.filter(({ place }) => place.end > from);
  const rank = ({ verdict }: Step): number => WORST_FIRST.indexOf(verdict);
  return [...later].sort((a, b) => rank(a) - rank(b))[0];
}
