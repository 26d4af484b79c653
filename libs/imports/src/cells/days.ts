import type { IsoDate } from '#domain';
import type { Cell } from '../files/sheet.ts';
import { readDate } from './dates.ts';
import { emptyIs, notUnderstood, stopped, valueIs, type Reading } from './reading.ts';
import { clean, isEmpty } from './text.ts';

/** A day that a cell tells: of a month or a longer span its last day, with the words that stand there. */
export interface DayRead {
  readonly date: IsoDate;
  readonly known: 'day' | 'month' | 'span';
  readonly shown: string;
}

/** Facts have days or months; only a plan may be a quarter, a half-year, a range of months or a year's end. */
export interface DayWanted {
  readonly date1904: boolean;
  readonly plan: boolean;
}

/** The day that a cell shows (domain.md, "Import verdicts"). */
export const readDay = (cell: Cell | undefined, { date1904 }: DayWanted): Reading<DayRead> => {
  if (cell === undefined) return emptyIs();
  const stop = stopped(cell);
  if (stop !== null) return stop;
  if (isEmpty(cell)) return emptyIs();
  const reading = readDate(cell, date1904);
  if (!reading.ok) return notUnderstood(cell, reading.code === 'impossible-date' ? 'impossible' : 'words');
  if (reading.date === null) return emptyIs(clean(cell.text));
  return valueIs({ date: reading.date, known: reading.month ? 'month' : 'day', shown: cell.text });
};
