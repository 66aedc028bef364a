import { MENTION, type Mention, type Sentence } from './flow.js';
import { namesIn } from './names.js';

/** The names that a property is said of. */
export interface Subjects {
  readonly mentions: readonly Mention[];
  /** Where the nearest of them stands in the sentence. */
  readonly at: number | null;
  /** `no es simétrica`: nothing is said. */
  readonly negated: boolean;
}

/** Names of a mention, with the part after a relation left out; a display is no subject. */
export function namesOf(mention: Mention | undefined): readonly string[] {
  return mention === undefined || mention.display ? [] : namesIn(mention.latex);
}

/**
 * Finds the names that the words from `start` to `end` are said of: `$A$ simétrica`, `$A$ es una matriz
 * simétrica`, `la matriz simétrica $A$`, `$A$ y $B$ son simétricas`. `bridged`: `vector de pesos $w$` is
 * said of `w`, unlike `sigmoide de la suma $a$`.
 */
export function subjectsOf(
  sentence: Sentence,
  start: number,
  end: number,
  bridged: boolean,
): Subjects {
  const negated = denied.test(sentence.text.slice(Math.max(0, start - 40), start));
  const subjects = nearestTo(sentence, start, end, bridged);
  return negated ? { ...subjects, negated } : subjects;
}

function nearestTo(sentence: Sentence, start: number, end: number, bridged: boolean): Subjects {
  const left = walkLeft(sentence, start);
  if (left.negated || left.linked || left.adjacent) return found(sentence, left);
  const right = rightList(sentence, end, bridged);
  if (right.length > 0)
    return {
      mentions: right.map(({ mention }) => mention),
      at: right[0]?.at ?? null,
      negated: false,
    };
  return isOfExpression(sentence, end) ? NOBODY : found(sentence, left);
}

const NOBODY: Subjects = { mentions: [], at: null, negated: false };

/** `para $c > 0$ la matriz $A + c I$`, `el vector $(1, 1)^\top$`: said of what has no name of its own. */
function isOfExpression(sentence: Sentence, end: number): boolean {
  const mention = sentence.mentions.get(bridgeEnd(sentence, end, shortBridge));
  if (!mention || namesOf(mention).length > 0) return false;
  return (
    /[-+,]|\\top|\^T/.test(mention.latex) &&
    !/\\(?:times|mathbb|in)(?![a-zA-Z])/.test(mention.latex)
  );
}

interface Walk {
  readonly at: number | null;
  readonly linked: boolean;
  readonly adjacent: boolean;
  readonly negated: boolean;
  readonly singular: boolean;
}

function found(sentence: Sentence, walk: Walk): Subjects {
  const mentions =
    walk.at === null || walk.negated ? [] : leftList(sentence, walk.at, walk.singular);
  return { mentions, at: walk.at, negated: walk.negated };
}

/** Words between a name and what is said of it. */
const MAX_WORDS = 9;
const token = new RegExp(`${MENTION}|[a-z0-9'-]+|[^\\s]`, 'g');

const copulas: ReadonlySet<string> = new Set(
  'es son sea sean ser siendo como denota denotan representa representan tiene tienen contiene estan esta is are be being as denotes denote represents represent has have are was'.split(
    ' ',
  ),
);
const plurals: ReadonlySet<string> = new Set(
  'son sean representan denotan tienen estan are be have as como'.split(' '),
);
const fillers: ReadonlySet<string> = new Set(
  (
    'fila filas renglon renglones row rows un una unos unas el la los las lo cada su sus entrada entradas componente componentes a an the each every its entry entries ' +
    'matriz matrices vector vectores funcion escalar numero numeros variable parametro parametros columna real reales cualquier ' +
    'matrix vectors function scalar number numbers parameter parameters column real any some ' +
    'simetrica simetricas simetrico definida positiva cuadrada diagonal invertible ortogonal constante fija fijo dada dado ' +
    'symmetric square invertible orthogonal constant fixed given positive definite estrictamente strictly'
  ).split(' '),
);
const negations: ReadonlySet<string> = new Set('no not ni nor nunca never isn aren'.split(' '));
/** `no necesariamente simétrica $A$`: right before the word, whoever it is said of. */
const denied =
  /(?:^|\s)(?:no|not|ni|nor|nunca|never)\s(?:(?:necesariamente|necessarily|siempre|always|general|es|es una?|be|an?)\s)*$/;
const stops: ReadonlySet<string> = new Set(
  'donde where si if pero but entonces then porque because para for con with cuando when luego so'.split(
    ' ',
  ),
);
const complements: ReadonlySet<string> = new Set(
  'de of en in por by del to a sobre over entre between'.split(' '),
);
/** What is said of these is said of the whole, row by row. */
const parts: ReadonlySet<string> = new Set('fila filas renglon renglones row rows'.split(' '));
const joiners: ReadonlySet<string> = new Set(['y', 'e', 'and', ',', '&']);

interface Token {
  readonly text: string;
  readonly at: number;
}

function tokensBefore(sentence: Sentence, end: number): Token[] {
  const from = Math.max(0, end - 160);
  const text = sentence.text.slice(from, end);
  return Array.from(text.matchAll(token), (match) => ({ text: match[0], at: from + match.index }));
}

/** `de norma unitaria` is said of the name; `la salida de softmax` is not. */
const ofItself = /^(?:norm|unit)/;

/** Back from a property to its subject, over verbs, articles and other properties. */
function walkLeft(sentence: Sentence, start: number): Walk {
  const tokens = tokensBefore(sentence, start);
  const nearest = tokens.at(-1)?.text ?? '';
  if (/^(?:de|del|of)$/.test(nearest) && !ofItself.test(sentence.text.slice(start, start + 6))) {
    return nothing;
  }
  const state = { linked: false, plain: true, negated: false, singular: false, words: 0 };
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { text, at } = tokens[i] ?? { text: '.', at: 0 };
    const before = tokens[i - 1]?.text ?? '';
    // `el objetivo con $c \in (0, 1)$ es $$q = ...$$ que es una distribución`: said of q, and not of c.
    if (text === MENTION && sentence.mentions.get(at)?.display) return nothing;
    if (text === MENTION && namesOf(sentence.mentions.get(at)).length > 0) {
      if (complements.has(before) && i < tokens.length - 1 && !state.linked) {
        state.plain = false;
        continue;
      }
      const adjacent = i === tokens.length - 1;
      // `el valor en $w$ es ...` speaks of the value, `las filas de $Y$ son ...` of Y.
      if (
        !adjacent &&
        complements.has(before) &&
        !isPart(tokens[i - 2]?.text ?? '', sentence, start)
      )
        return nothing;
      return state.linked || state.plain || state.negated ? { at, adjacent, ...state } : nothing;
    }
    if (!step(text, before, state)) return nothing;
  }
  return nothing;
}

/** `las columnas de $U$ son ortonormales`, but not "of norm one", is said of the whole too. */
function isPart(word: string, { text }: Sentence, property: number): boolean {
  const columns = /^col(?:umnas|umns)$/.test(word);
  return parts.has(word) || (columns && /^ort(?:h)?onorm/.test(text.slice(property, property + 9)));
}

const nothing: Walk = { at: null, linked: false, adjacent: false, negated: false, singular: false };

/** One word to the left; false where the subject can't lie behind it. */
function step(
  word: string,
  before: string,
  state: { linked: boolean; plain: boolean; negated: boolean; singular: boolean; words: number },
): boolean {
  if (stops.has(word) || /[.;?!]/.test(word) || ++state.words > MAX_WORDS) return false;
  if ((word === '(' || word === ')') && state.words > 1) return false;
  if (negations.has(word)) state.negated = true;
  else if (copulas.has(word)) {
    state.singular ||= !plurals.has(word);
    state.linked = true;
  } else if (word === ':') state.linked ||= before === MENTION;
  else if (joiners.has(word)) return before !== MENTION || (word === ',' && state.words === 1);
  else if (!fillers.has(word) && !state.linked) state.plain = false;
  return true;
}

/** The name at `at` and those joined to it on the left; one alone before `es`. */
export function leftList(sentence: Sentence, at: number, singular: boolean): Mention[] {
  const mentions: Mention[] = [];
  const first = sentence.mentions.get(at);
  if (first !== undefined) mentions.push(first);
  if (singular) return mentions;
  let end = at;
  while (mentions.length < 12) {
    const before = sentence.text.slice(Math.max(0, end - 12), end);
    const joined = joinedLeft.exec(before);
    if (joined === null) break;
    end -= joined[0].length;
    const mention = sentence.mentions.get(end);
    if (mention === undefined) break;
    mentions.unshift(mention);
  }
  return mentions;
}

const joinedLeft = new RegExp(`${MENTION}\\s?(?:,\\s?(?:y |e |and )?|\\s(?:y|e|and|&) )$`);
const joinedRight = new RegExp(`^\\s?(?:,\\s?(?:y |e |and )?|\\s?(?:y|e|and|&) )(?=${MENTION})`);

/** What may stand between a property and the name after it: `matriz`, `vector de pesos`, `(`. */
const noun =
  '(?:(?:matriz|matrices|vector|vectores|funcion|matrix|vectors|function|label|etiqueta|variable|number|value|valor|numero)s?\\s)?';
const complement =
  '(?:(?:de|of|del)\\s(?:las?\\s|los\\s|the\\s)?(?!dimension|tamano|orden|size|shape|order|length)[a-z]+\\s(?:[a-z]+\\s)?)?';
/** `matriz simétrica $A$` is said of the matrix too. */
const adjective =
  '(?:(?:diagonal|simetrica|cuadrada|invertible|ortogonal|aleatoria|unitario|columna|fila|one-hot|real)\\s)?';
const shortBridge = new RegExp(`^\\s?${noun}${adjective}[("]?\\s?(?=${MENTION})`);
const longBridge = new RegExp(`^\\s?${noun}${adjective}${complement}[("]?\\s?(?=${MENTION})`);

function rightList(
  sentence: Sentence,
  end: number,
  bridged: boolean,
): { mention: Mention; at: number }[] {
  const list: { mention: Mention; at: number }[] = [];
  const bridge = bridged ? longBridge : shortBridge;
  let at = bridgeEnd(sentence, end, bridge);
  // `el vector de respuestas es $y$ y $c$ ...`: said of the first alone.
  const word = /([a-z]+)\s?$/.exec(sentence.text.slice(end, at))?.[1] ?? '';
  const singular = copulas.has(word) && !plurals.has(word);
  while (at >= end && list.length < 12) {
    const mention = sentence.mentions.get(at);
    if (mention === undefined || namesOf(mention).length === 0) break;
    list.push({ mention, at });
    if (singular) break;
    const joined = joinedRight.exec(sentence.text.slice(at + 1, at + 12));
    if (joined === null) break;
    const next = at + 1 + joined[0].length;
    if (isAnothersSubject(sentence, next)) break;
    at = next;
  }
  return list;
}

/** Where a name stands after the words that may lead to it, or -1. */
function bridgeEnd(sentence: Sentence, end: number, bridge: RegExp): number {
  return end + (bridge.exec(sentence.text.slice(end, end + 60))?.[0].length ?? -1 - end);
}

/** `un escalar $x$ y $A$ es ...`: the second name begins a statement of its own. */
function isAnothersSubject(sentence: Sentence, at: number): boolean {
  const word = /^\s?([a-z]+)/.exec(sentence.text.slice(at + 1, at + 16))?.[1] ?? '';
  return copulas.has(word) || fillers.has(word);
}
