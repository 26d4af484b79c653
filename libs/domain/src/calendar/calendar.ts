import { addDays, daysBetween, isoDate, weekdayOf, yearOf, type IsoDate } from '../dates.ts';

/** One year's notice: days off by festival and weekend days that are worked, each a day or `first..last`. */
export interface CalendarYear {
  readonly year: number;
  readonly off: Readonly<Record<string, readonly string[]>>;
  readonly worked: readonly string[];
  readonly notice?: string; // number of the notice
}

/** Days off and make-up workdays of the published years. */
export interface Calendar {
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlyMap<string, string>; // day → festival
  readonly worked: ReadonlySet<string>;
}

const daysOf = (range: string): readonly IsoDate[] => {
  const [first = '', last = first] = range.split('..');
  const from = isoDate(first);
  return Array.from({ length: daysBetween(from, isoDate(last)) + 1 }, (_, index) => addDays(from, index));
};

/** A calendar from yearly notices; the later notice for a year replaces the earlier. */
export const calendarOf = (notices: readonly CalendarYear[]): Calendar => {
  const byYear = new Map(notices.map((notice) => [notice.year, notice]));
  const off = new Map<string, string>();
  const worked = new Set<string>();
  for (const notice of byYear.values()) {
    for (const [festival, ranges] of Object.entries(notice.off)) for (const day of ranges.flatMap(daysOf)) off.set(day, festival);
    for (const day of notice.worked.flatMap(daysOf)) worked.add(day);
  }
  return { years: new Set(byYear.keys()), off, worked };
};

export const isWorkingDay = (day: IsoDate, { off, worked }: Calendar): boolean => worked.has(day) || (!off.has(day) && weekdayOf(day) <= 5);

/** Where counting led, the days off passed by name, and the years counted without a notice: those are flagged, never taken as free of holidays. */
export interface Counted { readonly day: IsoDate; readonly holidays: readonly string[]; readonly unpublished: readonly number[] }

/** The n-th working day after `from` (n ≥ 1); `from` itself is not counted. */
export const addWorkingDays = (from: IsoDate, n: number, calendar: Calendar): Counted => {
  const holidays = new Set<string>();
  const unpublished = new Set<number>();
  let day = from;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (!calendar.years.has(yearOf(day))) unpublished.add(yearOf(day));
    if (isWorkingDay(day, calendar)) left -= 1;
    else if (calendar.off.has(day)) holidays.add(`${calendar.off.get(day)!} ${day}`);
  }
  return { day, holidays: [...holidays], unpublished: [...unpublished] };
};

/** `day`, or the first working day after it. */
export const nextWorkingDay = (day: IsoDate, calendar: Calendar): IsoDate => {
  let next = day;
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1);
  return next;
};

/** Working days after `from` up to and including `to`: the inverse of addWorkingDays. */
export const workingDaysBetween = (from: IsoDate, to: IsoDate, calendar: Calendar): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
};
