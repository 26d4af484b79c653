import { COLOUR_WORDS, type Colour } from '#domain';
import { workbookBytes, type Sheet } from '../sheets/workbook.ts';
import type { Cell } from '../sheets/cell.ts';
import { sourceOf, type Behind, type FigureRows } from '../reports/parts.ts';
import { basisOf, plainText, printedFigures, type Report } from '../reports/report.ts';

const isNumber = /^-?\d{1,15}(\.\d{1,6})?$/;
const cellOf = (text: string): Cell => {
  if (isNumber.test(text) && !/^-?0\d/.test(text)) return { number: text };
  return /^-?\d+\.\d\d%$/.test(text) ? { percent: text.slice(0, -1) } : text;
};

const textSheet = (report: Report): Sheet => ({
  name: '正文',
  title: report.title,
  notes: [report.number ?? '（代拟稿）', basisOf(report)],
  columns: [{ header: '内容', width: 110 }],
  rows: report.blocks.flatMap((block) => (block.is === 'table' ? [] : [[plainText(block.runs, report.figures)]])),
});

const tableSheets = (report: Report): readonly Sheet[] =>
  report.blocks.flatMap((block) =>
    block.is !== 'table'
      ? []
      : [
          {
            name: block.title,
            title: block.title,
            notes: [basisOf(report)],
            columns: block.columns.map(({ header, weight }) => ({ header, width: 4 + weight * 3 })),
            rows: block.rows.map((row) => row.map(cellOf)),
          },
        ],
  );

const isColour = (text: string): text is Colour => Object.hasOwn(COLOUR_WORDS, text);
const groupWord = (group: string): string => (isColour(group) ? COLOUR_WORDS[group].zh : group);

/** A line a row behind a figure: which project, by which fact, on what paper. */
const partSheet = ({ title, value, rows }: FigureRows): Sheet => ({
  name: title,
  title,
  notes: [value],
  columns: ['所属', '项目编号', '项目名称', '依据的事实', '日期', '文件或凭证', '数值'].map((header, at) => ({
    header,
    width: [16, 16, 40, 20, 12, 24, 16][at]!,
  })),
  rows: rows.map(({ group, code, name, event, on, basis, value: own }) => [
    group === null ? null : groupWord(group),
    code,
    name,
    event,
    on,
    basis,
    cellOf(own),
  ]),
});

/** A report as a workbook: its text, its tables, its figures, and a sheet behind each figure. */
export const reportWorkbook = (report: Report, behind: Behind): Promise<Buffer> => {
  const figures: Sheet = {
    name: '数字来源',
    title: '数字来源',
    notes: [basisOf(report)],
    columns: [
      { header: '数字', width: 34 },
      { header: '印出', width: 24 },
      { header: '由来', width: 60 },
    ],
    rows: report.figures.map(({ key, printed, follows }) => [key, printed, follows]),
  };
  const sources = new Set(printedFigures(report).map(({ key }) => sourceOf(key)));
  const sheets = [...sources].flatMap((source) => behind.get(source) ?? []).map(partSheet);
  return workbookBytes([textSheet(report), ...tableSheets(report), figures, ...sheets]);
};
