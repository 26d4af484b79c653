import { BOUNDS } from './bounds.ts';
import { unreadable } from './unreadable.ts';

/** What somebody has pinned to a cell, 批注; the cell itself may be blank. */
export interface Comment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Gathers the comments of a sheet within the bounds; several of one cell become one, in their order. */
export const commentsOf = (sheet: string) => {
  const found = new Map<string, Comment>();
  let signs = 0;
  return {
    add: ({ row, column, text }: Comment): void => {
      const said = text.replace(/\r\n?/g, '\n').trim();
      if (said === '' || column < 0 || !Number.isInteger(row) || row < 1) return;
      signs += said.length;
      if (found.size >= BOUNDS.comments || signs > BOUNDS.strings) unreadable('file-bomb', sheet);
      const before = found.get(`${row} ${column}`);
      found.set(`${row} ${column}`, { row, column, text: before === undefined ? said : `${before.text}\n${said}` });
    },
    finish: (): readonly Comment[] => [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column),
  };
};
