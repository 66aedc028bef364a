import { SUM, type KnownForm } from './form.js';

const { log } = Math;
const UNIT = /^I(_.*)?$/;

/** Models that have their weights in closed form, or are made of others. */
export const MODELS: readonly KnownForm[] = [
  // Bishop, Pattern Recognition and Machine Learning, equations 3.50 to 3.54.
  {
    left: /^(S|\\Sigma)_[nN]\^-1$/,
    roles: {
      d: /^(S|\\Sigma)_0$/,
      b: /^\\beta$/,
      a: /^\\alpha$/,
      s: /^\\sigma$/,
      t: /^\\tau$/,
      x: /^(\\Phi|X)$/,
      i: UNIT,
    },
    forms: [
      ({ d, b, x }) => 1 / d + b * x * x,
      ({ d, s, x }) => 1 / d + (x * x) / s ** 2,
      ({ a, b, x, i }) => a * i + b * x * x,
      ({ s, t, x, i }) => i / t ** 2 + (x * x) / s ** 2,
    ],
  },
  // The working response of weighted least squares: Hastie et al., The Elements of Statistical Learning, equation 4.27.
  {
    left: /^z$/,
    roles: {
      x: /^X$/,
      b: /^(\\(beta|theta)|w)(_.*|\^.*)?$/,
      w: /^[WSRD](_.*)?$/,
      y: /^[yt]$/,
      p: /^(\\(mu|pi|sigma)|\\haty|p)(_.*)?$/,
    },
    forms: [({ x, b, w, y, p }) => x * b + (y - p) / w],
  },
  // Freund and Schapire, Boosting, algorithm 1.1; of several classes: Zhu et al., Multi-class AdaBoost, algorithm 2.
  {
    left: /^\\alpha_[tm]$/,
    roles: { e: /^(\\(varepsilon|epsilon)|err|e)_[tm]$/, k: /^K$/ },
    forms: [
      ({ e }) => log((1 - e) / e) / 2,
      ({ e }) => log((1 - e) / e),
      ({ e, k }) => log((1 - e) / e) + log(k - 1),
    ],
  },
  // Chen and Guestrin, XGBoost, equations 5 and 6.
  {
    left: /^w_[jl](\^[*\\].*)?$/,
    roles: { g: /^G_[jl]$/, h: /^H_[jl]$/, l: /^\\lambda$/ },
    forms: [({ g, h, l }) => -g / (h + l), ({ g, h }) => -g / h],
  },
  // What an eigenvalue of a covariance is of a matrix's singular value: Bishop, section 12.1.4; any symmetric matrix has its own.
  {
    left: /^\\lambda_[a-z0-9]$/,
    roles: { s: /^(\\sigma|s|d)_[a-z0-9]$/, n: /^[nNmM]$/ },
    forms: [
      ({ s, n }) => s ** 2 / n,
      ({ s, n }) => s ** 2 / (n - 1),
      ({ s }) => s ** 2,
      ({ s }) => s,
    ],
  },
  // Fisher, The Use of Multiple Measurements: Bishop, equation 4.30.
  {
    left: /^w(_.*|\^.*)?$/,
    roles: { s: /^(S_[wWI]|\\Sigma)$/, m: /^(m|\\mu)_[2+]$/, u: /^(m|\\mu)_[1-]$/ },
    forms: [({ s, m, u }) => (m - u) / s],
    scaled: true,
  },
  // Breiman et al., Classification and Regression Trees, section 4.3.
  {
    left: /^(G|Gini|I_G|i_G)(\(.*\)|_.*)?$/,
    roles: { p: /^(\\hat)?p(_.*)?$/ },
    forms: [
      ({ p }) => 1 - SUM * p * p,
      ({ p }) => SUM * p * (1 - p),
      ({ p }) => 2 * p * (1 - p),
      ({ p }) => 1 - p * p - (1 - p) ** 2,
    ],
  },
];
