import { describe, expect, it } from 'vitest';
import { close } from '../../../../src/worker/table/close.js';
import { Loading } from '../../../../src/worker/table/loading.js';
import type { Room, Task } from '../../../../src/worker/table/room.js';
import { Tables, type OpenTable } from '../../../../src/worker/table/tables.js';

const source = {
  kind: 'file',
  path: '/a.csv',
  bytes: 1,
  modified: 1,
  format: 'text',
  dialect: null,
} as const;

function tableOf(id: number, name: string): OpenTable {
  return { id, name, source, columns: [], notes: [], loaded: undefined };
}

/** A room with one table that is being read, and what the database was told. */
function roomAtWork(): { room: Room; task: Task; told: string[]; end: () => void } {
  const told: string[] = [];
  const session = {
    run: (sql: string) => Promise.resolve(told.push(sql)),
    interrupt: () => undefined,
  };
  // Sound: closing asks a session and the views for nothing else.
  const task = { session, cancelled: () => false, onCancel: () => undefined } as unknown as Task;
  const views = { forget: () => Promise.resolve() };
  const room = { tables: new Tables(), views, folder: '', loading: new Map() } as unknown as Room;
  room.tables.put(tableOf(1, 'a'));
  let end: () => void = () => undefined;
  const loading = new Loading(task);
  void loading.run(() => new Promise((resolve) => (end = resolve)));
  room.loading.set(1, loading);
  return { room, task, told, end };
}

describe('closing a table that is being read', () => {
  it('waits until the reading has ended, and forgets what it left', async () => {
    const { room, task, told, end } = roomAtWork();
    const closing = close(room, { table: 1 }, task);
    room.tables.put(tableOf(1, 'a'));
    await Promise.resolve();
    expect(told).toEqual([]);
    end();
    await closing;
    expect(room.tables.all()).toEqual([]);
    expect(told).toEqual(['DROP VIEW IF EXISTS main."a"', 'DROP TABLE IF EXISTS data.t1']);
  });

  it('leaves the name alone that another table has got meanwhile', async () => {
    const { room, task, told, end } = roomAtWork();
    const closing = close(room, { table: 1 }, task);
    room.tables.put(tableOf(2, 'A'));
    end();
    await closing;
    expect(told).toEqual(['DROP TABLE IF EXISTS data.t1']);
  });
});
