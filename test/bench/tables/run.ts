import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { TableProtocol } from '../../../src/shared/tableProtocol.js';
import { after } from '../../../src/worker/after.js';
import { createTableClient, type TableMethod } from '../../../src/worker/table/client.js';
import { spawnTables } from '../../../src/worker/table/process.js';
import { PYTHON } from '../python.js';
import type { BenchFile } from './files.js';

/** Milliseconds since the start, process and imports included; `memory` in megabytes, at its peak; `busy` is what processors did. */
export type Moments = Readonly<Record<string, number>>;

/** Our steps, one after the other, in a process of their own. */
export async function runOurs(script: string, path: string, file: BenchFile): Promise<Moments> {
  const moments: Record<string, number> = { warm: await firstPage(script, path) };
  const start = performance.now();
  const mark = (name: string): void => {
    moments[name] = performance.now() - start;
  };
  let pid = 0;
  const spawn = (): ReturnType<typeof spawnTables> => {
    const tables = spawnTables(script);
    pid = tables.child.pid ?? 0;
    return tables;
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const client = createTableClient({ spawn, after });
  const ask = async <M extends TableMethod>(
    method: M,
    params: TableProtocol[M]['params'],
  ): Promise<Extract<TableProtocol[M]['result'], { ok: true }>> => {
    const reply = await client.ask(method, params).reply;
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
    return reply as Extract<TableProtocol[M]['result'], { ok: true }>;
  };
  try {
    const { table } = await ask('open', { path });
    mark('first');
    const { columns } = await ask('load', { table });
    mark('load');
    const names = columns.map(({ name }) => name);
    await ask('profile', { table, columns: names });
    mark('profile');
    moments['busy'] = busy(pid);
    const shown = names.slice(0, 30);
    const page = (from: number, sort: readonly { column: string; descending: boolean }[]) =>
      ask('page', { table, view: { filter: [], sort }, from, to: from + 100, columns: shown });
    for (let n = 0; n < 10; n += 1)
      await page(Math.floor((((n * 7919) % 97) / 97) * (file.rows - 100)), []);
    mark('pages');
    await page(0, [{ column: names[1] ?? '', descending: false }]);
    mark('sorted');
    if (file.rows <= 100_000) {
      await ask('correlation', { table, columns: names });
      mark('correlation');
    }
    moments['memory'] = peak(pid);
    // The host only waits: what it may not do is stand still.
    moments['stall'] = delay.percentile(99) / 1e6;
    return moments;
  } finally {
    client.dispose();
    delay.disable();
  }
}

/** Milliseconds to the first page where the process runs already, but has read nothing. */
async function firstPage(script: string, path: string): Promise<number> {
  const client = createTableClient({ spawn: () => spawnTables(script), after });
  await client.ask('group', { files: [], clips: [] }).reply;
  const start = performance.now();
  await client.ask('open', { path }).reply;
  const took = performance.now() - start;
  client.dispose();
  return took;
}

/** The same steps in pandas; nothing where it is not installed. */
export function runPeer(root: string, path: string, { rows, name }: BenchFile): Moments | null {
  const start = Date.now();
  try {
    const script = join(root, 'test', 'bench', 'tables', 'peer.py');
    const args = [script, path, String(rows), name === 'wide.csv' ? 'wide' : 'tall'];
    const output = execFileSync(PYTHON, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const moments = JSON.parse(output) as Moments;
    const { memory = NaN, busy = NaN, ...times } = moments;
    const since = Object.entries(times).map(([key, value]) => [key, value * 1000 - start] as const);
    return { ...Object.fromEntries(since), memory, busy };
  } catch {
    return null;
  }
}

/** Milliseconds that the process has kept processors busy; only Linux says it. */
function busy(pid: number): number {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = after.split(' ').map(Number);
    return ((fields[11] ?? NaN) + (fields[12] ?? NaN)) * TICK;
  } catch {
    return Number.NaN;
  }
}

/** Milliseconds: the clock by which Linux counts. */
const TICK = 10;

/** Megabytes of resident memory at the peak; only Linux says it. */
function peak(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
