import type { Place } from '../../text/span.js';
import { fold, type Plain } from './prose.js';

/** Stands in a sentence for a formula or for a name typed into the prose. */
export const MENTION = '\uFFFC';

/** A formula, or a name without delimiters, as part of a sentence. */
export interface Mention {
  readonly latex: string;
  readonly place: Place;
  readonly display: boolean;
}

/** A sentence with its formulas in it, folded for comparison with phrases. */
export interface Sentence {
  readonly text: string;
  /** Where each unit of `text` stands in the part. */
  readonly offsets: readonly number[];
  readonly mentions: ReadonlyMap<number, Mention>;
  readonly part: number;
  readonly scope: number;
}

/** A sentence longer than this is not one. */
const MAX_SENTENCE = 2000;

/**
 * Puts prose and formulas back together into sentences. A sentence may run on through a display that
 * stands in a paragraph of its own; headings, items and cells end it.
 */
export class Flow {
  readonly #finish: (sentence: Sentence) => void;
  readonly #leaveParagraph: (end: number) => void;
  #text = '';
  #offsets: number[] = [];
  #mentions = new Map<number, Mention>();
  #afterParagraph = false;
  #paragraphEnd = 0;
  #endsInDisplay = false;
  /** What came last ends no sentence: a display below may belong to it. */
  #isOpen = false;
  #part = 0;
  #scope = 0;

  /** `leaveParagraph` is told where a paragraph, with the displays that belong to it, has ended. */
  constructor(finish: (sentence: Sentence) => void, leaveParagraph: (end: number) => void) {
    this.#finish = finish;
    this.#leaveParagraph = leaveParagraph;
  }

  /** The sentence so far. */
  get sentence(): Sentence {
    return {
      text: this.#text,
      offsets: this.#offsets,
      mentions: this.#mentions,
      part: this.#part,
      scope: this.#scope,
    };
  }

  enter(part: number, scope: number): void {
    this.stop();
    this.#part = part;
    this.#scope = scope;
  }

  addText(plain: Plain, bareNames: boolean): void {
    if (this.#afterParagraph && !(this.#endsInDisplay && continues.test(plain.text))) this.#leave();
    this.#afterParagraph = false;
    if (plain.text.trim() !== '') {
      this.#endsInDisplay = false;
      this.#isOpen = !/[.?!]\s*$/.test(plain.text);
    }
    let from = 0;
    for (const end of sentenceEnds(plain.text)) {
      this.#append(plain, from, end, bareNames);
      this.stop();
      from = end;
    }
    this.#append(plain, from, plain.text.length, bareNames);
  }

  addFormula(mention: Mention): void {
    if (this.#text.length > MAX_SENTENCE) this.stop();
    this.#mention(mention, mention.place.start);
    this.#endsInDisplay = mention.display;
    this.#isOpen = true;
    if (mention.display && /[^.]\.\s*$/.test(mention.latex.slice(-8))) this.stop();
  }

  /** To be called before `addFormula`: a new paragraph that begins with `mention` may begin a sentence. */
  prepare(display: boolean): void {
    const goesOn = this.#isOpen && (display || /:\s*$/.test(this.#text));
    if (this.#afterParagraph && !goesOn) this.#leave();
    this.#afterParagraph = false;
  }

  endParagraph(at: number): void {
    if (!this.#afterParagraph) this.#paragraphEnd = at;
    this.#afterParagraph = true;
  }

  stop(): void {
    if (this.#text.trim() !== '') this.#finish(this.sentence);
    this.#text = '';
    this.#offsets = [];
    this.#mentions = new Map();
    this.#afterParagraph = false;
  }

  #leave(): void {
    this.stop();
    this.#leaveParagraph(this.#paragraphEnd);
  }

  #append(plain: Plain, from: number, to: number, bareNames: boolean): void {
    let at = from;
    const piece = plain.text.slice(from, to);
    if (bareNames) {
      for (const match of piece.matchAll(bareName)) {
        const start = from + match.index;
        this.#words(plain, at, start);
        const end = start + match[0].length;
        const place = {
          part: this.#part,
          start: plain.offsets[start] ?? 0,
          end: (plain.offsets[end - 1] ?? 0) + 1,
        };
        this.#mention({ latex: match[0], place, display: false }, place.start);
        at = end;
      }
    }
    this.#words(plain, at, to);
  }

  #words(plain: Plain, from: number, to: number): void {
    if (from >= to) return;
    if (this.#text.length > MAX_SENTENCE) this.stop();
    this.#text += fold(plain.text.slice(from, to));
    for (let i = from; i < to; i++) this.#offsets.push(plain.offsets[i] ?? 0);
  }

  #mention(mention: Mention, offset: number): void {
    this.#mentions.set(this.#text.length, mention);
    this.#text += MENTION;
    this.#offsets.push(offset);
  }
}

const continues = /^\s*(?:\p{Ll}|[,;)]|Donde\b|Where\b|Con\b|With\b)/u;

const terminator = /[.?!…]+(?=\s|$)/g;
const abbreviation =
  /(?:^|[\s(])(?:i\.e|e\.g|p\.\s?ej|ej|etc|figs?|eqs?|ecs?|dra?|prof|vs|cf|aprox|secs?|cap|n[uú]m|resp|def|w\.r\.t|s\.t|a\.k\.a)$/i;

function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(terminator)) {
    const before = text.slice(Math.max(0, match.index - 10), match.index);
    if (match[0] === '.' && abbreviation.test(before)) continue;
    ends.push(match.index + match[0].length);
  }
  return ends;
}

/**
 * Mathematics typed without delimiters, as texts converted from PDF have it: commands, names with
 * scripts, and single letters that are no Spanish or English word. `y` counts before a verb alone.
 */
const bareName =
  /\\[a-zA-Z]{1,20}(?:\{[^{}]{0,30}\})?(?:[_^](?:\{[^{}]{0,30}\}|[A-Za-z0-9*]))*|(?<![\p{L}\d_'’.\\(-])(?:[A-Za-z\u0391-\u03c9](?:[_^](?:\{[^{}]{1,30}\}|[A-Za-z0-9*]))+|[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ](?![\p{L}\d_'’)^(]|[.]\p{L})|y(?=\s(?:es|en|is)\s))/gu;
