import type { PhraseRow } from './row.js';

/** What prose says of all that is random in a part of the document. */
export type ChanceKind =
  | 'independent'
  | 'zero-mean'
  | 'unit-variance'
  | 'symmetric'
  /** The formula that follows is the mean, or the variance. */
  | 'mean'
  | 'variance'
  /** Expectations are spoken of: a plain `E` may be one. */
  | 'expectation';

export const chanceRows: readonly PhraseRow<ChanceKind>[] = [
  {
    kind: 'independent',
    patterns: {
      es: ['independientes?', 'i\\.? ?i\\.? ?d\\.?', 'incorrelad[ao]s?', 'no correlacionad[ao]s?'],
      en: ['independent(?:ly)?', 'uncorrelated'],
    },
  },
  {
    kind: 'zero-mean',
    patterns: {
      es: ['(?:media|esperanza) (?:igual a )?(?:cero|nula|0)', 'centrad[ao]s?(?: en (?:cero|0))?'],
      en: ['zero[- ]mean', '(?:mean|expectation) (?:zero|0)', 'cent(?:er|r)ed(?: at (?:zero|0))?'],
    },
  },
  {
    kind: 'unit-variance',
    patterns: {
      es: ['varianza (?:igual a )?(?:uno|1|unitaria|unidad)'],
      en: ['unit[- ]variance', 'variance (?:one|1)'],
    },
  },
  {
    kind: 'symmetric',
    patterns: {
      es: [
        'simetric[ao]s? (?:alrededor|respecto|en torno|con respecto)',
        'simetric[ao]s? (?:y )?(?:de|con) (?:media|esperanza)',
        'media (?:cero|nula|0),? (?:y )?simetric[ao]s?',
        'distribucion simetrica',
        'distribuid[ao]s? simetricamente',
      ],
      en: [
        'symmetric(?:al|ally)? (?:around|about|distribut(?:ion|ed))',
        'symmetric(?: and|,)?(?: (?:with|of))? (?:zero[- ]mean|mean (?:zero|0))',
        '(?:zero[- ]mean|mean (?:zero|0))(?: and|,)? symmetric',
        'symmetrically distributed',
      ],
    },
  },
  {
    kind: 'mean',
    patterns: {
      es: ['(?:media|esperanza|valor esperado)(?: comun)?(?: igual a)? F'],
      en: ['(?:mean|expectation|expected value)(?: equal to)? F'],
    },
  },
  {
    kind: 'variance',
    patterns: {
      es: [
        'varianza(?: comun| finita)?(?: igual a)? F',
        '(?:matriz de )?(?:co|varianzas? y co)varianzas? F',
      ],
      en: ['(?:finite )?variance(?: equal to)? F', 'covariance(?: matrix)?(?: equal to)? F'],
    },
  },
  {
    kind: 'expectation',
    patterns: {
      es: [
        'esperanzas?',
        'valor(?:es)? esperados?',
        'varianzas?',
        'insesgad[ao]s?',
        'sesgos?',
        'variables? aleatorias?',
      ],
      en: ['expectations?', 'expected values?', 'variances?', 'unbiased', 'random variables?'],
    },
  },
];
