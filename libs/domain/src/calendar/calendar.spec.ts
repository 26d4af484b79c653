import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { addDays, addMonths, isoDate, yearOf, type IsoDate } from '../dates.ts';
import { DEFAULT_RULES } from '../policy/rules.ts';
import {
  addWorkingDays,
  calendarOf,
  isWorkingDay,
  nextWorkingDay,
  workingDayBefore,
  workingDaysBetween,
} from './calendar.ts';

const figures = JSON.parse(readFileSync(join(__dirname, '../../../../test/acceptance/figures.json'), 'utf8')) as {
  workingDays: { from: IsoDate; add: number; to: IsoDate }[];
  workingDaysInYear: Record<string, number>;
  months: { from: IsoDate; add: number; to: IsoDate }[];
};
const { calendar } = DEFAULT_RULES;
const day = fc.integer({ min: 0, max: 365 * 8 }).map((n) => addDays('2018-01-01' as IsoDate, n));

it.each(figures.workingDays)('$from and $add working days is $to', ({ from, add, to }) =>
  expect(addWorkingDays(from, add, calendar).day).toBe(to),
);
it.each([
  ['2023-01-19', 3, '2023-01-29'],
  ['2023-09-28', 15, '2023-10-25'],
  ['2024-09-12', 5, '2024-09-20'],
  ['2026-09-30', 3, '2026-10-10'],
])('%s and %d working days is %s', (from, add, to) =>
  expect(addWorkingDays(isoDate(from), add, calendar)).toMatchObject({ day: to, unpublished: [] }),
); // across make-up workdays and the ends of months (README, "Calendar")
it.each(figures.months)('$from and $add months is $to', ({ from, add, to }) => expect(addMonths(from, add)).toBe(to));
it.each(Object.entries(figures.workingDaysInYear))('%s has %d working days', (year, days) =>
  expect(workingDaysBetween(`${Number(year) - 1}-12-31` as IsoDate, `${year}-12-31` as IsoDate, calendar)).toEqual({
    days,
    unpublished: [],
  }),
);
it('agrees with the published notices, day by day', () => {
  for (let one = '2018-01-01' as IsoDate; yearOf(one) <= 2026; one = addDays(one, 1))
    if (isWorkingDay(one, calendar) !== chineseDays.isWorkday(one)) throw new Error(one);
});
it('names the holidays that it passed', () =>
  expect(addWorkingDays(isoDate('2024-09-12'), 5, calendar).holidays).toEqual([
    '中秋 2024-09-15',
    '中秋 2024-09-16',
    '中秋 2024-09-17',
  ]));
it('flags a year without a published notice instead of taking it as free of holidays', () => {
  expect(addWorkingDays(isoDate('2026-12-30'), 5, calendar).unpublished).toEqual([2027]);
  expect(addWorkingDays(isoDate('2026-11-30'), 5, calendar).unpublished).toEqual([]);
  // 2027-05-01 is a Saturday: without a notice nobody knows the days off around Labour Day, so Monday 3 May is a guess and says so.
  expect(nextWorkingDay(isoDate('2027-05-01'), calendar)).toEqual({
    day: '2027-05-03',
    holidays: [],
    unpublished: [2027],
  });
  expect(nextWorkingDay(isoDate('2026-12-31'), calendar)).toEqual({ day: '2026-12-31', holidays: [], unpublished: [] });
  expect(workingDaysBetween(isoDate('2026-12-30'), isoDate('2028-01-04'), calendar).unpublished).toEqual([2027, 2028]);
  expect(workingDaysBetween(isoDate('2026-12-31'), isoDate('2026-12-31'), calendar)).toEqual({
    days: 0,
    unpublished: [],
  });
});
it('takes a later notice for a year in place of the earlier', () => {
  const moved = calendarOf([
    { year: 2027, off: { 元旦: ['2027-01-01'] }, worked: [] },
    { year: 2027, off: { 元旦: ['2027-01-04'] }, worked: ['2027-01-02'] },
  ]);
  expect(
    [isoDate('2027-01-01'), isoDate('2027-01-02'), isoDate('2027-01-04')].map((one) => isWorkingDay(one, moved)),
  ).toEqual([true, true, false]);
});
it('adding and counting working days are inverse', () =>
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const { day: to } = addWorkingDays(from, n, calendar);
      expect(workingDaysBetween(from, to, calendar).days).toBe(n);
      expect(isWorkingDay(to, calendar)).toBe(true);
    }),
  ));
it('counting is additive over split intervals', () =>
  fc.assert(
    fc.property(day, fc.nat(200), fc.nat(200), (from, a, b) => {
      const middle = addDays(from, a);
      const to = addDays(middle, b);
      const count = (first: IsoDate, last: IsoDate): number => workingDaysBetween(first, last, calendar).days;
      expect(count(from, middle) + count(middle, to)).toBe(count(from, to));
    }),
  ));
it('adding in two steps is adding at once', () =>
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (from, a, b) =>
      expect(addWorkingDays(addWorkingDays(from, a, calendar).day, b, calendar).day).toBe(
        addWorkingDays(from, a + b, calendar).day,
      ),
    ),
  ));
it('the next working day of a working day is itself', () =>
  fc.assert(
    fc.property(day, (from) => {
      const next = nextWorkingDay(from, calendar).day;
      expect(workingDayBefore(addDays(next, 1), calendar)).toBe(next);
      expect(next === from).toBe(isWorkingDay(from, calendar));
    }),
  ));

it.each(['', 'soon', '0000-00-00', '2026-02-30', '5', '9999-12-31'])(
  'counting from %j, which is no day or the last of all, ends with an error and not never',
  (day) => {
    expect(() => addWorkingDays(day as IsoDate, 10, DEFAULT_RULES.calendar)).toThrow(RangeError);
  },
);

describe('a pause', () => {
  const add = (n: number, ...pauses: readonly [from: string, to: string | null][]) =>
    addWorkingDays(
      isoDate('2024-09-12'),
      n,
      calendar,
      pauses.map(([from, to]) => ({ from: isoDate(from), to: to === null ? null : isoDate(to) })),
    );

  it('is stepped over, its first and last day included, and one that is over before the counting is none', () => {
    expect(add(2).day).toBe('2024-09-14'); // 13, and a Saturday that is worked
    expect(add(2, ['2024-09-13', '2024-09-13']).day).toBe('2024-09-18');
    expect(add(2, ['2024-09-01', '2024-09-12']).day).toBe('2024-09-14');
    expect(add(2, ['2024-09-01', '2024-09-13'], ['2024-09-18', '2024-09-18']).day).toBe('2024-09-19');
    expect(add(2, ['2024-09-15', '2024-10-15']).day).toBe('2024-09-14');
  });
  it('hides the days off within it, and an unpublished year that lies in it whole', () => {
    expect(add(2, ['2024-09-14', '2024-09-16'])).toEqual({
      day: '2024-09-18',
      holidays: ['中秋 2024-09-17'],
      unpublished: [],
    });
    expect(add(2, ['2024-09-14', '2026-01-04']).unpublished).toEqual([]);
  });
  it('without an end is passed over', () => expect(add(2, ['2024-09-13', null]).day).toBe('2024-09-14'));
});

it('the last working day before a day is another one', () => {
  const before = (day: string) => workingDayBefore(isoDate(day), calendar);
  expect(['2024-09-13', '2024-09-15', '2024-09-18', '2024-10-08'].map(before)).toEqual([
    '2024-09-12',
    '2024-09-14',
    '2024-09-14',
    '2024-09-30',
  ]);
});
