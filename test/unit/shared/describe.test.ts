import { describe, expect, it } from 'vitest';
import type { Report, Step } from '../../../src/engine/index.js';
import {
  countSteps,
  describeAssumptions,
  describeCounts,
  describeEvidence,
  describeFix,
  describeReason,
  describeVerdict,
  faultOf,
} from '../../../src/shared/describe.js';
import { speaker } from '../../../src/shared/say.js';
import { spanish } from '../../../src/shared/spanish.js';
import { placeOf, settingFor, stepWith } from '../reports.js';

const text = 'a = b\n\\sigma(x) = \\frac{1}{1 - e^{-x}}\n= c';
const say = speaker({});
const wrong = stepWith({
  place: placeOf('\\frac{1}{1 - e^{-x}}', text),
  verdict: 'fails',
  reason: { code: 'step.not-equal', args: {} },
  counterexample: { left: '0.7311', right: '1.582', at: { x: '1' } },
  at: placeOf('1 - e^{-x}', text),
});
const inherited = stepWith({
  place: placeOf('c', text.replace('\\frac', '    ')),
  verdict: 'fails',
  reason: { code: 'step.consequence', args: {} },
  cause: 0,
});
const report: Report = { steps: [wrong, inherited] };
const setting = settingFor(report, text);

describe('a reason', () => {
  it('names both values and the point', () => {
    expect(describeReason(wrong, setting)).toBe(
      'The two sides are not equal: 0.7311 on the left, 1.582 on the right. For example, at x = 1.',
    );
  });

  it('is said in Spanish', () => {
    expect(describeReason(wrong, settingFor(report, text, spanish))).toBe(
      'Los dos lados no son iguales: 0.7311 a la izquierda, 1.582 a la derecha. Por ejemplo, en x = 1.',
    );
  });

  it('leads to the line of the cause', () => {
    expect(describeReason(inherited, setting)).toContain('on line 2;');
  });

  it('lists a few values and counts the others', () => {
    const at = { a: '1', b: '2', c: '3', d: '4', e: '5' };
    const many: Step = { ...wrong, counterexample: { left: '0', right: '1', at } };
    expect(describeReason(many, setting)).toMatch(/at a = 1; b = 2; c = 3; and 2 more\.$/);
  });

  it('says in which entry of a matrix the sides differ', () => {
    const at = { entry: '(2, 1)' };
    const matrix: Step = { ...wrong, counterexample: { left: '0', right: '1', at } };
    expect(describeReason(matrix, setting)).toMatch(/For example, at entry \(2, 1\)\.$/);
  });

  it('is empty where nothing is the matter', () => {
    expect(describeReason(stepWith({ place: wrong.place }), setting)).toBe('');
  });
});

describe('evidence', () => {
  const sampled = (sizes: number): Step =>
    stepWith({ place: wrong.place, evidence: { method: 'sampled', points: 24, sizes } });

  it('says that agreement is no proof', () => {
    expect(describeEvidence(sampled(2), say)).toBe(
      'Both sides agree at 24 random points, with 2 choices of sizes. This is evidence, not a proof.',
    );
  });

  it('does not speak of sizes where there is one', () => {
    expect(describeEvidence(sampled(1), say)).not.toContain('sizes');
  });

  it('is not told of a step that fails', () => {
    expect(describeEvidence({ ...sampled(2), verdict: 'fails' }, say)).toBe('');
  });
});

describe('a repair', () => {
  const fix = { code: 'fix.replace', args: {}, place: faultOf(wrong), text: '1 + e^{-x}' } as const;

  it('names the text before and after', () => {
    expect(describeFix(fix, setting)).toBe('Replace 1 - e^{-x} with 1 + e^{-x}');
  });

  it('is named as the engine wants it where it says so', () => {
    const args = { old: 'minus', new: 'plus' };
    expect(describeFix({ ...fix, args }, setting)).toBe('Replace minus with plus');
  });
});

describe('the rest', () => {
  it('tells readings with their arguments', () => {
    const assumptions = [
      { code: 'reading.broadcast', args: { from: '1×2', to: '2×2' } },
      { code: 'reading.log-base', args: {} },
    ] as const;
    expect(describeAssumptions(stepWith({ place: wrong.place, assumptions }), say)).toEqual([
      '1×2 was broadcast to 2×2, as NumPy does.',
      'A base was chosen for the logarithm.',
    ]);
  });

  it('tells a mistake from one that is carried over', () => {
    expect(report.steps.map((step) => describeVerdict(step, say))).toEqual([
      'Wrong',
      'Carried over',
    ]);
    expect(describeCounts(countSteps(report), say)).toBe('1 wrong, 1 carried over');
  });
});
