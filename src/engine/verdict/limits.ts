import { keysIn } from '../claim/reading.js';
import type { Big, Expr } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import { judgeEquality, type Equality } from './equality.js';
import type { Edit } from './edits/edit.js';
import type { Found } from './found.js';
import type { Judgement } from './judge.js';
import type { Setting } from './setting.js';

/** A sum whose limits are the wrong way round, or that begins before the first entry there is. */
export function wrongLimits(setting: Setting, claim: Equality): Found | null {
  const { left, right, continued } = claim;
  let edit: Edit | null = null;
  walk(right, (node) => {
    if (edit || node.kind !== 'big') return;
    if (node.swapped) {
      const change: Expr = { ...node, swapped: false };
      const result = replaceNode(right, node, change);
      edit = { code: 'fix.bounds', cost: 1, node, change, result };
      return;
    }
    const later = fromOne(right, node);
    if (later && (countsFromOne(setting, node) || isOutside(setting, claim, node, later)))
      edit = later;
  });
  if (!continued)
    walk(left, (node) => {
      const later = !edit && node.kind === 'big' ? fromOne(left, node) : null;
      if (later && node.kind === 'big' && isOutside(setting, claim, node, later)) edit = later;
    });
  const mended = edit as Edit | null;
  return mended && { judgement: WRONG_LIMITS, edit: mended };
}

/** The sum from 1 on, of one that begins at 0. */
function fromOne(side: Expr, { bounds: [bound] }: Big): Edit | null {
  if (bound?.from?.kind !== 'num' || bound.from.text !== '0' || bound.to?.kind !== 'sym')
    return null;
  const change: Expr = { ...bound.from, text: '1' };
  const result = replaceNode(side, bound.from, change);
  return { code: 'fix.bounds', cost: 1, node: bound.from, change, result };
}

/** Do other sums to the same limit, over something this one is made of too, begin at 1, and none at 0 elsewhere? */
function countsFromOne(setting: Setting, { bounds: [range], body }: Big): boolean {
  const { names, sums } = setting;
  const keys = keysIn(body, names.naming);
  // `\sum_{x=0}^\infty x p(x)`: what is counted with is no array, though there are samples `x_i` of it.
  if (range) keys.delete(names.naming.readName(range.index)?.key ?? '');
  if (hasFirst(setting, body)) return false;
  return sums.some(({ bounds: [bound], body: other }) => {
    if (bound?.to?.kind !== 'sym' || range?.to?.kind !== 'sym') return false;
    if (bound.to.base !== range.to.base || !beginsAt('1', bound.from)) return false;
    return [...keysIn(other, names.naming)].some(
      (key) => keys.has(key) && (names.evidence.get(key)?.indexed ?? 0) > 0,
    );
  });
}

function hasFirst({ names, firsts }: Setting, body: Expr): boolean {
  return [...keysIn(body, names.naming)].some((key) => firsts.has(key.replace(/_\{[^{}]*\}$/, '')));
}

/** Is there no entry 0, and all other sums begin at 1, as the claim has to for it to hold? */
function isOutside(setting: Setting, claim: Equality, node: Big, later: Edit): boolean {
  const { reader, sums } = setting;
  const others = sums.filter((one) => one !== node).map(({ bounds: [bound] }) => bound?.from);
  if (hasFirst(setting, node.body) || !others.some((from) => beginsAt('1', from))) return false;
  if (others.some((from) => beginsAt('0', from))) return false;
  const { reason } = judgeEquality(reader, claim);
  if (reason?.code !== 'unchecked.context' || reason.args['index'] !== '0') return false;
  const { left, right } = claim;
  const mended = {
    left: replaceNode(left, later.node, later.change),
    right: replaceNode(right, later.node, later.change),
  };
  return judgeEquality(reader, { ...claim, ...mended }).verdict === 'holds';
}

function beginsAt(text: string, from: Expr | undefined): boolean {
  return from?.kind === 'num' && from.text === text;
}

const WRONG_LIMITS: Judgement = {
  kind: 'identity',
  verdict: 'fails',
  reason: { code: 'notation.bounds', args: {} },
  assumptions: [],
};
