import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../src/engine/table/column.js';
import type { Dialect } from '../../../../src/engine/table/dialect.js';
import { readPreview } from '../../../../src/engine/table/preview.js';
import { createTranscoder, widen, type Tally } from '../../../../src/engine/table/transcode.js';
import { plainCells } from '../../../bench/readWhole.js';
import { messyFiles } from './messy.js';

interface Passed {
  readonly rows: (string | null)[][];
  readonly tally: Tally;
}

function pass(
  bytes: Uint8Array,
  dialect: Dialect,
  columns: readonly Column[],
  cuts: readonly number[],
): Passed {
  const transcoder = createTranscoder(dialect, columns);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b)];
  const pieces = places.map((from, at) =>
    transcoder.push(bytes.slice(from, places[at + 1] ?? bytes.length)),
  );
  const plain = Buffer.concat([...pieces, transcoder.end()]).toString('utf8');
  return { rows: plainCells(plain), tally: transcoder.tally() };
}

function opened(
  bytes: Uint8Array,
  complete = true,
): { dialect: Dialect; columns: readonly Column[]; rows: readonly (readonly (string | null)[])[] } {
  const result = readPreview(bytes, complete);
  if (!result.ok) throw new Error(result.problem.code);
  return result.block;
}

/** What is known of a file once it was read to its end. */
function settled(bytes: Uint8Array): { dialect: Dialect; columns: readonly Column[] } {
  const known = opened(bytes);
  const { tally } = pass(bytes, known.dialect, known.columns, []);
  return tally.misfits.length === 0 ? known : widen(known.dialect, known.columns, tally.misfits);
}

describe('a file made plain', () => {
  it.each(messyFiles.map((file) => [file.name, file] as const))(
    '%s has the same rows, however it is cut into chunks',
    (_name, file) => {
      const { dialect, columns } = settled(file.bytes);
      const runs = file.bytes.length > 10_000 ? 3 : 60;
      fc.assert(
        fc.property(fc.array(fc.nat(file.bytes.length), { maxLength: 6 }), (cuts) => {
          const { rows, tally } = pass(file.bytes, dialect, columns, cuts);
          expect(rows).toHaveLength(file.count);
          expect(tally).toMatchObject({ rows: file.count, misfits: [] });
          expect(rows.slice(0, file.rows.length)).toEqual(file.rows);
        }),
        { numRuns: runs },
      );
    },
  );

  it('reads the same whether a byte or all comes at once', () => {
    for (const file of messyFiles.filter(({ bytes }) => bytes.length < 1000)) {
      const { dialect, columns } = opened(file.bytes);
      const every = Array.from(file.bytes.keys());
      expect(pass(file.bytes, dialect, columns, every).rows).toEqual(
        pass(file.bytes, dialect, columns, []).rows,
      );
    }
  });
});

describe('what comes after the first block', () => {
  const late = messyFiles.find(({ name }) => name === 'late-words.csv')?.bytes ?? new Uint8Array();
  const first = opened(late.slice(0, 256_000), false);

  it('is met as a misfit, with its row', () => {
    expect(first.columns.map(({ kind }) => kind)).toEqual(['integer', 'real']);
    expect(pass(late, first.dialect, first.columns, []).tally.misfits).toEqual([
      { column: 'n', count: 1, row: 40_001, values: ['N/D'] },
      { column: 'v', count: 1, row: 40_001, values: ['N/D'] },
    ]);
  });

  it('is missing where it says so, and the column stays what it was', () => {
    const { tally } = pass(late, first.dialect, first.columns, []);
    const wider = widen(first.dialect, first.columns, tally.misfits);
    expect(wider.columns).toEqual(first.columns);
    expect(wider.notes.map(({ code }) => code)).toEqual(['column.emptied', 'column.emptied']);
    const again = pass(late, wider.dialect, wider.columns, []);
    expect(again.tally.misfits).toEqual([]);
    expect(again.rows.at(-1)).toEqual([null, null]);
  });

  const rules: readonly (readonly [string, string, readonly string[], string, string])[] = [
    ['a decimal among integers', 'integer', ['2.5'], 'real', 'column.widened'],
    ['a long id among integers', 'integer', ['9007199254740993'], 'bigint', 'column.widened'],
    ['a word among numbers', 'real', ['doce'], 'text', 'column.widened'],
    [
      'a decimal among long ids, which would lose digits',
      'bigint',
      ['2.5'],
      'text',
      'column.widened',
    ],
    ['a dash among dates', 'date', ['-'], 'date', 'column.emptied'],
    ['a word among dates', 'date', ['ayer'], 'text', 'column.widened'],
    ['another truth', 'boolean', ['quizá'], 'text', 'column.widened'],
    ['another spelling of a truth', 'boolean', ['SÍ'], 'boolean', ''],
  ];

  it.each(rules)('%s: %s with %j becomes %s', (_case, kind, values, wider, code) => {
    const column: Column = {
      name: 'x',
      path: ['x'],
      kind: kind as Column['kind'],
      ...(kind === 'boolean' ? { truth: { yes: ['sí'], no: ['no'] } } : {}),
      ...(kind === 'date' ? { format: '%d/%m/%Y' } : {}),
    };
    const answer = widen(first.dialect, [column], [{ column: 'x', count: 1, row: 7, values }]);
    expect(answer.columns[0]?.kind).toBe(wider);
    expect(answer.notes[0]?.code ?? '').toBe(code);
  });

  it('takes the month for first when late dates leave no other way', () => {
    const column: Column = { name: 'd', path: ['d'], kind: 'date', format: '%d/%m/%Y' };
    const misfits = [{ column: 'd', count: 2, row: 9, values: ['12/31/2024', '01/15/2024'] }];
    expect(widen(first.dialect, [column], misfits).columns[0]?.format).toBe('%m/%d/%Y');
  });
});

describe('rows of other lengths', () => {
  it('are counted by what the header names', () => {
    const ragged = messyFiles.find(({ name }) => name === 'ragged.csv')?.bytes ?? new Uint8Array();
    const { dialect, columns } = opened(ragged);
    expect(pass(ragged, dialect, columns, []).tally.notes).toEqual([
      { code: 'rows.short', args: { count: 1, line: 3 } },
    ]);
    const later = new TextEncoder().encode('1,2,3\n4,5,6,7,8\n');
    expect(
      pass(later, { ...dialect, header: { ...dialect.header, levels: 0 } }, columns, []).tally
        .notes,
    ).toContainEqual({ code: 'rows.cut', args: { count: 1, line: 2 } });
  });
});

describe('quotes that nothing closes', () => {
  it('do not swallow what follows, in the middle of a long file', () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `${at},"texto, ${at}",${at % 7}`);
    lines[1500] = '1500,"sin cerrar,3';
    const bytes = new TextEncoder().encode(`id,t,n\n${lines.join('\n')}\n`);
    const { dialect, columns } = opened(bytes.slice(0, 20_000), false);
    const { rows, tally } = pass(bytes, dialect, columns, [5000, 30_000]);
    expect(rows).toHaveLength(3000);
    expect(rows[1500]).toEqual(['1500', '"sin cerrar', '3']);
    expect(rows[1501]).toEqual(['1501', 'texto, 1501', '3']);
    expect(tally.notes).toEqual([{ code: 'quote.unclosed', args: { count: 1, line: 1502 } }]);
  });
});
