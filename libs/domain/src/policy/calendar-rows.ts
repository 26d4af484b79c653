import type { CalendarYear } from '../calendar/calendar.ts';
import { isIsoDate, weekdayOf, yearOf, type IsoDate } from '../dates.ts';
import { publishCalendar } from './calendar-notice.ts';
import { refuse, rejectPolicy } from './rejections.ts';

/** A line of a calendar table, as written: a day, whether it is off or worked, and the festival. `row` counts as the sheet does. */
export interface CalendarRow {
  readonly row: number;
  readonly date: string;
  readonly kind: string;
  readonly name: string;
}

const OFF = /^(off|holiday|rest|休|休息|放假|假|假日|节假日|法定节假日)$/i;
const WORKED = /^(worked|work|workday|班|上班|补班|调休上班|调休补班|工作日)$/i;

/** A year's notice from a table; the year is that of its days. Throws Rejected naming the line; several years are refused, since a notice replaces its year. */
export const calendarOfRows = (rows: readonly CalendarRow[]): CalendarYear => {
  const off: Record<string, IsoDate[]> = {};
  const worked: IsoDate[] = [];
  const years = new Set<number>();
  const seen = new Set<string>();
  for (const { row, date, kind, name } of rows) {
    const field = `row ${row}`;
    if (!isIsoDate(date)) return refuse('calendar-invalid', field, `不是日期：${date}`, `is no day: ${date}`);
    if (seen.has(date)) refuse('calendar-invalid', field, `重复的日期：${date}`, `repeats the day ${date}`);
    seen.add(date);
    years.add(yearOf(date));
    if (OFF.test(kind)) (off[name === '' ? '假日' : name] ??= []).push(date);
    else if (WORKED.test(kind)) {
      if (weekdayOf(date) <= 5)
        refuse(
          'calendar-invalid',
          field,
          `${date} 不是周末，不需要补班`,
          `${date} is no weekend day and is worked anyway`,
        );
      worked.push(date);
    } else refuse('calendar-invalid', field, `类型须是“休”或“班”，不是 ${kind}`, `must be off or worked, not ${kind}`);
  }
  const [year] = years;
  if (year === undefined) return refuse('calendar-invalid', 'rows', '没有任何日期', 'names no day');
  if (years.size > 1) rejectPolicy('calendar-several-years', '日期');
  return publishCalendar({ year, off, worked });
};
