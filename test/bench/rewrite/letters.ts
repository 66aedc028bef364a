import { mapTokens, tokensOf } from './pieces.js';
import type { Rewriting } from './rewriting.js';

/**
 * Letters of the same customary kind, the likeliest first. Letters with a meaning of their own
 * (e, d, i as indices only, E, I, N, P, R, T, π, σ, δ, ...) stay.
 */
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['vectors', ['x', 'y', 'z', 'u', 'v', 'w']],
  ['numbers', ['a', 'b', 'c']],
  ['matrices', ['A', 'B', 'C', 'M', 'X', 'Y', 'Z', 'W', 'U', 'V', 'Q']],
  ['Greek rates', ['\\alpha', '\\gamma', '\\lambda', '\\eta']],
  ['Greek parameters', ['\\beta', '\\theta', '\\omega', '\\kappa']],
  ['functions', ['f', 'g', '\\phi', '\\psi']],
  ['sizes', ['n', 'm', 'p', 'q']],
];

const INDICES: Readonly<Record<string, string>> = { i: 'j', j: 'k', k: 'i' };

/** Names consistently changed over a whole document. */
export const LETTER_REWRITINGS: readonly Rewriting[] = [
  ...KINDS.map(([title, letters]): Rewriting => ({
    title: `other ${title}`,
    of: (formulas, prose) => renamed(renaming(letters, formulas, prose), formulas),
  })),
  {
    title: 'other indices',
    of: (formulas, prose) => {
      const spoken = Object.keys(INDICES).some((letter) => isSpoken(letter, prose));
      return spoken ? null : renamed(INDICES, formulas);
    },
  },
  {
    title: 'the loss is J',
    of: (formulas, prose) => {
      const used = usedIn(formulas);
      return used.has('J') || isSpoken('L', prose) || used.has('l') || used.has('\\ell')
        ? null
        : renamed({ L: 'J' }, formulas);
    },
  },
];

function renamed(
  names: Readonly<Record<string, string>>,
  formulas: readonly string[],
): ReturnType<Rewriting['of']> {
  const formula = (latex: string): string => mapTokens(latex, ({ text }) => names[text] ?? text);
  return formulas.some((latex) => formula(latex) !== latex) ? { formula } : null;
}

/** Every letter of the kind gets one that the document does not use; capitals go with their small letters. */
function renaming(
  letters: readonly string[],
  formulas: readonly string[],
  prose: string,
): Readonly<Record<string, string>> {
  const used = usedIn(formulas);
  const names: Record<string, string> = {};
  // The rate of a law is called so: with another letter it may be the mean.
  const isLaw = formulas.some((latex) => latex.includes('\\sim'));
  for (const letter of letters) {
    if (isLaw && letter === '\\lambda') continue;
    if (!used.has(letter) || isSpoken(letter, prose)) continue;
    const twin = twinOf(letter);
    const both = twin !== letter && used.has(twin);
    const at = letters.indexOf(letter);
    const free = [...letters.slice(at + 1), ...letters.slice(0, at)].find(
      (other) => !used.has(other) && !used.has(twinOf(other)),
    );
    if (free === undefined || (both && isSpoken(twin, prose))) continue;
    names[letter] = free;
    if (both) names[twin] = twinOf(free);
    used.add(free).add(twinOf(free));
  }
  return names;
}

function twinOf(letter: string): string {
  if (letter.startsWith('\\')) return letter;
  // `f` and the F of a norm, `t` and the T of a transpose are no twins.
  if (/^[ftdeinpr]$/i.test(letter)) return letter;
  const lower = letter.toLowerCase();
  return letter === lower ? letter.toUpperCase() : lower;
}

/** Letters of the formulas, those within words and macros too. */
function usedIn(formulas: readonly string[]): Set<string> {
  const used = new Set<string>();
  for (const latex of formulas)
    for (const { kind, text } of tokensOf(latex)) {
      if (kind === 'opaque')
        for (const [letter] of text.matchAll(/[A-Za-z]/g)) used.add(`«${letter}`);
      else used.add(text.replace(/^\\var(?=epsilon|phi|theta)/, '\\'));
    }
  return used;
}

/** Whether the prose mentions the letter without dollars, or a macro of the document holds it. */
function isSpoken(letter: string, prose: string): boolean {
  if (letter.startsWith('\\')) return prose.includes(letter);
  const defined = prose.split('\n').filter((line) => /newcommand|\\def|DeclareMath/.test(line));
  if (defined.some((line) => new RegExp(`(?<![A-Za-z\\\\])${letter}(?![A-Za-z])`).test(line)))
    return true;
  return (
    !/^[aAyYIeoOu]$/.test(letter) && new RegExp(`(?<![\\w\\\\'’])${letter}(?![\\w'’])`).test(prose)
  );
}
