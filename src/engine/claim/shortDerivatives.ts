import type { Expr, Mul, Sym } from '../expression/node.js';
import { some } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import { isLossName } from '../interpret/loss.js';
import type { Statement } from '../latex/statement.js';
import { familyLetter, generalName, withoutAccent } from './implied.js';
import { headOf } from './key.js';
import type { Naming } from './naming.js';

/** The sign of `dW`, as programs call `\partial J / \partial W`. */
export const SHORT = 'd';

/** Ids apart from those of what is written and of what other notation says. */
const FIRST_ID = 300_000;

/**
 * Does the document write derivatives of its loss as `dW`, `dZ`? Some such name is said to be what has no `d` in it, as in
 * `dZ = A - Y`, several are spoken of, and nothing shows that they are differentials.
 */
export function writesShort(statements: readonly Statement[]): boolean {
  let named = 0;
  let seeds = 0;
  for (const { items, relations } of statements) {
    const [left, ...rest] = items;
    if (!left || relations[0]?.sign !== '=') continue;
    if (left.kind === 'sym' && left.base === SHORT) return false;
    const name = shortName(left);
    if (!name) continue;
    const loss = headOf(name);
    if (name.kind === 'call' || (loss && isLossName(loss.base))) return false;
    named++;
    const right = rest[0];
    if (right && !isNumeric(right) && !rest.some((item) => item && some(item, holdsShort))) seeds++;
  }
  return named > 1 && seeds > 0;
}

/** The `Z` of `dZ`. */
function shortName(node: Expr): Expr | null {
  const [sign, name] = node.kind === 'mul' ? node.factors : [];
  if (node.kind !== 'mul' || node.factors.length !== 2 || node.signs[0] !== '') return null;
  return sign && name && isSign(sign) && (headOf(name) ?? name.kind === 'call') ? name : null;
}

function isSign(node: Expr): node is Sym {
  return node.kind === 'sym' && node.base === SHORT && node.accents.length === 0;
}

function holdsShort(node: Expr): boolean {
  if (node.kind === 'big' && node.op === 'int') return true;
  return node.kind === 'mul' && node.factors.slice(0, -1).some(isSign);
}

function isNumeric(node: Expr): boolean {
  return !some(node, ({ kind }) => kind === 'sym');
}

/** Is this the key of such a name, of one layer or of all? */
export function isShortKey(key: string): boolean {
  return key.startsWith(`\\${SHORT}{`);
}

/** Is such a name, read as one, a part of this? */
export function namesShort(node: Expr): boolean {
  return some(node, isShort);
}

/** What names such as `dW` stand for: derivatives of the loss; `dZ` of each sample's where `dW` is their mean. */
export function shortDerivatives(
  definitions: readonly Definition[],
  samples: ReadonlyMap<string, Expr>,
  roots: readonly Expr[],
  naming: Naming,
): Definition[] {
  const short = [...samples].filter(([key]) => isShortKey(key));
  if (short.length === 0) return [];
  const made = new Set(definitions.map(({ key }) => key.replace(/<\d+>$/, '')));
  const loss = lossOf(definitions, roots);
  const count = countOf(roots);
  return short.flatMap(([key, sample], at) => {
    const plain = withoutAccent(sample);
    const use = naming.readName(plain);
    if (!use || use.family.length > 1) return [];
    if (!made.has(use.key) && !samples.has(use.key)) return [];
    const letters = use.family.map((item) => familyLetter(item) ?? 'l');
    const name = generalName(plain, use, letters);
    const { span } = sample;
    const slope: Expr = {
      kind: 'deriv',
      style: 'partial',
      top: loss,
      wrt: [{ name, order: 1 }],
      span,
    };
    const each: Mul | null =
      count && made.has(use.key)
        ? { kind: 'mul', factors: [count, slope], signs: [''], span }
        : null;
    return [
      { id: FIRST_ID + at, key, family: letters, indices: [], args: null, body: each ?? slope },
    ];
  });
}

/** The loss that is defined, or the letter for one that is left open. */
function lossOf(definitions: readonly Definition[], roots: readonly Expr[]): Expr {
  const defined = definitions.findLast(({ key, family }) => isLossName(key) && family.length === 0);
  const found: Sym[] = [];
  for (const root of roots)
    some(root, (node) => {
      if (node.kind === 'sym' && isLossName(node.base)) found.push(node);
      return false;
    });
  const [first] = found;
  const wanted = defined?.key.replace(/^\\mathcal\{(.*)\}$/, '$1');
  const span = first?.span ?? { start: 0, end: 0 };
  return (
    found.find(({ base }) => base === wanted) ??
    first ?? { kind: 'sym', base: 'L', accents: [], font: 'plain', span }
  );
}

/** The `m` of `dW = \frac{1}{m} dZ A^\top`. */
function countOf(roots: readonly Expr[]): Expr | null {
  for (const root of roots) {
    if (root.kind !== 'mul') continue;
    const [mean] = root.factors;
    const one = mean?.kind === 'div' && mean.top.kind === 'num' && mean.top.text === '1';
    if (one && namesShort(root)) return mean.bottom;
  }
  return null;
}

function isShort(node: Expr): boolean {
  return node.kind === 'sym' && node.accents[0] === SHORT;
}
