import { addDays, isIsoDate, lastDayOfMonth, type IsoDate } from '#domain';
import type { Cell } from '../files/sheet.ts';
import { inFigures } from './english-days.ts';
import { withDigits } from './chinese-days.ts';
import { fromThen } from './relative-days.ts';
import { emptyIs, notUnderstood, valueIs, type Reading } from './reading.ts';
import { fullYear, lastDayOfSpan } from './spans.ts';
import { clean, nothingToRead, unmarked, untyped } from './text.ts';

/** A day that a cell tells: of a month or a longer span its last day, with the words that stand there. */
export interface DayRead {
  readonly date: IsoDate;
  readonly known: 'day' | 'month' | 'span';
  readonly shown: string;
  readonly yearless: boolean; // the cell says no year: that of its table was taken
  readonly relative: boolean; // 去年12月, 上月: it was told from the day of its table
}

/** Facts have days or months; only a plan may be a quarter, a half-year, a range of months or a year's end. */
interface DayWanted {
  readonly date1904: boolean;
  readonly plan: boolean;
  readonly asOf?: string | null; // YYYY-MM, of its table, for one that is told from then
  readonly year?: string | null; // YYYY, told above the cell, for one that says none
}

type Found = Pick<DayRead, 'date' | 'known'> | 'impossible' | null;

const LONGEST = 60; // signs; whoever writes more tells a story
const NOT_YET = /^(未.*|尚未.*|暂未.*|还未.*|待定|未定|不详|否|待.*|正在.*|筹备中|前期|推进中|洽谈中|已?(取消|作废))$/;

const DAY =
  /^(\d{4}|\d{2})\s*[.\-/年·。,、]\s*(\d{1,2})\s*[.\-/月·。,、]\s*(\d{1,2})\s*[日号]?(?:[\sT].*|\d{1,2}:\d{2}.*|(?:上午|下午|中午|晚上?|凌晨|周|星期).{0,12})?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4}|\d{2}(?=年))\s*[.\-/年·]\s*(\d{1,2})\s*(?:月份?)?(?:初|上旬|中旬|下旬|底|末)?$/;
/** A year of two digits that no month can be, and a month: 23.11. */
const SHORT_MONTH = /^(1[3-9]|[2-4]\d)\.(0?[1-9]|1[0-2])$/;
const COMPACT_MONTH = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/;
const WESTERN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** The empty date of .NET exports, and day 0 of a cell that repeats an empty one. */
const NO_DATE = /^(?:0001[-/.年]0?1[-/.月]0?1|1900[-/.年]0?1[-/.月]0?0)日?(?:\s*0?0:00(?::00)?)?$/;
const YEARS = { first: 1950, last: 2200 }; // libs/domain/README.md, "One door for values"
/** A day, a month or a span without its year: 3月5日, 7/17, 7月底, 三季度, 下半年, 年底. */
const YEARLESS =
  /^(?:\d{1,2}月|\d{1,2}[./-]\d{1,2}$|[一二三四五六七八九十]{1,2}月|第?[一二三四1-4]季度|Q[1-4]|[上下]半年|年[底末内])/i;
const RANGE = /^(.{4,20}?)(?:[~至到—–]+|(?<=[年月日])-(?=\d{4}年)|(?<=\d{4}\.\d{1,2})-(?=\d{4}\.))(.{4,20})$/;

const inBounds = (year: number): boolean => year >= YEARS.first && year <= YEARS.last;

const ofDay = (year: string, month: string, day: string): Found => {
  const date = `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) && inBounds(fullYear(year)) ? { date, known: 'day' } : 'impossible';
};
const ofMonth = (year: string, month: string): Found =>
  Number(month) >= 1 && Number(month) <= 12 && inBounds(fullYear(year))
    ? { date: lastDayOfMonth(fullYear(year), Number(month)), known: 'month' }
    : 'impossible';

/** Days since the beginning of either date system, as they stand in a cell without a date's format; between 1927 and 2201 only. */
const ofSerial = (text: string, date1904: boolean): Found => {
  const days = /^\d+(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (days < 10_000 || days > 110_000) return null;
  return { date: addDays((date1904 ? '1904-01-01' : '1899-12-30') as IsoDate, days), known: 'day' };
};

const ofText = (text: string): Found => {
  const [, y1, m1, d1] = DAY.exec(text) ?? COMPACT.exec(text) ?? [];
  if (y1 !== undefined) return ofDay(y1, m1!, d1!);
  const [, y2, m2] = MONTH.exec(text) ?? COMPACT_MONTH.exec(text) ?? SHORT_MONTH.exec(text) ?? [];
  if (y2 !== undefined) return ofMonth(y2, m2!);
  const [, first, second, y3] = WESTERN.exec(text) ?? [];
  if (y3 === undefined) return null;
  return Number(first) > 12 ? ofDay(y3, second!, first!) : ofDay(y3, first!, second!);
};

/** A plan may name a span; what is due within it is due on its last day. */
const ofPlan = (text: string): Found => {
  const bare = text.replace(/\s/g, '').replace(/(前|内|之前|以前)?(开工|动工|签约|竣工|投产|完成|建成|开建)?$/, '');
  const span = lastDayOfSpan(bare);
  if (span !== null) return { date: span, known: 'span' };
  const [, from, to] = RANGE.exec(bare) ?? [];
  if (to === undefined) return ofText(bare);
  const [begin, end] = [ofText(from!), ofText(/^\d{4}/.test(to) ? to : `${from!.slice(0, 4)}年${to}`)];
  const both = begin !== null && end !== null && begin !== 'impossible' && end !== 'impossible';
  return both && begin.date <= end.date ? { date: end.date, known: 'span' } : null;
};

/** A number has lost the zero at its end: 23.1 may be 23.10. */
const mayEndInZero = ({ kind }: Cell, plain: string): boolean => kind === 'number' && /^\d{1,2}\.[123]$/.test(plain);

/** What is told from the day of the table: 去年12月, 上月. */
const ofThen = (cell: Cell, plain: string, { plan, asOf }: DayWanted): Found => {
  const whole = asOf == null || cell.kind !== 'text' ? null : fromThen(plain, asOf);
  if (whole === null) return null;
  return (plan ? ofPlan(whole) : null) ?? ofText(withDigits(whole));
};

const ofWords = (cell: Cell, plain: string, plan: boolean, date1904: boolean): Found =>
  plain.length > LONGEST || mayEndInZero(cell, plain)
    ? null
    : ((plan ? ofPlan(plain) : null) ?? ofText(plain) ?? ofSerial(cell.value ?? plain, date1904));

/** What a text without a year says in the year of its table. */
const inYear = (cell: Cell, plain: string, { plan, year }: DayWanted): Found => {
  if (year == null || mayEndInZero(cell, plain) || !YEARLESS.test(plain)) return null;
  const whole = withDigits(`${year}年${plain.replace(/^年/, '')}`);
  return (plan ? ofPlan(whole) : null) ?? ofText(whole);
};

/** What a date's own cell shows: a day, or only its month; a year says enough for a plan. */
const ofShown = (value: string | undefined, plan: boolean): Found => {
  if (value === undefined) return 'impossible';
  const [year = '', month, day] = value.split('-');
  if (day !== undefined) return ofDay(year, month!, day);
  if (month !== undefined) return ofMonth(year, month);
  return plan ? ofPlan(year) : null;
};

const DEADLINE = /(之前|以前|前)$/;
const HAPPENED = /(正式|已)?(签约|签订|签署|开工|动工|开建|奠基|投产|竣工|完工|建成|到账|到位|入库|纳统|终止)$/;

/** A text without what people add to a date: a remark in brackets, 左右, of a plan 前, of a fact what happened: 2024年7月17日签约. */
const plainDate = (text: string, plan: boolean): string => {
  const cut = text.endsWith(')') ? text.slice(0, Math.max(text.lastIndexOf('('), 0)) : text;
  const bare = cut.replace(/(左右|前后|许)$/, '');
  const told = plan ? bare.replace(DEADLINE, '') : bare.replace(/^(已于|于|已)(?=\d)/, '').replace(HAPPENED, '');
  return inFigures(withDigits(told.trim()));
};

/** The day that a cell shows (README, "Import verdicts"): 2023.3.15, 2023年3月15日, 20230315, bare serials, months, and of plans spans. */
export const readDay = (cell: Cell | undefined, wanted: DayWanted): Reading<DayRead> => {
  const { date1904, plan } = wanted;
  if (cell === undefined) return emptyIs();
  const nothing = nothingToRead(cell);
  if (nothing !== null) return nothing;
  const text = untyped(clean(unmarked(cell.text).slice(0, 4 * LONGEST)));
  const plain = plainDate(text, plan);
  if (NO_DATE.test(text)) return emptyIs(text);
  const own = cell.kind === 'date' ? ofShown(cell.value, plan) : ofWords(cell, plain, plan, date1904);
  const then = own === null ? ofThen(cell, plain, wanted) : null;
  const found = own ?? then ?? inYear(cell, plain, wanted);
  if (found === 'impossible') return notUnderstood(cell, 'impossible');
  if (found !== null) return valueIs({ ...found, shown: text, yearless: own === null, relative: then !== null });
  return text.length <= LONGEST && NOT_YET.test(text) ? emptyIs(text) : notUnderstood(cell, 'words');
};

const NO_DAY_YET = /^(近期|尽快|尽早|适时|择机|长期|远期|不定期|另行通知)(开工|动工|签约|签订|竣工|投产)?$/;
/** Words that stand where a day should and tell none: 近期, 尽快. */
export const isNoDayYet = (text: string): boolean => NO_DAY_YET.test(clean(text).replace(/\s/g, ''));

const PLANNED = /^(预计|计划|拟|力争|预期|争取|目标|确保|暂定)(于|在)?/;
const PLANNED_BEHIND = /\((预计|计划|拟|力争|预期|争取|目标|暂定)[^)]{0,6}\)$/; // 2026.12(预计)

/** What the cell of a fact says of the time to come, as a plan would be written: 预计2025年3月 → 2025年3月; null where it speaks of what has happened. A deadline, 2025年3月前, is one while it lies ahead. */
export const plannedIn = ({ kind, text }: Cell, today: IsoDate): string | null => {
  const plain = clean(text.slice(0, 4 * LONGEST));
  if (kind !== 'text' || plain.length > LONGEST || !/[\d季半底月明今]/.test(plain)) return null;
  if (PLANNED.test(plain) || PLANNED_BEHIND.test(plain)) return plain.replace(PLANNED, '').replace(PLANNED_BEHIND, '');
  if (!DEADLINE.test(plain.replace(HAPPENED, ''))) return null;
  const reading = readDay({ kind, text }, { date1904: false, plan: true });
  return reading.is === 'value' && reading.value.date >= today ? plain : null;
};
