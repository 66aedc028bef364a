import type { Expr } from '../expression/node.js';
import type { MacroTable } from '../latex/macros.js';
import { declareParts, partsBefore, partsIn } from './columnParts.js';
import {
  declareFacts,
  declareMembership,
  squaresIn,
  type Declarations,
  type Size,
} from './declared.js';
import { gatherEvidence, isIdentity, isMatrixZone } from './evidence.js';
import { rootsOf } from './implied.js';
import { sumsParts } from './habits.js';
import { errorsIn } from './kronecker.js';
import type { Legacy } from './legacy.js';
import { Naming } from './naming.js';
import { isUpper } from '../expression/letter.js';
import { some, walk } from '../expression/walk.js';
import { distribution } from '../functions/distributions.js';
import { isNormalDensity } from '../functions/normal.js';
import type { Randomness } from '../interpret/context.js';
import { declareQuadratics } from './quadratics.js';
import { randomnessOf } from './randomness.js';
import type { Names } from './reading.js';
import { declareDecompositions } from './decompositions.js';
import { declareDefinite, declareRestrictions } from './restricted.js';
import { lettersOfPairs } from './moreIndices.js';
import { memberLetters } from './samples.js';
import { adjointsIn, Shorthand } from './shorthand.js';
import type { Placed, Zone } from './zone.js';

/** What a zone's formulas and prose, and what it takes over, say of its names. */
export function namesOf(zone: Zone, legacy: Legacy, macros: MacroTable): Names {
  const { statements, facts } = zone;
  const roots = rootsOf(zone);
  const bodies = legacy.definitions.map((definition) => definition.body);
  const equalities = statements.flatMap(equalityOf);
  const parts = partsIn(facts, macros);
  const naming = new Naming([...roots, ...bodies], equalities, {
    numbered: lettersOf(legacy, /^(.+)_\{\d+\}$/),
    raised: lettersOf(legacy, /^(.+)\^\{[a-z\d]+\}$/),
    errors: errorsIn(equalities, legacy.definitions),
    members: memberLetters(statements),
    samples: samplesBefore(legacy),
    summed: new Set(
      legacy.definitions.flatMap(({ key, body }) => (sumsParts(key, body) ? [key] : [])),
    ),
    parts: new Set([...parts.keys(), ...partsBefore(legacy.declarations)]),
  });
  const evidence = gatherEvidence([...roots, ...bodies], equalities, naming);
  const declarations: Declarations = new Map();
  declareFacts(declarations, facts, naming, macros);
  declareMemberships(statements, naming, declarations);
  declareRestrictions(statements, naming, declarations);
  declareDefinite(statements, naming, declarations);
  declareDecompositions(statements, naming, declarations);
  declareQuadratics(roots, facts, naming, declarations);
  takeOver(legacy, declarations, squaresIn(facts, naming, macros), lettersOfPairs(roots, naming));
  if (zone.freeSizes) openSizes(declarations);
  declareParts(parts, declarations);
  const written = statements.map((placed) => placed.statement);
  const randomness = randomnessOf(statements, zone.chances, naming, macros);
  declareParameters(randomness, naming, declarations);
  declareDensities(roots, naming, declarations);
  for (const key of randomness.names.keys()) {
    const shown = evidence.get(key);
    if (shown) shown.random = true;
  }
  return {
    naming,
    randomness,
    logBase: zone.logBase,
    logBaseOpen: zone.logBaseOpen,
    evidence,
    declarations,
    matrixZone: isMatrixZone(roots, evidence),
    shorthand: new Shorthand(
      written,
      new Map([...legacy.adjoints, ...adjointsIn(written)]),
      naming,
    ),
  };
}

/** What elder sections declare, where the zone itself says nothing else. */
function takeOver(
  legacy: Legacy,
  declarations: Declarations,
  squares: ReadonlySet<string>,
  pairs: ReadonlyMap<string, unknown>,
): void {
  for (const [key, before] of legacy.declarations) {
    const own = declarations.get(key);
    // `z \in \mathbb{R}^K` of one sample, where all are `z_{nk}`.
    const single = before.sizes?.length === 1 && pairs.has(key);
    const elder = single ? { ...before, sizes: OF_ANY_SIZE } : before;
    // "If $X$ has full rank" says nothing new of its size.
    if (!own) declarations.set(key, elder);
    else if (!own.sizes && elder.ambiguous !== true)
      own.sizes = elder.sizes && squares.has(key) ? OF_ANY_SIZE : elder.sizes;
  }
}

/** As many axes as were declared, of any size. */
function openSizes(declarations: Declarations): void {
  for (const [key, declaration] of declarations)
    if (declaration.sizes)
      declarations.set(key, { ...declaration, sizes: declaration.sizes.map(() => null) });
}

/** Of a size that what it is used in shows, whatever it was in an elder section. */
const OF_ANY_SIZE: readonly Size[] = [null, null];

/** `z` where elder sections have a `z_2` that is no entry of a z, or a `z^h` that is no power. */
function lettersOf({ definitions, declarations }: Legacy, form: RegExp): ReadonlySet<string> {
  const keys = [...definitions.map(({ key }) => key), ...declarations.keys()];
  return new Set(keys.flatMap((key) => form.exec(key)?.[1] ?? []));
}

/** The x of `x_i \in \mathbb{R}^d`, where an elder section read one without an index as any of them. */
function samplesBefore({ declarations }: Legacy): ReadonlySet<string> {
  const keys = [...declarations].filter(
    ([, { sizes }]) => sizes?.length === 2 && sizes[0] === null,
  );
  return new Set(keys.flatMap(([key]) => /^(.+)_\{\\cdot\}$/.exec(key)?.[1] ?? []));
}

function equalityOf(placed: Placed): { left: Expr; right: Expr }[] {
  const [left, ...rest] = placed.statement.items;
  const { relations } = placed.statement;
  return rest.flatMap((right, k) => {
    const sign = relations[k]?.sign;
    return left && right && (sign === '=' || sign === ':=') ? [{ left, right }] : [];
  });
}

function declareMemberships(
  statements: readonly Placed[],
  naming: Naming,
  declarations: Declarations,
): void {
  statements.forEach((placed, at) => {
    const { items, relations } = placed.statement;
    const last = relations.length - 1;
    if (last < 0 || relations[last]?.sign !== 'in') return;
    const [name, set] = [items[last], items[last + 1]];
    if (!name || !set) return;
    const uses = [name, ...listBefore(statements, at)].flatMap((node) => {
      const use = naming.readName(node);
      return use ? [use] : [];
    });
    declareMembership(declarations, uses, set);
  });
}

/** `W_1, W_2 \in ...`: the names before the comma. */
function listBefore(statements: readonly Placed[], at: number): Expr[] {
  const out: Expr[] = [];
  for (let k = at; k > 0; k--) {
    const [current, before] = [statements[k], statements[k - 1]];
    if (
      !current ||
      before?.block !== current.block ||
      current.statement.link !== 'comma' ||
      before.statement.relations.length > 0
    )
      break;
    const [item] = before.statement.items;
    if (item) out.push(item);
  }
  return out;
}

/** What a law's parameters can be, where the document says nothing of them. */
function declareParameters(
  { names }: Randomness,
  naming: Naming,
  declarations: Declarations,
): void {
  for (const [key, { law, variance }] of names) {
    // `\operatorname{Var}(\varepsilon) = \sigma^2 I_n`: as many numbers as the matrix has rows.
    const vector = variance !== null && some(variance.body, isIdentity);
    if (vector && !declarations.has(key))
      declarations.set(key, { sizes: [null], domain: null, structure: null });
    // A matrix of covariances is symmetric, whatever else it is.
    const spread = law?.args[1] ?? variance?.body;
    if (spread) declareSpread(spread, naming, declarations);
    const { domains = [], support } = (law && distribution(law.name)) ?? {};
    if (support && !declarations.has(key))
      declarations.set(key, { sizes: null, domain: support, structure: null });
    law?.args.forEach((arg, at) => {
      const use = naming.readName(arg);
      const domain = domains[at];
      if (!use || !domain || declarations.has(use.key)) return;
      declarations.set(use.key, { sizes: null, domain, structure: null });
    });
  }
}

/** The same of densities that are written out, as `\mathcal{N}(x \mid \mu, \Sigma)`. */
function declareDensities(
  roots: readonly Expr[],
  naming: Naming,
  declarations: Declarations,
): void {
  for (const root of roots)
    walk(root, (node) => {
      const spread = node.kind === 'call' && isNormalDensity(node) ? node.args[2] : undefined;
      if (spread) declareSpread(spread.kind === 'pow' ? spread.base : spread, naming, declarations);
    });
}

/** A matrix of covariances, or of precisions. */
function declareSpread(spread: Expr, naming: Naming, declarations: Declarations): void {
  const matrix = naming.readName(spread);
  if (!matrix || !isUpper(matrix.key) || matrix.indices.length > 0) return;
  const known = declarations.get(matrix.key);
  const structure = 'positive-definite';
  if (known) known.structure ??= structure;
  else declarations.set(matrix.key, { sizes: null, domain: null, structure });
}
