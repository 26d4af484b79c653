import fc from 'fast-check';
import {
  isBusinessDay,
  addDays,
  addMonths,
  dayInShanghai,
  daysBetween,
  isIsoDate,
  isoDate,
  lastDayOfMonth,
  monthsBetween,
  weekdayOf,
  yearOf,
  type IsoDate,
} from './dates.ts';

const FIRST = isoDate('1600-01-01'); // before, through and after every kind of leap year
const day = fc.integer({ min: 0, max: 365 * 800 }).map((n) => addDays(FIRST, n));

describe('months', () => {
  it.each([
    ['2023-11-30', 3, '2024-02-29'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2022-12-31', 2, '2023-02-28'],
    ['2023-08-31', 1, '2023-09-30'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-01-15', -13, '2021-12-15'],
    ['2023-05-05', 0, '2023-05-05'],
    ['1999-12-31', 2, '2000-02-29'],
    ['1899-12-31', 2, '1900-02-28'],
  ])('%s and %d months is %s', (from, months, to) => expect(addMonths(isoDate(from), months)).toBe(to));
  it.each([
    ['2023-01-31', '2023-02-27', 0],
    ['2023-01-31', '2023-02-28', 1],
    ['2023-01-31', '2023-03-30', 1],
    ['2023-01-31', '2023-03-31', 2],
    ['2022-06-30', '2023-06-29', 11],
    ['2023-06-30', '2022-06-30', 0],
  ])('from %s to %s %d months have passed', (from, to, months) =>
    expect(monthsBetween(isoDate(from), isoDate(to))).toBe(months),
  );
  it('counting gives back what was added', () =>
    fc.assert(
      fc.property(day, fc.nat(600), (from, months) =>
        expect(monthsBetween(from, addMonths(from, months))).toBe(months),
      ),
    ));
  it('counting gives the most months that fit', () =>
    fc.assert(
      fc.property(day, fc.nat(20_000), (from, days) => {
        const to = addDays(from, days);
        const months = monthsBetween(from, to);
        expect([addMonths(from, months) <= to, addMonths(from, months + 1) > to]).toEqual([true, true]);
      }),
    ));
  it('a day that every month has comes back by the way it went', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (any, months) => {
        const from = `${any.slice(0, 8)}28` as IsoDate;
        expect(addMonths(addMonths(from, months), -months)).toBe(from);
      }),
    ));
  it.each([
    [2024, 2, '2024-02-29'],
    [2023, 2, '2023-02-28'],
    [1900, 2, '1900-02-28'],
    [2000, 2, '2000-02-29'],
    [2023, 4, '2023-04-30'],
    [2022, 12, '2022-12-31'],
  ])('a date of which only %d-%d is known ends on %s', (year, month, last) =>
    expect(lastDayOfMonth(year, month)).toBe(last),
  );
});

describe('days', () => {
  it('adding and counting are inverse, both ways', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: -200_000, max: 200_000 }), (from, days) => {
        const to = addDays(from, days);
        expect([daysBetween(from, to), daysBetween(to, from) + days, addDays(to, -days)]).toEqual([days, 0, from]);
      }),
    ));
  it('are those of the Gregorian calendar as the platform counts it', () =>
    fc.assert(
      fc.property(day, (one) => {
        const instant = new Date(`${one}T00:00:00Z`);
        expect([
          instant.toISOString().slice(0, 10),
          ((instant.getUTCDay() + 6) % 7) + 1,
          instant.getUTCFullYear(),
        ]).toEqual([one, weekdayOf(one), yearOf(one)]);
      }),
    ));
  it('compare as text in the order of time', () =>
    fc.assert(fc.property(day, day, (a, b) => expect(a < b).toBe(daysBetween(a, b) > 0))));
  it.each(['soon', 'NaN-NaN-NaN', '〇〇〇〇-〇〇-〇〇', ''])(
    'stored as “%s” are none, and nothing that follows from them is',
    (text) => {
      const none = text as IsoDate;
      expect(daysBetween(none, '2024-01-01' as IsoDate)).toBeNaN();
      const next = addDays(none, 1);
      expect(addDays(next, 1)).toBe(next); // no loop that goes on from day to day believes it came nearer
      expect(daysBetween(next, '2024-01-01' as IsoDate)).toBeNaN();
    },
  );

  it('exist or are refused', () => {
    expect(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'].filter((text) => !isIsoDate(text))).toEqual([]);
    expect(
      [
        '2023-02-29',
        '1900-02-29',
        '2022-06-31',
        '2022-13-01',
        '2022-00-10',
        '2022-01-00',
        '0000-01-01',
        '2022-1-1',
        '2022-01',
        '2022-01-01T00:00',
        ' 2022-01-01',
      ].filter(isIsoDate),
    ).toEqual([]);
    expect(() => isoDate('2022-06-31')).toThrow(RangeError);
  });
  it('begin at midnight in Shanghai', () =>
    expect(
      [
        '2022-12-31T15:59:59.999Z',
        '2022-12-31T16:00:00Z',
        '2023-01-01T00:00:00+08:00',
        '2022-12-31T23:59:59+08:00',
      ].map(dayInShanghai),
    ).toEqual(['2022-12-31', '2023-01-01', '2023-01-01', '2022-12-31']));
});

it.each([
  ['1950-01-01', true],
  ['1949-12-31', false],
  ['2200-12-31', true],
  ['2201-01-01', false],
  ['2026-00-10', false],
  ['2026-13-10', false],
])('business can fall on %s: %s', (text, can) => expect(isBusinessDay(text)).toBe(can));
