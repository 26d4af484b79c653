import type ExcelJS from 'exceljs';

export type Line = (string | number | Date | null)[];

/** A sheet as bureaus lay it out: its title over the whole width, the heads of its columns, then a row a line. */
export const sheetOf = (
  book: ExcelJS.Workbook,
  name: string,
  title: string,
  headers: readonly string[],
  lines: readonly Line[],
): void => {
  const sheet = book.addWorksheet(name);
  sheet.addRow([title]).font = { bold: true, size: 14 };
  sheet.mergeCells(1, 1, 1, headers.length);
  sheet.addRow([...headers]).font = { bold: true };
  for (const line of lines)
    sheet.addRow(line).eachCell((one) => {
      if (one.value instanceof Date) one.numFmt = 'yyyy-mm-dd';
    });
  sheet.columns.forEach((column) => {
    column.width = 16;
  });
  sheet.views = [{ state: 'frozen', ySplit: 2 }];
};
