import { isUpdate } from '../claim/define.js';
import { isLiteral } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import { toRelation, type Placed } from '../claim/zone.js';
import type { CueKind } from '../document/outline.js';
import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import { memberKey } from '../interpret/context.js';
import { proposedBy } from './proposed.js';
import type { Setting } from './setting.js';

/** Is this another case of something that was defined for one case: `w = z + a` when `z < -a`? */
export function isFurtherCase(
  { entries, statements }: Setting,
  placed: Placed,
  key: string,
): boolean {
  const first = entries.find((entry) => entry.definition.key === key);
  return first !== undefined && hasCase(statements, first.placed) && hasCase(statements, placed);
}

/** `x_{k+1} = x_k + \alpha g_k` after `x_{k+1} = x_k - \alpha g_k`, made of the same names: the step of another method. */
export function isOtherRule(setting: Setting, placed: Placed): boolean {
  const { naming } = setting.names;
  const proposal = proposedBy(setting, placed);
  const first = proposal && setting.reader.book.variables.get(proposal.key);
  if (!first || !isUpdate(proposal, naming) || proposal.family[0] === 't') return false;
  const [own, others] = [keysIn(proposal.body, naming), keysIn(first.body, naming)];
  return own.size === others.size && [...own].every((key) => others.has(key));
}

/** `b = S(7 - 2 \cdot 0.5) / 5` after `b = S(7 - 2 \cdot 0) / 5`: computed anew from other numbers, as in each round of a descent. */
export function isNextRound({ reader }: Setting, placed: Placed): boolean {
  const { naming } = reader.names;
  const [left, right] = placed.statement.items;
  const use = left ? naming.readName(left) : null;
  const first = use && reader.book.variables.get(memberKey(use) ?? use.key);
  // Whatever a function is, it is called with numbers.
  const isComputed = (node: Expr): boolean =>
    node.kind === 'call'
      ? node.args.every(isComputed)
      : naming.isNumber(node) || (!naming.readName(node) && children(node).every(isComputed));
  const isNew = (node: Expr): boolean => !isLiteral(node) && isComputed(node);
  return !!first && !!right && isNew(right) && isNew(first.body);
}

/** Does the sentence go on with the condition under which this holds? */
function hasCase(statements: readonly Placed[], placed: Placed): boolean {
  const at = statements.indexOf(placed);
  const next = statements[at + 1];
  if (at < 0 || !next || next.block === placed.block) return false;
  const near = next.block.place.start - placed.block.place.end < CASE_WORDS;
  // `when` before the formula itself is told twice.
  const said = next.cues.slice(-3).some((cue) => cue.kind === 'hypothesis');
  const signs = next.statement.relations.map((relation) => relation.sign);
  return near && said && signs.length > 0 && signs.every((sign) => /^[<>]/.test(sign));
}

/** `$f'(x) = 1$ si $x > 0$`: the case that the sentence goes on with, right after the claim. */
export function caseAfter({ statements }: Setting, placed: Placed): Expr | null {
  const next = statements[statements.indexOf(placed) + 1];
  if (!next?.first || next.block.place.part !== placed.block.place.part) return null;
  const relation = toRelation(next.statement);
  if (relation?.kind !== 'rel' || relation.signs.length !== 1 || placed.block.display) return null;
  const { end } = placed.block.outer;
  const gap = next.block.outer.start - end;
  const said = next.cues.some(({ kind, place }) => CASE_CUES.has(kind) && place.start - end === 1);
  const apart = relation.signs[0] === '!=';
  return gap > 0 && gap < CASE_GAP && (said || apart) ? relation : null;
}

/** So many characters may stand between a formula and its condition: ` when `, ` siempre que `. */
const CASE_WORDS = 24;

/** `$ si $`, and no more. */
const CASE_GAP = 10;

const CASE_CUES: ReadonlySet<CueKind> = new Set(['hypothesis', 'demand']);
