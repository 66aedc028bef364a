import { describe, expect, it } from 'vitest';
import { readOutline } from '../../../src/engine/document/build.js';
import { outlineOf, pathOf } from './reading.js';

describe('scopes of Markdown', () => {
  it('nests headings, of one line and of two', () => {
    const outline = outlineOf(
      'Título\n===\n\n$a$\n\n## Uno\n\n$b$\n\n### Dentro\n\n$c$\n\n## Dos\n\n$d$',
    );
    expect(['a', 'b', 'c', 'd'].map((latex) => pathOf(outline, latex))).toEqual([
      ['Título'],
      ['Título', 'Uno'],
      ['Título', 'Uno', 'Dentro'],
      ['Título', 'Dos'],
    ]);
    expect(outline.scopes.map((scope) => scope.kind)).toEqual([
      'document',
      'section',
      'section',
      'section',
      'section',
    ]);
  });

  it.each([
    'Ejercicio #4 | Backpropagation',
    '**Ejercicio 4.** Sea $f$ derivable.',
    'Exercise 2.1',
    'Problema 3: softmax',
    '_Pregunta 2)_ ¿Cuánto vale?',
    'Problem IV',
    '### Ejercicio 4',
    '## 2. Problema 1',
  ])('takes "%s" for an exercise', (line) => {
    const outline = outlineOf(`${line}\n\nQueda $z$.`);
    expect(outline.scopes.map((scope) => scope.kind)).toEqual(['document', 'exercise']);
    expect(pathOf(outline, 'z')).toHaveLength(1);
  });

  it.each([
    'Ejercicio 4 muestra que la red aprende.',
    'El problema 3 es difícil.',
    'Los ejercicios 1 y 2 son iguales.',
    'Problema de clasificación',
  ])('takes "%s" for prose', (line) => {
    expect(outlineOf(`${line}\n\n$z$`).scopes).toHaveLength(1);
  });

  it('puts parts into their exercise, however they are written', () => {
    const outline = outlineOf(
      'Ejercicio 1\n\n- a) Sea $a$\n\n(b) Luego $b$\n\nInciso c) Fin $c$\n\n(i) Más $d$\n\nEjercicio 2\n\n$e$',
    );
    expect(['a', 'b', 'c', 'd', 'e'].map((latex) => pathOf(outline, latex).length)).toEqual([
      2, 2, 2, 3, 1,
    ]);
  });

  it('keeps the parts of a heading inside the exercise of the same level', () => {
    const outline = outlineOf(
      '## Ejercicio 1\n\n$a$\n\n## a) Primero\n\n$b$\n\n## b) Segundo\n\n$c$',
    );
    expect(pathOf(outline, 'c')).toEqual(['Ejercicio 1', 'b) Segundo']);
  });

  it('lets an answer go on with its exercise', () => {
    const outline = outlineOf('## Ejercicio 1\n\n$a$\n\n### a)\n\n$b$\n\n## Solución\n\n$c$');
    expect(pathOf(outline, 'c')).toEqual(['Ejercicio 1']);
    const text = outlineOf('Pregunta 1.\n\n(a) Sea $a$\n\n## Respuesta:\n\n$b$');
    expect(pathOf(text, 'b')).toHaveLength(2);
  });

  it('takes numbers that ask for exercises, and numbers that tell for steps', () => {
    const exam = outlineOf('1. Calcule $a$.\n\n$$b$$\n\n2. Demuestre que $c$.\n\nAsí.\n');
    expect(exam.scopes.map((scope) => scope.kind)).toEqual(['document', 'exercise', 'exercise']);
    const steps = outlineOf('1. Primero:\n\n$$b$$\n\n2. Después $c$.\n\nAsí.\n');
    expect(steps.scopes).toHaveLength(1);
    const named = outlineOf('Ejercicio 1\n\n1. Calcule $a$.\n\n$$b$$\n\n2. Demuestre que $c$.\n');
    expect(named.scopes).toHaveLength(2);
  });

  it('makes no scopes of plain lists, bullets or a table of contents', () => {
    expect(outlineOf('- $a$\n- $b$\n\na) uno\nb) dos\n').scopes).toHaveLength(1);
    const contents = 'Ejercicio 1 Broadcasting\t2\nEjercicio 2 Redes\t5\n\n$x$';
    expect(outlineOf(contents).scopes).toHaveLength(1);
  });

  it('goes on through the cells of a notebook, code or not', () => {
    const outline = readOutline({
      parts: [
        { kind: 'markdown', text: '## Ejercicio 1' },
        { kind: 'code', text: '# Ejercicio 2' },
        { kind: 'markdown', text: '$a$' },
      ],
    });
    expect(pathOf(outline, 'a')).toEqual(['Ejercicio 1']);
  });
});

describe('scopes of LaTeX', () => {
  it('nests sections, exercises and their parts', () => {
    const outline = outlineOf(
      String.raw`\section{Teoría} $a$
\subsection{Softmax} $b$
\section*{Ejercicio 2}
\begin{enumerate}
\item Uno $c$
\begin{enumerate} \item Dentro $d$ \end{enumerate}
$e$
\end{enumerate}
\subsection*{Solución} $f$

\textbf{Problema 3.} Sea $g$

(a) Luego $h$`,
      'tex',
    );
    expect('abcdefgh'.split('').map((latex) => pathOf(outline, latex).length)).toEqual([
      1, 2, 1, 2, 1, 1, 2, 3,
    ]);
  });

  it('finds the label of a paragraph below lines that only lay it out', () => {
    const outline = outlineOf(
      String.raw`\textbf{Problema 1.} Sea $a$

\bigskip
\noindent\textbf{Problema 2 (20 puntos). Trazas.} Sea $b$

\vspace{1cm}\newpage
\textbf{Problema 3.} Sea $c$`,
      'tex',
    );
    expect('abc'.split('').map((latex) => pathOf(outline, latex).join())).toEqual([
      String.raw`\textbf{Problema 1.} Sea $a$`,
      String.raw`\textbf{Problema 2 (20 puntos). Trazas.} Sea $b$`,
      String.raw`\textbf{Problema 3.} Sea $c$`,
    ]);
  });

  it('takes environments for exercises, those of the document too', () => {
    const outline = outlineOf(
      String.raw`\newtheorem{ej}{Ejercicio}\newtheorem{teo}{Teorema}
\begin{problem} $a$ \end{problem} \begin{solution} $b$ \end{solution}
\begin{ej}[Softmax] $c$ \end{ej} \begin{proof} $d$ \end{proof} \begin{teo} $e$ \end{teo}`,
      'tex',
    );
    expect('abcde'.split('').map((latex) => pathOf(outline, latex))).toEqual([
      ['problem'],
      ['problem'],
      ['Softmax'],
      ['Softmax'],
      ['Softmax'],
    ]);
  });

  it('knows the commands of exams', () => {
    const outline = outlineOf(
      String.raw`\begin{questions} \question Halle $a$ \begin{parts} \part[2] uno $b$ \part dos $c$ \end{parts}
\question Halle $d$ \end{questions}`,
      'tex',
    );
    expect('abcd'.split('').map((latex) => pathOf(outline, latex).length)).toEqual([1, 2, 2, 1]);
  });
});
