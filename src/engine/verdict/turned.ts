import { spaceSizes, type Declarations, type Size } from '../claim/declared.js';
import { keysIn, openSession, USUAL } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import { misfitIn } from './misshapen.js';
import type { Setting } from './setting.js';

/**
 * `W_3 \in \mathbb{R}^{6 \times 3}` beside `o = W_3 z + b`, where z has 6 entries and b has 3: sizes that fit what a
 * matrix is used in only the other way round, while others of its letter fit as they are, or the document gives the
 * size of everything that it is used with. Where neither shows how the letter is meant, what it is used in may as well
 * lack a transpose: null, as where the sizes fit or never do.
 */
export function turnedSizes(setting: Setting, item: Expr, set: Expr): readonly Size[] | null {
  const { names } = setting;
  const use = names.naming.readName(item);
  const [rows, columns, ...more] = spaceSizes(set) ?? [];
  if (!use || use.indices.length + use.family.length > 0) return null;
  if (rows === undefined || columns === undefined || more.length > 0 || rows === columns)
    return null;
  const declared = names.declarations.get(use.key);
  if (!declared?.sizes || declared.ambiguous || setting.isDefined(use.key)) return null;
  const turned = [columns, rows];
  const declarations: Declarations = new Map(names.declarations);
  declarations.set(use.key, { ...declared, sizes: turned });
  const fits = (pairs: readonly Pair[]): boolean => allFit(setting, names.declarations, pairs);
  const pairs = usesOf(setting, use.key);
  if (siblingsOf(setting, use.key).some((key) => fitsAll(setting, key))) {
    const open = pairs.every((pair) => isOpen(setting, pair));
    if (!open && !fits(pairs) && allFit(setting, declarations, pairs)) return turned;
  }
  return explaining(setting).at(-1) === use.key ? turned : null;
}

/** The matrices of whose sizes one pair must be turned for all to fit that is made of what the document declares. */
function explaining(setting: Setting): readonly string[] {
  const known = explained.get(setting);
  if (known) return known;
  const { names } = setting;
  const closed = setting.pairs.filter((pair) => pair.every((side) => isDeclared(setting, side)));
  const keys: string[] = [];
  const wrong = allFit(setting, names.declarations, closed)
    ? []
    : closed.filter((pair) => !allFit(setting, names.declarations, [pair]));
  // What a definition lacks is said there.
  const said = setting.entries.some(
    ({ definition: { body } }) =>
      wrong.some(([, right]) => right === body) && misfitIn(setting, body) !== null,
  );
  for (const [key, declared] of wrong.length > 0 && !said ? names.declarations : []) {
    const [rows, columns, ...more] = declared.sizes ?? [];
    if (rows === undefined || columns === undefined || more.length > 0 || rows === columns)
      continue;
    const mentions = (pair: Pair): boolean =>
      pair.some((side) => keysIn(side, names.naming).has(key));
    if (!wrong.every(mentions)) continue;
    const declarations: Declarations = new Map(names.declarations);
    declarations.set(key, { ...declared, sizes: [columns, rows] });
    if (allFit(setting, declarations, setting.pairs.filter(mentions))) keys.push(key);
  }
  explained.set(setting, keys);
  return keys;
}

const explained = new WeakMap<Setting, readonly string[]>();

/** Does the document give the size of everything in it, so that what does not fit is wrong? */
function isDeclared(setting: Setting, side: Expr): boolean {
  const { names, reader } = setting;
  return [...keysIn(side, names.naming)].every((key) => {
    const declared = names.declarations.get(key);
    if (declared?.ambiguous) return false;
    const known = declared?.sizes ?? declared?.domain;
    return Boolean(known) || setting.isDefined(key) || reader.isCommon(key) || INDEX.test(key);
  });
}

const INDEX = /^[i-n]$/;

/** `W_1` and `W_2` of `W_3`, where they are said to be matrices. */
function siblingsOf({ names: { declarations } }: Setting, key: string): readonly string[] {
  const [letter, label] = key.split('_');
  if (label === undefined) return [];
  return [...declarations.keys()].filter(
    (other) =>
      other !== key &&
      other.startsWith(`${String(letter)}_`) &&
      declarations.get(other)?.sizes?.length === 2,
  );
}

function fitsAll(setting: Setting, key: string): boolean {
  const pairs = usesOf(setting, key);
  return pairs.length > 0 && allFit(setting, setting.names.declarations, pairs);
}

type Pair = readonly [left: Expr, right: Expr];

/** The definitions that are made of it, with what they define. */
function usesOf({ entries, names }: Setting, key: string): readonly Pair[] {
  return entries.flatMap(({ definition, placed }): Pair[] => {
    const [left] = placed.statement.items;
    if (!left || definition.args !== null || !keysIn(definition.body, names.naming).has(key))
      return [];
    return [[left, definition.body]];
  });
}

/** Is something in it whose size nothing says? */
function isOpen(setting: Setting, [, right]: Pair): boolean {
  const { declarations, naming } = setting.names;
  return [...keysIn(right, naming)].some(
    (key) =>
      !declarations.get(key)?.sizes && !setting.isDefined(key) && !setting.reader.isCommon(key),
  );
}

function allFit(
  { names, reader }: Setting,
  declarations: Declarations,
  pairs: readonly Pair[],
): boolean {
  const session = openSession({ ...names, declarations }, reader.ranks, reader.book, USUAL);
  return pairs.every(([left, right]) => session.fits(left, right));
}
