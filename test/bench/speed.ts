import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createChecker } from '../../src/engine/index.js';
import { readCoursework } from './coursework.js';
import type { Question } from './score.js';

/** Times a whole document cold, again unchanged, and after one formula was edited. Where no report lies beside the checkout, the bank stands in. */
export async function timeChecks(question: Question): Promise<string> {
  const reports = join(question.root, '..', 'shared', 'seeds');
  const folder = existsSync(reports) ? reports : join(question.root, 'test', 'bank');
  const lines = [
    'document                                   steps   cold ms   again ms   edited ms',
  ];
  for (const work of await readCoursework(folder)) {
    if (!work.name.includes(question.only)) continue;
    const checker = createChecker();
    const [cold, report] = timed(() => checker.check(work.document));
    if (report.steps.length === 0) continue;
    const [again] = timed(() => checker.check(work.document));
    const last = report.steps.at(-1)?.place ?? { part: 0, start: 0, end: 0 };
    const parts = work.document.parts.map((part, at) =>
      at === last.part
        ? { ...part, text: `${part.text.slice(0, last.end)} + 1${part.text.slice(last.end)}` }
        : part,
    );
    const [edited] = timed(() => checker.check({ parts }));
    const figures = [cold, again, edited].map((ms) => ms.toFixed(0).padStart(9)).join('  ');
    lines.push(
      `${work.name.slice(0, 40).padEnd(40)} ${String(report.steps.length).padStart(7)} ${figures}`,
    );
  }
  return lines.join('\n');
}

function timed<T>(run: () => T): readonly [number, T] {
  const start = performance.now();
  const value = run();
  return [performance.now() - start, value];
}
