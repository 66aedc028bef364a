/** Writes the sample data below `examples/` again, or below another folder: the same files every time. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { musicFiles } from './examples/music.mjs';
import { penguinsFile } from './examples/penguins.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('../examples', import.meta.url));

const files = { ...below('music', musicFiles()), 'penguins/penguins.csv': await penguinsFile() };
for (const [name, text] of Object.entries(files)) {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`${name}: ${text.length} bytes`);
}

function below(place, texts) {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [`${place}/${name}`, text]),
  );
}
