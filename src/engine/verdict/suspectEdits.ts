import type { Expr } from '../expression/node.js';
import type { Book } from '../claim/meaning.js';
import type { Definition } from '../interpret/context.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import { Reader } from './judge.js';
import { stockFor, type Budget } from './repair.js';
import type { FixCode } from './report.js';
import type { Setting } from './setting.js';
import type { Blamable } from './blamable.js';
import type { Suspect } from './suspect.js';

/**
 * Edits of suspects with which a step holds that comes out wrong, or has no value, as they are written; with that step's
 * values. `reader` reads the steps, `setting` is where the suspects stand.
 */
export function* mending(
  blamable: readonly Blamable[],
  reader: Reader,
  setting: Setting,
  budget: Budget,
): Generator<{ readonly suspect: Suspect; readonly edit: Edit }> {
  let left = MOST_TRIALS;
  for (const { suspect, claims } of blamable)
    for (const edit of editsFor(suspect, setting, claims.flat())) {
      if (left-- <= 0 || budget.interrupted()) return;
      const otherwise = readerWith(reader, { ...suspect.definition, body: edit.result });
      const holding = claims.find(([a, b]) => {
        if (!otherwise.mayAgree(a, b, [])) return false;
        const outcome = otherwise.compare(a, b, []);
        return outcome.kind === 'equal' && !outcome.trivial;
      });
      const witness = holding && witnessAgainst(suspect, reader, holding);
      if (witness) yield { suspect: { ...suspect, ...witness }, edit };
    }
}

/**
 * Where a step that builds on the definition as it is written comes out wrong, or has parts that do not fit; nothing is
 * told against it without.
 */
function witnessAgainst(
  { reason, definition }: Suspect,
  reader: Reader,
  [left, right]: readonly [Expr, Expr],
): Pick<Suspect, 'counterexample'> | Pick<Suspect, 'reason'> | null {
  // `L(W) = \|X W - Y\|_F^2` after `L(w)`: the same name again for something else.
  const head = left.kind === 'call' ? left.fn : left;
  const again = reader.names.naming.readName(head)?.key === definition.key;
  if (again && reason.code === 'definition.dependants') return null;
  const outcome = reader.compare(left, right, []);
  if (outcome.kind === 'different') return { counterexample: outcome.counterexample };
  // What has no value as it is written is wrong by that alone.
  if (reason.code !== 'definition.dependants') return {};
  if (outcome.kind !== 'problem') return null;
  const { code, args } = outcome.problem;
  return code === 'unchecked.shape' || code === 'unchecked.syntax'
    ? { reason: { code: 'step.shape', args: { ...args } } }
    : null;
}

/** The reading in which a name is defined otherwise. */
function readerWith({ names, ranks, book }: Reader, definition: Definition): Reader {
  const { key, args } = definition;
  const put = (known: Book['variables'], ...ids: readonly string[]): Book['variables'] =>
    new Map([...known, ...ids.map((id) => [id, definition] as const)]);
  const otherwise = args
    ? { ...book, functions: put(book.functions, key, `${key}/${String(args.length)}`) }
    : { ...book, variables: put(book.variables, key) };
  return new Reader(names, ranks, otherwise);
}

/** How many edits are tried in a zone. */
const MOST_TRIALS = 90;

const BOUNDS: readonly FixCode[] = ['fix.bounds'];
const CODES: readonly FixCode[] = [
  'fix.index',
  'fix.transpose',
  'fix.order',
  'fix.product',
  'fix.sum',
  'fix.bounds',
  'fix.brackets',
  'fix.sign',
  'fix.number',
  'fix.power',
  'fix.replace',
];

const DEAREST = 3;
const MOST_EDITS = 40;

function editsFor(
  { body, reason }: Suspect,
  setting: Setting,
  claimed: readonly Expr[],
): readonly Edit[] {
  const { names, entries, ranges } = setting;
  const near = [...entries.map((entry) => entry.definition.body), ...claimed];
  return editsOf(body, stockFor(names, [body], near, ranges))
    .filter(({ code, cost }) => codesFor(reason).includes(code) && cost <= DEAREST)
    .slice(0, MOST_EDITS);
}

function codesFor({ code }: Suspect['reason']): readonly FixCode[] {
  // Where a sum or a shift leaves the range there is, only the range is mended.
  if (code === 'notation.bounds') return BOUNDS;
  // What fits as it is written fits turned only where rows are taken for columns.
  return code === 'definition.dependants' ? CODES.filter((one) => one !== 'fix.transpose') : CODES;
}
