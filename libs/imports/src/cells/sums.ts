import type { Money } from '#domain';
import type { Cell } from '../files/sheet.ts';
import { readAmount as readOld, type Unit } from './amounts.ts';
import { emptyIs, notUnderstood, stopped, valueIs, type Reading } from './reading.ts';
import { isEmpty } from './text.ts';

export interface AmountRead {
  readonly money: Money;
  readonly typed: number; // in the column's unit, for comparing orders of magnitude
  readonly own: Unit | null; // the unit that the cell itself names, in words or by its format
}

/** The amount that a cell shows, exactly, in its own unit or else the column's (domain.md, "Import verdicts"). */
export const readAmount = (cell: Cell | undefined, column: Unit): Reading<AmountRead> => {
  if (cell === undefined) return emptyIs();
  const stop = stopped(cell);
  if (stop !== null) return stop;
  if (isEmpty(cell)) return emptyIs();
  const reading = readOld(cell, column);
  if (!reading.ok) return notUnderstood(cell, reading.code === 'amount-negative' ? 'negative' : 'words');
  if (reading.money === null) return emptyIs();
  return valueIs({ money: reading.money, typed: reading.typed!, own: null });
};
