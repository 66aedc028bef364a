import type { Rewriting } from './rewriting.js';
import { WORDS } from './words.js';

/** The words around the formulas in the other language; what the table does not hold stays. */
export const PROSE_REWRITINGS: readonly Rewriting[] = [
  inOther(
    'prose in Spanish',
    /\b(?:the|and|with|then|is)\b/gi,
    WORDS.map(([english, spanish]) => [english, spanish] as const),
  ),
  inOther(
    'prose in English',
    /\b(?:sea|con|entonces|es|la|el)\b/gi,
    WORDS.flatMap(([english, ...forms]) => forms.map((form) => [form, english] as const)),
  ),
  {
    title: 'prose without accents',
    of: (_, prose) =>
      /[áéíóúñ]/i.test(prose)
        ? { prose: (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') }
        : null,
  },
];

function inOther(
  title: string,
  sign: RegExp,
  pairs: readonly (readonly [string, string])[],
): Rewriting {
  const words = new Map([...pairs].reverse());
  const longest = [...words.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\\\{_-])(?:${longest.join('|')})(?![\\p{L}_}-])`, 'giu');
  const translate = (text: string): string =>
    text.replace(pattern, (found) => {
      const other = words.get(found.toLowerCase()) ?? found;
      const isCapital = found.charAt(0) !== found.charAt(0).toLowerCase();
      return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    });
  const outside = (text: string): string =>
    text
      .split(/(<!--[^]*?(?:-->|$)|^.*-->|\\[A-Za-z]+\{[^{}]*\})/)
      .map((piece, at) => (at % 2 === 0 ? translate(piece) : piece))
      .join('');
  return {
    title,
    of: (_, prose) => ((prose.match(sign)?.length ?? 0) > 4 ? { prose: outside } : null),
  };
}
