import type { Position } from '../engine/index.js';

/** Finds lines and columns fast: `\r\n`, `\n` and `\r` end a line, as in VS Code. */
export interface Lines {
  readonly positionAt: (offset: number) => Position;
  /** A line's text without its end; lines count from 1. */
  readonly textOf: (line: number) => string;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return {
    positionAt: (offset) => {
      const within = Math.min(Math.max(offset, 0), text.length);
      const line = lastNotAfter(starts, within);
      return { offset: within, line: line + 1, column: within - (starts[line] ?? 0) + 1 };
    },
    textOf: (line) => text.slice(starts[line - 1], starts[line]).replace(/[\r\n]+$/, ''),
  };
}

/** Index of the last start that is not after the offset. */
function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
