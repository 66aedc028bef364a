import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  numbered,
  splitRows,
  type SplitPlan,
} from '../../../../../src/engine/table/split/splitRows.js';

const share = fc.integer({ min: 1, max: 9 });
const plan: fc.Arbitrary<SplitPlan> = fc
  .record({
    rows: fc.integer({ min: 12, max: 300 }),
    weights: fc.tuple(share, share, share),
    seed: fc.integer(),
    kinds: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ rows, weights, seed, kinds }) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    const [train = 0, validation = 0, test = 0] = weights.map((weight) => weight / sum);
    const classes = Int32Array.from({ length: rows }, (_, row) => (row * row + row) % kinds);
    return { rows, seed, shares: { train, validation, test }, classes };
  });

function partsOf(of: SplitPlan): readonly (readonly number[])[] {
  const split = splitRows(of);
  if (!split.ok) throw new Error(split.code);
  return Object.values(split.parts);
}

describe('a split', () => {
  it('has every row once, in ascending order', () => {
    fc.assert(
      fc.property(plan, fc.boolean(), (each, grouped) => {
        const groups = Int32Array.from({ length: each.rows }, (_, row) => row % 11);
        const parts = partsOf(grouped ? { ...each, groups } : each);
        expect(parts.flat().toSorted((a, b) => a - b)).toEqual([...Array(each.rows).keys()]);
        for (const rows of parts) expect(rows).toEqual(rows.toSorted((a, b) => a - b));
      }),
    );
  });

  it('gives each part its share of all rows and of each class', () => {
    fc.assert(
      fc.property(plan, (each) => {
        const shares = Object.values(each.shares);
        for (const [part, rows] of partsOf(each).entries()) {
          expect(Math.abs(rows.length - each.rows * (shares[part] ?? 0))).toBeLessThan(1.001);
          for (const kind of new Set(each.classes)) {
            const size = each.classes?.filter((other) => other === kind).length ?? 0;
            const here = rows.filter((row) => each.classes?.[row] === kind).length;
            expect(Math.abs(here - size * (shares[part] ?? 0))).toBeLessThan(2.001);
          }
        }
      }),
    );
  });

  it('keeps groups together, and near the shares where groups are small', () => {
    fc.assert(
      fc.property(plan, (each) => {
        const groups = Int32Array.from({ length: each.rows }, (_, row) => Math.floor(row / 3));
        const parts = partsOf({ ...each, groups });
        const owners = parts.map((rows) => new Set(rows.map((row) => groups[row])));
        const held = owners.reduce((sum, { size }) => sum + size, 0);
        expect(held).toBe(new Set(groups).size);
        for (const rows of parts) expect(rows.length).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps the class balance of groups', () => {
    const groups = Int32Array.from({ length: 900 }, (_, row) => Math.floor(row / 6));
    const classes = groups.map((group) => (group % 5 === 0 ? 1 : 0));
    const [train = [], test = []] = partsOf({
      rows: 900,
      seed: 1,
      shares: { train: 0.8, test: 0.2 },
      groups,
      classes,
    });
    expect([train.length, test.length]).toEqual([720, 180]);
    expect(test.filter((row) => classes[row] === 1).length).toBe(36);
  });

  it('is the same wherever it is made', () => {
    const shares = { train: 0.7, validation: 0.3 };
    expect(partsOf({ rows: 10, seed: 42, shares })[1]).toMatchInlineSnapshot(`
      [
        1,
        5,
        9,
      ]
    `);
    expect(partsOf({ rows: 10, seed: 43, shares })[1]).toMatchInlineSnapshot(`
      [
        3,
        4,
        5,
      ]
    `);
  });

  it('is refused where shares or rows do not suffice', () => {
    const refused = (shares: Record<string, number>, rows: number, groups?: Int32Array) =>
      splitRows({ rows, shares, seed: 1, ...(groups && { groups }) });
    expect(refused({ a: 0.5, b: 0.3 }, 10)).toEqual({ ok: false, code: 'split.shares' });
    expect(refused({ a: 1 }, 10)).toEqual({ ok: false, code: 'split.shares' });
    expect(refused({ a: 1.2, b: -0.2 }, 10)).toEqual({ ok: false, code: 'split.shares' });
    expect(refused({ a: NaN, b: 1 }, 10)).toEqual({ ok: false, code: 'split.shares' });
    expect(refused({ a: 0.5, b: 0.5 }, 1)).toEqual({ ok: false, code: 'split.few' });
    const one = new Int32Array(9);
    expect(refused({ a: 0.5, b: 0.5 }, 9, one)).toEqual({ ok: false, code: 'split.few' });
  });
});

describe('the values of a column', () => {
  it('are numbered as they appear', () => {
    const { numbers, names } = numbered(['Rock', null, 'Jazz', 'Rock']);
    expect([...numbers]).toEqual([0, -1, 1, 0]);
    expect(names).toEqual(['Rock', 'Jazz']);
  });
});
