import { writeSync } from 'node:fs';
import type { Row } from '../files/sheet.ts';
import { BOUNDS } from './bounds.ts';
import type { Comment } from './comments.ts';
import { soundMerges, type Merge } from './merges.ts';
import type { Unseen } from './unseen.ts';
import { unreadable } from './unreadable.ts';

/** A sheet whose rows were set down in a file as JSON, one behind the other: row n ends at `ends[n]`, the first begins at `from`. */
export interface SheetRead {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly hiddenColumns: readonly number[];
  readonly comments: readonly Comment[];
  readonly unseen?: readonly Unseen[];
  readonly from: number;
  readonly ends: Float64Array;
  /** The places of rows in ascending order of their numbers, of rows with one number the last; null where they stand so already. */
  readonly order: Float64Array | null;
  readonly merges: readonly Merge[];
}

type SheetFacts = Pick<SheetRead, 'name' | 'hidden' | 'date1904' | 'hiddenColumns' | 'comments' | 'unseen'>;

/** Takes rows as a file tells them, in any order. */
interface SheetOut {
  readonly row: (row: Row) => void;
  readonly finish: (facts: SheetFacts, merges: readonly Merge[]) => SheetRead;
}

export interface RowsOut {
  readonly sheet: (name: string) => SheetOut;
}

const PIECE = 256 * 1024;

const orderOf = (numbers: readonly number[]): { order: Float64Array | null; ascending: readonly number[] } => {
  if (numbers.every((number, place) => place === 0 || number > numbers[place - 1]!))
    return { order: null, ascending: numbers };
  const last = new Map<number, number>();
  numbers.forEach((number, place) => last.set(number, place));
  const sorted = [...last].sort(([x], [y]) => x - y);
  return { order: Float64Array.from(sorted, ([, place]) => place), ascending: sorted.map(([number]) => number) };
};

const check = ({ cells, number }: Row, name: string): void => {
  if (cells.length > BOUNDS.columns) unreadable('too-many-columns', `${name} ${number}`);
  let signs = 0;
  for (const cell of cells) {
    if (cell === undefined) continue;
    if (cell.text.length > BOUNDS.cell) unreadable('cell-too-long', `${name} ${number}`);
    signs += cell.text.length;
  }
  if (signs > BOUNDS.row) unreadable('cell-too-long', `${name} ${number}`);
};

/** Sets rows down in an open file, within the bounds. */
export const rowsOut = (file: number): RowsOut => {
  let waiting: string[] = [];
  let length = 0;
  let [written, end, rows, sheets] = [0, 0, 0, 0];
  const flush = (): void => {
    const bytes = Buffer.from(waiting.join(''));
    [waiting, length] = [[], 0];
    for (let done = 0; done < bytes.length;) {
      const step = writeSync(file, bytes, done, bytes.length - done, written);
      done += step;
      written += step;
    }
  };
  return {
    sheet: (name) => {
      sheets += 1;
      if (sheets > BOUNDS.sheets) unreadable('too-many-sheets');
      const from = end;
      const ends: number[] = [];
      const numbers: number[] = [];
      return {
        row: (row) => {
          check(row, name);
          rows += 1;
          if (rows > BOUNDS.rows) unreadable('too-many-rows', name);
          const text = JSON.stringify(row);
          waiting.push(text);
          length += text.length;
          end += Buffer.byteLength(text);
          if (end > BOUNDS.stored) unreadable('file-bomb', name);
          ends.push(end);
          numbers.push(row.number);
          if (length > PIECE) flush();
        },
        finish: (facts, merges) => {
          flush();
          const { order, ascending } = orderOf(numbers);
          return { ...facts, from, ends: Float64Array.from(ends), order, merges: soundMerges(merges, ascending, name) };
        },
      };
    },
  };
};
