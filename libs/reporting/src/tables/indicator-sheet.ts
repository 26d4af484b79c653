import { inUnit, type Money, type Ratio, type Sentence } from '#domain';
import type { Language } from '../lists/list-columns.ts';
import { standsOn, type Standing } from '../lists/standing.ts';
import type { FigureParts } from '../reports/report.ts';
import { currencyWord } from '../reports/say-figure.ts';
import type { Cell } from '../sheets/cell.ts';
import type { Sheet } from '../sheets/workbook.ts';

type FigureLine = {
  readonly name: string;
  readonly figures: Readonly<Partial<Record<string, FigureParts>>>;
};

/** A metric of every bureau, or of one: its key, and what it is called. */
interface NamedMetric {
  readonly key: string;
  readonly title: Sentence;
}

/** The indicator table to be written: who in which row, and what all rows make. */
interface IndicatorTable {
  readonly period: string;
  readonly standing: Standing;
  readonly metrics: readonly NamedMetric[];
  readonly lines: readonly FigureLine[];
  readonly total: FigureLine;
}

type Aspect = keyof FigureParts;
// prettier-ignore
const ASPECTS: Readonly<Record<Aspect, Sentence>> = {
  value: { zh: '', en: '' },
  previous: { zh: '上年同期', en: 'year before' },
  yearOnYear: { zh: '同比', en: 'year on year' },
  target: { zh: '目标', en: 'target' },
  progress: { zh: '完成进度', en: 'progress' },
  shortfall: { zh: '落后（百分点）', en: 'behind (pp)' },
  rank: { zh: '位次', en: 'rank' },
};

const isMoney = (value: Money | string | Ratio): value is Money => typeof value === 'object' && 'currency' in value;

const cellOf = (value: Money | string | Ratio | number | null | undefined): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return { number: String(value) };
  return isMoney(value) ? { number: inUnit(value, '万元') } : { percent: value.percent };
};

/** In what a metric's money is told in this table. */
const moneyUnit = (metric: string, { lines, total }: IndicatorTable, language: Language): string => {
  const values = [total, ...lines].map(({ figures }) => figures[metric]?.value ?? null);
  const money = values.find((value): value is Money => value !== null && isMoney(value));
  if (money === undefined) return '';
  return language === 'zh' ? `（万${currencyWord(money.currency)}）` : ` (${money.currency} 10,000)`;
};

/** What is told of a metric: its value, and of the rest what any row has. */
const aspectsOf = (metric: string, { lines, total }: IndicatorTable): readonly Aspect[] =>
  (Object.keys(ASPECTS) as readonly Aspect[]).filter(
    (aspect) => aspect === 'value' || [total, ...lines].some(({ figures }) => figures[metric]?.[aspect] != null),
  );

/** The indicator table as a sheet: what does not exist is an empty cell, never 0. */
export const indicatorSheet = (table: IndicatorTable, language: Language): Sheet => {
  const columns = table.metrics.flatMap(({ key: metric, title }) =>
    aspectsOf(metric, table).map((aspect) => {
      const unit =
        aspect === 'value' || aspect === 'previous' || aspect === 'target' ? moneyUnit(metric, table, language) : '';
      const of = ASPECTS[aspect][language];
      const header = `${title[language]}${of === '' ? '' : language === 'zh' ? `·${of}` : `, ${of}`}${unit}`;
      return { header, width: 16, cell: ({ figures }: FigureLine) => cellOf(figures[metric]?.[aspect]) };
    }),
  );
  const line = (one: FigureLine): readonly Cell[] => [one.name, ...columns.map(({ cell }) => cell(one))];
  const heading = { zh: `指标表 ${table.period}`, en: `Indicators ${table.period}` }[language];
  return {
    name: { zh: '指标表', en: 'Indicators' }[language],
    title: heading,
    notes: [standsOn(table.standing, language)],
    columns: [{ header: { zh: '名称', en: 'Name' }[language], width: 24 }, ...columns],
    rows: table.lines.map(line),
    last: line(table.total),
  };
};
