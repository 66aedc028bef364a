import type { Bilingual } from './row.js';

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
      '(?:(?<=^\\s?)|(?<=[,;:(]\\s))como',
      'dado que',
      'puesto que',
      'ya que',
      'supon(?:ga|gamos|iendo|emos)(?: que)?',
      'asum(?:amos|imos|iendo|e)(?: que)?',
      '(?<!(?:est|es|otr|tal|cada|mejor|peor)[eo]? )caso(?: (?:\\d{1,2}|[a-c]|i{1,3}))?\\s?[:.)(]?',
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
      '(?<!(?:this|that|each|other|which|such|best|worst|any) )case(?: (?:\\d{1,2}|[a-c]|i{1,3}))?\\s?[:.)(]?',
      'in (?:the )?case(?: that| of)?',
      'provided(?: that)?',
    ],
  },
  weak: { es: ['con', 'donde', 'tal que'], en: ['with', 'where', 'such that', 'as'] },
} as const;

/** Words that put cases together: the last case holds no more. */
export const caseEnds: Bilingual<readonly string[]> = {
  es: [
    '(?:junt|combin|un|reun|agrup)(?:ando|iendo|amos|imos)(?=[^;:]{0,40}cas)',
    'en (?:resumen|conclusion|todos los casos|ambos casos|cualquier caso|cualquiera de los casos)',
    'resumiendo',
  ],
  en: [
    '(?:combin|collect|gather)ing(?=[^;:]{0,40}case)',
    'put(?:ting)?(?=[^;:]{0,40}together)',
    'in (?:all|both|either|every|any) (?:the )?cases?',
    'in summary',
    'altogether',
  ],
};

/** Some of the columns of a matrix, those that count most. */
export const firstColumns: Bilingual<readonly string[]> = {
  es: ['(?:primeras (?:F )?|F primeras )columnas de (?:la matriz )?F'],
  en: ['(?:first|leading|top) (?:F )?columns of (?:the matrix )?F'],
};
