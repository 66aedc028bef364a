import { describe, expect, it } from 'vitest';
import { compileIn } from './compiler.js';

/** What the types promise: leaving something out of a total table does not compile. */
const incomplete = [
  {
    what: 'a reason without a sentence',
    code: `import { reasons } from './words.js';
      const { 'step.shape': left, ...rest } = reasons;
      export const table: typeof reasons = rest;`,
    error: /"step\.shape"' is missing/,
  },
  {
    what: 'a repair without a sentence',
    code: `import { fixes } from './words.js';
      const { 'fix.sign': left, ...rest } = fixes;
      export const table: typeof fixes = rest;`,
    error: /"fix\.sign"' is missing/,
  },
  {
    what: 'a message that nobody answers',
    code: `import type { CheckerProtocol } from './checkerProtocol.js';
      import type { Handlers } from './rpc.js';
      export const handlers: Handlers<CheckerProtocol> = { forget: () => null };`,
    error: /'check' is missing/,
  },
  {
    what: 'a request that the protocol does not have',
    code: `import type { CheckerProtocol } from './checkerProtocol.js';
      import type { Endpoint } from './rpc.js';
      export const ask = (end: Endpoint<CheckerProtocol>) => end.request('guess', {});`,
    error: /'"guess"' is not assignable/,
  },
];

const complete = `import type { CheckerProtocol, CheckReply } from './checkerProtocol.js';
  import type { Handlers } from './rpc.js';
  import { reasons } from './words.js';
  declare const reply: CheckReply;
  export const table: typeof reasons = { ...reasons };
  export const handlers: Handlers<CheckerProtocol> = {
    forget: () => null,
    check: () => reply,
  };`;

describe('the types refuse', () => {
  const errors = compileIn('shared', [...incomplete.map(({ code }) => code), complete]);

  it.each(incomplete.map((row, index) => ({ ...row, found: errors[index] })))(
    '$what',
    ({ found, error }) => {
      expect(found?.join('\n')).toMatch(error);
    },
  );

  it('nothing that is whole', () => {
    expect(errors.at(-1)).toEqual([]);
  });
});
