import { readFile } from 'node:fs/promises';

/** The package opens its code to imports, not its data. */
const source = new URL('../../node_modules/vega-datasets/data/penguins.json', import.meta.url);

/** The measurements of 344 penguins, from the package vega-datasets, as a CSV file. */
export async function penguinsFile() {
  const rows = JSON.parse(await readFile(source, 'utf8'));
  const names = Object.keys(rows[0]);
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}
