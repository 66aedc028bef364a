import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/engine/index.js';
import type { CheckerProtocol, CheckReply } from '../../../src/shared/checkerProtocol.js';
import { memoryPorts } from '../../../src/shared/memoryPorts.js';
import { connect, type Silent } from '../../../src/shared/rpc.js';
import { after } from '../../../src/worker/after.js';
import { createCheckerClient, type CheckOutcome } from '../../../src/worker/checker/client.js';
import { createLocalChecker } from '../../../src/worker/checker/local.js';

const document = (text: string): SourceDocument => ({ parts: [{ kind: 'markdown', text }] });

interface Asked {
  readonly text: string;
  readonly stopped: () => boolean;
  readonly answer: (milliseconds: number) => void;
}

/** A client whose threads answer when the test says so. */
function staged(limit = 10_000) {
  const asked: Asked[] = [];
  const forgotten: string[] = [];
  const threads: { ended: boolean; crash: () => void }[] = [];
  const client = createCheckerClient({
    after,
    limit,
    spawn: () => {
      const { near, far, close } = memoryPorts();
      const thread = { ended: false, crash: close };
      threads.push(thread);
      connect<CheckerProtocol, Silent>(
        far,
        {
          check: ({ document: { parts }, stop }) =>
            new Promise<CheckReply>((resolve) => {
              asked.push({
                text: parts[0]?.text ?? '',
                stopped: () => Atomics.load(new Int32Array(stop), 0) !== 0,
                answer: (milliseconds) => {
                  resolve({ ok: true, report: { steps: [] }, commands: {}, milliseconds });
                },
              });
            }),
          forget: ({ key }) => {
            forgotten.push(key);
            return null;
          },
        },
        after,
      );
      const terminate = (): void => {
        thread.ended = true;
      };
      return { port: near, terminate };
    },
  });
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { client, asked, threads, forgotten, turn };
}

const kindOf = (outcome: CheckOutcome): string =>
  outcome.kind === 'failed' ? outcome.failure.code : outcome.kind;

describe('checks of one document', () => {
  it('end as superseded when a newer one comes, and the thread is told to stop', async () => {
    const { client, asked, turn } = staged();
    const first = client.check('a', document('first'));
    await turn();
    const second = client.check('a', document('second'));
    const third = client.check('a', document('third'));
    expect(asked[0]?.stopped()).toBe(true);
    asked[0]?.answer(1);
    await turn();
    await turn();
    expect(asked.map(({ text }) => text)).toEqual(['first', 'third']);
    asked[1]?.answer(2);
    expect((await Promise.all([first, second, third])).map(kindOf)).toEqual([
      'superseded',
      'superseded',
      'report',
    ]);
  });

  it('do not disturb those of another', async () => {
    const { client, asked, turn } = staged();
    const a = client.check('a', document('a'));
    const b = client.check('b', document('b'));
    await turn();
    expect(asked[0]?.stopped()).toBe(false);
    asked[0]?.answer(1);
    await turn();
    await turn();
    asked[1]?.answer(2);
    expect([await a, await b].map(kindOf)).toEqual(['report', 'report']);
  });

  it('end when it is closed', async () => {
    const { client, asked, forgotten, turn } = staged();
    const first = client.check('a', document('a'));
    await turn();
    client.forget('a');
    expect(kindOf(await first)).toBe('superseded');
    expect(asked[0]?.stopped()).toBe(true);
    await turn();
    expect(forgotten).toEqual(['a']);
  });
});

describe('a thread', () => {
  it('that does not answer in time is ended, and the next check has a new one', async () => {
    const { client, asked, threads, turn } = staged(20);
    expect(kindOf(await client.check('a', document('slow')))).toBe('timeout');
    expect(threads[0]?.ended).toBe(true);
    const next = client.check('a', document('quick'));
    await turn();
    asked[1]?.answer(1);
    expect(kindOf(await next)).toBe('report');
    expect(threads).toHaveLength(2);
  });

  it('that dies fails the check at work, and the waiting one has a new thread', async () => {
    const { client, asked, threads, turn } = staged();
    const first = client.check('a', document('a'));
    const second = client.check('b', document('b'));
    await turn();
    threads[0]?.crash();
    expect(kindOf(await first)).toBe('crashed');
    await turn();
    asked[1]?.answer(1);
    expect(kindOf(await second)).toBe('report');
  });

  it('is ended with its client, and nothing is left waiting', async () => {
    const { client, threads, turn } = staged();
    const checks = [client.check('a', document('a')), client.check('b', document('b'))];
    await turn();
    client.dispose();
    expect((await Promise.all(checks)).map(kindOf)).toEqual(['disposed', 'disposed']);
    expect(kindOf(await client.check('a', document('a')))).toBe('disposed');
    expect(threads.map(({ ended }) => ended)).toEqual([true]);
  });
});

describe('the engine in process', () => {
  it('reports on a document', async () => {
    const client = createLocalChecker();
    expect(kindOf(await client.check('a', document('$$2+2=5$$')))).toBe('report');
  });

  it('tells the commands of the document', async () => {
    const text = String.raw`\newcommand{\R}{\mathbb{R}} \DeclareMathOperator{\tr}{tr} $\tr A$`;
    const outcome = await createLocalChecker().check('a', { parts: [{ kind: 'tex', text }] });
    expect(outcome).toMatchObject({
      commands: { '\\R': '\\mathbb{R}', '\\tr': '\\operatorname{tr}' },
    });
  });

  it('refuses one that is too large, with the limit', async () => {
    const outcome = await createLocalChecker().check('a', document('x'.repeat(4_000_001)));
    expect(outcome).toEqual({
      kind: 'problem',
      problem: { code: 'file.too-large', args: { limit: '4000000' } },
    });
  });
});
