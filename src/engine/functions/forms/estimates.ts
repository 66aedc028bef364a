import { MEAN, SUM, type KnownForm } from './form.js';

const { log } = Math;

const HOW_MANY = /^[nNmMT]$/;
/** How many of one class there are. */
const OF_CLASS = /^[nNmM]_[kjc]$/;
/** How far a sample belongs to a class. */
const BELONGS = /^(\\(gamma|tau|rho|phi)|[rwqzp])(_[^()]+|\(z_[^()]+\))$/;
const SAMPLE = /^[xy](_[nitj]|\^\(?[ni]\)?)$/;
const NEXT = '(_?\\^?\\(?(new|nuevo|t\\+1|\\*|\\\\star)\\)?)?';

/** A mean of what is known and what is seen, each as certain as it is: Murphy, Probabilistic Machine Learning, section 4.6. */
const POSTERIOR_MEAN = /^(\\hat\\mu(_.*|\^.*)?|\\mu_([nN]|MAP|post)|m_[nN])$/;
const SEEN = {
  n: HOW_MANY,
  x: /^\\(bar|overline)[xy](_n)?$/,
  i: SAMPLE,
  m: /^(m|\\mu|\\theta)(_0|_p|_prior)$/,
};
const SPREADS = {
  s: /^\\sigma(_(x|e|y|\\epsilon|\\varepsilon))?$/,
  t: /^(\\tau|s|\\sigma)(_(0|p|prior|\\mu))?$/,
};

/** What is estimated from samples, alone or with what was known before. */
export const ESTIMATES: readonly KnownForm[] = [
  // The mode of a beta distribution: Murphy, section 4.6.2.
  {
    left: /^\\hat(\\theta|p|\\pi|\\phi|\\mu|q)[_^]?\(?MAP\)?$/,
    roles: {
      n: /^[nN]$/,
      f: /^([nN]_0|n_T|[ft])$/,
      s: /^([skhrz]|[nN]_1|n_H|N_H|n_\+|m)$/,
      x: SAMPLE,
      a: /^(\\alpha|a)(_0|_n|_N|')?$/,
      b: /^(\\beta|b)(_0|_n|_N|')?$/,
    },
    forms: [
      ({ s, n, a, b }) => (s + a - 1) / (n + a + b - 2),
      ({ s, f, a, b }) => (s + a - 1) / (s + f + a + b - 2),
      ({ x, n, a, b }) => (SUM * x + a - 1) / (n + a + b - 2),
      ({ a, b }) => (a - 1) / (a + b - 2),
    ],
  },
  // The mode of a Dirichlet distribution: Murphy, section 4.6.3.
  {
    left: /^\\hat(\\theta|p|\\pi|\\phi|\\mu)[_^].*$/,
    roles: {
      n: /^[nN]$/,
      s: /^[nNmM]_[kic]$/,
      a: /^(\\alpha|a)_[kic]$/,
      c: /^(\\alpha|a)_[jl]$/,
      d: /^(\\alpha|a|A)(_0)?$/,
      k: /^[KkVC]$/,
    },
    forms: [
      ({ n, s, a, c, k }) => (s + a - 1) / (n + SUM * c - k),
      ({ n, s, a, d, k }) => (s + a - 1) / (n + d - k),
      ({ n, s, d, k }) => (s + d - 1) / (n + k * (d - 1)),
      ({ n, s, a, c }) => (s + a) / (n + SUM * c),
      ({ n, s, a, d }) => (s + a) / (n + d),
      ({ n, s, d, k }) => (s + d) / (n + k * d),
    ],
    lost: 'k',
  },
  // Laplace: Manning et al., Introduction to Information Retrieval, sections 13.2 and 13.3.
  {
    left: /^(\\hat)?(\\theta|\\phi|\\beta|\\pi|p|P)[_(^].*$/,
    roles: {
      q: /^([nN]_\(?[a-z]{1,2},?[a-z]\)?|(c|count|[nN])\([a-z],[a-z]\))$/,
      n: /^([nN](_[a-z])?|(c|count|[nN])\([a-z]\))$/,
      a: /^\\(alpha|lambda)$/,
      k: /^[KVdD]$/,
    },
    forms: [
      ({ q, n, a }) => (q + a) / (n + 2 * a),
      ({ q, n, a, k }) => (q + a) / (n + k * a),
      ({ q, n }) => (q + 1) / (n + 2),
      ({ q, n, k }) => (q + 1) / (n + k),
      ({ q, n }) => q / n,
    ],
  },
  // The steps of expectation maximisation: Bishop, Pattern Recognition and Machine Learning, section 9.2.2.
  {
    left: new RegExp(`^(\\\\hat)?(\\\\mu|m|c|\\\\theta)_[kjc]${NEXT}$`),
    roles: { n: OF_CLASS, l: HOW_MANY, x: SAMPLE, r: BELONGS },
    // With the sum of the weights below, which is as many as the sum above.
    forms: [({ r, x, n }) => (SUM * r * x) / n, ({ x }) => x, ({ x, n }) => (SUM * x) / n],
  },
  {
    left: new RegExp(`^(\\\\hat)?\\\\(Sigma|sigma)_[kjc](\\^2)?${NEXT}$`),
    roles: { n: OF_CLASS, l: HOW_MANY, x: SAMPLE, r: BELONGS, m: MEAN },
    forms: [
      ({ r, x, m, n }) => (SUM * r * (x - m) ** 2) / n,
      ({ x, m }) => (x - m) ** 2,
      ({ x, m, n }) => (SUM * (x - m) ** 2) / n,
    ],
  },
  // A mean of a normal distribution of which something was known: Bishop, equations 2.141 and 2.142.
  {
    left: POSTERIOR_MEAN,
    roles: { ...SEEN, ...SPREADS },
    forms: [
      ({ n, x, m, s, t }) => (n * t * t * x + s * s * m) / (n * t * t + s * s),
      ({ n, x, m, s, t }) => (n * s * s * x + t * t * m) / (n * s * s + t * t),
      ({ n, i, m, s, t }) => (t * t * SUM * i + s * s * m) / (n * t * t + s * s),
      ({ n, i, m, s, t }) => (s * s * SUM * i + t * t * m) / (n * s * s + t * t),
      ({ n, x, s, t }) => (n * t * t * x) / (n * t * t + s * s),
      ({ n, x, s, t }) => (n * s * s * x) / (n * s * s + t * t),
      ({ n, i, s, t }) => (t * t * SUM * i) / (n * t * t + s * s),
      ({ n, i, s, t }) => (s * s * SUM * i) / (n * s * s + t * t),
    ],
  },
  {
    left: POSTERIOR_MEAN,
    roles: { ...SEEN, d: /^\\(lambda|tau|kappa|alpha|beta)_0$/, l: /^\\(lambda|tau|beta)$/ },
    forms: [
      ({ n, x, m, d, l }) => (d * m + n * l * x) / (d + n * l),
      ({ n, i, m, d, l }) => (d * m + l * SUM * i) / (d + n * l),
      ({ n, x, m, d }) => (d * m + n * x) / (d + n),
    ],
  },
  {
    left: /^(\\sigma_([nN]|post|MAP)\^2|\\tau_[nN]\^2|s_[nN]\^2)$/,
    roles: { n: HOW_MANY, ...SPREADS },
    forms: [
      ({ n, s, t }) => 1 / (n / (s * s) + 1 / (t * t)),
      ({ n, s, t }) => 1 / (n / (t * t) + 1 / (s * s)),
    ],
  },
  // Of one part where the other is known: Bishop, equations 2.81 and 2.82.
  {
    left: /^\\mu_\(?[12axb],?(\||\\mid).?\)?$/,
    roles: {
      m: /^\\mu_[1ax]$/,
      u: /^\\mu_[2by]$/,
      x: /^([xy]_[2b]|[yb])$/,
      s: /^\\(Sigma|sigma)_(12|ab|xy)$/,
      v: /^\\(Sigma|sigma)_(22|bb|yy)$/,
    },
    forms: [({ m, u, x, s, v }) => m + (s / v) * (x - u)],
  },
  {
    left: /^\\(Sigma|sigma)_\(?[12axb],?(\||\\mid).?\)?$/,
    roles: {
      c: /^\\(Sigma|sigma)_(11|aa|xx)$/,
      s: /^\\(Sigma|sigma)_(12|ab|xy)$/,
      t: /^\\(Sigma|sigma)_(21|ba|yx)$/,
      v: /^\\(Sigma|sigma)_(22|bb|yy)$/,
    },
    forms: [({ c, s, t, v }) => c - (s * t) / v, ({ c, s, v }) => c - (s * s) / v],
  },
  // Classes that share a covariance: Hastie et al., The Elements of Statistical Learning, equation 4.10.
  {
    left: /^(\\delta|g|f|a)_[kcij](\(x\))?$/,
    roles: {
      x: /^x$/,
      m: /^\\mu_[kcij]$/,
      s: /^\\(Sigma|sigma)$/,
      p: /^(\\(pi|phi|alpha|rho)|[pP])(_[kcij]|\(.*\))$/,
    },
    forms: [
      ({ x, m, s, p }) => (x * m) / s - (m * m) / (2 * s) + log(p),
      ({ x, m, s, p }) => (x * m) / s ** 2 - (m * m) / (2 * s ** 2) + log(p),
    ],
  },
];
