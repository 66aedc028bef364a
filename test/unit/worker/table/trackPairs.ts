import { randomFrom, type Random } from '../../../../src/engine/random.js';

/** A table as a test changes it: rows of cells by column name. */
export interface Sheet {
  columns: string[];
  rows: Record<string, string>[];
}

export interface Pair {
  readonly train: Sheet;
  readonly test: Sheet;
}

const GENRES = ['Rock', 'Electronic', 'Hip-Hop', 'Folk', 'Jazz'] as const;

/**
 * Tracks drawn from one population and dealt to two tables: every difference between the two is
 * chance. Artists are on one side only, as they should be, and no number is a function of the genre.
 */
export function cleanPair(seed: number): Pair {
  const random = randomFrom(seed);
  const width = 6 + random.below(20);
  const features = Array.from({ length: width }, (_, at) => `mfcc.mean.${at + 1}`);
  const laws = features.map(() => lawOf(random));
  const ids = new Set<number>();
  const sheet = (rows: number, side: string): Sheet => ({
    columns: ['track_id', 'artist.name', 'key', 'explicit', ...features, 'track.genre1'],
    rows: Array.from({ length: rows }, () => {
      const genre = random.below(GENRES.length * 2);
      let id = 2 + random.below(160_000);
      while (ids.has(id)) id = 2 + random.below(160_000);
      ids.add(id);
      return {
        track_id: String(id),
        'artist.name': `${side} ${random.below(rows)}`,
        key: 'CDEFGAB'.charAt(random.below(7)),
        explicit: random.below(3) === 0 ? 'yes' : 'no',
        ...Object.fromEntries(features.map((name, at) => [name, laws[at]?.(genre) ?? ''])),
        'track.genre1': GENRES[Math.max(0, genre - GENRES.length)] ?? 'Rock',
      };
    }),
  });
  const train = sheet(250 + random.below(500), 'A');
  const test = sheet(120 + random.below(200), 'B');
  return { train, test: withoutColumn(test, 'track.genre1') };
}

/** Distributions as audio features have them: normal, skewed, with many zeros, in steps, with holes. */
function lawOf(random: Random): (genre: number) => string {
  const scale = 10 ** (random.below(7) - 3);
  const shift = random.normal() * 3;
  const pull = random.uniform() * 0.3;
  const normal = (genre: number): number => random.normal() + shift + pull * genre;
  switch (random.below(5)) {
    case 0:
      return (genre) => (scale * Math.exp(normal(genre) / 2)).toPrecision(6);
    case 1:
      return (genre) => (random.below(2) === 0 ? '0.0' : (scale * normal(genre)).toPrecision(7));
    case 2:
      return (genre) => String(Math.round(4 * normal(genre)));
    case 3:
      return (genre) => (random.below(12) === 0 ? '' : (scale * normal(genre)).toFixed(5));
    default:
      return (genre) => (scale * normal(genre)).toPrecision(8);
  }
}

export function withoutColumn({ columns, rows }: Sheet, name: string): Sheet {
  return { columns: columns.filter((column) => column !== name), rows };
}

export function csvOf({ columns, rows }: Sheet): string {
  const lines = rows.map((row) => columns.map((name) => quoted(row[name] ?? '')).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell;
}
