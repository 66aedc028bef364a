import { join } from 'node:path';
import { checkDocument } from '../../src/engine/index.js';
import type { Report, SourceDocument } from '../../src/engine/index.js';
import { oneLine, percent, readCoursework } from './coursework.js';
import { onlySection } from './formulas.js';
import { mutantsOf, mutate } from './mutants.js';
import { REWRITINGS } from './rewrite/all.js';
import { compareReports } from './rewrite/compare.js';
import type { Difference } from './rewrite/compare.js';
import { asWritten, rewrite } from './rewrite/rewriting.js';
import type { Placed, Rewriting } from './rewrite/rewriting.js';
import type { Question } from './score.js';

/** How often a rewriting was tried, and where it changed what is said. */
interface Count {
  steps: number;
  readonly changed: { readonly where: string; readonly difference: Difference }[];
}

/**
 * Writes the bank otherwise in every way that leaves its mathematics as it is, right and (with
 * `--wrong=N`, every Nth mutant) wrong, and counts the steps whose verdict changes.
 */
export async function scoreInvariance(question: Question): Promise<string> {
  const [title = '', file = ''] = question.only.split('@');
  const rewritings = REWRITINGS.filter((rewriting) => rewriting.title.includes(title));
  const right = new Map(rewritings.map((one) => [one, { steps: 0, changed: [] }]));
  const wrong = new Map(rewritings.map((one) => [one, { steps: 0, changed: [] }]));
  const every = question.numbers.get('wrong') ?? 4;
  const works = await readCoursework(join(question.root, 'test', 'bank'));
  for (const work of works.filter(({ name }) => name.includes(file))) {
    const plain = judged(work.document);
    for (const [rewriting, count] of right) tally(count, work.name, plain, rewriting);
    const mutants = every > 0 ? mutantsOf(work, 2).filter((_, at) => at % every === 0) : [];
    mutants.forEach((mutant, at) => {
      const document = mutate(onlySection(work.document, mutant.id), mutant);
      const own = judged(document);
      if (!own.report.steps.some(({ verdict }) => verdict === 'fails' || verdict === 'slip'))
        return;
      const where = `${work.name} ${mutant.id} ${mutant.kind}`;
      rewritings.forEach((rewriting, number) => {
        const count = wrong.get(rewriting);
        const chosen =
          question.flags.has('all') || rewritings.length < 8 || (at + number) % 7 === 0;
        if (count && chosen) tally(count, where, own, rewriting);
      });
    });
  }
  return [
    table(rewritings, right, wrong),
    ...list('Right', right, question),
    ...list('Wrong', wrong, question),
  ].join('\n');
}

interface Judged {
  readonly placed: Placed;
  readonly report: Report;
}

function judged(document: SourceDocument): Judged {
  return { placed: asWritten(document), report: checkDocument(document) };
}

function tally(
  count: Count,
  where: string,
  { placed, report }: Judged,
  rewriting: Rewriting,
): void {
  const other = rewrite(placed.document, rewriting);
  if (other === null) return;
  const { steps, differences } = compareReports(
    placed,
    report,
    other,
    checkDocument(other.document),
  );
  count.steps += steps;
  count.changed.push(...differences.map((difference) => ({ where, difference })));
}

function table(
  rewritings: readonly Rewriting[],
  right: ReadonlyMap<Rewriting, Count>,
  wrong: ReadonlyMap<Rewriting, Count>,
): string {
  const total = { right: { steps: 0, changed: 0 }, wrong: { steps: 0, changed: 0 } };
  const lines = rewritings.map((rewriting) => {
    const cells = (
      [
        ['right', right],
        ['wrong', wrong],
      ] as const
    ).map(([name, counts]) => {
      const { steps, changed } = counts.get(rewriting) ?? { steps: 0, changed: [] };
      total[name].steps += steps;
      total[name].changed += changed.length;
      return `${name} ${String(changed.length).padStart(4)} of ${String(steps).padStart(6)} ${percent(changed.length, steps).padStart(8)}`;
    });
    return `${rewriting.title.padEnd(40)} ${cells.join('   ')}`;
  });
  const all = (['right', 'wrong'] as const).map(
    (name) =>
      `${name} ${String(total[name].changed).padStart(4)} of ${String(total[name].steps).padStart(6)} ${percent(total[name].changed, total[name].steps).padStart(8)}`,
  );
  return [...lines, `${'all'.padEnd(40)} ${all.join('   ')}`].join('\n');
}

function list(
  title: string,
  counts: ReadonlyMap<Rewriting, Count>,
  question: Question,
): readonly string[] {
  const most = question.numbers.get('list') ?? Infinity;
  return [...counts].flatMap(([rewriting, { changed }]) =>
    changed.length === 0
      ? []
      : [
          '',
          `${title}, ${rewriting.title} (${changed.length})`,
          ...changed.slice(0, most).map(({ where, difference }) => {
            const { before, after, latex, rewritten } = difference;
            return `  ${where}: ${before} -> ${after}\n      ${oneLine(latex, 200)}\n      ${oneLine(rewritten, 200)}`;
          }),
        ],
  );
}
