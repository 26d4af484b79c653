import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareFractions,
  decimalFraction,
  decimalOf,
  divided,
  fraction,
  growth,
  minus,
  percentOf,
  plus,
  ratioOf,
  roundedToWhole,
  times,
  wholeOf,
  type Rounding,
} from './fraction.ts';

const figures = JSON.parse(readFileSync(join(__dirname, '../../../../test/acceptance/figures.json'), 'utf8')) as {
  rates: {
    id: string;
    numerator: string;
    denominator: string;
    printed: string;
    places: number;
    rounding: Rounding['mode'];
  }[];
  yearOnYear: { id: string; current: string; previous: string; printed: string; places: number }[];
};
/** "64.1" → 641, where the other side of the division is scaled alike. */
const tenths = (text: string): bigint => {
  const [whole = '', places = ''] = text.split('.');
  return BigInt(whole) * 10n + BigInt(places.padEnd(1, '0'));
};

it.each(figures.rates)(
  '$id prints as the report does: $printed',
  ({ numerator, denominator, places, rounding, printed }) =>
    expect(percentOf(fraction(tenths(numerator), tenths(denominator))!, { mode: rounding, places })).toBe(printed),
);
it.each(figures.yearOnYear)('$id grew by $printed', ({ current, previous, places, printed }) =>
  expect(percentOf(growth(wholeOf(BigInt(current)), wholeOf(BigInt(previous)))!, { mode: 'half-up', places })).toBe(
    printed,
  ),
);
it('prints no percentage of nothing', () => {
  expect([fraction(1n, 0n), growth(wholeOf(1n), wholeOf(0n)), ratioOf(null)]).toEqual([null, null, null]);
});
it('a fall is negative, and rounds away from zero like a rise', () => {
  expect(ratioOf(growth(wholeOf(327871n), wholeOf(401540n)))).toEqual({
    numerator: '-73669',
    denominator: '401540',
    percent: '-18.35',
  });
  expect(percentOf(fraction(-1n, 100_000n)!)).toBe('0.00');
  expect(percentOf(fraction(-9n, 100_000n)!)).toBe('-0.01');
});

it('a fraction stands in lowest terms over a positive denominator', () => {
  expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
  expect(fraction(-6n, -4n)).toEqual({ numerator: 3n, denominator: 2n });
  expect(fraction(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
});
it('fractions are added, taken away, multiplied and divided exactly', () => {
  const [third, half] = [fraction(1n, 3n)!, fraction(1n, 2n)!];
  expect(plus(third, half)).toEqual({ numerator: 5n, denominator: 6n });
  expect(minus(third, half)).toEqual({ numerator: -1n, denominator: 6n });
  expect(times(third, half)).toEqual({ numerator: 1n, denominator: 6n });
  expect(divided(third, half)).toEqual({ numerator: 2n, denominator: 3n });
  expect(divided(third, wholeOf(0n))).toBeNull();
  expect(growth(half, third)).toEqual({ numerator: 1n, denominator: 2n });
});
it('decimal text is read exactly', () => {
  expect(decimalFraction('7.25')).toEqual({ numerator: 29n, denominator: 4n });
  expect(decimalFraction('7')).toEqual({ numerator: 7n, denominator: 1n });
  expect(decimalFraction('0.05')).toEqual({ numerator: 1n, denominator: 20n });
});
it('a number is printed with its places, a percentage a hundred times as large', () => {
  expect([decimalOf(fraction(53n, 8n)!), percentOf(fraction(53n, 8n)!)]).toEqual(['6.63', '662.50']);
  expect(decimalOf(fraction(-53n, 8n)!, { mode: 'truncate', places: 2 })).toBe('-6.62');
  expect(decimalOf(fraction(1n, 2n)!, { mode: 'half-up', places: 0 })).toBe('1');
  expect(decimalOf(fraction(-1n, 2n)!, { mode: 'truncate', places: 0 })).toBe('0');
});

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 20n });
it('what is printed half-up lies within half a unit of the exact value, truncated below it', () =>
  fc.assert(
    fc.property(whole, positive, fc.integer({ min: 0, max: 6 }), (numerator, denominator, places) => {
      const value = fraction(numerator, denominator)!;
      const scale = 10n ** BigInt(places);
      const back = (mode: Rounding['mode']): bigint => BigInt(percentOf(value, { mode, places }).split('.').join(''));
      const exact = value.numerator * 100n * scale;
      const apart = (printed: bigint): bigint => {
        const difference = printed * value.denominator - exact;
        return difference < 0n ? -difference : difference;
      };
      expect(apart(back('half-up')) * 2n <= value.denominator).toBe(true);
      expect(apart(back('truncate')) < value.denominator).toBe(true);
    }),
  ));
it('the order of fractions is that of their difference', () =>
  fc.assert(
    fc.property(whole, positive, whole, positive, (a, b, c, d) => {
      const [left, right] = [fraction(a, b)!, fraction(c, d)!];
      expect(Math.sign(compareFractions(left, right))).toBe(-Math.sign(compareFractions(right, left)) + 0);
      expect(compareFractions(left, right) === 0).toBe(minus(left, right).numerator === 0n);
    }),
  ));

it('a sum that is converted is rounded once, a half away from zero', () => {
  expect([1n, -1n, 3n, 2n].map((numerator) => roundedToWhole({ numerator, denominator: 2n }))).toEqual([
    1n,
    -1n,
    2n,
    1n,
  ]);
  expect(roundedToWhole({ numerator: 1n, denominator: 3n })).toBe(0n);
});
