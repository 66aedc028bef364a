import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import type { Declarations } from './declared.js';
import type { EvidenceTable } from './evidence.js';
import type { Naming } from './naming.js';

/**
 * Letters that no sum counts with and no definition is made for each value of, as the o of `J = -\log p_o` and the c
 * of `u_w^\top v_c`: each means one entry, the same wherever it stands.
 */
export function fixedLetters(
  definitions: readonly Definition[],
  naming: Naming,
  evidence: EvidenceTable,
  declarations: Declarations,
): readonly string[] {
  const found = new Set<string>();
  const taken = new Set(
    definitions.flatMap(({ key, family, indices, args }) => [
      key,
      ...family,
      ...indices,
      ...(args ?? []),
    ]),
  );
  const visit = (node: Expr): void => {
    const use = naming.readName(node);
    for (const index of use?.indices ?? []) note(index);
    for (const member of use?.family ?? []) {
      const key = naming.readName(member)?.key;
      if (key !== undefined) taken.add(key);
    }
    if (!use) for (const child of children(node)) visit(child);
  };
  const note = (index: Expr): void => {
    const use = naming.readName(index);
    if (use && use.indices.length + use.family.length === 0 && LETTER.test(use.key))
      found.add(use.key);
  };
  for (const { body, args } of definitions) if (!args) visit(body);
  return [...found]
    .filter((letter) => {
      const shown = evidence.get(letter);
      const array = shown && (shown.indexed > 0 || shown.transposed || shown.bold || shown.normed);
      const said = declarations.get(letter)?.sizes;
      return !taken.has(letter) && !naming.isCounted(letter) && !array && !said?.length;
    })
    .sort();
}

/** `t` and `l` are steps and layers. */
const LETTER = /^[a-km-su-z]$/;
