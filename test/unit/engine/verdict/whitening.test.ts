import { fails, holds, testForms } from '../judging.js';

const VALUES = 'Sea $S = \\begin{pmatrix} 2.5 & 1.5 \\\\ 1.5 & 2.5 \\end{pmatrix}$. ';

const SVD =
  'Sea $X = U \\Sigma V^T$ con $U \\in \\mathbb{R}^{n \\times p}$ de columnas ortonormales, $\\Sigma = \\mathrm{diag}(\\sigma_1, \\dots, \\sigma_p)$ y $V \\in \\mathbb{R}^{p \\times p}$ ortogonal. ';

const PARTS = 'Con $k < p$ componentes, sea $V_k$ la matriz de las primeras $k$ columnas de $V$. ';

testForms([
  {
    title: 'a matrix that has no root',
    text: 'Sea $S = \\begin{pmatrix} 1 & 2 \\\\ 2 & 1 \\end{pmatrix}$. $$S^{1/2} S^{1/2} = @$$',
    forms: [{ latex: 'S', verdict: 'unchecked', code: 'unchecked.domain' }],
  },
  {
    title: 'a root of numbers',
    text: `${VALUES}$$S^{-1/2} = @$$`,
    forms: [
      ...holds('\\begin{pmatrix} 0.75 & -0.25 \\\\ -0.25 & 0.75 \\end{pmatrix}'),
      fails('\\begin{pmatrix} 0.75 & 0.25 \\\\ 0.25 & 0.75 \\end{pmatrix}', 'step.not-equal'),
    ],
  },
  {
    title: 'roots of a definite matrix',
    text: 'Sea $S$ simétrica y definida positiva, $S = V \\Lambda V^T$ con $V$ ortogonal y $\\Lambda$ diagonal. $$S^{-1/2} = @$$',
    forms: [
      ...holds('V \\Lambda^{-1/2} V^T', 'S^{1/2} S^{-1}'),
      fails('V^T \\Lambda^{-1/2} V^T', 'step.not-equal', 'V \\Lambda^{-1/2} V^T'),
    ],
  },
  {
    title: 'a root that was forgotten',
    text: `${SVD}Sea $\\Lambda = \\frac1n \\Sigma^2$. $$X V \\Lambda^{-1/2} = U \\Sigma \\Lambda^{-1/2} = @$$`,
    forms: [...holds('\\sqrt{n} U'), fails('n U', 'step.not-equal', '\\sqrt{n} U')],
  },
  {
    title: 'what is left of the variance',
    text: `${SVD}${PARTS}$$\\|X - X V_k V_k^T\\|_F^2 = \\operatorname{tr}(X^T X) - \\operatorname{tr}(V_k^T X^T X V_k) = @$$`,
    forms: holds('\\sum_{j=k+1}^p \\sigma_j^2'),
  },
  {
    title: 'a relation told both ways',
    text: `${SVD}$$\\lambda_j = \\frac{\\sigma_j^2}{n}, \\qquad \\sigma_j = \\sqrt{n \\lambda_j}$$ Entonces $\\frac1n \\Sigma U^T U \\Sigma = @$.`,
    forms: [
      ...holds('\\frac1n \\Sigma^2'),
      fails('\\frac1n \\Sigma', 'step.not-equal', '\\frac1n \\Sigma^2'),
    ],
  },
  {
    title: 'what an elder section says of a matrix, whose definitions cannot be read here',
    text: `# Primera\n\n${SVD}\n\n$$\\lambda_j = \\frac{\\mu_j}{n}, \\qquad \\mu_j = \\sigma_j^2, \\qquad \\sigma_j = \\sqrt{n \\lambda_j}$$\n\n# Segunda\n\n${PARTS}\n\nCon $P = V_k V_k^T$:\n\n$$\\operatorname{tr}(X^T X (I - P)^2) = @$$`,
    forms: holds('\\operatorname{tr}(X^T X) - \\operatorname{tr}(V_k^T X^T X V_k)'),
  },
]);
