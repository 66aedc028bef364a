import type { DuckDBConnection } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { Session } from '../../../../src/worker/table/session.js';

/** A connection whose query hears of an interruption only once it has begun, after the first two. */
function lateConnection(): { readonly connection: DuckDBConnection; readonly heard: () => number } {
  let heard = 0;
  let fail: (error: Error) => void = () => undefined;
  const connection = {
    run: () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
    interrupt: () => {
      heard += 1;
      if (heard > 2) fail(new Error('INTERRUPT Error: Interrupted!'));
    },
    closeSync: () => undefined,
  };
  // Sound: a session asks for nothing else here.
  return { connection: connection as unknown as DuckDBConnection, heard: () => heard };
}

describe('a session', () => {
  it('interrupts until what is running has heard of it, and no longer', async () => {
    const { connection, heard } = lateConnection();
    const session = new Session(() => Promise.resolve(connection));
    const running = session.run('SELECT 1');
    await Promise.resolve();
    await Promise.resolve();
    session.interrupt();
    await expect(running).rejects.toThrow('INTERRUPT');
    session.close();
    const told = heard();
    session.interrupt();
    expect(heard()).toBe(told);
    session.close();
  });

  it('does not begin what was interrupted before', async () => {
    const { connection } = lateConnection();
    const session = new Session(() => Promise.resolve(connection));
    session.interrupt();
    await expect(session.run('SELECT 1')).rejects.toMatchObject({ code: 'request.cancelled' });
    session.close();
  });
});
