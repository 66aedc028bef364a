import { describe, expect, it } from 'vitest';
import { latexOf, outlineOf } from './reading.js';

const definitions: readonly (readonly [text: string, macro: object])[] = [
  ['\\newcommand{\\R}{\\mathbb{R}}', { name: '\\R', parameters: 0, body: '\\mathbb{R}' }],
  ['\\renewcommand*\\vec[1]{\\mathbf{#1}}', { name: '\\vec', parameters: 1, body: '\\mathbf{#1}' }],
  ['\\newcommand{\\dd}[2][x]{\\frac{d#2}{d#1}}', { parameters: 2, optional: 'x' }],
  ['\\providecommand{\\E}{\\mathbb{E}}', { name: '\\E', body: '\\mathbb{E}' }],
  ['\\def\\pd#1#2{\\frac{\\partial #1}{\\partial #2}}', { name: '\\pd', parameters: 2 }],
  ['\\let\\eps=\\varepsilon', { name: '\\eps', body: '\\varepsilon' }],
  ['\\DeclareMathOperator*{\\argmin}{arg\\,min}', { name: '\\argmin', operator: true }],
  ['\\DeclarePairedDelimiter{\\norm}{\\lVert}{\\rVert}', { name: '\\norm', parameters: 1 }],
  ['\\NewDocumentCommand{\\ip}{m m}{\\langle #1, #2 \\rangle}', { name: '\\ip', parameters: 2 }],
];

describe('macros', () => {
  it.each(definitions)('reads %s in the preamble, in the body and in Markdown', (text, macro) => {
    const preamble = `\\documentclass{article}\n${text}\n\\begin{document}$x$\\end{document}`;
    expect(outlineOf(preamble, 'tex').macros).toMatchObject([macro]);
    expect(outlineOf(`Sea\n${text}\n$x$`, 'tex').macros).toMatchObject([macro]);
    expect(outlineOf(`$${text}$`).macros).toMatchObject([macro]);
  });

  it('leaves definitions out of the formula that follows them', () => {
    expect(latexOf('$$\\newcommand{\\R}{\\mathbb{R}} x \\in \\R$$')).toEqual(['x \\in \\R']);
    expect(latexOf('$\\newcommand{\\R}{\\mathbb{R}}$ y $x$')).toEqual(['x']);
  });

  it('ignores definitions that are commented out or never close', () => {
    expect(outlineOf('%\\newcommand{\\a}{b}\n\\begin{document}', 'tex').macros).toEqual([]);
    expect(outlineOf('\\newcommand{\\a}{b', 'tex').macros).toEqual([]);
  });

  it('stops at a thousand definitions', () => {
    const bomb = '\\newcommand{\\a}{\\b\\b}'.repeat(3000);
    expect(outlineOf(bomb, 'tex').macros.length).toBe(1000);
  });
});
