import { existsSync, readFileSync, rmSync } from 'node:fs';
import { root } from './bundles.mjs';

/** @typedef {import('./task.mjs').Task} Task */

const unitReport = `${root}dist/test/unit.json`;

/** @type {Task} */
export const build = { name: 'build', verb: 'build' };

/** @type {Task} */
export const packaging = { name: 'package', verb: 'vsix' };

/**
 * What is checked after every edit; the slow ones first, so that none is left alone at the end.
 * @type {readonly Task[]}
 */
export const habits = [
  { name: 'lint', verb: 'lint' },
  {
    name: 'unit tests',
    verb: 'unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: countUnitTests,
  },
  { name: 'types', verb: 'types' },
  { name: 'format', verb: 'format:check' },
  { name: 'dead code', verb: 'dead' },
];

/** Between two runs of the inner loop few files change: the others need no second look. */
const REMEMBERED = new Map([
  ['lint', ['--cache', '--cache-location', 'node_modules/.cache/eslint/']],
  ['format', ['--cache', '--cache-location', 'node_modules/.cache/prettier/.prettier-cache']],
]);

/** The same for the inner loop: quicker, as lint and format remember what they looked at. */
export const quickHabits = habits.map((habit) => ({
  ...habit,
  args: [...(habit.args ?? []), ...(REMEMBERED.get(habit.name) ?? [])],
}));

/** What is looked at once it is built. @type {readonly Task[]} */
export const afterBuild = [{ name: 'size', verb: 'size' }, packaging];

/** An earlier run's report must not speak for this one. */
export function forgetReports() {
  rmSync(unitReport, { force: true });
}

/** A file that does not even load counts as one failure, and so does a run without any test. */
function countUnitTests(ok) {
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
