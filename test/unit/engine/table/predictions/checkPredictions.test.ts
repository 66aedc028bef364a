import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPredictions } from '../../../../../src/engine/table/predictions/checkPredictions.js';
import type { Expectation } from '../../../../../src/engine/table/predictions/expectation.js';
import type { FaultCode } from '../../../../../src/engine/table/predictions/fault.js';

const wanted: Expectation = {
  idColumn: 'track_id',
  labelColumn: 'track.genre1',
  ids: ['2', '5', '10', '140', '141'],
  labels: ['Hip-Hop', 'Rock', 'Electrónica'],
};

const right = [
  'track_id,track.genre1',
  '2,Rock',
  '5,Hip-Hop',
  '10,Rock',
  '140,Electrónica',
  '141,Rock',
];

/** The right file with some lines written otherwise; a line from 1. */
function changed(lines: Readonly<Record<number, string>>): string {
  return right.map((line, at) => lines[at + 1] ?? line).join('\n') + '\n';
}

function inUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function inUtf16(text: string): Uint8Array {
  return Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(text, (each) => each.charCodeAt(0)).buffer),
  ]);
}

function inLatin(text: string): Uint8Array {
  return Uint8Array.from(text, (each) => each.charCodeAt(0));
}

/** What is told, with the lines and the text of the places. */
function told(bytes: Uint8Array, more: Partial<Expectation> = {}): readonly (readonly unknown[])[] {
  return checkPredictions(bytes, { ...wanted, ...more }).map(({ code, spots }) => [
    code,
    ...spots.map(({ line, text }) => (text === undefined ? line : `${line}: ${text}`)),
  ]);
}

type Told = readonly [FaultCode, ...unknown[]];
type Case = readonly [what: string, file: string | Uint8Array, ...told: Told[]];

const cases: readonly Case[] = [
  ['is right', changed({})],
  ['is right without a last line break', right.join('\n')],
  ['has quotes', changed({ 1: '"track_id","track.genre1"', 3: '"5","Hip-Hop"' })],
  ['has lines as Windows ends them', right.join('\r\n')],
  ['is empty', '', ['file.empty', 1]],
  ['is a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0), ['file.binary', 1]],
  ['begins with a mark', '\ufeff' + changed({}), ['file.mark', 1]],
  ['is in UTF-16', inUtf16(changed({})), ['file.encoding', 1]],
  ['is in Latin-1', inLatin(changed({})), ['file.encoding', 1]],
  ['has semicolons', changed({}).replaceAll(',', ';'), ['file.delimiter', 1]],
  ['has no header', right.slice(1).join('\n'), ['header.missing', 1]],
  [
    'has other names',
    changed({ 1: 'id,genre' }),
    ['header.name', '1: id'],
    ['header.name', '1: genre'],
  ],
  [
    'has a name in capitals',
    changed({ 1: 'track_id,Track.Genre1' }),
    ['header.name', '1: Track.Genre1'],
  ],
  [
    'has an index',
    right.map((line, at) => `${at === 0 ? '' : at - 1},${line}`).join('\n'),
    ['column.index', '1: '],
  ],
  [
    'has an index that was read again',
    right.map((line, at) => `${at === 0 ? 'Unnamed: 0' : at - 1},${line}`).join('\n'),
    ['column.index', '1: Unnamed: 0'],
  ],
  [
    'has another column',
    right.map((line, at) => `${line},${at === 0 ? 'p' : '0.9'}`).join('\n'),
    ['column.extra', '1: p'],
  ],
  ['has ids alone', right.map((line) => line.split(',')[0]).join('\n'), ['column.missing', 1]],
  [
    'has the columns the other way round',
    right.map((line) => line.split(',').reverse().join(',')).join('\n'),
    ['column.order', '1: track.genre1'],
  ],
  ['has a row too long', changed({ 4: '10,Rock,' }), ['row.cells', 4]],
  ['lacks a row', changed({}).replace('10,Rock\n', ''), ['row.count', 1], ['id.missing', 1]],
  ['has an id twice', changed({ 4: '5,Rock' }), ['id.duplicate', '4: 5'], ['id.missing', 1]],
  ['has an unknown id', changed({ 4: '11,Rock' }), ['id.unknown', '4: 11'], ['id.missing', 1]],
  ['has an empty id', changed({ 4: ',Rock' }), ['id.empty', '4: '], ['id.missing', 1]],
  [
    'has ids as floats',
    changed({ 3: '5.0,Rock', 4: '10.0,Rock' }),
    ['id.form', '3: 5.0', '4: 10.0'],
  ],
  ['has another order', changed({ 2: '5,Rock', 3: '2,Rock' }), ['id.order', 1]],
  ['lacks a label', changed({ 3: '5,', 4: '10,NaN' }), ['label.empty', '3: ', '4: NaN']],
  [
    'spells labels otherwise',
    changed({ 3: '5,hip hop', 4: '10, Rock', 5: '140,Electronica' }),
    ['label.spelling', '3: hip hop', '4:  Rock', '5: Electronica'],
  ],
  ['numbers the classes', changed({ 3: '5,0', 4: '10,2.0' }), ['label.number', '3: 0', '4: 2.0']],
  [
    'has probabilities',
    changed({ 3: '5,0.93', 4: '10,"[0.1, 0.9]"' }),
    ['label.probability', '3: 0.93', '4: [0.1, 0.9]'],
  ],
  [
    'has a column for each class',
    ['track_id,Hip-Hop,Rock,Electrónica', ...wanted.ids.map((id) => `${id},0.1,0.7,0.2`)].join(
      '\n',
    ),
    ['label.probability', '1: Hip-Hop', '1: Rock', '1: Electrónica'],
  ],
  ['has an unknown label', changed({ 4: '10,Polka' }), ['label.unknown', '4: Polka']],
];

describe('a file of predictions that', () => {
  it.each(cases.map(([what, file, ...expected]) => ({ what, file, expected })))(
    '$what',
    ({ file, expected }) => {
      expect(told(typeof file === 'string' ? inUtf8(file) : file)).toEqual(expected);
    },
  );

  it('has one class for all', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `${at + 1}`);
    const text = ['track_id,track.genre1', ...ids.map((id) => `${id},Rock`)].join('\n');
    expect(told(inUtf8(text), { ids })).toEqual([['label.constant', 1]]);
  });

  it('is not called by the rule', () => {
    expect(told(inUtf8(changed({})), { fileName: 'Tarea001_Ana_Solis.csv' })).toEqual([]);
    for (const fileName of ['predicciones.csv', 'Tarea1_Ana_Solis.csv', 'Tarea001_Ana_Solis.txt']) {
      expect(told(inUtf8(changed({})), { fileName })).toEqual([['file.name', 1]]);
    }
  });

  it('numbers classes whose names are numbers is right', () => {
    const labels = ['0', '1', '2'];
    const text = ['track_id,track.genre1', '2,0', '5,1', '10,1', '140,2', '141,0'].join('\n');
    expect(told(inUtf8(text), { labels })).toEqual([]);
  });

  it('has places in characters, not in bytes', () => {
    const text = changed({ 5: '140,"Música, ""ñ"""' });
    const [fault] = checkPredictions(inUtf8(text), wanted);
    const spot = fault?.spots[0];
    expect(text.split('\n')[4]?.slice(spot?.start, spot?.end)).toBe('Música, ""ñ""');
  });
});

describe('checking', () => {
  it('says what should be, and counts beyond what it lists', () => {
    const ids = Array.from({ length: 500 }, (_, at) => `${at}`);
    const text = ['track_id,track.genre1', ...ids.map((id) => `${id},rock`)].join('\n');
    const fault = checkPredictions(inUtf8(text), { ...wanted, ids }).find(
      ({ code }) => code === 'label.spelling',
    );
    expect(fault).toMatchObject({ count: 500, args: { label: 'rock', expected: 'Rock' } });
    expect(fault?.spots).toHaveLength(100);
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const { spots } of checkPredictions(bytes, wanted)) {
          expect(spots.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('never throws, whatever the cells are', () => {
    const cell = fc.oneof(
      fc.constantFrom('2', '5', 'Rock', 'rock', '0.5', 'track_id', '', '"', ';', '\t'),
      fc.string({ maxLength: 8 }),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (table) => {
        const text = table.map((row) => row.join(',')).join('\n');
        expect(Array.isArray(checkPredictions(inUtf8(text), wanted))).toBe(true);
      }),
    );
  });
});
