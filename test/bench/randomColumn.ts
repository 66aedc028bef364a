import type { Random } from '../../src/engine/random.js';
import type { RandomForm } from './randomTable.js';

/** A column as it is written, and what is meant. */
export interface RandomColumn {
  readonly name: string;
  readonly kind: string;
  /** Whether its cells are not text. */
  readonly typed: boolean;
  readonly written: readonly string[];
  /** As programs write it; null where there is no value. */
  readonly values: readonly (string | null)[];
}

type Cell = readonly [written: string, value: string];

interface Maker {
  readonly kind: string;
  /** One maker for a column, which may choose something for all of its cells. */
  readonly make: (random: Random, form: RandomForm) => (row: number) => Cell;
}

/** A column of some kind; some of its cells may be missing. */
export function randomColumn(
  random: Random,
  form: RandomForm,
  at: number,
  count: number,
): RandomColumn {
  const maker = MAKERS[random.below(MAKERS.length)] ?? TEXT;
  const cell = maker.make(random, form);
  const gaps = random.uniform() < 0.3 ? 0.15 : 0;
  const word = WORDS[random.below(WORDS.length)] ?? '';
  const cells = Array.from({ length: count }, (_, row): readonly [string, string | null] =>
    // The first two have a value, so that every column shows what it is.
    row > 1 && random.uniform() < gaps ? [word, null] : cell(row),
  );
  return {
    name: `${NAMES[random.below(NAMES.length)] ?? 'x'}_${at}`,
    kind: maker.kind,
    typed: maker.kind !== 'text',
    written: cells.map(([written]) => written),
    values: cells.map(([, value]) => value),
  };
}

const NAMES = [
  'edad',
  'año',
  'nota',
  'género',
  'mfcc mean',
  'x',
  'Precio (¢)',
  'id',
  "l'age",
  'a.b',
];
const WORDS = ['', '', 'NA', 'NaN', 'N/D', 'null', '#N/A'];
const LETTERS = [
  'rock',
  'hip hop',
  'San José',
  'ñandú',
  'a, b',
  'c; d',
  'x "y" z',
  'tab\taquí',
  "d'or",
  '50%',
];

const TEXT: Maker = {
  kind: 'text',
  make: (random) => () => {
    const word = LETTERS[random.below(LETTERS.length)] ?? '';
    const cell = random.uniform() < 0.05 ? `${word}\nsegunda línea` : word;
    return [cell, cell];
  },
};

const MAKERS: readonly Maker[] = [
  TEXT,
  {
    kind: 'integer',
    make: (random, form) => (row) => {
      // `123,456` alone may be a decimal; a million cannot.
      const value = row === 0 ? 1_234_567 : random.below(2_000_000) - 1_000_000;
      return [apart(String(value), form), String(value)];
    },
  },
  {
    kind: 'real',
    make: (random, form) => (row) => {
      const value = (random.normal() * 10 ** (random.below(7) - 2)).toFixed(
        row === 0 ? 2 : 1 + random.below(5),
      );
      const [whole = '', decimals = ''] = value.split('.');
      return [`${apart(whole, form)}${form.decimal}${decimals}`, value];
    },
  },
  {
    kind: 'real',
    make: (random, form) => () => {
      const value = random.normal().toExponential(3);
      return [value.replace('.', form.decimal), value];
    },
  },
  {
    kind: 'code',
    make: (random) => (row) => {
      const value = row === 0 ? '00042' : String(random.below(100_000)).padStart(5, '0');
      return [value, value];
    },
  },
  {
    kind: 'bigint',
    make: (random) => () => {
      const value = `9${String(random.below(1e9)).padStart(9, '1')}${String(random.below(1e9)).padStart(8, '2')}`;
      return [value, value];
    },
  },
  {
    kind: 'boolean',
    make: (random) => {
      const pairs = [
        ['sí', 'no'],
        ['True', 'False'],
        ['VERDADERO', 'FALSO'],
        ['yes', 'no'],
      ];
      const [yes = '', no = ''] = pairs[random.below(pairs.length)] ?? [];
      return (row) => {
        const value = row === 0 || (row !== 1 && random.uniform() < 0.5);
        return [value ? yes : no, String(value)];
      };
    },
  },
  {
    kind: 'date',
    make: (random) => {
      const order = random.below(3);
      return (row) => {
        const year = 1990 + random.below(40);
        const month = two(1 + random.below(12));
        const day = two(row < 2 ? 13 + random.below(15) : 1 + random.below(28));
        const iso = `${year}-${month}-${day}`;
        const written = [iso, `${day}/${month}/${year}`, `${month}/${day}/${year}`][order] ?? iso;
        return [written, iso];
      };
    },
  },
  {
    kind: 'datetime',
    make: (random) => () => {
      const time = `${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}`;
      const value = `2024-${two(1 + random.below(12))}-${two(1 + random.below(28))} ${time}`;
      return [value, value];
    },
  },
  {
    kind: 'text',
    make: (random) => () => {
      const value = `[${random.below(30)}, ${random.below(30)}]`;
      return [value, value];
    },
  },
];

/** Marks between thousands, where they are set apart. */
function apart(digits: string, { thousands }: RandomForm): string {
  return thousands === '' ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, thousands);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
