import { expect, test } from 'vitest';
import {
  bare,
  casesOf,
  check,
  fails,
  holds,
  repairs,
  stepInSlot,
  type Scenario,
} from '../judging.js';

const wrong = 'step.not-equal';
const LAYER = '$$z_{ji} = \\sum_l W_{jl} X_{li} + b_j, \\qquad a_{ji} = \\tanh(z_{ji})$$\n\n';

/** Letters that mean an array in one place and a number in another. */
const scenarios: readonly Scenario[] = [
  {
    title: 'one name alone',
    text: `${LAYER}Escribiendo $\\tanh z = \\sinh z/\\cosh z$, $$\\frac{d}{dz} \\tanh z = @$$`,
    forms: [
      ...holds(
        '\\frac{\\cosh z \\cdot \\cosh z - \\sinh z \\cdot \\sinh z}{\\cosh^2 z}',
        '1 - \\tanh^2 z',
      ),
      fails('1 + \\tanh^2 z', wrong, '1 - \\tanh^2 z'),
    ],
  },
  {
    title: 'weights that are called as a number is',
    text: '$$\\ell = \\sum_{k=1}^K n_k \\log \\pi_k$$\n\nCon $\\sum_k \\pi_k = 1$ y $\\mathcal{L} = \\ell + \\lambda (\\sum_k \\pi_k - 1)$: $$\\frac{\\partial \\mathcal{L}}{\\partial \\pi_k} = @$$',
    forms: [
      ...holds('\\frac{n_k}{\\pi_k} + \\lambda'),
      fails('\\frac{\\pi_k}{n_k} + \\lambda', wrong, '\\frac{n_k}{\\pi_k} + \\lambda'),
    ],
  },
  {
    title: 'the number beside weights of its name',
    text: '$$\\ell = \\sum_k \\pi_k f_k, \\qquad c = \\frac{1}{\\sqrt{2 \\pi}}$$\n\n$$c^2 = @$$',
    forms: [...holds('\\frac{1}{2 \\pi}'), fails('\\frac{2}{\\pi}', wrong)],
  },
];

test.each(casesOf(scenarios))('$title: $latex', (one) => {
  const step = stepInSlot(one);
  expect([step?.verdict, step?.reason?.code]).toEqual([one.verdict, one.code]);
  if (step && one.fix !== undefined) expect(repairs(one, step)).toContain(bare(one.fix));
});

test('a superscript that an elder section defines is no power', () => {
  const text =
    '# Adelante\n\n$$z_t = \\sigma(a_t^z), \\quad a_t^z = W_z x_t + U_z h_{t-1}$$\n\n' +
    '$$\\tilde h_t = \\tanh(a_t^h), \\quad a_t^h = W_h x_t + U_h h_{t-1}$$\n\n' +
    '$$h_t = (1 - z_t) \\odot h_{t-1} + z_t \\odot \\tilde h_t$$\n\n# Atrás\n\n' +
    'Sea $g_t = \\partial \\mathcal{L} / \\partial h_t$.\n\n' +
    '$$\\frac{\\partial \\mathcal{L}}{\\partial a_t^z} = g_t \\odot (\\tilde h_t - h_{t-1}) \\odot z_t \\odot (1 - z_t)$$';
  expect(check(text).steps.at(-1)?.verdict).toBe('holds');
});
