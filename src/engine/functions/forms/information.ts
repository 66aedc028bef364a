import { DEVIATION, MEAN, NUMBERS, type KnownForm } from './form.js';

const { exp, log, sqrt, PI } = Math;

/** Densities, and how much they tell of each other. */
export const INFORMATION: readonly KnownForm[] = [
  // Cover and Thomas, Elements of Information Theory, chapter 2; whatever the letter.
  {
    left: /^(H|S)(\(.*\))?$/,
    roles: { n: NUMBERS, p: /./ },
    forms: [({ p }) => p * log(p), ({ p }) => p * log(p) + (1 - p) * log(1 - p)],
    scaled: true,
  },
  // The same, theorem 8.4.1, of one number.
  {
    left: /^[hH](\(.*\))?$/,
    roles: { s: DEVIATION },
    forms: [
      ({ s }) => log(2 * PI * Math.E * s ** 2) / 2,
      ({ s }) => log(s * sqrt(2 * PI * Math.E)),
    ],
  },
  // Goodfellow et al., Deep Learning, sections 6.2.2 and 5.1.4.
  {
    left: /^([LJ]|\\ell|BCE|CE|H|\\mathcalL)(_.*|\(.*\))?$/,
    roles: { y: /^[yt](_.*)?$/, q: /^(\\haty|[ap])(_.*)?$/, n: NUMBERS },
    forms: [({ y, q }) => y * log(q) + (1 - y) * log(1 - q), ({ y, q }) => y * log(q)],
    scaled: true,
  },
  {
    left: /^(MSE|ECM)$/,
    roles: { y: /^[yt](_.*)?$/, q: /^(\\haty|f\(.*\))(_.*)?$/, n: NUMBERS },
    forms: [({ y, q }) => (y - q) ** 2],
    scaled: true,
  },
  // Kingma and Welling, Auto-Encoding Variational Bayes, appendix B; also of the logarithm of the variance.
  {
    left: /^(D_?)?KL(\(.*\)|_.*)?$/,
    roles: {
      s: DEVIATION,
      m: /^(\\mu|m)(_.*)?$/,
      l: /^(\\(ell|lambda|eta|rho)|s|v|lv|logvar)(_.*)?$/,
    },
    forms: [({ s, m }) => s ** 2 + m ** 2 - 1 - 2 * log(s), ({ l, m }) => exp(l) + m ** 2 - 1 - l],
    scaled: true,
  },
  // The same of two normal distributions: Murphy, Probabilistic Machine Learning, section 5.1.3.
  {
    left: /^(D_?)?(_?\(?KL\)?)(\(.*\)|_.*)?$/,
    roles: {
      s: /^\\sigma_[1pq]$/,
      t: /^\\sigma_[20]$/,
      m: /^\\mu_[1pq]$/,
      u: /^\\mu_[20]$/,
    },
    forms: [
      ({ s, t, m, u }) => log(t / s) + (s ** 2 + (m - u) ** 2) / (2 * t ** 2) - 1 / 2,
      ({ s, t, m, u }) => log(s / t) + (t ** 2 + (m - u) ** 2) / (2 * s ** 2) - 1 / 2,
    ],
  },
  // Bishop, Pattern Recognition and Machine Learning, equation 1.46.
  {
    left: /^(p|f|N|\\mathcalN|\\phi)(_.*)?\(.*\)$/,
    roles: { x: /^x(_.*)?$/, m: MEAN, s: DEVIATION },
    forms: [({ x, m, s }) => exp(-((x - m) ** 2) / (2 * s ** 2)) / (s * sqrt(2 * PI))],
  },
  // Szegedy et al., Rethinking the Inception Architecture, section 7.
  {
    left: /^(\\tilde[yq]|y'|q'|y\^\(?(LS|ls|\\prime)\)?)(_.*)?$/,
    roles: { y: /^[yq](_.*)?$/, e: /^\\(varepsilon|epsilon|alpha)$/, k: /^[KC]$/ },
    forms: [({ y, e, k }) => (1 - e) * y + e / k],
  },
];
