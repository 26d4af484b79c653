import { chmod } from 'node:fs/promises';
import type { Cell as WrittenCell, Row as WrittenRow, Worksheet } from 'exceljs';
import { harmless } from '#domain';
import { unitsIn, unitWords } from '../cells/units.ts';
import type { Header } from '../columns/headers.ts';
import { verdictOf, type Finding, type Verdict } from '../judge/findings.ts';
import { blocksOf, coveredBy } from './merges-back.ts';
import type { Analysis } from './returned.ts';
import type { Cell, Row } from './sheet.ts';
import { writtenAs } from './written-as.ts';
import { pinned, VERDICT_HEADS } from './verdict-columns.ts';
import { columnName } from './workbook.ts';

const WORDS: Record<Exclude<Verdict, 'accept'>, string> = {
  warn: '已存，有疑点',
  held: '待决定，未存',
  reject: '未存',
};
const COLOURS: Record<Exclude<Verdict, 'accept'>, string> = { warn: 'FFFFF3CD', held: 'FFD6E4F0', reject: 'FFF8D7DA' };
const WIDE = 60; // characters of the column of reasons

/** Writes a cell as it showed, lines through it and all. */
const put = (written: WrittenCell, cell: Cell | undefined): void => {
  const { value, format } = writtenAs(cell);
  if (value !== null) written.value = value;
  if (format !== undefined) written.numFmt = format;
  if (cell?.struck === true) written.font = { strike: true };
  if (cell?.struckPart !== undefined)
    written.value = {
      richText: [{ text: harmless(cell.text) }, { text: cell.struckPart, font: { strike: true } }],
    };
};

type Sheet = Analysis['sheets'][number];

/** The words over a column from the top, the lowest with the unit that was read. */
const wordsOver = ({ columns }: Sheet['layout'], { column, text, path }: Header): readonly string[] => {
  const unit = columns.find((one) => one.column === column)?.unit ?? null;
  const named = unit === null || unitsIn(text).length > 0 ? text : `${text}（${unitWords(unit)}）`;
  return [...path.slice(0, path.lastIndexOf(text)), named];
};

const line = (number: number, text: string): Row => ({ number, hidden: false, cells: [{ kind: 'text', text }] });

/** The heads of a table that stands without them, as many lines as they have levels; a name of fewer levels stands in each that it lacks. */
const headsOf = (layout: Sheet['layout']): readonly Row[] => {
  const over = layout.headers.map((header) => ({ column: header.column, words: wordsOver(layout, header) }));
  const depth = Math.max(0, ...over.map(({ words }) => words.length));
  return Array.from({ length: depth }, (_, level) => {
    const cells: (Cell | undefined)[] = [];
    for (const { column, words } of over) cells[column] = { kind: 'text', text: words[level] ?? words.at(-1)! };
    return { number: level + 1 - depth, hidden: false, cells };
  });
};

/** The lines above the rows: as they stand, or, of cards and of pages without heads, the title and the unit of the table over its heads. */
const headOf = ({ head, layout }: Sheet): readonly Row[] => {
  if (head.length > 0) return head;
  const title = layout.title === '' ? [] : [line(-20, layout.title)];
  const unit = layout.unitFrom === 'assumed' ? [] : [line(-19, `单位：${unitWords(layout.unit)}`)];
  return [...title, ...unit, ...headsOf(layout)];
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
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const blocks = blocksOf(lines);
  const isCovered = coveredBy(blocks);
  const comments: Comments = new Map(
    sheet.comments.map(({ row, column, text }) => [`${columnName(column)}${row}`, text]),
  );
  lines.forEach((line, at) => {
    const written = out.getRow(at + 1);
    for (let column = 1; column <= width; column += 1) {
      const comment = comments.get(`${columnName(column - 1)}${line.number}`);
      if (comment !== undefined) written.getCell(column).note = comment;
      const cell = line.cells[column - 1];
      if (!isCovered(at + 1, column) && cell?.across !== true) put(written.getCell(column), cell);
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
