import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/engine/index.js';
import { stepAt, stepsState } from '../../../src/extension/stepsState.js';
import { speaker } from '../../../src/shared/say.js';
import { placeOf, settingFor, stepWith } from '../reports.js';

const text = 'a = b\nc = d\n';
const say = speaker({});
const report: Report = {
  steps: [
    stepWith({ place: placeOf('a = b', text), evidence: { method: 'exact' } }),
    stepWith({
      place: placeOf('d', text),
      latex: 'd',
      verdict: 'fails',
      reason: { code: 'step.not-equal', args: {} },
      counterexample: { left: '1', right: '2', at: { x: '0' } },
      fixes: [{ code: 'fix.number', args: {}, place: placeOf('d', text), text: '1' }],
    }),
  ],
};
const content = { title: 'a.md', checking: false, selected: -1 };
const stateOf = (of: Report) => stepsState({ ...content, setting: settingFor(of, text) }, 3, say);

describe('the steps view', () => {
  it('lists each step with all there is to say', () => {
    const { steps, summary, notice, revision } = stateOf(report);
    expect({ summary, notice, revision }).toEqual({
      summary: '1 wrong, 1 right',
      notice: '',
      revision: 3,
    });
    expect(steps[1]).toEqual({
      index: 1,
      verdict: 'fails',
      inherited: false,
      label: 'Wrong · equality',
      spot: 'line 2',
      written: 'd',
      latex: 'd',
      reason: 'The two sides are not equal: 1 on the left, 2 on the right.',
      values: [
        ['x', '0'],
        ['left side', '1'],
        ['right side', '2'],
      ],
      evidence: '',
      assumptions: [],
      fixes: ['Write 1'],
    });
  });

  it('says why there is nothing to list', () => {
    const notice = (changes: object): string =>
      stepsState({ ...content, ...changes }, 1, say).notice;
    expect(notice({ title: '' })).toMatch(/^Open a LaTeX/);
    expect(notice({})).toMatch(/have not been checked/);
    expect(notice({ checking: true })).toBe('Checking the derivations…');
    expect(notice({ trouble: 'It took too long.' })).toBe('It took too long.');
    expect(stateOf({ steps: [] }).notice).toMatch(/state no step/);
  });

  it('lists no more than it can bear, and says so', () => {
    const [step] = report.steps;
    const many = stateOf({ steps: Array.from({ length: 1_500 }, () => step ?? fail()) });
    expect(many.steps).toHaveLength(1_000);
    expect(many.summary).toContain('Only the first 1000 steps are listed.');
  });
});

describe('the step at the cursor', () => {
  const nested: Report = {
    steps: [
      stepWith({ place: { part: 0, start: 0, end: 20 } }),
      stepWith({ place: { part: 0, start: 5, end: 9 } }),
      stepWith({ place: { part: 1, start: 0, end: 20 } }),
    ],
  };

  const line = { start: 0, end: 25 };

  it.each([
    ['in the shorter of two', { part: 0, offset: 7, line }, 1],
    ['in the longer alone', { part: 0, offset: 15, line }, 0],
    ['in another cell', { part: 1, offset: 7, line }, 2],
    ['behind it on its line', { part: 0, offset: 24, line }, 0],
    ['on another line', { part: 0, offset: 30, line: { start: 26, end: 40 } }, -1],
    ['in a cell without steps', { part: 2, offset: 7, line }, -1],
  ])('%s', (_where, cursor, step) => {
    expect(stepAt(nested, cursor)).toBe(step);
  });
});

function fail(): never {
  throw new Error('there is a first step');
}
