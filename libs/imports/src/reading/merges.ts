import { BOUNDS } from './bounds.ts';
import { unreadable } from './unreadable.ts';

/** A merged block: columns from 0, rows as the sheet numbers them, both ends included. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How many of the ascending numbers are below a limit. */
const below = (numbers: readonly number[], limit: number): number => {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numbers[middle]! < limit) from = middle + 1;
    else to = middle;
  }
  return from;
};

/**
 * Blocks from top to bottom. Of overlapping ones the upper, then the left one holds, as when Excel repairs a file: so a row is in at most one block a column.
 * `rows` are the numbers of rows with content, ascending; blocks that would repeat their value over too many cells of them are refused.
 */
export const soundMerges = (merges: readonly Merge[], rows: readonly number[], sheet: string): readonly Merge[] => {
  const takenTo = new Int32Array(BOUNDS.columns).fill(-1);
  let cells = 0;
  return [...merges]
    .sort((a, b) => a.top - b.top || a.left - b.left)
    .filter(({ left, right, top, bottom }) => {
      for (let column = left; column <= right; column += 1) if (takenTo[column]! >= top) return false;
      takenTo.fill(bottom, left, right + 1);
      cells += (below(rows, bottom + 1) - below(rows, top)) * (right - left + 1);
      return cells <= BOUNDS.merged || unreadable('too-many-merges', sheet);
    });
};
