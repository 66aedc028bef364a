import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentsIn } from '../../../../src/shared/codeWords.js';
import { speaker } from '../../../../src/shared/say.js';
import { runScripts } from '../../../bench/pandas.js';
import { without } from '../../../bench/python.js';
import { openDesk, type Desk } from './desk.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const comments = commentsIn(speaker({}));

const songs = [
  'id;tempo;género;fecha;viva',
  ...Array.from({ length: 200 }, (_, at) => {
    const tempo = at % 11 === 0 ? '' : `${60 + (at % 37)},${at % 10}`;
    return `${at};${tempo};${at % 3 ? 'Rock' : "D'n B"};${1 + (at % 28)}/03/2024;${at % 2 ? 'sí' : 'no'}`;
  }),
  '',
].join('\n');
const artists = ['id,nombre', ...Array.from({ length: 50 }, (_, at) => `${at * 3},A${at}`), ''];

/** Questions such as students ask; each answer is in one order only. */
const questions: readonly string[] = [
  'SELECT * FROM canciones ORDER BY id LIMIT 20',
  'SELECT "género", count(*) AS n, avg(tempo) AS media FROM canciones GROUP BY 1 ORDER BY 1',
  'SELECT viva, max(tempo), median(tempo) FROM "canciones" WHERE tempo IS NOT NULL GROUP BY viva ORDER BY viva',
  `SELECT "género" FROM canciones WHERE "género" = 'D''n B' LIMIT 2`,
  "SELECT id FROM canciones WHERE fecha > DATE '2024-03-20' ORDER BY id",
  'SELECT nombre, tempo FROM canciones JOIN "artistas 1" USING (id) ORDER BY id',
  'SELECT id, row_number() OVER (ORDER BY tempo DESC NULLS LAST, id) AS puesto FROM canciones ORDER BY puesto LIMIT 9',
];

describe.skipIf(without('duckdb, pandas'))('questions beside the package duckdb', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => {
    desk.close();
  });

  it('are answered in Python as they are here', async () => {
    const path = desk.file('canciones.csv', songs);
    const { table, name } = await desk.ask('open', { path });
    await desk.ask('load', { table });
    const other = desk.file('artistas 1.csv', artists.join('\n'));
    await desk.ask('load', await desk.ask('open', { path: other, name: 'artistas 1' }));
    const asked = questions.map(async (question) => {
      const screens = [{ kind: 'sql', question, name } as const];
      const folder = dirname(path);
      const { text } = await desk.ask('code', { table, screens, folder, comments });
      return { code: text, show: SHOWN };
    });
    const files = [
      { name: 'canciones.csv', text: songs },
      { name: 'artistas 1.csv', text: artists.join('\n') },
    ];
    const answers = runScripts(root, files, await Promise.all(asked));
    for (const [at, sql] of questions.entries()) {
      const { columns, rows } = await desk.ask('query', { sql, limit: 1000 });
      const [names, cells] = answers[at] as [readonly string[], readonly (readonly Written[])[]];
      expect(names, sql).toEqual(columns);
      expect(cells.map(written), sql).toEqual(rows.map(written));
    }
  });
});

const SHOWN = [
  'list(answer.columns)',
  "answer.astype(object).where(answer.notna(), None).to_dict('split')['data']",
];

type Written = string | number | boolean | null;

/** Cells as both write them: numbers to twelve digits, dates without the hours that they have not, truths as words. */
function written(row: readonly Written[]): readonly (string | null)[] {
  return row.map((cell) => {
    if (cell === null) return null;
    const text = String(cell).replace(/ 00:00:00$/, '');
    if (text === '' || Number.isNaN(Number(text))) return text;
    return String(Number(Number(text).toPrecision(12)));
  });
}
