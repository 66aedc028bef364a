import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPreview, type FirstBlock } from '../../../../src/engine/table/preview.js';
import { createTranscoder } from '../../../../src/engine/table/transcode.js';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function opened(text: string, complete = true): FirstBlock {
  const result = readPreview(bytesOf(text), complete);
  if (!result.ok) throw new Error(result.problem.code);
  return result.block;
}

function codes(block: FirstBlock): readonly string[] {
  return block.notes.map(({ code }) => code);
}

/** Bytes that look like tables now and then, with all that is odd in them. */
const odd = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        '1',
        '2,5',
        '-',
        '"',
        '""',
        ',',
        ';',
        '\t',
        '\n',
        '\r\n',
        '\r',
        '#',
        ' ',
        "'",
        '\\',
        '\0',
      ),
      fc.constantFrom(
        'é',
        '🎵',
        '\ufeff',
        '1e400',
        'NA',
        '01/02/2024',
        'sí',
        '000',
        '9'.repeat(50),
      ),
    ),
    { maxLength: 120 },
  )
  .map((parts) => bytesOf(parts.join('')));
const anyBytes = fc.oneof(odd, fc.uint8Array({ maxLength: 300 }));

describe('any bytes', () => {
  it('give a table or a problem, and what was found reads the whole of them', () => {
    fc.assert(
      fc.property(anyBytes, fc.boolean(), (bytes, complete) => {
        const result = readPreview(bytes, complete);
        if (!result.ok) return;
        const { dialect, columns, rows } = result.block;
        expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
        expect(columns.every(({ name }) => name !== '')).toBe(true);
        expect(rows.every((row) => row.length === columns.length)).toBe(true);
        const transcoder = createTranscoder(dialect, columns);
        transcoder.push(bytes);
        transcoder.end();
        expect(transcoder.tally().rows).toBeGreaterThanOrEqual(rows.length);
      }),
      { numRuns: 400 },
    );
  });

  it('are said to be no text where they are none', () => {
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 8]);
    expect(readPreview(zip, true)).toMatchObject({
      problem: { code: 'file.binary', args: { format: 'zip/xlsx' } },
    });
    const noise = Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 32);
    expect(readPreview(noise, true)).toMatchObject({ problem: { code: 'file.binary' } });
  });

  it('are refused where they have more columns than can be shown', () => {
    const line = `${'1,'.repeat(30_000)}1\n`;
    expect(readPreview(bytesOf(line + line), true)).toMatchObject({
      problem: { code: 'file.tooWide', args: { columns: 30_001 } },
    });
  });
});

describe('what is inferred', () => {
  it('asks for more when no row ends within the block', () => {
    expect(opened(`id,t\n1,"${'x'.repeat(5000)}`, false).enough).toBe(false);
    expect(opened('id,t\n1,2\n3,', false).enough).toBe(true);
  });

  it('leaves out the row that the block cuts', () => {
    expect(opened('a,b\n1,2\n3,45', false).rows).toEqual([['1', '2']]);
    expect(opened('a,b\n1,2\n3,45').rows).toEqual([
      ['1', '2'],
      ['3', '45'],
    ]);
  });

  it.each([
    ['the month first, where some day says so', ['12/31/2024', '01/05/2024'], '%m/%d/%Y', false],
    ['the day first, where some day says so', ['31/12/2024', '05/01/2024'], '%d/%m/%Y', false],
    ['the day first and says that it was not told', ['01/02/2024', '05/06/2024'], '%d/%m/%Y', true],
    ['dots and short years', ['31.12.24', '01.01.25'], '%d.%m.%y', false],
    ['times', ['2024-01-31T10:00:00Z', '2024-02-01T11:30:00Z'], '%Y-%m-%dT%H:%M:%SZ', false],
  ])('dates: %s', (_case, dates, format, doubtful) => {
    const block = opened(['n;f', ...dates.map((date, at) => `${at};${date}`), ''].join('\n'));
    expect(block.columns[1]?.format).toBe(format);
    expect(codes(block).includes('kind.dateAmbiguous')).toBe(doubtful);
  });

  it('dates: a column that leaves it open follows one that does not', () => {
    const block = opened('a,b\n01/02/2024,12/31/2024\n03/04/2024,01/15/2024\n');
    expect(block.columns.map(({ format }) => format)).toEqual(['%m/%d/%Y', '%m/%d/%Y']);
    expect(block.rows[0]).toEqual(['2024-01-02', '2024-12-31']);
    expect(codes(block)).not.toContain('kind.dateAmbiguous');
  });

  it('takes no day that does not exist for a date', () => {
    expect(opened('n,f\n1,2023-02-29\n2,2023-02-28\n').columns[1]?.kind).toBe('text');
    expect(opened('n,f\n1,2024-02-29\n2,2024-02-28\n').columns[1]?.kind).toBe('date');
  });

  it('says when a mark may part thousands or decimals', () => {
    const lines = Array.from({ length: 8 }, (_, at) => `x${at};${at + 1},${234 + at}`);
    expect(codes(opened(['n;v', ...lines, ''].join('\n')))).toContain('decimal.ambiguous');
    expect(codes(opened(['n;v', ...lines, 'z;0,5', ''].join('\n')))).not.toContain(
      'decimal.ambiguous',
    );
  });

  it('keeps rows whose first cell begins as a comment does', () => {
    const block = opened('# sensor 7\nid,v\n1,2\n#N/A,3\n4,5\n');
    expect(block.rows).toEqual([
      ['1', '2'],
      [null, '3'],
      ['4', '5'],
    ]);
    expect(block.columns.map(({ name }) => name)).toEqual(['id', 'v']);
  });

  it('takes a line that begins with # for the header where it names the columns', () => {
    expect(opened('#x,y\n1,2\n3,4\n').columns.map(({ name }) => name)).toEqual(['#x', 'y']);
  });

  it('reads cells apart by runs of blanks', () => {
    const block = opened(
      'mpg  cyl   name\n18.0   8   "chevrolet chevelle"\n15.0  8  "buick skylark"\n',
    );
    expect(block.rows[0]).toEqual(['18.0', '8', 'chevrolet chevelle']);
  });

  it('reads quotes after a backslash', () => {
    const block = opened('id,t\n1,"dijo \\"hola\\", y"\n2,"otra"\n');
    expect(block.rows[0]).toEqual(['1', 'dijo "hola", y']);
    expect(block.dialect.escape).toBe('\\');
  });

  it('leaves out lines before the table', () => {
    const block = opened('Reporte de ventas\n\nid,mes,monto\n1,enero,5\n2,marzo,6\n');
    expect(block.columns.map(({ name }) => name)).toEqual(['id', 'mes', 'monto']);
    expect(block.dialect.header.skip).toBe(2);
  });

  it('takes years for names', () => {
    const block = opened('país,2019,2020,2021\nCR,1,2,3\nMX,4,5,6\n');
    expect(block.columns.map(({ name }) => name)).toEqual(['país', '2019', '2020', '2021']);
  });

  it('takes what is given as it is', () => {
    const result = readPreview(bytesOf('a;b\n1;2\n'), true, { delimiter: ',', missing: [] });
    expect(result.ok && result.block.columns.map(({ name }) => name)).toEqual(['a;b']);
    expect(result.ok && result.block.dialect.missing).toEqual([]);
  });
});
