import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readOutline } from '../../../src/engine/document/build.js';

const PIECES = [
  'x',
  'y',
  'W_1',
  'x_i',
  'h^{(l)}',
  '\\hat{y}',
  '\\mathbf{w}',
  'A^T',
  'A^{-1}',
  '\\delta_{ij}',
  '0',
  '1',
  '2.50',
  '0{,}5',
  '12',
  '+',
  '-',
  '=',
  '\\cdot',
  '\\times',
  '\\odot',
  '*',
  '/',
  '^',
  '_',
  '^2',
  '_{i}',
  '{',
  '}',
  '(',
  ')',
  '\\left(',
  '\\right)',
  '[',
  ']',
  '\\left.',
  '\\right|',
  '|',
  '\\|',
  '\\frac{1}{2}',
  '\\frac',
  '\\dfrac{x}{y}',
  '\\sqrt{x}',
  '\\sqrt[3]',
  '\\sum_{i=1}^n',
  '\\sum',
  '\\prod_k',
  '\\max_i',
  '\\int_0^1',
  '\\lim_{x \\to 0}',
  '\\partial',
  '\\frac{\\partial L}{\\partial W}',
  '\\frac{d}{dx}',
  '\\nabla_w',
  '\\log',
  '\\exp',
  'e^{-x}',
  '\\sigma(x)',
  "\\sigma'(x)",
  '\\operatorname{softmax}(z)',
  '\\text{si }',
  '\\text{',
  '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
  '\\begin{pmatrix}',
  '\\end{pmatrix}',
  '\\begin{cases} 1 & \\text{if } i = j \\\\ 0 & \\text{otherwise} \\end{cases}',
  '\\begin{aligned}',
  '\\end{aligned}',
  '&',
  '\\\\',
  ',',
  ';',
  '.',
  '\\quad',
  '\\,',
  '~',
  '\\Rightarrow',
  '\\iff',
  '\\le',
  '\\in',
  '\\mathbb{R}^{n \\times d}',
  '\\approx',
  ':=',
  '\\to',
  '\\dots',
  '\\infty',
  '%',
  '#1',
  '\\',
  '$',
  'é',
  '\ud835\udc00',
  "'",
  '!',
  '\\top',
  '\\ne',
  '\\mathbb{E}[x]',
  '\\lfloor',
  '\\rfloor',
  '\\begin{',
  '\\tag{1}',
  '\\label{a}',
  '\\color{red}',
  '\n',
  ' ',
] as const;

/** Mathematics put together from pieces, the broken ones too. */
export const fragments = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 30 })
  .map((list) => list.join(''));

const BANK = fileURLToPath(new URL('../../bank/', import.meta.url));

/** Every formula of the bank's Markdown files. */
export function formulas(): readonly { readonly file: string; readonly latex: string }[] {
  return bankFiles().flatMap(({ file, text }) =>
    readOutline({ parts: [{ kind: 'markdown', text }] }).blocks.flatMap((block) =>
      block.kind === 'formula' ? [{ file, latex: block.latex }] : [],
    ),
  );
}

function bankFiles(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(BANK)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .map((file) => ({ file, text: readFileSync(`${BANK}${file}`, 'utf8') }));
}
