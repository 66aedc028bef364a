import { labelText } from '../claim/key.js';
import { neighbourOf, oneLower } from '../claim/layers.js';
import { numberedKey } from '../claim/numberedSteps.js';
import type { Expr } from '../expression/node.js';
import { replaceLetter, replaceNode } from '../expression/replace.js';
import { children, some, walk } from '../expression/walk.js';
import { judgeEquality, type Equality } from './equality.js';
import { unchecked, type Judgement, type Reader } from './judge.js';

/**
 * `x_t = M x_{t-1} = M^t x_0`: what a recursion comes to in closed form holds when it holds of a step, given the one
 * before. Null for other claims. One that is not seen to hold is left open: a recursion is followed for one step, and so
 * has nothing to compare with where it begins.
 */
export function byInduction(reader: Reader, claim: Equality): Judgement | null {
  const rule = ruleIn(reader, claim);
  if (!rule) return null;
  const start = startIn(reader, claim.right, rule);
  if (!start) return isUnrolled(claim.right, rule) ? fromNothing(reader, claim, rule) : null;
  const { body, earlier, letter } = rule;
  const left = replaceNode(body, earlier, oneLower(claim.right, letter));
  const step = judgeEquality(reader, { ...claim, left });
  const none: Expr = { kind: 'num', text: '0', span: start.span };
  const right = replaceLetter(claim.right, letter, none);
  const first = judgeEquality(reader, { ...claim, left: start, right });
  return step.verdict === 'holds' && first.verdict === 'holds'
    ? step
    : unchecked('identity', 'unchecked.unlinked', { name: rule.key });
}

interface Rule {
  readonly key: string;
  readonly letter: string;
  readonly body: Expr;
  /** The step before, in the body. */
  readonly earlier: Expr;
}

/** `m_t = (1 - \beta) \sum_{j=1}^t \beta^{t-j} g_j`: where it begins, there is nothing yet. */
function isUnrolled(right: Expr, { letter }: Rule): boolean {
  return some(
    right,
    (node) => node.kind === 'big' && node.bounds.some(({ to }) => endsAt(to, letter)),
  );
}

function endsAt(to: Expr | null | undefined, letter: string): boolean {
  return !!to && (labelText(to) === letter || labelText(to) === `${letter}-1`);
}

function fromNothing(reader: Reader, claim: Equality, { key }: Rule): Judgement {
  const judged = judgeEquality(reader, claim);
  return judged.verdict === 'holds'
    ? judged
    : unchecked('identity', 'unchecked.unlinked', { name: key });
}

/** How a step follows from the one before, as written or by what the name of a step stands for. */
function ruleIn({ names, book }: Reader, { left, subject }: Equality): Rule | null {
  const use = names.naming.readName(left);
  const whole = subject ? names.naming.readName(subject) : null;
  const isStep = (key: string, letter: string): boolean =>
    book.variables.get(key)?.family[0] === letter ||
    (whole?.key === key && whole.family.map(labelText).join() === letter);
  const defined = use && book.variables.get(use.key);
  const [own] = use?.family ?? [];
  const same = defined && own && defined.family[0] === labelText(own);
  const body = same ? defined.body : left;
  const found: Rule[] = [];
  walk(body, (node) => {
    const step = names.naming.readName(node);
    const [member, ...more] = step?.family ?? [];
    if (!step || !member || more.length > 0 || step.indices.length > 0) return;
    const letter = neighbourOf(member);
    const before = member.kind === 'add' && member.op === '-' && labelText(member.right) === '1';
    if (letter !== null && before && isStep(step.key, letter))
      found.push({ key: step.key, letter, body, earlier: node });
  });
  const [rule, ...more] = found;
  return rule && more.length === 0 ? rule : null;
}

/** Where the recursion begins, in what is made of that and of none of its steps. */
function startIn({ names: { naming } }: Reader, right: Expr, { key }: Rule): Expr | null {
  let start: Expr | null = null;
  const visit = (node: Expr): boolean => {
    const use = naming.readName(node);
    if (!use) return children(node).every(visit);
    const scripts = [...use.family, ...use.indices].map(labelText).join();
    const [whole, number] = numberedKey(use.key) ?? [use.key, scripts];
    if (whole !== key) return true;
    if (number !== '0') return false;
    start = node;
    return true;
  };
  return visit(right) ? start : null;
}
