import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { View } from '../../../../src/shared/tableProtocol.js';
import type { Asked } from '../../../../src/worker/table/client.js';
import { createProcessTables } from '../../../../src/worker/table/process.js';
import { openDesk, type Desk } from './desk.js';

const desks: Desk[] = [];

afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

async function newDesk(): Promise<Desk> {
  const desk = await openDesk();
  desks.push(desk);
  return desk;
}

/** Kills in a row. */
const ROUNDS = Number(process.env['TAREA_KILLS'] ?? 6);

const ALL: View = { filter: [], sort: [] };

function long(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => `${n},${(n * 7919) % 1000},word${n % 97}`);
  return `id,k,w\n${lines.join('\n')}\n`;
}

/** A request that is sent before the end is noticed has that end as its problem. */
async function noticed(desk: Desk): Promise<void> {
  await vi.waitUntil(() => desk.gone() > 0, { timeout: 60_000, interval: 5 });
}

/** Files that were rewritten for the database. */
function rewritten(desk: Desk): readonly string[] {
  if (!existsSync(desk.spill())) return [];
  return readdirSync(desk.spill()).filter((file) => file.startsWith('plain'));
}

describe('the process', () => {
  it('is killed while it works: one problem each, then all goes on as if nothing had been', async () => {
    const desk = await newDesk();
    const first = await desk.ask('open', { path: desk.file('a.csv', long(200_000)) });
    const second = await desk.ask('open', { path: desk.file('b.csv', 'id,z\n3,tres\n8,ocho\n') });
    const asked = desk.client.ask('load', { table: first.table });
    desk.kill();
    const reply = await asked.reply;
    expect(reply).toMatchObject({ ok: false, problem: { code: 'process.gone' } });
    expect(desk.gone()).toBe(1);
    expect(await desk.ask('load', { table: first.table })).toMatchObject({ rows: 200_000 });
    const page = { table: second.table, view: ALL, from: 0, to: 9, columns: ['z'] };
    expect((await desk.ask('page', page)).cells).toEqual([['tres', 'ocho']]);
    expect(desk.gone()).toBe(1);
  });

  it('is killed at random moments, and never leaves a request without an end', async () => {
    const desk = await newDesk();
    const { table } = await desk.ask('open', { path: desk.file('a.csv', long(50_000)) });
    const sort = [{ column: 'w', descending: true }];
    for (let round = 0; round < ROUNDS; round += 1) {
      const asked = [
        desk.client.ask('load', { table }).reply,
        desk.client.ask('profile', { table, columns: ['id', 'k', 'w'] }).reply,
        desk.client.ask('page', {
          table,
          view: { filter: [], sort },
          from: 0,
          to: 9,
          columns: ['w'],
        }).reply,
      ];
      await wait((round * 37) % 110);
      desk.kill();
      const codes = (await Promise.all(asked)).map((reply) =>
        reply.ok ? 'ok' : reply.problem.code,
      );
      expect(['ok', 'process.gone']).toEqual(expect.arrayContaining([...new Set(codes)]));
      const count = await desk.client.ask('count', { table, filter: [] }).reply;
      // A kill that is noticed late can still meet the request after it.
      const again = count.ok ? count : await desk.client.ask('count', { table, filter: [] }).reply;
      expect(again).toMatchObject({ ok: true, rows: 50_000 });
    }
    expect(desk.gone()).toBeLessThanOrEqual(ROUNDS);
  });

  it('gives joined tables back too, under their numbers and names', async () => {
    const desk = await newDesk();
    const left = (await desk.ask('open', { path: desk.file('l.csv', 'id,x\n1,a\n2,b\n') })).table;
    const right = (await desk.ask('open', { path: desk.file('r.csv', 'id,y\n2,c\n3,d\n') })).table;
    const { table } = await desk.ask('join', { left, right, on: 'id' });
    desk.kill();
    await noticed(desk);
    const page = { table, view: ALL, from: 0, to: 9, columns: ['id', 'x', 'y'] };
    expect((await desk.ask('page', page)).cells).toEqual([['2'], ['b'], ['c']]);
    const { rows } = await desk.ask('query', { sql: 'SELECT y FROM l_r', limit: 5 });
    expect(rows).toEqual([['c']]);
  });

  it('says that a file is another one when it comes back', async () => {
    const desk = await newDesk();
    const { table } = await desk.ask('open', { path: desk.file('a.csv', 'a,b\n1,2\n') });
    await desk.ask('load', { table });
    desk.kill();
    await noticed(desk);
    desk.file('a.csv', 'a,b\n1,2\n3,4\n');
    expect(await desk.code('count', { table, filter: [] })).toBe('file.changed');
  });

  it('stops what is cancelled, and works on', async () => {
    const desk = await newDesk();
    const { table } = await desk.ask('open', { path: desk.file('a.csv', long(400_000)) });
    const load = desk.client.ask('load', { table });
    await wait(20);
    load.cancel();
    expect(await load.reply).toMatchObject({ ok: false, problem: { code: 'request.cancelled' } });
    expect(await desk.ask('count', { table, filter: [] })).toEqual({ ok: true, rows: 400_000 });
    const endless = 'SELECT count(*) FROM range(100000000000) a, range(100000) b';
    const query = desk.client.ask('query', { sql: endless, limit: 1 });
    await wait(50);
    query.cancel();
    expect(await query.reply).toMatchObject({ ok: false, problem: { code: 'request.cancelled' } });
    expect(await desk.ask('query', { sql: 'SELECT 1', limit: 1 })).toMatchObject({ rows: [['1']] });
    expect(desk.gone()).toBe(0);
  });

  it.each([
    ['that the database reads itself', 'utf8', 2_000_000],
    ['that is rewritten first', 'utf16le', 400_000],
  ] as const)('ends the reading of a closed table, and forgets it: %s', async (_, code, rows) => {
    const desk = await newDesk();
    const path = desk.file('a.csv', Buffer.from(`\uFEFF${long(rows)}`, code));
    const { table, name } = await desk.ask('open', { path });
    let told = 0;
    const load = desk.client.ask('load', { table }, () => (told += 1));
    const waiting = desk.client.ask('count', { table, filter: [] });
    await vi.waitUntil(() => told + rewritten(desk).length > 0, { timeout: 60_000, interval: 5 });
    await desk.ask('close', { table });
    const refused = { ok: false, problem: { code: 'table.closed' } };
    expect(await load.reply).toMatchObject(refused);
    expect(await waiting.reply).toMatchObject(refused);
    const again = await desk.ask('open', { path });
    // Its name is free.
    expect(again.name).toBe(name);
    expect(rewritten(desk)).toEqual([]);
    expect(await desk.ask('count', { table: again.table, filter: [] })).toMatchObject({ ok: true });
    expect(desk.gone()).toBe(0);
  });

  it('keeps the name of a file that is only looked at free for the one that is shown', async () => {
    const desk = await newDesk();
    const path = desk.file('a.csv', 'id\n7\n');
    await desk.ask('open', { path, passing: true });
    expect((await desk.ask('open', { path })).name).toBe('a');
    const { rows } = await desk.ask('query', { sql: 'SELECT id FROM a', limit: 9 });
    expect(rows).toEqual([['7']]);
  });

  it('reads for those who still wait when the question that came first is cancelled', async () => {
    const desk = await newDesk();
    const path = desk.file('a.csv', Buffer.from(`\uFEFF${long(400_000)}`, 'utf16le'));
    const { table } = await desk.ask('open', { path });
    const first = desk.client.ask('count', { table, filter: [] });
    const waiting = desk.client.ask('count', { table, filter: [] });
    await vi.waitUntil(() => rewritten(desk).length > 0, { timeout: 60_000, interval: 5 });
    first.cancel();
    expect(await waiting.reply).toMatchObject({ ok: true, rows: 400_000 });
  });

  it.each(['before', 'after'] as const)(
    'reads for nobody when the reading is stopped, nor for a question in SQL that came %s it',
    async (when) => {
      const desk = await newDesk();
      const path = desk.file('a.csv', Buffer.from(`\uFEFF${long(400_000)}`, 'utf16le'));
      const { table } = await desk.ask('open', { path });
      const ask = (): Asked<object> =>
        desk.client.ask('query', { sql: 'SELECT count(*) FROM a', limit: 1 });
      const early = when === 'before' ? ask() : undefined;
      const load = desk.client.ask('load', { table });
      const question = early ?? ask();
      await vi.waitUntil(() => rewritten(desk).length > 0, { timeout: 60_000, interval: 5 });
      load.cancel();
      const stopped = { ok: false, problem: { code: 'request.cancelled' } };
      expect(await question.reply).toMatchObject(stopped);
      expect(await load.reply).toMatchObject(stopped);
      await eventually(() => rewritten(desk).length === 0);
      // Asked again, it is read again.
      expect(await ask().reply).toMatchObject({ ok: true, rows: [['400000']] });
    },
  );

  it('tells how far a load has come', async () => {
    const desk = await newDesk();
    const { table, bytes } = await desk.ask('open', { path: desk.file('a.csv', long(1_500_000)) });
    const seen: number[] = [];
    const load = desk.client.ask('load', { table }, ({ bytes: done, of }) => {
      expect(of).toBe(bytes);
      seen.push(done);
    });
    expect(await load.reply).toMatchObject({ ok: true });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((done) => done >= 0 && done <= bytes)).toBe(true);
  });

  it('leaves nothing in the temporary folder, and ends when it is not needed', async () => {
    const desk = await newDesk();
    const { table } = await desk.ask('open', { path: desk.file('a.csv', long(1_000)) });
    await desk.ask('load', { table });
    const [pid, folder] = [desk.pid(), desk.spill()];
    expect([alive(pid), existsSync(folder)]).toEqual([true, true]);
    desk.client.dispose();
    await eventually(() => !alive(pid) && !existsSync(folder));
    expect(await desk.code('count', { table, filter: [] })).toBe('process.gone');
  });

  it('ends with the window that asked for it, even one that is killed at work', async () => {
    const desk = await newDesk();
    const file = desk.file('a.csv', long(300_000));
    const window = fork(desk.window, [file], { stdio: 'ignore' });
    const [child] = (await once(window, 'message')) as [{ pid: number; folder: string }];
    expect(alive(child.pid)).toBe(true);
    window.kill('SIGKILL');
    await eventually(() => !alive(child.pid) && !existsSync(child.folder));
  });

  it('that cannot start is one problem with its reason', async () => {
    const client = createProcessTables(path.join(tmpdir(), 'no-such-tables.cjs'));
    const reply = await client.ask('open', { path: 'x.csv' }).reply;
    expect(reply).toMatchObject({ ok: false, problem: { code: 'process.gone' } });
    client.dispose();
  });
});

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function eventually(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2_400; tries += 1) {
    if (done()) return;
    await wait(25);
  }
  expect(done()).toBe(true);
}
