import fc from 'fast-check';
import { addDays, daysBetween, isoDate } from '../dates.ts';
import { percentOf } from './fraction.ts';
import { dueWithin, readPeriod, threeYears, timeProportional, yearBefore, yearEarlier } from './period.ts';

const spans = (text: string): string[] => {
  const { from, to } = readPeriod(text)!;
  return [from, to];
};

it.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2023-Q1', '2023-01-01', '2023-03-31'],
  ['2024-Q4', '2024-10-01', '2024-12-31'],
  ['2023-H1', '2023-01-01', '2023-06-30'],
  ['2023-H2', '2023-07-01', '2023-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-01-05..2023-03-31', '2023-01-05', '2023-03-31'],
])('%s is %s to %s', (text, from, to) => expect(spans(text)).toEqual([from, to]));

it.each([
  '',
  '23',
  '2023-Q5',
  '2023-Q0',
  '2023-H0',
  '2023-01-01..2023-01-02..2023-01-03',
  '2023-1-01..2023-03-31',
  'x2023',
  '2023x',
  '2023-Q',
  '2023-Q01',
  '2023-H3',
  '2023-13',
  '2023-00',
  '2023-1',
  '1949',
  '2201',
  '2023-03-31..2023-01-05',
  '2023-02-30..2023-03-01',
  '..',
  '2023..2024',
  '0001-01-01..2023-12-31',
  '2023-01-01..9999-12-31',
])('"%s" is no period', (text) => expect(readPeriod(text)).toBeNull());

it('the year before keeps the end of February', () => {
  expect(yearBefore(readPeriod('2024-02')!)).toEqual({ name: '2023-02', from: '2023-02-01', to: '2023-02-28' });
  expect(yearBefore(readPeriod('2025-02')!)).toEqual({ name: '2024-02', from: '2024-02-01', to: '2024-02-29' });
  expect(yearBefore(readPeriod('2023-01-01..2023-03-31')!).name).toBe('2022-01-01..2022-03-31');
});

it('a month’s end of the year before is a month’s end, any other day the same day', () => {
  expect(
    ['2024-02-29', '2025-02-28', '2024-02-28', '2023-04-30', '2023-04-29'].map((day) => yearEarlier(isoDate(day))),
  ).toEqual(['2023-02-28', '2024-02-29', '2023-02-28', '2022-04-30', '2022-04-29']);
  expect(yearBefore(readPeriod('2024')!).name).toBe('2023');
  expect(yearBefore(readPeriod('2024-Q1')!).name).toBe('2023-Q1');
});
it('a period keeps the name that it was asked by', () => {
  for (const text of ['2023', '1950', '2200', '2023-Q1', '2023-H2', '2023-12', '2023-01-05..2023-01-05'])
    expect(readPeriod(text)).toMatchObject({ name: text });
  expect(threeYears(readPeriod('2023-Q1')!).name).toBe('2023-Q1');
});

it('three years are this calendar year and the two before', () =>
  expect(threeYears(readPeriod('2022-H1')!)).toMatchObject({ from: '2020-01-01', to: '2022-06-30' }));

it('time goes by whole months, by days, or by the bureau’s own curve', () => {
  expect(percentOf(timeProportional(isoDate('2022-06-30')))).toBe('50.00');
  expect(percentOf(timeProportional(isoDate('2022-06-29')))).toBe('41.67');
  expect(percentOf(timeProportional(isoDate('2022-12-31')))).toBe('100.00');
  expect(percentOf(timeProportional(isoDate('2023-01-01'), 'days'))).toBe('0.27');
  const slow = ['5', ...Array.from({ length: 10 }, () => '50.5'), '100'];
  expect(percentOf(timeProportional(isoDate('2023-01-31'), slow))).toBe('5.00');
  expect(percentOf(timeProportional(isoDate('2023-01-30'), slow))).toBe('0.00');
  expect(percentOf(timeProportional(isoDate('2023-03-31'), slow))).toBe('50.50');
  expect(percentOf(timeProportional(isoDate('2023-12-31'), slow))).toBe('100.00');
});

it('by days, every day of a year adds as much', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25_000 }), (days) => {
      const day = addDays(isoDate('1950-01-01'), days);
      const { numerator, denominator } = timeProportional(day, 'days');
      const elapsed = BigInt(daysBetween(isoDate(`${day.slice(0, 4)}-01-01`), day) + 1);
      expect(
        numerator * BigInt(daysBetween(isoDate(`${day.slice(0, 4)}-01-01`), isoDate(`${day.slice(0, 4)}-12-31`)) + 1),
      ).toBe(elapsed * denominator);
    }),
  ));

it('of a target of the year, what falls due within a period is its own months, not all up to its end', () => {
  const due = (period: string, day: string, curve?: 'days') =>
    percentOf(dueWithin(readPeriod(period)!, isoDate(day), curve));
  expect([due('2023-H1', '2023-06-30'), due('2023-Q2', '2023-06-30'), due('2023-06', '2023-06-30')]).toEqual([
    '50.00',
    '25.00',
    '8.33',
  ]);
  expect(due('2023-Q2', '2023-05-30')).toBe('8.33'); // April is over
  expect(due('2023-Q2', '2024-01-31')).toBe('25.00'); // asked for later
  expect(due('2023-Q2', '2023-03-31')).toBe('0.00'); // before it began
  expect(due('2023-01-31..2023-01-31', '2023-01-31', 'days')).toBe('0.27');
  expect(due('2022-07-01..2023-03-31', '2023-03-31')).toBe('25.00'); // the target is that of the year in which it ends
});
