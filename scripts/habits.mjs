import { existsSync, readFileSync, rmSync } from 'node:fs';
import { root } from './bundles.mjs';

/** @typedef {import('./task.mjs').Task} Task */

const unitReport = `${root}dist/test/unit.json`;

/** @type {Task} */
export const build = { name: 'build', program: 'node', args: ['scripts/build.mjs'] };

/**
 * What is checked after every edit; the slow ones first, so that none is left alone at the end.
 * @type {readonly Task[]}
 */
export const habits = [
  { name: 'lint', program: 'eslint', args: ['--max-warnings', '0', '.'] },
  {
    name: 'unit tests',
    program: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: countUnitTests,
  },
  { name: 'types', program: 'tsc', args: ['-b'] },
  { name: 'format', program: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'dead code', program: 'knip', args: [] },
];

/** @type {Task} */
export const vsix = {
  name: 'package',
  program: 'vsce',
  args: ['package', '--no-dependencies', '--allow-missing-repository', '--out', 'dist/tarea.vsix'],
};

/** What is looked at once it is built. @type {readonly Task[]} */
export const afterBuild = [{ name: 'size', program: 'size-limit', args: [] }, vsix];

/** What the tests inside VS Code need beforehand. @type {readonly Task[]} */
export const packaging = [vsix];

/** An earlier run's report must not speak for this one. */
export function forgetReports() {
  rmSync(unitReport, { force: true });
}

/** A file that does not even load counts as one failure, and so does a run without any test. */
function countUnitTests(_output, ok) {
  if (!existsSync(unitReport)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  const { numPassedTests: passed, numFailedTests, testResults } = report;
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailure),
  ).length;
  const failed = numFailedTests + unloaded;
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
}

function isFailure(result) {
  return result.status === 'failed';
}
