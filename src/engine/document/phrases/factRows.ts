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
  },
  {
    kind: 'positive-definite',
    patterns: { es: ['definid[ao]s? positiv[ao]s?'], en: ['positive definite'] },
  },
  {
    kind: 'normal-cdf',
    patterns: {
      es: [
        'funcion de distribucion(?: acumulada)?(?: de (?:la|una))?(?: normal| gaussiana)?(?: estandar)?',
        'distribucion (?:acumulada )?(?:de la )?(?:normal|gaussiana) (?:acumulada )?(?:estandar|tipificada)',
      ],
      en: [
        '(?:standard )?(?:normal|gaussian) (?:c\\.?d\\.?f\\b|cumulative|distribution function)(?: distribution)?(?: function)?',
        '(?:cdf|cumulative(?: distribution)? function) of (?:the|a) (?:standard )?(?:normal|gaussian)',
        'standard (?:normal|gaussian) distribution',
      ],
    },
  },
  {
    kind: 'probability-vector',
    patterns: {
      es: [
        'vector(?:es)? de probabilidad(?:es)?',
        'distribucion(?:es)?(?: de probabilidad| discreta| categorica)?(?! (?:normal|gaussian|uniforme|exponencial))',
        'funcion(?:es)? de masa(?: de probabilidad)?',
        'probabilidades (?:estimadas|predichas|de las? clases?)',
        '(?:,? ?\\(?(?:que|cuy[ao]s \\w+|de) )?\\(?(?<!\\bl[aeo]s? )suman? (?:1|uno)(?!\\w|[.,]\\d| al?\\b)',
      ],
      en: [
        'probability vectors?',
        'vectors? of probabilities',
        '(?:probability |discrete |categorical )?(?<!(?:normal|gaussian|uniform|exponential) )distributions?',
        'pmfs?|probability mass functions?',
        '(?:predicted|estimated|class) probabilities',
        '(?:,? ?\\(?(?:that|which|whose \\w+) )?\\(?sum(?:s|ming)?(?: up)? to (?:1|one|unity)(?!\\w|[.,]\\d)',
      ],
    },
  },
  {
    kind: 'probability',
    patterns: { es: ['probabilidad'], en: ['probability'] },
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
  },
  {
    kind: 'binary',
    patterns: { es: ['binari[ao]s?'], en: ['binary'] },
  },
  {
    kind: 'unit-norm',
    patterns: {
      es: ['norma (?:unitaria|uno|1)', 'vector(?:es)? unitarios?'],
      en: ['unit[- ]norm', 'unit vectors?'],
    },
  },
  {
    kind: 'standard-deviation',
    patterns: { es: ['desviacion(?: tipica| estandar)'], en: ['standard deviation'] },
  },
  {
    kind: 'sigmoid',
    patterns: {
      es: ['(?:funcion )?(?:de activacion )?(?:sigmoide|sigmoidal|logistica|sigmoid)'],
      en: ['(?:logistic )?sigmoid(?: function| activation)?', 'logistic function'],
    },
  },
  {
    kind: 'by-columns',
    patterns: {
      es: [
        'softmax(?: (?:[a-z]+|F)){0,4},? (?:por columnas?|columna (?:a|por) columna|(?:a|de|en|sobre) (?:cada columna|(?:todas )?las columnas))',
        '(?:muestras|ejemplos|datos|observaciones)(?: (?:[a-z]+|F)){0,3},? (?:por|en|como|son) (?:las |sus )?columnas?',
        'un[ao]? (?:muestra|ejemplo|dato|observacion)? ?(?:por|en cada) columna',
        'cada columna (?:de F )?(?:es|representa|contiene) (?:un[ao]?|el|la) (?:muestra|ejemplo|dato|observacion|entrada)',
      ],
      en: [
        'softmax(?: (?:[a-z]+|F)){0,4},? (?:column-?wise|column by column|by columns?|(?:on|to|of|over|along) (?:(?:each|every|the|all|all the) )?columns?)',
        'column-?wise softmax',
        '(?:samples|examples|data points|observations|inputs)(?: (?:[a-z]+|F)){0,4},? (?:as|in|are|form) (?:the |its )?columns',
        'one (?:(?:sample|example|data point|observation) )?(?:per|in each) column',
        'each column (?:of F )?(?:is|holds|contains|represents) (?:an?|one) (?:sample|example|data point|observation|input)',
      ],
    },
  },
  {
    kind: 'softmax',
    patterns: { es: ['(?:funcion )?softmax'], en: ['softmax(?: function)?'] },
  },
  {
    kind: 'relu',
    patterns: {
      es: ['(?:funcion )?(?:relu|rectificador lineal)'],
      en: ['relu(?: function| activation)?'],
    },
  },
  {
    kind: 'tanh',
    patterns: {
      es: ['(?:funcion )?tangente hiperbolica'],
      en: ['hyperbolic tangent(?: function)?'],
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
  },
  {
    kind: 'whitened',
    patterns: {
      es: ['blanquead[ao]s?', 'decorrelacionad[ao]s?'],
      en: ['whitened', 'decorrelated'],
    },
  },
  {
    kind: 'einstein',
    patterns: {
      es: ['(?:convencion|convenio|notacion|suma) de (?:suma de )?einstein'],
      en: ["einstein(?:'s)? (?:summation )?(?:convention|notation)"],
    },
  },
  {
    kind: 'renewed',
    patterns: {
      es: [
        '(?:con|usando|en|para) (?:l[oa]s |est[oa]s )(?:nuev[oa]s (?:parametros|pesos|valores|sesgos)|(?:parametros|pesos|valores|sesgos) (?:(?:ya|recien) )?(?:nuev|actualizad)[oa]s)',
        '(?:despues de|tras) (?:(?:la |esta |una )?actualizacion|actualizar|(?:el |este |un |dar (?:el|un|ese|este) )paso)',
      ],
      en: [
        '(?:with|using|at|for) (?:the|these|our) (?:new|updated) (?:parameters|weights|values|biases)',
        'after (?:the|this|one|an|a) (?:update|(?:gradient )?step)',
      ],
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
  },
  {
    kind: 'row-vector',
    patterns: { es: ['vector(?:es)? (?:fila|renglon)s?(?:es)?'], en: ['row[- ]vectors?'] },
  },
  {
    kind: 'symmetric',
    patterns: { es: ['simetric[ao]s?'], en: ['symmetric'] },
  },
  {
    kind: 'diagonal',
    patterns: { es: ['diagonal(?:es)?'], en: ['diagonal'] },
  },
  {
    kind: 'orthonormal-columns',
    patterns: {
      es: [
        '(?:(?:con|de|tienen?)(?: las| sus)? )?columnas ortonormales',
        'ortonormal(?:es)? por columnas',
        '(?<=columnas de F son )ortonormales',
      ],
      en: [
        '(?:(?:with|has|have|having)(?: its)? )?orthonormal columns',
        '(?<=columns of F are )orthonormal',
      ],
    },
  },
  {
    kind: 'orthogonal',
    patterns: { es: ['ortogonal(?:es)?', 'ortonormal(?:es)?'], en: ['orthogonal', 'orthonormal'] },
  },
  {
    kind: 'invertible',
    patterns: { es: ['invertibles?', 'no singular(?:es)?'], en: ['invertible', 'non-?singular'] },
  },
  {
    kind: 'square',
    patterns: {
      es: ['cuadradas?(?<=(?:matriz|matrices|es|son|F) cuadradas?)'],
      en: [
        'square(?= matri)',
        'square(?<=(?:is|are|be|with F) square)(?! root)',
        'square(?<=(?:for|any|every) square)(?= F)',
      ],
    },
  },
  {
    kind: 'nonnegative',
    patterns: { es: ['no negativ[ao]s?'], en: ['non-?negative'] },
  },
  {
    kind: 'positive',
    patterns: { es: ['positiv[ao]s?'], en: ['positive'] },
  },
  {
    kind: 'nonzero',
    patterns: {
      es: ['no nul[ao]s?', '(?:distint[ao]s?|diferentes?) de cero'],
      en: ['non-?zero', 'different from zero', 'not zero'],
    },
  },
  {
    kind: 'integer',
    patterns: { es: ['enter[ao]s?', 'numeros? naturales?'], en: ['integers?', 'natural numbers?'] },
  },
  {
    kind: 'constant',
    patterns: {
      es: ['(?<!salvo )(?<!salvo una )constantes?'],
      en: ['(?<!up to )(?<!up to an )(?<!up to a )(?<!additive )constants?'],
    },
  },
  {
    kind: 'scalar',
    patterns: {
      es: ['(?<!producto )(?<!productos )escalar(?:es)?', 'numeros? real(?:es)?'],
      en: ['scalars?(?! product)', 'real numbers?', 'real[- ]valued'],
    },
  },
  {
    kind: 'matrix',
    patterns: { es: ['matriz', 'matrices'], en: ['matrix', 'matrices'] },
  },
  {
    kind: 'vector',
    patterns: { es: ['vector(?:es)?(?: columnas?)?'], en: ['(?:column )?vectors?'] },
  },
];
