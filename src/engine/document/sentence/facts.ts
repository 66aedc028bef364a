import { MENTION, type Sentence } from './flow.js';
import type { Fact, FactKind } from '../outline.js';
import { compile, matchesOf } from '../phrases/pattern.js';
import { factRows } from '../phrases/factRows.js';
import { appliedIn } from './applied.js';
import { calledIn } from './called.js';
import { countsIn } from './counts.js';
import { firstColumnsIn } from './firstColumns.js';
import { logBasesIn } from './logBases.js';
import { rowsIn } from './rows.js';
import { sizesIn } from './sizes.js';
import { slopesIn } from './slopes.js';
import { namesOf, subjectsOf } from './subjects.js';

/** Kinds that are worth saying of the data at large, where no name is given. */
const nameless: ReadonlySet<FactKind> = new Set([
  'whitened',
  'elementwise',
  'einstein',
  'renewed',
  'differential',
  'by-columns',
]);

/** `ambas matrices son simétricas`, `(matrices simétricas)`: said of matrices that were not named. */
const MATRICES =
  /\b(?:ambas|todas las|las(?: dos)?|both|all|the(?: two)?) matri(?:ces|xes)(?: \p{L}+){1,3}$|\((?:con |para )?matrices \p{L}+$|\((?:for |with )?symmetric$/u;

/** Is it said of all there are, where it is said of no name? */
function isOfAll(kind: FactKind, text: string): boolean {
  return nameless.has(kind) || (kind === 'symmetric' && MATRICES.test(text));
}

/** Kinds whose noun takes a complement: `vector de pesos $w$`, `constante de regularización $c$`. */
const bridged: ReadonlySet<FactKind> = new Set([
  'vector',
  'row-vector',
  'matrix',
  'constant',
  'scalar',
  'probability-vector',
]);

const rows = factRows.map((row) => ({ kind: row.kind, expression: compile(row.patterns) }));
/** Most sentences say nothing of the kind: one search finds that out before every row looks. */
const anyProperty = new RegExp(rows.map(({ expression }) => expression.source).join('|'));
const namelessRows = rows.filter(({ kind }) => nameless.has(kind) || kind === 'symmetric');

/** What a sentence says of the names in it; conditions are read apart. */
export function factsIn(sentence: Sentence): readonly Fact[] {
  return [
    ...propertiesIn(sentence),
    ...sizesIn(sentence),
    ...countsIn(sentence),
    ...slopesIn(sentence),
    ...appliedIn(sentence),
    ...calledIn(sentence),
    ...rowsIn(sentence),
    ...logBasesIn(sentence),
    ...firstColumnsIn(sentence),
  ];
}

/** Properties (`simétrica`, `one-hot`) with the names they belong to. */
function propertiesIn(sentence: Sentence): Fact[] {
  if (!anyProperty.test(sentence.text)) return [];
  const facts: Fact[] = [];
  const candidates = sentence.mentions.size === 0 ? namelessRows : rows;
  for (const { kind: said, start, end } of properties(sentence.text, candidates)) {
    const subjects = subjectsOf(sentence, start, end, bridged.has(said));
    // What is not symmetric is a matrix all the same.
    if (subjects.negated && !ofMatrices.has(said)) continue;
    const kind = subjects.negated ? 'matrix' : said;
    const about = subjects.mentions.filter(
      ({ latex }) => !arrays.has(kind) || !ORDERED.test(latex),
    );
    const names = about.flatMap((mention) => [
      ...namesOf(mention),
      ...(ofMatrices.has(kind) ? aliasIn(mention.latex) : []),
    ]);
    if (names.length === 0 && !isOfAll(kind, sentence.text.slice(0, end))) continue;
    const place = placeOf(sentence, start, end, subjects.at);
    const owners = names.length === 0 ? [''] : names;
    const hot = kind === 'one-hot' ? labelAfter(sentence, end) : null;
    const more = hot === null ? {} : { detail: hot };
    facts.push(
      ...owners.map((latex): Fact => ({ kind, latex, place, scope: sentence.scope, ...more })),
    );
  }
  return facts;
}

/** "The vector of labels is $y$ and $\lambda > 0$": what is put in order is a number. */
const ORDERED = /[<>]|\\(?:l|g)(?:e|eq|t)(?![a-z])/;

const arrays: ReadonlySet<FactKind> = new Set(['vector', 'row-vector', 'matrix', 'one-hot']);

/** The o of "the one-hot vector of the word $o$". */
function labelAfter({ text, mentions }: Sentence, end: number): string | null {
  const found = OF_LABEL.exec(text.slice(end));
  const mention = found ? mentions.get(end + found[0].length - 1) : undefined;
  const [name, ...more] = mention ? namesOf(mention) : [];
  return name !== undefined && more.length === 0 ? name : null;
}

const OF_LABEL = new RegExp(
  `^\\s(?:de|del|para|of|for)\\s(?:(?:la|el|the)\\s)?(?:\\p{L}+\\s)?${MENTION}`,
  'u',
);

/** What only matrices can be. */
const ofMatrices: ReadonlySet<FactKind> = new Set([
  'symmetric',
  'positive-definite',
  'positive-semidefinite',
  'diagonal',
  'orthogonal',
  'orthonormal-columns',
]);

/** The V of "$A = V$ with orthonormal columns". */
function aliasIn(latex: string): string[] {
  const name = /=\s*(\\?[a-zA-Z]+|\\[a-zA-Z]+\{[a-zA-Z]\})\s*$/.exec(latex)?.[1];
  return name === undefined ? [] : [name];
}

interface Property {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
}

/** Where properties are named; of two on the same words the upper row of the table wins. */
function properties(text: string, candidates: typeof rows): Property[] {
  const found: Property[] = [];
  const taken = new Set<number>();
  for (const { kind, expression } of candidates) {
    for (const match of matchesOf(expression, text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.has(start) || taken.has(end - 1)) continue;
      for (let i = start; i < end; i++) taken.add(i);
      found.push({ kind, start, end });
    }
  }
  return found;
}

/** From the name to the property, whichever comes first. */
function placeOf(
  sentence: Sentence,
  start: number,
  end: number,
  subject: number | null,
): Fact['place'] {
  const first = Math.min(start, subject ?? start);
  const last = Math.max(end - 1, subject ?? start);
  const mention = sentence.mentions.get(last);
  return {
    part: sentence.part,
    start: sentence.offsets[first] ?? 0,
    end: mention?.place.end ?? (sentence.offsets[last] ?? 0) + 1,
  };
}
