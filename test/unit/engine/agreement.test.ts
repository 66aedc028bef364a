import { describe, expect, it } from 'vitest';
import { isFlag, judgeCase } from '../../bench/agreement/agree.js';
import type { Agreement } from '../../bench/agreement/agree.js';
import { casesFrom } from '../../bench/agreement/case.js';
import type { CaseKind } from '../../bench/agreement/case.js';

/** What `npm run bench:agreement` does with ten times as many cases. */
const judged = [...casesFrom(1, 500)].map(judgeCase);

const KINDS: readonly CaseKind[] = ['gradient', 'identity', 'matrix'];

describe.each(KINDS)('random claims, %s', (kind) => {
  const own = judged.filter(({ one }) => one.kind === kind);

  it('are not flagged where another engine finds them right', () => {
    expect(own.filter(({ right }) => isFlag(right)).map(shown)).toEqual([]);
  });

  it('are never called right where another engine finds them wrong', () => {
    expect(own.filter(({ wrong }) => wrong === 'holds').map(shown)).toEqual([]);
  });

  it('are nearly all decided, right or wrong', () => {
    const open = own.filter(
      ({ right, wrong }) => right !== 'holds' || (wrong !== null && !isFlag(wrong)),
    );
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter(({ wrong }) => wrong !== null).length).toBeGreaterThan(0.9 * own.length);
    expect(open.length / own.length, open.map(shown).join('\n')).toBeLessThan(0.02);
  });
});

function shown({ one, right, wrong }: Agreement): string {
  return `${one.before}right ${right}: ${one.right}wrong ${wrong ?? ''}: ${one.wrong ?? ''}`;
}
