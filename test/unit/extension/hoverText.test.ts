import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/engine/index.js';
import { hoverText } from '../../../src/extension/hoverText.js';
import { spanish } from '../../../src/shared/spanish.js';
import { placeOf, settingFor, stepWith } from '../reports.js';

const text = 'h = \\delta x';
const place = placeOf('\\delta x', text);
const wrong = stepWith({
  place,
  kind: 'gradient',
  verdict: 'fails',
  reason: { code: 'step.not-equal', args: {} },
  counterexample: { left: '0.2', right: '-0.2', at: { x: '1' } },
  assumptions: [{ code: 'reading.product', args: { text: 'w(x)' } }],
});
const reportOf = (step: typeof wrong): Report => ({ steps: [step] });

describe('the hover', () => {
  it('shows verdict, reason, both values and the readings', () => {
    const said = hoverText(wrong, settingFor(reportOf(wrong), text));
    expect(said.split('\n').filter((line) => line !== '')).toEqual([
      '**Wrong** · derivative',
      String.raw`The two sides are not equal\: 0\.2 on the left\, \-0\.2 on the right\.`,
      'Counterexample:',
      '- left side: ` 0.2 `',
      '- right side: ` -0.2 `',
      '- ` x ` = ` 1 `',
      String.raw`Read as follows\:`,
      String.raw`- w\(x\) was read as a product\.`,
    ]);
  });

  it('speaks Spanish', () => {
    const said = hoverText(wrong, settingFor(reportOf(wrong), text, spanish));
    expect(said).toContain('**Incorrecto** · derivada');
  });

  it('takes nothing of the document for markup, a link or HTML', () => {
    const evil = '[x](command:evil) <img src=x> `a` ``b`` https://evil.example **bold**';
    const step = stepWith({
      place,
      verdict: 'slip',
      reason: { code: 'notation.index-missing', args: { name: evil } },
      counterexample: { left: evil, right: evil, at: { [evil]: evil } },
    });
    const said = hoverText(step, settingFor(reportOf(step), text));
    const outsideCode = said.replace(/``` .*? ```/g, '').replaceAll(/\\[!-/:-@[-`{-~]/g, '');
    expect(outsideCode).not.toMatch(/[<[\]`]|https:|command:|\*\*bold/);
    expect(said).toContain('``` [x](command:evil)');
  });
});
