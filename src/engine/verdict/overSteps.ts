import { sumOverSteps } from '../claim/horizon.js';
import { familyLetter } from '../claim/implied.js';
import type { Bound, Expr, Sym } from '../expression/node.js';
import { some, walk } from '../expression/walk.js';
import { judgeEquality, type Equality } from './equality.js';
import { Reader, type Judgement } from './judge.js';

/**
 * Judges by a loss that the text leaves open, and that depends on the results of all time steps, or of the last one:
 * a claim that sums over them, `\frac{\partial L}{\partial W} = \sum_{t=1}^T \delta_t x_t^\top`, or goes from one to
 * the next, `\bar{c}_t = \dots + \bar{c}_{t+1} \odot f_{t+1}`. Null for one that does neither.
 */
export function judgeOverSteps(
  reader: Reader,
  claim: Equality,
): readonly [Reader, Judgement] | null {
  const judged = readersOverSteps(reader, claim).map(
    (one) => [one, judgeEquality(one, claim)] as const,
  );
  return judged.find(([, { verdict }]) => verdict === 'holds') ?? judged[0] ?? null;
}

function readersOverSteps(reader: Reader, claim: Equality): readonly Reader[] {
  const { names, ranks, book } = reader;
  const sum = sumOverSteps(claim.right) ?? sumOverSteps(claim.left);
  const steps = sum ?? (isRecursion(reader, claim) ? ALL_STEPS : null);
  if (!steps) return [];
  const all = new Reader(names, ranks, { ...book, steps });
  return sum ? [all] : [all, new Reader(names, ranks, { ...book, steps, lastStep: true })];
}

const NOWHERE = { start: -1, end: -1 };

function letter(base: string): Sym {
  return { kind: 'sym', base, accents: [], font: 'plain', span: NOWHERE };
}

const ALL_STEPS: Bound = {
  index: letter('t'),
  from: { kind: 'num', text: '1', span: NOWHERE },
  to: letter('T'),
};

/** Is there a derivative by a name at another step than the current one? */
function isRecursion(
  { names: { naming, shorthand }, book }: Reader,
  { left, right }: Equality,
): boolean {
  let found = false;
  const note = (name: Expr): void => {
    const [member] = naming.readName(name)?.family ?? [];
    found ||= member?.kind === 'add' && familyLetter(member) === 't';
  };
  for (const side of [left, right])
    walk(side, (node) => {
      const slope = shorthand.writtenOut(node) ?? node;
      if (slope.kind === 'deriv') slope.wrt.forEach(({ name }) => note(name));
      if (slope.kind === 'nabla' && slope.wrt) note(slope.wrt);
      const use = naming.readName(node);
      const body = use && book.variables.get(use.key)?.body;
      if (body && some(body, ({ kind }) => kind === 'deriv' || kind === 'nabla')) note(node);
    });
  return found;
}
