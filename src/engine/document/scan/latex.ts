import { macroAt, macrosIn } from '../macros.js';
import {
  codeCommands,
  itemCommands,
  listEnvironments,
  sectionLevels,
  silentCommands,
} from './commands.js';
import { backslashFormula } from './delimited.js';
import { dollarFormula } from './dollar.js';
import { exerciseEnvironments, opaqueEnvironments } from './environments.js';
import { blankLine, shapeAt } from './lines.js';
import type { FormulaMark, Mark, OpenMark } from './mark.js';
import { decideNumbers } from './numbers.js';
import { createSource, groupEnd, lineEnd, nextLine, titleAt, type Source } from './source.js';
import { readLabel, readTitle, scopeOf, titleLevels } from './titles.js';

/** Finds formulas, headings, exercises, macros and what is to be passed over in a LaTeX text. */
export function scanLatex(text: string): readonly Mark[] {
  return decideNumbers(text, new LatexScanner(text).run());
}

/** Beyond this many definitions that do not close, the rest of a text is not searched for them. */
const MAX_FAILURES = 500;
const MAX_TITLE = 160;
/** Longest `\verb` that is looked for. */
const MAX_VERBATIM = 2000;
const special = /[\\$%&\r\n]/g;
const command = /\\([a-zA-Z@]+)\*?/y;
const environmentName = /\\(?:begin|end)\{([a-zA-Z@]{1,40})\*?\}(?:\[[^\][\r\n]{0,200}\])?/y;
/** What only lays out, before a paragraph begins: `\bigskip`. */
const spacing =
  /(?:\\(?:(?:big|med|small)skip|noindent|(?:new|clear)page|hrule|[vh]space\*?\{[^{}\r\n]{0,20}\})(?![a-zA-Z])[^\S\r\n]*(?:\r?\n[^\S\r\n]*)?){1,6}/y;

class LatexScanner {
  readonly #source: Source;
  readonly #marks: Mark[] = [];
  readonly #lists: { readonly numbered: boolean; count: number }[] = [];
  readonly #exercises: Set<string>;
  #at = 0;
  #afterBreak = true;
  #failures = 0;

  constructor(text: string) {
    this.#source = createSource(text, true);
    this.#exercises = new Set([...exerciseEnvironments, ...declaredExercises(text)]);
  }

  run(): readonly Mark[] {
    const { text } = this.#source;
    this.#preamble();
    this.#scanUntil(text.length);
    return this.#marks;
  }

  #scanUntil(limit: number): void {
    const { text } = this.#source;
    while (this.#at < limit) {
      if (this.#afterBreak) this.#paragraph();
      special.lastIndex = this.#at;
      const next = special.exec(text);
      if (next === null || next.index >= limit) {
        this.#at = Math.max(this.#at, limit);
        return;
      }
      this.#at = next.index;
      this.#special(next[0]);
    }
  }

  #preamble(): void {
    const { text } = this.#source;
    const body = text.indexOf('\\begin{document}');
    if (body < 0) return;
    const start = body + '\\begin{document}'.length;
    const macros = macrosIn(text, 0, body, true).flatMap((definition) => definition.macros);
    this.#marks.push({ kind: 'macro', start: 0, end: start, macros });
    this.#at = start;
  }

  /** A paragraph's label (`\textbf{Ejercicio 2.}`), where it has one. */
  #paragraph(): void {
    const { text } = this.#source;
    while (/\s/.test(text[this.#at] ?? '')) this.#at++;
    this.#afterBreak = false;
    const start = this.#at + (shapeAt(spacing, text, this.#at)?.[0].length ?? 0);
    const line = titleAt(text, start);
    if (/^\\(?:sub)*(?:section|paragraph|begin|end|item)\b/.test(line)) return;
    const found = readLabel(line);
    if (found === null) return;
    this.#open(start, start, scopeOf(found.kind), titleLevels[found.kind], line);
  }

  #special(character: string): void {
    const { text, finder } = this.#source;
    switch (character) {
      case '\\':
        return this.#backslash();
      case '$': {
        const formula = dollarFormula(this.#source, this.#at, finder.paragraphEnd(this.#at));
        if (formula !== null) return this.#formula(formula);
        this.#at += text[this.#at + 1] === '$' ? 2 : 1;
        return;
      }
      case '%':
        return this.#skipTo(nextLine(text, lineEnd(text, this.#at)));
      case '&':
        return this.#break(this.#at, this.#at + 1);
      default:
        return this.#newline();
    }
  }

  #newline(): void {
    const { text } = this.#source;
    const start = this.#at;
    this.#at = nextLine(text, start);
    let blank = shapeAt(blankLine, text, this.#at);
    if (blank === null || this.#at >= text.length) return;
    while (blank !== null && blank[0].length > 0) {
      this.#at += blank[0].length;
      blank = shapeAt(blankLine, text, this.#at);
    }
    this.#break(start, this.#at);
  }

  #backslash(): void {
    const formula = backslashFormula(this.#source, this.#at);
    if (formula !== null) return this.#formula(formula);
    const { text } = this.#source;
    const match = shapeAt(command, text, this.#at);
    if (match === null) {
      this.#at += text[this.#at + 1] === '\n' || text[this.#at + 1] === '\r' ? 1 : 2;
      return;
    }
    const name = match[1] ?? '';
    const end = this.#at + match[0].length;
    if (name === 'begin' || name === 'end') return this.#environment(name);
    if (this.#section(name, end) || this.#item(name, end) || this.#macro()) return;
    if (codeCommands.has(name)) return this.#verbatim(end);
    if (silentCommands.has(name)) return this.#skipTo(this.#argumentsEnd(end));
    this.#at = end;
  }

  #macro(): boolean {
    if (this.#failures > MAX_FAILURES) return false;
    const definition = macroAt(this.#source.text, this.#at);
    if (definition === null) {
      if (/^\\(?:new|def)/.test(this.#source.text.slice(this.#at, this.#at + 4))) this.#failures++;
      return false;
    }
    this.#marks.push({ kind: 'macro', ...definition });
    this.#at = definition.end;
    return true;
  }

  #section(name: string, end: number): boolean {
    const level = sectionLevels.get(name);
    if (level === undefined) return false;
    const { text } = this.#source;
    const open = shapeAt(/\s{0,9}(?:\[[^\][]{0,200}\])?\s{0,9}(?=\{)/y, text, end);
    if (open === null) return false;
    const start = this.#at;
    const inside = end + open[0].length + 1;
    const close = groupEnd(text, inside - 1, inside + 1000);
    const title = text.slice(inside, close < 0 ? inside : close - 1);
    const kind = readTitle(title);
    this.#break(start, start);
    this.#marks.push({ kind: 'skip', start, end: inside });
    if (kind === 'answer') this.#marks.push({ kind: 'close', start: inside, end: inside, level });
    else {
      this.#open(inside, inside, scopeOf(kind), level, title);
    }
    this.#at = inside;
    this.#afterBreak = false;
    if (close > 0) this.#scanUntil(close - 1);
    this.#break(this.#at, Math.max(this.#at, close));
    return true;
  }

  /** `\item`, `\question`, `\part`: those of an outermost list may be exercises, inner ones are parts. */
  #item(name: string, end: number): boolean {
    const kind = itemCommands.get(name);
    const list = this.#lists.at(-1);
    if (kind === undefined || (list === undefined && kind !== 'question')) return false;
    const start = this.#at;
    const option = shapeAt(/[ \t]*\[[^\][\r\n]{0,80}\]/y, this.#source.text, end);
    const textStart = end + (option?.[0].length ?? 0);
    this.#break(start, start);
    if (list !== undefined) list.count++;
    const title = titleAt(this.#source.text, textStart);
    if (kind === 'question') this.#open(start, textStart, 'exercise', titleLevels.exercise, title);
    else if (kind === 'part' || (list?.numbered === true && this.#lists.length > 1)) {
      const level = Math.min(titleLevels.item + Math.max(0, this.#lists.length - 2), 12);
      this.#open(start, textStart, 'item', level, title);
    } else if (list?.numbered === true) {
      this.#marks.push({ kind: 'number', start, end: textStart, value: list.count });
      this.#at = textStart;
    } else this.#skipTo(textStart);
    this.#afterBreak = false;
    return true;
  }

  #environment(side: 'begin' | 'end'): void {
    const { text, finder } = this.#source;
    const match = shapeAt(environmentName, text, this.#at);
    if (match === null) {
      this.#at += side.length + 1;
      return;
    }
    const start = this.#at;
    const end = start + match[0].length;
    const name = match[1] ?? '';
    if (side === 'end' && name === 'document') return this.#skipTo(text.length);
    if (side === 'begin' && opaqueEnvironments.has(name)) {
      const closing = `\\end{${name}`;
      const close = finder.next(closing, end);
      this.#skipTo(close < 0 ? end : Math.min(text.length, close + closing.length + 1));
      return this.#break(this.#at, this.#at);
    }
    this.#list(side, name, start);
    this.#break(start, start);
    if (side === 'begin' && this.#exercises.has(name)) {
      const title = /\[(.*)\]/.exec(match[0])?.[1] ?? name;
      this.#open(start, end, 'exercise', titleLevels.exercise, title);
    } else this.#skipTo(end);
  }

  #list(side: 'begin' | 'end', name: string, at: number): void {
    const list = listEnvironments.get(name);
    if (list === undefined) return;
    if (side === 'begin') {
      this.#lists.push({ numbered: list.numbered, count: 0 });
      return;
    }
    const closed = this.#lists.pop();
    if (closed?.numbered !== true || this.#lists.length === 0) return;
    const level = Math.min(titleLevels.item + this.#lists.length - 2, 11);
    this.#marks.push({ kind: 'close', start: at, end: at, level });
  }

  /** The end of `\verb|...|` or of `\url{...}`. */
  #verbatim(end: number): void {
    const { text } = this.#source;
    const first = shapeAt(/\{[a-z+]{1,20}\}(?=[{|!])/y, text, end);
    const open = first === null ? end : end + first[0].length;
    const delimiter = text[open] ?? '';
    const limit = lineEnd(text, open, open + MAX_VERBATIM);
    const close =
      delimiter === '{'
        ? groupEnd(text, open, limit)
        : closeOnLine(text, delimiter, open + 1, limit);
    this.#skipTo(close > open && !/[\s\w]/.test(delimiter) ? close : open);
  }

  #argumentsEnd(end: number): number {
    const { text } = this.#source;
    const option = shapeAt(/[ \t]*(?:\[[^\][\r\n]{0,300}\])?(?=\{)/y, text, end);
    if (option === null) return end;
    const close = groupEnd(text, end + option[0].length, end + 1000);
    return close < 0 ? end : close;
  }

  #open(start: number, end: number, scope: OpenMark['scope'], level: number, title: string): void {
    this.#marks.push({
      kind: 'open',
      start,
      end,
      scope,
      level,
      title: title.slice(0, MAX_TITLE).trim(),
    });
    this.#at = end;
  }

  #skipTo(end: number): void {
    if (end > this.#at) this.#marks.push({ kind: 'skip', start: this.#at, end });
    this.#at = end;
  }

  #formula(mark: FormulaMark): void {
    this.#marks.push(mark);
    this.#at = mark.end;
  }

  #break(start: number, end: number): void {
    this.#marks.push({ kind: 'break', start, end });
    this.#at = Math.max(this.#at, end);
    this.#afterBreak = true;
  }
}

function closeOnLine(text: string, delimiter: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (text[i] === delimiter) return i + 1;
  return -1;
}

/** Environments of the document's own whose name says that they state an exercise. */
function declaredExercises(text: string): string[] {
  const declarations = text.matchAll(
    /\\new(?:md)?theorem\*?\{([a-zA-Z]{1,40})\}(?:\[[^\][]{0,40}\])?\{([^{}]{1,60})\}/g,
  );
  return Array.from(declarations)
    .filter((match) => readTitle(`${match[2] ?? ''} 1`) === 'exercise')
    .map((match) => match[1] ?? '');
}
