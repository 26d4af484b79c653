import { numbers, type Numbers } from '../judge/numbers.ts';
import { spill } from './spill.ts';
import type { Cell, Row } from './workbook.ts';

/** A merged block: columns from 0, rows as the sheet numbers them, both ends included. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A sheet whose rows wait on disk. */
export interface StoredSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  /** Rows with content in ascending order, merged blocks filled in, one at a time: each walk reads them anew. */
  readonly rows: () => Iterable<Row>;
  readonly close: () => void;
}

/** The places of rows in ascending order of their numbers; of rows with one number, the last. Null where they stand so already. */
const ordered = (found: Numbers): readonly number[] | null => {
  let ascending = true;
  for (let place = 1; place < found.length(); place += 1) if (found.at(place) <= found.at(place - 1)) ascending = false;
  if (ascending) return null;
  const last = new Map<number, number>();
  for (let place = 0; place < found.length(); place += 1) last.set(found.at(place), place);
  return [...last].sort(([x], [y]) => x - y).map(([, place]) => place);
};

/** Repeats a merged block's value over its cells, marked as covered: a region written once holds for all its rows. Rows without content of their own stay blank. */
function* spread(rows: Iterable<Row>, merges: readonly Merge[]): Iterable<Row> {
  let next = 0;
  let open: { readonly merge: Merge; readonly master: Cell }[] = [];
  for (const row of rows) {
    while (next < merges.length && merges[next]!.top <= row.number) {
      const merge = merges[next]!;
      const master = merge.top === row.number ? row.cells[merge.left] : undefined;
      if (master !== undefined) open.push({ merge, master });
      next += 1;
    }
    if (open.length > 0) open = open.filter(({ merge }) => merge.bottom >= row.number);
    if (open.length === 0) {
      yield row;
      continue;
    }
    const cells = [...row.cells];
    for (const {
      merge: { left, right, top, bottom },
      master,
    } of open)
      for (let column = left; column <= right; column += 1)
        cells[column] = {
          ...master,
          merged: row.number === top && column === left ? 'master' : 'covered',
          mergedRows: bottom - top + 1,
        };
    yield { ...row, cells };
  }
}

/** Takes rows as a file tells them, in any order, and makes them a sheet. */
export interface SheetWriter {
  readonly push: (row: Row) => void;
  readonly finish: (sheet: Pick<StoredSheet, 'name' | 'hidden' | 'date1904'>, merges: readonly Merge[]) => StoredSheet;
  /** For a file that turns out broken; a finished sheet is closed itself. */
  readonly close: () => void;
}

export const sheetWriter = (): SheetWriter => {
  const rows = spill<Row>();
  const found = numbers();
  return {
    push: (row) => {
      found.push(row.number);
      rows.push(row);
    },
    finish: ({ name, hidden, date1904 }, merges) => {
      const order = ordered(found);
      const blocks = [...merges].sort((a, b) => a.top - b.top);
      function* inOrder(): Iterable<Row> {
        const length = order?.length ?? rows.length();
        for (let index = 0; index < length; index += 1) {
          const row = rows.at(order?.[index] ?? index);
          yield { ...row, cells: row.cells.map((cell) => cell ?? undefined) }; // JSON wrote a blank as null
        }
      }
      return { name, hidden, date1904, rows: () => spread(inOrder(), blocks), close: rows.close };
    },
    close: rows.close,
  };
};
