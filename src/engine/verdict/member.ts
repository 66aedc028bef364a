import { spaceSizes, type Size } from '../claim/declared.js';
import { isLiteral } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import { memberKey } from '../interpret/context.js';
import { found, type Found } from './found.js';
import { given, type Reader } from './judge.js';
import { turnedAround } from './misshapen.js';
import type { Extent } from './session.js';
import type { Setting } from './setting.js';
import { turnedSizes } from './turned.js';

/**
 * `X^\top \delta \in \mathbb{R}^{d \times k}`: the size of what is computed follows from the sizes of its parts. A
 * name is given its size here instead, unless its own definition says another one.
 */
export function judgeMember(setting: Setting, item: Expr, set: Expr): Found {
  const plain = found(given('membership'));
  const claimed = spaceSizes(set);
  const whole = claimed ? computed(setting, item) : null;
  if (claimed && !whole) return judgeUses(setting, item, set, claimed);
  if (!claimed || !whole || !isPlain(setting, whole)) return plain;
  const { reader } = setting;
  const extents = reader.session(false, false).extents(whole);
  if (!extents) return (whole === item ? judgeUnfit(setting, item, claimed) : null) ?? plain;
  const shown = extents.axes.map(textOf);
  // Which axes there are is certain only where every part is said to have its own.
  if (extents.axes.length !== claimed.length && !isFounded(setting, whole)) return plain;
  const example = isLiteral(whole);
  const fit = compare(reader, extents.axes, claimed, example);
  const turned = extents.layout && compare(reader, [...extents.axes].reverse(), claimed, example);
  if (fit === 'same' || turned === 'same')
    return found({
      kind: 'membership',
      verdict: 'holds',
      evidence: { method: 'symbolic' },
      assumptions: [],
    });
  if (fit !== 'different' || (extents.layout && turned !== 'different')) return plain;
  // What an elder section made a name of says nothing of the name that is declared anew.
  const isHere = setting.statements.some(({ statement: { items } }) => items.includes(whole));
  if (whole !== item && !isHere) return plain;
  const left = shown.length === 0 ? '1' : shown.join(' \\times ');
  return misfit(set, left, claimed);
}

/** `h x \in \mathbb{R}^{m \times n}`: no product at all, and one of this size with a transpose, or the other way round. */
function judgeUnfit(setting: Setting, item: Expr, claimed: readonly Size[]): Found | null {
  const { reader } = setting;
  const outcome = reader.compare(item, item, []);
  if (outcome.kind !== 'problem' || outcome.problem.reason !== 'shape') return null;
  const edit = turnedAround(
    setting,
    item,
    (axes) => compare(reader, axes, claimed, false) === 'same',
  );
  const judgement = {
    kind: 'membership',
    verdict: 'fails',
    reason: { code: 'step.shape', args: { ...outcome.problem.args } },
    assumptions: [],
  } as const;
  return edit && { judgement, edit };
}

/** A name that nothing computes: the size that it is given must fit what is made of it. */
function judgeUses(setting: Setting, item: Expr, set: Expr, claimed: readonly Size[]): Found {
  const turned = turnedSizes(setting, item, set);
  return turned
    ? misfit(set, turned.map(String).join(' \\times '), claimed)
    : found(given('membership'));
}

function misfit(set: Expr, left: string, claimed: readonly Size[]): Found {
  const args = { left: left.replaceAll(' \\times ', '×'), right: claimed.map(String).join('×') };
  return {
    judgement: {
      kind: 'membership',
      verdict: 'fails',
      reason: { code: 'step.shape', args },
      counterexample: { ...args, at: {} },
      evidence: { method: 'symbolic' },
      assumptions: [],
    },
    edit: set.kind === 'pow' ? resized(set, left) : null,
  };
}

function resized(set: Expr & { kind: 'pow' }, text: string): Found['edit'] {
  const { exponent } = set;
  return { code: 'fix.replace', cost: 1, node: exponent, change: exponent, text, result: set };
}

/** What the item is computed by: itself, or the definition of a name. */
function computed({ names, reader }: Setting, item: Expr): Expr | null {
  const use = names.naming.readName(item);
  if (!use) return item;
  const key = use.family.length > 0 ? memberKey(use) : use.key;
  if (use.indices.length > 0 || key === null) return null;
  const value = reader.book.values.get(key);
  if (value?.kind === 'matrix') return value;
  const definition = reader.book.variables.get(key);
  if (definition?.indices.length !== 0 || definition.args !== null) return null;
  // "With $x = y = \mathbf 1$": what else it may be called is no computation.
  return names.naming.readName(definition.body) ? null : definition.body;
}

/** Does the document itself give the sizes of all its parts? */
function isFounded({ names, reader }: Setting, node: Expr): boolean {
  const keys = [...keysIn(node, names.naming)];
  const declared = (key: string): boolean => Boolean(names.declarations.get(key)?.sizes);
  return keys.every(declared) || keys.every((key) => reader.isCommon(key));
}

/** Is no part of it said to have one shape here and another there? */
function isPlain({ names }: Setting, node: Expr): boolean {
  return [...keysIn(node, names.naming)].every(
    (key) => names.declarations.get(key)?.ambiguous !== true,
  );
}

/**
 * Sizes beside those claimed; a row, a column and a list of as many entries are one thing here. In an example any of
 * them may be 1.
 */
function compare(
  reader: Reader,
  axes: readonly Extent[],
  claimed: readonly Size[],
  example: boolean,
): 'same' | 'different' | 'open' {
  const long = axes.length === claimed.length;
  const kept = long ? axes : axes.filter(({ size }) => size !== 1);
  const said = long ? claimed : claimed.filter((size) => size !== 1);
  const known = kept.every(({ size, name }) => size !== null || name !== null);
  if (kept.length !== said.length) return known && kept.length > 0 ? 'different' : 'open';
  const { forest } = reader.session(false, false).meaning;
  let open = false;
  for (const [k, size] of said.entries()) {
    const axis = kept[k];
    if (!axis || size === null || (typeof size === 'string' && !forest.knows(size))) {
      open = true;
      continue;
    }
    const [number, name] = [numberOf(axis), typeof size === 'string' ? size : null];
    if (typeof size === 'number' && number !== null) {
      if (number !== size) return 'different';
    } else if (name !== null && axis.name !== null && number === null) {
      if (forest.find(forest.named(name)) !== forest.find(forest.named(axis.name)))
        return 'different';
    } else if (name !== null && number === 1 && !example) return 'different';
    // A letter may stand for the very number.
    else open = true;
  }
  return open ? 'open' : 'same';
}

/** The length that a number gives; long ones are kept as `#100`. */
function numberOf({ size, name }: Extent): number | null {
  return size ?? (name?.startsWith('#') === true ? Number(name.slice(1)) : null);
}

function textOf({ size, name }: Extent): string {
  return size === null ? (name ?? '?').replace(/^#/, '') : String(size);
}
