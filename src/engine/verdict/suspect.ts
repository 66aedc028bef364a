import { keysIn } from '../claim/reading.js';
import type { Entry } from '../claim/book.js';
import type { Placed, Zone } from '../claim/zone.js';
import { isLogarithm } from '../expression/forms.js';
import type { Expr, ProductSign } from '../expression/node.js';
import { numberAt } from '../expression/numberAt.js';
import { replaceLetter, replaceNode } from '../expression/replace.js';
import { sameTree } from '../expression/sameTree.js';
import { some } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import type { Judged } from '../memo.js';
import type { Edit } from './edits/edit.js';
import type { Judgement } from './judge.js';
import type { Budget } from './repair.js';
import type { Coded, Counterexample, ReasonCode, Step } from './report.js';
import type { Setting } from './setting.js';
import { freeIndices } from './sides.js';
import { stepOf } from './step.js';

/** A definition that open steps build on. */
export interface Suspect {
  readonly placed: Placed;
  /** Which of the statement's members it says the name to be. */
  readonly member: number;
  readonly body: Expr;
  readonly definition: Definition;
  readonly reason: Coded<ReasonCode>;
  /** The values of a step that builds on it as it is written. */
  readonly counterexample?: Counterexample;
  /** Is this a statement that shows something? What speaks of any sample may build on the loss of any sample. */
  readonly counts: (placed: Placed) => boolean;
}

/** Steps that are not judged, for other reasons than how they are written. */
export function isOpen({ verdict, kind, reason }: Step): boolean {
  if (verdict === 'given') return kind === 'membership';
  return verdict === 'unchecked' && !/(budget|size|kind)$/.test(reason?.code ?? '');
}

/** The statements with open steps. */
export function openStatements(zone: Zone, steps: readonly Step[]): readonly Placed[] {
  const open = steps.filter(isOpen);
  return zone.statements.filter((placed) => open.some((step) => isWithin(step, placed)));
}

export function isWithin({ place }: Step, { block, statement: { span } }: Placed): boolean {
  return place.part === block.place.part && place.start >= span.start && place.end <= span.end;
}

/** All names that statements lead to by some definitions. */
export function usedBy(
  open: readonly Placed[],
  { names }: Setting,
  definitions: readonly Definition[],
): ReadonlySet<string> {
  const used = new Set<string>();
  const waiting = open.flatMap(({ statement: { items } }) => items.filter((item) => item !== null));
  for (let node = waiting.pop(); node; node = waiting.pop())
    for (const key of keysIn(node, names.naming)) {
      if (used.has(key)) continue;
      used.add(key);
      // `g'` is made of g.
      const plain = key.replace(/'+$/, '');
      used.add(plain);
      for (const definition of definitions)
        if (definition.key === key || definition.key === plain) waiting.push(definition.body);
    }
  return used;
}

export function withEdit(zone: Zone, { placed, member }: Suspect, { result }: Edit): Zone {
  const items = placed.statement.items.map((item, k) => (k === member ? result : item));
  const edited = { ...placed, statement: { ...placed.statement, items } };
  return {
    ...zone,
    statements: zone.statements.map((one) => (one === placed ? edited : one)),
  };
}

/**
 * The open steps of some statements that hold; none where another step is judged less well, or is wrong still: what has
 * two mistakes is read otherwise than it is meant more often than not.
 */
export function gained(
  before: readonly Step[],
  after: readonly Step[],
  counted: readonly Placed[],
): readonly number[] {
  const stillWrong = before.some((step, k) => isWrong(step) && isLeft(after[k]));
  if (stillWrong || isWorse(before, after)) return [];
  return before.flatMap((step, k) => {
    const holds = isOpen(step) && after[k]?.verdict === 'holds';
    return holds && counted.some((placed) => isWithin(step, placed)) ? [k] : [];
  });
}

function isLeft(step: Step | undefined): boolean {
  return step?.verdict !== 'holds' && step?.verdict !== 'given';
}

function isWrong({ verdict }: Step): boolean {
  return verdict === 'fails' || verdict === 'slip';
}

/** Does a step lose its verdict? */
export function isWorse(before: readonly Step[], after: readonly Step[]): boolean {
  if (before.length !== after.length) return true;
  return before.some((step, k) => {
    if (step.verdict === 'holds') return after[k]?.verdict !== 'holds';
    return !isWrong(step) && after[k] !== undefined && isWrong(after[k]);
  });
}

/** Why a definition says nothing as it stands: its parts do not fit, or it has an index that nothing counts. */
export function meaningless(
  { reader }: Setting,
  { body, indices, family, args }: Definition,
): Coded<ReasonCode> | null {
  const session = reader.session(false, false);
  const own = new Set([...indices, ...family, ...(args ?? [])]);
  const free = freeIndices([body], session.meaning).find(
    (letter) =>
      !own.has(letter) && !session.meaning.forest.knows(letter) && !reader.book.values.has(letter),
  );
  if (free !== undefined) return { code: 'notation.index-free', args: { index: free } };
  const outcome = reader.compare(body, body, []);
  if (outcome.kind !== 'problem') return null;
  const { code, args: told } = outcome.problem;
  if (code === 'unchecked.shape' || code === 'unchecked.syntax')
    return { code: 'step.shape', args: { ...told } };
  return code === 'unchecked.context' ? { code: 'notation.bounds', args: {} } : null;
}

/** Which statements show that a definition is wrong: not those of any sample, where it may be the loss of any sample. */
export function showing(setting: Setting, reason: Coded<ReasonCode> | null): Suspect['counts'] {
  const letter = reason?.code === 'notation.index-free' ? reason.args['index'] : undefined;
  return (placed) => letter === undefined || !hasFree(placed, letter, setting);
}

function hasFree({ statement: { items } }: Placed, letter: string, { reader }: Setting): boolean {
  const sides = items.filter((item) => item !== null);
  return freeIndices(sides, reader.session(false, false).meaning).includes(letter);
}

/** Judges a zone with so many edits tried for its repairs. */
export type Judge = (zone: Zone, budget: Budget) => Judged;

/**
 * The judgements with an edit of the suspect, which is marked. Null where nothing holds because of it: what still holds
 * when the edited term is another one, as any chain rule does, shows nothing.
 */
export function cleared(
  zone: Zone,
  own: Judged,
  suspect: Suspect,
  edit: Edit,
  open: readonly Placed[],
  budget: Budget,
  judge: Judge,
): Judged | null {
  const at = stepAt(own.steps, suspect);
  // Whether steps hold shows without the repairs of others.
  const few = { ...budget, left: 0 };
  const mended = withEdit(zone, suspect, edit);
  const other = judge(mended, few);
  const counted = open.filter(suspect.counts);
  const gains = gained(own.steps, other.steps, counted);
  if (at < 0 || gains.length === 0) return null;
  const { steps: odd } = judge(withEdit(zone, suspect, distorted(suspect, edit)), few);
  if (gains.every((k) => odd[k]?.verdict === 'holds')) return null;
  const whole = judge(mended, { ...budget });
  const steps = whole.steps.map((step, k) => (k === at ? marked(suspect, edit) : step));
  return { steps, legacy: whole.legacy };
}

/**
 * The edit with another value of its term: three times what it is, or its square inside a logarithm, of which any
 * multiple has the same slope.
 */
export function distorted({ body }: Suspect, edit: Edit): Edit {
  const { node, change, result } = edit;
  const times = (one: Expr, other: Expr, sign: ProductSign): Expr => ({
    kind: 'mul',
    factors: [other, one],
    signs: [sign],
    span: one.span,
  });
  const other = (one: Expr): Expr =>
    isInLogarithm(node, body) ? times(one, one, 'odot') : times(one, numberAt('3', one), '');
  return {
    ...edit,
    result: isFunction(node, body) ? other(result) : replaceNode(body, node, other(change)),
  };
}

function isInLogarithm(node: Expr, body: Expr): boolean {
  return some(
    body,
    (one) => isLogarithm(one) && one.args.some((arg) => some(arg, (inner) => inner === node)),
  );
}

/** The name of a function, which has no value of its own. */
function isFunction(node: Expr, body: Expr): boolean {
  return some(body, (one) => one.kind === 'call' && one.fn === node);
}

/** Where a definition stands before its notation was written out. */
export function standOf(
  zone: Zone,
  { definition, placed }: Entry,
): Pick<Suspect, 'placed' | 'member' | 'body' | 'definition'> | null {
  const raw = zone.statements.find(({ order }) => order === placed.order);
  const { start, end } = definition.body.span;
  const member = (raw?.statement.items ?? []).findIndex(
    (item, k) => k > 0 && item?.span.start === start && item.span.end === end,
  );
  const body = raw?.statement.items[member];
  return raw && body ? { placed: raw, member, body, definition } : null;
}

/** Which of a zone's steps says what the suspect is; -1 where none does. */
export function stepAt(steps: readonly Step[], { placed, body }: Suspect): number {
  const { part } = placed.block.place;
  return steps.findIndex(({ place }) => place.part === part && place.end === body.span.end);
}

/** The step that says what it is, found wrong. */
export function marked({ placed, member, reason, counterexample }: Suspect, edit: Edit): Step {
  const verdict = reason.code === 'notation.index-free' ? 'slip' : 'fails';
  const judgement: Judgement = {
    kind: 'definition',
    verdict,
    reason,
    ...(counterexample ? { counterexample } : {}),
    assumptions: [],
  };
  return stepOf(placed, member - 1, { judgement, edit }, null);
}

/** `\frac{e^{s_k}}{\sum_l e^{s_l}}`: shares of a whole, in which no one slip would stand above and below. */
export function isNormalised({ body, indices }: Definition): boolean {
  if (body.kind !== 'div' || body.bottom.kind !== 'big' || body.bottom.op !== 'sum') return false;
  const { bounds, body: part } = body.bottom;
  const { top } = body;
  const [bound, ...more] = bounds;
  if (bound?.index.kind !== 'sym' || more.length > 0) return false;
  const letter = bound.index.base;
  return indices.some((index) => {
    const value: Expr = { kind: 'sym', base: index, accents: [], font: 'plain', span: part.span };
    return sameTree(replaceLetter(part, letter, value), top);
  });
}
