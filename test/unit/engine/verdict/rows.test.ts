import { fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const MAP = 'Sea $\\Phi \\in \\mathbb{R}^{n \\times p}$ con filas $\\phi_i^T$.\n\n';
const TRACE =
  'Los datos son $X \\in \\mathbb{R}^{n \\times d}$ y $S = \\frac{1}{n} X^T X$. @V.\n\n$$\\operatorname{tr}((I - V V^T) S (I - V V^T)) = ';
const orthonormal = (said: string): Scenario => ({
  title: said,
  text: `${TRACE.replace('@V', said)}@$$`,
  forms: [
    ...holds('\\operatorname{tr}(S (I - V V^T))'),
    fails('\\operatorname{tr}(S (I + V V^T))', wrong, '\\operatorname{tr}(S (I - V V^T))'),
  ],
});

/** Rows and columns of matrices, as words and letters tell of them. */
const scenarios: readonly Scenario[] = [
  {
    title: 'what a map makes of the samples, as rows of its capital',
    text: `${MAP}$$\\Phi^T \\Phi = @$$`,
    forms: [
      ...holds('\\sum_{i=1}^n \\phi_i \\phi_i^T'),
      fails('\\sum_{i=1}^n \\phi_i^T \\phi_i', 'step.shape', '\\sum_{i=1}^n \\phi_i \\phi_i^T'),
    ],
  },
  {
    title: 'all rows but one, and the map itself',
    text: `${MAP}Es $\\phi_i = \\phi(x_i)$.\n\n$$\\Phi^T y - y_i \\phi_i = @$$`,
    forms: [
      ...holds('\\sum_{j \\ne i} y_j \\phi_j'),
      { latex: '\\sum_{j} y_j \\phi_j', verdict: 'unchecked', code: 'unchecked.unlinked' },
    ],
  },
  orthonormal('Con $V$ de columnas ortonormales'),
  orthonormal('Sea $V \\in \\mathbb{R}^{d \\times k}$ una matriz con columnas ortonormales'),
  orthonormal('Las columnas de $V$ son ortonormales'),
  orthonormal('Con $A = V$ y $B = V^T$, con columnas ortonormales'),
  orthonormal('Let $V$ have orthonormal columns'),
  {
    title: 'lists that are declared to be a row and a column',
    text:
      'Sean $A \\in \\mathbb{R}^{d \\times k}$ y $B \\in \\mathbb{R}^{k \\times d}$. En $A = (1, 0)^T$ y $B = (1, 2)$ es ' +
      '$$A B = @$$',
    forms: [
      ...holds('\\begin{pmatrix} 1 & 2 \\\\ 0 & 0 \\end{pmatrix}'),
      fails('\\begin{pmatrix} 1 & 0 \\\\ 2 & 0 \\end{pmatrix}', wrong),
    ],
  },
  {
    title: 'a number that is put in order after a vector',
    text:
      'El vector de respuestas es $y \\in \\mathbb{R}^n$ y $\\lambda > 0$, con $\\Phi \\in \\mathbb{R}^{n \\times p}$.\n\n' +
      '$$w^T \\Phi^T \\Phi w + \\lambda w^T w = @$$',
    forms: [
      ...holds('w^T (\\Phi^T \\Phi + \\lambda I) w'),
      fails('w^T (\\Phi^T \\Phi - \\lambda I) w', wrong, 'w^T (\\Phi^T \\Phi + \\lambda I) w'),
    ],
  },
  {
    title: 'chances that only their spread tells of',
    text:
      '$$\\operatorname{Cov} = \\operatorname{diag}(p) - p p^T$$ Para todo $v \\in \\mathbb{R}^K$: ' +
      '$$v^T (\\operatorname{diag}(p) - p p^T) v = @$$',
    forms: [
      ...holds('\\sum_k p_k (v_k - \\sum_l p_l v_l)^2'),
      fails(
        '\\sum_k p_k (v_k + \\sum_l p_l v_l)^2',
        wrong,
        '\\sum_k p_k (v_k - \\sum_l p_l v_l)^2',
      ),
    ],
  },
  {
    title: 'differentials of what stands between',
    text:
      'Sean $X \\in \\mathbb{R}^{n \\times p}$, $C \\in \\mathbb{R}^{m \\times p}$, $Q = X W_Q$, $K = C W_K$, $V = C W_V$ y ' +
      '$S = Q K^\\top$. Con $O = S V$ la pérdida es $\\ell$ y $D = \\frac{\\partial \\ell}{\\partial S}$.\n\n' +
      '$$d\\ell = \\operatorname{tr}(D^\\top dQ\\, K^\\top) + @$$',
    forms: [
      ...holds('\\operatorname{tr}(D^\\top Q\\, dK^\\top)'),
      fails('\\operatorname{tr}(D Q\\, dK^\\top)', wrong),
    ],
  },
];

testForms(scenarios);
