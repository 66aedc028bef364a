import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../../../../src/engine/table/finding.js';
import type { Facts } from '../../../../../src/engine/table/rules/facts.js';
import { findFindings, RULES } from '../../../../../src/engine/table/rules/findFindings.js';
import { factsOf, pairOf, type Sketches } from './facts.js';

const columns: Sketches = {
  track_id: { kind: 'integer', profile: { distinct: 500 }, numeric: { min: 2, max: 155320 } },
  tempo: {},
  energy: {},
  loudness: {},
  mode: { kind: 'text' },
  genre: { kind: 'text' },
};
const other: Sketches = {
  track_id: { kind: 'integer', profile: { distinct: 200 }, numeric: { min: 5, max: 155000 } },
  tempo: {},
  energy: {},
  loudness: {},
  mode: { kind: 'text' },
};
const matches = { count: 3, rows: [1, 2, 3], otherRows: [4, 5, 6] };

/** What one rule must find: the facts, the columns named first, and some of the arguments. */
interface Case {
  readonly facts: Facts;
  readonly columns?: readonly string[];
  readonly args?: Readonly<Record<string, unknown>>;
  readonly severity?: string;
}

const pairs = (more: Parameters<typeof pairOf>[1], there: Sketches = other): Facts =>
  factsOf(columns, { target: 'genre', pair: pairOf(there, more) });

const cases: readonly (readonly [FindingCode, Case])[] = [
  [
    'column.missing',
    {
      facts: pairs({}, { track_id: {}, tempo: {}, loudness: {}, mode: { kind: 'text' } }),
      columns: ['energy'],
    },
  ],
  ['column.extra', { facts: pairs({}, { ...other, valence: {} }), columns: ['valence'] }],
  [
    'column.kind',
    {
      facts: pairs({}, { ...other, tempo: { kind: 'text' } }),
      columns: ['tempo'],
      args: { kind: 'real', otherkind: 'text' },
    },
  ],
  [
    'column.scale',
    {
      facts: pairs(
        { distances: new Map([['tempo', { d: 0.6, here: 500, there: 200 }]]) },
        { ...other, tempo: { numeric: { q25: -700, q75: 700 } } },
      ),
      columns: ['tempo'],
      args: { factor: 1000 },
    },
  ],
  [
    'column.drift',
    {
      facts: pairs({
        distances: new Map([
          ['tempo', { d: 0.3, here: 500, there: 200 }],
          ['energy', { d: 0.5, here: 500, there: 200 }],
        ]),
      }),
      columns: ['energy', 'tempo'],
      args: { distance: 0.5 },
    },
  ],
  [
    'category.unseen',
    {
      facts: pairs({
        categories: new Map([
          [
            'mode',
            [
              { value: 'major', here: 300, there: 150 },
              { value: 'Major ', here: 0, there: 2 },
            ],
          ],
        ]),
      }),
      columns: ['mode'],
      args: { value: 'Major ', like: 'major', rows: 2 },
    },
  ],
  ['rows.ids', { facts: pairs({ ids: new Map([['track_id', matches]]) }), args: { rows: 3 } }],
  ['rows.shared', { facts: pairs({ shared: matches }), args: { rows: 3 } }],
  ['rows.nearDuplicate', { facts: pairs({ near: { close: matches, wider: 4 } }) }],
  [
    'rows.group',
    {
      facts: pairs({
        groups: new Map(
          ['artist.id', 'artist.name'].map((name) => [
            name,
            { count: 2, names: ['Oram'], otherCount: 9, otherRows: [3] },
          ]),
        ),
      }),
      columns: ['artist.id', 'artist.name'],
      args: { groups: 2, name: 'Oram', rows: 9 },
    },
  ],
  [
    'column.target',
    {
      facts: factsOf(columns, {
        target: 'genre',
        predictors: [{ column: 'tempo', accuracy: 0.999, baseline: 0.4 }],
      }),
      columns: ['tempo'],
      args: { percent: 99.9 },
    },
  ],
  [
    'class.imbalance',
    {
      facts: factsOf(columns, {
        target: 'genre',
        classes: [
          { value: 'Rock', count: 400 },
          { value: 'Jazz', count: 8 },
        ],
      }),
      args: { most: 'Rock', least: 'Jazz', rows: 8, percent: 98 },
      severity: 'warning',
    },
  ],
  ['rows.duplicate', { facts: factsOf(columns, { repeated: matches }), args: { rows: 3 } }],
  [
    'column.constant',
    { facts: factsOf({ ...columns, flat: { profile: { distinct: 1 } } }), columns: ['flat'] },
  ],
  ['column.idLike', { facts: factsOf(columns), columns: ['track_id'], severity: 'info' }],
  [
    'column.duplicate',
    {
      facts: factsOf(columns, { twins: [['tempo', 'energy']] }),
      columns: ['tempo', 'energy'],
      args: { other: 'energy' },
    },
  ],
  [
    'column.decimalComma',
    { facts: factsOf({ mean: { kind: 'text', decimalCommas: 490 } }), columns: ['mean'] },
  ],
  [
    'column.lostZeros',
    {
      facts: factsOf({
        codigo_postal: { kind: 'integer', digits: { longest: 5, full: 450, short: 50 } },
      }),
      args: { cells: 50, digits: 5 },
    },
  ],
  ['column.bigId', { facts: factsOf({ isrc: { kind: 'bigint' } }), columns: ['isrc'] }],
];

describe('each rule', () => {
  it.each(cases)('%s finds what it is for', (code, expected) => {
    const found = findFindings(expected.facts).filter((finding) => finding.code === code);
    expect(found).toHaveLength(1);
    const [finding] = found;
    if (expected.columns) expect(finding?.columns).toEqual(expected.columns);
    if (expected.severity) expect(finding?.severity).toBe(expected.severity);
    expect(finding?.args).toMatchObject(expected.args ?? {});
  });

  it('has a case here', () => {
    expect(cases.map(([code]) => code).toSorted()).toEqual(
      RULES.map(({ code }) => code).toSorted(),
    );
  });
});

describe('no rule', () => {
  const quiet = (facts: Facts): readonly string[] =>
    findFindings(facts)
      .map(({ code }) => code)
      .filter((code) => code !== 'column.idLike');

  it('is bothered by tables that are alike', () => {
    const distance = { d: 0.08, here: 500, there: 200 };
    const pair = {
      distances: new Map([
        ['tempo', distance],
        ['energy', distance],
      ]),
      categories: new Map([['mode', [{ value: 'major', here: 300, there: 120 }]]]),
    };
    expect(quiet(pairs(pair))).toEqual([]);
  });

  it('takes the one column that test has not for a mistake: it is the target', () => {
    expect(quiet(factsOf(columns, { pair: pairOf(other) }))).toEqual([]);
  });

  it('calls rows of few categories copies', () => {
    const coarse: Sketches = { mode: { kind: 'text' }, key: { kind: 'text' } };
    const pair = pairOf(coarse, { shared: matches });
    expect(quiet(factsOf(coarse, { pair, repeated: matches }))).toEqual([]);
  });

  it('sees copies where rows lie dense by nature', () => {
    expect(quiet(pairs({ near: { close: matches, wider: 40 } }))).toEqual([]);
  });

  it('minds what describes an artist and does not name one', () => {
    const overlap = { count: 2, names: ['9.9'], otherCount: 9, otherRows: [3] };
    expect(quiet(pairs({ groups: new Map([['artist.latitude', overlap]]) }))).toEqual([]);
  });

  it('takes numbers of every length for codes that lost zeros', () => {
    const track = { kind: 'integer', digits: { longest: 6, full: 100, short: 400 } } as const;
    expect(quiet(factsOf({ codigo: track }))).toEqual([]);
  });

  it('says that a good feature says the answer, unless it is named like it', () => {
    const predictors = ['genre_top', 'tempo'].map((column) => {
      return { column, accuracy: 0.9, baseline: 0.4 };
    });
    const found = findFindings(factsOf(columns, { target: 'track.genre1', predictors }));
    const named = found.filter(({ code }) => code === 'column.target');
    expect(named.map((finding) => finding.columns)).toEqual([['genre_top']]);
  });
});

describe('findings', () => {
  it('come with the worst first', () => {
    const ranks = findFindings(pairs({ shared: matches, near: { close: matches, wider: 3 } })).map(
      ({ severity }) => ['error', 'warning', 'info'].indexOf(severity),
    );
    expect(ranks).toEqual(ranks.toSorted());
    expect(ranks.length).toBeGreaterThan(2);
  });
});
