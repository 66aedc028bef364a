import type { Deriv, Expr, Sym } from '../expression/node.js';
import type { Statement } from '../latex/statement.js';
import { replaceNode } from '../expression/replace.js';
import { baseKey, headOf } from './key.js';
import type { Naming } from './naming.js';
import { SHORT } from './shortDerivatives.js';

/** Accents that mark the derivative of a loss, as `\bar{v} = \partial L / \partial v` says. Each with the loss. */
export type Adjoints = ReadonlyMap<string, Sym>;

const KINDS: ReadonlySet<Expr['kind']> = new Set(['sym', 'sub', 'mark', 'pow', 'call']);

/** Names that stand for derivatives: adjoints, and `\dot{x}` where `x(t)` is a function of one number. */
export class Shorthand {
  private readonly curves: ReadonlyMap<string, Expr>;
  private readonly cache = new WeakMap<Expr, Expr | null>();

  constructor(
    statements: readonly Statement[],
    readonly adjoints: Adjoints,
    private readonly naming: Naming,
  ) {
    this.curves = new Map(statements.flatMap(curveOf));
  }

  /** The derivative that a name stands for, written out; null where it stands for itself. */
  writtenOut(node: Expr): Expr | null {
    if (this.adjoints.size === 0 && this.curves.size === 0) return null;
    if (!KINDS.has(node.kind)) return null;
    const known = this.cache.get(node);
    if (known !== undefined) return known;
    const out = this.expand(node);
    this.cache.set(node, out);
    return out;
  }

  private expand(node: Expr): Expr | null {
    const name = node.kind === 'call' ? node.fn : node;
    const head = headOf(name);
    const [accent, ...accents] = head?.accents ?? [];
    if (!head || accent === undefined) return null;
    const raised = name.kind === 'pow';
    const inner = raised ? name.base : name;
    const layered = inner.kind === 'sub' ? inner.target : inner;
    // Beside `dW^{[l]} = \partial J / \partial W^{[l]}` a `dZ^{[l]}` often lacks the 1/m.
    const layer = layered.kind === 'mark' && layered.mark === 'layer' && accent !== SHORT;
    const one = layer ? layered.target : layered;
    if (one !== head) return null;
    const plain = replaceNode(node, head, { ...head, accents });
    const loss = node.kind === 'call' ? undefined : this.adjoints.get(accent);
    // `\bar{a}^f_t` is the adjoint of `a^f_t`, and no power.
    if (raised && (!loss || !this.naming.readName(plain))) return null;
    if (loss) return derivative(loss, plain);
    const by = accent === 'dot' ? this.curves.get(baseKey({ ...head, accents })) : undefined;
    return by ? derivative(plain, by) : null;
  }
}

/** The accents that a zone's statements give this meaning. */
export function adjointsIn(statements: readonly Statement[]): Adjoints {
  return new Map(
    statements.flatMap((statement, at) => {
      const next = statements[at + 1];
      return adjointOf(statement) ?? (next && saidOf(statement, next)) ?? [];
    }),
  );
}

/** "We write $\bar{v}$ for $\partial L / \partial v$": the two stand alone, one after the other. */
function saidOf(one: Statement, next: Statement): [[string, Sym]] | null {
  if (one.relations.length + next.relations.length > 0) return null;
  const [a, b] = [one.items[0], next.items[0]];
  if (!a || !b) return null;
  return b.kind === 'deriv' ? adjoint(a, b) : a.kind === 'deriv' ? adjoint(b, a) : null;
}

/** Does this statement only say what a name with an accent stands for? */
export function isShorthandRule(statement: Statement): boolean {
  return adjointOf(statement) !== null;
}

/** `\bar{O} = \partial L / \partial O`. */
function adjointOf(statement: Statement): [[string, Sym]] | null {
  const [left, right] = statement.items;
  const sign = statement.relations[0]?.sign;
  if (!left || (sign !== '=' && sign !== ':=') || right?.kind !== 'deriv') return null;
  return adjoint(left, right);
}

function adjoint(left: Expr, right: Deriv): [[string, Sym]] | null {
  const [entry, ...more] = right.wrt;
  const head = headOf(left);
  const of = entry ? headOf(entry.name) : null;
  const [accent, ...rest] = head?.accents ?? [];
  if (!head || !of || accent === undefined || more.length > 0 || right.top?.kind !== 'sym')
    return null;
  return baseKey({ ...head, accents: rest }) === baseKey(of) ? [[accent, right.top]] : null;
}

/** `x(t) = ...`: a dot on `x` is its derivative by `t`. */
function curveOf({ items: [left] }: Statement): [string, Expr][] {
  const [arg, ...more] = left?.kind === 'call' ? left.args : [];
  if (left?.kind !== 'call' || left.fn.kind !== 'sym' || arg?.kind !== 'sym' || more.length > 0)
    return [];
  return left.fn.accents.length === 0 ? [[baseKey(left.fn), arg]] : [];
}

function derivative(top: Expr, by: Expr): Expr {
  const wrt = [{ name: by, order: 1 }];
  return { kind: 'deriv', style: 'partial', top, wrt, span: by.span };
}
