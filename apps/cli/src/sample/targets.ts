import type ExcelJS from 'exceljs';
import type { Chance } from './chance.ts';
import { TASK_UNITS } from './invented.ts';
import { sheetOf, type Line } from './sheet.ts';

const HEADERS = [
  '责任单位',
  '签约额任务（亿元）',
  '签约项目任务（个）',
  '开工项目任务（个）',
  '到位内资任务（亿元）',
] as const;
/** What a unit is set for a year, from … to, column by column. */
const RANGES = [
  [45, 75],
  [8, 13],
  [5, 9],
  [5, 10],
] as const;
const WHOLE = [400, 75, 50, 50]; // set for the district by itself: the sum of its units is another

/** The targets of a year, handed down to the district and to each of its task units. */
export const addTargets = (book: ExcelJS.Workbook, dice: Chance, year: number): void => {
  const lines = TASK_UNITS.map((unit): Line => [unit, ...RANGES.map(([from, to]) => dice.between(from, to))]);
  sheetOf(book, `${year}年任务`, `${year}年青岚区下达招商引资任务分解表（示例，全部虚构）`, HEADERS, [
    ['全区', ...WHOLE],
    ...lines,
  ]);
};
