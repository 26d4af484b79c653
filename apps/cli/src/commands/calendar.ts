import { calendarOfRows, publishCalendar, withCalendar, type CalendarRow, type CalendarYear } from '#domain';
import { readDate, readWorkbook } from '#imports';
import { calendarWindow } from '#reminders';
import { upToDate, type Installation } from '../installation.ts';
import { answer, Refused, type Options } from '../output.ts';
import { deskOf, order, readJson } from './policy.ts';
import { replayRulesOver, showReplay, windowAsked, type ReplayOptions } from './replay.ts';

const HEADERS = { date: /^(date|day|日期|时间)$/i, kind: /^(kind|type|类型|类别|安排|性质)$/i, name: /^(name|festival|holiday|名称|节日|节日名称|假日)$/i } as const;

/** The lines of a table of days, under a header that may stand in any row, its columns in any order. */
const readTable = async (file: string): Promise<readonly CalendarRow[]> => {
  for (const { rows, date1904 } of await readWorkbook(file)) for (const [index, header] of rows.entries()) {
    const column = (is: RegExp): number => header.cells.findIndex((cell) => cell !== undefined && is.test(cell.text.trim()));
    const [date, kind, name] = [column(HEADERS.date), column(HEADERS.kind), column(HEADERS.name)];
    if (date < 0 || kind < 0) continue;
    return rows.slice(index + 1).map(({ number, cells }): CalendarRow => {
      const text = (at: number): string => cells[at]?.text.trim() ?? '';
      const read = readDate(cells[date], date1904);
      return { row: number, date: read.ok && read.date !== null && !read.month ? read.date : text(date), kind: text(kind), name: text(name) };
    });
  }
  throw new Refused('columns-missing', { zh: '表里要有“日期（date）”和“类型（kind：休 或 班）”两列，“名称（name）”可选。', en: 'The table must have the columns date and kind (off or worked); name may follow.' }, { field: 'file' });
};

/** A notice as JSON (one year or a list of years) or as a table in csv or xlsx (one year). Throws Refused and Rejected. */
const readCalendars = async (file: string): Promise<readonly CalendarYear[]> => {
  if (/\.(csv|xlsx)$/i.test(file)) return [calendarOfRows(await readTable(file))];
  const given = await readJson(file);
  const years = (Array.isArray(given) ? given : [given]).map((one): CalendarYear => publishCalendar(one));
  if (years.length === 0) throw new Refused('calendar-invalid', { zh: '文件里没有任何年份。', en: 'The file holds no year.' }, { field: 'file' });
  return years;
};

export const importCalendar = async (installation: Installation, file: string, options: Options): Promise<void> => {
  const years = await readCalendars(file);
  await upToDate(installation);
  const known = (await installation.rules()).calendar;
  await deskOf(installation).publishCalendars(order(), years);
  const outcome = { years: years.map(({ year, notice }) => ({ year, notice: notice ?? null, replaced: known.years.has(year) })) };
  if (options.json) answer(outcome);
  else process.stdout.write(`${outcome.years.map(({ year, replaced }) => `${year}${replaced ? ' (replaced)' : ''}`).join(', ')}\n`);
};

/** Deadlines, notices and colours that a notice would move; nothing is published. */
export const replayCalendar = async (installation: Installation, file: string, asked: ReplayOptions, options: Options): Promise<void> => {
  const years = await readCalendars(file);
  const rules = await installation.rules();
  showReplay(await replayRulesOver(installation, [rules, withCalendar(rules, years)], calendarWindow(windowAsked(asked), years, installation.today)), options);
};
