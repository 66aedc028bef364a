import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { TableProtocol } from '../../../src/shared/tableProtocol.js';
import { after } from '../../../src/worker/after.js';
import { createTableClient, type TableMethod } from '../../../src/worker/table/client.js';
import { spawnTables } from '../../../src/worker/table/process.js';

/** Milliseconds after which the work is called off. */
const MOMENTS = {
  open: [0, 5, 30],
  close: [100, 500, 1500],
  load: [0, 100, 500, 1500, 4000, 8000],
  profile: [0, 2, 100, 500, 1500, 4000],
} as const;

type Ask = <M extends TableMethod>(
  method: M,
  params: TableProtocol[M]['params'],
) => { readonly reply: Promise<TableProtocol[M]['result']>; readonly cancel: () => void };

/** Calls off the reading of a large file at several moments, and says when the process came to rest. */
export async function cancelReading(script: string, path: string): Promise<readonly string[]> {
  const tables = spawnTables(script);
  const pid = tables.child.pid ?? 0;
  let gone = 0;
  const client = createTableClient({ spawn: () => tables, after, onGone: () => (gone += 1) });
  const ask: Ask = (method, params) => client.ask(method, params);
  const stop = stopper(ask, pid);
  const lines = [HEAD];
  try {
    for (const at of MOMENTS.open) lines.push(await stop('open', ask('open', { path }), at));
    for (const at of MOMENTS.close) {
      const { table } = await opened(ask, path);
      const load = { ...ask('load', { table }), cancel: () => void ask('close', { table }).reply };
      lines.push(await stop('load, closed', load, at));
    }
    const { table, columns } = await opened(ask, path);
    for (const at of MOMENTS.load) lines.push(await stop('load', ask('load', { table }), at));
    const loaded = await ask('load', { table }).reply;
    const about = { table, columns: columns.map(({ name }) => name) };
    for (const at of MOMENTS.profile) lines.push(await stop('profile', ask('profile', about), at));
    const profiled = await ask('profile', about).reply;
    const rows = loaded.ok ? loaded.rows : loaded.problem.code;
    const peak = megabytes(pid, 'VmHWM');
    return [
      ...lines,
      `then: ${rows} rows; profiled: ${profiled.ok}; peak ${peak} MB; died: ${gone}`,
    ];
  } finally {
    client.dispose();
  }
}

const HEAD = 'what             cancelled at ms   answer ms   at rest ms   MB at rest   answer';

interface Work {
  readonly reply: Promise<{ readonly ok: boolean; readonly problem?: { readonly code: string } }>;
  readonly cancel: () => void;
}

function stopper(ask: Ask, pid: number): (name: string, work: Work, at: number) => Promise<string> {
  return async (name, { reply, cancel }, at) => {
    await wait(at);
    const start = performance.now();
    cancel();
    const { problem } = await reply;
    const answered = performance.now() - start;
    await ask('query', { sql: 'SELECT 1', limit: 1 }).reply;
    const rest = await idle(pid, start);
    const numbers = [at, answered, rest].map((each) => each.toFixed(0).padStart(12)).join('');
    return `${name.padEnd(16)}${numbers}${megabytes(pid, 'VmRSS').padStart(12)}   ${problem?.code ?? 'ok'}`;
  };
}

async function opened(
  ask: Ask,
  path: string,
): Promise<Extract<TableProtocol['open']['result'], { readonly ok: true }>> {
  const reply = await ask('open', { path }).reply;
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply;
}

/** Milliseconds since `start` at which the process had been at rest for a moment. */
async function idle(pid: number, start: number): Promise<number> {
  for (;;) {
    const [since, before] = [performance.now() - start, ticks(pid)];
    await wait(200);
    if (ticks(pid) - before <= 2) return since;
  }
}

/** Hundredths of a second that its threads have worked. */
function ticks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function megabytes(pid: number, row: string): string {
  const found = new RegExp(`${row}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return (Number(found?.[1] ?? NaN) / 1024).toFixed(0);
}
