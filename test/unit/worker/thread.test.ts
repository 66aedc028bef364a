import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckerClient } from '../../../src/worker/checker/client.js';
import { createThreadChecker } from '../../../src/worker/checker/thread.js';

let folder = '';
const clients: CheckerClient[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tarea-thread-'));
  const script = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' } as const;
  const entry = 'src/worker/checker/entry.ts';
  await build({ ...script, entryPoints: [entry], outfile: path.join(folder, 'checker.cjs') });
});

afterAll(() => {
  for (const client of clients) client.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** A checker on a real thread: the bundled one, or a script that misbehaves. */
function checker(script?: string, limit?: number): CheckerClient {
  const file = path.join(folder, script === undefined ? 'checker.cjs' : `bad${limit ?? ''}.cjs`);
  if (script !== undefined) writeFileSync(file, script);
  const client = createThreadChecker(file, limit);
  clients.push(client);
  return client;
}

const document = { parts: [{ kind: 'markdown', text: '$$2+2=5$$' }] } as const;
const onMessage = (body: string): string =>
  `require('node:worker_threads').parentPort.on('message', () => { ${body} });`;

describe('the thread', () => {
  it('checks a document', async () => {
    const outcome = await checker().check('a', document);
    expect(outcome.kind).toBe('report');
  });

  it('is ended when it is stuck, though it never looks up', async () => {
    const outcome = await checker(onMessage('for (;;);'), 300).check('a', document);
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'timeout' } });
  });

  it('dies alone when its memory runs out', async () => {
    const hoard = 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5));';
    const outcome = await checker(onMessage(hoard)).check('a', document);
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'crashed' } });
  });

  it('that cannot start fails the check', async () => {
    const outcome = await createThreadChecker(path.join(folder, 'none.cjs')).check('a', document);
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'crashed' } });
  });
});
