import type { Names } from '../claim/reading.js';
import type { Expr, Sym } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import type { Edit } from './edits/edit.js';
import type { Reader } from './judge.js';
import type { Lint } from './lint.js';
import { freeIndices } from './sides.js';

/** `\hat{y} = \sum_k w_{jk} h_j`: an index on the right that the left does not have. */
export function freeIndex(reader: Reader, definition: Definition, left: Expr | null): Lint | null {
  if (definition.indices.length > 0 || definition.args || definition.family.length > 0) return null;
  if (!some(definition.body, (node) => node.kind === 'big' && node.op === 'sum')) return null;
  const { meaning } = reader.session(false, false);
  const paired = pairedLetters(definition.body);
  const free = freeIndices([definition.body], meaning).filter(
    (letter) =>
      /^[ijk]$/.test(letter) &&
      !paired.has(letter) &&
      isIndexIn(reader.names, definition.body, letter) &&
      (!meaning.forest.knows(letter) || besideBound(reader.names, definition.body, letter)),
  );
  const [letter] = free;
  if (letter === undefined || free.length > 1 || reader.book.values.has(letter)) return null;
  const reason = { code: 'notation.index-free' as const, args: { name: letter } };
  return {
    judgement: { kind: 'definition', verdict: 'slip', reason, assumptions: [] },
    edit: summedInstead(reader.names, definition.body, letter) ?? onLeft(left, letter),
    meant: { ...definition, indices: [letter] },
  };
}

/** Below a name; where a sum begins or ends, `\sum_{i=k+1}^d \lambda_i`, it is a number. */
function isIndexIn({ naming }: Names, body: Expr, letter: string): boolean {
  const isLetter = (node: Expr): boolean => node.kind === 'sym' && node.base === letter;
  return some(body, (node) => {
    const use = naming.readName(node);
    return use !== null && [...use.indices, ...use.family].some((one) => some(one, isLetter));
  });
}

/** `\sum_k w_{jk} h_j`: the letter that two factors share is the one to sum over. */
function summedInstead({ naming }: Names, body: Expr, letter: string): Edit | null {
  let edit: Edit | null = null;
  walk(body, (node) => {
    const [bound] = node.kind === 'big' && node.op === 'sum' ? node.bounds : [];
    if (edit || node.kind !== 'big' || bound?.index.kind !== 'sym') return;
    const uses = (name: string): number => {
      let count = 0;
      walk(node.body, (inner) => {
        const indices = naming.readName(inner)?.indices ?? [];
        if (indices.some((one) => one.kind === 'sym' && one.base === name)) count++;
      });
      return count;
    };
    if (uses(letter) < 2 || uses(bound.index.base) > 1) return;
    const index: Sym = { ...bound.index, base: letter };
    const change: Expr = { ...node, bounds: [{ ...bound, index }] };
    const result = replaceNode(body, node, change);
    edit = { code: 'fix.bounds', cost: 1, node, change, result };
  });
  return edit;
}

/** The index that the left side lacks. */
export function onLeft(left: Expr | null, letter: string): Edit | null {
  if (left?.kind !== 'sym') return null;
  const { span } = left;
  const index: Sym = { kind: 'sym', base: letter, accents: [], font: 'plain', span };
  const change: Expr = { kind: 'sub', target: left, indices: [index], span };
  return { code: 'fix.index', cost: 1, node: left, change, result: change };
}

/** `\sum_{(u, i) \in \Omega}` runs over both, as do conditions such as `i : (u, i) \in \Omega`. */
function pairedLetters(body: Expr): Set<string> {
  const letters = new Set<string>();
  walk(body, (node) => {
    if (node.kind !== 'big') return;
    for (const { index, set, condition } of node.bounds)
      for (const part of [index, set, condition])
        if (part && part.kind !== 'sym')
          walk(part, (inner) => {
            if (inner.kind === 'sym') letters.add(inner.base);
          });
  });
  return letters;
}

/** `\sum_j w_{jk} h_j`: a letter beside one that is summed over is an index, even where a size has its name too. */
function besideBound({ naming }: Names, body: Expr, letter: string): boolean {
  const isLetter = (name: string) => (node: Expr) => node.kind === 'sym' && node.base === name;
  return some(body, (node) => {
    if (node.kind !== 'big' || node.op !== 'sum') return false;
    const bound = node.bounds.flatMap(({ index }) => (index.kind === 'sym' ? [index.base] : []));
    return some(node.body, (inner) => {
      const indices = naming.readName(inner)?.indices ?? [];
      const summed = bound.some((name) => indices.some(isLetter(name)));
      return summed && !bound.includes(letter) && indices.some(isLetter(letter));
    });
  });
}
