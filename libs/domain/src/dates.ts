/** A civil day in Asia/Shanghai, "2023-06-30". Compares as text. */
export type IsoDate = string & { readonly brand: 'IsoDate' };

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month - 1]!);

/** Whether `text` names a day that exists: 2022-06-31 does not. */
export const isIsoDate = (text: string): text is IsoDate => {
  const [, year = '', month = '', day = ''] = SHAPE.exec(text) ?? [];
  const m = Number(month);
  return m >= 1 && m <= 12 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), m) && Number(year) >= 1;
};

/** The days on which business can fall: an empty date of another program (0001-01-01) and a mistyped year (9999) lie outside. */
export const FIRST_DAY = '1950-01-01' as IsoDate;
export const LAST_DAY = '2200-12-31' as IsoDate;
export const isBusinessDay = (text: string): text is IsoDate =>
  isIsoDate(text) && text >= FIRST_DAY && text <= LAST_DAY;

export const isoDate = (text: string): IsoDate => {
  if (!isIsoDate(text)) throw new RangeError(`no such day: ${text}`);
  return text;
};

const ZERO = 48; // code of the digit 0
/** A digit of a date; NaN where a stored text is none, so that whatever follows from it is no day either. */
const digit = (date: string, at: number): number => {
  const value = date.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : NaN;
};
const pair = (date: string, at: number): number => digit(date, at) * 10 + digit(date, at + 1);
export const yearOf = (date: IsoDate): number => pair(date, 0) * 100 + pair(date, 2);
const monthIn = (date: IsoDate): number => pair(date, 5);
const dayIn = (date: IsoDate): number => pair(date, 8);

// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's civil-days algorithm): integers and no text between, because rebuilds call this millions of times.
const toNumber = (date: IsoDate): number => {
  const month = monthIn(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayIn(date) - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
};

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));
const write = (year: number, month: number, day: number): IsoDate =>
  `${pad(Math.floor(year / 100))}${pad(year % 100)}-${pad(month)}-${pad(day)}` as IsoDate;

const fromNumber = (days: number): IsoDate => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return write(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  );
};

export const addDays = (date: IsoDate, days: number): IsoDate => {
  const day = dayIn(date) + days;
  return day >= 1 && day <= 28 ? (`${date.slice(0, 8)}${pad(day)}` as IsoDate) : fromNumber(toNumber(date) + days);
};

/** Months later (or earlier), clamped to the last day of a shorter month: 2023-11-30 + 3 → 2024-02-29. */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const count = yearOf(date) * 12 + monthIn(date) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return write(year, month, Math.min(dayIn(date), daysIn(year, month)));
};

/** Days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => toNumber(to) - toNumber(from);

/** Whole months elapsed from `from` to `to`: the largest n with addMonths(from, n) ≤ to; 0 where `to` is earlier. */
export const monthsBetween = (from: IsoDate, to: IsoDate): number => {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthIn(to) - monthIn(from);
  return Math.max(0, addMonths(from, months) <= to ? months : months - 1);
};

export const lastDayOfMonth = (year: number, month: number): IsoDate => write(year, month, daysIn(year, month));

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: IsoDate): number => ((((toNumber(date) + 3) % 7) + 7) % 7) + 1;

const SHANGHAI = 8 * 3_600_000; // no daylight saving since 1991

/** The civil day in Asia/Shanghai on which an instant (ISO 8601 with zone) lies. */
export const dayInShanghai = (instant: string): IsoDate =>
  fromNumber(Math.floor((Date.parse(instant) + SHANGHAI) / 86_400_000));
