import type { FactKind } from '../outline.js';
import type { PhraseRow } from './row.js';

/** What the prose says of a name. Rows above win over rows below where both match the same words. */
export const factRows: readonly PhraseRow<FactKind>[] = [
  {
    kind: 'positive-semidefinite',
    patterns: {
      es: ['semi-?definid[ao]s? positiv[ao]s?'],
      en: ['positive semi-?definite'],
    },
    example: {
      es: 'Sea $A$ una matriz semidefinida positiva.',
      en: 'Let $A$ be positive semidefinite.',
    },
  },
  {
    kind: 'positive-definite',
    patterns: { es: ['definid[ao]s? positiv[ao]s?'], en: ['positive definite'] },
    example: {
      es: 'Sea $A$ simétrica y definida positiva.',
      en: 'Let $A$ be symmetric and positive definite.',
    },
  },
  {
    kind: 'probability-vector',
    patterns: {
      es: [
        'vector(?:es)? de probabilidad(?:es)?',
        'distribucion(?:es)?(?: de probabilidad| discreta| categorica)?',
        'funcion(?:es)? de masa(?: de probabilidad)?',
        'probabilidades (?:estimadas|predichas|de las? clases?)',
      ],
      en: [
        'probability vectors?',
        'vectors? of probabilities',
        '(?:probability |discrete |categorical )?distributions?',
        'pmfs?|probability mass functions?',
        '(?:predicted|estimated|class) probabilities',
      ],
    },
    example: {
      es: 'donde $\\hat y$ es el vector de probabilidades estimadas.',
      en: 'where $\\hat y$ is the vector of probabilities.',
    },
  },
  {
    kind: 'probability',
    patterns: { es: ['probabilidad'], en: ['probability'] },
    example: {
      es: 'donde $p$ es la probabilidad de éxito.',
      en: 'where $p$ is the probability of success.',
    },
  },
  {
    kind: 'one-hot',
    patterns: {
      es: [
        '(?:(?:en|con|de) )?(?:(?:filas|renglones|codificacion(?:es)?|formato|forma|representacion|etiquetas?) (?:codificadas? )?(?:en )?(?:de )?(?:tipo )?)?one[- ]hot(?: encoding)?',
        'vector indicador',
      ],
      en: [
        '(?:(?:with|in|a|an|its|the) )?one[- ]hot(?: (?:rows|labels?|form|format|representation)|[- ]encod(?:ed|ing))?',
      ],
    },
    example: {
      es: 'donde $y$ es un vector one-hot.',
      en: 'where $y$ is one-hot encoded.',
    },
  },
  {
    kind: 'binary',
    patterns: { es: ['binari[ao]s?'], en: ['binary'] },
    example: {
      es: 'con etiqueta binaria $y \\in \\{0, 1\\}$.',
      en: 'with a binary label $y \\in \\{0, 1\\}$.',
    },
  },
  {
    kind: 'unit-norm',
    patterns: {
      es: ['norma (?:unitaria|uno|1)', 'vector(?:es)? unitarios?'],
      en: ['unit[- ]norm', 'unit vectors?'],
    },
    example: {
      es: 'Sea $u$ un vector unitario.',
      en: 'Let $u$ be a unit vector.',
    },
  },
  {
    kind: 'standard-deviation',
    patterns: { es: ['desviacion(?: tipica| estandar)'], en: ['standard deviation'] },
    example: {
      es: 'donde $\\sigma$ es la desviación estándar.',
      en: 'where $\\sigma$ is the standard deviation.',
    },
  },
  {
    kind: 'sigmoid',
    patterns: {
      es: ['(?:funcion )?(?:de activacion )?(?:sigmoide|sigmoidal|logistica|sigmoid)'],
      en: ['(?:logistic )?sigmoid(?: function| activation)?', 'logistic function'],
    },
    example: {
      es: 'donde $\\sigma$ es la función sigmoide.',
      en: 'where $\\sigma$ is the logistic sigmoid.',
    },
  },
  {
    kind: 'softmax',
    patterns: { es: ['(?:funcion )?softmax'], en: ['softmax(?: function)?'] },
    example: {
      es: 'donde $s$ es la función softmax.',
      en: 'where $s$ denotes the softmax function.',
    },
  },
  {
    kind: 'relu',
    patterns: {
      es: ['(?:funcion )?(?:relu|rectificador lineal)'],
      en: ['relu(?: function| activation)?'],
    },
    example: {
      es: 'donde $g$ es la función ReLU.',
      en: 'where $g$ is the ReLU activation.',
    },
  },
  {
    kind: 'elementwise',
    patterns: {
      es: [
        '(?:elemento (?:a|por)|entrada (?:a|por)|componente (?:a|por)|coordenada (?:a|por)) (?:elemento|entrada|componente|coordenada)',
        'producto (?:de )?hadamard',
        'punto a punto',
        'component[- ]?wise',
        'element[- ]?wise',
      ],
      en: ['(?:element|entry|component|coordinate)[- ]?wise', 'hadamard product', 'entry by entry'],
    },
    example: {
      es: 'donde $\\odot$ denota el producto de Hadamard.',
      en: 'where $\\odot$ denotes the elementwise product.',
    },
  },
  {
    kind: 'whitened',
    patterns: {
      es: ['blanquead[ao]s?', 'decorrelacionad[ao]s?'],
      en: ['whitened', 'decorrelated'],
    },
    example: {
      es: 'Los datos $X$ están blanqueados.',
      en: 'The data $X$ are whitened.',
    },
  },
  {
    kind: 'einstein',
    patterns: {
      es: ['(?:convencion|convenio|notacion|suma) de (?:suma de )?einstein'],
      en: ["einstein(?:'s)? (?:summation )?(?:convention|notation)"],
    },
    example: {
      es: 'La suma $A$ está en notación de Einstein.',
      en: 'The sums $A$ are in Einstein notation.',
    },
  },
  {
    kind: 'differential',
    patterns: {
      es: ['diferencial(?:es)? (?:de|es|son|total)', 'con diferenciales'],
      en: [
        'differentials? (?:of|is|are)',
        'total differential',
        '(?:by|with|via|using) differentials',
      ],
    },
    example: {
      es: 'La diferencial de $L$ se lee directamente.',
      en: 'The differential of $L$ is read off.',
    },
  },
  {
    kind: 'row-vector',
    patterns: { es: ['vector(?:es)? (?:fila|renglon)s?(?:es)?'], en: ['row[- ]vectors?'] },
    example: {
      es: 'Sea $b$ un vector fila.',
      en: 'Let $b$ be a row vector.',
    },
  },
  {
    kind: 'symmetric',
    patterns: { es: ['simetric[ao]s?'], en: ['symmetric'] },
    example: {
      es: 'donde $A$ y $B$ son matrices simétricas.',
      en: 'where $A$ and $B$ are symmetric matrices.',
    },
  },
  {
    kind: 'diagonal',
    patterns: { es: ['diagonal(?:es)?'], en: ['diagonal'] },
    example: {
      es: 'donde $D$ es una matriz diagonal.',
      en: 'where $D$ is a diagonal matrix.',
    },
  },
  {
    kind: 'orthogonal',
    patterns: { es: ['ortogonal(?:es)?', 'ortonormal(?:es)?'], en: ['orthogonal', 'orthonormal'] },
    example: {
      es: 'Sea $Q$ una matriz ortogonal.',
      en: 'Let $Q$ be an orthogonal matrix.',
    },
  },
  {
    kind: 'invertible',
    patterns: { es: ['invertibles?', 'no singular(?:es)?'], en: ['invertible', 'non-?singular'] },
    example: {
      es: 'Supongamos que $A$ es invertible.',
      en: 'Suppose that $A$ is invertible.',
    },
  },
  {
    kind: 'square',
    patterns: {
      es: ['cuadradas?(?<=(?:matriz|matrices|es|son) cuadradas?)'],
      en: ['square(?= matri)', 'square(?<=(?:is|are|be) square)(?! root)'],
    },
    example: {
      es: 'Sea $A$ una matriz cuadrada.',
      en: 'Let $A$ be a square matrix.',
    },
  },
  {
    kind: 'nonnegative',
    patterns: { es: ['no negativ[ao]s?'], en: ['non-?negative'] },
    example: {
      es: 'con $\\lambda$ no negativa.',
      en: 'with $\\lambda$ non-negative.',
    },
  },
  {
    kind: 'positive',
    patterns: { es: ['positiv[ao]s?'], en: ['positive'] },
    example: {
      es: 'donde $H$ tiene cada entrada positiva.',
      en: 'where $\\alpha$ is positive.',
    },
  },
  {
    kind: 'nonzero',
    patterns: {
      es: ['no nul[ao]s?', '(?:distint[ao]s?|diferentes?) de cero'],
      en: ['non-?zero', 'different from zero', 'not zero'],
    },
    example: {
      es: 'Sea $c$ distinto de cero.',
      en: 'where $c$ is nonzero.',
    },
  },
  {
    kind: 'integer',
    patterns: { es: ['enter[ao]s?', 'numeros? naturales?'], en: ['integers?', 'natural numbers?'] },
    example: {
      es: 'con $n$ entero.',
      en: 'where $n$ is an integer.',
    },
  },
  {
    kind: 'constant',
    patterns: {
      es: ['(?<!salvo )(?<!salvo una )constantes?'],
      en: ['(?<!up to )(?<!up to an )(?<!up to a )(?<!additive )constants?'],
    },
    example: {
      es: 'para cualquier constante $c$.',
      en: 'for any constant $c$.',
    },
  },
  {
    kind: 'scalar',
    patterns: {
      es: ['(?<!producto )(?<!productos )escalar(?:es)?', 'numeros? real(?:es)?'],
      en: ['scalars?(?! product)', 'real numbers?', 'real[- ]valued'],
    },
    example: {
      es: 'Para un escalar $x$, la derivada existe.',
      en: 'For a scalar $x$, the derivative exists.',
    },
  },
  {
    kind: 'matrix',
    patterns: { es: ['matriz', 'matrices'], en: ['matrix', 'matrices'] },
    example: {
      es: 'donde $W$ es una matriz de pesos.',
      en: 'where $W$ is a weight matrix.',
    },
  },
  {
    kind: 'vector',
    patterns: { es: ['vector(?:es)?(?: columnas?)?'], en: ['(?:column )?vectors?'] },
    example: {
      es: 'donde $x, y$ son vectores.',
      en: 'where $x, y$ are column vectors.',
    },
  },
];
