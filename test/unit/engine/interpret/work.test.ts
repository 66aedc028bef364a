import { afterEach, expect, test, vi } from 'vitest';
import { Interpreter } from '../../../../src/engine/interpret/interpreter.js';
import { check } from '../judging.js';

/** Whoever types waits for the answer. How many values are computed for it no other work on the machine changes. */
const DOCUMENTS = [
  {
    title: 'a function that could be read as a sum of itself',
    text: String.raw`Let $f(\theta)=\frac1N\sum_{i=1}^N f_i(\theta)$ with $\theta\in\mathbb R^p$ and put $u_i=\nabla f_i(\theta)-\nabla f(\theta)$.

$$\sum_{i=1}^N u_i=0$$`,
    most: 1300,
  },
  {
    title: 'a sign that an edit mends',
    text: String.raw`Let $s = \sum_{i=1}^n (y_i - w x_i)^2$.

$$\frac{\partial s}{\partial w} = 2 \sum_{i=1}^n (y_i - w x_i) x_i$$`,
    most: 600,
  },
  {
    title: 'a mistake that many edits are tried for',
    text: String.raw`Let $\hat{y}_i = \sigma(w^\top x_i + b)$ and $L = -\frac{1}{n} \sum_{i=1}^n \left( y_i \log \hat{y}_i + (1 - y_i) \log(1 - \hat{y}_i) \right) + \frac{\lambda}{2} \|w\|^2$.

$$\frac{\partial L}{\partial w} = \frac{1}{n} \sum_{i=1}^n (y_i - \hat{y}_i) x_i + \lambda w^2$$`,
    most: 46_000,
  },
];

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(DOCUMENTS)('$title takes few values', ({ text, most }) => {
  const value = vi.spyOn(Interpreter.prototype, 'value');
  const { steps } = check(text);
  expect(steps.length).toBeGreaterThan(0);
  expect(value.mock.calls.length).toBeLessThan(most);
});
