import { chmod } from 'node:fs/promises';
import { harmless } from '#domain';
import { verdictOf, type Verdict } from '../judge/findings.ts';
import type { Analysis } from './returned.ts';
import type { Cell } from './sheet.ts';

const WORDS: Record<Exclude<Verdict, 'accept'>, string> = {
  warn: '已存，有疑点',
  held: '待决定，未存',
  reject: '未存',
};
const COLOURS: Record<Exclude<Verdict, 'accept'>, string> = { warn: 'FFFFF3CD', held: 'FFD6E4F0', reject: 'FFF8D7DA' };

/** A cell as it showed: a number or day only where it shows nothing but that, so that the sheet is read again as it was. */
const writtenAs = (cell: Cell | undefined): string | number | Date | null => {
  if (cell === undefined) return null;
  const { kind, text, value } = cell;
  if (kind === 'date' && value?.length === 10) return new Date(`${value}T00:00:00Z`);
  return kind === 'number' && text === String(Number(text)) ? Number(text) : harmless(text);
};

/** The rows that were not plainly accepted, in their own columns, with verdict and reasons in front: to be mended and imported again. */
export const writeResultWorkbook = async (analysis: Analysis, path: string): Promise<boolean> => {
  const { default: ExcelJS } = await import('exceljs'); // large, and seldom needed
  const workbook = new ExcelJS.Workbook();
  for (const { name, layout, rows } of analysis.sheets) {
    if (rows.length === 0) continue;
    const out = workbook.addWorksheet(name.slice(0, 31).replace(/[*?:/\\[\]]/g, ' '));
    out.addRow([...layout.headers.map(({ text }) => harmless(text)), '处理结果', '原因', '原行号']).font = {
      bold: true,
    };
    for (const row of rows) {
      const verdict = verdictOf(row.findings) as Exclude<Verdict, 'accept'>;
      const { cells } = row;
      const written = out.addRow([
        ...layout.headers.map(({ column }) => {
          return writtenAs(cells[column]);
        }),
        WORDS[verdict],
        row.findings
          .map(({ cell, read, message }) =>
            harmless(`${cell ?? ''}${read === null ? '' : `“${read}”`} ${message.zh}`.trim()),
          )
          .join('；'),
        row.row,
      ]);
      layout.headers.forEach((_header, index) => {
        if (written.getCell(index + 1).value instanceof Date) written.getCell(index + 1).numFmt = 'yyyy-mm-dd';
      });
      written.getCell(layout.headers.length + 1).fill = {
        type: 'pattern',
        pattern: 'solid',
        fgColor: { argb: COLOURS[verdict] },
      };
      for (const one of row.findings) {
        const column = layout.headers.findIndex(
          ({ column: at }) =>
            one.cell !== null &&
            one.cell.startsWith(out.getColumn(at + 1).letter) &&
            one.cell === `${out.getColumn(at + 1).letter}${row.row}`,
        );
        if (column >= 0) {
          written.getCell(column + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS[verdict] } };
          written.getCell(column + 1).note = one.message.zh;
        }
      }
    }
    out.getColumn(layout.headers.length + 2).width = 60;
    out.views = [{ state: 'frozen', ySplit: 1 }];
  }
  if (workbook.worksheets.length === 0) return false;
  await workbook.xlsx.writeFile(path);
  await chmod(path, 0o600); // rows of a ledger are for whoever imported them
  return true;
};
