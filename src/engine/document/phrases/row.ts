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
}
