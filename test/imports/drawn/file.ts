import ExcelJS from 'exceljs';
import type { DrawnSheet } from './sheet.ts';

/** Drawn sheets as a workbook: every cell as the text that it shows, blocks merged. */
export const fileOf = async (sheets: readonly DrawnSheet[]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, comments } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const { number, hidden, cells } of rows) {
      const row = sheet.getRow(number);
      row.hidden = hidden;
      cells.forEach((cell, column) => {
        if (cell === undefined || cell.merged === 'covered') return;
        if (cell.kind === 'error') {
          row.getCell(column + 1).value = { error: '#N/A' };
          return;
        }
        const livesByFormat = /^\d{4}\.\d\d$/.test(cell.text); // 2021.10 as a number is 2021.1
        const value = livesByFormat ? cell.text : (cell.value ?? cell.text);
        const struck = { font: { strike: true }, text: cell.struckPart ?? '' };
        row.getCell(column + 1).value =
          cell.struckPart === undefined ? value : { richText: [struck, { text: cell.text }] };
      });
    }
    for (const { row, column, text } of comments) sheet.getCell(row, column + 1).note = text;
    for (const { number, cells } of rows)
      cells.forEach((cell, left) => {
        if (cell?.merged !== 'master') return;
        let right = left;
        while (cells[right + 1]?.across === true) right += 1;
        const bottom = number + (cell.mergedRows ?? 1) - 1;
        if (bottom > number || right > left) sheet.mergeCells(number, left + 1, bottom, right + 1);
      });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
};
