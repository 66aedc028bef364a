import type { Dialect } from '../../src/engine/table/dialect.js';
import { randomFrom, type Random } from '../../src/engine/random.js';
import { randomColumn, type RandomColumn } from './randomColumn.js';

/** A file made from a seed, with what was meant by it. */
export interface RandomTable {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly meant: Meant;
}

export interface Meant {
  readonly dialect: Pick<
    Dialect,
    'encoding' | 'delimiter' | 'decimal' | 'comment' | 'initialSpace' | 'newline'
  >;
  readonly levels: number;
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A table of random columns, written in a random way that a person could understand. */
export function randomTable(seed: number): RandomTable {
  const random = randomFrom(seed);
  const form = randomForm(random);
  const width = 2 + random.below(7);
  const count = 8 + random.below(60);
  const columns = Array.from({ length: width }, (_, at) => randomColumn(random, form, at, count));
  const levels = columns.some(({ typed }) => typed) && random.uniform() < 0.15 ? 0 : 1;
  const lines = [
    ...(form.comment === '' ? [] : [`${form.comment} exportado, 2024`]),
    ...(levels === 1 ? [columns.map(({ name }) => quoted(name, form, random))] : []),
    ...Array.from({ length: count }, (_, row) => cells(columns, row, form, random)),
  ].map((line) => (typeof line === 'string' ? line : line.join(form.joint)));
  const text = lines.map((line) => line + newline(form, random)).join('');
  return {
    name: `random-${seed}`,
    bytes: encoded(text, form),
    meant: {
      dialect: { ...form, initialSpace: form.joint.length > 1 },
      levels,
      names: columns.map(({ name }, at) => (levels === 1 ? name : `c${at}`)),
      kinds: columns.map(({ kind }) => kind),
      rows: Array.from({ length: count }, (_, row) =>
        columns.map(({ values }) => values[row] ?? null),
      ),
    },
  };
}

/** How a random table is written. */
export interface RandomForm {
  readonly encoding: Dialect['encoding'];
  readonly bom: boolean;
  readonly delimiter: string;
  /** The delimiter, perhaps with a space. */
  readonly joint: string;
  readonly decimal: '.' | ',';
  readonly thousands: string;
  readonly newline: Dialect['newline'];
  readonly comment: string;
  /** Whether cells are quoted that need not be. */
  readonly quoteAll: boolean;
}

function randomForm(random: Random): RandomForm {
  const delimiter = pick(random, [',', ',', ';', ';', '\t', '|']);
  const decimal = delimiter !== ',' && random.uniform() < 0.5 ? ',' : '.';
  const apart = random.uniform() < 0.2;
  const encoding = pick(random, ['utf-8', 'utf-8', 'utf-8', 'windows-1252', 'utf-16le'] as const);
  const spaced = delimiter === ',' && random.uniform() < 0.1;
  return {
    encoding,
    bom: encoding === 'utf-16le' || (encoding === 'utf-8' && random.uniform() < 0.2),
    delimiter,
    joint: spaced ? ', ' : delimiter,
    decimal,
    thousands: apart && delimiter !== ',' ? (decimal === ',' ? '.' : ',') : '',
    newline: pick(random, ['\n', '\n', '\r\n', 'mixed']),
    comment: random.uniform() < 0.1 ? '#' : '',
    quoteAll: random.uniform() < 0.2,
  };
}

function cells(
  columns: readonly RandomColumn[],
  row: number,
  form: RandomForm,
  random: Random,
): string[] {
  return columns.map(({ written }) => quoted(written[row] ?? '', form, random));
}

function quoted(cell: string, form: RandomForm, random: Random): string {
  const must = /["\r\n]/.test(cell) || cell.includes(form.delimiter) || cell.startsWith(' ');
  const may = form.quoteAll && cell !== '' && random.uniform() < 0.7;
  return must || may ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function newline(form: RandomForm, random: Random): string {
  if (form.newline !== 'mixed') return form.newline;
  return random.uniform() < 0.5 ? '\n' : '\r\n';
}

function encoded(text: string, { encoding, bom }: RandomForm): Uint8Array {
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  if (encoding === 'windows-1252') return new Uint8Array(Buffer.from(text, 'latin1'));
  return new TextEncoder().encode((bom ? '\ufeff' : '') + text);
}

function pick<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[random.below(items.length)] ?? items[0];
}
