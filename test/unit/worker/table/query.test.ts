import { existsSync } from 'node:fs';
import path from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.js';

let desk: Desk;
let secret = '';

beforeAll(async () => {
  desk = await openDesk();
  secret = desk.file('secret.csv', 'word\nxyzzy\n');
  const path = desk.file('tracks.train.csv', 'id,genre,x\n1,Rock,0.5\n2,Jazz,\n3,Rock,4\n');
  await desk.ask('open', { path });
});

afterAll(() => {
  desk.close();
});

describe('a question in SQL', () => {
  it('is answered over the open tables, which it loads', async () => {
    const sql = `SELECT genre, count(*) AS n, sum(x) FROM "tracks.train" GROUP BY ALL ORDER BY n DESC; -- ok`;
    expect(await desk.ask('query', { sql, limit: 10 })).toEqual({
      ok: true,
      columns: ['genre', 'n', 'sum(x)'],
      rows: [
        ['Rock', '2', '4.5'],
        ['Jazz', '1', null],
      ],
      more: false,
    });
  });

  it('may have more rows than are given', async () => {
    const reply = await desk.ask('query', { sql: 'FROM range(1000000)', limit: 3 });
    expect(reply).toMatchObject({ rows: [['0'], ['1'], ['2']], more: true });
  });

  it('may use tables of its own, windows and lists', async () => {
    const sql = `WITH own AS (SELECT x, row_number() OVER (ORDER BY x) AS n FROM "tracks.train")
      SELECT n, [x, 1], {'a': x} FROM own WHERE x IN (SELECT unnest([0.5, 4]))`;
    const { rows } = await desk.ask('query', { sql, limit: 10 });
    expect(rows).toEqual([
      ['1', '[0.5, 1]', "{'a': 0.5}"],
      ['2', '[4, 1]', "{'a': 4}"],
    ]);
  });

  it.each(['SUMMARIZE "tracks.train"', 'DESCRIBE "tracks.train"'])('%s', async (sql) => {
    expect((await desk.ask('query', { sql, limit: 10 })).rows).toHaveLength(3);
  });

  it('that is none says where', async () => {
    const reply = await desk.client.ask('query', { sql: 'SELECT 1 +', limit: 1 }).reply;
    expect(reply).toMatchObject({ ok: false, problem: { code: 'query.syntax' } });
    const unknown = desk.client.ask('query', { sql: 'SELECT wings FROM "tracks.train"', limit: 1 });
    expect(JSON.stringify(await unknown.reply)).toContain('wings');
  });
});

describe('a question that reaches further is refused', () => {
  const out = (): string => path.join(desk.folder, 'out.csv');
  const questions: readonly ((file: string, target: string) => string)[] = [
    (file) => `SELECT * FROM '${file}'`,
    (file) => `SELECT * FROM "${file}"`,
    (file) => `SELECT * FROM read_csv('${file}')`,
    (file) => `SELECT * FROM READ_CSV_AUTO('${file}')`,
    (file) => `SELECT * FROM main.read_csv('${file}')`,
    (file) => `SELECT * FROM read_text('${file}')`,
    (file) => `SELECT * FROM sniff_csv('${file}')`,
    (file) => `SELECT * FROM glob('${path.dirname(file)}/*')`,
    (file) => `SELECT (SELECT count(*) FROM read_blob('${file}'))`,
    (file) => `SELECT 1 WHERE EXISTS (FROM read_csv('${file}'))`,
    (file) => `SELECT 1 UNION ALL SELECT count(*) FROM read_csv('${file}')`,
    (file) => `WITH a AS (SELECT * FROM read_csv('${file}')) SELECT * FROM a`,
    (file) => `SELECT * FROM (WITH "${file}" AS (SELECT 1) SELECT 1), "${file}"`,
    (file) => `SELECT * FROM query('SELECT * FROM ''${file}''')`,
    (file) => `SELECT * FROM query_table('${file}')`,
    (file) => `SELECT * FROM range(1) r, LATERAL (SELECT * FROM read_text('${file}'))`,
    (file) => `PIVOT '${file}' ON word`,
    (file) => `DESCRIBE '${file}'`,
    (file) => `SUMMARIZE '${file}'`,
    (file) => `SELECT json_serialize_plan('SELECT * FROM ''${file}''')`,
    (file) => `FROM json_execute_serialized_sql(json_serialize_sql('FROM ''${file}'''))`,
    (_, target) => `COPY (SELECT 1) TO '${target}'`,
    (file) => `CREATE TABLE t AS FROM '${file}'`,
    (file) => `ATTACH '${file}.db'`,
    (file) => `EXPLAIN ANALYZE SELECT * FROM '${file}'`,
    (_, target) => `EXPORT DATABASE '${target}'`,
    () => `INSTALL httpfs`,
    () => `LOAD httpfs`,
    () => `SET memory_limit = '100GB'`,
    () => `PRAGMA database_list`,
    () => `CALL pragma_version()`,
    () => `DROP VIEW "tracks.train"`,
    () => `INSERT INTO "tracks.train" VALUES (9, 'x', 1)`,
    () => `DELETE FROM data.t1`,
    () => `SELECT 1; DROP VIEW "tracks.train"`,
    () => `SELECT * FROM data.t1`,
    () => `SELECT * FROM duckdb_settings()`,
    () => `SELECT * FROM information_schema.tables`,
    () => `SELECT current_setting('temp_directory')`,
    () => `SELECT sleep_ms(100000)`,
    () => `SHOW TABLES`,
    () => ``,
    () => `-- nothing`,
  ];

  it.each(questions.map((question) => [question('FILE', 'TARGET'), question] as const))(
    '%s',
    async (_name, question) => {
      const reply = await desk.client.ask('query', { sql: question(secret, out()), limit: 10 })
        .reply;
      expect(reply).toMatchObject({ ok: false, problem: { code: 'query.refused' } });
      expect(JSON.stringify(reply)).not.toContain('xyzzy');
      expect(existsSync(out())).toBe(false);
    },
  );

  it('whatever name in it is a file', async () => {
    const names = fc.string({
      unit: fc.constantFrom('a', '.', '/', '*', 'csv', ' ', '"', "'", ':', '?'),
    });
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const file = `${secret.slice(0, -10)}${name}`;
        const sql = `SELECT * FROM "${file.replaceAll('"', '""')}"`;
        expect(await desk.code('query', { sql, limit: 1 })).toMatch(/^query\.(?:refused|syntax)$/);
      }),
      { numRuns: 40 },
    );
  });

  it('every function of the database that gives rows, but for the harmless ones', async () => {
    const functions = await rowFunctions();
    for (const name of functions) {
      const sql = `SELECT * FROM "${name}"('${secret}')`;
      const reply = await desk.client.ask('query', { sql, limit: 1 }).reply;
      expect([name, JSON.stringify(reply)]).not.toEqual([name, expect.stringContaining('xyzzy')]);
      if (HARMLESS.has(name)) continue;
      expect([name, reply]).toMatchObject([
        name,
        { ok: false, problem: { code: 'query.refused' } },
      ]);
    }
    expect(functions.length).toBeGreaterThan(80);
  });
});

async function rowFunctions(): Promise<readonly string[]> {
  const connection = await DuckDBConnection.create();
  const reader = await connection.runAndReadAll(
    `SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type LIKE '%table%'`,
  );
  connection.closeSync();
  return reader.getRows().map(([name]) => String(name));
}

const HARMLESS = new Set(
  'generate_series histogram histogram_values json_each json_tree range repeat repeat_row unnest'.split(
    ' ',
  ),
);
