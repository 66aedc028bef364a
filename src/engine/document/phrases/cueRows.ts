import type { CueKind } from '../outline.js';
import type { PhraseRow } from './row.js';

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
