import type { Call, Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import { speaksOfTables } from './jointTable.js';
import type { Legacy } from './legacy.js';
import type { Placed, Zone } from './zone.js';

/**
 * A zone in which `P(D \mid +)` and `H(Y \mid A)` are numbers with a name of their own, one for each that is spoken
 * of: what stands in the brackets says which, and is nothing to compute with.
 */
export function withEvents(zone: Zone, { definitions }: Pick<Legacy, 'definitions'>): Zone {
  const items = zone.statements.flatMap(({ statement }) => statement.items.filter(isPresent));
  if (items.some(speaksOfTables)) return zone;
  const known = (head: string): boolean =>
    definitions.some(({ key, args }) => args === null && key.startsWith(`${head}(`)) ||
    items.some((item) => some(item, (node) => isConditional(node) && goesWith(head, node)));
  const heads = new Map<string, boolean>();
  const isNamed = (head: string): boolean => {
    const said = heads.get(head) ?? known(head);
    heads.set(head, said);
    return said;
  };
  const map = (node: Expr): Expr => {
    const whole = withGain(node);
    const head = eventHead(whole);
    return head !== null && whole.kind === 'call' && isNamed(head)
      ? nameOf(whole)
      : mapChildren(node, map);
  };
  const read = (placed: Placed): Placed => {
    const { statement } = placed;
    const mapped = statement.items.map((item) => item && map(item));
    const same = mapped.every((item, at) => item === statement.items[at]);
    return same ? placed : { ...placed, statement: { ...statement, items: mapped } };
  };
  return { ...zone, statements: zone.statements.map(read) };
}

/** Is this the name of an event's chance, or of another number that goes by what is in brackets? */
export function isEventKey(key: string): boolean {
  return /^[^<]+\(.*\)$/.test(key);
}

/** Chances lie between 0 and 1; entropies are positive. */
export function eventDomain(key: string): 'probability' | 'positive' {
  return /^(?:[pP]|\\Pr|\\mathbb\{P\})\(/.test(key) ? 'probability' : 'positive';
}

function isPresent(item: Expr | null): item is Expr {
  return item !== null;
}

/** `P` of `P(D)`, `H` of `H(Y \mid A)`; null for calls of anything but events. */
function eventHead(node: Expr): string | null {
  if (node.kind !== 'call' || node.fn.kind !== 'sym' || node.over || node.args.length === 0)
    return null;
  const head = plainHead(node.fn);
  if (!HEAD.test(head) || !node.args.every(isEvent)) return null;
  return head;
}

const HEAD = /^(?:[pPHI]|\\Pr|Pr|\\mathbb\{P\}|IG|GI|MI|Gain|Ganancia|Gan)$/;

/** What is measured in bits: where one of them is conditional, all are of events or variables. */
const INFORMATION = /^(?:H|I|IG|GI|MI|Gain|Ganancia|Gan)$/;

function goesWith(head: string, node: Expr): boolean {
  const other = eventHead(node);
  return other === head || (other === 'H' && INFORMATION.test(head));
}

/** `I G(A)`, which is one name in two letters. */
function withGain(node: Expr): Expr {
  if (node.kind !== 'mul' || node.factors.length !== 2 || node.signs[0] !== '') return node;
  const [first, call] = node.factors;
  if (first?.kind !== 'sym' || call?.kind !== 'call' || call.fn.kind !== 'sym') return node;
  const base = `${first.base}${call.fn.base}`;
  if (!/^(?:IG|GI|MI)$/.test(base)) return node;
  return { ...call, fn: { ...call.fn, base, font: 'upright' }, span: node.span };
}

function plainHead(fn: Sym): string {
  const base = fn.base.replace(/\|$/, '');
  return fn.font === 'upright' ? base : printLatex({ ...fn, base });
}

function isConditional(node: Expr): boolean {
  return node.kind === 'call' && node.fn.kind === 'sym' && node.fn.base.endsWith('|');
}

/** `D`, `\bar{D}`, `D^c`, `+`, `\text{lluvia}`, `Y = 1`: what happens, and no value of a variable. */
function isEvent(node: Expr): boolean {
  switch (node.kind) {
    case 'sym':
      return node.font !== 'bold' && /^(?:[A-Z]|[+-]|[\p{L} ]{2,})$/u.test(node.base);
    case 'text':
      return node.text !== '';
    case 'sub':
      return isEvent(node.target) && node.indices.every(({ kind }) => kind === 'num');
    case 'pow':
      return (
        isEvent(node.base) && node.exponent.kind === 'sym' && /^[cC]$/.test(node.exponent.base)
      );
    case 'mul': {
      const [not, event, ...more] = node.factors;
      const negated = not?.kind === 'sym' && /^\\(?:neg|lnot)$/.test(not.base);
      return negated && event !== undefined && more.length === 0 && isEvent(event);
    }
    case 'rel': {
      const [name, value] = node.items;
      const plain = node.signs.length === 1 && node.signs[0] === '=';
      return plain && name !== undefined && isEvent(name) && isOutcome(value);
    }
    default:
      return false;
  }
}

function isOutcome(value: Expr | undefined): boolean {
  if (!value) return false;
  return value.kind === 'num' || value.kind === 'text' || (value.kind === 'sym' && isEvent(value));
}

function nameOf(node: Call): Expr {
  const fn = node.fn.kind === 'sym' ? plainHead(node.fn) : '';
  const { args, span, parted = args.length } = node;
  const list = (part: readonly Expr[]): string => part.map((arg) => printLatex(arg)).join(', ');
  const of = list(args.slice(0, parted));
  const given = list(args.slice(parted));
  const base = `${fn}(${given === '' ? of : `${of} \\mid ${given}`})`;
  return { kind: 'sym', base, accents: [], font: 'plain', span };
}
