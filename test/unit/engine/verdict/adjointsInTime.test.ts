import { fails, holds, testForms, type Form, type Scenario } from '../judging.js';

const STATES =
  '$$c_t = f_t \\odot c_{t-1} + i_t \\odot g_t, \\qquad h_t = o_t \\odot \\tanh(c_t)$$\n\n';
const RAISED =
  '# Forward\n\n$$a^\\kappa_t = W_\\kappa x_t + U_\\kappa h_{t-1} + b_\\kappa, \\qquad \\kappa \\in \\{f, i, o, g\\}$$\n\n' +
  '$$f_t = \\sigma(a^f_t), \\quad i_t = \\sigma(a^i_t), \\quad o_t = \\sigma(a^o_t), \\quad g_t = \\tanh(a^g_t)$$\n\n' +
  `${STATES}# Backward\n\nLet $L = \\sum_{t=1}^T L_t(h_t)$. We write $\\bar v$ for $\\partial L / \\partial v$.\n\n$$\\bar o_t = \\bar h_t \\odot \\tanh(c_t)$$\n\n`;
const LOWERED =
  '# Celda\n\nPara cada bloque $k \\in \\{f, i, o, g\\}$ sea $$s_{k,t} = A_k x_t + B_k h_{t-1} + d_k$$ y\n\n' +
  '$$f_t = \\sigma(s_{f,t}), \\quad i_t = \\sigma(s_{i,t}), \\quad o_t = \\sigma(s_{o,t}), \\quad g_t = \\tanh(s_{g,t})$$\n\n' +
  `${STATES}# Hacia atrás\n\nSea $J = \\sum_{t=1}^T \\ell_t$. Escribimos $\\bar v = \\partial J / \\partial v$.\n\n`;
const ACCENTED =
  'Para cada puerta $\\rho \\in \\{z, n\\}$ sea $\\hat\\rho_t = W_\\rho x_t + U_\\rho h_{t-1}$, y\n\n' +
  '$$z_t = \\sigma(\\hat z_t), \\quad n_t = \\tanh(\\hat n_t), \\quad h_t = (1 - z_t) \\odot n_t + z_t \\odot h_{t-1}$$\n\n' +
  'Sea $L = \\sum_{t=1}^T \\ell_t(h_t)$ y escribamos $\\delta v = \\partial L / \\partial v$.\n\n';
const OPEN =
  '$$z_t = \\sigma(W_z x_t + U_z s_{t-1}), \\quad n_t = \\tanh(W_n x_t + U_n s_{t-1})$$\n\n' +
  '$$s_t = z_t \\odot s_{t-1} + n_t$$\n\nWe write $\\bar v$ for $\\partial L / \\partial v$.\n\n';
const LAYERS =
  '$$z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]}, \\qquad a^{[l]} = \\sigma(z^{[l]})$$\n\n' +
  'La pérdida es $C = \\frac12 \\|a^{[L]} - y\\|^2$. Escribimos $\\bar v$ para $\\partial C / \\partial v$.\n\n';

function wrong(latex: string, fix?: string): Form {
  return fails(latex, 'step.not-equal', fix);
}

const scenarios: readonly Scenario[] = [
  {
    title: 'gates by a letter for all of them, the memory in the next step',
    text: `${RAISED}$$\\bar c_t = @$$`,
    forms: [
      ...holds('\\bar h_t \\odot o_t \\odot (1 - \\tanh^2(c_t)) + \\bar c_{t+1} \\odot f_{t+1}'),
      wrong(
        '\\bar h_t \\odot o_t \\odot (1 - \\tanh^2(c_t)) + \\bar c_{t+1} \\odot f_t',
        '\\bar h_t \\odot o_t \\odot (1 - \\tanh^2(c_t)) + \\bar c_{t+1} \\odot f_{t+1}',
      ),
    ],
  },
  {
    title: 'through the gate of the candidate',
    text: `${RAISED.replace('# Backward\n\n', '')}$$\\bar a^g_t = @$$`,
    forms: [
      ...holds(
        '\\bar g_t \\odot (1 - g_t \\odot g_t)',
        '\\bar c_t \\odot i_t \\odot (1 - g_t \\odot g_t)',
      ),
      wrong('\\bar g_t \\odot (1 - g_t)', '\\bar g_t \\odot (1 - g_t^2)'),
    ],
  },
  {
    title: 'a sum over the gates, and what the loss of one step adds',
    text: `${RAISED}$$\\bar h_t = \\frac{\\partial L_t}{\\partial h_t} + @$$`,
    forms: [
      ...holds('\\sum_{\\kappa \\in \\{f, i, o, g\\}} U_\\kappa^\\top \\bar a^\\kappa_{t+1}'),
      wrong(
        '\\sum_{\\kappa \\in \\{f, i, o, g\\}} U_\\kappa \\bar a^\\kappa_{t+1}',
        '\\sum_{\\kappa \\in \\{f, i, o, g\\}} U_\\kappa^\\top \\bar a^\\kappa_{t+1}',
      ),
    ],
  },
  {
    title: 'the parameters of any gate, in a section of their own',
    text: `${RAISED}$$\\bar a^f_t = \\bar f_t \\odot f_t \\odot (1 - f_t)$$\n\n# Parameters\n\n$$\\frac{\\partial L}{\\partial b_\\kappa} = \\sum_{t=1}^T \\bar a^\\kappa_t$$\n\n$$\\frac{\\partial L}{\\partial U_\\kappa} = @$$`,
    forms: [
      ...holds('\\sum_{t=1}^T \\bar a^\\kappa_t h_{t-1}^\\top'),
      wrong(
        '\\sum_{t=1}^T \\bar a^\\kappa_t h_t^\\top',
        '\\sum_{t=1}^T \\bar a^\\kappa_t h_{t-1}^\\top',
      ),
      wrong('\\sum_{t=1}^T h_{t-1} (\\bar a^\\kappa_t)^\\top'),
    ],
  },
  {
    title: 'letters of gates beside the time below names, losses of steps left open',
    text: `${LOWERED}$$\\bar s_{g,t} = @$$`,
    forms: [...holds('\\bar g_t \\odot (1 - g_t \\odot g_t)'), wrong('\\bar g_t \\odot (1 - g_t)')],
  },
  {
    title: 'what goes back to the state before',
    text: `${LOWERED}$$\\bar h_{t-1} = @$$`,
    forms: [
      ...holds(
        '\\frac{\\partial \\ell_{t-1}}{\\partial h_{t-1}} + \\sum_{k \\in \\{f, i, o, g\\}} B_k^\\top \\bar s_{k,t}',
      ),
      wrong(
        '\\frac{\\partial \\ell_{t-1}}{\\partial h_{t-1}} + \\sum_{k \\in \\{f, i, o, g\\}} B_k \\bar s_{k,t}',
      ),
    ],
  },
  {
    title: 'a letter below an accent',
    text: `${ACCENTED}$$\\delta h_{t-1} = @$$`,
    forms: [
      ...holds(
        '\\frac{\\partial \\ell_{t-1}}{\\partial h_{t-1}} + \\delta h_t \\odot z_t + \\sum_{\\rho \\in \\{z, n\\}} U_\\rho^\\top \\delta\\hat\\rho_t',
      ),
      wrong(
        '\\frac{\\partial \\ell_{t-1}}{\\partial h_{t-1}} + \\delta h_t \\odot z_t + \\sum_{\\rho \\in \\{z, n\\}} U_\\rho \\delta\\hat\\rho_t',
      ),
    ],
  },
  {
    title: 'from one step to the next, of a loss that is never defined',
    text: `${OPEN}$$\\bar z_{t+1} = @$$`,
    forms: [
      ...holds('\\bar s_{t+1} \\odot s_t'),
      wrong('\\bar s_{t+1} \\odot s_{t+1}', '\\bar s_{t+1} \\odot s_t'),
    ],
  },
  {
    title: 'a loss of the last step alone',
    text: `${OPEN}$$\\bar s_t = @$$`,
    forms: [
      ...holds(
        '\\bar s_{t+1} \\odot z_{t+1} + U_z^\\top (\\bar z_{t+1} \\odot z_{t+1} \\odot (1 - z_{t+1})) + U_n^\\top (\\bar n_{t+1} \\odot (1 - n_{t+1}^2))',
      ),
    ],
  },
  {
    title: 'bars above names of layers',
    text: `${LAYERS}$$\\bar z^{[l]} = @$$`,
    forms: [
      ...holds('W^{[l+1]\\top} \\bar z^{[l+1]} \\odot a^{[l]} \\odot (1 - a^{[l]})'),
      wrong('W^{[l+1]\\top} \\bar z^{[l+1]} \\odot a^{[l]} \\odot (1 + a^{[l]})'),
    ],
  },
];

testForms(scenarios);
