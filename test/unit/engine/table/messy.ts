import type { ColumnKind } from '../../../../src/engine/table/column.js';
import type { Dialect } from '../../../../src/engine/table/dialect.js';
import type { NoteCode } from '../../../../src/engine/table/note.js';

/** A file such as people send each other, and what anyone would read in it. */
export interface Messy {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly columns: readonly (readonly [name: string, kind: ColumnKind])[];
  /** Rows of data, or as many of the first ones as there are here. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly count: number;
  /** Notes that say what was inferred; others may be there too. */
  readonly notes: readonly NoteCode[];
  readonly dialect?: Partial<Dialect>;
  /** pandas cannot read the same from the file with any options: why. */
  readonly beyondPandas?: string;
}

const LATE = 40_000;
const LONG = 3_000_000;

export const messyFiles: readonly Messy[] = [
  {
    name: 'features.csv',
    bytes: utf8(
      'feature,chroma_cens,chroma_cens,mfcc',
      'statistics,kurtosis,mean,kurtosis',
      'number,01,02,01',
      'track_id,,,',
      '2,7.180653,5.230309,0.249321',
      '3,1.888963,0.760539,-0.5',
      '5,0.527563,-0.077654,2',
    ),
    columns: [
      ['track_id', 'integer'],
      ['chroma_cens.kurtosis.01', 'real'],
      ['chroma_cens.mean.02', 'real'],
      ['mfcc.kurtosis.01', 'real'],
    ],
    rows: [['2', '7.180653', '5.230309', '0.249321']],
    count: 3,
    notes: ['header.levels', 'header.index'],
    dialect: { header: { skip: 0, levels: 3, indexLine: true, rowNames: false } },
  },
  {
    name: 'tracks.csv',
    bytes: utf8(
      ',album,album,track',
      ',comments,date_created,genre_top',
      'track_id,,,',
      '2,0,2008-11-26 01:44:45,Hip-Hop',
      '3,1,2008-11-26 01:44:45,',
      '5,0,2009-01-06 00:00:00,Rock',
    ),
    columns: [
      ['track_id', 'integer'],
      ['album.comments', 'integer'],
      ['album.date_created', 'datetime'],
      ['track.genre_top', 'text'],
    ],
    rows: [
      ['2', '0', '2008-11-26 01:44:45', 'Hip-Hop'],
      ['3', '1', '2008-11-26 01:44:45', null],
    ],
    count: 3,
    notes: ['header.levels', 'header.index'],
    dialect: { header: { skip: 0, levels: 2, indexLine: true, rowNames: false } },
  },
  {
    name: 'semicolons.csv',
    bytes: utf8('ciudad;nota;edad', 'San José;9,5;20', 'Cartago;10,0;21', 'Heredia;7,25;19'),
    columns: [
      ['ciudad', 'text'],
      ['nota', 'real'],
      ['edad', 'integer'],
    ],
    rows: [['San José', '9.5', '20']],
    count: 3,
    notes: ['delimiter.semicolon', 'decimal.comma'],
    dialect: { delimiter: ';', decimal: ',', thousands: '' },
  },
  {
    name: 'thousands.csv',
    bytes: utf8(
      'mes;monto;tasa',
      'enero;1.234,56;0,5',
      'febrero;12.345.678,90;1,25',
      'marzo;7,00;2,0',
    ),
    columns: [
      ['mes', 'text'],
      ['monto', 'real'],
      ['tasa', 'real'],
    ],
    rows: [
      ['enero', '1234.56', '0.5'],
      ['febrero', '12345678.90', '1.25'],
    ],
    count: 3,
    notes: ['delimiter.semicolon', 'decimal.comma', 'thousands.mark'],
    dialect: { delimiter: ';', decimal: ',', thousands: '.' },
  },
  {
    name: 'bom.csv',
    bytes: utf8('\ufeffid,año', '1,1999', '2,2001'),
    columns: [
      ['id', 'integer'],
      ['año', 'integer'],
    ],
    rows: [['1', '1999']],
    count: 2,
    notes: ['encoding.bom'],
    dialect: { encoding: 'utf-8', bom: true },
  },
  {
    name: 'latin1.csv',
    bytes: latin1('nombre,país,precio', 'Peña,España,5 €', 'Núñez,Perú,7 €'),
    columns: [
      ['nombre', 'text'],
      ['país', 'text'],
      ['precio', 'text'],
    ],
    rows: [['Peña', 'España', '5 €']],
    count: 2,
    notes: ['encoding.windows1252'],
    dialect: { encoding: 'windows-1252' },
  },
  {
    name: 'utf16.csv',
    bytes: utf16('\ufeffid\tnombre', '1\tJosé', '2\tÑandú 🎵'),
    columns: [
      ['id', 'integer'],
      ['nombre', 'text'],
    ],
    rows: [
      ['1', 'José'],
      ['2', 'Ñandú 🎵'],
    ],
    count: 2,
    notes: ['encoding.utf16', 'delimiter.tab'],
    dialect: { encoding: 'utf-16le', bom: true, delimiter: '\t' },
  },
  {
    name: 'quoted-newlines.csv',
    bytes: utf8('id,comentario', '1,"dos\nlíneas, y ""comillas"""', '2,"una"'),
    columns: [
      ['id', 'integer'],
      ['comentario', 'text'],
    ],
    rows: [
      ['1', 'dos\nlíneas, y "comillas"'],
      ['2', 'una'],
    ],
    count: 2,
    notes: ['quote.newlines'],
  },
  {
    name: 'ragged.csv',
    bytes: utf8('a,b,c', '1,2,3', '4,5', '6,7,8,9', '10,11,12'),
    columns: [
      ['a', 'integer'],
      ['b', 'integer'],
      ['c', 'integer'],
      ['Unnamed: 3', 'integer'],
    ],
    rows: [
      ['1', '2', '3', null],
      ['4', '5', null, null],
      ['6', '7', '8', '9'],
    ],
    count: 4,
    notes: ['rows.short', 'rows.long'],
    dialect: { ragged: true },
  },
  {
    name: 'header-only.csv',
    bytes: utf8('track_id,genre'),
    columns: [
      ['track_id', 'text'],
      ['genre', 'text'],
    ],
    rows: [],
    count: 0,
    notes: ['rows.none'],
  },
  {
    name: 'one-column.csv',
    bytes: utf8('nombre', 'Ana', 'Luis', 'Eva'),
    columns: [['nombre', 'text']],
    rows: [['Ana'], ['Luis'], ['Eva']],
    count: 3,
    notes: ['delimiter.none'],
  },
  {
    name: 'long-cell.csv',
    bytes: utf8('id,texto', `1,${'x'.repeat(LONG)}`, '2,corto'),
    columns: [
      ['id', 'integer'],
      ['texto', 'text'],
    ],
    rows: [
      ['1', 'x'.repeat(LONG)],
      ['2', 'corto'],
    ],
    count: 2,
    notes: ['cells.long'],
  },
  {
    name: 'missing-words.csv',
    bytes: utf8('x,y,z', '1.5,NA,1e400', 'NaN,2,3', 'inf,null,-', '-inf,7,N/D'),
    columns: [
      ['x', 'real'],
      ['y', 'integer'],
      ['z', 'real'],
    ],
    rows: [
      ['1.5', null, 'inf'],
      [null, '2', '3'],
      ['inf', null, null],
      ['-inf', '7', null],
    ],
    count: 4,
    notes: ['missing.words', 'numbers.infinite'],
  },
  {
    name: 'no-header.csv',
    bytes: utf8('5.1,3.5,1.4,Iris-setosa', '4.9,3.0,1.4,Iris-setosa', '6.3,3.3,6.0,Iris-virginica'),
    columns: [
      ['c0', 'real'],
      ['c1', 'real'],
      ['c2', 'real'],
      ['c3', 'text'],
    ],
    rows: [['5.1', '3.5', '1.4', 'Iris-setosa']],
    count: 3,
    notes: ['header.none'],
  },
  {
    name: 'mixed-newlines.csv',
    bytes: bytes('a,b\r\n1,2\n3,4\r\n5,6\n7,8\r\n'),
    columns: [
      ['a', 'integer'],
      ['b', 'integer'],
    ],
    rows: [
      ['1', '2'],
      ['3', '4'],
    ],
    count: 4,
    notes: ['newline.mixed'],
    dialect: { newline: 'mixed' },
  },
  {
    name: 'names.csv',
    bytes: utf8('id,valor,valor,,', '1,2,3,4,5', '6,7,8,9,10'),
    columns: [
      ['id', 'integer'],
      ['valor', 'integer'],
      ['valor.1', 'integer'],
      ['Unnamed: 3', 'integer'],
      ['Unnamed: 4', 'integer'],
    ],
    rows: [['1', '2', '3', '4', '5']],
    count: 2,
    notes: ['names.empty', 'names.repeated'],
  },
  {
    name: 'late-words.csv',
    bytes: utf8('n,v', ...Array.from({ length: LATE }, (_, at) => `${at},${at / 4}`), 'N/D,N/D'),
    columns: [
      ['n', 'integer'],
      ['v', 'real'],
    ],
    rows: [['0', '0']],
    count: LATE + 1,
    notes: [],
  },
  {
    name: 'unclosed.csv',
    bytes: utf8('id,talla,n', '1,"5 pulgadas,3', '2,grande,4', '3,chica,5', '4,media,6'),
    columns: [
      ['id', 'integer'],
      ['talla', 'text'],
      ['n', 'integer'],
    ],
    rows: [
      ['1', '"5 pulgadas', '3'],
      ['2', 'grande', '4'],
    ],
    count: 4,
    notes: ['quote.unclosed'],
  },
  {
    name: 'tabs.tsv',
    bytes: utf8('id\tnombre\tx', '1\tPérez, Ana\t0.5', '2\tMora, Luis\t1.5'),
    columns: [
      ['id', 'integer'],
      ['nombre', 'text'],
      ['x', 'real'],
    ],
    rows: [['1', 'Pérez, Ana', '0.5']],
    count: 2,
    notes: ['delimiter.tab'],
    dialect: { delimiter: '\t' },
  },
  {
    name: 'comments.csv',
    bytes: utf8('# exportado por el sensor', '# 2024', 't,v', '1,2.5', '# pausa', '2,3.5'),
    columns: [
      ['t', 'integer'],
      ['v', 'real'],
    ],
    rows: [
      ['1', '2.5'],
      ['2', '3.5'],
    ],
    count: 2,
    notes: ['comment.lines'],
    dialect: { comment: '#' },
  },
  {
    name: 'codes.csv',
    bytes: utf8('id,n', '000123,1', '000124,2', '001000,3'),
    columns: [
      ['id', 'code'],
      ['n', 'integer'],
    ],
    rows: [['000123', '1']],
    count: 3,
    notes: ['kind.code'],
  },
  {
    name: 'big-ids.csv',
    bytes: utf8('tweet,n', '1234567890123456789,1', '1234567890123456790,2', ',3'),
    columns: [
      ['tweet', 'bigint'],
      ['n', 'integer'],
    ],
    rows: [
      ['1234567890123456789', '1'],
      ['1234567890123456790', '2'],
      [null, '3'],
    ],
    count: 3,
    notes: ['kind.bigint'],
  },
  {
    name: 'r-row-names.csv',
    bytes: utf8('"mpg","cyl"', '"Mazda RX4",21,6', '"Datsun 710",22.8,NA', '"Valiant",NA,6'),
    columns: [
      ['Unnamed: 0', 'text'],
      ['mpg', 'real'],
      ['cyl', 'integer'],
    ],
    rows: [
      ['Mazda RX4', '21', '6'],
      ['Datsun 710', '22.8', null],
    ],
    count: 3,
    notes: ['header.rowNames'],
    dialect: { header: { skip: 0, levels: 1, indexLine: false, rowNames: true } },
  },
  {
    name: 'lists.csv',
    bytes: utf8('track_id,genres', '2,"[21, 25]"', '3,[]', '5,"[1]"'),
    columns: [
      ['track_id', 'integer'],
      ['genres', 'text'],
    ],
    rows: [
      ['2', '[21, 25]'],
      ['3', '[]'],
    ],
    count: 3,
    notes: ['kind.list'],
  },
  {
    name: 'booleans.csv',
    bytes: utf8('activo,aprobó,n', 'sí,VERDADERO,1', 'no,FALSO,2', ',VERDADERO,3', 'Sí,FALSO,4'),
    columns: [
      ['activo', 'boolean'],
      ['aprobó', 'boolean'],
      ['n', 'integer'],
    ],
    rows: [
      ['true', 'true', '1'],
      ['false', 'false', '2'],
      [null, 'true', '3'],
    ],
    count: 4,
    notes: ['kind.boolean'],
  },
  {
    name: 'dates.csv',
    bytes: utf8(
      'fecha;hora;nota',
      '03/04/2024;03/04/2024 10:30;9,5',
      '25/12/2023;31/01/2024 08:15;7,0',
    ),
    columns: [
      ['fecha', 'date'],
      ['hora', 'datetime'],
      ['nota', 'real'],
    ],
    rows: [
      ['2024-04-03', '2024-04-03 10:30:00', '9.5'],
      ['2023-12-25', '2024-01-31 08:15:00', '7.0'],
    ],
    count: 2,
    notes: ['kind.date', 'delimiter.semicolon'],
  },
  {
    name: 'zero-bytes.csv',
    bytes: bytes('a,b\n1\0,x\n2,y\0z\n3,w\n'),
    columns: [
      ['a', 'integer'],
      ['b', 'text'],
    ],
    rows: [
      ['1', 'x'],
      ['2', 'yz'],
    ],
    count: 3,
    notes: ['bytes.nul'],
    dialect: { zeroBytes: true },
  },
];

/** The 28th: nothing at all, which is said and not read. */
export const emptyFile: Uint8Array = new Uint8Array(0);

function utf8(...lines: readonly string[]): Uint8Array {
  return bytes(lines.map((line) => `${line}\n`).join(''));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function latin1(...lines: readonly string[]): Uint8Array {
  const text = lines.map((line) => `${line}\n`).join('');
  return Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)));
}

function utf16(...lines: readonly string[]): Uint8Array {
  const text = lines.map((line) => `${line}\r\n`).join('');
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}
