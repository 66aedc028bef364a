import { backslashFormula } from './delimited.js';
import { dollarFormula } from './dollar.js';
import { codeSpan, fence, frontMatter, hiddenHtml, tickedDollar } from './hidden.js';
import * as lines from './lines.js';
import type { FormulaMark, Mark } from './mark.js';
import { decideNumbers } from './numbers.js';
import { createSource, lineEnd, nextLine, titleAt, type Source } from './source.js';
import { readLabel, readTitle, scopeOf, titleLevels } from './titles.js';

/** Finds formulas, headings, labels and what is to be passed over in a Markdown text. */
export function scanMarkdown(text: string): readonly Mark[] {
  return decideNumbers(text, new MarkdownScanner(text).run());
}

/** A heading is a name, not a text. */
const MAX_TITLE = 160;
const special = /[\\`$<|\t\r\n]/g;
/** Cells set apart by tabs, as tables come out of a PDF. */
const tabbedRow = /\S[ ]{0,9}\t[ ]{0,9}\S/;

class MarkdownScanner {
  readonly #source: Source;
  readonly #marks: Mark[] = [];
  #at = 0;
  /** The line before was blank, or there was none. */
  #afterBlank = true;
  #inList = false;
  #inTable = false;
  #inQuote = false;
  #lastItem = '';

  constructor(text: string) {
    this.#source = createSource(text, false);
  }

  run(): readonly Mark[] {
    const { text } = this.#source;
    this.#skipTo(frontMatter(text));
    while (this.#at < text.length) this.#block();
    return this.#marks;
  }

  /** One line, or the block that begins on it. */
  #block(): void {
    const { text } = this.#source;
    const quote = lines.shapeAt(lines.quotePrefix, text, this.#at);
    this.#inQuote = quote !== null;
    if (quote !== null) this.#skipTo(this.#at + quote[0].length);
    const blank = lines.shapeAt(lines.blankLine, text, this.#at);
    if (blank !== null) {
      this.#break(this.#at, this.#at + blank[0].length);
      this.#afterBlank = true;
      this.#inTable = false;
      return;
    }
    if (this.#fence() || this.#indentedCode()) return;
    const heading = this.#heading();
    if (!heading && this.#listAndLabel() && this.#fence()) return;
    this.#inline(lineEnd(text, this.#at), heading);
    this.#afterBlank = heading;
  }

  #fence(): boolean {
    const found = fence(this.#source.text, this.#at);
    if (found === null) return false;
    if (found.inner === null) this.#skipTo(found.end);
    else this.#formula({ kind: 'formula', ...found, inner: found.inner, display: true });
    this.#break(this.#at, this.#at);
    this.#afterBlank = true;
    return true;
  }

  #indentedCode(): boolean {
    const { text } = this.#source;
    if (!this.#afterBlank || this.#inList) return false;
    if (lines.shapeAt(lines.codeLine, text, this.#at) === null) return false;
    const end = lineEnd(text, this.#at);
    this.#skipTo(end);
    this.#at = nextLine(text, end);
    return true;
  }

  #heading(): boolean {
    const { text } = this.#source;
    const hashes = lines.shapeAt(lines.headingLine, text, this.#at);
    if (hashes !== null) {
      const level = hashes[1]?.length ?? 1;
      this.#open(hashes[2] ?? '', level, hashes[0].length - (hashes[2]?.length ?? 0));
      return true;
    }
    const end = lineEnd(text, this.#at);
    if (!this.#afterBlank || end - this.#at > 200) return false;
    const under = lines.shapeAt(lines.underline, text, nextLine(text, end));
    const title = text.slice(this.#at, end);
    if (under === null || !/\p{L}/u.test(title) || /^\s*(?:\||\$\$|\\)/.test(title)) return false;
    this.#open(title, under[1]?.startsWith('=') === true ? 1 : 2, 0);
    return true;
  }

  /** A heading's scope; `Solución` goes on with the exercise above it. */
  #open(title: string, level: number, marker: number): void {
    const kind = readTitle(title);
    const start = this.#at;
    const end = start + marker;
    this.#lastItem = '';
    this.#inList = false;
    this.#break(start, start);
    if (kind === 'answer') this.#marks.push({ kind: 'close', start, end, level });
    else {
      const scope = scopeOf(kind);
      this.#marks.push({
        kind: 'open',
        start,
        end,
        scope,
        level,
        title: title.trim().slice(0, MAX_TITLE),
      });
    }
    this.#at = end;
  }

  /** The list markers and the label that a line begins with; true where it is a list's item. */
  #listAndLabel(): boolean {
    const { text } = this.#source;
    let marker = lines.shapeAt(lines.listMarker, text, this.#at);
    const isItem = marker !== null;
    while (marker !== null && marker[0].length > 0) {
      const end = this.#at + marker[0].length;
      this.#break(this.#at, this.#at);
      const indent = marker[0].search(/\S/);
      if (marker[2] !== undefined && indent < 2) {
        this.#marks.push({ kind: 'number', start: this.#at, end, value: Number(marker[2]) });
        this.#at = end;
      } else this.#skipTo(end);
      this.#inList = true;
      marker = lines.shapeAt(lines.listMarker, text, this.#at);
    }
    if (this.#afterBlank && !isItem && !/[ \t]/.test(text[this.#at] ?? '')) this.#inList = false;
    this.#label(isItem || this.#afterBlank);
    return isItem;
  }

  #label(startsParagraph: boolean): void {
    const { text } = this.#source;
    const start = this.#at;
    const line = titleAt(text, start);
    const found = readLabel(line);
    if (found === null || (!startsParagraph && !follows(this.#lastItem, found.label))) return;
    if (found.kind === 'exercise' || found.kind === 'task') {
      if (!startsParagraph) return;
      this.#lastItem = '';
    }
    const isRomanOne = found.label === 'i' && this.#lastItem !== 'h' && this.#lastItem !== '';
    const kind = isRomanOne ? 'subitem' : found.kind;
    if (kind === 'item') this.#lastItem = found.label;
    const scope = scopeOf(kind);
    this.#break(start, start);
    const title = line.trim();
    this.#marks.push({ kind: 'open', start, end: start, scope, level: titleLevels[kind], title });
  }

  /** Formulas, code and comments up to the line's end, which a formula may carry further down. */
  #inline(firstEnd: number, endsParagraph: boolean): void {
    const { text } = this.#source;
    const isRow = this.#isTableRow(firstEnd);
    while (this.#at < text.length) {
      special.lastIndex = this.#at;
      const next = special.exec(text);
      if (next === null) {
        this.#at = text.length;
        return;
      }
      this.#at = next.index;
      if (next[0] === '\n' || next[0] === '\r') {
        if (isRow || endsParagraph) this.#break(this.#at, this.#at);
        this.#at = nextLine(text, this.#at);
        return;
      }
      this.#special(next[0], isRow ? firstEnd : this.#source.finder.paragraphEnd(this.#at));
      if (isRow && (next[0] === '|' || next[0] === '\t')) this.#break(next.index, next.index + 1);
    }
  }

  #isTableRow(end: number): boolean {
    const { text } = this.#source;
    if (lines.shapeAt(lines.tableRule, text, this.#at) !== null) this.#inTable = true;
    const rule = lines.shapeAt(lines.tableRule, text, nextLine(text, end));
    if (this.#inTable || rule !== null) return true;
    const line = text.slice(this.#at, Math.min(end, this.#at + 1000));
    return /^[ \t]{0,8}\|/.test(line) || tabbedRow.test(line);
  }

  #special(character: string, limit: number): void {
    const { text } = this.#source;
    if (character === '`') return this.#skipSpan(codeSpan(this.#source, this.#at, limit));
    if (character === '<') return this.#skipSpan(hiddenHtml(this.#source, this.#at));
    if (character === '$') return this.#dollar(limit);
    if (character === '\\') {
      const formula = backslashFormula(this.#source, this.#at);
      if (formula !== null && this.#isWhole(formula)) this.#formula(formula);
      else this.#at += text[this.#at + 1] === '\n' || text[this.#at + 1] === '\r' ? 1 : 2;
      return;
    }
    this.#at++;
  }

  #dollar(limit: number): void {
    const { text } = this.#source;
    const ticked = tickedDollar(this.#source, this.#at, limit);
    if (ticked !== null) return this.#formula(ticked);
    let run = 1;
    while (text[this.#at + run] === '$') run++;
    if (run > 2) {
      this.#at += run;
      return;
    }
    const formula = dollarFormula(this.#source, this.#at, limit);
    if (formula !== null && this.#isWhole(formula)) this.#formula(formula);
    else this.#at += run;
  }

  /** A formula over several lines of a quotation has the quotation's marks inside: not readable. */
  #isWhole(formula: FormulaMark): boolean {
    if (!this.#inQuote) return true;
    const { start, end } = formula.inner;
    return !/[\r\n][ \t]*>/.test(this.#source.text.slice(start, Math.min(end, start + 8000)));
  }

  #skipSpan(end: number | null): void {
    if (end === null) this.#at++;
    else if (end < 0) this.#at -= end;
    else this.#skipTo(end);
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
  }
}

/** `b` after `a`; a label in the middle of a paragraph counts only in turn. */
function follows(last: string, label: string): boolean {
  if (last === '') return label === 'a';
  return label.length === 1 && label.charCodeAt(0) === last.charCodeAt(0) + 1;
}
