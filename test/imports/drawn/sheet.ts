import type { Cell, Row } from '../../../libs/imports/src/files/sheet.ts';
import type { Comment } from '../../../libs/imports/src/reading/comments.ts';

/** A cell of a drawn ledger that says something of a project. */
export interface Said {
  readonly row: number; // as the sheet numbers it
  readonly column: number;
  readonly header: string;
  readonly told: string; // which field of its project, or what else
  readonly project: string; // its name
}
export interface DrawnSheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly said: readonly Said[];
  readonly passedOver: number;
  readonly doubts: readonly string[]; // what must be found in it
  readonly comments: readonly Comment[];
  readonly placed: Readonly<Record<string, string>>; // project → its region, where a line above it tells that; "—": where the line names none
}

/** A sheet in the making, row under row. */
export const sheetOf = (name: string) => {
  const rows: { number: number; hidden: boolean; cells: (Cell | undefined)[] }[] = [];
  const said: Said[] = [];
  const doubts: string[] = [];
  const comments: Comment[] = [];
  const placed: Record<string, string> = {};
  let last = 0;
  let passed = 0;
  return {
    /** The next row, or one further down; answers its number. */
    push: (cells: readonly (Cell | undefined)[], { gap = 1, hidden = false } = {}): number => {
      last += gap;
      if (cells.some((cell) => cell !== undefined)) rows.push({ number: last, hidden, cells: [...cells] });
      return last;
    },
    pass: (count = 1): void => {
      passed += count;
    },
    say: (one: Said): void => {
      said.push(one);
    },
    doubt: (...codes: readonly string[]): void => {
      doubts.push(...codes);
    },
    /** What a line above says of where a project lies. */
    place: (project: string, region: string): void => {
      placed[project] = region;
    },
    /** Pins a comment to a cell. */
    pin: (comment: Comment): void => {
      comments.push(comment);
      doubts.push('comment');
    },
    /** A block merged as Excel does: its first cell holds for all of it. Of rows with content only. */
    merge: (top: number, left: number, bottom: number, right: number): void => {
      if (top === bottom && left === right) return;
      const master = rows.find((row) => row.number === top)?.cells[left];
      if (master === undefined) return;
      for (const row of rows.filter((one) => one.number >= top && one.number <= bottom))
        for (let column = left; column <= right; column += 1)
          row.cells[column] = {
            ...master,
            merged: row.number === top && column === left ? 'master' : 'covered',
            mergedRows: bottom - top + 1,
            ...(column > left ? { across: true as const } : {}),
          };
    },
    clear: (number: number, column: number): void => {
      const row = rows.find((one) => one.number === number);
      if (row !== undefined) row.cells[column] = undefined;
    },
    set: (number: number, column: number, cell: Cell): void => {
      const row = rows.find((one) => one.number === number);
      if (row !== undefined) row.cells[column] = cell;
    },
    last: (): number => last,
    finish: (): DrawnSheet => ({ name, rows, said, passedOver: passed, doubts, comments, placed }),
  };
};
export type Drawing = ReturnType<typeof sheetOf>;
