import type { Declarations } from '../claim/declared.js';
import { layoutOf } from '../claim/layout.js';
import { isLiteral } from '../claim/literal.js';
import { inferRanks } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import { sizeOf } from '../interpret/layout.js';
import { isLossName } from '../interpret/loss.js';
import { judgeEquality, type Equality } from './equality.js';
import { Reader, unchecked, type Judgement } from './judge.js';
import { reachedFrom } from './reached.js';
import type { Setting } from './setting.js';

/** Those that were made, by the readings they were made from. */
const made = new WeakMap<Reader, readonly Reader[]>();

/** A reading, what a claim says by it, and whether entries that it speaks of are not counted from 1. */
export interface LaidOut {
  readonly reader: Reader;
  readonly judged: Judgement;
  readonly moved: boolean;
}

/**
 * What a claim says where arrays begin and end as the limits of sums over shifted indices say, those of
 * `y_i = \sum_{k=0}^{K-1} w_k x_{i+k}`: with the loss that the text has, or else with any. Null in a zone without such.
 */
export function judgeLaidOut(
  setting: Setting,
  placed: Placed,
  claim: Equality,
  { reason }: Judgement,
): LaidOut | null {
  let last: LaidOut | null = null;
  if (!OPEN.test(reason?.code ?? '')) return null;
  for (const reader of laidOut(setting, placed)) {
    const judged = inGeneral(judgeEquality(reader, claim), claim);
    const axes = reader.names.layout?.axes;
    const moved = reachedFrom(reader, [claim.left, claim.right]).some(
      (key) => axes?.get(key)?.some(({ from }) => from !== 1) === true,
    );
    last = { reader, judged, moved };
    if (judged.verdict !== 'unchecked') break;
  }
  return last;
}

/** Why a claim may be open, or seem wrong, for which entries indices mean. */
const OPEN = /^(?:unchecked\.(?:unlinked|context|syntax)|step\.)/;

/** The reading by which a claim holds so, or is read at all where else its entries are counted from the wrong one. */
export function asLaidOut(
  setting: Setting,
  placed: Placed,
  claim: Equality,
  first: Judgement,
): readonly [Reader, Judgement] | null {
  const read = judgeLaidOut(setting, placed, claim, first);
  const told = read?.judged.verdict === 'holds' || (first.verdict === 'fails' && read?.moved);
  return read && told ? [read.reader, read.judged] : null;
}

/** Numbers are those of an example, of which a reading in general knows too little to deny them. */
function inGeneral(judged: Judgement, { right }: Equality): Judgement {
  const denied = judged.verdict === 'fails' && isLiteral(right);
  return denied ? unchecked(judged.kind, 'unchecked.unlinked') : judged;
}

function laidOut(setting: Setting, { order }: Placed): readonly Reader[] {
  const usual = setting.readerBefore(order) ?? setting.reader;
  let readers = made.get(usual);
  if (!readers) {
    const lossless = [...usual.book.variables].filter(([key]) => !isLossName(key));
    const open = lossless.length < usual.book.variables.size;
    const books = [usual.book, { ...usual.book, variables: new Map(lossless) }];
    readers = books.slice(0, open ? 2 : 1).flatMap((book) => readerOf(setting, usual, book) ?? []);
    made.set(usual, readers);
  }
  return readers;
}

function readerOf(setting: Setting, { names }: Reader, book: Reader['book']): Reader | null {
  const roots = setting.statements.flatMap(({ statement: { items } }) =>
    items.flatMap((item) => item ?? []),
  );
  const bodies = [...book.variables.values()].map(({ body }) => body);
  const layout = layoutOf(names, book, [...bodies, ...roots]);
  if (!layout) return null;
  const declarations: Declarations = new Map(names.declarations);
  for (const [key, runs] of layout.axes) {
    const known = declarations.get(key) ?? { domain: null, structure: null };
    declarations.set(key, { ...known, sizes: runs.map(sizeOf) });
  }
  // What is said of arrays by their indices is said of any numbers, whatever example comes before.
  const [variables, values] = [new Map(book.variables), new Map(book.values)];
  for (const [key, { body }] of book.variables)
    if (layout.axes.has(key) && isLiteral(body)) {
      variables.delete(key);
      if (!values.has(key)) values.set(key, body);
    }
  const read = { ...names, declarations, layout };
  const general = { ...book, variables, values };
  return new Reader(read, inferRanks(read, general, setting.pairs), general);
}
