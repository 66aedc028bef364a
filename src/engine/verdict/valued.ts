import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import { compareSides } from './compare.js';
import type { Equality } from './equality.js';
import { judgeNumeric, type Judgement, type Reader } from './judge.js';
import { isNameLike } from './makeup.js';

/**
 * `X w - y = (-1, 2)` where the document says what X, w and y are: what both sides come to is known, so that it is a
 * computation, right or wrong, and no equation that something is asked to satisfy. A name alone may be given another
 * value.
 */
export function judgeComputation(reader: Reader, claim: Equality): Judgement | null {
  const { left, right, approximate } = claim;
  // `\sigma^2 = 4` gives a value; the power of a matrix is computed.
  const power = left.kind === 'pow' && some(right, ({ kind }) => kind === 'matrix');
  if (
    (isNameLike(left) && !power) ||
    !reader.hasValues(left) ||
    !reader.names.naming.isNumber(right)
  )
    return null;
  return judgeNumeric(reader, left, right, approximate) ?? misfitOfValues(reader, claim);
}

/** `W X` of matrices that the document writes out, which cannot be multiplied so. */
function misfitOfValues(reader: Reader, { left, right }: Equality): Judgement | null {
  const outcome = compareSides(reader.session(true, false), left, right);
  if (outcome.kind !== 'problem' || outcome.problem.reason !== 'shape') return null;
  // A star is a convolution as well.
  const starred = (node: Expr): boolean => node.kind === 'mul' && node.signs.includes('star');
  if (some(left, starred) || some(right, starred)) return null;
  const { args } = outcome.problem;
  const sizes = [args['left'] ?? '', args['right'] ?? ''];
  // Whether a list of numbers lies or stands is often left to the reader; beside a matrix it fits one way or none.
  if (!sizes.some(isMatrix) || !sizes.every((size) => isMatrix(size) || LIST.test(size)))
    return null;
  const reason = { code: 'step.shape' as const, args: { ...args } };
  return { kind: 'numeric', verdict: 'fails', reason, assumptions: [] };
}

function isMatrix(size: string): boolean {
  return /^(?!1×)\d+×(?!1$)\d+$/.test(size);
}

const LIST = /^\d+$/;
