import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import type { Equality } from './equality.js';
import { found, type Found } from './found.js';
import { given } from './judge.js';
import { stockFor } from './repair.js';
import type { Extent } from './session.js';
import type { Setting } from './setting.js';

/** `C = A B` where the document itself gives A and B sizes that do not fit; nothing else is wrong with a definition. */
export function judgeShapes(setting: Setting, claim: Equality): Found {
  const args = misfitIn(setting, claim.right);
  const edit = args && turnedAround(setting, claim.right);
  // What fits in no order may be written in a notation of its own, but where all sizes are declared.
  if (!args || !(edit || [...keysIn(claim.right, setting.names.naming)].every(isSized(setting))))
    return found(given('definition'));
  const judgement = {
    kind: 'definition',
    verdict: 'fails',
    reason: { code: 'step.shape', args: { ...args } },
    assumptions: [],
  } as const;
  return { judgement, edit };
}

/** The sizes that clash in what is made of declared ones alone, itself or a part of it. */
export function misfitIn(setting: Setting, node: Expr): Readonly<Record<string, string>> | null {
  const outcome = setting.reader.compare(node, node, []);
  if (outcome.kind !== 'problem' || outcome.problem.reason !== 'shape') return null;
  // What a sum counts with has no meaning below it.
  for (const child of node.kind === 'big' ? [] : children(node)) {
    const misfit = misfitIn(setting, child);
    if (misfit) return misfit;
  }
  return sizesDeclared(setting, node) ? outcome.problem.args : null;
}

/** A letter for a size is a number where it stands for itself. */
function sizesDeclared(setting: Setting, node: Expr): boolean {
  const { names, reader } = setting;
  const isNumber = (key: string): boolean =>
    !names.declarations.has(key) && !setting.isDefined(key) && reader.isCommon(key);
  const keys = [...keysIn(node, names.naming)];
  return keys.every((key) => isNumber(key) || isSized(setting)(key));
}

function isSized({ names: { declarations } }: Setting): (key: string) => boolean {
  return (key) => {
    const declared = declarations.get(key);
    return declared?.ambiguous !== true && declared?.sizes?.every((size) => size !== null) === true;
  };
}

/** The transpose that was forgotten, or the order of two factors, with which it has a size that fits. */
export function turnedAround(
  { names, reader }: Setting,
  node: Expr,
  fits: (axes: readonly Extent[]) => boolean = () => true,
): Edit | null {
  const session = reader.session(false, false);
  const edits = editsOf(node, stockFor(names, [node], []));
  const mends = ({ code, result }: Edit): boolean => {
    const extents = TURNS.has(code) ? session.extents(result) : null;
    return extents !== null && fits(extents.axes);
  };
  return edits.find(mends) ?? null;
}

const TURNS: ReadonlySet<Edit['code']> = new Set(['fix.transpose', 'fix.order']);
