import { chmod } from 'node:fs/promises';
import type { Cell as WrittenCell, Row as WrittenRow, Worksheet } from 'exceljs';
import { harmless } from '#domain';
import { verdictOf, type Finding, type Verdict } from '../judge/findings.ts';
import { blocksOf, coveredBy } from './merges-back.ts';
import type { Analysis } from './returned.ts';
import type { Cell, Row } from './sheet.ts';
import { pinned, VERDICT_HEADS } from './verdict-columns.ts';
import { columnName } from './workbook.ts';

const WORDS: Record<Exclude<Verdict, 'accept'>, string> = {
  warn: '已存，有疑点',
  held: '待决定，未存',
  reject: '未存',
};
const COLOURS: Record<Exclude<Verdict, 'accept'>, string> = { warn: 'FFFFF3CD', held: 'FFD6E4F0', reject: 'FFF8D7DA' };
const WIDE = 60; // characters of the column of reasons

/** A cell as it showed: a number or day only where it shows nothing but that, so that the sheet is read again as it was. */
const writtenAs = (cell: Cell | undefined): string | number | Date | null => {
  if (cell === undefined) return null;
  const { kind, text, value } = cell;
  if (kind === 'date' && value?.length === 10) return new Date(`${value}T00:00:00Z`);
  return kind === 'number' && text === String(Number(text)) ? Number(text) : harmless(text);
};

/** Writes a cell as it showed, lines through it and all. */
const put = (written: WrittenCell, cell: Cell | undefined): void => {
  const value = writtenAs(cell);
  if (value !== null) written.value = value;
  if (value instanceof Date) written.numFmt = 'yyyy-mm-dd';
  if (cell?.struck === true) written.font = { strike: true };
  if (cell?.struckPart !== undefined)
    written.value = {
      richText: [{ text: harmless(cell.text) }, { text: cell.struckPart, font: { strike: true } }],
    };
};

type Sheet = Analysis['sheets'][number];

/** The lines above the rows: as they stand, or, of cards and of pages without heads, their labels in one line under the unit that was read. */
const headOf = ({ head, layout }: Sheet): readonly Row[] => {
  if (head.length > 0) return head;
  const cells: (Cell | undefined)[] = [];
  for (const { column, text } of layout.headers) cells[column] = { kind: 'text', text };
  const unit = `单位：${layout.unit.unit}${layout.unit.currency === 'CNY' ? '' : ` ${layout.unit.currency}`}`;
  const labels = { number: 0, hidden: false, cells };
  if (layout.unitFrom === 'assumed') return [labels];
  return [{ number: -1, hidden: false, cells: [{ kind: 'text', text: unit }] }, labels];
};

const paint = (row: WrittenRow, column: number, verdict: Exclude<Verdict, 'accept'>): void => {
  row.getCell(column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS[verdict] } };
};

const reasonsOf = (findings: readonly Finding[]): string =>
  findings
    .map(({ cell, read, message }) => harmless(`${cell ?? ''}${read === null ? '' : `“${read}”`} ${message.zh}`.trim()))
    .join('；');

type Comments = ReadonlyMap<string, string>;

/** The verdict and its reasons behind a row, and colour on the cells that they speak of. */
const judge = (
  written: WrittenRow,
  { number }: Row,
  findings: readonly Finding[],
  behind: number,
  comments: Comments,
): void => {
  const verdict = verdictOf(findings);
  if (verdict === 'accept') return;
  [WORDS[verdict], reasonsOf(findings), number].forEach((value, index) => {
    written.getCell(behind + index).value = value;
  });
  paint(written, behind, verdict);
  for (const { cell, message } of findings) {
    for (let column = 1; column < behind; column += 1) {
      if (cell !== `${columnName(column - 1)}${number}`) continue;
      paint(written, column, verdict);
      written.getCell(column).note = pinned(comments.get(cell), message.zh);
    }
  }
};

const writeSheet = (out: Worksheet, sheet: Sheet): void => {
  const head = headOf(sheet);
  const lines = [...head, ...sheet.rows.map(({ row }) => row)];
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const blocks = blocksOf(lines);
  const isCovered = coveredBy(blocks);
  const comments: Comments = new Map(
    sheet.comments.map(({ row, column, text }) => [`${columnName(column)}${row}`, text]),
  );
  lines.forEach((line, at) => {
    const written = out.getRow(at + 1);
    for (let column = 1; column <= width; column += 1) {
      if (isCovered(at + 1, column)) continue;
      const cell = line.cells[column - 1];
      if (cell?.across === true) continue;
      put(written.getCell(column), cell);
      const comment = comments.get(`${columnName(column - 1)}${line.number}`);
      if (comment !== undefined) written.getCell(column).note = comment;
    }
    if (at < head.length) written.font = { bold: true };
    else judge(written, line, sheet.rows[at - head.length]!.findings, width + 1, comments);
  });
  for (const { top, left, bottom, right } of blocks) out.mergeCells(top, left, bottom, right);
  const names = head.findIndex(({ number }) => number === sheet.layout.headerRow) + 1 || head.length;
  VERDICT_HEADS.forEach((text, index) => {
    out.getRow(names).getCell(width + 1 + index).value = text;
  });
  for (const column of sheet.layout.hiddenColumns) out.getColumn(column + 1).hidden = true;
  out.getColumn(width + 2).width = WIDE;
  out.views = [{ state: 'frozen', ySplit: head.length }];
};

/** The rows that were not plainly accepted, under their own heads and in their own columns, with verdict and reasons behind: to be mended and imported again. */
export const writeResultWorkbook = async (analysis: Analysis, path: string): Promise<boolean> => {
  const { default: ExcelJS } = await import('exceljs'); // large, and seldom needed
  const workbook = new ExcelJS.Workbook();
  for (const sheet of analysis.sheets) {
    if (sheet.rows.length === 0) continue;
    const name = sheet.name.slice(0, 31).replace(/[*?:/\\[\]]/g, ' ');
    const taken = workbook.worksheets.some((one) => one.name.toLowerCase() === name.toLowerCase());
    writeSheet(workbook.addWorksheet(taken ? `${name.slice(0, 26)} ${workbook.worksheets.length + 1}` : name), sheet);
  }
  if (workbook.worksheets.length === 0) return false;
  await workbook.xlsx.writeFile(path);
  await chmod(path, 0o600); // rows of a ledger are for whoever imported them
  return true;
};
