import type { Entry } from '../claim/book.js';
import { keysIn, type Names } from '../claim/reading.js';
import { oneLower } from '../claim/layers.js';
import type { Expr, Sym } from '../expression/node.js';
import { mapChildren, replaceNode } from '../expression/replace.js';
import { children, some, walk } from '../expression/walk.js';
import { sameTree } from '../expression/sameTree.js';
import { elementwise } from '../functions/elementwise.js';
import { isFunctionWord } from '../functions/known.js';
import { matrixFunction } from '../functions/matrix.js';
import type { Definition } from '../interpret/context.js';
import { plainName } from '../latex/parse/words.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import { freeIndex } from './freeIndex.js';
import type { Judgement, Reader } from './judge.js';
import { knownForm } from './knownForm.js';
import { stockFor } from './repair.js';
import type { Counterexample } from './report.js';
import { strayCounter } from './strayCounter.js';

/** What is wrong with a definition, and how the rest of the document should understand it. */
export interface Lint {
  readonly judgement: Judgement;
  readonly edit: Edit | null;
  /** The definition to go on with; null where the usual meaning of the name serves better. */
  readonly meant: Definition | null;
}

/** Looks at a definition on its own: notation that cannot be meant, and names whose meaning everybody knows. */
export function lintDefinition(reader: Reader, entry: Entry): Lint | null {
  const { definition } = entry;
  return (
    swappedBounds(definition) ??
    knownResult(reader, definition) ??
    byForm(reader, entry) ??
    strayCounter(reader, definition) ??
    missingIndex(reader.names, definition) ??
    freeIndex(reader, definition, entry.placed.statement.items[0] ?? null)
  );
}

function slip(
  edit: Edit | null,
  code: 'notation.index-missing',
  name: string,
  meant: Definition | null,
): Lint {
  return {
    judgement: {
      kind: 'definition',
      verdict: 'slip',
      reason: { code, args: { name } },
      assumptions: [],
    },
    edit,
    meant,
  };
}

/** `\sum_n^{k=1}`. */
function swappedBounds(definition: Definition): Lint | null {
  let found: Edit | null = null;
  walk(definition.body, (node) => {
    if (node.kind !== 'big' || !node.swapped || found) return;
    const change: Expr = { ...node, swapped: false };
    found = {
      code: 'fix.bounds',
      cost: 1,
      node,
      change,
      result: replaceNode(definition.body, node, change),
    };
  });
  const edit = found as Edit | null;
  if (!edit) return null;
  return {
    judgement: {
      kind: 'definition',
      verdict: 'fails',
      reason: { code: 'notation.bounds', args: {} },
      assumptions: [],
    },
    edit,
    meant: { ...definition, body: edit.result },
  };
}

/** `\sum_i y_i \log \hat{y}`: an entry beside a whole vector inside a function of numbers. */
function missingIndex(names: Names, definition: Definition): Lint | null {
  const hit = findMissingIndex(names, definition.body);
  return hit
    ? slip(hit.edit, 'notation.index-missing', hit.name, { ...definition, body: hit.edit.result })
    : null;
}

/** The edit that gives an entry its missing index inside a sum, with the name it belongs to. */
export function findMissingIndex(names: Names, body: Expr): { edit: Edit; name: string } | null {
  const { naming, evidence } = names;
  let found: { edit: Edit; name: string } | null = null;
  walk(body, (node) => {
    if (node.kind !== 'big' || node.op !== 'sum' || found) return;
    const [index] = node.bounds.map((bound) => bound.index);
    if (index?.kind !== 'sym') return;
    const letter: Sym = index;
    const isLetter = (other: Expr): boolean => other.kind === 'sym' && other.base === letter.base;
    const uses = (inner: Expr): boolean => {
      const use = naming.readName(inner);
      // `x^{(i)}` and `h_t` are counted by their members.
      return use !== null && [...use.indices, ...use.family].some((one) => some(one, isLetter));
    };
    if (!some(node.body, uses)) {
      // `\sum_s e^{-E(s)}`, `\sum_k k y`: what is counted with is there itself.
      if (some(node.body, isLetter)) return;
      found = bareIn(body, node.body, letter, names);
      return;
    }
    walk(node.body, (inner) => {
      if (inner.kind !== 'call' || found) return;
      const name = inner.fn.kind === 'sym' ? plainName(inner.fn.base) : '';
      const [arg] = inner.args;
      if (!elementwise(name) || !arg) return;
      const bare = bareVector(arg, names);
      if (!bare) return;
      const change: Expr = { kind: 'sub', target: bare, indices: [letter], span: bare.span };
      found = {
        edit: {
          code: 'fix.index',
          cost: 1,
          node: bare,
          change,
          result: replaceNode(body, bare, change),
        },
        name: naming.readName(bare)?.key ?? '',
      };
    });
  });
  const hit = found as { edit: Edit; name: string } | null;
  return hit && (evidence.get(hit.name)?.indexed ?? 0) > 0 ? hit : null;
}

/** `\sum_i y = 1`: a vector that is indexed elsewhere, summed without the letter that counts. */
function bareIn(
  root: Expr,
  summand: Expr,
  letter: Sym,
  names: Names,
): { edit: Edit; name: string } | null {
  // A label, as the f of `\delta^f`, is no name of its own.
  const find = (inner: Expr): Expr | null => {
    if (inner.kind === 'sym') return bareVector(inner, names);
    if (names.naming.readName(inner)) return null;
    return children(inner).reduce<Expr | null>((hit, child) => hit ?? find(child), null);
  };
  const node = find(summand);
  if (!node) return null;
  const change: Expr = { kind: 'sub', target: node, indices: [letter], span: node.span };
  const result = replaceNode(root, node, change);
  return {
    edit: { code: 'fix.index', cost: 1, node, change, result },
    name: names.naming.readName(node)?.key ?? '',
  };
}

function bareVector(arg: Expr, names: Names): Expr | null {
  const { naming, evidence } = names;
  const isVector = (node: Expr): boolean => {
    const use = naming.readName(node);
    return (
      use !== null &&
      use.indices.length === 0 &&
      use.family.length === 0 &&
      // `\log_2` has its base below it.
      !isFunctionWord(use.key) &&
      (evidence.get(use.key)?.indexed ?? 0) === 1
    );
  };
  if (isVector(arg)) return arg;
  const sides = arg.kind === 'add' ? [arg.left, arg.right] : [];
  return sides.find(isVector) ?? null;
}

/** The table's name for what a symbol is usually called. */
function knownName(key: string): string | null {
  if (key === '\\sigma') return 'sigmoid';
  const name = plainName(key.replace(/^\\/, ''));
  if (/^(exp|log|ln|max|min|det|tr|diag|sum|mean|vec|sqrt|floor|ceil|step|sign|sig|lg)$/.test(name))
    return null;
  return elementwise(name) || matrixFunction(name) ? name : null;
}

/** A definition of `\sigma`, `softmax`, `\tanh` ... that one small edit turns into the known one. */
function knownResult(reader: Reader, definition: Definition): Lint | null {
  const name = knownName(definition.key);
  const [arg] = definition.args ?? [];
  if (name === null || arg === undefined || definition.args?.length !== 1) return null;
  const claim = knownClaim(reader, definition, name, arg);
  if (!claim) return null;
  const usual = (body: Expr): Expr => withUsual(body, name, arg, reader.names);
  const outcome = reader.compare(claim.known, usual(claim.body), []);
  if (outcome.kind === 'entry') return slip(null, 'notation.index-missing', definition.key, null);
  if (outcome.kind !== 'different') return null;
  const stock = stockFor(reader.names, [definition.body], []);
  for (const edit of editsOf(definition.body, stock)) {
    if (edit.cost > 3) break;
    const repaired = reader.compare(claim.known, usual(edit.result), []);
    if (repaired.kind !== 'equal') continue;
    return {
      judgement: {
        kind: 'definition',
        verdict: 'fails',
        reason: { code: 'definition.known', args: { name: definition.key, expected: '' } },
        counterexample: outcome.counterexample,
        evidence: outcome.evidence,
        assumptions: [],
      },
      edit,
      meant: { ...definition, body: edit.result },
    };
  }
  return null;
}

/** With the usual value of the parameter, where the known function has one and the definition a name for it. */
function withUsual(body: Expr, name: string, arg: string, { naming }: Names): Expr {
  const value = elementwise(name)?.parameter;
  const others = [...keysIn(body, naming)].filter(
    (key) => key !== arg && !isFunctionWord(key) && key !== 'e',
  );
  const [parameter] = others;
  if (value === undefined || parameter === undefined || others.length > 1) return body;
  const put = (node: Expr): Expr =>
    naming.readName(node)?.key === parameter
      ? { kind: 'num', text: String(value), span: node.span }
      : mapChildren(node, put);
  return put(body);
}

/** A definition of `\hat{m}_t`, precision, an entropy ... that one small edit turns into the known one. */
function byForm(reader: Reader, { definition, placed }: Entry): Lint | null {
  const [left, right] = placed.statement.items;
  const [letter] = definition.family;
  // `\theta_{t+1} = ...` says what `\theta_t` is; its form is known as it is written.
  const lowered =
    letter !== undefined && right && sameTree(oneLower(right, letter), definition.body);
  const other = left && knownForm(reader, left, lowered ? right : definition.body);
  if (!other) return null;
  const { edit, counterexample } = other;
  const judgement = otherThanKnown(definition.key, counterexample);
  const body = lowered ? oneLower(edit.result, letter) : edit.result;
  return { judgement, edit, meant: { ...definition, body } };
}

/** Said of what has a name of which everybody knows what it stands for. */
export function otherThanKnown(name: string, counterexample: Counterexample): Judgement {
  return {
    kind: 'definition',
    verdict: 'fails',
    reason: { code: 'definition.known', args: { name, expected: '' } },
    counterexample,
    assumptions: [],
  };
}

/** The known function at the definition's own parameter, as an expression. */
function knownClaim(
  reader: Reader,
  definition: Definition,
  name: string,
  arg: string,
): { known: Expr; body: Expr } | null {
  const { body } = definition;
  const { span } = body;
  const parameter = findName(body, arg, reader);
  if (!parameter || !keysIn(body, reader.names.naming).has(arg)) return null;
  const fn: Expr = { kind: 'sym', base: `${name}!`, accents: [], font: 'upright', span };
  const call: Expr = { kind: 'call', fn, args: [parameter], certain: true, span };
  const [index] = definition.indices;
  if (index === undefined) return { known: call, body };
  const letter: Expr = { kind: 'sym', base: index, accents: [], font: 'plain', span };
  return { known: { kind: 'sub', target: call, indices: [letter], span }, body };
}

function findName(body: Expr, key: string, reader: Reader): Expr | null {
  let found: Expr | null = null;
  walk(body, (node) => {
    const use = reader.names.naming.readName(node);
    if (found || use?.key !== key) return;
    found = node.kind === 'sub' && use.indices.length > 0 ? node.target : node;
  });
  return found;
}
