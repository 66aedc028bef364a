import type { Fact } from '../document/outline.js';
import type { Call, Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import type { LogBase } from '../interpret/context.js';
import { isBefore } from '../text/span.js';
import type { Placed, Zone } from './zone.js';

/** What the prose says of logarithms, with the exercise that it stands in. */
export interface SaidBase {
  readonly fact: Fact;
  readonly world: number | null;
}

interface Part {
  readonly world: number | null;
  readonly statements: readonly Placed[];
  readonly facts: readonly Fact[];
}

/** All that the prose of a document says of logarithms. */
export function saidBases(
  facts: readonly Fact[],
  worldOf: (scope: number) => number | null,
): readonly SaidBase[] {
  const said = facts.filter(({ kind }) => kind === 'log-base');
  return said.map((fact) => ({ fact, world: worldOf(fact.scope) }));
}

/**
 * What `\log` is taken to in a zone, and its statements with the base written where it is another. What is said of the
 * sign holds from there on, in later sections too; "with natural logarithms" holds in its own section.
 */
export function withLogBase(
  zone: Part,
  said: readonly SaidBase[],
): Pick<Zone, 'statements' | 'logBase' | 'logBaseOpen'> {
  const own = ownOf(zone);
  const elder = eldersOf(zone, said);
  const from = elder.at(-1) ?? own[0];
  const first = from ? baseIn(from) : 'e';
  const baseOf = (placed: Placed): LogBase => baseAt(placed, own, first);
  const speaking = zone.statements.find(speaksOfLog);
  const logBase = speaking ? baseOf(speaking) : first;
  const statements = zone.statements.map((placed) => {
    const base = baseOf(placed);
    if (base === logBase || !speaksOfLog(placed)) return placed;
    const items = placed.statement.items.map((item) => item && inBase(item, base));
    return { ...placed, statement: { ...placed.statement, items } };
  });
  const sure = logBase !== 'e' && [...elder, ...own].some(isOfSign);
  return { statements, logBase, logBaseOpen: !sure };
}

/** What was said before the zone, of the sign for good, and not in another exercise. */
function eldersOf({ world, statements, facts }: Part, said: readonly SaidBase[]): readonly Fact[] {
  const begin = statements[0]?.block.place;
  if (begin === undefined) return [];
  const known = said.filter((one) => one.world === null || world === null || one.world === world);
  return known
    .map(({ fact }) => fact)
    .filter((fact) => isBefore(fact.place, begin) && !facts.includes(fact) && isOfSign(fact));
}

function ownOf({ facts }: Part): readonly Fact[] {
  return facts.filter(({ kind }) => kind === 'log-base');
}

function baseAt({ block }: Placed, own: readonly Fact[], first: LogBase): LogBase {
  const last = own.findLast(
    (fact) => isBefore(fact.place, block.place) && (isOfSign(fact) || fact.scope === block.scope),
  );
  return last ? baseIn(last) : first;
}

function baseIn({ detail }: Fact): LogBase {
  return detail === '2' || detail === '10' ? detail : 'e';
}

/** Said of the sign `\log` for good, not of what comes next. */
function isOfSign({ latex }: Fact): boolean {
  return latex !== '';
}

function speaksOfLog({ statement }: Placed): boolean {
  return statement.items.some((item) => item !== null && some(item, isPlainLog));
}

/** A logarithm that shows no base. */
export function isPlainLog(node: Expr): node is Call {
  return node.kind === 'call' && node.fn.kind === 'sym' && /^\\?log$/.test(node.fn.base);
}

function inBase(node: Expr, base: LogBase): Expr {
  const inner = mapChildren(node, (child) => inBase(child, base));
  if (!isPlainLog(inner)) return inner;
  const { fn } = inner;
  const { span } = fn;
  if (base === 'e') return { ...inner, fn: fn.kind === 'sym' ? { ...fn, base: 'ln' } : fn };
  return {
    ...inner,
    fn: { kind: 'sub', target: fn, indices: [{ kind: 'num', text: base, span }], span },
  };
}
