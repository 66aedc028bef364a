/** Shapes of Markdown lines; each is tried at a line's start. */

/** `> `, as often as it stands there. */
export const quotePrefix = /(?: {0,3}> ?){1,6}/y;

/** ```` ``` ```` or `~~~`: fence, then the language. */
export const fenceLine = /[ \t]*(`{3,}|~{3,})[ \t]*([^\s`]*)[^\r\n`]*(?=[\r\n]|$)/y;

/** `# Title`: hashes, then the title. */
export const headingLine = /[ \t]{0,3}(#{1,6})[ \t]+([^\r\n]*)/y;

/** `- `, `* `, `1. `: bullet or number. */
export const listMarker = /[ \t]*(?:([-*+•◦▪])|(\d{1,3})[.)])(?:[ \t]+|(?=[\r\n]|$))/y;

/** The line under a heading of two lines. */
export const underline = /[ ]{0,3}(={2,}|-{3,})[ \t]*(?=[\r\n]|$)/y;

/** `|---|:--:|`, the line under a table's head. */
export const tableRule = /[ \t]*\|?[ \t]*:?-{1,99}:?[ \t]*\|[-:| \t]*(?=[\r\n]|$)/y;

/** A blank line with its line break. */
export const blankLine = /[ \t]*(?:\r\n|\n|\r|$)/y;

/** An indented line of code: what stands there is not the start of mathematics. */
export const codeLine = /(?: {4}| {0,3}\t)[ \t]*(?!\$|\\\[|\\begin|[\s]|$)/y;

/** The match of a shape at `at`, or null. */
export function shapeAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at;
  return shape.exec(text);
}
