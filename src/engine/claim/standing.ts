import type { CueKind } from '../document/outline.js';
import { isZero } from '../expression/forms.js';
import type { Placed } from './zone.js';

/** Words that suppose what follows, ask for it, or make it depend on something. */
const OPEN: ReadonlySet<CueKind> = new Set(['hypothesis', 'demand', 'equate', 'counterexample']);

const CONDITIONAL =
  /^(si|if|cuando|when|whenever|donde|where|sujeto|subject|s\.t|siempre|dado|given|con|with)\b/i;

/** Words that the reader has to take as given. */
const GIVEN: ReadonlySet<CueKind> = new Set(['hypothesis', 'conditional', 'counterexample']);

/** Words that say of a relation that it is so. */
const SAID: ReadonlySet<CueKind> = new Set(['result', 'recall', 'universal']);

/** How the text stands to a relation. */
export interface Standing {
  /** It is said to be so, for all values. */
  readonly asserted: boolean;
  /** It is supposed, or other things are concluded from it. */
  readonly supposed: boolean;
}

/** Is a relation said to be so, or supposed? Neither, where no word tells. */
export function standingOf(placed: Placed, next: Placed | undefined): Standing {
  const { statement } = placed;
  const leads =
    isPremise(placed, next) ||
    isImplying(placed, next) ||
    (next?.block === placed.block && CONDITIONAL.test(next.statement.words));
  const supposed = leads || count(placed, GIVEN) > 0 || CONDITIONAL.test(statement.words);
  const open = supposed || isLinked(placed) || isOpen(placed) || goesOn(placed, next);
  return { asserted: count(placed, SAID) > 0 && !open, supposed };
}

/** Does an arrow follow it? */
export function isPremise(placed: Placed, next: Placed | undefined): boolean {
  return next?.block === placed.block && isLinked(next);
}

/** `$0 < \alpha_i < C$ implies $m_i = 1$`: the words right after it draw a conclusion. */
function isImplying({ block: { outer } }: Placed, next: Placed | undefined): boolean {
  const gaps = (next?.cues ?? [])
    .filter(({ kind, place }) => kind === 'implying' && place.part === outer.part)
    .map(({ place }) => place.start - outer.end);
  return gaps.some((gap) => gap >= 0 && gap <= 1);
}

/** Does it follow an arrow, or in the same sentence an equation with zero? */
export function isConcluded(placed: Placed, before: Placed | undefined): boolean {
  if (isLinked(placed)) return true;
  const zero = before?.statement.items.at(-1);
  if (!before || !zero || !isZero(zero) || !placed.first) return false;
  const [from, to] = [before.block, placed.block];
  const gap = to.outer.start - from.outer.end;
  return from.place.part === to.place.part && gap > 0 && gap < CONCLUDING;
}

/** So many characters may stand between a condition and what it comes to: ` equivale a `, ` if and only if `. */
const CONCLUDING = 40;

/** Do the words make it depend on something, or only suppose it? */
export function isOpen(placed: Placed): boolean {
  return count(placed, OPEN) > 0;
}

/** What follows an arrow holds where what stands before it does. */
function isLinked({ statement }: Placed): boolean {
  return statement.link === 'implies' || statement.link === 'iff';
}

/** `$a < b$ cuando $x > 0$` in one sentence. */
function goesOn(placed: Placed, next: Placed | undefined): boolean {
  if (!next || next.block === placed.block || placed.block.display) return false;
  const near = next.block.place.part === placed.block.place.part;
  return near && count(next, OPEN) > count(placed, OPEN);
}

function count(placed: Placed, kinds: ReadonlySet<CueKind>): number {
  return placed.cues.filter((cue) => kinds.has(cue.kind)).length;
}
