import { describe, expect, it } from 'vitest';
import { formulasOf, latexOf, outlineOf } from './reading.js';

const found: readonly (readonly [what: string, text: string, latex: readonly string[]])[] = [
  ['inline', 'Sea $x$ y $y_1$.', ['x', 'y_1']],
  ['a display on one line', 'Así $$a = b$$ sigue', ['a = b']],
  ['a display over lines', '$$\na\n= b\n$$', ['a\n= b']],
  ['a display with a blank line inside', '$$\na = b\n\n+ c\n$$', ['a = b\n\n+ c']],
  ['brackets', 'Con \\(x\\) y \\[ y \\]', ['x', 'y']],
  ['doubled brackets of notebooks', 'Con \\\\(x\\\\) y \\\\[ y \\\\]', ['x', 'y']],
  ['a line break inside brackets', '\\[ a \\\\[2pt] b \\]', ['a \\\\[2pt] b']],
  ['a bare environment', '\\begin{align}\na &= b\n\\end{align}', ['a &= b']],
  ['an argument of the environment', '\\begin{alignat}{2} a &= b \\end{alignat}', ['a &= b']],
  [
    'an environment within dollars',
    '$$\\begin{cases} a \\\\ b \\end{cases}$$',
    ['\\begin{cases} a \\\\ b \\end{cases}'],
  ],
  ['a math fence', '```math\na^2\n```', ['a^2']],
  ['ticked dollars', 'GitHub: $`a_1`$ así', ['a_1']],
  ['dollars inside \\text', '$a \\text{ si $b$ } c$', ['a \\text{ si $b$ } c']],
  ['an escaped dollar inside', '$5\\$ + x$', ['5\\$ + x']],
  ['notebook spacing', 'Si $ x = 1 $ entonces', ['x = 1']],
  ['a factor that is no price', 'Queda $2 B x$ y $3 y z$', ['2 B x', '3 y z']],
  ['inline over two lines of Windows', 'Sea $a +\r\nb$', ['a +\r\nb']],
  ['inline over two lines', 'Sea $a +\nb$ la suma', ['a +\nb']],
  ['neighbours', '$a$$b$', ['a', 'b']],
  ['displays back to back', '$$a$$$$b$$', ['a', 'b']],
  ['a heading', '## Gradiente de $L$\n', ['L']],
  ['a quotation', '> Sea $x$:\n> $$y$$\n', ['x', 'y']],
  ['table cells', '| a | b |\n|---|---|\n| $x$ | $|y|$ |\n', ['x', '|y|']],
  ['list items', '- $a$\n  1. $b$\n', ['a', 'b']],
  ['a paragraph indented under a list', '- primero\n\n    $a$ sigue en la lista\n', ['a']],
  ['an indented display', 'Queda\n\n    $$a = b$$\n', ['a = b']],
  ['between labels', '$$\\label{eq:a} a = b$$', ['a = b']],
  ['old Mac line ends', 'uno\r\r$$a\r=b$$\r', ['a\r=b']],
];

const passedOver: readonly (readonly [what: string, text: string])[] = [
  ['money', 'Cuesta $5 y luego $6.'],
  ['money with a unit', 'Entre $5 millones y 6$ en total'],
  ['escaped dollars', 'Son \\$5 y \\$6'],
  ['inline code', 'Escribe `$x$` o ``$`y`$``'],
  ['fenced code', '```python\ncost = "$x$"\n```'],
  ['a fence of tildes', '~~~\n$x$\n~~~'],
  ['a fence in a list', '- así:\n\n- ```\n  $x$\n\n  $y$\n  ```\n'],
  ['a fence that never closes', '```\n$x$'],
  ['indented code', 'Código:\n\n    y = "$x$"\n'],
  ['a comment', '<!-- $x$ -->'],
  ['preformatted text', '<pre>\n$x$\n</pre>'],
  ['front matter', '---\ntitle: $x$\n---\n'],
  ['nothing inside', '$$ $$'],
  ['escaped brackets', 'Véase \\[1\\] y \\[2, 3\\]'],
  ['an unclosed environment', '\\begin{align} a &= b'],
  ['an unclosed bracket', '\\[ a = b'],
];

describe('formulas of Markdown', () => {
  it.each(found)('finds %s', (_what, text, latex) => {
    expect(latexOf(text)).toEqual(latex);
  });

  it.each(passedOver)('passes over %s', (_what, text) => {
    expect(latexOf(text)).toEqual([]);
  });

  it('lets a stray dollar cost nothing but itself', () => {
    expect(latexOf(' $\n$\n$\n\nSea $x$ y $$y = 1$$')).toEqual(['x', 'y = 1']);
    expect(latexOf('Un $suelto\n\nSea $x$')).toEqual(['x']);
    expect(latexOf('- vale $5\n- y $x$')).toEqual(['x']);
  });

  it('lets a stray pair of dollars cost nothing but itself', () => {
    const text = '$$\n\nLa pérdida de la red se define así:\n\n$$L = 1$$\n\nFin $$M = 2$$';
    expect(latexOf(text)).toEqual(['L = 1', 'M = 2']);
  });

  it('goes on after an environment that was not closed', () => {
    const text = '\\begin{align} a\n\n\\begin{align} b \\end{align}';
    expect(latexOf(text)).toEqual(['b']);
  });

  it('tells displays, inline formulas and environments apart', () => {
    const [inline, display, named] = formulasOf('$a$ $$b$$ \\begin{gather*}c\\end{gather*}');
    expect(inline).toMatchObject({ display: false });
    expect(inline).not.toHaveProperty('environment');
    expect(display).toMatchObject({ display: true, outer: { start: 4, end: 9 } });
    expect(named).toMatchObject({ display: true, environment: 'gather*' });
  });

  it('says that a formula is too long to be read', () => {
    const [long, short] = formulasOf(`$$${'x+'.repeat(5000)}x$$ $$y$$`);
    expect(long).toMatchObject({ oversize: true });
    expect(short).not.toHaveProperty('oversize');
  });

  it('gives the words between formulas without their markup', () => {
    const { blocks } = outlineOf('La **matriz** $A$ es _simétrica_ (`A.T`).\n\nOtra cosa');
    expect(blocks.map((block) => (block.kind === 'prose' ? block.text : block.latex))).toEqual([
      'La matriz',
      'A',
      'es simétrica ( ).',
      'Otra cosa',
    ]);
    expect(
      blocks.flatMap((block) => (block.kind === 'prose' ? [block.endsParagraph] : [])),
    ).toEqual([false, true, true]);
  });

  it('marks the end of a paragraph that ends with a formula', () => {
    const { blocks } = outlineOf('Sea $x$\n\n$$y$$\n');
    const shape = blocks.map((block) =>
      block.kind === 'formula' ? block.latex : block.endsParagraph,
    );
    expect(shape).toEqual([false, 'x', true, 'y', true]);
  });
});
