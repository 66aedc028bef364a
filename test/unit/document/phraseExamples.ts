/** For every kind a sentence that has the phrase; its first formula is what the phrase is about. */
export type Examples = Readonly<Record<string, { readonly es: string; readonly en: string }>>;

export const cueExamples: Examples = {
  definition: {
    es: 'Definimos la salida como $z = Wx + b$.',
    en: 'We define the output as $z = Wx + b$.',
  },
  introduction: {
    es: 'Es una forma cuadrática, donde $A = I$.',
    en: 'It is a quadratic form with the matrix $A = I$.',
  },
  hypothesis: {
    es: 'Supongamos que $w_i > 0$.',
    en: 'Suppose that $w_i > 0$.',
  },
  supposition: {
    es: 'Supongamos ahora que $AB = BA$.',
    en: 'Suppose now that $AB = BA$.',
  },
  conditional: {
    es: 'Si todos los pesos son cero, $p = 1/K$.',
    en: 'If all weights are zero, $p = 1/K$.',
  },
  implying: {
    es: 'Estar en el margen implica que $m = 1$.',
    en: 'Complementary slackness forces $m = 1$.',
  },
  reason: {
    es: 'Se anula, puesto que $f(x) = 0$.',
    en: 'It vanishes, where we used that $f(x) = 0$.',
  },
  result: {
    es: 'Por lo tanto, $a = b$.',
    en: 'Therefore, $a = b$.',
  },
  recall: {
    es: 'Recordemos que $\\sigma(x) = 1/(1+e^{-x})$.',
    en: 'Recall that $\\sigma(x) = 1/(1+e^{-x})$.',
  },
  argmin: {
    es: 'La función se minimiza en $w = 2$.',
    en: 'The function is minimised at $w = 2$.',
  },
  argmax: {
    es: 'La verosimilitud se maximiza en $p = k/n$.',
    en: 'The likelihood is maximised at $p = k/n$.',
  },
  optimum: {
    es: 'La solución es $w = b/a$.',
    en: 'The optimum is $w = b/a$.',
  },
  constraint: {
    es: 'Minimizamos el coste sujeto a $w = 1$.',
    en: 'We minimise the cost subject to $w = 1$.',
  },
  lagrangian: {
    es: 'El lagrangiano es $L = f + \\lambda g$.',
    en: 'The Lagrangian is $L = f + \\lambda g$.',
  },
  solve: {
    es: 'Despejando, $w = b/a$.',
    en: 'Solving for it, $w = b/a$.',
  },
  equate: {
    es: 'Igualando a cero, $2w - 4 = 0$.',
    en: 'Setting the derivative to zero, $2w - 4 = 0$.',
  },
  derivative: {
    es: 'Derivando respecto a $w$ resulta $2w$.',
    en: 'Differentiating with respect to $w$ gives $2w$.',
  },
  approximation: {
    es: 'Vale aproximadamente $x = 0.33$.',
    en: 'It is approximately $x = 0.33$.',
  },
  counterexample: {
    es: 'Es falso que $AB = BA$.',
    en: 'It is false that $AB = BA$.',
  },
  minimise: {
    es: 'Queremos minimizar $f(u) = u^2 - 2u$.',
    en: 'We minimise $f(u) = u^2 - 2u$.',
  },
  maximise: {
    es: 'Hay que maximizar $\\ell(p) = k \\ln p$.',
    en: 'We maximise $\\ell(p) = k \\ln p$.',
  },
  universal: {
    es: 'Para todo $x$ se cumple $e^x \\ge 1 + x$.',
    en: 'For all $x$ we have $e^x \\ge 1 + x$.',
  },
  demand: {
    es: 'Para que haya raíces se necesita que $b^2 \\ge 4ac$.',
    en: 'For real roots we need $b^2 \\ge 4ac$.',
  },
  alternative: {
    es: 'Una alternativa es escalar la rama, $z = \\frac12 x$.',
    en: 'A simple remedy is to scale the branch, $z = \\frac12 x$.',
  },
  elsewhere: {
    es: 'Con los datos del ejercicio 2, $m = 3$.',
    en: 'For the points of Section 3, $m = 3$.',
  },
  variant: {
    es: 'Con tanh tendríamos $g = 1 - a^2$.',
    en: 'With tanh we would have $g = 1 - a^2$.',
  },
};

export const factExamples: Examples = {
  tanh: {
    es: 'donde $g$ es la tangente hiperbólica.',
    en: 'where $g$ is the hyperbolic tangent.',
  },
  'normal-cdf': {
    es: 'con $\\Phi$ la función de distribución de la normal estándar.',
    en: 'where $\\Phi$ is the standard normal CDF.',
  },
  'positive-semidefinite': {
    es: 'Sea $A$ una matriz semidefinida positiva.',
    en: 'Let $A$ be positive semidefinite.',
  },
  'positive-definite': {
    es: 'Sea $A$ simétrica y definida positiva.',
    en: 'Let $A$ be symmetric and positive definite.',
  },
  'probability-vector': {
    es: 'donde $\\hat y$ es el vector de probabilidades estimadas.',
    en: 'where $\\hat y$ is the vector of probabilities.',
  },
  probability: {
    es: 'donde $p$ es la probabilidad de éxito.',
    en: 'where $p$ is the probability of success.',
  },
  'one-hot': {
    es: 'donde $y$ es un vector one-hot.',
    en: 'where $y$ is one-hot encoded.',
  },
  binary: {
    es: 'con etiqueta binaria $y \\in \\{0, 1\\}$.',
    en: 'with a binary label $y \\in \\{0, 1\\}$.',
  },
  'unit-norm': {
    es: 'Sea $u$ un vector unitario.',
    en: 'Let $u$ be a unit vector.',
  },
  'standard-deviation': {
    es: 'donde $\\sigma$ es la desviación estándar.',
    en: 'where $\\sigma$ is the standard deviation.',
  },
  sigmoid: {
    es: 'donde $\\sigma$ es la función sigmoide.',
    en: 'where $\\sigma$ is the logistic sigmoid.',
  },
  softmax: {
    es: 'donde $s$ es la función softmax.',
    en: 'where $s$ denotes the softmax function.',
  },
  relu: {
    es: 'donde $g$ es la función ReLU.',
    en: 'where $g$ is the ReLU activation.',
  },
  elementwise: {
    es: 'donde $\\odot$ denota el producto de Hadamard.',
    en: 'where $\\odot$ denotes the elementwise product.',
  },
  whitened: {
    es: 'Los datos $X$ están blanqueados.',
    en: 'The data $X$ are whitened.',
  },
  'by-columns': {
    es: 'Para $P$ el softmax se aplica por columnas.',
    en: 'For $P$ the softmax acts on every column.',
  },
  einstein: {
    es: 'La suma $A$ está en notación de Einstein.',
    en: 'The sums $A$ are in Einstein notation.',
  },
  renewed: {
    es: 'Con los pesos nuevos $w$ se repite todo.',
    en: 'With the updated weights $w$ all is done again.',
  },
  differential: {
    es: 'La diferencial de $L$ se lee directamente.',
    en: 'The differential of $L$ is read off.',
  },
  'row-vector': {
    es: 'Sea $b$ un vector fila.',
    en: 'Let $b$ be a row vector.',
  },
  symmetric: {
    es: 'donde $A$ y $B$ son matrices simétricas.',
    en: 'where $A$ and $B$ are symmetric matrices.',
  },
  diagonal: {
    es: 'donde $D$ es una matriz diagonal.',
    en: 'where $D$ is a diagonal matrix.',
  },
  orthogonal: {
    es: 'Sea $Q$ una matriz ortogonal.',
    en: 'Let $Q$ be an orthogonal matrix.',
  },
  'orthonormal-columns': {
    es: 'Sea $V$ con columnas ortonormales.',
    en: 'Let $V$ have orthonormal columns.',
  },
  invertible: {
    es: 'Supongamos que $A$ es invertible.',
    en: 'Suppose that $A$ is invertible.',
  },
  square: {
    es: 'Sea $A$ una matriz cuadrada.',
    en: 'Let $A$ be a square matrix.',
  },
  nonnegative: {
    es: 'con $\\lambda$ no negativa.',
    en: 'with $\\lambda$ non-negative.',
  },
  positive: {
    es: 'donde $H$ tiene cada entrada positiva.',
    en: 'where $\\alpha$ is positive.',
  },
  nonzero: {
    es: 'Sea $c$ distinto de cero.',
    en: 'where $c$ is nonzero.',
  },
  integer: {
    es: 'con $n$ entero.',
    en: 'where $n$ is an integer.',
  },
  constant: {
    es: 'para cualquier constante $c$.',
    en: 'for any constant $c$.',
  },
  scalar: {
    es: 'Para un escalar $x$, la derivada existe.',
    en: 'For a scalar $x$, the derivative exists.',
  },
  matrix: {
    es: 'donde $W$ es una matriz de pesos.',
    en: 'where $W$ is a weight matrix.',
  },
  vector: {
    es: 'donde $x, y$ son vectores.',
    en: 'where $x, y$ are column vectors.',
  },
};

export const chanceExamples: Examples = {
  independent: {
    es: 'Sean $X$ e $Y$ variables aleatorias independientes.',
    en: 'Let $X$ and $Y$ be independent.',
  },
  'zero-mean': {
    es: 'Los pesos $w_i$ tienen media cero.',
    en: 'The weights $w_i$ are zero-mean.',
  },
  'unit-variance': {
    es: 'Las entradas de $q$ tienen varianza unitaria.',
    en: 'The entries of $q$ have unit variance.',
  },
  symmetric: {
    es: 'con $z$ simétrica alrededor de cero.',
    en: 'with $z$ symmetric around zero.',
  },
  mean: {
    es: 'una muestra de media $\\mu$.',
    en: 'a sample with mean $\\mu$.',
  },
  variance: {
    es: 'con varianza $\\sigma^2$.',
    en: 'with variance $\\sigma^2$.',
  },
  expectation: {
    es: 'La esperanza de $X$ es finita.',
    en: 'The expectation of $X$ is finite.',
  },
};
