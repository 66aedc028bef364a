import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { root } from './project.js';

/**
 * The lint's guards, each with a line that it must refuse. The lines are linted in the place of a real
 * file, with the project's own settings: a guard that stops firing fails here.
 */
const eslint = new ESLint({ cwd: root });

/** The linter reads the whole project's types once, before the first answer. */
const PATIENCE = 120_000;

interface Refusal {
  readonly what: string;
  readonly code: string;
  readonly rule: string;
}

const ENGINE = 'src/engine/check.ts';
const SHARED = 'src/shared/rpc.ts';
const WORKER = 'src/worker/checker/client.ts';
const EXTENSION = 'src/extension/extension.ts';
const WEBVIEW = 'src/webview/steps/main.ts';
const CLI = 'src/cli/main.ts';
const TEST = 'test/architecture/project.ts';

const imports = '@typescript-eslint/no-restricted-imports';
const paths = 'import-x/no-restricted-paths';
const syntax = 'no-restricted-syntax';
const globals = 'no-restricted-globals';

const refusals: Readonly<Record<string, readonly Refusal[]>> = {
  [ENGINE]: [
    { what: 'vscode', code: `export * from 'vscode';`, rule: imports },
    { what: 'types of vscode', code: `export type * from 'vscode';`, rule: imports },
    { what: 'node:fs', code: `export * from 'node:fs';`, rule: imports },
    { what: 'fs', code: `export * from 'fs';`, rule: imports },
    { what: 'a package', code: `export * from 'katex';`, rule: imports },
    { what: 'shared', code: `export * from '../shared/rpc.js';`, rule: paths },
    { what: 'types of shared', code: `export type * from '../shared/rpc.js';`, rule: paths },
    { what: 'the extension', code: `export * from '../extension/extension.js';`, rule: paths },
    { what: 'a test', code: `export * from '../../test/architecture/project.js';`, rule: paths },
    { what: 'the DOM', code: `export const body = () => document.body;`, rule: globals },
    { what: 'the console', code: `console.log(1);`, rule: globals },
    { what: 'Date.now', code: `export const now = () => Date.now();`, rule: globals },
    { what: 'new Date', code: `export const now = () => new Date();`, rule: globals },
    { what: 'performance', code: `export const now = () => performance.now();`, rule: globals },
    { what: 'globalThis', code: `export const all = () => globalThis;`, rule: globals },
    { what: 'process', code: `export const env = () => process.env;`, rule: globals },
    {
      what: 'Math.random',
      code: `export const draw = () => Math.random();`,
      rule: 'no-restricted-properties',
    },
    {
      what: 'Math.random taken apart',
      code: `export const { random } = Math;`,
      rule: 'no-restricted-properties',
    },
    {
      what: "the machine's language",
      code: `export const order = (a: string, b: string) => a.localeCompare(b);`,
      rule: syntax,
    },
    {
      what: 'a cycle',
      code: `export { createChecker } from './index.js';`,
      rule: 'import-x/no-cycle',
    },
    {
      what: 'a default export',
      code: `export default function check(): void {}`,
      rule: 'import-x/no-default-export',
    },
    { what: 'an enum', code: `export enum Verdict { Holds }`, rule: syntax },
    { what: 'an import without .js', code: `export * from './index';`, rule: syntax },
    {
      what: 'any',
      code: `export const anything: any = 1;`,
      rule: '@typescript-eslint/no-explicit-any',
    },
    {
      what: 'a non-null assertion',
      code: `export const first = (xs: readonly number[]) => xs[0]!;`,
      rule: '@typescript-eslint/no-non-null-assertion',
    },
    {
      what: 'an empty catch',
      code: `export const quiet = () => { try { JSON.parse('') } catch {} };`,
      rule: 'no-empty',
    },
    {
      what: 'a forgotten promise',
      code: `export const forget = () => { Promise.resolve(1); };`,
      rule: '@typescript-eslint/no-floating-promises',
    },
    {
      what: 'a switch that misses a case',
      code: `export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };`,
      rule: '@typescript-eslint/switch-exhaustiveness-check',
    },
    { what: 'a file over 500 lines', code: '\n'.repeat(600), rule: 'max-lines' },
    {
      what: 'a function over 60 lines',
      code: `export function long(): number {\n${'  Math.sin(1);\n'.repeat(61)}  return 1;\n}`,
      rule: 'max-lines-per-function',
    },
  ],
  [SHARED]: [
    { what: "the engine's values", code: `export * from '../engine/index.js';`, rule: imports },
    { what: 'the worker', code: `export * from '../worker/checker/client.js';`, rule: paths },
    { what: 'vscode', code: `export * from 'vscode';`, rule: imports },
    { what: 'node:fs', code: `export * from 'node:fs';`, rule: imports },
  ],
  [WORKER]: [
    { what: 'vscode', code: `export * from 'vscode';`, rule: imports },
    { what: 'the extension', code: `export * from '../../extension/extension.js';`, rule: paths },
    { what: 'fs without node:', code: `export * from 'fs';`, rule: imports },
  ],
  [EXTENSION]: [
    { what: "the engine's values", code: `export * from '../engine/index.js';`, rule: imports },
    { what: 'a panel', code: `export * from '../webview/steps/main.js';`, rule: paths },
    { what: 'the command line', code: `export * from '../cli/main.js';`, rule: paths },
    { what: 'the console', code: `console.log(1);`, rule: 'no-console' },
  ],
  [WEBVIEW]: [
    { what: 'the engine', code: `export * from '../../engine/index.js';`, rule: paths },
    {
      what: "the engine's types",
      code: `export type * from '../../engine/index.js';`,
      rule: paths,
    },
    { what: 'the extension', code: `export * from '../../extension/extension.js';`, rule: paths },
    { what: 'vscode', code: `export * from 'vscode';`, rule: imports },
    { what: 'node:fs', code: `export * from 'node:fs';`, rule: imports },
    {
      what: 'the toolkit outside its one door',
      code: `export * from '@vscode/webview-ui-toolkit';`,
      rule: imports,
    },
  ],
  [CLI]: [
    { what: 'the extension', code: `export * from '../extension/extension.js';`, rule: paths },
    { what: 'vscode', code: `export * from 'vscode';`, rule: imports },
  ],
  [TEST]: [
    { what: 'a test that runs alone', code: `it.only('x', () => undefined);`, rule: syntax },
    {
      what: 'any',
      code: `export const anything: any = 1;`,
      rule: '@typescript-eslint/no-explicit-any',
    },
  ],
};

/** What each layer may do: a guard that refuses everything would pass the table above. */
const allowances: Readonly<Record<string, string>> = {
  [ENGINE]: `export * from './document/read.js';`,
  [SHARED]: `export type * from '../engine/index.js';`,
  [WORKER]: `export * from '../../engine/index.js';\nexport * from 'node:worker_threads';`,
  [EXTENSION]: `export type * from '../engine/index.js';\nexport * from '../shared/rpc.js';\nexport * from 'vscode';`,
  [WEBVIEW]: `export * from '../../shared/rpc.js';`,
  [CLI]: `export * from '../engine/index.js';\nexport * from '../shared/rpc.js';\nexport * from 'node:fs';`,
  [TEST]: `export * from '../../src/engine/index.js';`,
};

async function broken(file: string, code: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

describe.each(Object.entries(refusals))('in the place of %s the lint refuses', (file, rows) => {
  it.each(rows)(
    '$what',
    async ({ code, rule }) => {
      expect(await broken(file, code)).toContain(rule);
    },
    PATIENCE,
  );
});

describe('the lint allows', () => {
  it.each(Object.entries(allowances))(
    'what %s needs',
    async (file, code) => {
      expect(await broken(file, code)).toEqual([]);
    },
    PATIENCE,
  );
});
