import { SMALL, type KnownForm } from './form.js';

const { sqrt } = Math;

const SLOPE = /^(g(_[tk]|_t-1)?|\\nabla.*)$/;
const RATE = /^\\(eta|alpha)(_t)?$/;
const WEIGHTS = /^(w|\\theta|x|W)_[tk](\+1)?$/;
const LAST = /^(w|\\theta|x|W)_[tk](-1)?$/;
const MOVED = /^(\\hatm_[tk](\+1)?|g_[tk]|m_[tk])$/;
const SQUARED = /^(\\hat)?[vs]_[tk](\+1)?$/;

/** Rules by which weights are moved. */
export const OPTIMISERS: readonly KnownForm[] = [
  // Kingma and Ba, Adam, algorithm 1; also without the factor of the slope, and with its sign in it.
  {
    left: /^m_[tk](\+1)?$/,
    roles: { m: /^m_[tk](-1)?$/, b: /^\\(beta(_1)?|rho|mu)$/, g: SLOPE },
    forms: [
      ({ m, b, g }) => b * m + (1 - b) * g,
      ({ m, b, g }) => b * m + g,
      ({ m, b, g }) => b * m - g,
    ],
  },
  {
    left: /^[vs]_[tk](\+1)?$/,
    roles: { v: /^[vs]_[tk](-1)?$/, b: /^\\beta_2$/, g: SLOPE },
    forms: [({ v, b, g }) => b * v + (1 - b) * g ** 2],
  },
  // Of squares or of the slopes themselves: Goodfellow et al., Deep Learning, algorithms 8.2, 8.4 and 8.5.
  {
    left: /^[vsrG]_[tk](\+1)?$/,
    roles: {
      v: /^[vsrG]_[tk](-1)?$/,
      b: /^\\(beta|rho|gamma|mu)$/,
      e: RATE,
      g: SLOPE,
    },
    forms: [
      ({ v, b, g }) => b * v + (1 - b) * g ** 2,
      ({ v, b, g }) => b * v + (1 - b) * g,
      ({ v, b, g }) => b * v + g,
      ({ v, b, g }) => b * v - g,
      ({ v, b, e, g }) => b * v + e * g,
      ({ v, b, e, g }) => b * v - e * g,
      ({ v, b, e, g }) => b * v - e * (1 - b) * g,
      ({ v, g }) => v + g ** 2,
    ],
  },
  {
    left: /^\\hatm_[tk]$/,
    roles: { m: /^m_[tk]$/, b: /^\\beta(_1)?$/, step: /^[tk]$/ },
    forms: [({ m, b, step }) => m / (1 - b ** step)],
    lost: 'step',
  },
  {
    left: /^\\hat[vs]_[tk]$/,
    roles: { m: /^[vs]_[tk]$/, b: /^\\beta(_2)?$/, step: /^[tk]$/ },
    forms: [({ m, b, step }) => m / (1 - b ** step)],
    lost: 'step',
  },
  {
    left: WEIGHTS,
    roles: { w: LAST, e: RATE, m: MOVED, v: SQUARED, z: SMALL },
    forms: [
      ({ w, e, m, v, z }) => w - (e * m) / (sqrt(v) + z),
      ({ w, e, m, v, z }) => w - (e * m) / sqrt(v + z),
    ],
  },
  // Loshchilov and Hutter, Decoupled Weight Decay Regularization, algorithm 2.
  {
    left: WEIGHTS,
    roles: { w: LAST, e: RATE, m: MOVED, v: SQUARED, z: SMALL, l: /^\\lambda$/ },
    forms: [
      ({ w, e, m, v, z, l }) => w - e * (m / (sqrt(v) + z) + l * w),
      ({ w, e, m, v, z, l }) => w - (e * m) / (sqrt(v) + z) - l * w,
      ({ w, e, m, v, z, l }) => (1 - e * l) * w - (e * m) / (sqrt(v) + z),
    ],
  },
  // Nesterov, Lectures on Convex Optimization, section 2.1.5; Polyak, Introduction to Optimization, section 3.2.
  {
    left: /^\\(eta|alpha)(\^[*\\].*|\^\\star|_(opt|\*|\\star))$/,
    roles: { a: /^(L|\\lambda_(\\?max|1))$/, b: /^(\\mu|m|\\lambda_(\\?min|n|d|2))$/ },
    forms: [
      ({ a, b }) => 2 / (a + b),
      ({ a, b }) => 4 / (sqrt(a) + sqrt(b)) ** 2,
      ({ a }) => 1 / a,
    ],
  },
  // Koren et al., Matrix Factorization Techniques for Recommender Systems, page 33.
  ...[
    { left: /^p_u$/, w: /^p_u$/, q: /^q_i$/ },
    { left: /^q_i$/, w: /^q_i$/, q: /^p_u$/ },
  ].map(({ left, w, q }): KnownForm => ({
    left,
    roles: { w, q, e: /^\\(eta|alpha|gamma)$/, r: /^(e|\\varepsilon)_.*$/, l: /^\\lambda$/ },
    forms: [
      ({ w, q, e, r, l }) => w + e * (r * q - l * w),
      ({ w, q, e, r, l }) => w + 2 * e * (r * q - l * w),
    ],
  })),
];
