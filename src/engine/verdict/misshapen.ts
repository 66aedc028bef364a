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
  const { reader } = setting;
  const outcome = reader.compare(claim.right, claim.right, []);
  const misfit = outcome.kind === 'problem' && outcome.problem.reason === 'shape';
  const plain = found(given('definition'));
  if (!misfit || !sizesDeclared(setting, claim.right)) return plain;
  const judgement = {
    kind: 'definition',
    verdict: 'fails',
    reason: { code: 'step.shape', args: { ...outcome.problem.args } },
    assumptions: [],
  } as const;
  return { judgement, edit: turnedAround(setting, claim.right) };
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
