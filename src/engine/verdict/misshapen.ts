import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import type { Equality } from './equality.js';
import { found, type Found } from './found.js';
import { given } from './judge.js';
import { stockFor } from './repair.js';
import type { Setting } from './setting.js';

/** `C = A B` where the document itself gives A and B sizes that do not fit; nothing else is wrong with a definition. */
export function judgeShapes(setting: Setting, claim: Equality): Found {
  const args = misfitIn(setting, claim.right);
  if (!args) return found(given('definition'));
  const judgement = {
    kind: 'definition',
    verdict: 'fails',
    reason: { code: 'step.shape', args: { ...args } },
    assumptions: [],
  } as const;
  return { judgement, edit: turnedAround(setting, claim.right) };
}

/** The sizes that clash in what is made of declared ones alone. */
export function misfitIn(setting: Setting, node: Expr): Readonly<Record<string, string>> | null {
  const outcome = setting.reader.compare(node, node, []);
  const misfit = outcome.kind === 'problem' && outcome.problem.reason === 'shape';
  return misfit && sizesDeclared(setting, node) ? outcome.problem.args : null;
}

function sizesDeclared({ names: { naming, declarations } }: Setting, node: Expr): boolean {
  return [...keysIn(node, naming)].every((key) =>
    declarations.get(key)?.sizes?.every((size) => size !== null),
  );
}

/** The transpose that was forgotten, or the order of two factors. */
function turnedAround({ names, reader }: Setting, right: Expr): Edit | null {
  const session = reader.session(false, false);
  const edits = editsOf(right, stockFor(names, [right], []));
  return edits.find(({ code, result }) => TURNS.has(code) && session.extents(result)) ?? null;
}

const TURNS: ReadonlySet<Edit['code']> = new Set(['fix.transpose', 'fix.order']);
