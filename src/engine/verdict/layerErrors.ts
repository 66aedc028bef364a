import { headOf, labelText } from '../claim/key.js';
import type { Legacy } from '../claim/legacy.js';
import type { Placed, Zone } from '../claim/zone.js';
import type { Expr, Sym } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { isLossName } from '../interpret/loss.js';
import { isUpper } from '../expression/letter.js';
import type { Judged } from '../memo.js';
import type { Step } from './report.js';
import { NOWHERE, saidBefore } from './said.js';

/**
 * The zone with `\delta^{(l)} = \partial C / \partial z^{(l)}` said first, where it speaks of errors of layers and
 * never says what they are; null where it does, or does not speak of them.
 */
export function withLayerErrors(zone: Zone, inherited: Legacy): Zone | null {
  const errors = zone.statements.filter(isOfError);
  const general = errors.map(({ statement: { items } }) => items[0]).find(isGeneral);
  const [first] = errors;
  if (!first || !general || errors.some(isDerivative)) return null;
  if (inherited.definitions.some(({ key }) => /^\\delta(<|_|$)/.test(key))) return null;
  const head = headOf(general);
  const input = inputOf(zone) ?? inherited.definitions.find(({ body }) => isAffine(body))?.key;
  const loss = lossOf(zone, inherited);
  if (!head || !loss || input === undefined || !/^\\?[a-z]+$/.test(input)) return null;
  const name = replaceNode(general, head, { ...head, base: input, font: 'plain' });
  const said = saidBefore(first, general, loss, name);
  const statements = zone.statements.flatMap((one) => (one === first ? [said, one] : [one]));
  return { ...zone, statements };
}

/** Without the steps of what nobody wrote. */
export function withoutSaid({ steps, legacy }: Judged): Judged {
  const isSaid = (step: Step | undefined): boolean => (step?.place.start ?? 0) < 0;
  const told = new Set<number>();
  let at = 0;
  const kept = steps.flatMap((step, place) => {
    if (isSaid(step)) return [];
    if (isSaid(steps[place - 1])) told.add(at);
    at++;
    if (step.cause === undefined) return [step];
    const before = steps.slice(0, step.cause).filter(isSaid).length;
    return [{ ...step, cause: step.cause - before }];
  });
  return { steps: kept, legacy, told };
}

/**
 * Does more hold when errors are what they usually are? What then fails must be no more than before, or one thing that
 * is not about the last layer, beside `least` that hold then: of that one can tell whether a document means something
 * else by them.
 */
export function isBetter(other: readonly Step[], plain: readonly Step[], least: number): boolean {
  const count = (steps: readonly Step[], verdict: Step['verdict']): number =>
    steps.filter((step) => step.verdict === verdict).length;
  const [before, after] = [count(plain, 'fails'), count(other, 'fails')];
  if (count(other, 'holds') <= count(plain, 'holds')) return false;
  const changed = other.filter((step, at) => step.verdict !== plain[at]?.verdict);
  return after <= before || (before === 0 && after === 1 && count(changed, 'holds') >= least);
}

function isOfError({ statement: { items } }: Placed): boolean {
  const head = items[0] ? headOf(items[0]) : null;
  return head?.base === '\\delta' && head.accents.length === 0;
}

function isDerivative({ statement: { items } }: Placed): boolean {
  return items[1]?.kind === 'deriv';
}

/** `\delta^{(l)}`, `\delta_l`: of any layer, and of all its units. */
function isGeneral(node: Expr | null | undefined): node is Expr {
  return node !== null && node !== undefined && LAYER.test(scriptOf(node) ?? '');
}

const LAYER = /^(l|\\ell|k)$/;

export function scriptOf(node: Expr): string | null {
  if (node.kind === 'mark' && node.index) return labelText(node.index);
  if (node.kind === 'pow') return labelText(node.exponent);
  if (node.kind === 'sub' && node.target.kind === 'sym' && node.indices[0])
    return labelText(node.indices[0]);
  return node.kind === 'sub' ? scriptOf(node.target) : null;
}

/** The letter of `z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}`. */
function inputOf({ statements }: Zone): string | undefined {
  for (const { statement } of statements) {
    const [left, right] = statement.items;
    if (left && right && isAffine(right) && scriptOf(left) !== null) return headOf(left)?.base;
  }
  return undefined;
}

export function isAffine(node: Expr): boolean {
  const weighted = (one: Expr): boolean =>
    one.kind === 'mul' && one.factors.some((factor) => isUpper(headOf(factor)?.base ?? ''));
  return node.kind === 'add' && node.op === '+' && [node.left, node.right].some(weighted);
}

export function lossOf({ statements }: Zone, { definitions }: Legacy): Sym | null {
  for (const { statement } of statements) {
    const [left] = statement.items;
    const name = left?.kind === 'call' ? left.fn : left;
    // The letter that layers are counted with is no loss.
    const loss = name?.kind === 'sym' && isLossName(name.base) && !LAYER.test(name.base);
    if (loss && statement.relations[0]?.sign === '=') return name;
  }
  const key = definitions.findLast((one) => isLossName(one.key) && one.family.length === 0)?.key;
  const letter = /^(?:\\mathcal\{)?(\\?[a-zA-Z]+)\}?$/.exec(key ?? '')?.[1];
  if (key === undefined || letter === undefined) return null;
  const font = key.startsWith('\\mathcal') ? 'cal' : 'plain';
  return { kind: 'sym', base: letter, accents: [], font, span: NOWHERE };
}
