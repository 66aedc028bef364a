import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pyString } from '../../../../../src/engine/table/code/python.js';
import type { CodeSource, Screen } from '../../../../../src/engine/table/code/screen.js';
import { screenCode } from '../../../../../src/engine/table/code/screenCode.js';
import type { FindingCode } from '../../../../../src/engine/table/finding.js';
import { readPreview } from '../../../../../src/engine/table/preview.js';
import { commentsIn } from '../../../../../src/shared/codeWords.js';
import { speaker } from '../../../../../src/shared/say.js';
import { spanish } from '../../../../../src/shared/spanish.js';
import { runScripts, withoutPandas } from '../../../../bench/pandas.js';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const comments = commentsIn(speaker(spanish));

/** 24 rows: two numbers that differ by class, dates, a code, a truth, gaps; the name needs to be quoted. */
const NAME = "alumnos d'2024.csv";
const TEXT = table(24, 0);
const TEST = table(12, 3);
const TRACKS = 'x,album,track\ny,comments,genre\ntrack_id,,\n1,5,Rock\n2,0,Pop\n9,1,Jazz\n';

function table(rows: number, shift: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const group = ['Rock', 'Pop', 'Jazz'][at % 3] ?? '';
    const note = at === 5 ? '' : `${(at % 3) * 10 + (at % 5)},5`;
    return `${at + shift};${note};${at * at};${group};${`00${at}`.slice(-3)};${at % 2 ? 'sí' : 'no'};${15 + (at % 12)}/03/2024`;
  });
  return ['id;nota;otra;género;código;activo;fecha', ...lines, ''].join('\n');
}

function sourceOf(fileName: string, text: string): CodeSource {
  const found = readPreview(new TextEncoder().encode(text), true);
  if (!found.ok) throw new Error(found.problem.code);
  return { kind: 'text', fileName, dialect: found.block.dialect, columns: found.block.columns };
}

const source = sourceOf(NAME, TEXT);
const tracks = sourceOf('tracks.csv', TRACKS);
const joined: CodeSource = {
  kind: 'join',
  left: sourceOf('ids.csv', 'track_id,x\n1,10\n2,20\n3,30\n'),
  right: tracks,
  on: 'track_id',
  columns: [],
};
const numbers = ['id', 'nota', 'otra'];

/** What is on the screen, what to look at after its code has run, and what must be seen. */
const rows: readonly (readonly [
  string,
  Screen,
  readonly string[],
  readonly unknown[],
  CodeSource?,
])[] = [
  [
    'open',
    { kind: 'open' },
    ['list(df.columns)', 'len(df)', "df['código'][3]", "str(df['fecha'][0])"],
    [
      ['id', 'nota', 'otra', 'género', 'código', 'activo', 'fecha'],
      24,
      '003',
      '2024-03-15 00:00:00',
    ],
  ],
  [
    'layers of names',
    { kind: 'open' },
    ['list(df.columns)', "df['track_id']"],
    [['track_id', 'album.comments', 'track.genre'], { 0: 1, 1: 2, 2: 9 }],
    tracks,
  ],
  ['a number', view([['nota', 'ge', '20,5']]), ["list(view['id'])"], [[2, 8, 11, 14, 17, 20, 23]]],
  ['a text', view([['género', 'contains', 'OC']]), ["view['género'].unique()"], [['Rock']]],
  ['a gap', view([['nota', 'missing', '']]), ["list(view['id'])"], [[5]]],
  [
    'a value',
    view([
      ['nota', 'present', ''],
      ['id', 'lt', '7'],
    ]),
    ["list(view['id'])"],
    [[0, 1, 2, 3, 4, 6]],
  ],
  [
    'not equal takes gaps too',
    view([
      ['nota', 'ne', '0.5'],
      ['id', 'le', '6'],
    ]),
    ["list(view['id'])"],
    [[1, 2, 3, 4, 5, 6]],
  ],
  ['a code', view([['código', 'eq', '007']]), ["list(view['id'])"], [[7]]],
  [
    'a truth',
    view([
      ['activo', 'eq', 'sí'],
      ['id', 'lt', '4'],
    ]),
    ["list(view['id'])"],
    [[1, 3]],
  ],
  ['a date', view([['fecha', 'lt', '2024-03-16']]), ["list(view['id'])"], [[0, 12]]],
  ['quotes in what was typed', view([['género', 'eq', `'"\\ x`]]), ['len(view)'], [0]],
  [
    'a sort',
    {
      kind: 'view',
      filter: [],
      sort: [
        { column: 'género', descending: false },
        { column: 'id', descending: true },
      ],
    },
    ["list(view['id'])[:3]"],
    [[23, 20, 17]],
  ],
  [
    'chosen rows',
    { kind: 'view', filter: [], sort: [], rows: [4, 2] },
    ["list(view['id'])"],
    [[4, 2]],
  ],
  [
    'profile',
    { kind: 'profile', columns: numbers },
    ["profile['missing']", "profile['distinct']['otra']"],
    [{ id: 0, nota: 1, otra: 0 }, 24],
  ],
  [
    'classes',
    { kind: 'classes', target: 'género' },
    ['classes', 'round(baseline, 4)'],
    [{ Rock: 8, Pop: 8, Jazz: 8 }, 0.3333],
  ],
  [
    'ranking',
    { kind: 'ranking', target: 'género' },
    ['ranking.index[0]', 'len(ranking)'],
    ['nota', 3],
  ],
  [
    'correlation',
    { kind: 'correlation', columns: numbers },
    ["round(correlation.loc['id', 'otra'], 3)"],
    [0.966],
  ],
  [
    'correlation with a truth',
    { kind: 'correlation', columns: ['id', 'activo'] },
    ["round(correlation.loc['id', 'activo'], 4)"],
    [0.0722],
  ],
  [
    'pca',
    { kind: 'pca', columns: numbers, components: 50, axes: [1, 2] },
    ['scores.shape', 'round(explained.sum(), 6)'],
    [[24, 3], 1],
  ],
  [
    't-SNE',
    { kind: 'tsne', columns: numbers, components: 50, perplexity: 5, iterations: 1000, seed: 7 },
    ['points.shape'],
    [[24, 2]],
  ],
  [
    'two files together, coloured by a class',
    {
      kind: 'pca',
      columns: ['id', 'otra', 'activo'],
      components: 50,
      axes: [0, 1],
      colour: 'género',
      against: sourceOf('test.csv', TEST),
    },
    ['scores.shape', 'int(max(colour))', 'len(colour)'],
    [[36, 3], 2, 36],
  ],
  [
    'columns that two findings are about',
    {
      kind: 'findings',
      found: [
        { code: 'column.constant', columns: ['id'] },
        { code: 'column.lostZeros', columns: ['código'] },
        { code: 'column.constant', columns: ['otra'] },
      ],
    },
    ['lengths', 'constant'],
    [{ 3: 24 }, []],
  ],
  [
    'a join',
    { kind: 'open' },
    ["list(df['track_id'])", "list(only_left['track_id'])", "list(only_right['track_id'])"],
    [[1, 2], [3], [9]],
    joined,
  ],
  [
    'a split that was saved',
    { kind: 'split', fileName: 'split.json', shares: { train: 0.8, validación: 0.2 }, seed: 1 },
    ["list(train['id'])", "list(part_validacion['id'])"],
    [[0, 2], [1]],
  ],
  [
    'a split to train with, and rows to predict',
    {
      kind: 'split',
      fileName: 'split.json',
      shares: { train: 0.8, validación: 0.2 },
      seed: 1,
      target: 'género',
      features: ['nota', 'otra'],
      against: sourceOf('test.csv', TEST),
    },
    [
      'list(X_train.columns)',
      'list(y_train)',
      'len(X_part_validacion)',
      'len(X_test)',
      'list(X_test.columns)',
    ],
    [['nota', 'otra'], ['Rock', 'Jazz'], 1, 12, ['nota', 'otra']],
  ],
  [
    'a split to train with that has a part for tests, and rows to predict without some columns',
    {
      kind: 'split',
      shares: { train: 0.75, test: 0.25 },
      seed: 1,
      target: 'género',
      features: ['nota', 'otra'],
      against: sourceOf('short.csv', 'id;nota\n1;2,5\n'),
    },
    ['len(X_part_test)', 'list(X_test.columns)', "X_test['otra'].isna().sum()"],
    [6, ['nota', 'otra'], 1],
  ],
  [
    'a split to draw',
    {
      kind: 'split',
      shares: { train: 0.5, validation: 0.25, test: 0.25 },
      seed: 1,
      stratify: 'género',
      target: 'género',
    },
    ['len(train)', 'len(validation)', 'len(X_test.columns)', 'y_train.value_counts()'],
    [12, 6, 6, { Rock: 4, Pop: 4, Jazz: 4 }],
  ],
  [
    'a split by groups',
    { kind: 'split', shares: { train: 0.7, test: 0.3 }, seed: 1, group: 'género' },
    ["set(train['género']) & set(test['género'])"],
    ['set()'],
  ],
  [
    'findings',
    {
      kind: 'findings',
      target: 'género',
      against: sourceOf('test.csv', TEST),
      found: [
        'column.missing',
        'column.extra',
        'column.kind',
        'column.scale',
        'column.drift',
        'column.constant',
        'column.idLike',
        'column.duplicate',
        'column.decimalComma',
        'column.lostZeros',
        'column.bigId',
        'column.target',
        'category.unseen',
        'class.imbalance',
        'rows.ids',
        'rows.duplicate',
        'rows.shared',
        'rows.nearDuplicate',
        'rows.group',
      ].map((code) => ({ code: code as FindingCode, columns: ['id'] })),
    },
    [
      'len(missing)',
      'len(extra)',
      'list(kinds.index)',
      'drift.index[0]',
      'constant',
      'id_like',
      'list(duplicate)',
      'largest',
      'sorted(shared_ids)[0]',
      'len(repeated)',
      'len(distances)',
    ],
    [0, 0, [], 'otra', [], ['id', 'otra', 'código'], [], 23, 3, 0, 12],
  ],
];

function view(filter: readonly (readonly [string, string, string])[]): Screen {
  return {
    kind: 'view',
    filter: filter.map(([column, test, value]) => ({ column, test: test as 'eq', value })),
    sort: [],
  };
}

const missing = withoutPandas();

describe.skipIf(missing !== undefined)(
  `the code for a screen${missing === undefined ? '' : `: ${missing}`}`,
  () => {
    const answers =
      missing === undefined
        ? runScripts(
            root,
            [
              { name: NAME, text: TEXT },
              { name: 'test.csv', text: TEST },
              { name: 'short.csv', text: 'id;nota\n1;2,5\n' },
              { name: 'tracks.csv', text: TRACKS },
              { name: 'ids.csv', text: 'track_id,x\n1,10\n2,20\n3,30\n' },
              { name: 'split.json', text: '{"parts": {"train": [0, 2], "validación": [1]}}' },
            ],
            rows.map(([, screen, show, , from]) => ({
              code: screenCode(screen, from ?? source, comments),
              show,
            })),
          )
        : [];

    it.each(rows.map(([name, , , wanted], at) => [name, wanted, at] as const))(
      '%s',
      (_name, wanted, at) => {
        expect(answers[at]).toEqual(wanted);
      },
    );
  },
);

describe('the text of the code', () => {
  it('begins with its imports, once each, and says in Spanish what each step is for', () => {
    const code = screenCode(
      {
        kind: 'umap',
        columns: numbers,
        components: 3,
        neighbours: 15,
        minDistance: 0.1,
        epochs: 500,
        seed: 4,
      },
      source,
      comments,
    );
    expect(code).toContain('# Leer el archivo tal como está escrito\n');
    expect(code).toContain('umap.UMAP(n_neighbors=15, min_dist=0.1, n_epochs=500, random_state=4)');
    const lines = code.split('\n');
    const blank = lines.indexOf('');
    expect(lines.slice(0, blank).every((line) => /^(?:import|from) /.test(line))).toBe(true);
    expect(lines.slice(blank).some((line) => /^(?:import|from) /.test(line))).toBe(false);
    expect(new Set(lines.slice(0, blank)).size).toBe(blank);
  });

  it('asks a question in SQL of the data frame under the name of its table', () => {
    const question = 'SELECT "género", avg(nota)\nFROM "alumnos d\'2024"\nGROUP BY 1';
    const code = screenCode({ kind: 'sql', question, name: "alumnos d'2024" }, source, comments);
    expect(code).toMatch(/^import duckdb\nimport pandas as pd\n/);
    expect(code).toContain("df = pd.read_csv(\n    'alumnos d\\'2024.csv',\n    sep=';',");
    expect(code).toContain('# Requiere el paquete duckdb: pip install duckdb\n');
    expect(code).toContain("duckdb.register('alumnos d\\'2024', df)\n");
    expect(code).toContain(`answer = duckdb.sql("""\n${question}\n""").df()\n`);
  });

  it('keeps every name within its quotes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 40 }), (codes) => {
        const name = codes.map((code) => String.fromCodePoint(code % 0x300 || code)).join('');
        const text = pyString(name);
        expect(text).not.toMatch(/[\r\n\u2028\u2029\0]/);
        // What is left without escapes has no quote that would end it.
        expect(text.slice(1, -1).replace(/\\./g, '')).not.toContain("'");
      }),
    );
  });
});

/** In place of the database, which takes down what it is asked. */
const STAND_IN = `
import sys, types
asked, tables = [], {}
duckdb = types.ModuleType('duckdb')
duckdb.register = tables.__setitem__
def sql(question):
    asked.append(question)
    return types.SimpleNamespace(df=lambda: len(tables['x']))
duckdb.sql = sql
sys.modules['duckdb'] = duckdb
`;

describe.skipIf(missing !== undefined)('names of any kind', () => {
  it('come back from Python as they went in', () => {
    const names = fc.sample(fc.string({ unit: 'grapheme', maxLength: 30 }), {
      numRuns: 300,
      seed: 5,
    });
    const odd = [
      `'`,
      `"`,
      '\\',
      "\\'",
      'a\nb',
      '\r',
      '\0',
      '\u2028',
      "'''",
      "'); import os #",
      '🎵',
      '\ud800',
    ];
    const all = [...names, ...odd.slice(0, -1)];
    const code = `x = [${all.map(pyString).join(', ')}]`;
    expect(runScripts(root, [], [{ code, show: ['x'] }])[0]).toEqual([all]);
    expect(pyString(odd.at(-1) ?? '')).toBe("'\\ud800'");
  });

  it('reach the database as the question was typed', () => {
    const question = `SELECT '\\n', "a""b", '"""', 'ñ🎵\0' -- \\\nFROM "x"\tWHERE y = '""""`;
    const code = screenCode({ kind: 'sql', question, name: 'x' }, source, comments);
    const [answer] = runScripts(
      root,
      [{ name: NAME, text: TEXT }],
      [{ code: `${STAND_IN}${code}`, show: ['asked', 'list(tables)', 'answer'] }],
    );
    expect(answer).toEqual([[`\n${question}\n`], ['x'], 24]);
  });

  it('do nothing but name a file and columns', () => {
    const evil = `x'); raise SystemExit #"""\\`;
    const text = `"${evil.replaceAll('"', '""')}",b\n1,2\n3,4\n`;
    const file = sourceOf(`${evil}.csv`, text);
    const code = screenCode({ kind: 'profile', columns: [evil] }, file, comments);
    const [answer] = runScripts(
      root,
      [{ name: `${evil}.csv`, text }],
      [{ code, show: ['list(df.columns)'] }],
    );
    expect(answer).toEqual([[evil, 'b']]);
  });
});
