import type { Draw } from '../evaluate/graph.js';
import type { Expr, RelationSign } from '../expression/node.js';
import type { NameUse } from '../interpret/context.js';
import type { Declaration, Declarations } from './declared.js';
import type { Naming } from './naming.js';
import type { Placed } from './zone.js';

type Domain = Draw['domain'] | 'other';

/**
 * `\lambda > 0`, `0 < p < 1`: what inequalities between a bare name and a number say of its values. Where two
 * of them disagree (cases), or one stands under an arrow or an `if`, nothing is said.
 */
export function declareRestrictions(
  statements: readonly Placed[],
  naming: Naming,
  declarations: Declarations,
): void {
  const found = new Map<string, Domain>();
  for (const placed of statements) {
    const said = restrictionIn(placed, naming);
    if (!said) continue;
    const known = found.get(said.key);
    const domain = isCase(placed) ? 'other' : said.domain;
    found.set(said.key, known === undefined ? domain : narrower(known, domain));
  }
  for (const [key, domain] of found) {
    if (domain === 'other') continue;
    const declaration = declarations.get(key);
    if (declaration) declaration.domain ??= domain;
    else declarations.set(key, restrictedTo(domain));
  }
}

/** `Q \succ 0` and `Q = Q^\top`, said of a name that is not computed from anything. */
export function declareDefinite(
  statements: readonly Placed[],
  naming: Naming,
  declarations: Declarations,
): void {
  for (const placed of statements) {
    const { items, relations } = placed.statement;
    const [name, zero] = items;
    const [sign] = relations.map((relation) => relation.sign);
    const use = name ? naming.readName(name) : null;
    if (items.length !== 2 || !use || !zero || isCase(placed) || use.indices.length > 0) continue;
    const definite = (sign === 'succ' || sign === 'succeq') && numberOf(zero) === 0;
    const turned = zero.kind === 'transpose' ? naming.readName(zero.target)?.key : null;
    const structure = definite ? 'positive-definite' : 'symmetric';
    if (!definite && (sign !== '=' || turned !== use.key)) continue;
    const declaration = declarations.get(use.key);
    if (declaration) declaration.structure ??= structure;
    else declarations.set(use.key, { sizes: null, domain: null, structure });
  }
}

function restrictedTo(domain: Draw['domain']): Declaration {
  return { sizes: null, domain, structure: null };
}

function restrictionIn(
  { statement }: Placed,
  naming: Naming,
): { key: string; domain: Domain } | null {
  const { items, relations } = statement;
  const [a, b, c] = items;
  const [s, t] = relations.map((relation) => relation.sign);
  if (!a || !b || !s) return null;
  if (items.length === 2) {
    const use = plainUse(a, naming);
    if (use) return { key: use.key, domain: domainFrom(s, numberOf(b)) };
    const mirrored = plainUse(b, naming);
    const turned = MIRROR[s];
    return mirrored && turned
      ? { key: mirrored.key, domain: domainFrom(turned, numberOf(a)) }
      : null;
  }
  const use = c && items.length === 3 ? plainUse(b, naming) : null;
  const up = (s === '<' || s === '<=') && (t === '<' || t === '<=');
  if (!use || !c || !up || numberOf(a) !== 0) return null;
  return { key: use.key, domain: numberOf(c) === 1 ? 'probability' : 'positive' };
}

/** A name or a general entry of it; where `H_{ii}` is restricted, the other entries are seldom met. */
function plainUse(node: Expr, naming: Naming): NameUse | null {
  const use = naming.readName(node);
  if (!use || use.family.length > 0) return null;
  const letters = use.indices.map((index) => (index.kind === 'sym' ? index.base : ''));
  return letters.includes('') ? null : use;
}

function numberOf(node: Expr): number | null {
  return node.kind === 'num' ? Number(node.text) : null;
}

const MIRROR: Partial<Record<RelationSign, RelationSign>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
};

function domainFrom(sign: RelationSign, bound: number | null): Domain {
  if (bound === null) return 'other';
  if (sign === '>' && bound >= 0) return 'positive';
  if (sign === '>=' && bound > 0) return 'positive';
  return sign === '>=' && bound === 0 ? 'nonnegative' : 'other';
}

function narrower(a: Domain, b: Domain): Domain {
  if (a === b) return a;
  const inside = new Set([a, b]);
  if (inside.has('other')) return 'other';
  return inside.has('probability') ? 'probability' : 'positive';
}

/** `si $x > 0$`, `Caso 1: $u > 0$`, `... \Rightarrow x > 0`: so only there. */
function isCase({ statement, cues, first }: Placed): boolean {
  const linked = statement.link === 'implies' || statement.link === 'iff';
  const words = /^(si|if|cuando|when|whenever|siempre)\b/i.test(statement.words);
  const said = cues.some((cue) => ['hypothesis', 'demand', 'result'].includes(cue.kind));
  const conditional = cues.some((cue) => cue.kind === 'conditional');
  return linked || words || conditional || (first && said);
}
