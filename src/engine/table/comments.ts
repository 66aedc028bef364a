import type { Body } from './body.js';
import { readNumber } from './number.js';

/** Reads a block with this mark for comments, after skipping lines. */
export type ReadWith = (mark: string, skip?: number) => Body;

/** The character that begins a comment where the first line begins with one; empty where there are no comments. */
export function commentMark(text: Uint8Array): string {
  const first = text.find((byte) => byte > 32);
  return MARKS.find((mark) => mark.charCodeAt(0) === first) ?? '';
}

/**
 * Decides what lines are that begin with the mark. One that names otherwise nameless columns is their header. Where
 * the mark stands within cells too, or begins lines that have all the cells of a row (`#N/A;3;4`), only the lines
 * before the table are comments, and are skipped.
 */
export function settleComments(
  read: ReadWith,
  mark: string,
): { readonly body: Body; readonly comment: string } {
  const body = read(mark);
  const { sample, header, width } = body;
  if (mark === '' || sample.comments === 0) return { body, comment: '' };
  if (sample.comments === 1 && header.levels === 0 && width > 1) {
    const named = read('');
    if (isNamed(named, width)) return { body: named, comment: '' };
  }
  const leading = (sample.lines[0] ?? 1) - 1;
  const within = sample.rows.some((row) => row.some((cell) => cell.includes(mark)));
  if (sample.comments <= leading && !within) return { body, comment: mark };
  const skipped = read('', leading);
  const rows = skipped.rows.filter((row) => row[0]?.startsWith(mark) === true);
  if (!rows.every((row) => row.length === width)) return { body, comment: mark };
  return { body: skipped, comment: '' };
}

const MARKS = ['#', '%'];

/** Whether the first line, which begins with the mark, holds a name for each column. */
function isNamed({ header, sample }: Body, width: number): boolean {
  const [names = []] = sample.rows;
  const isName = (cell: string): boolean =>
    cell.trim() !== '' && readNumber(cell, { decimal: '.', thousands: '' }) === undefined;
  return header.levels === 1 && names.length === width && names.every(isName);
}
