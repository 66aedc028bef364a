import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { vi } from 'vitest';
import type { TableProtocol } from '../../../../src/shared/tableProtocol.js';
import {
  createTableClient,
  type TableClient,
  type TableMethod,
} from '../../../../src/worker/table/client.js';
import { spawnTables, type ForkedTables } from '../../../../src/worker/table/process.js';
import { after } from '../../../../src/worker/after.js';

type Answer<M extends TableMethod> = Extract<TableProtocol[M]['result'], { readonly ok: true }>;

/** Milliseconds: each start loads a native library of 70 MB, on a machine that may be busy. */
const PATIENCE = 120_000;

vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

/** The real process, a folder of files, and short ways to ask. */
export interface Desk {
  readonly client: TableClient;
  readonly folder: string;
  /** Times that the process ended without being asked to. */
  readonly gone: () => number;
  /** Ends the process as the system does when memory runs out. */
  readonly kill: () => void;
  readonly pid: () => number;
  /** The folder of the process. */
  readonly spill: () => string;
  /** A script that loads the file it is given, as a window would, and tells of its process. */
  readonly window: string;
  /** The path of a new file. */
  readonly file: (name: string, content: string | Uint8Array) => string;
  /** The answer; fails the test where there is a problem instead. */
  readonly ask: <M extends TableMethod>(
    method: M,
    params: TableProtocol[M]['params'],
  ) => Promise<Answer<M>>;
  /** The problem's code, or `ok`. */
  readonly code: <M extends TableMethod>(
    method: M,
    params: TableProtocol[M]['params'],
  ) => Promise<string>;
  readonly close: () => void;
}

/** The bundle stands where it finds the native library in `node_modules`. */
export async function openDesk(): Promise<Desk> {
  mkdirSync(CACHE, { recursive: true });
  const place = mkdtempSync(path.join(CACHE, 'table-'));
  const folder = mkdtempSync(path.join(tmpdir(), 'tarea-desk-'));
  const script = path.join(place, 'table.cjs');
  const window = path.join(place, 'window.cjs');
  const stdin = { contents: WINDOW, resolveDir: path.resolve('src/worker/table') };
  await build({ ...BUNDLE, entryPoints: ['src/worker/table/entry.ts'], outfile: script });
  await build({ ...BUNDLE, stdin, outfile: window });
  let gone = 0;
  let child: ChildProcess | undefined;
  const spawn = (): ForkedTables => {
    const tables = spawnTables(script);
    ({ child } = tables);
    return tables;
  };
  const client = createTableClient({ spawn, after, onGone: () => (gone += 1) });
  return {
    client,
    folder,
    window,
    gone: () => gone,
    kill: () => child?.kill('SIGKILL'),
    pid: () => child?.pid ?? 0,
    spill: () => child?.spawnargs.at(-1) ?? '',
    file: (name, content) => {
      writeFileSync(path.join(folder, name), content);
      return path.join(folder, name);
    },
    ask: async (method, params) => demandAnswer(await client.ask(method, params).reply),
    code: async (method, params) => {
      const reply = await client.ask(method, params).reply;
      return reply.ok ? 'ok' : reply.problem.code;
    },
    close: () => {
      client.dispose();
      rmSync(place, { recursive: true });
      rmSync(folder, { recursive: true });
    },
  };
}

const BUNDLE: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  external: ['@duckdb/node-bindings'],
};

const WINDOW = `
import path from 'node:path';
import { after } from '../after.js';
import { createTableClient } from './client.js';
import { spawnTables } from './process.js';
const spawn = () => {
  const tables = spawnTables(path.join(__dirname, 'table.cjs'));
  process.send({ pid: tables.child.pid, folder: tables.child.spawnargs.at(-1) });
  return tables;
};
const client = createTableClient({ spawn, after });
client.ask('open', { path: process.argv[2], table: 1 }).reply.then(() => {
  client.ask('query', { sql: 'SELECT count(*) FROM range(100000000000)', limit: 1 });
});
`;

const CACHE = path.resolve('node_modules/.cache/tarea');

function demandAnswer<M extends TableMethod>(reply: TableProtocol[M]['result']): Answer<M> {
  if (!reply.ok) throw new Error(`${reply.problem.code} ${JSON.stringify(reply.problem.args)}`);
  // Sound: what is not a problem is the row's answer.
  return reply as Answer<M>;
}
