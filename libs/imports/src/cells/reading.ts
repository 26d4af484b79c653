import type { Cell, Doubt } from '../files/sheet.ts';

/** Why a cell that holds something gives no value. */
export type Why = Exclude<Doubt, 'scaled'> | 'error' | 'words' | 'impossible' | 'negative';

/**
 * What a cell says: a value; nothing (`said`: the words by which it says so, such as 未开工, where it is not blank); or something that was not understood, which is never taken for nothing.
 */
export type Reading<T> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'empty'; readonly said: string | null }
  | { readonly is: 'not-understood'; readonly shown: string; readonly why: Why };

export const valueIs = <T>(value: T): Reading<T> => ({ is: 'value', value });
export const emptyIs = (said: string | null = null): Reading<never> => ({ is: 'empty', said });
export const notUnderstood = ({ text }: Cell, why: Why): Reading<never> => ({
  is: 'not-understood',
  shown: text,
  why,
});

/** What stops every kind of reading alike; null where the cell can be read. */
export const stopped = (cell: Cell): Reading<never> | null => {
  if (cell.kind === 'error') return notUnderstood(cell, 'error');
  return cell.doubt === undefined || cell.doubt === 'scaled' ? null : notUnderstood(cell, cell.doubt);
};
