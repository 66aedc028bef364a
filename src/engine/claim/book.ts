import { isLiteral } from './literal.js';
import type { CueKind, FormulaBlock } from '../document/outline.js';
import type { Expr } from '../expression/node.js';
import { some, walk } from '../expression/walk.js';
import { entryKey, memberKey, type Definition } from '../interpret/context.js';
import { printLatex } from '../latex/print.js';
import { isUpdate, proposalOf, type Proposal } from './define.js';
import type { EvidenceTable } from './evidence.js';
import { isFunctionKey, type Book } from './meaning.js';
import { NamedChances } from './namedChances.js';
import { isToldBefore, leadsBack } from './leadsBack.js';
import type { Naming } from './naming.js';
import { drawnNames, hasNoise } from './noise.js';
import { numberedKey } from './numberedSteps.js';
import { keysIn } from './reading.js';
import { toRelation, type Placed } from './zone.js';

/** Where a definition was made, so that its step can be called one. */
export interface Entry {
  readonly definition: Definition;
  readonly placed: Placed;
}

/** A zone's first definition of every name, and the values it gives. */
export interface Gathered {
  readonly entries: readonly Entry[];
  /** Equations that say how data arise: supposed, no definitions. */
  readonly models: ReadonlySet<Placed>;
  readonly values: ReadonlyMap<string, readonly Value[]>;
}

/** What a name is worth from a place on; null when that is not known any more. */
interface Value {
  readonly value: Expr | null;
  readonly order: number;
  /** What was rounded to it: `\frac{1}{15} \approx 0.067`. */
  readonly exact?: Expr;
  /** The end of a chain, and not a number given. */
  readonly computed?: boolean;
}

/** Of what an elder zone gave: before all statements. */
export const ELDER = -1;

/** Words that make an equation a condition to solve, not a definition. */
const NO_DEFINITION: ReadonlySet<CueKind> = new Set([
  'hypothesis',
  'argmin',
  'argmax',
  'solve',
  'equate',
  'counterexample',
  'variant',
]);

/** Names that what is made least or greatest goes by; a minimiser has a hat, a star or a small letter. */
const OBJECTIVE = /^(?:[A-Z]|\\ell|\\mathcal\{[A-Z]\})(?:_\{[^{}]*\})?$/;

/** Reads definitions in the order of the text. A name that was differentiated by before it is "defined" is an unknown. */
export function gatherDefinitions(
  statements: readonly Placed[],
  naming: Naming,
  evidence: EvidenceTable,
  inherited: readonly Definition[],
): Gathered {
  const entries: Entry[] = [];
  let id = inherited.length;
  const values = new Map<string, Value[]>();
  const taken = new Set<string>();
  const unknowns = new Map<string, Unknown>();
  const seen = new Map<string, FormulaBlock>();
  const functions = new Map<string, unknown>();
  const models = new Set<Placed>();
  const chances = new NamedChances(statements, naming);
  const drawn = drawnNames(statements, naming);
  const solved = unknownsIn(statements, naming);
  const blocks = [...new Set(statements.map(({ block }) => block))];
  const isFunction = (key: string): boolean => isFunctionKey(key, evidence, functions);
  for (const [at, placed] of statements.entries()) {
    // `r = 0.3 \pm \sqrt{0.2}`: what could not be read may be part of the number.
    const { broken } = placed.statement;
    const proposal = propose(chances.told(placed, functions), naming, isFunction);
    if (proposal?.literal && isPlainName(proposal) && !broken && !isListed(statements, at))
      noteValue(values, proposal.key, { value: proposal.body, order: placed.order });
    const before = { unknowns, taken, seen, blocks, solved };
    const back = proposal ? leadsBack(proposal, entries, naming) : undefined;
    const free = !back || isToldBefore(back, proposal, inherited, naming);
    if (proposal?.args === null && hasNoise(proposal.body, naming, drawn)) models.add(placed);
    else if (
      proposal &&
      free &&
      !isScalarValue(proposal) &&
      !isDerivedMember(proposal, entries) &&
      !isStepOfExample(proposal, entries, naming) &&
      !isWrittenOut(proposal, statements, naming) &&
      allowed(placed, proposal, naming, before)
    ) {
      taken.add(identity(proposal));
      if (proposal.args) taken.add(`${proposal.key}()`);
      if (proposal.args) functions.set(proposal.key, true);
      if (back) entries.splice(entries.indexOf(back), 1);
      const where = inequalityIn(statements[at + 1], placed);
      const definition = { id: ++id, ...withoutLiteral(proposal), ...(where && { where }) };
      entries.push({ definition, placed });
    }
    noteUnknowns(placed, naming, unknowns);
    // "If $f = \sigma(a)$ and $a = w x$": what one premise is made of, the next may introduce.
    const premise = proposal && placed.cues.some((cue) => cue.kind === 'hypothesis');
    if (!premise) noteSeen(placed, naming, seen);
    if (!broken) {
      noteValues(placed, naming, values);
      noteEntry(placed, naming, values);
    }
    const turned = entries.find(({ definition }) => isTurned(definition, proposal, naming));
    if (turned) entries.splice(entries.indexOf(turned), 1);
  }
  return { entries, values, models };
}

function noteValue(values: Map<string, Value[]>, key: string, value: Value): void {
  values.set(key, [...(values.get(key) ?? []), value]);
}

function unknownsIn(statements: readonly Placed[], naming: Naming): ReadonlyMap<string, Unknown> {
  const unknowns = new Map<string, Unknown>();
  for (const placed of statements) noteUnknowns(placed, naming, unknowns);
  return unknowns;
}

function noteSeen(
  { statement, block }: Placed,
  naming: Naming,
  seen: Map<string, FormulaBlock>,
): void {
  for (const item of statement.items)
    if (item)
      for (const key of [...keysIn(item, naming), ...membersIn(item, naming)])
        if (!seen.has(key)) seen.set(key, block);
}

/** `x = -1, 0, 1, 2`: the numbers of all samples, of which the name has none by itself. */
function isListed(statements: readonly Placed[], at: number): boolean {
  const { block } = statements[at] ?? {};
  const more = statements.slice(at + 1, at + 3);
  return (
    more.length === 2 &&
    more.every(({ block: other, statement: { items, relations, link } }) => {
      const [item] = items;
      return (
        other === block && link === 'comma' && relations.length === 0 && !!item && isLiteral(item)
      );
    })
  );
}

/** The members of families that are spoken of by number: `W^{(1)}`. */
export function membersIn(node: Expr, naming: Naming): string[] {
  const found: string[] = [];
  walk(node, (inner) => {
    const use = naming.readName(inner);
    const member = use && memberKey(use);
    if (member) found.push(member);
  });
  return found;
}

/** `j \ne y_i` in the same formula. */
function inequalityIn(next: Placed | undefined, { block }: Placed): Expr | null {
  const relation = next?.block === block ? toRelation(next.statement) : null;
  return relation?.kind === 'rel' && relation.signs[0] === '!=' ? relation : null;
}

/** `D(p \| q) = 0.51` and then `D(q \| p) = 0.37`: two values of a function, of which neither defines it. */
function isTurned(
  { key, args, body }: Definition,
  proposal: Proposal | null,
  naming: Naming,
): boolean {
  const others = proposal?.args;
  if (!args || !others || key !== proposal.key || args.length !== others.length) return false;
  const permuted = args.join() !== others.join() && args.every((arg) => others.includes(arg));
  return permuted && naming.isNumber(body) && naming.isNumber(proposal.body);
}

/** `\delta^{(L)} = ...` where every `\delta^{(l)}` is a derivative: a claim. `a^{(0)} = x` says where a recursion begins. */
function isDerivedMember({ key }: Proposal, entries: readonly Entry[]): boolean {
  const whole = /^(.*)<\d+>$/.exec(key)?.[1] ?? numberedKey(key)?.[0];
  const general = entries.find(({ definition }) => definition.key === whole)?.definition;
  return general !== undefined && general.family.length > 0 && general.body.kind === 'deriv';
}

/** `h_1 = \tanh(0.5)` after `h_t = \tanh(w x_t + u h_{t-1})`: what the step is worth in an example. */
function isStepOfExample(
  { key, body }: Proposal,
  entries: readonly Entry[],
  naming: Naming,
): boolean {
  const whole = numberedKey(key)?.[0];
  if (whole === undefined || !naming.isNumber(body)) return false;
  return entries.some(({ definition }) => definition.key === whole && definition.family.length > 0);
}

/** Functions of one name with different numbers of arguments are different functions: `H(p)`, `H(p, q)`. */
function identity(proposal: Proposal): string {
  return proposal.args ? `${proposal.key}/${String(proposal.args.length)}` : proposal.key;
}

function withoutLiteral(proposal: Proposal): Omit<Definition, 'id'> {
  return {
    key: proposal.key,
    family: proposal.family,
    indices: proposal.indices,
    args: proposal.args,
    body: proposal.body,
  };
}

/** One thing of its own: no function, no entry, no member of a family. */
function isPlainName({ args, indices, family }: Proposal): boolean {
  return args === null && indices.length === 0 && family.length === 0;
}

function isScalarValue(proposal: Proposal): boolean {
  return (
    proposal.literal &&
    proposal.args === null &&
    proposal.body.kind !== 'matrix' &&
    proposal.body.kind !== 'tuple' &&
    proposal.body.kind !== 'transpose'
  );
}

/** The definition that a statement's first equality would make. */
export function propose(
  placed: Placed,
  naming: Naming,
  isFunction: (key: string) => boolean,
): Proposal | null {
  const { items, relations } = placed.statement;
  const [left, right] = items;
  const sign = relations[0]?.sign;
  if (!left || !right || (sign !== '=' && sign !== ':=')) return null;
  const first = proposalOf(left, right, naming, isFunction);
  if (!first?.args || isInItsArgument(first, naming)) return first;
  // `a(\eta) = -\log(1 - \phi) = \log(1 + e^\eta)`: the member that is written in the argument.
  for (const [k, item] of items.slice(2).entries()) {
    if (!item || relations[k + 1]?.sign !== '=') break;
    const later = proposalOf(left, item, naming, isFunction);
    if (later?.args && isInItsArgument(later, naming)) return later;
  }
  return first;
}

/** A function of one name: does its body have that name? */
function isInItsArgument({ args, body, literal }: Proposal, naming: Naming): boolean {
  const keys = keysIn(body, naming);
  return literal || args === null || args.length !== 1 || args.some((arg) => keys.has(arg));
}

/** A name that derivatives were taken by, or that something was solved for. */
type Unknown = 'slope' | 'solved';

/** What was met before a statement. */
interface Before {
  readonly unknowns: ReadonlyMap<string, Unknown>;
  /** What was defined already. */
  readonly taken: ReadonlySet<string>;
  /** All names that formulas held, and the first formula that did. */
  readonly seen: ReadonlyMap<string, FormulaBlock>;
  readonly blocks: readonly FormulaBlock[];
  /** All that is an unknown somewhere. */
  readonly solved: ReadonlyMap<string, Unknown>;
}

/** `Z = X * K + b`, of which the text says entry by entry what it is: a convolution, and no product. */
function isWrittenOut(
  { key, indices, body }: Proposal,
  statements: readonly Placed[],
  naming: Naming,
): boolean {
  if (indices.length > 0 || !some(body, isStarred)) return false;
  return statements.some(({ statement: { items } }) => {
    const [left, right] = items;
    const use = left ? naming.readName(left) : null;
    return use?.key === key && use.indices.length > 0 && !!right && some(right, isSum);
  });
}

function isStarred(node: Expr): boolean {
  return node.kind === 'mul' && node.signs.includes('star');
}

function isSum(node: Expr): boolean {
  return node.kind === 'big' && node.op === 'sum';
}

function allowed(placed: Placed, proposal: Proposal, naming: Naming, before: Before): boolean {
  const { unknowns, taken, seen } = before;
  const { statement, cues, first } = placed;
  const id = identity(proposal);
  // An example's numbers for what was spoken of in general are values, and define nothing.
  if (proposal.literal && seen.has(proposal.key) && !saysWhatItIs(placed, proposal.key, before))
    return false;
  if (taken.has(id) || (proposal.args === null && taken.has(`${proposal.key}()`))) return false;
  if (statement.link === 'implies' || statement.link === 'iff') return false;
  if (/^(si|if|cuando|when|para|for)\b/i.test(statement.words)) return false;
  const said = first ? cues.map((cue) => cue.kind) : [];
  // "If $f = \sigma(a)$": a name met here for the first time is being introduced.
  const fresh = !proposal.literal && !seen.has(proposal.key);
  // "We minimise $J = \sum_i r_i^2$": the objective, and no minimiser.
  const aim =
    fresh &&
    OBJECTIVE.test(proposal.key) &&
    some(proposal.body, ({ kind }) => kind === 'big' || kind === 'norm');
  // "The minimum of $f(x) = a x^2 + b x + c$".
  const aimed = aim || (fresh && proposal.args !== null);
  // "If $w > 0$: $w - u + \tau = 0$, that is $w = u - \tau$": so in that case.
  if (!fresh && cues.some((cue) => cue.kind === 'conditional')) return false;
  // "The solution is $w_j = S_\lambda(v_j)$", of what is differentiated by later.
  const best = cues.some((cue) => cue.kind === 'optimum');
  if (best && !fresh && before.solved.has(proposal.key)) return false;
  const allowed = (kind: CueKind): boolean =>
    !NO_DEFINITION.has(kind) ||
    (kind === 'hypothesis' && fresh) ||
    (kind.startsWith('arg') && aimed);
  if (!said.every(allowed)) return false;
  if (unknowns.get(proposal.key) === undefined) return true;
  if (said.includes('definition') || /^(donde|where|con|with)/i.test(statement.words)) return true;
  // What an unknown is solved to is made of what was there; `z = W h + b` with a new W says where z comes from.
  const listed = cues.some((cue) => cue.kind === 'definition');
  if (unknowns.get(proposal.key) !== 'slope') return false;
  // `v_{k+1} = \beta v_k - \eta \nabla f(w_k)`, `w_{k+1} = w_k + v_{k+1}`
  if (isUpdate(proposal, naming)) return true;
  return listed && [...keysIn(proposal.body, naming)].some((key) => !seen.has(key));
}

/** `f(w) = w^\top A w`, where A = ...: a name that the formula before those words has first. */
function saysWhatItIs({ block, cues }: Placed, key: string, { seen, blocks }: Before): boolean {
  const first = seen.get(key);
  if (!first || first === block) return false;
  const next = blocks[blocks.indexOf(first) + 1];
  return cues.some(
    ({ kind, place }) =>
      kind === 'introduction' &&
      place.part === first.place.part &&
      place.start >= first.outer.end &&
      (next === undefined || place.start < next.place.start),
  );
}

/** Names that derivatives were taken by, or that a derivative set to zero was a function of, before being given a value. */
function noteUnknowns(placed: Placed, naming: Naming, unknowns: Map<string, Unknown>): void {
  const { items, relations, link } = placed.statement;
  const [left] = items;
  const last = items.at(-1);
  const zeroed = relations.at(-1)?.sign === '=' && last?.kind === 'num' && Number(last.text) === 0;
  const solved = (key: string): unknown => unknowns.set(key, 'solved');
  const sloped = (key: string): unknown =>
    zeroed || !unknowns.has(key) ? unknowns.set(key, zeroed ? 'solved' : 'slope') : null;
  if (zeroed && left?.kind === 'call' && left.fn.kind === 'prime')
    for (const arg of left.args) for (const key of keysIn(arg, naming)) solved(key);
  if (left && (link === 'implies' || link === 'iff'))
    for (const key of keysIn(left, naming)) if (unknowns.has(key)) solved(key);
  for (const item of items) {
    if (!item) continue;
    walk(item, (node) => {
      const wrt =
        node.kind === 'deriv'
          ? node.wrt.map((entry) => entry.name)
          : node.kind === 'nabla' && node.wrt
            ? [node.wrt]
            : [];
      for (const name of wrt) {
        const use = naming.readName(name);
        if (use) sloped(use.key);
      }
      if (node.kind === 'nabla' && node.target.kind === 'call')
        for (const arg of node.target.args) for (const key of keysIn(arg, naming)) sloped(key);
      if (node.kind === 'big' && (node.op === 'argmin' || node.op === 'argmax'))
        for (const bound of node.bounds) for (const key of keysIn(bound.index, naming)) solved(key);
    });
  }
}

/** `z = w x + b = 1.1`: the number at the end of a chain is the value from then on. */
function noteValues(placed: Placed, naming: Naming, values: Map<string, Value[]>): void {
  const { items, relations } = placed.statement;
  const [left] = items;
  const last = items.at(-1);
  const update = relations[0]?.sign === 'assign';
  if (!left || !last || (items.length < 3 && !update)) return;
  const later = update ? relations.slice(1) : relations;
  if (later.some((relation) => relation.sign !== '=' && relation.sign !== '~=')) return;
  const proposal = proposalOf(left, last, naming, () => false);
  if (!proposal?.literal || !isPlainName(proposal)) return;
  const { order } = placed;
  // `W \leftarrow ...`: what was computed with the old one is not known any more.
  if (update)
    for (const [key, list] of values)
      if (list.at(-1)?.computed) values.set(key, [...list, { value: null, order }]);
  const list = values.get(proposal.key) ?? [];
  const before = items.at(-2);
  const rounded = relations.at(-1)?.sign === '~=' && before && naming.isNumber(before);
  const exact = rounded ? { exact: before } : {};
  values.set(proposal.key, [...list, { value: last, order, computed: !update, ...exact }]);
}

/** `\sigma_2 = \sqrt5`: the number that an entry is, of a name whose other entries may be anything. */
function noteEntry(placed: Placed, naming: Naming, values: Map<string, Value[]>): void {
  const { items, relations } = placed.statement;
  const [left] = items;
  const last = items.at(-1);
  const use = left && last && naming.isNumber(last) ? naming.readName(left) : null;
  const key = use && entryKey(use);
  if (!key || !last || relations.some(({ sign }) => sign !== '=')) return;
  values.set(key, [...(values.get(key) ?? []), { value: last, order: placed.order }]);
  const list = values.get(use.key) ?? [];
  const whole = list.at(-1)?.value;
  // `\beta = (0, 0)` and then `\beta_1 = 1.5`: what the list is now, its entries tell.
  if (whole && isOtherwise(whole, use.indices, last))
    values.set(use.key, [...list, { value: null, order: placed.order }]);
}

/** Is an entry of a list said to be another number than the list has there? */
function isOtherwise(whole: Expr, [index, ...more]: readonly Expr[], said: Expr): boolean {
  const list = whole.kind === 'transpose' ? whole.target : whole;
  if (list.kind !== 'tuple' || index?.kind !== 'num' || more.length > 0) return false;
  const entry = list.items[Number(index.text) - 1];
  return entry !== undefined && printLatex(entry) !== printLatex(said);
}

/** The definitions in force, as a reading's book. Values given later than `order` are not known yet. */
export function bookAt(
  definitions: readonly Definition[],
  values: Gathered['values'],
  order: number,
): Book {
  const variables = new Map<string, Definition>();
  const functions = new Map<string, Definition>();
  for (const definition of definitions) {
    if (definition.args)
      functions.set(`${definition.key}/${String(definition.args.length)}`, definition);
    (definition.args ? functions : variables).set(definition.key, definition);
  }
  const known = new Map<string, Expr>();
  const exact = new Map<string, Expr>();
  const elder = new Set<string>();
  for (const [key, list] of values) {
    const before = list.filter((entry) => entry.order < order).at(-1);
    if (before?.value) known.set(key, before.value);
    if (before?.exact) exact.set(key, before.exact);
    if (before?.order === ELDER && before.value?.kind === 'num' && !variables.has(key))
      elder.add(key);
  }
  return { variables, functions, values: known, elder, exact };
}
