import fc from 'fast-check';
import { cellOf, cellsAt, dayNumber, DAYS, POSITIONS } from './cells.ts';

describe.each([
  ['days', DAYS, 2n ** 17n],
  ['positions', POSITIONS, 2n ** 48n],
] as const)('cells of %s', (_name, axis, end) => {
  const point = fc.bigInt({ min: -5n, max: end + 5n });
  const near = fc.tuple(point, fc.bigInt({ min: 0n, max: 4000n }), fc.bigInt({ min: 0n, max: 4000n }));
  it('hold an interval where every point inside it looks', () =>
    fc.assert(
      fc.property(near, ([at, before, after]) => {
        expect(cellsAt(axis, at)).toContain(cellOf(axis, at - before, at + after));
      }),
    ));
  it('hold an interval without an end where every later point looks', () =>
    fc.assert(
      fc.property(point, fc.bigInt({ min: 0n, max: end }), (from, later) => {
        expect(cellsAt(axis, from + later)).toContain(cellOf(axis, from, end * 2n));
      }),
    ));
  it('are few, each named once', () =>
    fc.assert(
      fc.property(point, (at) => {
        const cells = cellsAt(axis, at);
        expect(new Set(cells).size).toBe(cells.length);
        expect(cells.length).toBeLessThan(axis.bits * 4);
      }),
    ));
  it('do not hold short intervals far away', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 100n, max: end - 100n }), fc.bigInt({ min: 64n, max: 90n }), (at, off) => {
        expect(cellsAt(axis, at)).not.toContain(cellOf(axis, at + off, at + off + 8n));
      }),
    ));
});

// 12 to 14 holds three points, 12 = 0b1100 has the most trailing zeros; three is at least 2 and under 4.
it('keeps an interval under its roundest point and the power of two of its length', () =>
  expect(cellOf(DAYS, 12n, 14n)).toBe(12n * 32n + 1n));
it('counts days from 1900', () =>
  expect([dayNumber('1900-01-01'), dayNumber('1900-03-01'), dayNumber('1899-12-31')]).toEqual([0n, 59n, -1n])); // 1900 was no leap year
