/**
 * Assembles `src/worker/numeric/*.wat` into modules that hold the bytes, so that neither the bundler
 * nor a test has to know of WebAssembly's text.
 */
import { readFile, writeFile } from 'node:fs/promises';
import wabt from 'wabt';
import { root } from './bundles.mjs';

const folder = `${root}src/worker/numeric/`;

/** @param {string} name @returns {Promise<string>} the module's text */
export async function assemble(name) {
  const { parseWat } = await wabt();
  const parsed = parseWat(`${name}.wat`, await readFile(`${folder}${name}.wat`, 'utf8'), {
    simd: true,
  });
  try {
    const { buffer } = parsed.toBinary({});
    const lines =
      Buffer.from(buffer)
        .toString('base64')
        .match(/.{1,88}/g) ?? [];
    return [
      `/** The bytes of \`${name}.wat\`, in base 64; \`npm run kernels\` writes them anew. */`,
      `export const ${name}Bytes =`,
      ...lines.map((line, index) => `  '${line}'${index === lines.length - 1 ? ';' : ' +'}`),
      '',
    ].join('\n');
  } finally {
    parsed.destroy();
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await writeFile(`${folder}gramBytes.ts`, await assemble('gram'));
}
