import type { Fact } from '../document/outline.js';
import type { Call, Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import type { LogBase } from '../interpret/context.js';
import { isBefore } from '../text/span.js';
import type { Placed } from './zone.js';

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

/** Which base the most of a zone has, and which what is said in it. */
export interface Bases {
  readonly zone: LogBase;
  /** Before anything is said in the zone. */
  readonly first: LogBase;
  /** Is it said of the sign itself, and not the usual one? */
  readonly sure: boolean;
}

/**
 * What `\log` is taken to in a zone. What is said of the sign holds from there on, in later sections too; "with natural
 * logarithms" holds in its own section.
 */
export function logBaseOf(zone: Part, said: readonly SaidBase[]): Bases {
  const own = ownOf(zone);
  const begin = zone.statements[0]?.block.place;
  const elder = said.filter(
    ({ fact, world }) =>
      begin !== undefined &&
      isBefore(fact.place, begin) &&
      !own.includes(fact) &&
      (world === null || zone.world === null || world === zone.world) &&
      isOfSign(fact),
  );
  const from = elder.at(-1)?.fact ?? own[0];
  const first = from ? baseIn(from) : 'e';
  const speaking = zone.statements.find(speaksOfLog);
  const base = speaking ? baseAt(speaking, own, first) : first;
  const sure = base !== 'e' && [...elder.map(({ fact }) => fact), ...own].some(isOfSign);
  return { first, zone: base, sure };
}

/** The statements of a zone with the base written where it is another than in the rest of the zone. */
export function withLogBases(zone: Part, bases: Bases): readonly Placed[] {
  const own = ownOf(zone);
  if (own.length === 0) return zone.statements;
  return zone.statements.map((placed) => {
    const base = baseAt(placed, own, bases.first);
    if (base === bases.zone || !speaksOfLog(placed)) return placed;
    const items = placed.statement.items.map((item) => item && inBase(item, base));
    return { ...placed, statement: { ...placed.statement, items } };
  });
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
