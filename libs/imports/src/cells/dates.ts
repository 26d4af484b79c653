import { addDays, isIsoDate, lastDayOfMonth, type IsoDate } from '#domain';
import type { Cell } from '../files/workbook.ts';
import { clean, isEmpty } from './text.ts';

export type DateReading =
  | { readonly ok: true; readonly date: IsoDate | null; readonly month: boolean } // null: the cell says nothing
  | { readonly ok: false; readonly code: 'impossible-date' | 'not-a-date' | 'error-cell' };

const NOTHING: DateReading = { ok: true, date: null, month: false };
/** What people write into a date column for "not yet". */
const NOT_YET = /^(未.*|尚未.*|暂未.*|还未.*|待定|未定|不详|否|待.*|正在.*|筹备中|前期|推进中|洽谈中|已?(取消|作废))$/;

const pad = (value: string | number): string => String(value).padStart(2, '0');
const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

const serial = (value: number, date1904: boolean): IsoDate | null => {
  const days = Math.floor(value);
  if (date1904) return days >= 0 && days < 110_000 ? addDays('1904-01-01' as IsoDate, days) : null;
  if (days === 60 || days < 1 || days > 110_000) return null; // Excel's 29 February 1900 never was
  return addDays('1899-12-30' as IsoDate, days < 60 ? days + 1 : days);
};

const ofDay = (year: string, month: string, day: string): DateReading => {
  const date = `${fullYear(year)}-${pad(Number(month))}-${pad(Number(day))}`;
  return isIsoDate(date) ? { ok: true, date, month: false } : { ok: false, code: 'impossible-date' };
};

const ofMonth = (year: string, month: string): DateReading => {
  const number = Number(month);
  return number >= 1 && number <= 12
    ? { ok: true, date: lastDayOfMonth(Number(fullYear(year)), number), month: true }
    : { ok: false, code: 'impossible-date' };
};

const DAY =
  /^(\d{4}|\d{2})\s*[.\-/年·。,、]\s*(\d{1,2})\s*[.\-/月·。,、]\s*(\d{1,2})\s*[日号]?(?:[\sT].*|\d{1,2}:\d{2}.*)?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4}|\d{2}(?=年))\s*[.\-/年·]\s*(\d{1,2})\s*(?:月份?)?(?:初|上旬|中旬|下旬|底|末)?$/;
const COMPACT_MONTH = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/;
const WESTERN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A day as bureaus write it: Excel days of either system, bare serials, 2023.3.15, 2023年3月15日, 20230315, 2023-3 (a month, taken as its last day). */
export const readDate = (cell: Cell | undefined, date1904: boolean): DateReading => {
  if (isEmpty(cell)) return NOTHING;
  const { kind, text } = cell!;
  if (kind === 'error') return { ok: false, code: 'error-cell' };
  if (kind === 'date') {
    const date = serial(Number(text), date1904);
    return date === null ? { ok: false, code: 'impossible-date' } : { ok: true, date, month: false };
  }
  const plain = clean(text)
    .replace(/[(（][^)）]*[)）]$/, '')
    .replace(/(左右|前后|前|之前|以前|许)$/, '')
    .trim();
  const [, y1, m1, d1] = DAY.exec(plain) ?? [];
  if (y1 !== undefined) return ofDay(y1, m1!, d1!);
  const [, y2, m2, d2] = COMPACT.exec(plain) ?? [];
  if (y2 !== undefined) return ofDay(y2, m2!, d2!);
  const [, y3, m3] = MONTH.exec(plain) ?? [];
  if (y3 !== undefined) return ofMonth(y3, m3!);
  const [, y4, m4] = COMPACT_MONTH.exec(plain) ?? [];
  if (y4 !== undefined) return ofMonth(y4, m4!);
  const [, first, second, year] = WESTERN.exec(plain) ?? [];
  if (year !== undefined) return Number(first) > 12 ? ofDay(year, second!, first!) : ofDay(year, first!, second!);
  if (/^\d+(\.\d+)?$/.test(plain)) {
    const number = Number(plain);
    const date = number >= 10_000 ? serial(number, date1904) : null;
    return date === null ? { ok: false, code: 'not-a-date' } : { ok: true, date, month: false };
  }
  return NOT_YET.test(plain) ? NOTHING : { ok: false, code: 'not-a-date' };
};
