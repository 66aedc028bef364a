import { expect, test } from 'vitest';
import { check } from '../judging.js';

/** Right coursework in which nothing may be called wrong, by what its author meant. */
const texts: Readonly<Record<string, string>> = {
  'an equation before its solution':
    'With $\\mu = 1$ and $L = 9$ the best rate has equal factors, $1 - \\eta\\mu = -(1 - \\eta L)$:\n\n$$\\eta^\\star = \\frac{2}{\\mu + L} = \\frac{2}{10} = 0.2 .$$\n\nThe choice $\\eta = 1/L$ is simpler.',
  'una ecuación y su raíz':
    'Con $x = -1.5$ se vio. La frontera está en $-\\tfrac25 + \\tfrac45 x = 0$, o sea $x = \\tfrac12$.',
  'roots with a double sign':
    '$$a = 9:\\quad r^2 - 0.6 r + 0.5 = 0,\\qquad r = 0.3 \\pm \\sqrt{0.09 - 0.5},$$ and then $|r|^2 = 0.5$.',
  'an orthogonal matrix':
    "La traza es $\\operatorname{tr}(S) - u'Su$. Sea $X = PDQ'$: $P'P = I_p$, $Q'Q = QQ' = I_p$, $D = \\operatorname{diag}(d_1, \\dots, d_p)$ con $d_1 \\ge \\dots \\ge d_p > 0$.",
  'a chain in a row of cases':
    "For $\\alpha > 0$, $$E(x) = \\begin{cases} x, & x > 0,\\\\ \\alpha (e^x - 1), & x \\le 0,\\end{cases} \\qquad E'(x) = \\begin{cases} 1, & x > 0,\\\\ \\alpha e^x = E(x) + \\alpha, & x < 0.\\end{cases}$$",
  'the diagonal of a matrix as a matrix':
    'Sea $X \\in \\mathbb{R}^{N \\times d}$ y $w \\in \\mathbb{R}^d$. $$\\sum_{i=1}^N \\sum_{j=1}^d X_{ij}^2 w_j^2 = w^\\top D w, \\qquad D = \\operatorname{diag}(X^\\top X).$$',
  'pairs of labels':
    'Sean las etiquetas $y = (-1, 1, 1, -1)$. Hay cuatro pares $i \\ne j$ con $y_i y_j = 1$ y ocho con $y_i y_j = -1$.',
  'points of another section':
    'Sean $u_1 = (1, 1)$ y $u_2 = (1, -1)$. Para los puntos $u_1, u_2$ de la sección 3, $\\|u_1 - u_2\\|^2 = 8$.',
  'points of another section, in English':
    'Let $u_1 = (1, 1)$ and $u_2 = (1, -1)$. For the points $u_1, u_2$ of Section 3, $\\|u_1 - u_2\\|^2 = 8$.',
  'a difference quotient of a loss':
    'Con $b_3 = 0$ la pérdida es $$L = \\frac{1}{4} \\left(1 + 4\\right) = 1.25 .$$ Con paso $0.01$, $$\\frac{L(b_3 + 0.01) - L(b_3 - 0.01)}{0.02} = \\frac{1.23505 - 1.26505}{0.02} = -1.5 .$$',
  'a square matrix of a size':
    "For square $A$ (not assumed symmetric) of size $m$ and $X$ of size $m \\times n$, let $f(X) = \\operatorname{tr}(X'AX)$. Then $$\\begin{aligned} df &= \\operatorname{tr}(dX'\\,AX) + \\operatorname{tr}(X'A\\,dX) \\\\ &= \\operatorname{tr}(X'A'\\,dX) + \\operatorname{tr}(X'A\\,dX) \\\\ &= \\operatorname{tr}\\bigl(X'(A' + A)\\,dX\\bigr), \\end{aligned}$$",
  'an identity of an open size':
    "La matriz $C = I_n - \\frac1n \\mathbf 1 \\mathbf 1'$ es simétrica. $$S = \\frac1n X'X = \\frac1n M'C'CM = \\frac1n M'CM.$$",
  'a label with a hat':
    "$$\\ell = \\frac n2 \\operatorname{tr}(\\Lambda S_\\mu), \\qquad S_\\mu = \\frac1n \\sum_{i=1}^n (x_i - \\mu)(x_i - \\mu)'.$$ The estimate is $\\hat\\Sigma = S_{\\hat\\mu} = \\frac1n \\sum_i (x_i - \\bar x)(x_i - \\bar x)'$.",
  'what a minimum is over':
    'Huber is what remains after minimising out an outlier $o$: the minimiser is $o^\\star = \\operatorname{sign}(r) \\max(|r| - \\delta, 0)$. With $r > 0$ it is simpler.',
  'a matrix that equals its transpose':
    'Let $f(x) = \\frac12 x^T A x - b^T x$ with $A = A^T$ and $x^* = A^{-1} b$. $$f(x) + \\tfrac12 b^T A^{-1} b = \\tfrac12 x^T A x - b^T x + \\tfrac12 b^T A^{-1} b = \\tfrac12 (x - x^*)^T A (x - x^*).$$',
  'a multiplier that is not solved for yet':
    '\\[ r_a - \\tau(\\log \\pi_a + 1) - \\lambda = 0 \\ \\Longrightarrow\\ \\pi_a = \\frac{e^{r_a / \\tau}}{\\sum_c e^{r_c / \\tau}} \\]',
  'entropies of nodes by their counts':
    'La entropía de un nodo es $H = -\\sum_k p_k \\log_2 p_k$. $$H(6,2) = -\\frac34 \\log_2 \\frac34 - \\frac14 \\log_2 \\frac14 \\approx 0.8113$$ $$G = 1 - \\frac{8}{16} H(6,2) - \\frac{8}{16} H(2,6) = 1 - H(6,2) \\approx 0.1887$$',
  'a loss at numbers, of several names':
    'Let $L = (w - 1)^2 + (b - 2)^2$. Then $L(0, 0) = 1 + 4 = 5$ and $L(1, 2) = 0$.',
  'an entropy after a cross-entropy':
    'Sean $p = (\\frac34, \\frac14)$ y $q = (\\frac12, \\frac12)$. $$H(p,q) = -\\sum_k p_k \\log_2 q_k = 1, \\quad D(p\\|q) = \\sum_k p_k \\log_2 \\frac{p_k}{q_k} \\approx 0.1887$$ y $H(p,q) = H(p) + D(p\\|q)$.',
  'probabilities that are called pi':
    '$$\\frac{\\partial \\ell_i}{\\partial s_{ij}} = \\frac{1}{\\tau} (\\pi_{ij} - \\delta_{ij})$$ With $\\tau = 0.5$: $$\\frac{\\partial \\ell_1}{\\partial s_{11}} = 2(\\pi_{11} - 1) \\approx -0.4260 .$$',
  'conditions in rows of cases':
    'At the optimum $$y_i(w^\\top x_i + b)\\\n\\begin{cases}\\ \\ge 1, & \\alpha_i = 0,\\\\ \\ =1, & 0 < \\alpha_i < C,\\\\ \\ \\le 1, & \\alpha_i = C.\\end{cases}$$ With $x = 2$ and $t = 3$.',
  'rows of cases after what cannot be read':
    'At the optimum $$f(x) ]\n\\begin{cases} =1, & x = 0,\\\\ =2, & x > 0, \\end{cases}$$ With $a = 2$ and $t = 3$.',
  'an adjoint with which an example begins':
    'We write $\\bar{A}$ for $\\partial L / \\partial A$. With $P \\in \\mathbb{R}^{T \\times T}$ and $V \\in \\mathbb{R}^{T \\times d}$ let $O = P V$, so that $$\\bar{P} = \\bar{O} V^\\top .$$ Let the upstream gradient be $\\bar{O} = I_2$.',
  'the numbers of all samples': 'Cuatro datos: $x = -1, 0, 1, 2$. La recta cruza donde $x^2 = 4$.',
};

test.each(Object.entries(texts))('%s is not called wrong', (_, text) => {
  const { steps } = check(text);
  expect(steps.length).toBeGreaterThan(1);
  const wrong = steps.filter(({ verdict }) => verdict === 'fails' || verdict === 'slip');
  expect(wrong.map(({ latex, reason }) => [latex, reason?.code])).toEqual([]);
});
