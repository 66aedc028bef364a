import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { TableProtocol } from '../../../../src/shared/tableProtocol.js';
import type { TableClient, TableMethod } from '../../../../src/worker/table/client.js';
import { createProcessTables } from '../../../../src/worker/table/process.js';

type Answer<M extends TableMethod> = Extract<TableProtocol[M]['result'], { readonly ok: true }>;

/** The real process, a folder of files, and short ways to ask. */
export interface Desk {
  readonly client: TableClient;
  readonly folder: string;
  /** Times that the process ended by itself. */
  readonly gone: () => number;
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
  await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    external: ['@duckdb/node-bindings'],
    entryPoints: ['src/worker/table/entry.ts'],
    outfile: script,
  });
  let gone = 0;
  const client = createProcessTables(script, () => (gone += 1));
  return {
    client,
    folder,
    gone: () => gone,
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

const CACHE = path.resolve('node_modules/.cache/tarea');

function demandAnswer<M extends TableMethod>(reply: TableProtocol[M]['result']): Answer<M> {
  if (!reply.ok) throw new Error(`${reply.problem.code} ${JSON.stringify(reply.problem.args)}`);
  // Sound: what is not a problem is the row's answer.
  return reply as Answer<M>;
}
