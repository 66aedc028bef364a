import { describe, expect, test } from 'vitest';
import { check } from '../judging.js';

/** What is marked as a mistake of its own, with what it would be after the first repair. */
function rootsOf(text: string): readonly (readonly [string, string])[] {
  return check(text).steps.flatMap((step) => {
    const wrong = step.verdict === 'fails' || step.verdict === 'slip';
    if (!wrong || step.cause !== undefined || !step.at) return [];
    const [fix] = step.fixes;
    return [[text.slice(step.at.start, step.at.end), fix?.text ?? 'none'] as const];
  });
}

const COUNTS = 'Con $TP = 40$, $FP = 10$ y $FN = 20$:\n\n';
const WEIGHTS = 'Sea $f(w) = (w - 3)^2$ y $w_0 = 0$.\n\n';
const VECTORS =
  'Let $A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$, $x = \\begin{pmatrix} 1 \\\\ 1 \\end{pmatrix}$ and $b = \\begin{pmatrix} 1 \\\\ 0 \\end{pmatrix}$.\n\n';

describe('the formula before its numbers', () => {
  test.each([
    [
      'another name',
      `${COUNTS}$$S = \\frac{TP}{TP + FP} = \\frac{40}{60} \\approx 0.667$$`,
      'FP',
      'FN',
    ],
    [
      'a factor of one term',
      `${COUNTS}$$F = \\frac{2 TP}{TP + FP + FN} = \\frac{80}{110} \\approx 0.727$$`,
      'TP',
      '2 TP',
    ],
    ['a derivative', `${WEIGHTS}$$w_1 = w_0 - 0.1 f(w_0) = 0 - 0.1 \\cdot (-6) = 0.6$$`, 'f', "f'"],
    [
      'a sign, where the text goes on with names',
      '$$g = \\frac{a}{b} + \\frac{c}{d} = \\frac{a d - b c}{b d} = \\frac{a}{b} (1 - \\frac{b c}{a d})$$',
      '+ \\frac{c}{d}',
      '- \\frac{c}{d}',
    ],
  ])('is to blame for %s', (_, text, wrong, meant) => {
    expect(rootsOf(text)).toEqual([[wrong, meant]]);
  });

  test('is right where its numbers are not gone on from', () => {
    const text = `${COUNTS}$$S = \\frac{TP}{TP + FN} = \\frac{40}{50} = \\frac{2}{3}$$`;
    expect(rootsOf(text)).toEqual([['50', '60']]);
  });
});

describe('what is made of something wrong', () => {
  test('is no other mistake where it is right for what was meant', () => {
    const text = `${VECTORS}$$z = A x + b = \\begin{pmatrix} 4 \\\\ 8 \\end{pmatrix}$$\n\n$$z^\\top z = 16 + 49 = 65$$`;
    expect(rootsOf(text)).toEqual([['8', '7']]);
  });

  test('nor where it goes on from what was written', () => {
    const text = `${VECTORS}$$z = A x + b = \\begin{pmatrix} 4 \\\\ 8 \\end{pmatrix}$$\n\n$$z^\\top z = 16 + 64 = 80$$`;
    expect(rootsOf(text)).toEqual([['8', '7']]);
  });

  test('holds of an error that a name was given to', () => {
    const text = `Sea $L = \\frac{1}{2} \\|z - y\\|^2$ y $z = W x$.\n\n$$\\frac{\\partial L}{\\partial z} = y - z =: \\delta$$\n\n$$\\frac{\\partial L}{\\partial W} = \\delta x^\\top$$`;
    expect(rootsOf(text)).toEqual([['y - z', 'z - y']]);
  });
});
