import type { CueKind, FactKind } from './outline.js';

/** The two languages that coursework is written in; both are tried on every sentence. */
export interface Bilingual<T> {
  readonly es: T;
  readonly en: T;
}

/**
 * One row for all that is known of a kind of phrase. Patterns are regular expressions over lower case
 * without accents, where every formula is one U+FFFC (`F` in the patterns); they match whole words.
 */
export interface PhraseRow<Kind> {
  readonly kind: Kind;
  readonly patterns: Bilingual<readonly string[]>;
  /** A sentence that has the phrase; its first formula is what the phrase is about. */
  readonly example: Bilingual<string>;
}

/** Words before a formula that say what it is. */
export const cueRows: readonly PhraseRow<CueKind>[] = [
  {
    kind: 'definition',
    patterns: {
      es: [
        '(?<!o )(?<!que )sean?',
        'defin(?:imos|amos|e|en|o|a|ase|iendo|ida|ido|idas|idos)',
        'denot(?:amos|emos|a|an|e|ado|ada|ando)',
        'llam(?:amos|emos|aremos)',
        'escrib(?:imos|amos|iremos)',
        'consider(?:a|amos|emos|e|ando)(?: (?:el|la|los|las|un|una))?',
        '(?:dad[oa]s?|viene|vienen) (?:por|como)',
        'tom(?:amos|emos|ando)',
        'propagacion hacia (?:a|de)?delante',
        'paso (?:hacia adelante|forward)',
        'forward pass',
      ],
      en: [
        'let',
        'defin(?:e|es|ed|ing)',
        'denot(?:e|es|ed|ing)',
        'we (?:write|set|call|put)',
        'given by',
        'consider',
        'forward pass',
        'forward propagation',
      ],
    },
    example: {
      es: 'Definimos la salida como $z = Wx + b$.',
      en: 'We define the output as $z = Wx + b$.',
    },
  },
  {
    kind: 'hypothesis',
    patterns: {
      es: [
        '(?:si|cuando)(?=[^,;:]{0,40}$)',
        'supon(?:ga|gamos|gase|iendo|emos|er)(?: que)?',
        'asum(?:a|amos|imos|iendo|e|ase)(?: que)?',
        'en el caso(?: de)?(?: que)?',
        'caso \\d{1,2}',
        'bajo (?:la|el|esta|este) (?:hipotesis|supuesto|condicion|suposicion)',
        'siempre que',
        'condicion(?:es)? de optimalidad',
      ],
      en: [
        '(?:if|when|whenever)(?=[^,;:]{0,40}$)',
        'suppose(?: that)?',
        'assum(?:e|es|ing)(?: that)?',
        'in (?:the )?case',
        'case \\d{1,2}',
        'provided(?: that)?',
        'under the (?:hypothesis|assumption|condition)',
        'optimality condition',
      ],
    },
    example: {
      es: 'Supongamos que $w_i > 0$.',
      en: 'Suppose that $w_i > 0$.',
    },
  },
  {
    kind: 'result',
    patterns: {
      es: [
        'por (?:lo )?tanto',
        'por consiguiente',
        'entonces',
        'luego',
        'asi(?: que| pues)?',
        'de (?:ahi|aqui|donde|este modo|esta forma|esa forma|esta manera)',
        'en consecuencia',
        '(?:se )?obt(?:enemos|iene|uvimos|eniendo)',
        '(?:nos )?queda(?:ndo)?',
        '(?:se tiene|tenemos|se ve|vemos|resulta|se sigue|se concluye|concluimos)(?: que)?',
        'lleg(?:amos|ando) a',
        'es decir',
        'lo que (?:da|implica|simplifica|equivale|produce)',
        'simplific(?:ando|amos|a)',
        'sustitu(?:yendo|imos)',
        '(?:de)?muestr[ae](?: que)?',
        '(?:demostr|mostr|prob|verific)(?:ar|aremos|amos)(?: que)?',
      ],
      en: [
        'therefore',
        'thus',
        'hence',
        'so',
        'then',
        'consequently',
        'we (?:get|obtain|have|find|conclude|arrive at|see)(?: that)?',
        'it follows(?: that)?',
        '(?:which )?(?:gives|yields|implies|results in)',
        'this means',
        'that is',
        'simplif(?:y|ies|ying)',
        'substitut(?:e|ing)',
        '(?:show|prove|verify)(?: that)?',
      ],
    },
    example: {
      es: 'Por lo tanto, $a = b$.',
      en: 'Therefore, $a = b$.',
    },
  },
  {
    kind: 'recall',
    patterns: {
      es: [
        'record(?:emos|ar|ando|amos)(?: que)?',
        'recuerd(?:a|e|en|ese)(?: que)?',
        '(?:ya )?(?:sabemos|vimos|conocemos)(?: que)?',
        'como (?:vimos|es sabido|sabemos|ya se vio)',
        'es (?:bien )?(?:sabido|conocido)(?: que)?',
        'por definicion',
        'vist[oa]s? en clase',
      ],
      en: [
        'recall(?:ing)?(?: that)?',
        'remember(?: that)?',
        '(?:we )?(?:already )?know(?: that)?',
        'as (?:we saw|seen|shown|is known)',
        'well[- ]known',
        'by definition',
      ],
    },
    example: {
      es: 'Recordemos que $\\sigma(x) = 1/(1+e^{-x})$.',
      en: 'Recall that $\\sigma(x) = 1/(1+e^{-x})$.',
    },
  },
  {
    kind: 'argmin',
    patterns: {
      es: [
        'se minimizan?(?: en| cuando| con)?',
        'minimizador(?:es)?',
        '(?:el|su|un) minimo(?: global| local)?(?: (?:de|esta|se|en|es))?',
        'alcanza (?:su|el|un) minimo',
        'solucion optima',
        'minimos cuadrados',
      ],
      en: [
        'minimi[sz]ed(?: at| by| when)?',
        'minimi[sz]ers?',
        '(?:the|its|a) (?:global |local )?minimum(?: (?:is|at|of))?',
        'optimal solution',
        'least[- ]squares',
        'argmin',
      ],
    },
    example: {
      es: 'La función se minimiza en $w = 2$.',
      en: 'The function is minimised at $w = 2$.',
    },
  },
  {
    kind: 'argmax',
    patterns: {
      es: [
        'se maximizan?(?: en| cuando| con)?',
        'maximizador(?:es)?',
        '(?:el|su|un) maximo(?: global| local)?(?: (?:de|esta|se|en|es))',
        'maxima verosimilitud',
      ],
      en: [
        'maximi[sz]ed(?: at| by| when)?',
        'maximi[sz]ers?',
        '(?:the|its|a) (?:global |local )?maximum(?: (?:is|at|of))',
        'maximum likelihood',
        'argmax',
      ],
    },
    example: {
      es: 'La verosimilitud se maximiza en $p = k/n$.',
      en: 'The likelihood is maximised at $p = k/n$.',
    },
  },
  {
    kind: 'solve',
    patterns: {
      es: ['despej(?:ando|amos|ar|e|emos)', 'resol(?:viendo|vemos|ver)', 'resuelv[ae]', 'aislando'],
      en: ['solv(?:e|es|ing)(?: for)?', 'isolating', 'rearranging'],
    },
    example: {
      es: 'Despejando, $w = b/a$.',
      en: 'Solving for it, $w = b/a$.',
    },
  },
  {
    kind: 'equate',
    patterns: {
      es: [
        'igual(?:ando|amos|ar|e|emos|amos)',
        'haciendo(?=[^,;:]{0,30}cero)',
        'condicion de primer orden',
        'anul(?:ando|amos|ar)',
      ],
      en: [
        'set(?:ting)?(?=[^;:]{0,40}(?:zero|equal|F))',
        'equat(?:e|ing)',
        'first[- ]order condition',
      ],
    },
    example: {
      es: 'Igualando a cero, $2w - 4 = 0$.',
      en: 'Setting the derivative to zero, $2w - 4 = 0$.',
    },
  },
  {
    kind: 'derivative',
    patterns: {
      es: [
        'deriv(?:ando|amos|ar|ada|adas|e|emos)',
        'diferenci(?:ando|amos|ar)',
        'gradientes?',
        'regla de la cadena',
      ],
      en: ['differentiat(?:e|es|ing)', 'derivatives?', 'gradients?', 'chain rule'],
    },
    example: {
      es: 'Derivando respecto a $w$ resulta $2w$.',
      en: 'Differentiating with respect to $w$ gives $2w$.',
    },
  },
  {
    kind: 'approximation',
    patterns: {
      es: ['aproxim(?:a|adamente|acion|amos|ando|ado|ada)', 'redonde(?:ando|amos|ado|o)', 'aprox'],
      en: ['approximat(?:e|ely|es|ion|ing)', 'round(?:ed|ing)', 'roughly'],
    },
    example: {
      es: 'Vale aproximadamente $x = 0.33$.',
      en: 'It is approximately $x = 0.33$.',
    },
  },
  {
    kind: 'counterexample',
    patterns: {
      es: [
        'es falso(?: que)?',
        'no se cumple(?: que)?',
        'no es (?:cierto|valido|valida|verdad|igual|correcto|correcta)(?: que)?',
        'contraejemplos?',
        'error(?:es)? (?:comun|comunes|frecuentes?|tipicos?)',
        'incorrect[oa]s?',
        'seria (?:un error|incorrecto)',
        'mal escrit[oa]',
      ],
      en: [
        '(?:is|are) (?:false|wrong|not true|not correct|not equal)(?: that)?',
        '(?:does|do) not hold',
        'counter-?examples?',
        'common (?:error|mistake|pitfall)s?',
        'incorrect(?:ly)?',
        'wrongly',
        'mistakenly',
      ],
    },
    example: {
      es: 'Es falso que $AB = BA$.',
      en: 'It is false that $AB = BA$.',
    },
  },
];

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
        'probabilidades (?:estimadas|predichas|de las? clases?)',
      ],
      en: [
        'probability vectors?',
        'vectors? of probabilities',
        '(?:probability |discrete |categorical )?distributions?',
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
      es: ['one[- ]hot(?: encoding)?', 'vector indicador'],
      en: ['one[- ]hot(?:[- ]encod(?:ed|ing))?'],
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
    patterns: { es: ['constantes?'], en: ['constants?'] },
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

/** Words that give a size; the size follows. */
export const sizeWords: Bilingual<readonly string[]> = {
  es: ['dimension(?:es)?', 'tamanos?', 'orden', 'forma', 'longitud'],
  en: ['dimensions?', 'size', 'shape', 'length'],
};

/** Words before a relation that make it a condition on what follows; `weak` ones only before inequalities. */
export const conditionWords = {
  strong: {
    es: [
      'si',
      'cuando',
      'para(?: tod[oa]s?| cada)?',
      'como',
      'dado que',
      'puesto que',
      'ya que',
      'supon(?:ga|gamos|iendo|emos)(?: que)?',
      'asum(?:amos|imos|iendo|e)(?: que)?',
      'caso \\d{1,2}\\s?[:.)]?',
      'en el caso(?: de)?(?: que)?',
      'siempre que',
    ],
    en: [
      'if',
      'when(?:ever)?',
      'for(?: all| each| every| any)?',
      'since',
      'because',
      'suppos(?:e|ing)(?: that)?',
      'assum(?:e|ing)(?: that)?',
      'case \\d{1,2}\\s?[:.)]?',
      'in (?:the )?case(?: that| of)?',
      'provided(?: that)?',
    ],
  },
  weak: { es: ['con', 'donde', 'tal que'], en: ['with', 'where', 'such that', 'as'] },
} as const;
