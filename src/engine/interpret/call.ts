import { gradient } from '../evaluate/gradient.js';
import type { Graph, NodeId } from '../evaluate/graph.js';
import { isChance, isZero } from '../expression/forms.js';
import type { Call, Expr, Prime } from '../expression/node.js';
import { elementwise } from '../functions/elementwise.js';
import { isFunctionWord } from '../functions/known.js';
import { matrixFunction } from '../functions/matrix.js';
import { isNormalDensity, normalDensity } from '../functions/normal.js';
import { isUpper } from '../expression/letter.js';
import { some, walk } from '../expression/walk.js';
import { plainName } from '../latex/parse/words.js';
import { isScalar, mapEach, transpose } from './arithmetic.js';
import { momentValue } from './chance.js';
import { memberKey, type Definition, type Env, type IndexValue } from './context.js';
import { indexValue } from './indices.js';
import type { Interpreting } from './interpreting.js';
import { abstractCall } from './abstract.js';
import { isLossName } from './loss.js';
import { nameValue } from './name.js';
import { argumentOf, besideEntries, functionName, isFunctionCall, productOfCall } from './power.js';
import { Unreadable } from './problem.js';
import { withoutIndices } from './range.js';
import type { Tensor } from './tensor.js';

/** A function applied, or a product written like one. */
export function callValue(it: Interpreting, node: Call, env: Env): Tensor {
  const moment = momentValue(it, node, env);
  if (moment) return moment;
  if (!isFunctionCall(it, node)) {
    const loss = it.context.readName(node.fn);
    if (loss && isLossName(loss.key) && node.args.some(isNudged))
      throw new Unreadable('unknown-function', node.span, { name: loss.key });
    // `P(y = 1 \mid x)`, `L(X, y)`: no list of arrays that something is multiplied by.
    if (node.args.length > 1 && !node.args.every((arg) => isScalar(it.value(arg, env))))
      throw new Unreadable('unsupported', node.span);
    return it.value(
      {
        kind: 'mul',
        factors: [node.fn, argumentOf(node)],
        signs: [''],
        span: node.span,
      },
      env,
    );
  }
  if (node.fn.kind === 'prime') return derivedCall(it, node.fn, node, env);
  if (node.fn.kind === 'pow') {
    const base: Expr = { ...node, fn: node.fn.base };
    const power: Expr = { kind: 'pow', base, exponent: node.fn.exponent, span: node.span };
    // `\tanh^2(Z)`: of every entry, as the function is.
    const fn = node.fn.base.kind === 'sym' ? plainName(node.fn.base.base.replace(/^\\/, '')) : '';
    return besideEntries(it, power, elementwise(fn) !== undefined, env);
  }
  const indicator =
    node.fn.kind === 'sym' &&
    (node.fn.base === '1' || (node.fn.base === 'I' && node.args[0]?.kind === 'rel'));
  if (indicator && node.args[0]) return it.value(node.args[0], env);
  // `I(X; Y)` is information, not the identity.
  if (node.fn.kind === 'sym' && node.fn.base === 'I' && node.args.length > 1)
    throw new Unreadable('unknown-function', node.span, { name: 'I' });
  if (isChance(node) && node.fn.kind === 'sym')
    throw new Unreadable('unknown-function', node.span, { name: node.fn.base });
  return apply(
    it,
    node.fn,
    node.args.map((arg) => it.value(arg, env)),
    node,
    env,
  );
}

/** `b_3 + 0.01`, `w - \varepsilon`: a little aside, where a difference quotient takes a loss. */
function isNudged(arg: Expr): boolean {
  if (arg.kind !== 'add') return false;
  const { right } = arg;
  return right.kind === 'num' ? right.text.includes('.') : isEpsilon(right);
}

function isEpsilon(node: Expr): boolean {
  return node.kind === 'sym' && /^(?:h|\\(?:var)?epsilon)$/.test(node.base);
}

/** `X'` alone: a transpose, where the document writes them so; `a'` is another name. */
export function primeValue(it: Interpreting, node: Prime, env: Env): Tensor {
  if (it.context.readName(node)) return nameValue(it, node, env);
  const name = functionName(node.target);
  const use = name ? it.context.readName(name) : null;
  if (use && it.context.isFunction(use.key)) throw new Unreadable('unsupported', node.span);
  const product = productOfCall(it, node.target);
  if (product) {
    const factors = [product.fn, { ...node, target: product.arg }];
    return it.value({ kind: 'mul', factors, signs: [''], span: node.span }, env);
  }
  const value = it.value(node.target, env);
  if (isScalar(value) || node.order !== 1) throw new Unreadable('unsupported', node.span);
  return transpose(it.space, value);
}

function apply(it: Interpreting, fn: Expr, args: readonly Tensor[], node: Call, env: Env): Tensor {
  const base = fn.kind === 'sub' ? fn.target : fn;
  if (base.kind === 'sym' && fn.kind === 'sub' && plainName(base.base) === 'log')
    return logarithm(it, args, fn.indices[0], node, env);
  if (base.kind === 'sym' && base.base.endsWith('!')) {
    const usual = knownFunction(it, base.base.slice(0, -1), args, node);
    if (usual) return usual;
  }
  const use = it.context.readName(fn);
  const definition = use ? it.context.definition(use.key, args.length) : null;
  if (use && definition?.args) {
    if (isElsewhere(it, definition, node) || isOneValue(it, definition, node))
      throw new Unreadable('unknown-function', node.span, { name: use.key });
    // Entries asked for by index are picked where the call stands in a subscript.
    const whole = args.map(
      (arg, k) =>
        wholeArgument(it, definition, node.args[k], k, env) ??
        zeroArgument(it, definition, node.args[k], k, env) ??
        arg,
    );
    const own = use.indices.length > 0 && use.indices.length === definition.indices.length;
    const at = own ? use.indices.map((index) => indexValue(it, index, env)) : null;
    return invoke(it, definition, whole, node, at);
  }
  if (isNormalDensity(node)) return normalDensity(it.space, args, node.span);
  const name = base.kind === 'sym' ? plainName(base.base.replace(/^\\/, '')) : '';
  const known = use ? it.context.known(use.key) : null;
  const row = knownFunction(it, known ?? name, args, node);
  if (row) return row;
  if (use && it.context.isFunction(use.key)) {
    const defined = it.context.definition(use.key, null);
    // Its own call is all that is known of it.
    const variable = defined?.body === node ? null : defined;
    const point = variable && pointOf(it, variable, args);
    if (variable && point) return invoke(it, variable, [point], node, null);
    // `H(P)` after `H(P, Q) = ...` is another function.
    if (variable?.args && variable.args.length !== args.length)
      throw new Unreadable('unknown-function', node.span, { name: use.key });
    if (variable && node.args.every((arg) => namesIn(it, arg).size === 0))
      return atNumbers(it, variable, args, node, env);
    // `L(y, \hat y)` where `L` was defined without arguments: the arguments only say what it depends on.
    // A matrix "called" at a point, `H(w^*)`, is the matrix there.
    // `F(x_l)` is what a layer does to what it is given.
    const points = node.args.every((arg) => it.context.readName(arg)?.family.length === 0);
    // The error `E(w)` that another is made of is one number for each w, whatever it is.
    const loss = isLossName(use.key) && it.context.dims(use.key, use.key, null).length === 0;
    const matrix =
      isUpper(use.key) && !use.key.startsWith('\\mathbb') && !it.context.isField(use.key) && !loss;
    if (variable || (matrix && points)) return nameValue(it, fn, env);
    const at = [...use.family, ...use.indices].map((index) => indexValue(it, index, env).value);
    return abstractCall(it, use.key, at, args, node);
  }
  throw new Unreadable('unknown-function', node.span, { name: use?.key ?? name });
}

/** `f(1, 2)` after `f(x) = x_1^2 + 3 x_2^2`: a vector, by its entries. */
function pointOf(it: Interpreting, { args }: Definition, given: readonly Tensor[]): Tensor | null {
  if (args?.length !== 1 || given.length < 2 || !given.every(isScalar)) return null;
  return { dims: [it.space.literal(given.length)], data: given.flatMap(({ data }) => data) };
}

/** `f(2)` after `f = x^2 + 1`: with the number for its only name; where it has more, nobody said which of them is given. */
function atNumbers(
  it: Interpreting,
  definition: Definition,
  args: readonly Tensor[],
  node: Call,
  env: Env,
): Tensor {
  const [name, ...more] = namesIn(it, definition.body);
  if (name === undefined) return nameValue(it, node.fn, env);
  if (more.length > 0 || args.length > 1)
    throw new Unreadable('unknown-function', node.span, { name: definition.key });
  return invoke(it, { ...definition, args: [name] }, args, node, null);
}

/** All names but those of functions and of constants. */
function namesIn(it: Interpreting, body: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  walk(body, (node) => {
    const key = it.context.readName(node)?.key ?? 'e';
    if (!/^(e|\\pi)$/.test(key) && !isFunctionWord(key) && !it.context.isFunction(key))
      names.add(key);
  });
  return names;
}

/** `\ell(\hat\mu, \hat\sigma^2)` after `\ell(\mu, \sigma^2) = ...`: at another place, which its body does not say how to go to. */
function isElsewhere(it: Interpreting, { args }: Definition, node: Call): boolean {
  return (args ?? []).some((key, k) => {
    const arg = node.args[k];
    if (!key.endsWith('^2')) return false;
    return arg?.kind !== 'pow' || `${it.context.readName(arg.base)?.key ?? ''}^2` !== key;
  });
}

/** `H(Y)` after `H(X) = 0.81`: what it is worth at one place says nothing of another. */
function isOneValue(it: Interpreting, { args, body }: Definition, node: Call): boolean {
  const keys = args ?? [];
  const isHeld = (one: Expr | undefined, own: string): boolean => {
    const use = one ? it.context.readName(one) : null;
    return use !== null && (use.key === own || memberKey(use) === own);
  };
  if (keys.every((own, k) => isHeld(node.args[k], own))) return false;
  return !some(body, (inner) => keys.some((own) => isHeld(inner, own)));
}

function knownFunction(
  it: Interpreting,
  name: string,
  args: readonly Tensor[],
  node: Call,
): Tensor | null {
  const [first] = args;
  if (!first) return null;
  const row = elementwise(name);
  if (name === 'log' && it.context.logBase !== 'e') {
    const base = Number(it.context.logBase);
    return mapEach(it.space, first, (graph, id) =>
      graph.div(graph.unary('log', id), graph.constant(Math.log(base))),
    );
  }
  if (row && args.length === 1) return mapEach(it.space, first, row.build);
  if (row) throw new Unreadable('unsupported', node.span);
  const value = matrixFunction(name)?.apply(it.space, args, node.span) ?? null;
  // Information is counted in the unit of the document's logarithms.
  return value && /^d?kl$/.test(name) ? inLogBase(it, value) : value;
}

function inLogBase(it: Interpreting, value: Tensor): Tensor {
  const { logBase } = it.context;
  if (logBase === 'e') return value;
  return mapEach(it.space, value, (graph, id) =>
    graph.div(id, graph.constant(Math.log(Number(logBase)))),
  );
}

function logarithm(
  it: Interpreting,
  args: readonly Tensor[],
  base: Expr | undefined,
  node: Call,
  env: Env,
): Tensor {
  const [x] = args;
  if (!x || !base) throw new Unreadable('syntax', node.span);
  const b = it.value(base, env);
  return mapEach(it.space, x, (graph, id) =>
    graph.div(graph.unary('log', id), graph.unary('log', b.data[0] ?? 0)),
  );
}

/** `F(w_j)` where `F(w)` takes the whole vector: `F` as it depends on one entry, all others held. */
function wholeArgument(
  it: Interpreting,
  definition: Definition,
  arg: Expr | undefined,
  k: number,
  env: Env,
): Tensor | null {
  const key = definition.indices.length === 0 ? definition.args?.[k] : undefined;
  const use = arg?.kind === 'sub' ? it.context.readName(arg) : null;
  if (key === undefined || arg?.kind !== 'sub' || use?.key !== key || use.indices.length === 0)
    return null;
  return takesArray(it, definition, key) ? it.value(withoutIndices(arg, use.indices), env) : null;
}

/** `F(0)` where `F(w)` is of an array: zeros of its shape. */
function zeroArgument(
  it: Interpreting,
  { args, body }: Definition,
  arg: Expr | undefined,
  k: number,
  env: Env,
): Tensor | null {
  const key = args?.[k];
  if (!arg || !isZero(arg) || key === undefined || env.params.has(key)) return null;
  const names: Expr[] = [];
  walk(body, (node) => {
    const use = it.context.readName(node);
    if (use?.key === key && use.indices.length + use.family.length === 0) names.push(node);
  });
  const [name] = names;
  const like = name ? it.attempt(() => it.value(name, env)) : null;
  if (!like || isScalar(like)) return null;
  const zero = it.space.graph?.constant(0) ?? 0;
  return { dims: like.dims, data: like.data.map(() => zero) };
}

/** Does the body take this argument's entries, its norm or its transpose? */
function takesArray(it: Interpreting, { body }: Definition, key: string): boolean {
  const named = (node: Expr): boolean => it.context.readName(node)?.key === key;
  return some(body, (node) => {
    if (node.kind === 'norm' || node.kind === 'transpose') return some(node.target, named);
    return node.kind === 'sub' && named(node) && it.context.readName(node)?.indices.length !== 0;
  });
}

/** The document's own function at these arguments. A function of numbers applies entry by entry. */
function invoke(
  it: Interpreting,
  definition: Definition,
  args: readonly Tensor[],
  node: Expr,
  at: readonly IndexValue[] | null,
): Tensor {
  const names = definition.args ?? [];
  const indices = new Map(
    definition.indices.flatMap((name, k) => (at?.[k] ? [[name, at[k]] as const] : [])),
  );
  const run = (values: readonly Tensor[]): Tensor => {
    const place = callKey(definition, values, at);
    // `f(\theta) = \frac{1}{n} \sum_i f_i(\theta)` read as one f: what is asked again on the way never ends.
    if (it.open.length > 60 || it.open.includes(place)) throw new Unreadable('size', node.span);
    it.open.push(place);
    const params = new Map(names.map((name, k) => [name, values[k] ?? it.constant(0)] as const));
    const out = bodyValue(it, definition, { indices, params });
    it.open.pop();
    return out;
  };
  const whole = it.attempt(() => run(args));
  if (whole) return whole;
  const [only] = args;
  if (args.length !== 1 || !only || isScalar(only)) return run(args);
  const { graph } = it.space;
  if (!graph) {
    run([{ dims: [], data: [] }]);
    return { dims: only.dims, data: [] };
  }
  return {
    dims: only.dims,
    data: only.data.map((id) => run([{ dims: [], data: [id] }]).data[0] ?? 0),
  };
}

/** A definition at certain arguments and indices. */
function callKey(
  { id, key, args }: Definition,
  values: readonly Tensor[],
  at: readonly IndexValue[] | null,
): string {
  const given = values.map(({ dims, data }) => `${dims.join('x')}:${data.join()}`);
  const where = at?.map(({ value, dim }) => `${String(value)}/${String(dim)}`) ?? [];
  return `${String(id)} ${key}/${String(args?.length)}(${given.join(';')})[${where.join()}]`;
}

/** `f(x)_i = ...` is collected over `i`; `f(x) = ...` is its body. */
function bodyValue(it: Interpreting, definition: Definition, env: Env): Tensor {
  const [index, ...more] = definition.indices;
  if (index === undefined || env.indices.size > 0) return it.value(definition.body, env);
  const argument = definition.args
    ?.map((name) => env.params.get(name))
    .find((value) => value !== undefined && !isScalar(value));
  const dim = argument?.dims.at(-1);
  if (dim === undefined || more.length > 0)
    throw new Unreadable('unsupported', definition.body.span);
  const at = (value: number): Tensor =>
    it.value(definition.body, { indices: new Map([[index, { value, dim }]]), params: env.params });
  if (!it.space.graph) return { dims: [dim, ...at(1).dims], data: [] };
  const parts = Array.from({ length: dim }, (_, k) => at(k + 1));
  return { dims: [dim, ...(parts[0]?.dims ?? [])], data: parts.flatMap((part) => part.data) };
}

/** `f'(x)`, `\sigma''(z)`: derivatives entry by entry, by differentiating the function itself. */
function derivedCall(it: Interpreting, fn: Prime, node: Call, env: Env): Tensor {
  const args = node.args.map((arg) => it.value(arg, env));
  const [x] = args;
  if (!x || args.length !== 1) throw new Unreadable('unsupported', node.span);
  const { graph } = it.space;
  const call: Call = { ...node, fn: fn.target };
  if (!graph) {
    const out = apply(it, fn.target, [x], call, env);
    if (out.dims.length !== x.dims.length) throw new Unreadable('unsupported', node.span);
    return { dims: x.dims, data: [] };
  }
  // Whatever the argument is made of is held apart, so that only this function is differentiated.
  const inputs = x.data.map((id) => graph.wrap(id));
  const out = apply(it, fn.target, [{ dims: x.dims, data: inputs }], call, env);
  if (out.data.length !== inputs.length) throw new Unreadable('unsupported', node.span);
  return { dims: x.dims, data: out.data.map((id, k) => nth(graph, id, inputs[k] ?? 0, fn.order)) };
}

function nth(graph: Graph, output: NodeId, input: NodeId, order: number): NodeId {
  let out = output;
  for (let k = 0; k < order; k++) out = gradient(graph, out, [input])[0] ?? 0;
  return out;
}
