import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../../../../src/shared/dataProtocol.js';
import { createProfiles, type Profiles } from '../../../../src/webview/data/columns/profiles.js';
import { ordered, orders } from '../../../../src/webview/data/columns/order.js';
import type { Ask } from '../../../../src/webview/data/page.js';

function profile(column: string, missing = 0): ColumnProfile {
  return { column, count: 10, missing, distinct: 5, approximate: false };
}

/** An editor that keeps what it was asked, and answers when told to. */
function editor(): {
  readonly ask: Ask;
  readonly asked: (readonly string[])[];
  readonly answer: () => Promise<void>;
} {
  const asked: (readonly string[])[] = [];
  let settle: (() => void) | undefined;
  const ask = (_name: string, { columns }: { readonly columns: readonly string[] }) =>
    new Promise((resolve) => {
      asked.push(columns);
      settle = () => {
        resolve({ ok: true, profiles: columns.map((column) => profile(column)) });
      };
    });
  return {
    ask: ask as unknown as Ask,
    asked,
    answer: async () => {
      settle?.();
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

function listening(ask: Ask): { readonly profiles: Profiles; readonly told: string[] } {
  const told: string[] = [];
  const profiles = createProfiles(ask, {
    onProfiles: (columns) => told.push(...columns),
    onProblem: ({ code }) => told.push(code),
  });
  return { profiles, told };
}

describe('profiles of columns', () => {
  it('are asked for together, once, and those in sight first', async () => {
    const { ask, asked, answer } = editor();
    const { profiles, told } = listening(ask);
    profiles.want(['a', 'b']);
    profiles.want(['c']);
    await Promise.resolve();
    expect(asked).toEqual([['c', 'a', 'b']]);
    await answer();
    profiles.want(['a', 'd']);
    await Promise.resolve();
    expect(asked[1]).toEqual(['d']);
    expect(told).toEqual(['c', 'a', 'b']);
  });

  it('of a table that was read again do not come from the old one', async () => {
    const { ask, asked, answer } = editor();
    const { profiles, told } = listening(ask);
    profiles.want(['a']);
    await Promise.resolve();
    profiles.clear();
    profiles.want(['a']);
    await answer();
    expect(told).toEqual([]);
    expect(asked).toHaveLength(2);
    await answer();
    expect(told).toEqual(['a']);
  });
});

describe('the order of columns', () => {
  it('puts what has most missing values first and what is unknown last', () => {
    const columns = ['a', 'b', 'c', 'd'].map((name) => ({
      name,
      path: [name],
      kind: 'text' as const,
    }));
    const known = new Map(
      [profile('a', 1), profile('c', 9), profile('d', 1)].map((p) => [p.column, p]),
    );
    const order = orders.find(({ id }) => id === 'missing');
    const names =
      order && ordered(columns, order, (name) => known.get(name)).map(({ name }) => name);
    expect(names).toEqual(['c', 'a', 'd', 'b']);
  });
});
