import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { addDays, addMonths, isoDate, yearOf, type IsoDate } from '../dates.ts';
import { DEFAULT_RULES } from '../policy/rules.ts';
import { addWorkingDays, calendarOf, isWorkingDay, nextWorkingDay, workingDaysBetween } from './calendar.ts';

const figures = JSON.parse(readFileSync(join(__dirname, '../../../../test/acceptance/figures.json'), 'utf8')) as {
  workingDays: { from: IsoDate; add: number; to: IsoDate }[]; workingDaysInYear: Record<string, number>; months: { from: IsoDate; add: number; to: IsoDate }[];
};
const { calendar } = DEFAULT_RULES;
const day = fc.integer({ min: 0, max: 365 * 8 }).map((n) => addDays('2018-01-01' as IsoDate, n));

it.each(figures.workingDays)('$from and $add working days is $to', ({ from, add, to }) => expect(addWorkingDays(from, add, calendar).day).toBe(to));
it.each(figures.months)('$from and $add months is $to', ({ from, add, to }) => expect(addMonths(from, add)).toBe(to));
it.each(Object.entries(figures.workingDaysInYear))('%s has %d working days', (year, days) =>
  expect(workingDaysBetween(`${Number(year) - 1}-12-31` as IsoDate, `${year}-12-31` as IsoDate, calendar)).toBe(days));
it('agrees with the published notices, day by day', () => {
  for (let one = '2018-01-01' as IsoDate; yearOf(one) <= 2026; one = addDays(one, 1)) if (isWorkingDay(one, calendar) !== chineseDays.isWorkday(one)) throw new Error(one);
});
it('names the holidays that it passed', () => expect(addWorkingDays(isoDate('2024-09-12'), 5, calendar).holidays).toEqual(['中秋 2024-09-15', '中秋 2024-09-16', '中秋 2024-09-17']));
it('flags a year without a published notice instead of taking it as free of holidays', () => {
  expect(addWorkingDays(isoDate('2026-12-30'), 5, calendar).unpublished).toEqual([2027]);
  expect(addWorkingDays(isoDate('2026-11-30'), 5, calendar).unpublished).toEqual([]);
});
it('takes a later notice for a year in place of the earlier', () => {
  const moved = calendarOf([{ year: 2027, off: { 元旦: ['2027-01-01'] }, worked: [] }, { year: 2027, off: { 元旦: ['2027-01-04'] }, worked: ['2027-01-02'] }]);
  expect([isoDate('2027-01-01'), isoDate('2027-01-02'), isoDate('2027-01-04')].map((one) => isWorkingDay(one, moved))).toEqual([true, true, false]);
});
it('adding and counting working days are inverse', () => fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
  const { day: to } = addWorkingDays(from, n, calendar);
  expect(workingDaysBetween(from, to, calendar)).toBe(n);
  expect(isWorkingDay(to, calendar)).toBe(true);
})));
it('counting is additive over split intervals', () => fc.assert(fc.property(day, fc.nat(200), fc.nat(200), (from, a, b) => {
  const middle = addDays(from, a);
  const to = addDays(middle, b);
  expect(workingDaysBetween(from, middle, calendar) + workingDaysBetween(middle, to, calendar)).toBe(workingDaysBetween(from, to, calendar));
})));
it('the next working day of a working day is itself', () => fc.assert(fc.property(day, (from) => {
  const next = nextWorkingDay(from, calendar);
  expect(next === from).toBe(isWorkingDay(from, calendar));
})));
