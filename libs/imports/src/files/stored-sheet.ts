import type { Comment } from '../reading/comments.ts';
import type { Merge } from '../reading/merges.ts';
import type { SheetRead } from '../reading/rows-out.ts';
import { jsonIn } from './nameless.ts';
import type { Unseen } from '../reading/unseen.ts';
import type { Cell, Row } from './sheet.ts';

/** A sheet whose rows wait on disk. */
export interface StoredSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly hiddenColumns: readonly number[];
  readonly comments: readonly Comment[]; // what is pinned to its cells
  readonly unseen: readonly Unseen[];
  /** Rows with content in ascending order, merged blocks filled in, one at a time: each walk reads them anew. */
  readonly rows: () => Iterable<Row>;
  /** The same rows as they stand, where `rows` reads several of their columns as one. */
  readonly written?: () => Iterable<Row>;
  readonly close: () => void;
}

interface Open {
  readonly merge: Merge;
  readonly master: Cell;
}

const filledIn = ({ number, hidden, cells: own }: Row, open: readonly Open[]): Row => {
  const width = Math.max(own.length, ...open.map(({ merge }) => merge.right + 1));
  const cells = Array.from({ length: width }, (_, column) => own[column]); // no holes: whoever walks the cells meets each
  for (const { merge, master } of open)
    for (let column = merge.left; column <= merge.right; column += 1)
      cells[column] = {
        ...master,
        merged: number === merge.top && column === merge.left ? 'master' : 'covered',
        mergedRows: merge.bottom - merge.top + 1,
        ...(column > merge.left ? { across: true as const } : {}),
      };
  return { number, hidden, cells };
};

/** Repeats a merged block's value over its cells, marked as covered: a region written once holds for all its rows. Rows without content of their own stay blank. */
function* spread(rows: Iterable<Row>, merges: readonly Merge[]): Iterable<Row> {
  let next = 0;
  let open: Open[] = [];
  for (const row of rows) {
    while (next < merges.length && merges[next]!.top <= row.number) {
      const merge = merges[next]!;
      const master = merge.top === row.number ? row.cells[merge.left] : undefined;
      if (master !== undefined) open.push({ merge, master });
      next += 1;
    }
    if (open.length > 0) open = open.filter(({ merge }) => merge.bottom >= row.number);
    yield open.length === 0 ? row : filledIn(row, open);
  }
}

/** The sheet whose rows a thread set down in an open file. */
export const storedSheet = (
  { name, hidden, date1904, hiddenColumns, comments, unseen = [], from, ends, order, merges }: SheetRead,
  file: number,
  close: () => void,
): StoredSheet => {
  const length = ends.at(-1) ?? from;
  function* inOrder(): Iterable<Row> {
    const read = jsonIn(file);
    for (let index = 0; index < (order ?? ends).length; index += 1) {
      const place = order?.[index] ?? index;
      const row = read<Row>(place === 0 ? from : ends[place - 1]!, ends[place]!, length);
      yield { ...row, cells: row.cells.map((cell) => cell ?? undefined) }; // JSON wrote a blank as null
    }
  }
  return { name, hidden, date1904, hiddenColumns, comments, unseen, rows: () => spread(inOrder(), merges), close };
};
