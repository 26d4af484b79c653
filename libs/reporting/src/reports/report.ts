import type { IsoDate, Money, PrintedFigure, Ratio, Rounding, Sentence } from '#domain';
import type { Standing } from '../lists/standing.ts';

/** A figure as the numbers answer it; what does not exist is null, never 0. */
export interface FigureParts {
  readonly value: Money | string | Ratio | null;
  readonly previous: Money | string | Ratio | null;
  readonly yearOnYear: Ratio | null;
  readonly target: Money | string | Ratio | null;
  readonly progress: Ratio | null;
  readonly shortfall: string | null;
  readonly rank: number | null;
}

/** A figure of a sentence: its key, what is printed, and what it follows from. */
export interface CitedFigure {
  readonly key: string; // signed.change, list:stalled.red
  readonly printed: string;
  readonly follows: string; // 同比 = (24 − 30) ÷ 30
}

export type Run = { readonly text: string } | { readonly cited: number }; // place among the report's figures
export type TextBlock = {
  readonly is: 'heading' | 'subheading' | 'paragraph';
  readonly runs: readonly Run[];
};
export interface TableBlock {
  readonly is: 'table';
  readonly title: string;
  readonly columns: readonly { readonly header: string; readonly weight: number; readonly right: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly keys: readonly (readonly (string | null)[])[]; // of its cells, as signed.value@一组; null: no figure
}

/** A report to be written in any format: every number in its sentences is a cited figure. */
export interface Report {
  readonly name: string;
  readonly kind: Sentence;
  readonly title: string;
  readonly to: string | null;
  readonly number: string | null; // null: a draft
  readonly bureau: string;
  readonly day: IsoDate;
  readonly blocks: readonly (TextBlock | TableBlock)[];
  readonly figures: readonly CitedFigure[];
  readonly standing: Standing;
  readonly definition: { readonly name: string; readonly version: number };
  readonly rounding: Rounding;
}

const ROUNDING: Readonly<Record<Rounding['mode'], string>> = { 'half-up': '四舍五入', truncate: '截尾' };

/** Under what a report's figures were counted, in one line: printed at its foot. */
export const basisOf = ({ standing, definition, rounding }: Report): string =>
  `数据截至 ${standing.asOf}，按 ${standing.asKnown} 所知（记录至第 ${standing.position} 条）；口径 ${definition.name} 第 ${definition.version} 版；百分数按未取整数据计算，${ROUNDING[rounding.mode]}保留 ${rounding.places} 位小数。`;

/** 2026-11-28 → 2026年11月28日. */
export const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** The text of runs, figures in it. */
export const plainText = (runs: readonly Run[], figures: readonly CitedFigure[]): string =>
  runs.map((run) => ('text' in run ? run.text : figures[run.cited]!.printed)).join('');

const cellFigures = ({ keys, rows }: TableBlock): readonly PrintedFigure[] =>
  keys.flatMap((line, row) => line.flatMap((key, at) => (key === null ? [] : [{ key, printed: rows[row]![at]! }])));

/** Every figure that a report prints, in sentences and in tables, by its key. */
export const printedFigures = ({ figures, blocks }: Report): readonly PrintedFigure[] => [
  ...figures.map(({ key, printed }) => ({ key, printed })),
  ...blocks.flatMap((block) => (block.is === 'table' ? cellFigures(block) : [])),
];
