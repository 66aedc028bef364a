import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** Rows that differ; after them the same ones come again, under other numbers. */
const different = 500;

/**
 * Writes a table as the Free Music Archive's features are: an id, numbers of all scales, a class.
 *
 * @returns {Promise<number>} its bytes
 */
export async function writeWideFile(file, rows, columns = 520) {
  const numbers = Array.from({ length: columns - 2 }, (_, at) => at);
  const tails = Array.from({ length: different }, (_, row) => {
    return `${cellsOf(row, columns - 2)},${row % 3 === 0 ? 'Folk' : 'Rock'}`;
  });
  const out = createWriteStream(file);
  let text = `track_id,${numbers.map((at) => `mfcc.mean.${at}`).join(',')},track.genre1\n`;
  for (let row = 0; row < rows; row++) {
    text += `${row + 2},${tails[row % different]}\n`;
    if (text.length < 4_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
  return out.bytesWritten;
}

/** Lines of such numbers, cut at a width. */
export function wideText(lines, width) {
  const each = Array.from({ length: lines }, (_, row) => cellsOf(row, width / 4).slice(0, width));
  return each.join('\n');
}

function cellsOf(row, columns) {
  const numbers = Array.from({ length: columns }, (_, at) => at);
  return numbers
    .map((at) => (Math.sin(row * 7.1 + at * 1.3) * 10 ** (at % 4)).toFixed(2))
    .join(',');
}
