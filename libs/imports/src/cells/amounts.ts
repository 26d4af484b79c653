import type { Money } from '#domain';
import type { Cell } from '../files/sheet.ts';
import { readAmount as readSum } from './sums.ts';
import type { Unit } from './units.ts';

export { currencyIn, unitIn, type Unit } from './units.ts';

export type AmountReading =
  | { readonly ok: true; readonly money: Money | null; readonly typed: number | null } // `typed` in the column's unit, for comparing orders of magnitude
  | { readonly ok: false; readonly code: 'amount-in-words' | 'error-cell' | 'amount-negative' };

/** An amount as `sums.ts` reads it, for callers that do not tell what a cell said from what it did not. */
export const readAmount = (cell: Cell | undefined, column: Unit): AmountReading => {
  const reading = readSum(cell, column);
  if (reading.is === 'value') return { ok: true, money: reading.value.money, typed: reading.value.typed };
  if (reading.is === 'empty') return { ok: true, money: null, typed: null };
  const { why } = reading;
  return {
    ok: false,
    code: why === 'error' ? 'error-cell' : why === 'negative' ? 'amount-negative' : 'amount-in-words',
  };
};
