import { isIsoDate, lastDayOfMonth, type IsoDate } from '#domain';

const NUMBERS = '一二三四';
const YEAR = '(\\d{4}|\\d{2}(?=年))年?';
const QUARTER = new RegExp(`^${YEAR}[./-]?(?:第?([一二三四1-4])季度?|Q([1-4])|([1-4])Q)(?:初|中|末|底)?$`, 'i');
const HALF = new RegExp(`^${YEAR}([上下])半年度?(?:末|底)?$`);
const WHOLE = new RegExp(`^${YEAR}(?:年?底|年?末|内|终|全年|度)?$`);
const MONTHS = new RegExp(`^${YEAR}[./-]?(\\d{1,2})月?(?:份)?[-~至到—–]+(\\d{1,2})月(?:份|底|末)?$`);
const PART = new RegExp(`^${YEAR}[./-]?(\\d{1,2})月(?:份)?([上中])旬$`);
const YEARS = { first: 1950, last: 2200 };

export const fullYear = (year: string): number => Number(year.length === 2 ? `20${year}` : year);

const endOf = (year: string | undefined, month: number): IsoDate | null => {
  const full = fullYear(year!);
  const known = full >= YEARS.first && full <= YEARS.last && month >= 1 && month <= 12;
  return known ? lastDayOfMonth(full, month) : null;
};

const quarter = (text: string): IsoDate | null => {
  const [, year, words, after, before] = QUARTER.exec(text) ?? [];
  const sign = words ?? after ?? before;
  return sign === undefined ? null : endOf(year, 3 * (Number(sign) || NUMBERS.indexOf(sign) + 1));
};
const half = (text: string): IsoDate | null => {
  const [, year, which] = HALF.exec(text) ?? [];
  return which === undefined ? null : endOf(year, which === '上' ? 6 : 12);
};
const months = (text: string): IsoDate | null => {
  const [, year, from, to] = MONTHS.exec(text) ?? [];
  return to === undefined || Number(from) > Number(to) ? null : endOf(year, Number(to));
};
const part = (text: string): IsoDate | null => {
  const [, year, month, which] = PART.exec(text) ?? [];
  const date = `${fullYear(year ?? '0')}-${(month ?? '').padStart(2, '0')}-${which === '上' ? '10' : '20'}`;
  return which !== undefined && isIsoDate(date) ? date : null;
};
const whole = (text: string): IsoDate | null => {
  const [, year] = WHOLE.exec(text) ?? [];
  return year === undefined ? null : endOf(year, 12);
};

/** The last day of the span that a plan names: a quarter, a half-year, months, a third of a month, a year or its end (README, "Import verdicts"); null where it names none. */
export const lastDayOfSpan = (text: string): IsoDate | null => {
  for (const read of [quarter, half, months, part, whole]) {
    const date = read(text);
    if (date !== null) return date;
  }
  return null;
};
