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
  readonly notes: readonly string[]; // of money in other currencies, and rates
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

const tenThousand = (currency: string, language: Language): string =>
  language === 'zh' ? `万${currencyWord(currency)}` : `${currency} 10,000`;

/** `currency`: that of the column; money in another names its own. */
const cellOf = (
  value: Money | string | Ratio | number | null | undefined,
  currency: string | undefined,
  language: Language,
): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return { number: String(value) };
  if (!isMoney(value)) return { percent: value.percent };
  const number = inUnit(value, '万元');
  return value.currency === currency ? { number } : `${number} ${tenThousand(value.currency, language)}`;
};

/** In what a metric's money is told in this table. */
const currencyIn = (metric: string, { lines, total }: IndicatorTable): string | undefined =>
  [total, ...lines]
    .map(({ figures }) => figures[metric]?.value ?? null)
    .find((value): value is Money => value !== null && isMoney(value))?.currency;

/** What is told of a metric: its value, and of the rest what any row has. */
const aspectsOf = (metric: string, { lines, total }: IndicatorTable): readonly Aspect[] =>
  (Object.keys(ASPECTS) as readonly Aspect[]).filter(
    (aspect) => aspect === 'value' || [total, ...lines].some(({ figures }) => figures[metric]?.[aspect] != null),
  );

/** The indicator table as a sheet: what does not exist is an empty cell, never 0. */
export const indicatorSheet = (table: IndicatorTable, language: Language): Sheet => {
  const columns = table.metrics.flatMap(({ key: metric, title }) => {
    const currency = currencyIn(metric, table);
    const told = currency === undefined ? '' : tenThousand(currency, language);
    const unit = told === '' ? '' : language === 'zh' ? `（${told}）` : ` (${told})`;
    return aspectsOf(metric, table).map((aspect) => {
      const of = ASPECTS[aspect][language];
      const isMoneys = aspect === 'value' || aspect === 'previous' || aspect === 'target';
      const header = `${title[language]}${of === '' ? '' : language === 'zh' ? `·${of}` : `, ${of}`}${isMoneys ? unit : ''}`;
      const cell = ({ figures }: FigureLine): Cell => cellOf(figures[metric]?.[aspect], currency, language);
      return { header, width: 16, cell };
    });
  });
  const line = (one: FigureLine): readonly Cell[] => [one.name, ...columns.map(({ cell }) => cell(one))];
  const heading = { zh: `指标表 ${table.period}`, en: `Indicators ${table.period}` }[language];
  return {
    name: { zh: '指标表', en: 'Indicators' }[language],
    title: heading,
    notes: [standsOn(table.standing, language), ...table.notes],
    columns: [{ header: { zh: '名称', en: 'Name' }[language], width: 24 }, ...columns],
    rows: table.lines.map(line),
    last: line(table.total),
  };
};
