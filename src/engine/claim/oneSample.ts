import type { Expr } from '../expression/node.js';
import { mapChildren, replaceLetter } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import type { Definition, NameUse } from '../interpret/context.js';
import { printLatex } from '../latex/print.js';
import { labelText } from './key.js';
import type { Naming } from './naming.js';

/** `z_c = Z_{ic}`: the row of a sample that is not said to vary. */
interface Row {
  readonly definition: Definition;
  /** The letter of the sample, and that of the entry. */
  readonly sample: string;
  readonly entry: string;
  /** The name of the whole, and where its letters stand in it. */
  readonly whole: string;
  readonly at: readonly [sample: number, entry: number];
}

/**
 * "For one sample i we write $z_c = Z_{ic}$, $p_c = P_{ic}$": the names stand for themselves, and for what the whole is
 * made of, said of that sample. Definitions that stay are the same ones.
 */
export function inOneSample(
  definitions: readonly Definition[],
  samples: ReadonlyMap<string, Expr>,
  roots: readonly Expr[],
  naming: Naming,
): readonly Definition[] {
  const rows = definitions.flatMap((definition) => rowOf(definition, naming) ?? []);
  if (rows.length === 0) return definitions;
  const shut = derivedBy(roots, naming).every((key) =>
    rows.some(({ definition, whole }) => key === definition.key || key === whole),
  );
  return definitions.flatMap((definition) => {
    const row = rows.find((one) => one.definition === definition);
    if (!row) return definition;
    const whole = definitions.find(({ key, args }) => key === row.whole && args === null);
    if (!whole || (shut && whole.indices.length === 0)) return [];
    const body = inRow(whole, row, rows, samples, naming);
    return body ? { ...definition, body } : definition;
  });
}

/** Slopes by what a row is made of, `W` in `Z = X W`, are not seen by who does not look into it. */
function derivedBy(roots: readonly Expr[], naming: Naming): readonly string[] {
  const names: Expr[] = [];
  for (const root of roots)
    walk(root, (node) => {
      if (node.kind === 'deriv') names.push(...node.wrt.map(({ name }) => name));
      if (node.kind === 'nabla' && node.wrt) names.push(node.wrt);
    });
  return names.flatMap((name) => {
    const use = naming.readName(name);
    return use ? wholeOf(use) : [];
  });
}

function rowOf(definition: Definition, naming: Naming): Row | null {
  const { indices, family, args, body } = definition;
  const [entry, ...more] = indices;
  const use = args || family.length > 0 || more.length > 0 ? null : entryOf(body, naming);
  if (entry === undefined || !use?.indices.every((index) => index.kind === 'sym')) return null;
  const letters = use.indices.map(labelText);
  const at = letters.indexOf(entry);
  const sample = letters[1 - at];
  if (at < 0 || sample === undefined || sample === entry || use.whole === definition.key)
    return null;
  return { definition, sample, entry, whole: use.whole, at: [1 - at, at] };
}

/** The entry of a matrix: `P_{ic}`, `(Z_2)_{ic}`. */
function entryOf(node: Expr, naming: Naming): Entry | null {
  const use = naming.readName(node);
  if (use?.indices.length === 2) return { whole: wholeOf(use), indices: use.indices };
  const target =
    node.kind === 'sub' && node.indices.length === 2 ? naming.readName(node.target) : null;
  if (node.kind !== 'sub' || !target || target.indices.length > 0) return null;
  return { whole: wholeOf(target), indices: node.indices };
}

interface Entry {
  readonly whole: string;
  readonly indices: readonly Expr[];
}

/** `Z_2` is another whole than `Z_1`. */
function wholeOf({ key, family }: NameUse): string {
  return [key, ...family.map((member) => printLatex(member))].join(' ');
}

/** The body of the whole for the sample, in the names of its rows; null where it speaks of other samples too. */
function inRow(
  { indices, body }: Definition,
  { sample, entry, at }: Row,
  rows: readonly Row[],
  samples: ReadonlyMap<string, Expr>,
  naming: Naming,
): Expr | null {
  const [from, to] = [indices[at[0]], indices[at[1]]];
  if (indices.length !== 2 || from === undefined || to === undefined) return null;
  const letter = (base: string): Expr => ({
    kind: 'sym',
    base,
    accents: [],
    font: 'plain',
    span: body.span,
  });
  const said = replaceLetter(replaceLetter(body, from, letter(sample)), to, letter(entry));
  const named = (node: Expr): Expr => {
    const use = entryOf(node, naming);
    const row = use && rows.find(({ whole }) => whole === use.whole);
    const sign = row && samples.get(row.definition.key);
    const of = use?.indices[row?.at[0] ?? 0];
    const index = use?.indices[row?.at[1] ?? 0];
    if (!row || sign?.kind !== 'sub' || !of || !index) return mapChildren(node, named);
    return labelText(of) === sample ? { ...sign, indices: [index], span: node.span } : node;
  };
  const result = named(said);
  const left = (node: Expr): boolean => node.kind === 'sym' && node.base === sample;
  return some(result, left) ? null : result;
}
