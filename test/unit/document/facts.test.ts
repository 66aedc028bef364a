import { describe, expect, it } from 'vitest';
import { factsOf, outlineOf } from './reading.js';

const said: readonly (readonly [text: string, facts: readonly string[]])[] = [
  ['donde $y$ es one-hot', ['one-hot y']],
  ['con $x$ escalar y $w$ un vector', ['scalar x', 'vector w']],
  ['Sea $A$ simétrica y definida positiva', ['symmetric A', 'positive-definite A']],
  ['$A$ y $B$ son matrices simétricas', ['matrix A', 'matrix B', 'symmetric A', 'symmetric B']],
  ['donde $x, y$ son vectores', ['vector x', 'vector y']],
  ['$u$, $v$ and $w$ are unit vectors', ['unit-norm u', 'unit-norm v', 'unit-norm w']],
  ['La matriz diagonal $D$ escala', ['matrix D', 'diagonal D']],
  ['Sea $W \\in \\mathbb{R}^{n \\times n}$ invertible', ['invertible W']],
  ['para un escalar $c$ y cualquier vector $x$', ['scalar c', 'vector x']],
  ['donde $\\odot$ es el producto de Hadamard', ['elementwise \\odot']],
  ['$\\sigma(x)$ es la función sigmoide', ['sigmoid \\sigma']],
  ['where $\\sigma$ is the standard deviation', ['standard-deviation \\sigma']],
  ['where $\\sigma\\left(x\\right)$ is the logistic sigmoid', ['sigmoid \\sigma']],
  ['Sea $\\displaystyle A$ simétrica', ['symmetric A']],
  ['Para $c > 0$ la matriz simétrica $A + c I$ tiene inversa', ['condition c > 0']],
  ['where $A$ is symmetric, $x^\\top A x > 0$', ['symmetric A']],
  ['where $A$ is symmetric ($A = A^\\top$)', ['symmetric A']],
  ['el vector de pesos $w$', ['vector w']],
  ['el vector de respuestas es $y$ y $c$ no importa', ['vector y']],
  ['el vector $y \\in \\mathbb{R}^n$ y $\\lambda > 0$', ['vector y']],
  ['in $X$ every row vector $x_i$ counts', ['row-vector x_i']],
  ['con $X$ de filas $x_i^\\top$', ['rows X']],
  ['$Z$ has rows $u_i^\\top$', ['rows Z']],
  ['en $\\Phi$ (la fila $i$ es $\\varphi_i^T$)', ['rows \\Phi']],
  ['la $i$-ésima fila de $A$ es $u_i^\\top$', ['rows A']],
  [
    'Let $V_k \\in \\mathbb{R}^{d \\times k}$ hold the first $k$ columns of $V$',
    ['first-columns V_k = V'],
  ],
  ['$U_r$ reúne las $r$ primeras columnas de $U$', ['first-columns U_r = U']],
  ['the first $k$ columns of $V$ are enough', []],
  ['We write $\\log$ for the logarithm in base 2', ['log-base \\log = 2']],
  ['con $\\log$ el logaritmo natural', ['log-base \\log = e']],
  ['Todos los logaritmos son en base $10$', ['log-base \\log = 10']],
  ['usamos logaritmos binarios', ['log-base = 2']],
  ['$\\ln$ is the natural logarithm', []],
  ['take the natural logarithm of both sides', []],
  ['los logaritmos naturales de los cocientes', []],
  ['whose $k$-th row is $w_k^\\top$, of $W$', []],
  ['$W$, whose $k$-th row is $w_k^\\top$', ['rows W']],
  ['the columns of $U$ are $u_j$', ['columns U']],
  [
    '$h$ es un vector columna de dimensión $H \\times 1$',
    ['vector h', 'dimension h = H \\times 1'],
  ],
  ['$h$ tiene dimensión $(2, 3)$', ['dimension h = 2, 3']],
  [
    'Let $A$ and $B$ be $n \\times n$ matrices',
    ['dimension A = n \\times n', 'dimension B = n \\times n', 'matrix A', 'matrix B'],
  ],
  ['$X$ is an $n \\times d$ matrix', ['dimension X = n \\times d', 'matrix X']],
  ['La matriz $X$ de tamaño 3×4', ['matrix X', 'dimension X = 3 \\times 4']],
  ['$x$ es un vector en $\\mathbb{R}^d$', ['vector x', 'dimension x = d']],
  ['con etiqueta binaria $y \\in \\{0,1\\}$', ['binary y']],
  ['$p$ es una distribución de probabilidad', ['probability-vector p']],
  ['Los datos están blanqueados', ['whitened']],
  ['\\mathbf{y} es un vector *one-hot*', ['vector \\mathbf{y}', 'one-hot \\mathbf{y}']],
  ['Para un escalar x, muestre que', ['scalar x']],
  ['aquí y es un vector de probabilidades', ['probability-vector y']],
  ['para $k \\ne j$', ['condition k \\ne j']],
  ['Como $i \\ne j$, queda', ['condition i \\ne j']],
  ['Caso 1: $w_i > 0$', ['condition w_i > 0']],
  ['con $\\lambda > 0$', ['condition \\lambda > 0']],
  ['for all $x \\in A$', ['condition x \\in A']],
];

const unsaid: readonly string[] = [
  'El operador $A$ no es simétrico',
  'El producto escalar de $x$',
  'La sigmoide de la suma $a$',
  'El Hessiano evaluado en $w$ es diagonal',
  'donde $\\hat y = f(x)$',
  'un vector de dimensión $d$',
  'La suma $a + b$ es constante',
  'Mean squared error of $y$',
  'The row $x_i$ of the table',
  'y la red A o la red B',
  'se escribe como $x = y$',
  'donde $p$ es la salida de softmax',
  'is $\\ell$ up to a constant',
  'Para todo $t$, la función sigmoide crece',
  'El objetivo con parámetro $c$ es\n$$q = (1 - c) y$$\nque sigue siendo una distribución',
  'es lineal, $y = T x$, con una matriz de Toeplitz de tamaño $3 \\times 5$',
  'It is $y = T x$ with a Toeplitz matrix of size $3 \\times 5$',
];

describe('facts', () => {
  it.each(said)('reads "%s"', (text, facts) => {
    expect([...factsOf(text)].sort()).toEqual([...facts].sort());
  });

  it.each(unsaid)('reads nothing into "%s"', (text) => {
    expect(factsOf(text)).toEqual([]);
  });

  it('reads the same in LaTeX, with accents as commands', () => {
    const text = "Sea $A$ una matriz \\emph{sim\\'etrica} de dimensi\\'on $n \\times n$.";
    expect(factsOf(text, 'tex')).toEqual(['symmetric A', 'matrix A', 'dimension A = n \\times n']);
  });

  it('belongs to the scope where it is said', () => {
    const outline = outlineOf('# Uno\n\nSea $A$ simétrica.\n\n# Dos\n\nSea $B$ diagonal.');
    expect(outline.facts.map((fact) => [fact.latex, fact.scope])).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
  });

  it('points at the words', () => {
    const text = 'Antes. La matriz simétrica $A$ y más.';
    const place = outlineOf(text).facts.find((fact) => fact.kind === 'symmetric')?.place;
    expect(text.slice(place?.start, place?.end)).toBe('simétrica $A');
  });
});

describe('conditions', () => {
  const heldUntil = (text: string): string[] =>
    outlineOf(text).facts.map((fact) => text.slice(fact.until).trim().slice(0, 12).trim());

  it('hold for their paragraph and the display that goes on with it', () => {
    expect(heldUntil('Si $i = j$, queda:\n\n$$a = b$$\n\nOtro párrafo: $$c$$')).toEqual([
      'Otro párrafo',
    ]);
    expect(heldUntil('Si $i = j$ es fácil.\n\n$$a = b$$')).toEqual(['$$a = b$$']);
  });

  it('hold as a case until the next case, or until the cases are put together', () => {
    const text =
      'Caso 1: $w > 0$\n\nEntonces:\n\n$$a$$\n\nCaso 2: $w < 0$\n\n$$b$$\n\nJuntando los casos, $c$.';
    expect(heldUntil(text)).toEqual(['w < 0$\n\n$$b$', 'Juntando los']);
  });

  it('end with their scope', () => {
    expect(heldUntil('Caso 1: $w > 0$\n\n$$a$$\n\n# Otro\n\n$b$')).toEqual(['# Otro\n\n$b$']);
  });
});
