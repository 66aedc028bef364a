import { fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const LAYERS =
  '$$a_{ji} = \\tanh(z_{ji}), \\qquad \\hat Y_{ri} = \\sum_{j=1}^{h} V_{rj} a_{ji} + c_r$$\n\n' +
  '$$E = \\frac{1}{n} \\sum_{i=1}^{n} \\sum_{r=1}^{k} (\\hat Y_{ri} - Y_{ri})^2$$\n\n';

/** Errors with two indices, which are none of Kronecker's deltas. */
const scenarios: readonly Scenario[] = [
  {
    title: 'an error of a layer',
    text: `${LAYERS}$$\\delta^{[2]}_{ri} := \\frac{\\partial E}{\\partial \\hat Y_{ri}} = \\frac{2}{n} (\\hat Y_{ri} - Y_{ri})$$\n\n$$\\frac{\\partial E}{\\partial V_{rj}} = @$$`,
    forms: [
      ...holds('\\sum_{i=1}^{n} \\delta^{[2]}_{ri} a_{ji}'),
      fails('\\delta^{[2]}_{ri} a_{ji}', wrong, '\\sum_{i=1}^{n} \\delta^{[2]}_{ri} a_{ji}'),
    ],
  },
  {
    title: 'an error without a layer',
    text: `${LAYERS}$$\\delta_{ri} = \\frac{\\partial E}{\\partial \\hat Y_{ri}}$$\n\n$$\\frac{\\partial E}{\\partial a_{ji}} = @$$`,
    forms: [
      ...holds('\\sum_{r=1}^{k} \\delta_{ri} V_{rj}'),
      fails('\\sum_{r=1}^{k} \\delta_{ri} V_{rj}^2', wrong),
    ],
  },
  {
    title: "Kronecker's delta beside an error",
    text: 'Sea $p_{nk} = \\frac{e^{z_{nk}}}{\\sum_j e^{z_{nj}}}$ y $\\delta_{nk} = p_{nk} - t_{nk}$.\n\n$$\\frac{\\partial p_{nk}}{\\partial z_{nj}} = @$$',
    forms: [
      ...holds('p_{nk} (\\delta_{kj} - p_{nj})'),
      fails('p_{nk} (\\delta_{kj} + p_{nj})', wrong, 'p_{nk} (\\delta_{kj} - p_{nj})'),
    ],
  },
  {
    title: "Kronecker's delta that the text reminds of",
    text: 'Donde $\\delta_{ij} = \\frac{\\partial x_i}{\\partial x_j}$ y $p_i = \\frac{e^{x_i}}{\\sum_k e^{x_k}}$.\n\n$$\\frac{\\partial p_i}{\\partial x_j} = @$$',
    forms: [...holds('p_i (\\delta_{ij} - p_j)'), fails('p_i (\\delta_{ij} + p_j)', wrong)],
  },
];

testForms(scenarios);
