import { keysIn } from '../claim/reading.js';
import type { Legacy } from '../claim/legacy.js';
import type { Placed, Zone } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import type { MacroTable } from '../latex/macros.js';
import type { Judged } from '../memo.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import { isLiteral } from '../claim/literal.js';
import type { Judgement } from './judge.js';
import { stockFor, type Budget } from './repair.js';
import type { Coded, FixCode, ReasonCode, Step } from './report.js';
import { Setting } from './setting.js';
import { freeIndices } from './sides.js';
import { stepOf } from './step.js';
import { judgeSome, readZone } from './zone.js';

/**
 * Where steps stay open that build on a definition: is that written wrong? It is where it has no meaning as it stands,
 * or several steps wait for it, and one edit of it makes steps hold and costs no other step its verdict.
 */
export function judgeWithSuspects(
  zone: Zone,
  inherited: Legacy,
  macros: MacroTable,
  budget: Budget,
  judge: (zone: Zone) => Judged,
): Judged {
  const own = judge(zone);
  const open = openBlocks(zone, own.steps);
  if (open.length === 0 || budget.interrupted()) return own;
  const setting = new Setting(readZone(zone, inherited, macros), inherited, macros);
  const look = new Look(own.steps, inherited, macros, budget);
  let left = MOST_TRIALS;
  for (const suspect of suspectsIn(zone, setting, open)) {
    const near = around(zone, setting, suspect, open);
    for (const edit of editsFor(suspect, setting)) {
      if (left-- <= 0 || budget.interrupted()) return own;
      if (!look.promises(withEdit(near.zone, suspect, edit), suspect, near.open)) continue;
      const other = judge(withEdit(zone, suspect, edit));
      if (gained(own.steps, other.steps, open.filter(suspect.counts)) < suspect.needed) continue;
      const at = own.steps.findIndex(({ place }) => isRight(place, suspect));
      const steps = other.steps.map((step, k) => (k === at ? marked(suspect, edit) : step));
      if (at >= 0) return { steps, legacy: other.legacy };
    }
  }
  return own;
}

/** How many edits are tried in a zone. */
const MOST_TRIALS = 40;

/** A definition that open steps build on. */
interface Suspect {
  readonly placed: Placed;
  /** Which of the statement's members it says the name to be. */
  readonly member: number;
  readonly body: Expr;
  readonly definition: Definition;
  readonly reason: Coded<ReasonCode>;
  /** Is this a statement that shows something? What speaks of any sample may build on the loss of any sample. */
  readonly counts: (placed: Placed) => boolean;
  /** How many open steps must hold with an edit of it. */
  readonly needed: number;
}

/** Steps that are not judged, for other reasons than how they are written. */
function isOpen({ verdict, kind, reason }: Step): boolean {
  if (verdict === 'given') return kind === 'equation' || kind === 'membership';
  return verdict === 'unchecked' && reason?.code !== 'unchecked.budget';
}

/** The statements with open steps. */
function openBlocks(zone: Zone, steps: readonly Step[]): readonly Placed[] {
  const open = steps.filter(isOpen);
  return zone.statements.filter((placed) => open.some((step) => isWithin(step, placed)));
}

function isWithin({ place }: Step, { block, statement: { span } }: Placed): boolean {
  return place.part === block.place.part && place.start >= span.start && place.end <= span.end;
}

function suspectsIn(zone: Zone, setting: Setting, open: readonly Placed[]): readonly Suspect[] {
  const used = usedBy(open, setting);
  const found = setting.entries.flatMap(({ definition, placed }): Suspect[] => {
    if (!used.has(definition.key) || isLiteral(definition.body) || setting.lints.has(placed))
      return [];
    const raw = zone.statements.find(({ order }) => order === placed.order);
    const { start, end } = definition.body.span;
    const member = (raw?.statement.items ?? []).findIndex(
      (item, k) => k > 0 && item?.span.start === start && item.span.end === end,
    );
    const body = raw?.statement.items[member];
    if (!raw || !body) return [];
    const reason = meaningless(setting, definition);
    if (!reason) return [];
    const letter = reason.code === 'notation.index-free' ? reason.args['index'] : undefined;
    const counts = (one: Placed): boolean => letter === undefined || !hasFree(one, letter, setting);
    return [{ placed: raw, member, body, definition, reason, counts, needed: 1 }];
  });
  const keys = new Set(found.map(({ definition }) => definition.key));
  const roots = found.filter(({ definition: { body } }) =>
    [...keysIn(body, setting.names.naming)].every((key) => !keys.has(key)),
  );
  // Where several have no meaning, it is the zone that is not understood.
  return roots.length > MOST_SUSPECTS ? [] : roots;
}

const MOST_SUSPECTS = 2;

function hasFree({ statement: { items } }: Placed, letter: string, { reader }: Setting): boolean {
  const sides = items.filter((item) => item !== null);
  return freeIndices(sides, reader.session(false, false).meaning).includes(letter);
}

/** All names that statements lead to by the zone's definitions. */
function usedBy(open: readonly Placed[], { names, entries }: Setting): ReadonlySet<string> {
  const used = new Set<string>();
  const waiting = open.flatMap(({ statement: { items } }) => items.filter((item) => item !== null));
  for (let node = waiting.pop(); node; node = waiting.pop())
    for (const key of keysIn(node, names.naming)) {
      if (used.has(key)) continue;
      used.add(key);
      for (const { definition } of entries)
        if (definition.key === key) waiting.push(definition.body);
    }
  return used;
}

/** Why a definition says nothing as it stands: its parts do not fit, or it has an index that nothing counts. */
function meaningless(
  { reader }: Setting,
  { key, body, indices, family, args }: Definition,
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
  if (code === 'unchecked.shape') return { code: 'step.shape', args: { ...told } };
  if (code === 'unchecked.context') return { code: 'notation.bounds', args: {} };
  return code === 'unchecked.syntax' && !some(body, ({ kind }) => kind === 'hole')
    ? { code: 'definition.dependants', args: { name: key } }
    : null;
}

const CODES: ReadonlySet<FixCode> = new Set([
  'fix.index',
  'fix.transpose',
  'fix.order',
  'fix.product',
  'fix.sum',
  'fix.bounds',
  'fix.brackets',
]);

const DEAREST = 3;

/** Edits of a suspect: those with which it has a meaning where the zone's shapes stay, and a few others. */
function editsFor({ body, definition }: Suspect, setting: Setting): readonly Edit[] {
  const { names, entries, ranges } = setting;
  const near = entries.map((entry) => entry.definition.body);
  const edits = editsOf(body, stockFor(names, [body], near, ranges)).filter(
    ({ code, cost }) => CODES.has(code) && cost <= DEAREST,
  );
  const [plain, odd]: [Edit[], Edit[]] = [[], []];
  for (const edit of edits.slice(0, MOST_EDITS))
    (meaningless(setting, { ...definition, body: edit.result }) ? odd : plain).push(edit);
  return [...plain.slice(0, MOST_PLAIN), ...odd.slice(0, MOST_ODD)].sort((a, b) => a.cost - b.cost);
}

const MOST_EDITS = 100;
const MOST_PLAIN = 12;
const MOST_ODD = 6;

function withEdit(zone: Zone, { placed, member }: Suspect, { result }: Edit): Zone {
  const items = placed.statement.items.map((item, k) => (k === member ? result : item));
  const edited = { ...placed, statement: { ...placed.statement, items } };
  return {
    ...zone,
    statements: zone.statements.map((one) => (one === placed ? edited : one)),
  };
}

/** The first open statements that build on a suspect, and the part of the zone that they build on. */
function around(
  zone: Zone,
  setting: Setting,
  suspect: Suspect,
  open: readonly Placed[],
): { readonly zone: Zone; readonly open: readonly Placed[] } {
  const { placed, definition } = suspect;
  const asked = open
    .filter((one) => one === placed || usedBy([one], setting).has(definition.key))
    .filter((one) => suspect.counts(one))
    .slice(0, MOST_ASKED);
  const used = usedBy(asked, setting);
  const orders = new Set(
    setting.entries.flatMap((entry) =>
      used.has(entry.definition.key) ? [entry.placed.order] : [],
    ),
  );
  const blocks = new Set(asked.map(({ block }) => block));
  const kept = (one: Placed): boolean => orders.has(one.order) || blocks.has(one.block);
  return { zone: { ...zone, statements: zone.statements.filter(kept) }, open: asked };
}

/** How many open statements a first look is at. */
const MOST_ASKED = 4;

/** A first look at what an edit does: at the definition and some open steps alone. */
class Look {
  private readonly known: ReadonlyMap<string, Step>;

  constructor(
    before: readonly Step[],
    private readonly inherited: Legacy,
    private readonly macros: MacroTable,
    private readonly budget: Budget,
  ) {
    this.known = new Map(before.map((step) => [placeOf(step), step]));
  }

  promises(zone: Zone, suspect: Suspect, open: readonly Placed[]): boolean {
    const read = readZone(zone, this.inherited, this.macros);
    const setting = new Setting(read, this.inherited, this.macros);
    const entry = setting.entries.find(({ placed }) => placed.order === suspect.placed.order);
    if (!entry || meaningless(setting, entry.definition)) return false;
    const orders = new Set(open.map(({ order }) => order));
    const none = { left: 0, interrupted: this.budget.interrupted };
    const steps = judgeSome(read, setting, none, ({ order }) => orders.has(order));
    return steps.some((step) => {
      const old = this.known.get(placeOf(step));
      return step.verdict === 'holds' && old && isOpen(old);
    });
  }
}

function placeOf({ place: { part, start, end } }: Step): string {
  return [part, start, end].join();
}

/** How many open steps of some statements hold; none where another step is judged less well. */
function gained(
  before: readonly Step[],
  after: readonly Step[],
  counted: readonly Placed[],
): number {
  if (before.length !== after.length) return 0;
  const worse = before.some(({ verdict }, k) => {
    const now = after[k]?.verdict;
    if (verdict === 'holds') return now !== 'holds';
    return verdict !== 'fails' && verdict !== 'slip' && (now === 'fails' || now === 'slip');
  });
  if (worse) return 0;
  return before.filter(
    (step, k) =>
      isOpen(step) &&
      after[k]?.verdict === 'holds' &&
      counted.some((placed) => isWithin(step, placed)),
  ).length;
}

function isRight({ part, end }: Step['place'], { placed, body }: Suspect): boolean {
  return part === placed.block.place.part && end === body.span.end;
}

function marked({ placed, member, reason }: Suspect, edit: Edit): Step {
  const verdict = reason.code === 'notation.index-free' ? 'slip' : 'fails';
  const judgement: Judgement = { kind: 'definition', verdict, reason, assumptions: [] };
  return stepOf(placed, member - 1, { judgement, edit }, null);
}
