import type { Fact, FactKind } from '../document/outline.js';
import type { Draw } from '../evaluate/graph.js';
import type { Expr } from '../expression/node.js';
import type { NameUse, Structure } from '../interpret/context.js';
import { parseFormula, type Statement } from '../latex/statement.js';
import type { MacroTable } from '../latex/macros.js';
import { isUpper } from '../expression/letter.js';
import { isByColumns } from './columnwise.js';
import { labelText } from './key.js';
import type { Naming } from './naming.js';

/** A size as the document gives it: a number or a name. */
export type Size = number | string | null;

/** What the document says outright of a symbol. */
export interface Declaration {
  sizes: readonly Size[] | null;
  /** Said to be a number in one place and an array in another. */
  ambiguous?: true;
  domain: Draw['domain'] | null;
  structure: Structure | null;
  /** Of a one-hot vector: the letter for the entry that is one. */
  hot?: string;
  /** Of a one-hot matrix: each of its columns is one-hot, as each row is else. */
  byColumns?: true;
  /** The key of the matrix whose first columns it has. */
  part?: string;
  /** The known function that the name stands for. */
  function?: string;
}

/** What prose and memberships say, by key. */
export type Declarations = Map<string, Declaration>;

function declarationOf(declarations: Declarations, key: string): Declaration {
  const known = declarations.get(key);
  if (known) return known;
  const fresh: Declaration = { sizes: null, domain: null, structure: null };
  declarations.set(key, fresh);
  return fresh;
}

/** `W \in \mathbb{R}^{m \times n}`, also for a list `W_1, W_2 \in ...` whose names are given. */
export function declareMembership(
  declarations: Declarations,
  uses: readonly NameUse[],
  set: Expr,
): boolean {
  const sizes = spaceSizes(set);
  const domain = domainOf(set);
  if (!sizes && !domain) return false;
  for (const use of uses) {
    const declaration = declarationOf(declarations, memberKey(use));
    // `x_n \in \mathbb{R}^d` says what each x_n is; how many there are is another matter.
    if (
      sizes &&
      declaration.sizes &&
      declaration.sizes.length !== sizes.length + use.indices.length
    )
      declaration.ambiguous = true;
    if (sizes) declaration.sizes = [...use.indices.map(() => null), ...sizes];
    if (domain) declaration.domain = domain;
    if (set.kind === 'pow' && set.base.kind === 'sym' && set.base.base === 'S')
      declaration.structure = 'symmetric';
  }
  return true;
}

/** `W^{[1]}` is declared apart from `W^{[2]}`. */
function memberKey(use: NameUse): string {
  const [member] = use.family;
  return member?.kind === 'num' ? `${use.key}<${String(Number(member.text))}>` : use.key;
}

/** The sizes in `\mathbb{R}^{m \times n}`, or null where the set is no space of arrays. */
export function spaceSizes(set: Expr): readonly Size[] | null {
  if (isField(set)) return [];
  if (set.kind === 'sub') return spaceSizes(set.target);
  if (set.kind !== 'pow') return null;
  if (
    !isField(set.base) &&
    !(set.base.kind === 'sub' && isField(set.base.target)) &&
    set.base.kind !== 'tuple'
  )
    return null;
  return exponentSizes(set.exponent);
}

function exponentSizes(exponent: Expr): readonly (number | string)[] | null {
  const parts =
    exponent.kind === 'mul' && exponent.signs.every((sign) => sign === 'times')
      ? exponent.factors
      : [exponent];
  const known = parts.map(sizeOf).filter((size) => size !== null);
  if (known.length !== parts.length) return null;
  // A column is a vector, `1 \times 1` a number.
  if (known.length === 2 && known[1] === 1) return known[0] === 1 ? [] : known.slice(0, 1);
  return known;
}

function sizeOf(node: Expr): number | string | null {
  if (node.kind === 'num') return Number(node.text);
  if (node.kind === 'sym' || node.kind === 'sub' || node.kind === 'mark') {
    const inner =
      node.kind === 'sub'
        ? `${labelText(node.target)}_{${node.indices.map(labelText).join(',')}}`
        : node.kind === 'mark'
          ? `${labelText(node.target)}${node.index ? labelText(node.index) : node.mark}`
          : node.base;
    return inner;
  }
  if (node.kind === 'add' || node.kind === 'mul' || node.kind === 'pow')
    return `(${labelText(node)})`;
  return null;
}

function isField(node: Expr): boolean {
  return (
    node.kind === 'sym' &&
    (node.font === 'bb' || node.font === 'cal') &&
    /^[RCZNQ]$/.test(node.base)
  );
}

function domainOf(set: Expr): Draw['domain'] | null {
  if (set.kind === 'pow') return domainOf(set.base);
  if (set.kind === 'sub' && isField(set.target))
    return /\+|>/.test(set.indices.map(labelText).join('')) ? 'positive' : null;
  if (set.kind === 'sym' && set.font === 'bb')
    return set.base === 'N' || set.base === 'Z' ? 'integer' : null;
  if (set.kind !== 'tuple') return null;
  const items = set.items.map((item) => labelText(item)).join(',');
  if (set.fence === '{' && items === '0,1') return 'binary';
  if (set.fence === '{' && /^(-1,\+?1|\+?1,-1)$/.test(items)) return 'sign';
  if (set.fence !== '{' && items === '0,1') return 'probability';
  return set.fence !== '{' && items.startsWith('0,') ? 'positive' : null;
}

const DOMAINS: Partial<Record<FactKind, Draw['domain']>> = {
  'one-hot': 'one-hot',
  probability: 'probability',
  binary: 'binary',
  positive: 'positive',
  nonnegative: 'nonnegative',
  nonzero: 'nonzero',
  'standard-deviation': 'positive',
};

const STRUCTURES: Partial<Record<FactKind, Structure>> = {
  symmetric: 'symmetric',
  'positive-definite': 'positive-definite',
  'positive-semidefinite': 'positive-definite',
  diagonal: 'diagonal',
  orthogonal: 'orthogonal',
  'orthonormal-columns': 'orthonormal',
  'probability-vector': 'simplex',
  'unit-norm': 'unit',
};

const FUNCTIONS: Partial<Record<FactKind, string>> = {
  sigmoid: 'sigmoid',
  softmax: 'softmax',
  relu: 'relu',
  tanh: 'tanh',
  'normal-cdf': 'normalcdf',
};

const RANKS: Partial<Record<FactKind, readonly Size[]>> = {
  scalar: [],
  vector: [null],
  'row-vector': [1, null],
  'one-hot': [null],
  'probability-vector': [null],
  matrix: [null, null],
};

/** `un vector one-hot` says how many axes there are, not how long they are; of a matrix of labels it is said row by row. */
function declareRank(declaration: Declaration, kind: FactKind, use: NameUse): void {
  const sizes = RANKS[kind];
  if (!sizes || use.indices.length > 0 || (sizes.length === 1 && isUpper(use.key))) return;
  if (declaration.sizes && declaration.sizes.length !== sizes.length) declaration.ambiguous = true;
  declaration.sizes ??= sizes;
}

const ABOUT_FORMULAS: ReadonlySet<Fact['kind']> = new Set([
  'count',
  'slope',
  'applied',
  'called',
  'by-columns',
]);

/** What the prose says of names. */
export function declareFacts(
  declarations: Declarations,
  facts: readonly Fact[],
  naming: Naming,
  macros: MacroTable,
): void {
  const byColumns = isByColumns(facts);
  for (const fact of facts) {
    if (ABOUT_FORMULAS.has(fact.kind)) continue;
    const node = firstExpr(parseFormula(fact.latex, 0, macros));
    const use = node ? naming.readName(node) : null;
    // "The gradient by $X$ has the shape of $X$" speaks of no number of that name.
    if (!use || (fact.kind === 'dimension' && fact.detail === fact.latex)) continue;
    // `V_k` of the k first columns, whichever they are.
    if (fact.kind === 'orthonormal-columns' && use.indices.length > 0) continue;
    const declaration = declarationOf(declarations, memberKey(use));
    declaration.domain ??= DOMAINS[fact.kind] ?? null;
    if (fact.kind === 'one-hot' && fact.detail !== undefined) declaration.hot = fact.detail;
    if (fact.kind === 'one-hot' && byColumns) declaration.byColumns = true;
    if (fact.kind === 'positive-definite' || declaration.structure === null)
      declaration.structure = STRUCTURES[fact.kind] ?? declaration.structure;
    const known = FUNCTIONS[fact.kind];
    if (known !== undefined) declaration.function ??= known;
    if (fact.kind !== 'dimension') declareRank(declaration, fact.kind, use);
    if (fact.kind === 'dimension' && fact.detail !== undefined) {
      const detail = firstExpr(parseFormula(fact.detail, 0, macros));
      const told = detail
        ? detail.kind === 'tuple'
          ? exponentSizes(timesOf(detail.items, detail.span))
          : exponentSizes(detail)
        : null;
      const [side] = told ?? [];
      // A "square $A$ of size $m$" has as many columns.
      const square = told?.length === 1 && side !== undefined && isSquare(facts, fact);
      const sizes = square ? [side, side] : told;
      if (sizes && sizes.length <= 2 && isOpen(declaration.sizes, sizes.length))
        declaration.sizes = sizes;
    }
  }
}

/** "With $X$ square". */
export function squaresIn(
  facts: readonly Fact[],
  naming: Naming,
  macros: MacroTable,
): ReadonlySet<string> {
  const said = facts.filter(({ kind }) => kind === 'square');
  return new Set(
    said.flatMap(({ latex }) => {
      const node = firstExpr(parseFormula(latex, 0, macros));
      const use = node ? naming.readName(node) : null;
      return use ? [memberKey(use)] : [];
    }),
  );
}

function isSquare(facts: readonly Fact[], { latex, scope }: Fact): boolean {
  return facts.some((one) => one.kind === 'square' && one.latex === latex && one.scope === scope);
}

/** Is no more known than how many axes there are? */
function isOpen(sizes: Declaration['sizes'], axes: number): boolean {
  return !sizes || (sizes.length === axes && sizes.every((size) => size === null));
}

function timesOf(items: readonly Expr[], span: Expr['span']): Expr {
  const [only] = items;
  if (items.length === 1 && only) return only;
  return { kind: 'mul', factors: items, signs: items.slice(1).map(() => 'times' as const), span };
}

function firstExpr(statements: readonly Statement[]): Expr | null {
  return statements[0]?.items[0] ?? null;
}
