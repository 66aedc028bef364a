import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '../score.js';
import { cancelReading } from './cancel.js';
import { HUGE, TALL, WIDE, writeFileOnce, type BenchFile } from './files.js';
import { runOurs, runPeer, type Moments } from './run.js';

/** Runs of each; the best counts, since a machine is only ever slowed down. */
const ROUNDS = 3;

/**
 * Reads large tables beside pandas, in turns. `--huge` reads 2 GB, without pandas; `--only=wide` looks at one file;
 * `--rounds=1` is a quick look. `--cancel` calls the reading off at several moments instead.
 */
export async function timeTables({ root, only, numbers, flags }: Question): Promise<string> {
  const script = join(root, 'dist', 'table.cjs');
  if (!existsSync(script)) return 'Nothing is built: npm run build';
  const folder = join(root, 'node_modules', '.cache', 'tarea', 'bench');
  mkdirSync(folder, { recursive: true });
  const files = flags.has('huge') ? [HUGE] : [WIDE, TALL];
  const lines: string[] = [];
  for (const file of files.filter(({ name }) => name.includes(only))) {
    const path = join(folder, file.name);
    await writeFileOnce(file, path);
    if (flags.has('cancel')) {
      lines.push(...(await cancelReading(script, path)), '');
      continue;
    }
    const ours: Moments[] = [];
    const peers: Moments[] = [];
    for (let round = 0; round < (numbers.get('rounds') ?? ROUNDS); round += 1) {
      ours.push(await runOurs(script, path, file));
      const peer = file === HUGE ? null : runPeer(root, path, file);
      if (peer !== null) peers.push(peer);
    }
    lines.push(...tableOf(file, ours, peers));
  }
  return lines.join('\n');
}

/** What is compared: a moment, or the time from one to another. */
const ROWS: readonly { readonly label: string; readonly of: (moments: Moments) => number }[] = [
  { label: 'first page, from nothing, ms', of: ({ first = NaN }) => first },
  { label: 'first page, process running, ms', of: ({ warm = NaN }) => warm },
  { label: 'loaded, from nothing, ms', of: ({ load = NaN }) => load },
  { label: 'loaded and profiled, from nothing, ms', of: ({ profile = NaN }) => profile },
  { label: 'the same, work of processors, ms', of: ({ busy = NaN }) => busy },
  { label: '10 pages of 100 rows, ms', of: ({ pages = NaN, profile = NaN }) => pages - profile },
  { label: 'sorted, first page, ms', of: ({ sorted = NaN, pages = NaN }) => sorted - pages },
  {
    label: 'all correlations, ms',
    of: ({ correlation = NaN, sorted = NaN }) => correlation - sorted,
  },
  { label: 'memory at the peak, MB', of: ({ memory = NaN }) => memory },
  { label: "host's 99th percentile of delay, ms", of: ({ stall = NaN }) => stall },
];

function tableOf(file: BenchFile, ours: readonly Moments[], peers: readonly Moments[]): string[] {
  const head = `${file.name}, ${file.rows} rows, best of ${ours.length}`;
  const lines = ROWS.flatMap(({ label, of }) => {
    const best = Math.min(...ours.map(of));
    if (Number.isNaN(best)) return [];
    const peer = peers.length === 0 ? NaN : Math.min(...peers.map(of));
    return [`${label.padEnd(40)}${cell(best, 0)}${cell(peer, 0)}${cell(best / peer, 2)}`];
  });
  return [
    `${head.padEnd(40)}${'ours'.padStart(10)}${'pandas'.padStart(10)}${'ratio'.padStart(10)}`,
    ...lines,
    '',
  ];
}

function cell(value: number, digits: number): string {
  return (Number.isNaN(value) ? '-' : value.toFixed(digits)).padStart(10);
}
