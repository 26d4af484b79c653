import type { Cell, Row } from '../../libs/imports/src/files/sheet.ts';
import { layoutOf, type Layout } from '../../libs/imports/src/columns/layout.ts';
import type { StoredSheet } from '../../libs/imports/src/files/stored-sheet.ts';

const FIGURE = /^-?\d+(\.\d+)?$/;
const FAULT = /^#.+[!?]$/; // #REF!
const UP = '^';
const LEFT = '<';

const kindOf = (text: string): Cell['kind'] => (FIGURE.test(text) ? 'number' : FAULT.test(text) ? 'error' : 'text');

/** How far a block goes that begins here: down over cells of ^, to the right over cells of <. */
const blockAt = (texts: readonly (readonly string[])[], row: number, column: number): readonly [number, number] => {
  let [rows, columns] = [1, 1];
  while (texts[row]![column + columns] === LEFT) columns += 1;
  while (texts[row + rows]?.[column] === UP) rows += 1;
  return [rows, columns];
};

/** Rows of these lines as a reader hands them on; cells are parted by |, a merged block goes on in cells of ^ below and < beside. Figures are numbers, all else text. */
export const linesOf = (...lines: readonly string[]): readonly Row[] => {
  const texts = lines.map((line) => line.split('|').map((text) => text.trim()));
  const cells: (Cell | undefined)[][] = texts.map((line) =>
    line.map((text) => (text === '' ? undefined : { text, kind: kindOf(text) })),
  );
  texts.forEach((line, row) =>
    line.forEach((text, column) => {
      const [rows, columns] = text === UP || text === LEFT ? [1, 1] : blockAt(texts, row, column);
      const master = cells[row]![column];
      if (master === undefined || rows * columns === 1) return;
      for (let down = 0; down < rows; down += 1)
        for (let right = 0; right < columns; right += 1)
          cells[row + down]![column + right] = {
            ...master,
            merged: down + right === 0 ? 'master' : 'covered',
            mergedRows: rows,
            ...(right > 0 ? { across: true as const } : {}),
          };
    }),
  );
  return cells.map((own, index) => ({ number: index + 1, hidden: false, cells: own }));
};

/** A sheet of these rows. */
export const sheetOf = (name: string, rows: readonly Row[]): StoredSheet => ({
  name,
  hidden: false,
  date1904: false,
  hiddenColumns: [],
  unseen: [],
  comments: [],
  rows: () => rows,
  close: () => undefined,
});

/** How a sheet of these lines is laid out. */
export const layoutOfLines = (name: string, ...lines: readonly string[]): Layout =>
  layoutOf({ name, rows: linesOf(...lines) }, null);
