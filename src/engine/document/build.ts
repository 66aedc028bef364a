import { ConditionSpans } from './conditionSpans.js';
import { caseEndIn, conditionsIn } from './sentence/conditions.js';
import { cuesIn } from './sentence/cues.js';
import { factsIn } from './sentence/facts.js';
import { Flow } from './sentence/flow.js';
import { macrosIn } from './macros.js';
import type { Block, Fact, Macro, Outline } from './outline.js';
import { plainText } from './sentence/prose.js';
import { scanLatex } from './scan/latex.js';
import { scanMarkdown } from './scan/markdown.js';
import type { FormulaMark, Mark, SkipMark } from './scan/mark.js';
import { trimmed } from './scan/source.js';
import { ScopeTree } from './scopes.js';
import type { PartKind, SourceDocument, SourcePart } from './source.js';

/** Longest formula that is worth reading, in UTF-16 units. */
const MAX_FORMULA = 8192;
/** Formulas beyond this many are left alone. */
const MAX_FORMULAS = 5000;
const MAX_FACTS = 5000;
const MAX_MACROS = 1000;

/** Cuts a document into formulas and prose, scopes, macros and facts. Total: any text gives an outline. */
export function readOutline(document: SourceDocument): Outline {
  const builder = new OutlineBuilder();
  document.parts.forEach((part, index) => builder.addPart(part, index));
  return builder.finish();
}

class OutlineBuilder {
  readonly #tree = new ScopeTree();
  readonly #blocks: Block[] = [];
  readonly #macros: Macro[] = [];
  readonly #facts: Fact[] = [];
  readonly #conditions = new ConditionSpans((fact) => this.#facts.push(fact));
  readonly #flow = new Flow(
    (sentence) => {
      if (this.#facts.length >= MAX_FACTS) return;
      this.#facts.push(...factsIn(sentence));
      const caseEnd = caseEndIn(sentence);
      if (caseEnd !== null) this.#conditions.endCase(caseEnd);
      this.#conditions.add(conditionsIn(sentence));
    },
    (end) => this.#conditions.endParagraph(end),
  );
  #part = 0;
  #text = '';
  #kind: PartKind = 'markdown';
  #formulas = 0;
  /** Start of the prose that has not become a block yet, and what to leave out of it. */
  #from = 0;
  #skips: SkipMark[] = [];

  addPart(part: SourcePart, index: number): void {
    if (part.kind === 'code') return;
    this.#part = index;
    this.#text = part.text;
    this.#kind = part.kind;
    this.#from = 0;
    this.#skips = [];
    this.#flow.enter(index, this.#tree.current);
    const marks = part.kind === 'tex' ? scanLatex(part.text) : scanMarkdown(part.text);
    for (const mark of marks) this.#mark(mark);
    this.#prose(part.text.length, true);
    this.#flow.stop();
    this.#conditions.endAll(part.text.length);
  }

  finish(): Outline {
    return {
      scopes: this.#tree.scopes,
      blocks: this.#blocks,
      macros: this.#macros.slice(0, MAX_MACROS),
      facts: this.#facts.sort(byPlace).slice(0, MAX_FACTS),
    };
  }

  #mark(mark: Mark): void {
    switch (mark.kind) {
      case 'skip':
        this.#skips.push(mark);
        return;
      case 'number':
        return;
      case 'formula':
        this.#prose(mark.start, false);
        this.#formula(mark);
        break;
      case 'break':
        this.#prose(mark.start, true);
        this.#flow.endParagraph(mark.start);
        break;
      case 'open':
      case 'close':
        this.#prose(mark.start, true);
        this.#flow.stop();
        this.#conditions.endAll(mark.start);
        if (mark.kind === 'open') this.#tree.enter(mark);
        else this.#tree.close(mark);
        this.#flow.enter(this.#part, this.#tree.current);
        break;
      case 'macro':
        this.#prose(mark.start, false);
        this.#macros.push(...mark.macros);
        break;
      default:
        return mark satisfies never;
    }
    this.#from = mark.end;
  }

  /** Makes a block of the words up to `end`; an empty one where a formula ends the paragraph. */
  #prose(end: number, endsParagraph: boolean): void {
    const range = trimmed(this.#text, this.#from, end);
    const skips = this.#skips;
    this.#skips = [];
    const plain = plainText(this.#text, { start: this.#from, end, skips }, markupOf(this.#kind));
    const text = plain.text.trim();
    this.#from = end;
    if (text === '' && !(endsParagraph && this.#blocks.at(-1)?.kind === 'formula')) return;
    const { start } = range;
    this.#blocks.push({
      kind: 'prose',
      place: { part: this.#part, start, end: range.end },
      text,
      scope: this.#tree.current,
      endsParagraph,
    });
    if (text !== '') this.#flow.addText(plain, this.#kind === 'markdown');
  }

  #formula(mark: FormulaMark): void {
    if (this.#formulas >= MAX_FORMULAS) return;
    const definitions = macrosIn(
      this.#text,
      mark.inner.start,
      mark.inner.end,
      this.#kind === 'tex',
    );
    for (const definition of definitions) this.#macros.push(...definition.macros);
    const start = skipLeading(this.#text, mark.inner.start, mark.inner.end, definitions);
    const range = trimmed(this.#text, start, mark.inner.end);
    if (range.start >= range.end) return;
    this.#formulas++;
    const latex = this.#text.slice(range.start, range.end);
    const place = { part: this.#part, ...range };
    this.#flow.prepare(mark.display);
    this.#blocks.push({
      kind: 'formula',
      place,
      outer: { part: this.#part, start: mark.start, end: mark.end },
      latex,
      display: mark.display,
      ...(mark.environment !== undefined && { environment: mark.environment }),
      scope: this.#tree.current,
      ...(latex.length > MAX_FORMULA && { oversize: true as const }),
      cues: cuesIn(this.#flow.sentence),
    });
    this.#flow.addFormula({ latex, place, display: mark.display });
  }
}

function byPlace(a: Fact, b: Fact): number {
  return a.place.part - b.place.part || a.place.start - b.place.start;
}

function markupOf(kind: PartKind): 'tex' | 'markdown' {
  return kind === 'tex' ? 'tex' : 'markdown';
}

const label = /\s{0,99}\\label\{[^{}]{0,99}\}/y;

/** Past the definitions and labels that a formula begins with: they are no mathematics. */
function skipLeading(
  text: string,
  from: number,
  to: number,
  definitions: readonly { readonly start: number; readonly end: number }[],
): number {
  let at = from;
  for (const definition of definitions) {
    if (text.slice(at, definition.start).trim() !== '') break;
    at = definition.end;
  }
  label.lastIndex = at;
  return label.test(text) && label.lastIndex <= to ? label.lastIndex : at;
}
