import { describe, expect, it } from 'vitest';
import { formulasOf, latexOf, outlineOf } from './reading.js';

const found: readonly (readonly [what: string, text: string, latex: readonly string[]])[] = [
  ['dollars with spaces', 'Sea $ x $ y $$ y $$', ['x', 'y']],
  ['brackets', '\\(a\\) \\[ b \\\\[1ex] c \\]', ['a', 'b \\\\[1ex] c']],
  [
    'starred environments',
    '\\begin{align*} a &= b \\\\ c &= d \\end{align*}',
    ['a &= b \\\\ c &= d'],
  ],
  [
    'inner environments',
    '\\begin{equation}\\begin{aligned} a \\end{aligned}\\end{equation}',
    ['\\begin{aligned} a \\end{aligned}'],
  ],
  [
    'subequations',
    '\\begin{subequations}\\begin{gather} a \\end{gather}\\end{subequations}',
    ['a'],
  ],
  [
    'math and displaymath',
    '\\begin{math}a\\end{math} \\begin{displaymath}b\\end{displaymath}',
    ['a', 'b'],
  ],
  ['a label first', '\\begin{equation}\\label{eq:1} a \\end{equation}', ['a']],
  ['dollars in \\mbox', '$$a \\mbox{ si $b$}$$', ['a \\mbox{ si $b$}']],
  ['a footnote', 'Texto\\footnote{Con $x$.} y $y$', ['x', 'y']],
  ['a section', '\\section{Derivada de $f$} $g$', ['f', 'g']],
  ['a table', '\\begin{tabular}{|c|c|} $a$ & $b$ \\\\ \\end{tabular}', ['a', 'b']],
  ['items', '\\begin{itemize}\\item[$\\ast$] $a$ \\item $b$\\end{itemize}', ['a', 'b']],
  ['the body alone', '\\title{$t$}\\begin{document}$b$\\end{document}$c$', ['b']],
  ['beside an escaped percent', '50\\% de $a$', ['a']],
  ['a comment within', '$$a % el costo $c\n= b$$', ['a % el costo $c\n= b']],
];

const passedOver: readonly (readonly [what: string, text: string])[] = [
  ['comments', 'Texto % con $x$\n'],
  ['escaped dollars', 'Cuesta \\$5 y \\$6'],
  ['verbatim', '\\begin{verbatim}$x$\\end{verbatim}'],
  ['listings', '\\begin{lstlisting}[language=Python]\nx = "$y$"\n\\end{lstlisting}'],
  ['minted', '\\begin{minted}{python}\n"$y$"\n\\end{minted}'],
  ['the comment environment', '\\begin{comment}$x$\\end{comment}'],
  ['drawings', '\\begin{tikzpicture}\\node {$x$};\\end{tikzpicture}'],
  ['\\verb', '\\verb|$x$| y \\verb*+$y$+'],
  ['addresses', '\\url{http://a.b/$x$} \\href{http://a.b/50%20$}{enlace}'],
  ['definitions', '\\newcommand{\\costo}{$C$}'],
];

describe('formulas of LaTeX', () => {
  it.each(found)('finds %s', (_what, text, latex) => {
    expect(latexOf(text, 'tex')).toEqual(latex);
  });

  it.each(passedOver)('passes over %s', (_what, text) => {
    expect(latexOf(text, 'tex')).toEqual([]);
  });

  it('names the environment that delimits a formula', () => {
    expect(formulasOf('\\begin{multline*} a \\end{multline*}', 'tex')).toMatchObject([
      { environment: 'multline*', display: true },
    ]);
  });

  it('reduces commands to their words', () => {
    const { blocks } = outlineOf(
      "La \\textbf{funci\\'on} de p\\'{e}rdida~\\ref{eq:1} es \\emph{convexa}\\footnote{Casi siempre.}.",
      'tex',
    );
    expect(blocks).toMatchObject([
      { kind: 'prose', text: 'La función de pérdida es convexa Casi siempre..' },
    ]);
  });
});
