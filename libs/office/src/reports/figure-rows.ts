import {
  EVENT_WORDS,
  isMetricKey,
  isoDate,
  METRIC_WORDS,
  METRICS,
  sumByCurrency,
  type MetricKey,
  type Part,
} from '#domain';
import type { Caller } from '#identity';
import { figureRows, type FigureQuestion, type FigureRow } from '#projections';
import type { FigureRows, Report } from '#reporting';
import { eventBehind } from '../numbers/event-behind.ts';
import { partsOf } from '../numbers/figure.ts';
import { figuresAsked } from '../numbers/question.ts';
import type { Office } from '../office.ts';
import type { ReportAsked } from './report-facts.ts';

const EVERY_ROW = { written: null, limit: 2_000_000_000, after: 0 };

const isEvent = (type: string): type is keyof typeof EVENT_WORDS => Object.hasOwn(EVENT_WORDS, type);

const wholeOf = ({ measure }: Part, rows: readonly FigureRow[]): string => {
  if (measure === 'count') return String(rows.length);
  const sums = sumByCurrency(rows.flatMap(({ amount }) => (amount === null ? [] : [amount])));
  return sums.map(({ amount, currency }) => `${amount} ${currency}`).join('；');
};

/** Every row of a part, with the fact and the paper behind it. */
const rowsOfPart = async (
  { pool, store }: Office,
  part: Part,
  question: FigureQuestion,
  title: string,
): Promise<FigureRows> => {
  const found = await figureRows(pool, part, question, EVERY_ROW);
  const rows: FigureRows['rows'][number][] = [];
  for (const { project, version, amount } of found) {
    const event = await eventBehind(store, part.of, project.id, version, question.asOf);
    rows.push({
      code: project.code,
      name: project.name,
      event: event === null ? null : isEvent(event.type) ? EVENT_WORDS[event.type].zh : event.type,
      on: event?.on ?? null,
      basis: event?.basis ?? null,
      value: part.measure === 'count' ? '1' : (amount?.amount ?? '0.00'),
    });
  }
  return { title, value: wholeOf(part, found), rows };
};

/** signed-amount.change → signed-amount; null for what a list counts. */
export const metricOf = (key: string): MetricKey | null => {
  const [metric = ''] = key.split('.');
  return isMetricKey(metric) ? metric : null;
};

const titlesOf = (metric: MetricKey): readonly string[] => {
  const name = METRIC_WORDS[metric].zh;
  return partsOf(METRICS[metric]).length === 1 ? [name] : [`${name}·分子`, `${name}·分母`];
};

/** What each cited figure of a report is made of, by its key; figures of one metric share their rows. */
export const rowsBehind = async (
  office: Office,
  caller: Caller,
  { figures, standing }: Report,
  { period, unit, definition, at }: ReportAsked,
): Promise<ReadonlyMap<string, readonly FigureRows[]>> => {
  const query = {
    period,
    asOf: isoDate(standing.asOf),
    ...(unit === undefined ? {} : { unit }),
    ...(definition === undefined ? {} : { definition }),
  };
  const { question } = await figuresAsked(office, caller, query, null, { at });
  const opened = new Map<MetricKey, readonly FigureRows[]>();
  const behind = new Map<string, readonly FigureRows[]>();
  for (const { key } of figures) {
    const metric = metricOf(key);
    if (metric === null) continue;
    if (!opened.has(metric)) {
      const titles = titlesOf(metric);
      const parts: FigureRows[] = [];
      for (const [index, part] of partsOf(METRICS[metric]).entries())
        parts.push(await rowsOfPart(office, part, question, titles[index]!));
      opened.set(metric, parts);
    }
    behind.set(key, opened.get(metric)!);
  }
  return behind;
};
