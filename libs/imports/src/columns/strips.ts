import type { Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import { columnName } from '../files/workbook.ts';
import { normalised, textIn, type Header } from './headers.ts';
import type { Layout } from './layout.ts';
import { recognise } from './recognise.ts';

const UNIT = /单位[:：]/;

/** Where a blank column has a table of its own on either side, each with names of projects. */
const gapBetween = (own: readonly Header[]): number | null => {
  const isTable = (some: readonly Header[]): boolean => {
    const { kind, columns } = recognise(some);
    return kind !== 'notes' && columns.some(({ field }) => field === 'name');
  };
  const at = own.findIndex(
    ({ column }, index) =>
      index > 0 && column - own[index - 1]!.column > 1 && isTable(own.slice(0, index)) && isTable(own.slice(index)),
  );
  return at < 0 ? null : own[at]!.column;
};

/** The first column behind the blank one before a table: its numbers may stand before its names. */
const behindGap = (own: readonly Header[], again: Header, { column }: Header): number => {
  let at = own.indexOf(again);
  while (own[at]!.column - own[at - 1]!.column === 1 && own[at - 1]!.column > column) at -= 1;
  return own[at - 1]!.column > column || own[at]!.column - column > 1 ? own[at]!.column : again.column;
};

/** Where a second table begins to the right of the first: its headers start again, or stand behind a blank column and name projects once more. Null where there is one table. */
const secondFrom = ({ columns, headers }: Layout): number | null => {
  const own = headers.filter(({ across }) => across !== true);
  const name = columns.find(({ field }) => field === 'name');
  const same = (a: Header, b: Header): boolean => normalised(a.text) === normalised(b.text);
  const first = own[0];
  const named = own.find(({ column }) => column === name?.column);
  if (first === undefined || named === undefined) return null;
  const gap = gapBetween(own);
  if (gap !== null && named.column >= gap) return gap; // the surest name stands in the second table: 项目 beside 项目名称
  const again = own.find((one) => one.column > named.column && (same(one, first) || same(one, named)));
  if (again === undefined) return gap;
  const left = own[own.indexOf(again) - 1]!;
  const apart = again.column - left.column > 1;
  const repeated = own
    .slice(own.indexOf(again))
    .filter((one) => own.some((other) => other.column < again.column && same(one, other)));
  return (same(again, first) || apart) && repeated.length >= 2 ? behindGap(own, again, named) : gap;
};

const between = (rows: () => Iterable<Row>, from: number, to: number, headerRow: number) =>
  function* (): Iterable<Row> {
    for (const row of rows())
      yield {
        ...row,
        cells: row.cells.map((cell, column) =>
          (column >= from && column < to) || (row.number < headerRow && UNIT.test(textIn(cell))) ? cell : undefined,
        ),
      };
  };

/** The part of a sheet between two columns. A unit that stands above counts for all parts. */
const part = (sheet: StoredSheet, name: string, from: number, to: number, headerRow: number): StoredSheet => ({
  ...sheet,
  name,
  comments: sheet.comments.filter(({ column }) => column >= from && column < to),
  ...(sheet.written && { written: between(sheet.written, from, to, headerRow) }),
  rows: between(sheet.rows, from, to, headerRow),
});

/** Two tables side by side as two sheets; the right one is named by its first column. Null where there is one. */
export const stripsOf = (sheet: StoredSheet, layout: Layout): readonly StoredSheet[] | null => {
  const from = layout.headerRow === null ? null : secondFrom(layout);
  if (from === null) return null;
  const row = layout.headerRow!;
  return [
    part(sheet, sheet.name, 0, from, row),
    part(sheet, `${sheet.name}（${columnName(from)}列起）`, from, Number.MAX_SAFE_INTEGER, row),
  ];
};
