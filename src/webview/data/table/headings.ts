import type { Column } from '../../../shared/dataProtocol.js';

/** Seen by the grid when it joins equal neighbours, not by people: tells two groups of one name apart. */
const APART = '\u200B';

/**
 * The lines above each column, as many for all: `chroma_cens | mean | 01`. Shorter names stand at the
 * bottom. A group is joined with its neighbour only below the same parent.
 */
export function headingsOf(columns: readonly Column[]): readonly (readonly string[])[] {
  const levels = Math.max(1, ...columns.map(({ path }) => path.length));
  const marks = new Array<string>(levels).fill('');
  let before: readonly string[] = [];
  return columns.map(({ path, name }) => {
    const own = path.length === 0 ? [name] : path;
    const padded = [...new Array<string>(levels - own.length).fill(''), ...own];
    for (let level = 1; level < levels; level++) {
      const sameParent = padded.slice(0, level).every((part, index) => part === before[index]);
      if (!sameParent && before.length > 0 && padded[level] === before[level]) {
        marks[level] = marks[level] === '' ? APART : '';
      }
    }
    before = padded;
    return padded.map((part, level) => part + (marks[level] ?? ''));
  });
}
