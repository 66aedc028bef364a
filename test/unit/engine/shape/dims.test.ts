import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dims } from '../../../../src/engine/shape/dims.js';

const POOL = [3, 4, 2, 5, 6, 7];

describe('dimensions', () => {
  it('become one, and stay one with all that they were one with', () => {
    const dims = new Dims();
    const [a, b, c, d] = [dims.fresh(), dims.fresh(), dims.fresh(), dims.fresh()];
    expect(dims.same(a, b)).toBe(true);
    expect(dims.same(c, d)).toBe(true);
    expect(dims.find(a)).not.toBe(dims.find(c));
    expect(dims.same(b, c)).toBe(true);
    expect(dims.find(a)).toBe(dims.find(d));
  });

  it('of different sizes do not, and nothing changes', () => {
    const dims = new Dims();
    const three = dims.literal(3);
    const n = dims.named('n');
    expect(dims.same(n, three)).toBe(true);
    expect(dims.same(dims.literal(4), n)).toBe(false);
    expect(dims.hard(n)).toBe(3);
    expect(dims.hard(dims.literal(4))).toBe(4);
  });

  it('of different names do not, unless told that a name is loose', () => {
    const dims = new Dims();
    expect(dims.same(dims.named('n'), dims.named('d'))).toBe(false);
    expect(dims.same(dims.named('n'), dims.named('n'))).toBe(true);
    expect(dims.same(dims.named('n'), dims.named('d'), true)).toBe(true);
  });

  it('say the same of what is found out anew, and keep its size', () => {
    const dims = new Dims();
    const [a, b] = [dims.fresh(), dims.fresh()];
    const [mark, count] = [dims.mark(), dims.count];
    const sizeOf = dims.assign(POOL);
    const claim = (dim: number): readonly [string, number] => {
      dims.same(dims.named('k'), dim);
      const free = sizeOf(dims.named('m'));
      const text = dims.changesSince(mark, count);
      dims.undo(mark);
      return [text, free];
    };
    expect(claim(a)).toEqual(claim(a));
    expect(claim(a)[0]).not.toBe(claim(b)[0]);
  });

  it('of which there are fewer than of others get smaller sizes, whichever is asked for first', () => {
    for (const pool of [POOL, [2, 3, 4], [2]]) {
      const dims = new Dims();
      const [k, p] = [dims.named('k'), dims.named('p')];
      dims.fewer(k, p);
      const size = dims.assign(pool);
      expect(size(k)).toBeLessThan(size(p));
    }
  });

  it('that are fewer than each other have some size', () => {
    const dims = new Dims();
    const [k, p] = [dims.named('k'), dims.named('p')];
    dims.fewer(k, p);
    dims.fewer(p, k);
    dims.same(dims.fresh(), k);
    const size = dims.assign(POOL);
    expect(POOL).toContain(size(k));
  });

  it('keep the size that they had under their name, also where it was given while a claim was judged', () => {
    const dims = new Dims();
    const [mark, lasting] = [dims.mark(), dims.count];
    const first = dims.named('n');
    const sizeOf = dims.assign(POOL, lasting);
    const size = sizeOf(first);
    dims.undo(mark);
    expect(sizeOf(dims.named('n'))).toBe(size);
  });

  it('are as many as their parts together', () => {
    const dims = new Dims();
    const [n, d] = [dims.named('n'), dims.named('d')];
    const all = dims.total([dims.literal(1), d]);
    expect(dims.total([d, dims.literal(1)])).toBe(all);
    expect(dims.total([dims.literal(1), dims.literal(2)])).toBe(dims.literal(3));
    expect(dims.total([n])).toBe(n);
    const size = dims.assign(POOL);
    expect(size(all)).toBe(size(d) + 1);
  });

  it('are never as many as themselves and more, nor as parts that do not add up', () => {
    const dims = new Dims();
    const [n, d, open] = [dims.named('n'), dims.named('d'), dims.fresh()];
    expect(dims.same(dims.total([dims.literal(1), d]), d)).toBe(false);
    expect(dims.same(dims.total([d, open]), dims.total([d, n]))).toBe(true);
    expect(dims.find(open)).toBe(dims.find(n));
    expect(dims.same(dims.total([d, dims.literal(1)]), dims.literal(4))).toBe(true);
    expect(dims.hard(d)).toBe(3);
    expect(dims.same(dims.total([d, dims.literal(2)]), dims.literal(4))).toBe(false);
  });

  it('get sizes of their own, and as large as their indices ask', () => {
    const dims = new Dims();
    const [a, b, c] = [dims.fresh(), dims.named('n'), dims.literal(3)];
    const e = dims.fresh();
    dims.atLeast(e, 5);
    const size = dims.assign(POOL);
    const sizes = [a, b, c, e].map(size);
    expect(new Set(sizes).size).toBe(4);
    expect(size(c)).toBe(3);
    expect(size(e)).toBeGreaterThanOrEqual(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
  });

  it('are as before when what was tried is undone', () => {
    const action = fc.record({
      a: fc.nat(7),
      b: fc.nat(7),
      soft: fc.boolean(),
      least: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(action), fc.array(action), (first, second) => {
        const dims = new Dims();
        const all = [
          dims.fresh(),
          dims.fresh(),
          dims.fresh(),
          dims.literal(3),
          dims.literal(4),
          dims.named('n'),
          dims.named('d'),
          dims.fresh(),
        ];
        const perform = (actions: typeof first): void => {
          for (const { a, b, soft, least } of actions) {
            dims.same(all[a] ?? 0, all[b] ?? 0, soft);
            if (least > 0) dims.atLeast(all[a] ?? 0, least);
          }
        };
        const state = (): readonly unknown[] => {
          const size = dims.assign(POOL);
          return all.map((dim) => [dims.find(dim), dims.hard(dim), dims.label(dim), size(dim)]);
        };
        perform(first);
        const before = state();
        const mark = dims.mark();
        perform(second);
        dims.undo(mark);
        expect(state()).toEqual(before);
      }),
    );
  });
});
