import { isLiteral } from '../claim/literal.js';
import type { Placed, Zone } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import type { Definition } from '../interpret/context.js';
import { printLatex } from '../latex/print.js';
import type { Step } from './report.js';
import type { Setting } from './setting.js';
import {
  isNormalised,
  isOpen,
  isWithin,
  meaningless,
  showing,
  standOf,
  usedBy,
  type Suspect,
} from './suspect.js';

/** A suspect and the sides of open steps that build on it. */
export interface Blamable {
  readonly suspect: Suspect;
  readonly claims: readonly (readonly [Expr, Expr])[];
}

/** A statement with open steps, the names that it leads to, and the sides of those steps. */
export interface Waiting {
  readonly placed: Placed;
  readonly used: ReadonlySet<string>;
  readonly claims: readonly (readonly [Expr, Expr])[];
}

/** Of so many open statements, and so many definitions. */
const MOST_ASKED = 8;
const MOST_SUSPECTS = 6;

/** What waits for one of the definitions to be mended. */
export function waitingIn(
  setting: Setting,
  steps: readonly Step[],
  open: readonly Placed[],
  definitions: readonly Definition[],
): readonly Waiting[] {
  return open.slice(0, MOST_ASKED).map((placed) => ({
    placed,
    used: usedBy([placed], setting, definitions),
    claims: claimsOf(placed, setting, steps),
  }));
}

/** The definitions of a zone that something waits for. */
export function suspectsIn(
  zone: Zone,
  setting: Setting,
  waiting: readonly Waiting[],
): readonly Blamable[] {
  const found = setting.entries.flatMap((entry): Blamable[] => {
    const { definition, placed } = entry;
    if (isLiteral(definition.body) || setting.lints.has(placed)) return [];
    const users = waiting.filter(
      ({ used, placed: one }) => used.has(definition.key) && one.order !== placed.order,
    );
    if (users.length === 0) return [];
    const meaning = meaningless(setting, definition);
    if (!meaning && isNormalised(definition)) return [];
    const counts = showing(setting, meaning);
    const stand = standOf(zone, entry);
    // What notation says is written out in the zone's own statements alone.
    if (!stand || printLatex(stand.body) !== printLatex(definition.body)) return [];
    const claims = users.flatMap(({ placed: one, claims: own }) => (counts(one) ? own : []));
    const reason = meaning ?? {
      code: 'definition.dependants' as const,
      args: { name: definition.key },
    };
    return claims.length > 0 ? [{ suspect: { ...stand, reason, counts }, claims }] : [];
  });
  return found.sort(inTurn).slice(0, MOST_SUSPECTS);
}

/** What says nothing as it stands comes before what much builds on, and that before what was defined earlier. */
function inTurn(a: Blamable, b: Blamable): number {
  const isWhole = ({ suspect }: Blamable): boolean =>
    suspect.reason.code === 'definition.dependants';
  return (
    Number(isWhole(a)) - Number(isWhole(b)) ||
    b.claims.length - a.claims.length ||
    b.suspect.placed.order - a.suspect.placed.order
  );
}

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
