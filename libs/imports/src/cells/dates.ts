import type { IsoDate } from '#domain';
import type { Cell } from '../files/sheet.ts';
import { readDay } from './days.ts';

export type DateReading =
  | { readonly ok: true; readonly date: IsoDate | null; readonly month: boolean } // null: the cell says nothing
  | { readonly ok: false; readonly code: 'impossible-date' | 'not-a-date' | 'error-cell' };

/** A day as `readDay` reads it, for callers that do not tell what a cell said from what it did not. */
export const readDate = (cell: Cell | undefined, date1904: boolean): DateReading => {
  const reading = readDay(cell, { date1904, plan: false });
  if (reading.is === 'value') return { ok: true, date: reading.value.date, month: reading.value.known !== 'day' };
  if (reading.is === 'empty') return { ok: true, date: null, month: false };
  const { why } = reading;
  return { ok: false, code: why === 'error' ? 'error-cell' : why === 'impossible' ? 'impossible-date' : 'not-a-date' };
};
