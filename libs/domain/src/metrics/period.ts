import {
  FIRST_DAY,
  LAST_DAY,
  addDays,
  addMonths,
  daysBetween,
  isIsoDate,
  isoDate,
  lastDayOfMonth,
  monthsBetween,
  yearOf,
  type IsoDate,
} from '../dates.ts';
import { decimalFraction, divided, fraction, minus, wholeOf, type Fraction } from './fraction.ts';

/** A span of business days that figures are asked for; both its days belong to it. */
export interface Period {
  readonly name: string; // as written: 2023, 2023-Q1, 2023-H1, 2023-03, 2023-01-01..2023-03-31
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const firstDay = (year: number, month: number): IsoDate =>
  isoDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);

const months = (name: string, year: number, first: number, count: number): Period => ({
  name,
  from: firstDay(year, first),
  to: lastDayOfMonth(year, first + count - 1),
});

/** How a part of the year is written: digits of its number, how many there are, months that each lasts. */
const PARTS = { Q: [1, 4, 3], H: [1, 2, 6], '': [2, 12, 1] } as const;

const readSpan = (text: string, from: string, to: string): Period | null =>
  isIsoDate(from) && isIsoDate(to) && FIRST_DAY <= from && from <= to && to <= LAST_DAY
    ? { name: text, from, to }
    : null;

/** Reads a period as scripts write it; null where it is none. Years are 1950 to 2200, like every business day. */
export const readPeriod = (text: string): Period | null => {
  const [from, to, ...more] = text.split('..');
  if (to !== undefined && more.length === 0) return readSpan(text, from!, to);
  const [, years, part, number] = /^(19[5-9]\d|20\d\d|21\d\d|2200)(?:-(Q|H|)(\d{1,2}))?$/.exec(text) ?? [];
  if (years === undefined) return null;
  if (number === undefined) return months(text, Number(years), 1, 12);
  const [digits, count, length] = PARTS[part as keyof typeof PARTS];
  const at = Number(number);
  if (number.length !== digits || at < 1 || at > count) return null;
  return months(text, Number(years), (at - 1) * length + 1, length);
};

const isMonthEnd = (day: IsoDate): boolean => addDays(day, 1).endsWith('-01');
/** The same day of the year before; a month’s end stays a month’s end. */
export const yearEarlier = (day: IsoDate): IsoDate => {
  const earlier = addMonths(day, -12);
  return isMonthEnd(day) ? lastDayOfMonth(yearOf(earlier), Number(earlier.slice(5, 7))) : earlier;
};

/** The same period of the year before: what a year-on-year figure compares with. The end of February stays the end of February. */
export const yearBefore = ({ name, from, to }: Period): Period => {
  const earlier = { from: addMonths(from, -12), to: yearEarlier(to) };
  const written = name.includes('..') ? `${earlier.from}..${earlier.to}` : `${yearOf(from) - 1}${name.slice(4)}`;
  return { name: written, ...earlier };
};

/** The calendar year in which the period ends and the two before it, up to its end (README, "Three years"). */
export const threeYears = ({ name, to }: Period): Period => ({ name, from: firstDay(yearOf(to) - 2, 1), to });

/** How progress is expected over a year: whole months, days, or a curve of the bureau's own (what is due by the end of each of the twelve months, in percent as decimal text). */
export type Curve = 'months' | 'days' | readonly string[];

/** The share of the year's target that is due by `day` (序时进度). 2023-06-30 → 6/12. */
export const timeProportional = (day: IsoDate, curve: Curve = 'months'): Fraction => {
  const start = firstDay(yearOf(day), 1);
  const elapsed = monthsBetween(start, addDays(day, 1));
  if (curve === 'months') return { numerator: BigInt(elapsed), denominator: 12n };
  if (curve === 'days') {
    const whole = BigInt(daysBetween(start, addMonths(start, 12)));
    return fraction(BigInt(daysBetween(start, day) + 1), whole)!;
  }
  return elapsed === 0 ? wholeOf(0n) : divided(decimalFraction(curve[elapsed - 1]!), wholeOf(100n))!;
};

/** The share of the year's target that falls due within a period, up to its last day or to `day` before it. Second quarter of 2023, by 2023-06-30 → 3/12. */
export const dueWithin = ({ from, to }: Period, day: IsoDate, curve: Curve = 'months'): Fraction => {
  const last = day < to ? day : to;
  if (last < from) return wholeOf(0n);
  const before = addDays(from, -1);
  const due = timeProportional(last, curve);
  return yearOf(before) < yearOf(last) ? due : minus(due, timeProportional(before, curve));
};
