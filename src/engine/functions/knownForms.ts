/** The parts that names play in a formula, each with a value; not a number where no name plays it. */
export type Roles = Readonly<
  Record<
    | ('b' | 'c' | 'e' | 'f' | 'g' | 'h' | 'i' | 'k' | 'm' | 'n' | 'o' | 'p' | 'q')
    | ('r' | 's' | 'step' | 'v' | 'w' | 'x' | 'y' | 'z' | 'TP' | 'TN' | 'FP' | 'FN'),
    number
  >
>;

/** A definition whose name says what it has to be. */
export interface KnownForm {
  /** What is defined, as `compact` writes it. */
  readonly left: RegExp;
  /** What each name of the formula can be; a name that is none of them makes it another formula. */
  readonly roles: Readonly<Partial<Record<keyof Roles, RegExp>>>;
  /** The forms in use. */
  readonly forms: readonly ((roles: Roles) => number)[];
  /** Sums and means, signs and bases of logarithms are a matter of taste: the same up to a factor. */
  readonly scaled?: true;
}

const { exp, log, sqrt, tanh, PI } = Math;
const NUMBERS = /^[nNmMBTKS]$/;
const SMALL = /^\\(varepsilon|epsilon)$/;
const SLOPE = /^(g(_[tk]|_t-1)?|\\nabla.*)$/;
const MEAN = /^\\mu(_.*)?$/;
const DEVIATION = /^\\sigma(_.*)?$/;

/** Murphy, Probabilistic Machine Learning, section 5.1.3. In Spanish `TP` is `VP`. */
function rate(left: RegExp, form: KnownForm['forms'][number]): KnownForm {
  const roles = {
    TP: /^[TV]P(_.*)?$/,
    TN: /^[TV]N(_.*)?$/,
    FP: /^FP(_.*)?$/,
    FN: /^FN(_.*)?$/,
  };
  return { left, roles, forms: [form] };
}

/** One row per quantity. */
export const KNOWN_FORMS: readonly KnownForm[] = [
  rate(/^(Precisi[oó]n|Prec|PPV)$/i, ({ TP, FP }) => TP / (TP + FP)),
  rate(/^(Recall|Sensitivity|Sensibilidad|Exhaustividad|TPR)$/i, ({ TP, FN }) => TP / (TP + FN)),
  rate(/^(Accuracy|Exactitud|Acc)$/i, ({ TP, TN, FP, FN }) => (TP + TN) / (TP + TN + FP + FN)),
  rate(/^F_?1$/, ({ TP, FP, FN }) => (2 * TP) / (2 * TP + FP + FN)),
  {
    left: /^F_?1$/,
    roles: { p: /^(P|Prec|Precisi[oó]n)$/i, r: /^(R|Rec|Recall|Exhaustividad)$/i },
    forms: [({ p, r }) => (2 * p * r) / (p + r)],
  },
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
  {
    left: /^\\hatm_[tk]$/,
    roles: { m: /^m_[tk]$/, b: /^\\beta(_1)?$/, step: /^[tk]$/ },
    forms: [({ m, b, step }) => m / (1 - b ** step)],
  },
  {
    left: /^\\hat[vs]_[tk]$/,
    roles: { m: /^[vs]_[tk]$/, b: /^\\beta(_2)?$/, step: /^[tk]$/ },
    forms: [({ m, b, step }) => m / (1 - b ** step)],
  },
  {
    left: /^(w|\\theta|x|W)_[tk](\+1)?$/,
    roles: {
      w: /^(w|\\theta|x|W)_[tk](-1)?$/,
      e: /^\\(eta|alpha)(_t)?$/,
      m: /^(\\hatm_[tk](\+1)?|g_[tk]|m_[tk])$/,
      v: /^(\\hat)?[vs]_[tk](\+1)?$/,
      z: SMALL,
    },
    forms: [
      ({ w, e, m, v, z }) => w - (e * m) / (sqrt(v) + z),
      ({ w, e, m, v, z }) => w - (e * m) / sqrt(v + z),
    ],
  },
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
  // Cover and Thomas, Elements of Information Theory, chapter 2; whatever the letter.
  {
    left: /^(H|S)(\(.*\))?$/,
    roles: { n: NUMBERS, p: /./ },
    forms: [({ p }) => p * log(p), ({ p }) => p * log(p) + (1 - p) * log(1 - p)],
    scaled: true,
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
  // Kingma and Welling, Auto-Encoding Variational Bayes, appendix B.
  {
    left: /^(D_?)?KL(\(.*\)|_.*)?$/,
    roles: { s: DEVIATION, m: MEAN },
    forms: [({ s, m }) => s ** 2 + m ** 2 - 1 - 2 * log(s)],
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
    ],
  },
  // Bishop, Pattern Recognition and Machine Learning, equation 1.46.
  {
    left: /^(p|f|N|\\mathcalN|\\phi)(_.*)?\(.*\)$/,
    roles: { x: /^x(_.*)?$/, m: MEAN, s: DEVIATION },
    forms: [({ x, m, s }) => exp(-((x - m) ** 2) / (2 * s ** 2)) / (s * sqrt(2 * PI))],
  },
];
