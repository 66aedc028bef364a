import { expect, test } from 'vitest';
import { check, testForms, type Form, type Scenario } from '../judging.js';

const known = (latex: string): Form => ({ latex, verdict: 'fails', code: 'definition.known' });
const given = (...forms: readonly string[]): readonly Form[] =>
  forms.map((latex) => ({ latex, verdict: 'given' }));

/** What everybody knows by its name, right and with one slip. */
const scenarios: readonly Scenario[] = [
  {
    title: 'activations with a parameter',
    text: '$$\\operatorname{ELU}(x) = @$$',
    forms: [
      ...given(
        '\\begin{cases} x & x > 0 \\\\ \\alpha (e^x - 1) & x \\le 0 \\end{cases}',
        '\\begin{cases} x & x > 0 \\\\ e^x - 1 & x \\le 0 \\end{cases}',
      ),
      known('\\begin{cases} x & x > 0 \\\\ \\alpha (e^x + 1) & x \\le 0 \\end{cases}'),
    ],
  },
  {
    title: 'precision',
    text: '$$\\text{Precisión} = @$$',
    forms: [
      ...given('\\frac{TP}{TP + FP}', '\\frac{VP}{VP + FP}'),
      known('\\frac{TP}{TP - FP}'),
      known('\\frac{FP}{TP + FP}'),
    ],
  },
  {
    title: 'recall beside precision',
    text: '$$\\text{FNR} = \\frac{FN}{FN + TP}, \\qquad \\text{Recall} = @$$',
    forms: [...given('\\frac{TP}{TP + FN}'), known('\\frac{TP}{TP + FP}')],
  },
  {
    title: 'the harmonic mean of precision and recall',
    text: '$$F_1 = @$$',
    forms: [
      ...given('2 \\cdot \\frac{P \\cdot R}{P + R}', '\\frac{2 P R}{P + R}'),
      known('\\frac{P \\cdot R}{P + R}'),
      known('2 \\cdot \\frac{P \\cdot R}{P - R}'),
    ],
  },
  {
    title: 'the first moment of the slopes',
    text: '$$m_t = @$$',
    forms: [
      ...given('\\beta_1 m_{t-1} + (1 - \\beta_1) g_t', '\\beta m_{t-1} + g_t'),
      known('\\beta_1 m_{t-1} - (1 - \\beta_1) g_t'),
      known('\\beta_1 m_{t-1} + (1 + \\beta_1) g_t'),
    ],
  },
  {
    title: 'the second moment of the slopes',
    text: '$$v_t = @$$',
    forms: [
      ...given('\\beta_2 v_{t-1} + (1 - \\beta_2) g_t^2', '\\beta v_{t-1} + \\eta g_t'),
      known('\\beta_2 v_{t-1} + (1 - \\beta_2) g_t'),
    ],
  },
  {
    title: 'a moment without its bias',
    text: '$$\\hat{m}_t = @$$',
    forms: [
      ...given('\\frac{m_t}{1 - \\beta_1^t}'),
      known('\\frac{m_t}{1 - \\beta_1}'),
      known('\\frac{m_t}{1 + \\beta_1^t}'),
    ],
  },
  {
    title: 'the step of Adam',
    text: '$$\\theta_{t+1} = @$$',
    forms: [
      ...given(
        '\\theta_t - \\eta \\frac{\\hat{m}_t}{\\sqrt{\\hat{v}_t} + \\epsilon}',
        '\\theta_t - \\frac{\\eta}{\\sqrt{\\hat{v}_t + \\epsilon}} \\hat{m}_t',
      ),
      known('\\theta_t - \\eta \\frac{\\hat{m}_t}{\\hat{v}_t + \\epsilon}'),
      known('\\theta_t + \\eta \\frac{\\hat{m}_t}{\\sqrt{\\hat{v}_t} + \\epsilon}'),
    ],
  },
  {
    title: 'what batch normalisation does',
    text: '$$\\hat{x}_i = @$$',
    forms: [
      ...given(
        '\\frac{x_i - \\mu_B}{\\sqrt{\\sigma_B^2 + \\epsilon}}',
        '\\frac{x_i - \\mu_B}{\\sigma_B}',
      ),
      known('\\frac{x_i - \\mu_B}{\\sigma_B^2 + \\epsilon}'),
      known('\\frac{x_i + \\mu_B}{\\sqrt{\\sigma_B^2 + \\epsilon}}'),
    ],
  },
  {
    title: 'the state of a cell',
    text: '$$c_t = @$$',
    forms: [
      ...given(
        'f_t \\odot c_{t-1} + i_t \\odot \\tilde{c}_t',
        'i_t \\odot g_t + f_t \\odot c_{t-1}',
      ),
      known('f_t \\odot c_{t-1} - i_t \\odot \\tilde{c}_t'),
    ],
  },
  {
    title: 'a gated state',
    text: '$$h_t = @$$',
    forms: [
      ...given(
        '(1 - z_t) \\odot h_{t-1} + z_t \\odot \\tilde{h}_t',
        'z_t \\odot h_{t-1} + (1 - z_t) \\odot \\tilde{h}_t',
      ),
      known('(1 + z_t) \\odot h_{t-1} + z_t \\odot \\tilde{h}_t'),
    ],
  },
  {
    title: 'the entropy of two outcomes',
    text: '$$H(p) = @$$',
    forms: [
      ...given('-p \\log_2 p - (1 - p) \\log_2(1 - p)'),
      known('-p \\log_2 p + (1 - p) \\log_2(1 - p)'),
    ],
  },
  {
    title: 'the cross-entropy of two classes',
    text: '$$L = @$$',
    forms: [
      ...given(
        '-\\frac1N \\sum_{i=1}^N \\left[ y_i \\log \\hat{y}_i + (1 - y_i) \\log(1 - \\hat{y}_i) \\right]',
        '-\\sum_k y_k \\log \\hat{y}_k',
      ),
      known(
        '-\\frac1N \\sum_{i=1}^N \\left[ y_i \\log \\hat{y}_i - (1 - y_i) \\log(1 - \\hat{y}_i) \\right]',
      ),
    ],
  },
  {
    title: 'the divergence of a Gaussian from the usual one',
    text: '$$D_{KL} = @$$',
    forms: [
      ...given(
        '\\frac12 \\sum_j (\\mu_j^2 + \\sigma_j^2 - 1 - \\log \\sigma_j^2)',
        '-\\frac12 \\sum_j (1 + \\log \\sigma_j^2 - \\mu_j^2 - \\sigma_j^2)',
      ),
      known('\\frac12 \\sum_j (\\mu_j^2 + \\sigma_j^2 + 1 - \\log \\sigma_j^2)'),
    ],
  },
  {
    title: 'the size of what a filter leaves',
    text: '$$o = @$$',
    forms: [
      ...given(
        '\\left\\lfloor \\frac{n + 2p - k}{s} \\right\\rfloor + 1',
        '\\frac{n - k}{s} + 1',
        'n + p - k + 1',
        'n + 2 \\cdot \\frac{k - 1}{2} - k + 1',
        's (n - 1) + k - 2p',
      ),
      known('\\left\\lfloor \\frac{n - 2p - k}{s} \\right\\rfloor + 1'),
      known('\\frac{n + 2p + k}{s} + 1'),
    ],
  },
  {
    title: 'a normal density',
    text: '$$p(x) = @$$',
    forms: [
      ...given(
        '\\frac{1}{\\sqrt{2\\pi\\sigma^2}} e^{-\\frac{(x - \\mu)^2}{2\\sigma^2}}',
        '\\frac{1}{\\sigma\\sqrt{2\\pi}} \\exp\\left(-\\frac{(x - \\mu)^2}{2\\sigma^2}\\right)',
      ),
      known('\\frac{1}{\\sqrt{2\\pi\\sigma}} e^{-\\frac{(x - \\mu)^2}{2\\sigma^2}}'),
      known('\\frac{1}{\\sqrt{2\\pi\\sigma^2}} e^{\\frac{(x - \\mu)^2}{2\\sigma^2}}'),
    ],
  },
  {
    title: 'the mode of a beta posterior',
    text: '$$\\hat{\\theta}_{\\text{MAP}} = @$$',
    forms: [
      ...given(
        '\\frac{s + \\alpha - 1}{n + \\alpha + \\beta - 2}',
        '\\frac{\\sum_{i=1}^n x_i + a - 1}{n + a + b - 2}',
        '\\frac{s + 1}{n + 2}',
      ),
      known('\\frac{s + \\alpha - 1}{n + \\alpha + \\beta - 1}'),
      known('\\frac{s + \\alpha}{n + \\alpha + \\beta - 2}'),
    ],
  },
  {
    title: 'the mode of a Dirichlet posterior',
    text: '$$\\hat{\\theta}_k = @$$',
    forms: [
      ...given(
        '\\frac{n_k + \\alpha_k - 1}{n + \\sum_{j=1}^K \\alpha_j - K}',
        '\\frac{n_k + \\alpha_k}{n + \\alpha_0}',
        '\\frac{n_k}{n}',
      ),
      known('\\frac{n_k + \\alpha_k - 1}{n + \\sum_{j=1}^K \\alpha_j - 1}'),
    ],
  },
  {
    title: 'smoothed counts',
    text: '$$\\hat{\\theta}_{jc} = @$$',
    forms: [
      ...given(
        '\\frac{N_{jc} + \\alpha}{N_c + 2\\alpha}',
        '\\frac{N_{jc} + \\alpha}{N_c + \\alpha V}',
      ),
      known('\\frac{N_{jc} + \\alpha}{N_c + \\alpha}'),
      known('\\frac{N_{jc} - \\alpha}{N_c + 2\\alpha}'),
    ],
  },
  {
    title: 'the means of a mixture',
    text: 'With $N_k = \\sum_{n=1}^N \\gamma_{nk}$: $$\\mu_k = @$$',
    forms: [
      ...given(
        '\\frac{1}{N_k} \\sum_{n=1}^N \\gamma_{nk} x_n',
        '\\frac{\\sum_n \\gamma_{nk} x_n}{\\sum_n \\gamma_{nk}}',
      ),
      known('\\frac{1}{N} \\sum_{n=1}^N \\gamma_{nk} x_n'),
    ],
  },
  {
    title: 'the covariances of a mixture',
    text: 'With $N_k = \\sum_{n=1}^N \\gamma_{nk}$: $$\\Sigma_k = @$$',
    forms: [
      ...given('\\frac{1}{N_k} \\sum_n \\gamma_{nk} (x_n - \\mu_k)(x_n - \\mu_k)^\\top'),
      known('\\frac{1}{N} \\sum_n \\gamma_{nk} (x_n - \\mu_k)(x_n - \\mu_k)^\\top'),
    ],
  },
  {
    title: 'the mean of a normal posterior',
    text: '$$\\hat{\\mu}_{\\text{MAP}} = @$$',
    forms: [
      ...given(
        '\\frac{n \\tau^2 \\bar{x} + \\sigma^2 m_0}{n \\tau^2 + \\sigma^2}',
        '\\frac{\\frac{n}{\\sigma^2} \\bar{x} + \\frac{1}{\\tau^2} m_0}{\\frac{n}{\\sigma^2} + \\frac{1}{\\tau^2}}',
        '\\frac{\\sigma_0^2 \\sum_i x_i + \\sigma^2 \\mu_0}{n \\sigma_0^2 + \\sigma^2}',
      ),
      known('\\frac{n \\sigma^2 \\bar{x} + \\tau^2 m_0}{n \\tau^2 + \\sigma^2}'),
      known('\\frac{n \\tau^2 \\bar{x} - \\sigma^2 m_0}{n \\tau^2 + \\sigma^2}'),
    ],
  },
  {
    title: 'what one part says of the other',
    text: '$$\\mu_{1|2} = @$$',
    forms: [
      ...given('\\mu_1 + \\Sigma_{12} \\Sigma_{22}^{-1} (x_2 - \\mu_2)'),
      known('\\mu_1 + \\Sigma_{12} \\Sigma_{22} (x_2 - \\mu_2)'),
      known('\\mu_1 - \\Sigma_{12} \\Sigma_{22}^{-1} (x_2 - \\mu_2)'),
    ],
  },
  {
    title: 'a linear discriminant',
    text: '$$\\delta_k(x) = @$$',
    forms: [
      ...given(
        'x^\\top \\Sigma^{-1} \\mu_k - \\frac12 \\mu_k^\\top \\Sigma^{-1} \\mu_k + \\log \\pi_k',
      ),
      known(
        'x^\\top \\Sigma^{-1} \\mu_k + \\frac12 \\mu_k^\\top \\Sigma^{-1} \\mu_k + \\log \\pi_k',
      ),
    ],
  },
  {
    title: 'a working response',
    text: '$$z = @$$',
    forms: [
      ...given('X \\beta + W^{-1} (y - \\mu)'),
      known('X \\beta + W (y - \\mu)'),
      known('X \\beta - W^{-1} (y - \\mu)'),
    ],
  },
  {
    title: 'the weight of a classifier among others',
    text: '$$\\alpha_m = @$$',
    forms: [
      ...given('\\frac12 \\ln \\frac{1 - \\epsilon_m}{\\epsilon_m}'),
      known('\\frac12 \\ln \\frac{1 + \\epsilon_m}{\\epsilon_m}'),
    ],
  },
  {
    title: 'the impurity of a leaf',
    text: '$$G = @$$',
    forms: [
      ...given('1 - \\sum_k p_k^2', '2 p (1 - p)'),
      known('1 - \\sum_k p_k'),
      known('1 + \\sum_k p_k^2'),
    ],
  },
  {
    title: 'eigenvalues by singular values',
    text: '$$\\lambda_j = @$$',
    forms: [
      ...given('\\sigma_j^2 / n', '\\frac{\\sigma_j^2}{n - 1}', '\\sigma_j'),
      known('\\sigma_j / n'),
    ],
  },
  {
    title: 'how far two normal densities are apart',
    text: '$$D_{KL} = @$$',
    forms: [
      ...given(
        '\\log\\frac{\\sigma_2}{\\sigma_1} + \\frac{\\sigma_1^2 + (\\mu_1 - \\mu_2)^2}{2\\sigma_2^2} - \\frac12',
      ),
      known(
        '\\log\\frac{\\sigma_2}{\\sigma_1} + \\frac{\\sigma_1^2 + (\\mu_1 - \\mu_2)^2}{2\\sigma_2^2} + \\frac12',
      ),
      known(
        '\\log\\frac{\\sigma_1}{\\sigma_2} + \\frac{\\sigma_1^2 + (\\mu_1 - \\mu_2)^2}{2\\sigma_2^2} - \\frac12',
      ),
    ],
  },
  {
    title: 'the scores of attention',
    text: '$$S = @$$',
    forms: [
      ...given('\\frac{Q K^\\top}{\\sqrt{d_k}}', 'Q K^\\top'),
      known('\\frac{Q K^\\top}{d_k}'),
    ],
  },
  {
    title: 'the entropy of a normal density',
    text: '$$h = @$$',
    forms: [
      ...given('\\frac12 \\ln(2 \\pi e \\sigma^2)'),
      known('\\frac12 \\ln(2 \\pi e \\sigma)'),
    ],
  },
  {
    title: 'factors of ratings',
    text: '$$p_u \\leftarrow @$$',
    forms: [
      ...given('p_u + \\eta (e_{ui} q_i - \\lambda p_u)'),
      known('p_u + \\eta (e_{ui} q_i + \\lambda p_u)'),
    ],
  },
  {
    title: 'precision against recall with a weight',
    text: '$$F_\\beta = @$$',
    forms: [
      ...given('\\frac{(1 + \\beta^2) P R}{\\beta^2 P + R}'),
      known('\\frac{(1 + \\beta^2) P R}{\\beta^2 P - R}'),
    ],
  },
  {
    title: 'specificity',
    text: '$$\\text{Especificidad} = @$$',
    forms: [...given('\\frac{TN}{TN + FP}'), known('\\frac{TN}{TN - FP}')],
  },
  {
    title: 'the overlap of two sets',
    text: '$$\\text{IoU} = @$$',
    forms: [...given('\\frac{TP}{TP + FP + FN}'), known('\\frac{TP}{TP - FP + FN}')],
  },
  {
    title: 'the step of AdamW',
    text: '$$\\theta_{t+1} = @$$',
    forms: [
      ...given(
        '\\theta_t - \\eta \\left(\\frac{\\hat{m}_t}{\\sqrt{\\hat{v}_t} + \\epsilon} + \\lambda \\theta_t\\right)',
      ),
      known(
        '\\theta_t - \\eta \\left(\\frac{\\hat{m}_t}{\\sqrt{\\hat{v}_t} + \\epsilon} - \\lambda \\theta_t\\right)',
      ),
    ],
  },
  {
    title: 'the best step on a quadratic',
    text: '$$\\eta^* = @$$',
    forms: [...given('\\frac{2}{L + \\mu}'), known('\\frac{2}{L - \\mu}')],
  },
  {
    title: 'a smoothed label',
    text: '$$\\tilde{y}_k = @$$',
    forms: [
      ...given('(1 - \\varepsilon) y_k + \\frac{\\varepsilon}{K}'),
      known('(1 + \\varepsilon) y_k + \\frac{\\varepsilon}{K}'),
    ],
  },
  {
    title: 'the weight of a leaf',
    text: '$$w_j^* = @$$',
    forms: [...given('-\\frac{G_j}{H_j + \\lambda}'), known('\\frac{G_j}{H_j + \\lambda}')],
  },
  {
    title: 'the variance of a normal posterior',
    text: '$$\\sigma_n^2 = @$$',
    forms: [
      ...given('\\frac{1}{\\frac{n}{\\sigma^2} + \\frac{1}{\\tau^2}}'),
      known('\\frac{1}{\\frac{n}{\\sigma^2} - \\frac{1}{\\tau^2}}'),
    ],
  },
  {
    title: 'the precision of a posterior',
    text: '$$S_N^{-1} = @$$',
    forms: [
      {
        latex: 'S_0^{-1} + \\beta \\Phi^\\top \\Phi',
        verdict: 'unchecked',
        code: 'unchecked.unlinked',
      },
      known('S_0^{-1} - \\beta \\Phi^\\top \\Phi'),
    ],
  },
  {
    title: 'the direction that parts two classes',
    text: '$$w \\propto @$$',
    forms: [...given('S_W^{-1} (m_2 - m_1)'), known('S_W (m_2 - m_1)')],
  },
  {
    title: 'what one part leaves open of the other',
    text: '$$\\Sigma_{1\\mid 2} = @$$',
    forms: [
      ...given('\\Sigma_{11} - \\Sigma_{12} \\Sigma_{22}^{-1} \\Sigma_{21}'),
      known('\\Sigma_{11} + \\Sigma_{12} \\Sigma_{22}^{-1} \\Sigma_{21}'),
    ],
  },
];

testForms(scenarios);

/** The same letters for other things. */
const others = [
  '$$m_t = \\frac{1}{t} \\sum_{i=1}^t x_i, \\qquad v_t = v_{t-1} + a t$$',
  '$$L = \\frac12 (y - \\hat{y})^2, \\qquad J = -\\log p, \\qquad \\ell = y \\hat{y}$$',
  '$$o = W h + b, \\qquad H = X W, \\qquad H = n k, \\qquad F_1 = T + P$$',
  '$$p(x) = \\frac{1}{\\sqrt{2\\pi}} e^{-x^2/2}, \\qquad p(x) = \\lambda e^{-\\lambda x}$$',
  '$$\\hat{x} = x - \\mu, \\qquad \\hat{x}_i = \\mu_i + \\sigma_i z_i, \\qquad h_t = \\tanh(W c_t)$$',
  '$$H(p, q) = -\\sum_i p_i \\log q_i, \\qquad H = 1 - \\sum_i p_i^2$$',
  '$$H(p) = -\\log \\prod_i p_i^{p_i}, \\qquad H = \\log K, \\qquad H(x) = 1 - x$$',
  '$$\\hat{w} = (X^\\top X + 2\\lambda I)^{-1} X^\\top y, \\qquad H(p) - \\log_2 K = \\sum_k p_k \\log_2 \\frac{1}{p_k} - \\sum_k p_k \\log_2 K$$',
  '$$\\eta^* = \\frac{4}{(\\sqrt{L} + \\sqrt{\\mu})^2}, \\qquad \\lambda_1 = \\sigma_1, \\qquad \\mu_j = \\frac1N \\sum_n x_{nj}$$',
  '$$w_{t+1} = w_t - \\eta g_t, \\qquad \\theta_{t+1} = \\theta_t + \\eta v_t$$',
];

test.each(others)('something else: %s', (text) => {
  const flagged = check(text).steps.filter(({ reason }) => reason?.code === 'definition.known');
  expect(flagged.map(({ latex }) => latex)).toEqual([]);
});
