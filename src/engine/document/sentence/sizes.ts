import { MENTION, type Sentence } from './flow.js';
import type { Fact } from '../outline.js';
import { compile, matchesOf } from '../phrases/pattern.js';
import { sizeWords } from '../phrases/words.js';
import { leftList, namesOf } from './subjects.js';

/** Sizes that a sentence gives: `$h$ con dimensión $H \times 1$`, `$x$ en $\mathbb{R}^d$`. */
export function sizesIn(sentence: Sentence): Fact[] {
  if (sentence.mentions.size === 0) return [];
  const named = matchesOf(sizePhrase, sentence.text).map((match) => {
    const end = match.index + match[0].length;
    const mention = sentence.mentions.get(end - 1);
    const detail = mention === undefined ? typedSize(match[1] ?? '') : sizeOf(mention.latex);
    return { start: match.index, end, detail };
  });
  const bare = Array.from(sentence.mentions, ([at, mention]) => ({
    start: at,
    end: at + 1,
    detail: isBareSize(sentence, at) ? sizeOf(mention.latex) : spaceOf(mention.latex, sentence, at),
  })).filter(({ start }) => !named.some((size) => start >= size.start && start < size.end));
  return [...named, ...bare].flatMap(({ start, end, detail }) =>
    fact(sentence, start, end, detail),
  );
}

const sizePhrase = compile(
  sizeWords,
  `\\s?(?:de |of |igual a |es |is |: ?|= ?)?\\(?(?:${MENTION}(?!\\s?[x×])|([a-z0-9${MENTION}]+\\s?[x×]\\s?[a-z0-9${MENTION}]+))`,
);

function fact(sentence: Sentence, start: number, end: number, detail: string | null): Fact[] {
  const owner = detail === null ? null : ownerOf(sentence, start, end);
  const subject = owner === null ? undefined : sentence.mentions.get(owner);
  if (owner === null || subject === undefined || detail === null) return [];
  const owners = shared.test(sentence.text.slice(owner + 1, start))
    ? leftList(sentence, owner, false)
    : [subject];
  const names = owners.flatMap((mention) => namesOf(mention));
  const place = {
    part: sentence.part,
    start: Math.min(subject.place.start, sentence.offsets[start] ?? 0),
    end: Math.max(subject.place.end, lastOffset(sentence, end - 1)),
  };
  return names.map((latex) => ({ kind: 'dimension', latex, detail, place, scope: sentence.scope }));
}

function lastOffset(sentence: Sentence, at: number): number {
  return sentence.mentions.get(at)?.place.end ?? (sentence.offsets[at] ?? 0) + 1;
}

/** `(2, 2)`, `H \times 1`, `n`: the inside of a size, or null where it is none. */
function sizeOf(latex: string): string | null {
  const text = latex.trim().replace(/[.,;]$/, '');
  const inner = /^(?:\\left)?\(([^()]*?)(?:\\right)?\)$/.exec(text)?.[1] ?? text;
  const parts = inner.split(/\\times|,|\\cdot/).map((part) => part.trim());
  return parts.length <= 4 && parts.every((part) => extent.test(part)) ? inner.trim() : null;
}

const extent = /^(?:\d{1,6}|\\?[A-Za-z]{1,8}(?:_(?:\w|\{\w{1,8}\}))?)(?:\s?[+-]\s?\d{1,4})?$/;

/** `H × 1` typed into the prose; both ends are letters or numbers. */
function typedSize(text: string): string | null {
  const parts = text.split(/\s?[x×]\s?/);
  if (parts.length !== 2 || text.includes(MENTION)) return null;
  return parts.join(' \\times ');
}

/** `$m \times n$` beside `matriz`, `de`, `es`. */
function isBareSize(sentence: Sentence, at: number): boolean {
  if (sentence.mentions.get(at)?.latex.includes('\\times') !== true) return false;
  const before = sentence.text.slice(Math.max(0, at - 12), at);
  const after = sentence.text.slice(at + 1, at + 10);
  return (
    /(?:^|\s)(?:de|of|matriz|matrix|an?|una|es|is|son|are)\s\(?$/.test(before) ||
    /^\s?matri/.test(after)
  );
}

/** The exponent of `\mathbb{R}^{m \times n}` after `en`, `in`, `de`. */
function spaceOf(latex: string, sentence: Sentence, at: number): string | null {
  const exponent =
    /^\\(?:mathbb|mathbf|Bbb)\s?\{?R\}?\s?\^\s?(?:\{([^{}]{1,60})\}|(\w))[.,;]?$/.exec(
      latex.trim(),
    );
  if (exponent === null) return null;
  const before = sentence.text.slice(Math.max(0, at - 60), at);
  if (!membership.test(before)) return null;
  return sizeOf(exponent[1] ?? exponent[2] ?? '');
}

/** What may stand between a name and the space it lies in. */
const membership = new RegExp(
  `${MENTION}[\\s,]{0,2}(?:(?:es|son|is|are|be|sea|sean|un|una|an?|the|el|la|vector(?:es|s)?|matri\\w{1,4}|puntos?|points?|pertenecen? a|belongs? to|lies?|vive|en|in|de|of)\\s){1,5}$`,
);

/** After these the size is another one than the name has. */
const change =
  /\b(?:ahora|replic\w*|convert\w*|conviert\w*|transform\w*|expand\w*|broadcast\w*|reshap\w*|now|becom\w*|pasa a)\b/;
/** `$F$ filtros de $k \times k$`: how many there are; the size is that of each. */
const counted =
  /^\s(?:filtros|filters|kernels|n[uú]cleos|canales|channels|capas|layers|neuronas|neurons|unidades|units|mapas|maps|im[aá]genes|images|ejemplos|examples|muestras|samples|matrices|vectores|vectors|cabezas|heads|clases|classes|puntos|points|bloques|blocks)\b/i;
/** `$y = T x$, con una matriz de Toeplitz de tamaño`: of a thing that has no name here. */
const another =
  /\b(?:con|with|por|by|mediante|usando|using)\s(?:una?|an?|otra|another)\s(?:[a-z]+\s){0,2}?(?:matri\w+|vector|filtro|filter|kernel|nucleo|tensor|array)\s/;
const boundary = /[.;?!]/;

/** `$A$ y $B$ son de $n \times n$`: a plural verb gives the size to all. */
const shared = /^\s?(?:son|sean|are|be|tienen|have)\s/;

/** Whose size it is: the name right after it, else the nearest name before it in the clause. */
function ownerOf(sentence: Sentence, start: number, end: number): number | null {
  const after = /^\s?(?:matrix|matriz|vector)?\s?(?=\uFFFC)/.exec(
    sentence.text.slice(end, end + 12),
  );
  const behind = end + (after?.[0].length ?? 0);
  const next = after === null ? undefined : sentence.mentions.get(behind);
  if (next !== undefined && namesOf(next).length > 0 && after?.[0].trim() !== '') return behind;
  for (let at = start - 1; at >= Math.max(0, start - 140); at--) {
    const unit = sentence.text[at] ?? '';
    if (boundary.test(unit)) return null;
    const mention = unit === MENTION ? sentence.mentions.get(at) : undefined;
    if (mention !== undefined && namesOf(mention).length > 0) {
      const between = sentence.text.slice(at + 1, start);
      return [change, counted, another].some((words) => words.test(between)) ? null : at;
    }
  }
  return null;
}
