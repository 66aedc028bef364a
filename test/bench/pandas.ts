import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Column } from '../../src/engine/table/column.js';
import { pandasCall } from '../../src/engine/table/code/readCsv.js';
import type { Dialect } from '../../src/engine/table/dialect.js';
import { PYTHON, without } from './python.js';
import { readWhole } from './readWhole.js';

/** Why nothing can be compared here; undefined where pandas runs. */
export function withoutPandas(): string | undefined {
  return without('pandas') ? `no pandas under ${PYTHON}` : undefined;
}

export interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Compared {
  readonly name: string;
  readonly code: string;
  readonly dialect: Dialect;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** How the frame that pandas read differs; empty where it does not. */
  readonly difference: string;
}

/** Reads each file, runs the `read_csv` call that was given for it, and compares all cells. */
export function compareWithPandas(root: string, cases: readonly Case[]): readonly Compared[] {
  const folder = mkdtempSync(join(tmpdir(), 'tarea-pandas-'));
  try {
    const read = cases.map(({ name, bytes }) => {
      const file = `${name}.csv`;
      writeFileSync(join(folder, file), bytes);
      const table = readWhole(bytes);
      return { name, folder, code: pandasCall(table.dialect, table.columns, file), ...table };
    });
    const run = spawnSync(PYTHON, [join(root, 'test', 'bench', 'compareFrames.py')], {
      input: JSON.stringify({ cases: read }),
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    if (run.status !== 0) throw new Error(run.stderr);
    const differences = JSON.parse(run.stdout) as string[];
    return read.map((one, at) => ({ ...one, difference: differences[at] ?? 'not compared' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Script {
  readonly code: string;
  /** Expressions whose values are wanted. */
  readonly show: readonly string[];
}

/** Runs scripts beside these files; each answer holds the values, or what Python said. */
export function runScripts(
  root: string,
  files: readonly { readonly name: string; readonly text: string | Uint8Array }[],
  scripts: readonly Script[],
): readonly unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'tarea-python-'));
  try {
    for (const { name, text } of files) writeFileSync(join(folder, name), text);
    const run = spawnSync(PYTHON, [join(root, 'test', 'bench', 'runScripts.py')], {
      input: JSON.stringify({ folder, scripts }),
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout) as unknown[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
