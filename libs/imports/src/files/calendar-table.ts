import { calendarOfRows, type CalendarRow, type CalendarYear } from '#domain';
import { readDay } from '../cells/days.ts';
import { refuseFile } from '../refusals.ts';
import { readWorkbook } from './workbook.ts';

const HEADERS = {
  date: /^(date|day|日期|时间)$/i,
  kind: /^(kind|type|类型|类别|安排|性质)$/i,
  name: /^(name|festival|holiday|名称|节日|节日名称|假日)$/i,
} as const;

/** The lines of a table of days, under a header that may stand in any row, its columns in any order. */
const rowsOf = async (path: string): Promise<readonly CalendarRow[]> => {
  for (const { rows, date1904 } of await readWorkbook(path))
    for (const [index, header] of rows.entries()) {
      const column = (is: RegExp): number =>
        header.cells.findIndex((cell) => cell !== undefined && is.test(cell.text.trim()));
      const [date, kind, name] = [column(HEADERS.date), column(HEADERS.kind), column(HEADERS.name)];
      if (date < 0 || kind < 0) continue;
      return rows.slice(index + 1).map(({ number, cells }): CalendarRow => {
        const text = (at: number): string => cells[at]?.text.trim() ?? '';
        const read = readDay(cells[date], { date1904, plan: false });
        return {
          row: number,
          date: read.is === 'value' && read.value.known === 'day' ? read.value.date : text(date),
          kind: text(kind),
          name: text(name),
        };
      });
    }
  return refuseFile('columns-missing');
};

/** A year's notice from a table in csv or xlsx. Throws Rejected naming the file or the line. */
export const readCalendar = async (path: string): Promise<CalendarYear> => calendarOfRows(await rowsOf(path));
