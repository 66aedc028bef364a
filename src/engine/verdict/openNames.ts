import { keysIn } from '../claim/reading.js';
import type { Edit } from './edits/edit.js';
import type { Equality } from './equality.js';
import { reachedFrom } from './reached.js';
import type { Setting } from './setting.js';

/**
 * `X \hat{w} = X (X^\top X)^{-1} X^\top y`: a name with a hat or a star on one side, of which nothing is said. So is a
 * name that an edit replaces wherever it stands, unless the document makes something of it.
 */
export function openName(
  setting: Setting,
  { left, right }: Equality,
  edit: Edit | null,
): string | null {
  const { naming } = setting.names;
  const { variables, functions, values } = setting.reader.book;
  const isDefined = (key: string): boolean =>
    variables.has(key) || functions.has(key) || values.has(key);
  const [a, b] = [keysIn(left, naming), keysIn(right, naming)];
  const hatted = [...a].find((key) => !b.has(key) && /^\\hat\{|\*/.test(key) && !isDefined(key));
  // A number says what `\frac12 \lambda_2` is worth, whatever is made of lambda.
  const worth = naming.isNumber(left);
  if (hatted !== undefined || !edit || (edit.code !== 'fix.replace' && !worth))
    return hatted ?? null;
  const meant = keysIn(edit.result, naming);
  const bodies = worth ? [] : [...variables.values()].map(({ body }) => body);
  const used = new Set(bodies.flatMap((body) => [...keysIn(body, naming)]));
  return [...b].find((key) => !meant.has(key) && !isDefined(key) && !used.has(key)) ?? null;
}

/** The letter of an identity matrix whose size nothing else gives. */
export function openSize(setting: Setting, { left, right }: Equality): string | undefined {
  const session = setting.reader.session(false, false);
  // Sizes are known once something that has them was read.
  session.fits(left, right);
  const { forest } = session.meaning;
  for (const key of reachedFrom(setting.reader, [left, right])) {
    const label = /^I_\{([a-zA-Z])\}$/.exec(key)?.[1];
    if (label !== undefined && !forest.knows(label)) return label;
  }
  return undefined;
}

/** `\bar{x}` beside x, where the text does not say what it is. */
export function openMean(setting: Setting, { left, right }: Equality): string | undefined {
  const { naming } = setting.names;
  const keys = new Set([...keysIn(left, naming), ...keysIn(right, naming)]);
  return [...keys].find((key) => {
    const plain = /^\\bar\{([xy])\}$/.exec(key)?.[1];
    return plain !== undefined && keys.has(plain) && !setting.isDefined(key);
  });
}
