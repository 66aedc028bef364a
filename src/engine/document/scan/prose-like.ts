/**
 * True where what two delimiters enclose is paragraphs and not mathematics: then one of them is a stray.
 * A blank line alone proves nothing; words in a row, headings and lists beside it do.
 */
export function looksLikeProse(inner: string): boolean {
  if (!/(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.test(inner)) return false;
  return blockStart.test(inner) || wordsInARow.test(inner.replace(textCommand, ' '));
}

const blockStart = /[\r\n][ \t]*(?:#{1,6}[ \t]|`{3}|~{3}|\\(?:section|subsection|item)\b)/;
const textCommand = /\\(?:text[a-z]*|mbox|intertext|operatorname|label|tag)\*?\{[^{}]*\}/g;
const wordsInARow = /(?<![\\\p{L}])\p{L}{2,}(?:[ ,]{1,3}\p{L}{2,}){3}/u;
