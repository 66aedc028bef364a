import type { CueKind } from '../outline.js';
import type { PhraseRow } from './row.js';

/** Nothing but formulas, and words that say what kind of thing they are. */
const UP_TO_NAMES =
  '(?=(?: F|,| (?:y|e|and|la|el|las|los|the|a)| (?:matri|vector)[a-z]*)*\\s*:?\\s*$)';

/** Nothing else between what supposes a formula and the formula. */
const SUPPOSED =
  '(?: (?:ahora|ademas|tambien|now|also|further|moreover|instead))?(?: (?:que|that))?(?=\\s*$)';

/** Words before a formula that say what it is. */
export const cueRows: readonly PhraseRow<CueKind>[] = [
  {
    kind: 'introduction',
    patterns: {
      es: [`(?<=\\S.*)(?:donde|siendo|con)${UP_TO_NAMES}`],
      en: [`(?<=\\S.*)(?:where|with|being)${UP_TO_NAMES}`],
    },
  },
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
  },
  {
    kind: 'hypothesis',
    patterns: {
      es: [
        '(?:si|cuando)(?=[^,;:]{0,40}$)',
        '(?<=(?:^|[,;:(]|F)\\s?(?:y )?)para(?=\\s*$)',
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
        '(?<=(?:^|[,;:(]|F)\\s?(?:and )?)for(?=\\s*$)',
        'suppose(?: that)?',
        'assum(?:e|es|ing)(?: that)?',
        'in (?:the )?case',
        'case \\d{1,2}',
        'provided(?: that)?',
        'under the (?:hypothesis|assumption|condition)',
        'optimality condition',
      ],
    },
  },
  {
    kind: 'supposition',
    patterns: {
      es: [
        `(?:si|cuando|supon(?:ga|gamos|gase|iendo|emos)|asum(?:amos|imos|iendo|e|ase))${SUPPOSED}`,
        'resuelven?(?: la ecuacion| el sistema)?(?=\\s*$)',
      ],
      en: [
        `(?:if|when|whenever|suppos(?:e|ing)|assum(?:e|es|ing)|provided)${SUPPOSED}`,
        'solves?(?: the (?:equation|system))?(?=\\s*$)',
      ],
    },
  },
  {
    kind: 'conditional',
    patterns: {
      es: [
        '(?<=^\\s*(?:(?:y|o|pero|ademas|ahora|en cambio),? )?)(?:si|cuando)(?! (?:llam|defin|escrib|denot|pon|us|tom|introdu|se (?:llam|defin|escrib|denot|pon|us|tom|introdu))[a-z]*)(?=.*[,:])(?!.* (?:es|son)$)',
      ],
      en: [
        '(?<=^\\s*(?:(?:and|or|but|now),? )?)(?:if|when|whenever)(?! (?:we|you|one) (?:call|define|write|denote|put|use|take|let|set|introduce))(?=.*[,:])(?!.* (?:is|are)$)',
      ],
    },
  },
  {
    kind: 'implying',
    patterns: {
      es: ['implican?(?: que)?', 'obligan? a(?: que)?', 'fuerzan?(?: a(?: que)?)?'],
      en: ['(?:implies|forces|entails)(?: that)?'],
    },
  },
  {
    kind: 'reason',
    patterns: {
      es: [
        'porque',
        'pues',
        '(?:ya|puesto|dado) que',
        '(?:donde|aqui)(?: se ha| hemos)? (?:usado|usamos|se usa|se uso|utilizamos|aplicamos)(?: que)?',
        '(?:usando|recordando)(?: que)?',
      ],
      en: [
        'since',
        'because',
        '(?:where|here) we(?: have)? (?:use|used|apply|applied)(?: that| the fact that)?',
        '(?:using|recalling)(?: that| the fact that)?',
      ],
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
        '(?<!no )se (?:cumplen?|verifican?)(?: que)?',
        '(?:se tiene|tenemos|se ve|vemos|resulta|se sigue|se concluye|concluimos)(?: que)?',
        'lleg(?:amos|ando) a',
        'se (?:deduce|desprende|llega a)(?: que)?',
        'deducimos(?: que)?',
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
        'we deduce(?: that)?',
        'whence',
        '(?:which )?(?:gives|yields|implies|results in)',
        'this means',
        '(?<!not )holds?(?: that)?',
        '(?:always|every) satisf(?:y|ies)',
        'that is',
        'simplif(?:y|ies|ying)',
        'substitut(?:e|ing)',
        '(?:show|prove|verify)(?: that)?',
      ],
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
  },
  {
    kind: 'solve',
    patterns: {
      es: ['despej(?:ando|amos|ar|e|emos)', 'resol(?:viendo|vemos|ver)', 'resuelv[ae]', 'aislando'],
      en: ['solv(?:e|es|ing)(?: for)?', 'isolating', 'rearranging'],
    },
  },
  {
    kind: 'equate',
    patterns: {
      es: [
        'igual(?:ando|amos|ar|arl[oa]s?|andol[oa]s?|e|emos)',
        'haciendo(?=[^,;:]{0,30}cero)',
        'condicion de primer orden',
        'anul(?:ando|amos|ar)',
        'se anulan? (?:en|cuando|si|para)',
      ],
      en: [
        'set(?:ting)?(?=[^;:]{0,40}(?:zero|equal|F))',
        'equat(?:e|ing)',
        'first[- ]order condition',
        'vanish(?:es|ing)? (?:at|when|for|if)',
      ],
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
  },
  {
    kind: 'approximation',
    patterns: {
      es: ['aproxim(?:a|adamente|acion|amos|ando|ado|ada)', 'redonde(?:ando|amos|ado|o)', 'aprox'],
      en: ['approximat(?:e|ely|es|ion|ing)', 'round(?:ed|ing)', 'roughly'],
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
  },
  {
    kind: 'minimise',
    patterns: {
      es: ['minimiz(?:ar|amos|aremos|a|an|ando|e|emos)'],
      en: ['minimi[sz](?:e|es|ing)'],
    },
  },
  {
    kind: 'maximise',
    patterns: {
      es: ['maximiz(?:ar|amos|aremos|a|an|ando|e|emos)'],
      en: ['maximi[sz](?:e|es|ing)'],
    },
  },
  {
    kind: 'optimum',
    patterns: {
      es: ['optim[oa]s?', 'solucion', 'forma cerrada', 'se alcanza'],
      en: ['optimum', 'optimal', 'solution', 'closed[- ]form', 'attained'],
    },
  },
  {
    kind: 'constraint',
    patterns: {
      es: ['sujet[oa]s? a', 'restriccion(?:es)?', 'restringid[oa]s?'],
      en: ['subject to', 'constraints?', 'constrained'],
    },
  },
  {
    kind: 'lagrangian',
    patterns: {
      es: ['lagrangian[oa]', 'multiplicador(?:es)?'],
      en: ['lagrangian', '(?:lagrange )?multipliers?'],
    },
  },
  {
    kind: 'universal',
    patterns: {
      es: ['para (?:tod|cualquier)[a-z]{0,3}', 'cualesquiera', 'siempre(?! que)'],
      en: ['for (?:all|every|any|each)', 'always'],
    },
  },
  {
    kind: 'demand',
    patterns: {
      es: [
        'si',
        'cuando',
        'donde',
        'siempre que',
        'mientras',
        'sujet[oa]s? a',
        'restriccion(?:es)?',
        'tal(?:es)? que',
        'para que',
        'de modo que',
        'hace falta(?: que)?',
        '(?:se )?(?:necesit|requier|requer|exij|exig|busc|quer|quier|pid|ped|impon)[a-z]{1,7}(?: que)?',
        'deb(?:e|en|emos|eria)(?: ser)?',
        'hay que',
        'hipotesis',
        'criterio',
        'condicion(?:es)?',
        'converge[n]?',
        'equivale',
      ],
      en: [
        'if',
        'when(?:ever)?',
        'where',
        'while',
        'as long as',
        'provided',
        'unless',
        'subject to',
        'constraints?',
        'such that',
        'so that',
        '(?:we |which )?(?:need|require|want|demand|impose|seek|look for)(?:s|d)?(?: that)?',
        'must',
        'should',
        'hypothesis',
        'criterion',
        'conditions?',
        'converges?',
        'equivalent',
      ],
    },
  },
  {
    kind: 'alternative',
    patterns: {
      es: [
        '(?:un|una|otr[ao]) (?:[a-z]+ )?(?:remedio|alternativa|opcion|variante|arreglo|modificacion|posibilidad) (?:[a-z]+ )?(?:es|seria|consiste en)',
      ],
      en: [
        '(?:an?|one|another|the) (?:[a-z]+ )?(?:remedy|alternative|option|variant|workaround|modification|fix) (?:is|would be)',
      ],
    },
  },
  {
    kind: 'elsewhere',
    patterns: {
      es: [
        'de(?:l| la| los| las)? (?:seccion(?:es)?|inciso|ejercicio|apartado|problema|ejemplo|pregunta) (?:\\d|[a-h]\\b|anterior)',
      ],
      en: [
        '(?:of|from|in) (?:the previous )?(?:sections?|exercise|problem|example|question) (?:\\d|[a-h]\\b)',
      ],
    },
  },
  {
    kind: 'variant',
    patterns: {
      es: [
        'tendri(?:a|amos|an)',
        'seri(?:a|an)',
        'quedari(?:a|an|amos)',
        'habri(?:a|amos)',
        '(?:se )?obtendri(?:a|amos|an)',
        'si (?:en (?:su lugar|cambio|vez)|se (?:usara|usase|hubiera)|(?:us|hub)i?(?:e|a)r(?:a|amos|an))',
        'en (?:lugar|vez) de',
      ],
      en: [
        '(?:would) (?:have|be|become|get|give|read)',
        'we would',
        'instead(?: of)?',
        'had (?:we|it|the|they)',
        'if (?:we|it|the [a-z ]{1,30}) (?:were|had|used)',
      ],
    },
  },
];
