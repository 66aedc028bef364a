import { compareWithPandas, withoutPandas } from './pandas.js';
import { randomTable, type RandomTable } from './randomTable.js';
import type { Whole } from './readWhole.js';
import type { Question } from './score.js';

/** How many files are made unless `--files=N` says. */
const FILES = 2000;
/** Files that one run of pandas is given. */
const BATCH = 250;
const SHOWN = 12;

/** Reads random files, compares with what they mean and with what pandas reads by the call given for them. */
export async function scoreDialects({ root, numbers, only }: Question): Promise<string> {
  const missing = withoutPandas();
  if (missing !== undefined) return missing;
  const files = numbers.get('files') ?? FILES;
  const first = numbers.get('seed') ?? 1;
  const lines: string[] = [];
  let [right, same] = [0, 0];
  for (let at = 0; at < files; at += BATCH) {
    const tables = Array.from({ length: Math.min(BATCH, files - at) }, (_, i) =>
      randomTable(first + at + i),
    );
    const asked = tables.filter(({ name }) => name.includes(only));
    const compared = compareWithPandas(root, asked);
    for (const [i, table] of asked.entries()) {
      const found = compared[i];
      if (found === undefined) continue;
      const wrong = misread(table, found);
      if (wrong === '') right++;
      if (found.difference === '') same++;
      if (wrong !== '' || found.difference !== '')
        lines.push(
          `${table.name}: ${wrong || 'right'} | pandas: ${found.difference || 'same'}\n    ${found.code}`,
        );
    }
    await Promise.resolve();
  }
  const summary = `${files} files: ${right} read as meant, ${same} the same as pandas by the call given`;
  return [...lines.slice(0, only === '' ? SHOWN : undefined), summary].join('\n');
}

/** What was not read as it was meant; empty where all was. */
export function misread({ meant }: RandomTable, found: Whole): string {
  const kinds = found.columns.map(({ kind }) => kind).join(' ');
  const names = found.columns.map(({ name }) => name).join(' | ');
  if (kinds !== meant.kinds.join(' ')) return `kinds ${kinds} and not ${meant.kinds.join(' ')}`;
  if (names !== meant.names.join(' | ')) return `names ${names} and not ${meant.names.join(' | ')}`;
  if (found.rows.length !== meant.rows.length)
    return `${found.rows.length} rows and not ${meant.rows.length}`;
  for (const [at, row] of found.rows.entries()) {
    const wanted = meant.rows[at] ?? [];
    const cell = row.findIndex((value, i) => value !== (wanted[i] ?? null));
    if (cell >= 0) return `row ${at}: ${String(row[cell])} and not ${String(wanted[cell])}`;
  }
  return '';
}
