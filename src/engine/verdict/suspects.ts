import { isLiteral } from '../claim/literal.js';
import type { Placed, Zone } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import type { Book } from '../claim/meaning.js';
import type { Definition } from '../interpret/context.js';
import { Reader } from './judge.js';
import { printLatex } from '../latex/print.js';
import type { Judged } from '../memo.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import { stockFor, type Budget } from './repair.js';
import type { FixCode, Step } from './report.js';
import { Setting } from './setting.js';
import { readZone } from './zone.js';
import type { Legacy } from '../claim/legacy.js';
import type { MacroTable } from '../latex/macros.js';
import {
  cleared,
  isNormalised,
  isOpen,
  openStatements,
  meaningless,
  showing,
  isWithin,
  standOf,
  usedBy,
  type Judge,
  type Suspect,
} from './suspect.js';

/**
 * Where steps stay open that build on a definition: is that written wrong? It is where one edit of it makes steps hold
 * and costs no other step its verdict.
 */
export function judgeWithSuspects(
  zone: Zone,
  inherited: Legacy,
  macros: MacroTable,
  budget: Budget,
  judge: Judge,
): Judged {
  const spent = { ...budget };
  const own = judge(zone, spent);
  const open = openStatements(zone, own.steps);
  // What took long once would take as long again for each edit.
  const costly = spent.left < budget.left / 2;
  if (open.length === 0 || costly || budget.interrupted()) return own;
  const setting = new Setting(readZone(zone, inherited, macros), inherited, macros);
  return blamed(zone, setting, own, open, judge, budget) ?? own;
}

/** The judgements with an edit of the definition that open steps show to be wrong; null where they show none. */
function blamed(
  zone: Zone,
  setting: Setting,
  own: Judged,
  open: readonly Placed[],
  judge: Judge,
  budget: Budget,
): Judged | null {
  let left = MOST_TRIALS;
  let whole = MOST_WHOLE;
  for (const { suspect, claims } of suspectsIn(zone, setting, own.steps, open)) {
    if (claims.length === 0) continue;
    for (const edit of editsFor(suspect, setting)) {
      if (left-- <= 0 || budget.interrupted()) return null;
      const reader = readerWith(setting.reader, { ...suspect.definition, body: edit.result });
      const holding = claims.find(([a, b]) => {
        if (!reader.mayAgree(a, b, [])) return false;
        const outcome = reader.compare(a, b, []);
        return outcome.kind === 'equal' && !outcome.trivial;
      });
      const witness = holding && witnessAgainst(suspect, setting.reader, holding);
      if (!witness) continue;
      if (whole-- <= 0) return null;
      const result = cleared(zone, own, { ...suspect, ...witness }, edit, open, budget, judge);
      if (result) return result;
    }
  }
  return null;
}

/** Where a step that builds on the definition as it is written comes out wrong; nothing is told against it without. */
function witnessAgainst(
  { reason }: Suspect,
  reader: Reader,
  [left, right]: readonly [Expr, Expr],
): Pick<Suspect, 'counterexample'> | null {
  const outcome = reader.compare(left, right, []);
  if (outcome.kind === 'different') return { counterexample: outcome.counterexample };
  // What has no value as it is written is wrong by that alone.
  return reason.code === 'definition.dependants' ? null : {};
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

/** How many edits are tried in a zone, and with how many of them all of it is judged again. */
const MOST_TRIALS = 90;
const MOST_WHOLE = 4;

interface Blamable {
  readonly suspect: Suspect;
  /** Sides of open steps that build on it. */
  readonly claims: readonly (readonly [Expr, Expr])[];
}

function suspectsIn(
  zone: Zone,
  setting: Setting,
  steps: readonly Step[],
  open: readonly Placed[],
): readonly Blamable[] {
  const waiting = open
    .slice(0, MOST_ASKED)
    .map((placed) => ({ placed, used: usedBy([placed], setting) }));
  const found = setting.entries.flatMap((entry): Blamable[] => {
    const { definition, placed } = entry;
    if (isLiteral(definition.body) || setting.lints.has(placed)) return [];
    const meaning = meaningless(setting, definition);
    if (!meaning && isNormalised(definition)) return [];
    const counts = showing(setting, meaning);
    const users = waiting.filter(
      ({ used, placed: one }) =>
        used.has(definition.key) && counts(one) && one.order !== placed.order,
    );
    const stand = users.length > 0 ? standOf(zone, entry) : null;
    // What notation says is written out in the zone's own statements alone.
    if (!stand || printLatex(stand.body) !== printLatex(definition.body)) return [];
    const claims = users.flatMap(({ placed: one }) => claimsOf(one, setting, steps));
    const reason = meaning ?? {
      code: 'definition.dependants' as const,
      args: { name: definition.key },
    };
    return [{ suspect: { ...stand, reason, counts }, claims }];
  });
  return found.sort((a, b) => b.claims.length - a.claims.length).slice(0, MOST_SUSPECTS);
}

/** Of so many open statements, and so many definitions. */
const MOST_ASKED = 8;
const MOST_SUSPECTS = 5;
/** Operations of a claim that is looked at again and again. */
const MOST_NODES = 4000;

/** The sides of a statement's open steps, with its notation written out. */
function claimsOf(
  placed: Placed,
  { statements, reader }: Setting,
  steps: readonly Step[],
): (readonly [Expr, Expr])[] {
  const read = statements.find(({ order }) => order === placed.order);
  if (!read) return [];
  const { items, relations } = read.statement;
  const ends = new Set(
    steps.filter((step) => isOpen(step) && isWithin(step, placed)).map(({ place }) => place.end),
  );
  return relations.flatMap(({ sign }, k) => {
    const [left, right] = [items[k], items[k + 1]];
    return sign === '=' &&
      left &&
      right &&
      ends.has(right.span.end) &&
      reader.sizeOf(left, right, []) < MOST_NODES
      ? [[left, right] as const]
      : [];
  });
}

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

function editsFor({ body, reason }: Suspect, setting: Setting): readonly Edit[] {
  const { names, entries, ranges } = setting;
  const near = entries.map((entry) => entry.definition.body);
  // Where a sum or a shift leaves the range there is, only the range is mended.
  const codes = reason.code === 'notation.bounds' ? BOUNDS : CODES;
  return editsOf(body, stockFor(names, [body], near, ranges))
    .filter(({ code, cost }) => codes.includes(code) && cost <= DEAREST)
    .slice(0, MOST_EDITS);
}
