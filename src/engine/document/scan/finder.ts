/**
 * Searches forward in one text and remembers the answers, so that asking from every position for
 * something that comes late or never costs one pass over the text and not one per question.
 */
export class Finder {
  readonly #text: string;
  readonly #strings = new Map<string, Found>();
  #blankLine: Found = { asked: 0, at: -2 };
  #ticks: Map<number, number[]> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where `wanted` stands at or after `from`, or -1. */
  next(wanted: string, from: number): number {
    const known = this.#strings.get(wanted);
    if (known !== undefined && covers(known, from)) return known.at;
    const at = this.#text.indexOf(wanted, from);
    this.#strings.set(wanted, { asked: from, at });
    return at;
  }

  /** As `next`, passing over those that a backslash takes away. */
  nextUnescaped(wanted: string, from: number): number {
    const key = `\\${wanted}`;
    const known = this.#strings.get(key);
    if (known !== undefined && covers(known, from)) return known.at;
    let at = this.#text.indexOf(wanted, from);
    while (at >= 0 && isEscaped(this.#text, at)) at = this.#text.indexOf(wanted, at + 1);
    this.#strings.set(key, { asked: from, at });
    return at;
  }

  /** The end of the line before the first blank line after `from`, or the text's end. */
  paragraphEnd(from: number): number {
    if (!covers(this.#blankLine, from)) {
      blankLine.lastIndex = from;
      const at = blankLine.exec(this.#text)?.index ?? -1;
      this.#blankLine = { asked: from, at };
    }
    return this.#blankLine.at < 0 ? this.#text.length : this.#blankLine.at;
  }

  /** Where a run of exactly `length` backticks stands at or after `from`, or -1. */
  ticks(length: number, from: number): number {
    this.#ticks ??= tickRuns(this.#text);
    const runs = this.#ticks.get(length);
    if (runs === undefined) return -1;
    while (runs.length > 0 && (runs.at(-1) ?? 0) < from) runs.pop();
    return runs.at(-1) ?? -1;
  }
}

interface Found {
  readonly asked: number;
  readonly at: number;
}

const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/g;

function covers(found: Found, from: number): boolean {
  if (found.at === -2 || from < found.asked) return false;
  return found.at === -1 || from <= found.at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (slashes < 64 && text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** Starts of the runs by length, the last in the text first: what lies behind is popped off. */
function tickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of text.matchAll(/`+/g)) {
    const list = runs.get(match[0].length);
    if (list === undefined) runs.set(match[0].length, [match.index]);
    else list.push(match.index);
  }
  for (const list of runs.values()) list.reverse();
  return runs;
}
