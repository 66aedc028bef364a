import type { Deriv, Expr, Sym } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { children } from '../expression/walk.js';
import type { Definition, NameUse } from '../interpret/context.js';
import { baseKey, headOf } from './key.js';
import type { Naming } from './naming.js';
import type { Names } from './reading.js';
import type { Zone } from './zone.js';

/** Definitions that nobody writes: what a document's notation itself says of a name. Their ids stand apart. */
const FIRST_ID = 100_000;

/** An accent that means "the derivative of the loss by": as `\bar{M} = \partial L / \partial M` introduces it. */
interface AdjointSign {
  readonly accent: string;
  readonly derivative: Deriv;
  readonly key: string;
}

/** Definitions with some of them taken for others by the same names; those come first, as what the rest is made of. */
export function replaced(written: readonly Definition[], by: readonly Definition[]): Definition[] {
  const keys = new Set(by.map((definition) => definition.key));
  return [...by, ...written.filter((definition) => !keys.has(definition.key))];
}

/** All members of a zone's relations. */
export function rootsOf(zone: Zone): Expr[] {
  return zone.statements.flatMap((placed) =>
    placed.statement.items.filter((item) => item !== null),
  );
}

/** One use of every name of a zone. */
export function samplesOf(roots: readonly Expr[], naming: Naming): Map<string, Expr> {
  const samples = new Map<string, Expr>();
  const visit = (node: Expr): void => {
    const use = naming.readName(node);
    if (!use) for (const child of children(node)) visit(child);
    else if (!samples.has(use.key)) samples.set(use.key, node);
  };
  for (const root of roots) visit(root);
  return samples;
}

/**
 * Where `\delta h_t = \partial L / \partial h_t` or `\bar{M} = \partial L / \partial M` is how a document writes
 * adjoints, every other name with that sign is one too, and what is said of it is a claim, not its definition.
 */
export function adjointDefinitions(
  definitions: readonly Definition[],
  samples: ReadonlyMap<string, Expr>,
  { naming }: Names,
): Definition[] {
  const signs = definitions.flatMap((definition) => adjointSign(definition, naming) ?? []);
  const out: Definition[] = [];
  if (signs.length === 0) return out;
  const forward = new Map(definitions.map((definition) => [definition.key, definition]));
  for (const [key, sample] of samples) {
    const head = headOf(sample);
    const sign = signs.find(({ accent }) => accent === head?.accents[0]);
    if (!head || !sign || signs.some((one) => one.key === key)) continue;
    const use = naming.readName(withoutAccent(sample));
    const plain = use ? forward.get(use.key) : undefined;
    // Of a name that nothing says anything of there is nothing to know.
    if (!use || (!plain && !samples.has(use.key)) || use.family.length > 1) continue;
    const letters = plain?.family ?? use.family.flatMap((item) => familyLetter(item) ?? []);
    if (use.family.length !== letters.length) continue;
    const name = generalName(withoutAccent(sample), use, letters);
    const body: Expr = { ...sign.derivative, wrt: [{ name, order: 1 }] };
    const id = FIRST_ID + out.length;
    out.push({ id, key, family: letters, indices: [], args: null, body });
  }
  return out;
}

/** The letter of `t`, `t-1` or `\ell+1`. */
export function familyLetter(item: Expr): string | null {
  if (item.kind === 'add') return familyLetter(item.left);
  return item.kind === 'sym' ? item.base : null;
}

function adjointSign(definition: Definition, naming: Naming): AdjointSign | null {
  const { body, key } = definition;
  if (body.kind !== 'deriv' || body.top?.kind !== 'sym' || body.wrt.length !== 1) return null;
  const by = body.wrt[0]?.name;
  const use = by ? naming.readName(by) : null;
  const accent = /^\\(delta|Delta)\{/.exec(key)?.[1];
  if (!use || accent === undefined || !key.startsWith(`\\${accent}{${letterPart(use.key)}}`))
    return null;
  return { accent, derivative: body, key };
}

/** A key without its labels. */
function letterPart(key: string): string {
  return /^(?:\\[a-zA-Z]+\{[^{}]*\}|\\?[a-zA-Z]+)/.exec(key)?.[0] ?? key;
}

export function withoutAccent(node: Expr): Expr {
  const head = headOf(node);
  return head ? replaceNode(node, head, { ...head, accents: head.accents.slice(1) }) : node;
}

/** `h_{t-1}` as `h_t`, `W_{ij}` as `W`: the whole name, its family under the letter that its definition has. */
export function generalName(node: Expr, use: NameUse, letters: readonly string[]): Expr {
  const at = (item: Expr): Expr => {
    const k = use.family.indexOf(item);
    const letter = letters[k];
    if (letter === undefined) return item;
    return { kind: 'sym', base: letter, accents: [], font: 'plain', span: item.span };
  };
  if (node.kind === 'mark' && node.index)
    return { ...node, target: generalName(node.target, use, letters), index: at(node.index) };
  if (node.kind === 'pow') return { ...node, base: generalName(node.base, use, letters) };
  if (node.kind !== 'sub') return node;
  const target = generalName(node.target, use, letters);
  const indices = node.indices.filter((item) => !use.indices.includes(item)).map(at);
  return indices.length === 0 ? target : { ...node, target, indices };
}

/** What the entries of one letter may be of another: `x_i` of `X`. */
export interface RowCandidate {
  /** Seen as a vector with an index, or with both indices of a matrix. */
  readonly certain: boolean;
  /** Key of the matrix. */
  readonly whole: string;
  /** As its rows, and as its columns. */
  readonly forms: readonly Definition[];
}

/** `x_i` beside a matrix `X`, `\bar{o}_i` beside `\bar{O}`: never bare, never defined where the matrix is not. */
export function rowCandidates(
  names: Names,
  samples: ReadonlyMap<string, Expr>,
  defined: ReadonlySet<string>,
  valued: ReadonlySet<string>,
): RowCandidate[] {
  const { evidence, declarations } = names;
  const out = diagonalEntries(names, samples, new Set([...defined, ...valued]));
  for (const [key, shown] of evidence) {
    const head = headOf(samples.get(key) ?? NO_NAME);
    const base = head ? upperOf(head.base) : null;
    if (!head || base === null || !isWholeKey(key, head)) continue;
    // `\phi_i = \phi(x_i)`: a map and its values at the samples go by one letter.
    if (shown.bare || shown.indexed === 0 || (shown.called > 0 && !isMap(head))) continue;
    const upper: Sym = { ...head, base };
    const whole = baseKey(upper);
    const large = evidence.get(whole);
    if (!large && shown.indexed === 2) {
      const ofLabelled = labelledEntries(names, samples, { key, upper, defined }, out.length);
      if (ofLabelled) out.push(ofLabelled);
    }
    if (!large || large.called > 0 || (defined.has(key) && !defined.has(whole))) continue;
    const sizes = declarations.get(whole)?.sizes?.length;
    if (sizes === undefined ? !large.transposed && !defined.has(whole) : sizes !== 2) continue;
    const small = declarations.get(key)?.sizes;
    const certain = shown.vectors || shown.indexed === 2 || small?.length === 2;
    const use = names.naming.readName(samples.get(key) ?? NO_NAME);
    if (!use || use.family.length > 1) continue;
    // `w_{jk}^{(l)}`: of the layer's own matrix.
    const layers = use.family.length > 0 ? ['l'] : [];
    const of: Whole = { name: layers.length > 0 ? ofLayer(upper) : upper, layers };
    const forms = [row(key, of, out.length), column(key, of, out.length)];
    // Eigenvectors and singular vectors are columns.
    const vectors = /^ortho/.test(declarations.get(whole)?.structure ?? '');
    out.push({
      certain,
      whole,
      forms: vectors ? forms.slice(1) : forms,
    });
  }
  return out;
}

/** `X` of `x`, `\Phi` of `\varphi`: the letters that rows and their matrix go by. */
function upperOf(letter: string): string | null {
  if (/^[a-z]$/.test(letter)) return letter.toUpperCase();
  const greek = /^\\(?:var)?(phi|psi)$/.exec(letter)?.[1];
  return greek === undefined ? null : capital(`\\${greek}`);
}

/** `z_{ik}` beside `Z_1` and `Z_2`: the rows of one of them, of the last one where both fit. */
function labelledEntries(
  { evidence, declarations }: Names,
  samples: ReadonlyMap<string, Expr>,
  { key, upper, defined }: { key: string; upper: Sym; defined: ReadonlySet<string> },
  at: number,
): RowCandidate | null {
  const label = `${baseKey(upper)}_{`;
  const wholes = [...evidence.keys()].filter(
    (each) =>
      each.startsWith(label) && (defined.has(each) || declarations.get(each)?.sizes?.length === 2),
  );
  const last = wholes.at(-1);
  if (last === undefined || defined.has(key)) return null;
  const forms = wholes.reverse().flatMap((each, place) => {
    const name = samples.get(each);
    return name ? [row(key, { name, layers: [] }, at + place)] : [];
  });
  return { certain: true, whole: last, forms };
}

/** A matrix, or one in every layer. */
interface Whole {
  readonly name: Expr;
  readonly layers: readonly string[];
}

function ofLayer(target: Sym): Expr {
  return { kind: 'mark', target, mark: 'layer', index: letter('l', target), span: target.span };
}

/** `\lambda_i` beside a diagonal `\Lambda`, `\sigma_i` beside `\Sigma`: what stands on the diagonal. */
function diagonalEntries(
  { evidence, declarations }: Names,
  samples: ReadonlyMap<string, Expr>,
  defined: ReadonlySet<string>,
): RowCandidate[] {
  const out: RowCandidate[] = [];
  for (const [key, shown] of evidence) {
    const head = headOf(samples.get(key) ?? NO_NAME);
    if (!head || key !== baseKey(head) || shown.bare || shown.indexed !== 1) continue;
    const base = /^\\[a-z]/.test(head.base) ? capital(head.base) : head.base.toUpperCase();
    const upper: Sym = { ...head, base };
    const whole = baseKey(upper);
    if (defined.has(key) || whole === key || declarations.get(whole)?.structure !== 'diagonal')
      continue;
    const i = letter('i', upper);
    const of: Whole = { name: upper, layers: [] };
    out.push({ certain: true, whole, forms: [entry(key, of, FIRST_ID * 3 + out.length, [i, i])] });
  }
  return out;
}

/** `x`, or the `\mathbf{x}_i` beside any `\mathbf{x}`. */
function isWholeKey(key: string, head: Sym): boolean {
  const base = baseKey(head);
  return key === base || (key === `${base}_{\\cdot}` && head.font === 'bold');
}

/** `\phi`, `\psi`, of the letters of rows: what makes features of samples. */
function isMap({ base }: Sym): boolean {
  return base.startsWith('\\');
}

function capital(command: string): string {
  return `\\${command.charAt(1).toUpperCase()}${command.slice(2)}`;
}

const NO_NAME: Expr = { kind: 'num', text: '0', span: { start: 0, end: 0 } };

function row(key: string, whole: Whole, at: number): Definition {
  return entry(key, whole, FIRST_ID * 2 + at * 2, [letter('i', whole.name)]);
}

function column(key: string, whole: Whole, at: number): Definition {
  const all: Expr = { kind: 'text', text: ':', span: whole.name.span };
  return entry(key, whole, FIRST_ID * 2 + at * 2 + 1, [all, letter('i', whole.name)]);
}

function entry(
  key: string,
  { name, layers }: Whole,
  id: number,
  indices: readonly Expr[],
): Definition {
  const body: Expr = { kind: 'sub', target: name, indices, span: name.span };
  return { id, key, family: layers, indices: ['i'], args: null, body };
}

function letter(base: string, { span }: Expr): Expr {
  return { kind: 'sym', base, accents: [], font: 'plain', span };
}
