import { describe, expect, it } from 'vitest';
import { compileIn } from './compiler.js';

/**
 * Each folder's compiler settings decide which world its code can see. A line that reaches out of it
 * must not compile; the lines are compiled as one more file of the folder, with its own settings.
 */
const outside: Readonly<Record<string, readonly string[]>> = {
  engine: [
    'document.title;',
    'window.name;',
    'process.env;',
    "console.log('');",
    'setTimeout(() => undefined, 1);',
    "fetch('');",
    'performance.now();',
    "import 'node:fs';",
    "require('fs');",
    'Buffer.alloc(1);',
    'mocha.run();',
  ],
  shared: [
    'document.title;',
    'process.env;',
    "console.log('');",
    'setTimeout(() => undefined, 1);',
    "import 'node:fs';",
  ],
  worker: ['document.title;', 'window.name;'],
  extension: ['document.title;', 'window.name;'],
  cli: ['document.title;', 'window.name;'],
  webview: ['process.env;', "import 'node:fs';", "require('fs');", 'Buffer.alloc(1);'],
};

/** What the same folders do see: without these, settings that see nothing at all would pass. */
const inside: Readonly<Record<string, string>> = {
  engine: "new Map([['a', 1]]).get('a');",
  shared: "'a'.replaceAll('a', 'b');",
  worker: 'process.env;',
  extension: "import 'vscode';",
  cli: 'process.env;',
  webview: 'document.title;',
};

describe.each(Object.entries(outside))('src/%s', (folder, lines) => {
  const errors = compileIn(folder, [...lines, inside[folder] ?? '']);

  it.each(lines.map((line, index) => ({ line, found: errors[index] })))(
    'does not see $line',
    ({ found }) => {
      expect(found?.join()).toMatch(/Cannot find|side-effect import/);
    },
  );

  it(`sees ${inside[folder] ?? ''}`, () => {
    expect(errors.at(-1)).toEqual([]);
  });
});
