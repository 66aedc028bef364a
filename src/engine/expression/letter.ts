/** Uppercase Latin or Greek letter at the head of a key: by convention a matrix. */
export function isUpper(key: string): boolean {
  const letter = letterOf(key);
  return (
    /^[A-Z]$/.test(letter) ||
    /^\\(Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega)$/.test(letter)
  );
}

/** The bare letter of a key, without accents, labels and marks. */
export function letterOf(key: string): string {
  let rest = key;
  for (;;) {
    const inner =
      /^\\(?:hat|bar|tilde|dot|ddot|check|breve|mathcal|mathbb|delta|Delta)\{(.*?)\}/.exec(rest);
    if (!inner?.[1]) break;
    rest = inner[1];
  }
  return /^\\[a-zA-Z]+|^[^_^'<{]+/.exec(rest)?.[0] ?? rest;
}
