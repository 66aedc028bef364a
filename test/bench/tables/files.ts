import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { once } from 'node:events';

/** A file to be read, and how to write it. */
export interface BenchFile {
  readonly name: string;
  readonly rows: number;
  readonly header: string;
  readonly row: (index: number, random: () => number) => string;
}

const FAMILIES = [
  'chroma_cens',
  'chroma_cqt',
  'chroma_stft',
  'mfcc',
  'spectral_contrast',
  'tonnetz',
  'zcr',
];
const GENRES = [
  'Rock',
  'Electronic',
  'Experimental',
  'Hip-Hop',
  'Folk',
  'Instrumental',
  'Pop',
  'International',
];
const COLOURS = ['rojo', 'verde', 'azul'];

/** As the Free Music Archive's features: an id, 518 numbers of all scales, an unbalanced class. */
export const WIDE: BenchFile = {
  name: 'wide.csv',
  rows: 10_000,
  header: `track_id,${Array.from({ length: 518 }, (_, n) => `${FAMILIES[n % 7] ?? ''}.mean.${n}`).join(',')},track.genre1`,
  row: (index, random) => {
    const cells = [String(index + 2)];
    for (let n = 0; n < 518; n += 1)
      cells.push((normal(random) * 10 ** ((n % 7) - 3)).toPrecision(7));
    cells.push(GENRES[Math.min(7, Math.floor(random() * random() * 8))] ?? '');
    return cells.join(',');
  },
};

/** Ten columns of all kinds. */
export const TALL: BenchFile = {
  name: 'tall.csv',
  rows: 5_000_000,
  header: 'id,a,b,c,d,e,colour,name,at,flag',
  row: tallRow,
};

/** The same until the file has 2 GB. */
export const HUGE: BenchFile = { ...TALL, name: 'huge.csv', rows: 26_500_000 };

function tallRow(index: number, random: () => number): string {
  const at = new Date(Date.UTC(2020, 0, 1) + index * 1000).toISOString();
  return [
    index,
    normal(random).toFixed(4),
    normal(random).toFixed(4),
    Math.floor(random() * 1000),
    Math.floor(random() * 5),
    (-Math.log(1 - random())).toFixed(6),
    COLOURS[Math.floor(random() * 3)] ?? '',
    `name${Math.floor(random() * 5000)}`,
    `${at.slice(0, 10)} ${at.slice(11, 19)}`,
    random() < 0.5 ? 'True' : 'False',
  ].join(',');
}

/** Writes the file where it is not there yet. The same numbers every time. */
export async function writeFileOnce({ header, rows, row }: BenchFile, path: string): Promise<void> {
  if (existsSync(path)) return;
  const partial = `${path}.partial`;
  const stream = createWriteStream(partial);
  const random = uniform(20_261_121);
  let text = `${header}\n`;
  for (let index = 0; index < rows; index += 1) {
    text += `${row(index, random)}\n`;
    if (text.length < 1_000_000) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(text);
  await once(stream, 'finish');
  renameSync(partial, path);
}

/** mulberry32. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
