import type { KnownForm, Roles } from './form.js';

/** Murphy, Probabilistic Machine Learning, section 5.1.3. In Spanish `TP` is `VP`. */
function rate(left: RegExp, form: (roles: Roles) => number): KnownForm {
  const roles = {
    TP: /^[TV]P(_.*)?$/,
    TN: /^[TV]N(_.*)?$/,
    FP: /^FP(_.*)?$/,
    FN: /^FN(_.*)?$/,
  };
  return { left, roles, forms: [form] };
}

const P = /^(P|Prec|Precisi[oó]n)$/i;
const R = /^(R|Rec|Recall|Exhaustividad)$/i;

/** How good predictions are. */
export const METRICS: readonly KnownForm[] = [
  rate(/^(Precisi[oó]n|Prec|PPV|VPP)$/i, ({ TP, FP }) => TP / (TP + FP)),
  rate(/^(Recall|Sensitivity|Sensibilidad|Exhaustividad|TPR)$/i, ({ TP, FN }) => TP / (TP + FN)),
  rate(/^(Specificity|Especificidad|TNR)$/i, ({ TN, FP }) => TN / (TN + FP)),
  rate(/^FPR$/, ({ TN, FP }) => FP / (TN + FP)),
  rate(/^FNR$/, ({ TP, FN }) => FN / (TP + FN)),
  rate(/^(NPV|VPN)$/, ({ TN, FN }) => TN / (TN + FN)),
  rate(/^(Accuracy|Exactitud|Acc)$/i, ({ TP, TN, FP, FN }) => (TP + TN) / (TP + TN + FP + FN)),
  rate(/^F_?1$/, ({ TP, FP, FN }) => (2 * TP) / (2 * TP + FP + FN)),
  rate(/^(IoU|Jaccard|J)$/, ({ TP, FP, FN }) => TP / (TP + FP + FN)),
  { left: /^F_?1$/, roles: { p: P, r: R }, forms: [({ p, r }) => (2 * p * r) / (p + r)] },
  // van Rijsbergen, Information Retrieval, chapter 7.
  {
    left: /^F_\\beta$/,
    roles: { p: P, r: R, b: /^\\beta$/ },
    forms: [({ p, r, b }) => ((1 + b ** 2) * p * r) / (b ** 2 * p + r)],
  },
];
