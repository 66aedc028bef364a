import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRational,
  divRational,
  mulRational,
  parseRational,
  powRational,
  toNumber,
  type Rational,
} from '../../../../src/engine/evaluate/rational.js';

const ONE: Rational = { n: 1n, d: 1n };
const number = fc
  .tuple(fc.bigInt(-9999n, 9999n), fc.bigInt(1n, 999n))
  .map(([n, d]) => divRational({ n, d: 1n }, { n: d, d: 1n }) ?? ONE);

describe('a fraction', () => {
  it.each([
    ['12', 12n, 1n],
    ['0.50', 1n, 2n],
    ['.125', 1n, 8n],
    ['3.14', 157n, 50n],
    ['007', 7n, 1n],
  ])('is read from %s', (text, n, d) => {
    expect(parseRational(text)).toEqual({ n, d });
  });

  it.each(['1e3', '-1', '1.2.3', 'x', '1/2', '9'.repeat(61)])('is not read from %s', (text) => {
    expect(parseRational(text)).toBeNull();
  });

  it('is in lowest terms, with a positive denominator', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        for (const value of [addRational(a, b), mulRational(a, b), divRational(a, b)]) {
          if (value === null) continue;
          expect(value.d).toBeGreaterThan(0n);
          expect(gcd(value.n < 0n ? -value.n : value.n, value.d)).toBe(1n);
        }
      }),
    );
  });

  it('adds and multiplies by the laws of a field', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(addRational(a, b)).toEqual(addRational(b, a));
        expect(mulRational(a, sum(b, c))).toEqual(addRational(product(a, b), product(a, c)));
        expect(b.n === 0n ? a : divRational(product(a, b), b)).toEqual(a);
      }),
    );
  });

  it('is near its floating value, also when its parts are too long for one', () => {
    fc.assert(
      fc.property(fc.bigInt(10n ** 300n, 10n ** 305n), (n) => {
        const value = divRational({ n, d: 1n }, { n: 7n, d: 1n });
        if (value) expect(toNumber(value) / (Number(n) / 7)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('has whole powers only, and no quotient by zero', () => {
    expect(powRational({ n: 2n, d: 3n }, -2)).toEqual({ n: 9n, d: 4n });
    expect(powRational({ n: 2n, d: 3n }, 0.5)).toBeNull();
    expect(powRational({ n: 0n, d: 1n }, -1)).toBeNull();
    expect(divRational(ONE, { n: 0n, d: 1n })).toBeNull();
  });
});

function sum(a: Rational, b: Rational): Rational {
  return addRational(a, b) ?? ONE;
}

function product(a: Rational, b: Rational): Rational {
  return mulRational(a, b) ?? ONE;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
