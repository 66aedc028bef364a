import { describe, expect, it } from 'vitest';
import { memoryPorts } from '../../../src/shared/memoryPorts.js';
import {
  connect,
  type After,
  type Call,
  type Handlers,
  type Message,
  type Silent,
} from '../../../src/shared/rpc.js';
import { RpcError } from '../../../src/shared/rpcError.js';

interface Kitchen {
  cook: Call<{ readonly dish: string }, string, number>;
  burn: Call<null, null>;
}

const handlers: Handlers<Kitchen> = {
  cook: ({ dish }) => `cooked ${dish}`,
  burn: () => {
    throw new Error('smoke');
  },
};

/** A clock that moves when told to. */
function clock() {
  let now = 0;
  const alarms = new Set<{ readonly at: number; readonly run: () => void }>();
  const after: After = (milliseconds, run) => {
    const alarm = { at: now + milliseconds, run };
    alarms.add(alarm);
    return () => {
      alarms.delete(alarm);
    };
  };
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    for (const alarm of [...alarms].filter(({ at }) => at <= now)) {
      alarms.delete(alarm);
      alarm.run();
    }
  };
  return { after, pass, pending: () => alarms.size };
}

function pair(serving: Handlers<Kitchen> = handlers) {
  const time = clock();
  const { near, far, close } = memoryPorts();
  connect<Kitchen, Silent>(far, serving, time.after);
  const kitchen = connect<Silent, Kitchen>(near, {}, time.after);
  return { kitchen, near, far, close, ...time };
}

const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof RpcError ? error.code : error),
  );

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('a request', () => {
  it('brings back what the handler returns', async () => {
    const { kitchen, pending } = pair();
    await expect(kitchen.request('cook', { dish: 'rice' }).result).resolves.toBe('cooked rice');
    expect(pending()).toBe(0);
  });

  it('is rejected with what the handler threw', async () => {
    const { kitchen } = pair();
    const { result } = kitchen.request('burn', null);
    await expect(result).rejects.toMatchObject({ code: 'handler' });
    await expect(result).rejects.toThrow('smoke');
  });

  it('is rejected when the other end does not know its name', async () => {
    const { near, far } = memoryPorts();
    const { after } = clock();
    connect<Silent, Silent>(far, {}, after);
    const kitchen = connect<Silent, Kitchen>(near, {}, after);
    expect(await code(kitchen.request('burn', null).result)).toBe('unknown-method');
  });

  it('does not wait for ever', async () => {
    const { kitchen, pass } = pair({ ...handlers, cook: () => new Promise(() => undefined) });
    const asked = kitchen.request('cook', { dish: 'stew' }, { timeout: 100 });
    await settle();
    pass(100);
    expect(await code(asked.result)).toBe('timeout');
  });

  it('waits on while there is progress', async () => {
    let finish: (dish: string) => void = () => undefined;
    let tell: (minutes: number) => void = () => undefined;
    const seen: number[] = [];
    const { kitchen, pass } = pair({
      ...handlers,
      cook: (_dish, { progress }) => {
        tell = progress;
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
    });
    const options = { timeout: 100, onProgress: (minutes: number) => seen.push(minutes) };
    const asked = kitchen.request('cook', { dish: 'stew' }, options);
    await settle();
    pass(80);
    tell(5);
    await settle();
    pass(80);
    finish('stew');
    await expect(asked.result).resolves.toBe('stew');
    expect(seen).toEqual([5]);
  });

  it('tells the other end that it is cancelled', async () => {
    let cancelled = (): boolean => false;
    const told: string[] = [];
    const { kitchen } = pair({
      ...handlers,
      cook: ({ dish }, serving) => {
        cancelled = serving.cancelled;
        serving.onCancel(() => told.push(dish));
        return new Promise(() => undefined);
      },
    });
    const asked = kitchen.request('cook', { dish: 'stew' });
    await settle();
    expect(cancelled()).toBe(false);
    expect(told).toEqual([]);
    asked.cancel();
    expect(await code(asked.result)).toBe('cancelled');
    await settle();
    expect(cancelled()).toBe(true);
    expect(told).toEqual(['stew']);
  });

  it('is rejected when the port closes, and so is every later one', async () => {
    const { kitchen, close, pending } = pair({
      ...handlers,
      cook: () => new Promise(() => undefined),
    });
    const asked = kitchen.request('cook', { dish: 'stew' });
    await settle();
    close();
    expect(await code(asked.result)).toBe('closed');
    expect(await code(kitchen.request('burn', null).result)).toBe('closed');
    expect(pending()).toBe(0);
  });

  it('is rejected when its value cannot be sent', async () => {
    const { near } = memoryPorts();
    const send = (): void => {
      throw new Error('DataCloneError');
    };
    const kitchen = connect<Silent, Kitchen>({ ...near, send }, {}, clock().after);
    expect(await code(kitchen.request('burn', null).result)).toBe('unsendable');
  });
});

describe('what arrives', () => {
  it.each([null, 7, 'hello', {}, { kind: 'request', id: 'x' }, { kind: 'error', id: 1 }])(
    'is passed over when it is no message: %j',
    async (noise) => {
      const { kitchen, near, far } = pair();
      near.send(noise as unknown as Message);
      far.send(noise as unknown as Message);
      await expect(kitchen.request('cook', { dish: 'rice' }).result).resolves.toBe('cooked rice');
    },
  );

  it('never reaches a handler that was not declared', async () => {
    const { near, far } = memoryPorts();
    connect<Kitchen, Silent>(far, handlers, clock().after);
    const heard: unknown[] = [];
    near.onMessage((message) => heard.push(message));
    near.send({ kind: 'request', id: 1, method: 'toString', params: null });
    await settle();
    expect(heard).toMatchObject([{ kind: 'error', id: 1, error: { code: 'unknown-method' } }]);
  });
});

describe('the types', () => {
  it('refuse a missing handler, a wrong argument and a wrong result', () => {
    // @ts-expect-error `burn` is missing
    const some: Handlers<Kitchen> = { cook: () => 'rice' };
    const ask = async (): Promise<void> => {
      const { kitchen } = pair();
      // @ts-expect-error a dish is a string
      await kitchen.request('cook', { dish: 1 }).result;
      // @ts-expect-error nobody washes
      await kitchen.request('wash', null).result;
      // @ts-expect-error what is cooked is a string
      const dish: number = await kitchen.request('cook', { dish: 'rice' }).result;
      expect(dish).toBeDefined();
    };
    expect([some, ask]).toHaveLength(2);
  });
});
