import { DEVIATION, MEAN, SMALL, type KnownForm } from './form.js';

const { sqrt, tanh } = Math;

/** Layers and cells. */
export const NETWORKS: readonly KnownForm[] = [
  // Ioffe and Szegedy, Batch Normalization, algorithm 1.
  {
    left: /^\\hat[xz](_.*|\^\(?i\)?)?$/,
    roles: { x: /^[xz](_.*|\^\(?i\)?)?$/, m: MEAN, s: DEVIATION, z: SMALL },
    forms: [
      ({ x, m, s, z }) => (x - m) / sqrt(s ** 2 + z),
      ({ x, m, s, z }) => (x - m) / (s + z),
      ({ x, m, s }) => (x - m) / s,
    ],
  },
  // Goodfellow et al., Deep Learning, section 10.10.1.
  {
    left: /^[cC]_t$/,
    roles: { f: /^f_t$/, c: /^[cC]_t-1$/, i: /^i_t$/, g: /^(g_t|\\(tilde|hat|bar)[cC]_t)$/ },
    forms: [({ f, c, i, g }) => f * c + i * g],
  },
  {
    left: /^h_t$/,
    roles: { o: /^o_t$/, c: /^[cC]_t$/ },
    forms: [({ o, c }) => o * tanh(c)],
  },
  // Cho et al., Learning Phrase Representations, section 2.3; either gate.
  {
    left: /^h_t$/,
    roles: { z: /^[zu]_t$/, h: /^h_t-1$/, g: /^(n_t|\\(tilde|hat|bar)h_t)$/ },
    forms: [({ z, h, g }) => z * h + (1 - z) * g, ({ z, h, g }) => (1 - z) * h + z * g],
  },
  // Vaswani et al., Attention Is All You Need, section 3.2.1.
  {
    left: /^(S|A|E|scores)$/,
    roles: { q: /^Q$/, k: /^K$/, d: /^d(_[kqh])?$/ },
    forms: [({ q, k, d }) => (q * k) / sqrt(d)],
  },
  // The same without the root, where nothing is scaled, and with its number, as 2 where the keys have four entries.
  {
    left: /^(S|A|E|scores)$/,
    roles: { q: /^Q$/, k: /^K$/ },
    forms: [({ q, k }) => q * k],
    scaled: true,
  },
  // Dumoulin and Visin, A guide to convolution arithmetic, section 2; of both borders together: Dive into Deep Learning, 7.3.
  {
    left: /^([oO]|[nNHWhw]_(out|o|sal)|[nNHW]')$/,
    roles: { n: /^([nNWHI]|[nNWH]_?(in|i|en))$/, k: /^[kKfF]$/, p: /^[pP]$/, s: /^[sS]$/ },
    forms: [
      ({ n, p, k, s }) => (n + 2 * p - k) / s + 1,
      ({ n, p, k }) => n + 2 * p - k + 1,
      ({ n, p, k, s }) => (n + p - k) / s + 1,
      ({ n, p, k }) => n + p - k + 1,
      ({ n, k, s }) => (n - k) / s + 1,
      ({ n, k }) => n - k + 1,
      // What keeps the size was put for the border.
      ({ n }) => n,
      ({ n, k, p, s }) => s * (n - 1) + k - 2 * p,
      ({ n, k, s }) => s * (n - 1) + k,
    ],
  },
];
