import { oneLine } from '../coursework.js';
import type { Question } from '../score.js';
import { isFlag, judgeCase } from './agree.js';
import type { Agreement } from './agree.js';
import { casesFrom } from './case.js';
import type { CaseKind } from './case.js';

/** Random claims, right and wrong by engines that are not ours, and what ours says of them. */
export function scoreAgreement(question: Question): Promise<string> {
  const count = question.numbers.get('cases') ?? 5000;
  const seed = question.numbers.get('seed') ?? 2;
  const judged = [...casesFrom(seed, count)]
    .filter(({ kind }) => kind.includes(question.only))
    .map(judgeCase);
  const kinds: readonly CaseKind[] = ['gradient', 'identity', 'matrix'];
  const alarms = judged.filter(({ right }) => isFlag(right));
  const missed = judged.filter(({ wrong }) => wrong === 'holds' || wrong === 'given');
  const open = judged.filter(({ right, wrong }) => right === 'unchecked' || wrong === 'unchecked');
  const lines = [
    ...kinds.map((kind) =>
      counts(
        kind,
        judged.filter(({ one }) => one.kind === kind),
      ),
    ),
    counts('all', judged),
    ...list('Right ones flagged', alarms, ({ right }) => right),
    ...list('Wrong ones called right', missed, ({ wrong }) => wrong ?? ''),
  ];
  if (question.flags.has('open'))
    lines.push(...list('Unchecked', open, ({ right, wrong }) => `${right} ${wrong ?? ''}`));
  return Promise.resolve(lines.join('\n'));
}

function counts(title: string, judged: readonly Agreement[]): string {
  const wrong = judged.filter((one) => one.wrong !== null);
  const row = (verdicts: readonly (string | null)[]): string =>
    ['holds', 'given', 'unchecked', 'fails', 'slip']
      .map((name) => `${name} ${verdicts.filter((verdict) => verdict === name).length}`)
      .join('  ');
  return [
    `${title}: ${judged.length} cases`,
    `  right ${judged.length}: ${row(judged.map((one) => one.right))}`,
    `  wrong ${wrong.length}: ${row(wrong.map((one) => one.wrong))}`,
  ].join('\n');
}

function list(
  title: string,
  judged: readonly Agreement[],
  said: (one: Agreement) => string,
): readonly string[] {
  return [
    '',
    `${title}: ${judged.length || 'none'}`,
    ...judged.map((agreement) => {
      const { one, why } = agreement;
      const codes = why.map((code) => code ?? '-').join(' ');
      const claims = `right: ${one.right}wrong: ${one.wrong ?? ''}`;
      return `--- ${one.kind} ${one.seed} ${said(agreement)} (${codes})\n${oneLine(one.before, 300)}\n${claims}`;
    }),
  ];
}
