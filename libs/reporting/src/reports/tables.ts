import { inUnit, metricTitle, type Aspect, type Colour, type Definition, type Money, type Ratio } from '#domain';
import { listColumn, type ListColumn, type ListColumnName } from '../lists/list-columns.ts';
import type { Cell } from '../sheets/cell.ts';
import type { ListFacts } from './list-facts.ts';
import type { FigureParts, TableBlock } from './report.ts';
import { currencyWord } from './say-figure.ts';

/** A row of the indicator table: who, and the figures of each metric. */
export interface RankedRow {
  readonly name: string;
  readonly figures: Readonly<Partial<Record<string, FigureParts>>>;
}

const amountOf = (money: Money): string => inUnit(money, '万元');
const shown = (value: Money | string | Ratio | null): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return 'percent' in value ? `${value.percent}%` : amountOf(value);
};
const percent = (ratio: Ratio | null): string => (ratio === null ? '' : `${ratio.percent}%`);

const unitOf = (metric: string, rows: readonly RankedRow[]): string => {
  const money = rows
    .map(({ figures }) => figures[metric]?.value)
    .find((value): value is Money => typeof value === 'object' && value !== null && 'currency' in value);
  return money === undefined ? '' : `（万${currencyWord(money.currency)}）`;
};

const byRank =
  (metric: string) =>
  (a: RankedRow, b: RankedRow): number =>
    (a.figures[metric]?.rank ?? Infinity) - (b.figures[metric]?.rank ?? Infinity) || 0;

interface RankingColumn {
  readonly header: string;
  readonly key: string;
  readonly text: (row: RankedRow) => string;
}

/** What is told of a metric: its value, and where anybody has them its growth (of the first metric) and its progress. */
const columnsOf = (
  metric: string,
  title: string,
  rows: readonly RankedRow[],
  isFirst: boolean,
): readonly RankingColumn[] => {
  const some = (has: (figure: FigureParts) => unknown): boolean =>
    rows.some(({ figures }) => figures[metric] !== undefined && has(figures[metric]) !== null);
  const column = (header: string, aspect: Aspect, text: (figure: FigureParts) => string): RankingColumn => ({
    header,
    key: `${metric}.${aspect}`,
    text: ({ figures }) => (figures[metric] === undefined ? '' : text(figures[metric])),
  });
  return [
    column(`${title}${unitOf(metric, rows)}`, 'value', ({ value }) => shown(value)),
    ...(isFirst && some(({ yearOnYear }) => yearOnYear)
      ? [column('同比', 'change', ({ yearOnYear }) => percent(yearOnYear))]
      : []),
    ...(some(({ progress }) => progress) ? [column('完成进度', 'progress', ({ progress }) => percent(progress))] : []),
  ];
};

/** Units by their rank in the first metric (1, 2, 2, 4; blank where zero). */
export const rankingTable = (
  metrics: readonly string[],
  rows: readonly RankedRow[],
  definition: Definition,
): TableBlock => {
  const titleOf = (metric: string): string => metricTitle(definition, metric).zh;
  const first = metrics[0]!;
  const rank: RankingColumn = {
    header: '位次',
    key: `${first}.rank`,
    text: ({ figures }) => String(figures[first]?.rank ?? ''),
  };
  const columns = [rank, ...metrics.flatMap((metric, at) => columnsOf(metric, titleOf(metric), rows, at === 0))];
  const ranked = [...rows].sort(byRank(first));
  const [, ...others] = columns;
  return {
    is: 'table',
    title: `各单位${titleOf(first)}排名`,
    columns: [
      { header: rank.header, weight: 2, right: false },
      { header: '单位', weight: 5, right: false },
      ...others.map(({ header }) => ({ header, weight: 3, right: true })),
    ],
    rows: ranked.map((row) => [rank.text(row), row.name, ...others.map(({ text }) => text(row))]),
    keys: ranked.map((row) =>
      [rank, null, ...others].map((column) =>
        column === null || column.text(row) === '' ? null : `${column.key}@${row.name}`,
      ),
    ),
  };
};

const textOf = (cell: Cell): string => {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  if ('number' in cell) return cell.number;
  return 'percent' in cell ? `${cell.percent}%` : cell.day;
};

const PRINTED: readonly (readonly [ListColumnName, number])[] = [
  ['name', 7],
  ['unit', 4],
  ['contracted', 4],
  ['clock', 4],
  ['due', 4],
  ['daysLate', 3],
  ['colour', 2],
  ['nextStep', 6],
];

/** The rows of a list in some colours (none named: all), worst first. */
export const listTable = ({ title, rows }: ListFacts, colours: readonly Colour[]): TableBlock => {
  const wanted = rows.filter(({ colour }) => colours.length === 0 || (colour !== null && colours.includes(colour)));
  const columns: readonly (readonly [ListColumn, number])[] = PRINTED.map(([name, weight]) => [
    listColumn(name),
    weight,
  ]);
  return {
    is: 'table',
    title: `${title}项目`,
    columns: [
      { header: '序号', weight: 2, right: false },
      ...columns.map(([{ header }, weight]) => ({ header: header.zh, weight, right: false })),
    ],
    keys: [],
    rows: wanted.map((row, index) => [String(index + 1), ...columns.map(([{ cell }]) => textOf(cell(row, 'zh')))]),
  };
};
