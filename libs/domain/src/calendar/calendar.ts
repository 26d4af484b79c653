import { addDays, daysBetween, isIsoDate, isoDate, weekdayOf, yearOf, type IsoDate } from '../dates.ts';

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
    for (const [festival, ranges] of Object.entries(notice.off))
      for (const day of ranges.flatMap(daysOf)) off.set(day, festival);
    for (const day of notice.worked.flatMap(daysOf)) worked.add(day);
  }
  return { years: new Set(byYear.keys()), off, worked };
};

export const isWorkingDay = (day: IsoDate, { off, worked }: Calendar): boolean =>
  worked.has(day) || (!off.has(day) && weekdayOf(day) <= 5);

/** Years that were counted without a published notice, weekends only: whoever shows the answer shows them beside it, never as free of holidays. */
interface Flagged {
  readonly unpublished: readonly number[];
}

/** Where counting led, with the days off passed by name. */
export interface Counted extends Flagged {
  readonly day: IsoDate;
  readonly holidays: readonly string[];
}

/** Days that do not count, both included; `to` null: nobody knows until when. */
export interface Pause {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** The last day of a pause that covers `day`; null where it does not, and where it has no end. */
const lastPausedDay = (pause: Pause | undefined, day: IsoDate): IsoDate | null =>
  pause !== undefined && pause.from <= day ? pause.to : null;

/** Steps from what is no day would never end. */
const soundDay = (day: IsoDate): IsoDate => {
  if (!isIsoDate(day)) throw new RangeError(`${String(day)} is no day`);
  return day;
};
/** The next day; past the last that four figures of a year can name there is none. */
const dayAfter = (day: IsoDate): IsoDate => {
  const next = addDays(day, 1);
  return next.length === day.length ? next : soundDay(next);
};

/** Steps from `from` (not looked at) to the `n`-th working day after it that no pause covers, or to `last` if that comes first. A pause without an end is passed over: who asks says that the day does not come. */
const walk = (
  from: IsoDate,
  n: number,
  last: IsoDate | null,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Counted & { readonly days: number } => {
  const holidays = new Set<string>();
  const unpublished = new Set<number>();
  let day = soundDay(from);
  let days = 0;
  let next = 0; // pause that lies ahead; they come in order and do not overlap
  while (days < n && (last === null || day < last)) {
    day = dayAfter(day);
    while (next < pauses.length && (pauses[next]!.to ?? day) < day) next += 1;
    const paused = lastPausedDay(pauses[next], day);
    if (paused !== null) {
      day = paused;
      continue;
    }
    if (!calendar.years.has(yearOf(day))) unpublished.add(yearOf(day));
    if (isWorkingDay(day, calendar)) days += 1;
    else if (calendar.off.has(day)) holidays.add(`${calendar.off.get(day)!} ${day}`);
  }
  return { day, days, holidays: [...holidays], unpublished: [...unpublished] };
};

/** The n-th working day after `from` (n ≥ 1) that no pause covers; `from` itself is not counted. */
export const addWorkingDays = (
  from: IsoDate,
  n: number,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Counted => {
  const { day, holidays, unpublished } = walk(from, n, null, calendar, pauses);
  return { day, holidays, unpublished };
};

/** `day`, or the first working day after it. */
export const nextWorkingDay = (day: IsoDate, calendar: Calendar): Counted =>
  addWorkingDays(addDays(day, -1), 1, calendar);

/** The last working day before `day`. */
export const workingDayBefore = (day: IsoDate, calendar: Calendar): IsoDate => {
  const before = addDays(day, -1);
  return isWorkingDay(before, calendar) ? before : workingDayBefore(before, calendar);
};

/** Working days after `from` up to and including `to`: the inverse of addWorkingDays. */
export const workingDaysBetween = (
  from: IsoDate,
  to: IsoDate,
  calendar: Calendar,
): Flagged & { readonly days: number } => {
  const { days, unpublished } = walk(from, Infinity, to, calendar);
  return { days, unpublished };
};
