import { BOUNDS } from './bounds.ts';
import type { Unseen } from './unseen.ts';

/** What somebody has pinned to a cell, 批注; the cell itself may be blank. */
export interface Comment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The comments of a sheet, and what of them was not seen. */
export interface Comments {
  readonly comments: readonly Comment[];
  readonly unseen: readonly Unseen[];
}

/** Whether it is pinned to a cell that a sheet can have: what names a place wrongly tells none. */
const isPlaced = ({ row, column }: Comment): boolean => column >= 0 && Number.isInteger(row) && row >= 1;

/** Gathers the comments of a sheet within the bounds, and says where there are more; several of one cell become one, in their order. */
export const commentsOf = () => {
  const found = new Map<string, Comment>();
  const unseen = new Set<Unseen>();
  let signs = 0;
  return {
    add: (comment: Comment): void => {
      const { row, column, text } = comment;
      const whole = text.replace(/\r\n?/g, '\n').trim();
      if (whole === '' || !isPlaced(comment)) return;
      const before = found.get(`${row} ${column}`);
      const all = before === undefined ? whole : `${before.text}\n${whole}`;
      const said = all.slice(0, BOUNDS.comment);
      signs += said.length - (before?.text.length ?? 0);
      const fits = before !== undefined || found.size < BOUNDS.comments;
      if (!fits || said !== all || signs > BOUNDS.commented) unseen.add('comments-too-many');
      if (fits && signs <= BOUNDS.commented) found.set(`${row} ${column}`, { row, column, text: said });
    },
    miss: (what: Unseen): void => {
      unseen.add(what);
    },
    finish: (): Comments => ({
      comments: [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column),
      unseen: [...unseen],
    }),
  };
};
