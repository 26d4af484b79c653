import type { Cell } from '../files/sheet.ts';

/** A label of a card with its value. */
export interface Entry {
  readonly label: string;
  readonly value: Cell;
  readonly address: string;
  readonly row: number;
}
