import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children, some } from '../expression/walk.js';
import { isFunctionWord } from '../functions/known.js';
import { printLatex } from '../latex/print.js';
import type { Statement } from '../latex/statement.js';
import { isMeasured, Joint } from './joint.js';
import { isTableIndex, speaksOfTables, type Variable } from './jointTable.js';

/** A zone's statements with its distributions as tables, as far as they can be read so. */
export function withJoints(statements: readonly Statement[]): readonly Statement[] {
  const joint = new Joint(statements);
  if (!joint.isWorth(statements) && !areLaws(statements, joint)) return statements;
  const end = statements.findIndex((statement) => isAssumption(statement, joint));
  const until = end < 0 ? statements.length : end;
  const mapped = statements.slice(0, until).map((statement) => inTables(statement, joint));
  return [...withFree(mapped), ...statements.slice(until)];
}

/** Laws of conditional chances or entropies, and nothing else of them: no numbers, and no formula that gives one. */
function areLaws(statements: readonly Statement[], joint: Joint): boolean {
  const measured = (item: Expr | null): boolean => item !== null && some(item, isMeasured);
  return (
    joint.isLawful &&
    statements.every(
      (statement) =>
        !statement.items.some(measured) ||
        isAssumption(statement, joint) ||
        inTables(statement, joint) !== statement,
    )
  );
}

/** The statement in tables. Numbers of an example are values that the table does not have. */
function inTables(statement: Statement, joint: Joint): Statement {
  // `z \in \{1, \dots, K\}` says what values there are.
  if (statement.relations.some(({ sign }) => sign === 'in' || sign === 'sim')) return statement;
  const items = joint.read(statement.items);
  if (!items?.some((item) => item && speaksOfTables(item))) return statement;
  const plain = items.every(
    (item) => !item || speaksOfTables(item) || isNameLike(item) || /^[01]$/.test(textOf(item)),
  );
  return plain ? { ...statement, items } : statement;
}

function textOf(node: Expr): string {
  return node.kind === 'num' ? node.text : '';
}

function isNameLike({ kind }: Expr): boolean {
  return kind === 'sym' || kind === 'call' || kind === 'add' || kind === 'neg';
}

/** `p(x, y) = p(x) p(y)`, `q(z) = p(z | x)`: a product that is not the chain rule, or one law for another, is supposed. */
function isAssumption({ items, relations }: Statement, joint: Joint): boolean {
  const [left, ...rights] = items;
  const whole = left && joint.form(left);
  if (!whole || !relations.every(({ sign }) => sign === '=')) return false;
  return rights.some((right) => right !== null && isSupposed(whole, right, joint));
}

type Read = NonNullable<ReturnType<Joint['form']>>;

function isSupposed(whole: Read, right: Expr, joint: Joint): boolean {
  const factors = (right.kind === 'mul' ? right.factors : [right]).map((one) => joint.form(one));
  const calls = factors.filter((one) => one !== null);
  if (calls.length < factors.length) return false;
  if (calls.some(({ head }) => head !== whole.head)) return true;
  const names = (list: readonly Variable[]): string[] => list.map(({ axis }) => axis).sort();
  let seen = names(whole.form.given);
  let rest = [...calls];
  for (;;) {
    const next = rest.find(({ form }) => names(form.given).join() === [...seen].sort().join());
    if (!next) break;
    seen = [...seen, ...names(next.form.of)];
    rest = rest.filter((one) => one !== next);
  }
  const all = names([...whole.form.of, ...whole.form.given]);
  return rest.length > 0 || seen.sort().join() !== all.join();
}

/** `\mathcal{L}(q) = \sum_z q(z) \log \frac{p(x, z)}{q(z)}`: what is defined so has a value for every x. */
function withFree(statements: readonly Statement[]): Statement[] {
  const free = new Map<string, readonly Expr[]>();
  for (const { items, relations } of statements)
    for (const [k, { sign }] of relations.entries()) {
      const [a, b] = [items[k], items[k + 1]];
      const [name, body] = sign === '=:' ? [b, a] : [a, b];
      if (!name || !body || (k > 0 && sign !== '=:') || !/=/.test(sign)) continue;
      if (!isNew(name) || free.has(keyOf(name))) continue;
      const letters = speaksOfTables(body) ? freeIn(body, new Set()) : [];
      if (letters.length > 0) free.set(keyOf(name), letters);
    }
  const map = (node: Expr): Expr => {
    const indices = node.kind === 'call' || node.kind === 'sym' ? free.get(keyOf(node)) : undefined;
    if (!indices) return mapChildren(node, map);
    const target = node.kind === 'call' ? node.fn : node;
    return { kind: 'sub', target, indices, called: true, span: node.span };
  };
  return statements.map((statement) => ({
    ...statement,
    items: statement.items.map((item) => item && map(item)),
  }));
}

/** `\mathcal{L}`, `F(q, \theta)`: a name, and no known function of something. */
function isNew(node: Expr): boolean {
  if (node.kind === 'sym') return !isTableIndex(node);
  if (node.kind !== 'call' || !node.args.every(({ kind }) => kind === 'sym')) return false;
  const head = node.fn.kind === 'sub' ? node.fn.target : node.fn;
  return head.kind === 'sym' && !isFunctionWord(head.base);
}

function keyOf(node: Expr): string {
  return printLatex(node);
}

/** The indices that no sum binds. */
function freeIn(node: Expr, bound: ReadonlySet<string>): Expr[] {
  if (isTableIndex(node)) return bound.has(node.base) ? [] : [node];
  const own = node.kind === 'big' ? node.bounds.map(({ index }) => printLatex(index)) : [];
  const inner = new Set([...bound, ...own]);
  const parts = node.kind === 'sub' ? node.indices : children(node);
  const found = parts.flatMap((part) => freeIn(part, inner));
  return found.filter((one, at) => found.findIndex((other) => keyOf(other) === keyOf(one)) === at);
}
