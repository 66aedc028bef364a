import type { PhraseRow } from './row.js';

/** What logarithms are taken to; `numbered` where the words end or begin with the base. */
export const logBaseRows: readonly PhraseRow<'e' | '2' | '10' | 'numbered'>[] = [
  {
    kind: 'numbered',
    patterns: {
      es: [
        'log(?:aritmo)?s?(?: (?:es|son|estan|seran?|se (?:toman?|entienden?)))?(?: siempre| todos)?(?: (?:en|de|con))? base (?:2|dos|10|diez|e|F)',
      ],
      en: [
        'log(?:arithm)?s?(?: (?:is|are|(?:is |are )?taken))?(?: always| all)?(?: (?:in|to|of|with|at))?(?: the)? base[- ]?(?:2|two|10|ten|e|F)',
        'base[- ](?:2|two|10|ten|e)[- ]log(?:arithm)?s?',
      ],
    },
  },
  {
    kind: 'e',
    patterns: {
      es: ['log(?:aritmo)?s?(?: (?:es|son))?(?: (?:el|los))? (?:naturales|natural|neperianos?)'],
      en: ['natural log(?:arithm)?s?', 'log(?:arithm)?s? (?:is|are)(?: the)? natural'],
    },
  },
  {
    kind: '2',
    patterns: {
      es: ['log(?:aritmo)?s?(?: (?:es|son))?(?: (?:el|los))? binarios?'],
      en: ['binary log(?:arithm)?s?', 'log(?:arithm)?s? (?:is|are)(?: the)? binary'],
    },
  },
  {
    kind: '10',
    patterns: {
      es: ['log(?:aritmo)?s?(?: (?:es|son))?(?: (?:el|los))? decimal(?:es)?'],
      en: ['(?:common|decimal) log(?:arithm)?s?'],
    },
  },
];
