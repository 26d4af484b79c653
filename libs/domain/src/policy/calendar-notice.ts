import type { CalendarYear } from '../calendar/calendar.ts';
import { daysBetween, isIsoDate } from '../dates.ts';
import { refuse } from './rejections.ts';

type Json = Readonly<Record<string, unknown>>;

const inYear = (range: unknown, year: number, field: string): string => {
  const days = typeof range === 'string' ? range.split('..') : [];
  if (
    days.length < 1 ||
    days.length > 2 ||
    !days.every(isIsoDate) ||
    (days[1] ?? days[0]!) < days[0]! ||
    !days.every((one) => Math.abs(Number(one.slice(0, 4)) - year) <= 1)
  )
    return refuse(
      'calendar-invalid',
      field,
      '必须是当年的日期或“起..止”',
      'must be a day of the year or "first..last"',
    );
  return range as string;
};

const MOST_DAYS = 200; // of one kind; a year has some 30, and a calendar without working days could not be counted through

const daysIn = (ranges: readonly string[]): number =>
  ranges.reduce((days, range) => {
    const [first = '', last = first] = range.split('..').filter(isIsoDate);
    return days + (isIsoDate(first) && isIsoDate(last) ? daysBetween(first, last) + 1 : 0);
  }, 0);

const object = (value: unknown): Json | null => (typeof value === 'object' && value !== null ? (value as Json) : null);

const byFestival = (off: unknown): Json =>
  Array.isArray(off) ? { 假日: off } : (object(off) ?? refuse('calendar-invalid', 'off', '缺少', 'is missing'));

/** A year's notice from a file: days off (a list, or by festival) and weekend days that are worked. Throws Rejected naming the field. */
export const publishCalendar = (file: unknown): CalendarYear => {
  const { year, off, worked, notice } =
    object(file) ?? refuse('calendar-invalid', 'calendar', '必须是对象', 'must be an object');
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1950 || year > 2200)
    return refuse('calendar-invalid', 'year', '必须是年份', 'must be a year');
  const named = byFestival(off);
  if (!Array.isArray(worked)) return refuse('calendar-invalid', 'worked', '必须是列表', 'must be a list');
  const given: CalendarYear = {
    year,
    worked: worked.map((one, index) => inYear(one, year, `worked.${index}`)),
    off: Object.fromEntries(
      Object.entries(named).map(([festival, ranges]) => [
        festival,
        Array.isArray(ranges)
          ? ranges.map((one, index) => inYear(one, year, `off.${festival}.${index}`))
          : refuse('calendar-invalid', `off.${festival}`, '必须是列表', 'must be a list'),
      ]),
    ),
    ...(typeof notice === 'string' ? { notice } : {}),
  };
  for (const [field, ranges] of [
    ['off', Object.values(given.off).flat()],
    ['worked', given.worked],
  ] as const)
    if (daysIn(ranges) > MOST_DAYS)
      refuse('calendar-invalid', field, `超过 ${MOST_DAYS} 天`, `names more than ${MOST_DAYS} days`);
  return given;
};
