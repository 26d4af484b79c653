import { listsIn, metricsIn, readTemplate, type IsoDate, type TemplateLine } from '#domain';
import type { Caller } from '#identity';
import type { UnitNames } from '#projections';
import type { Facts, ListFacts, RankedRow } from '#reporting';
import { askingOf } from '../ask.ts';
import { listNames } from '../lists/show-list.ts';
import { indicators, type Indicators } from '../numbers/indicators.ts';
import { figuresAsked, type Fixed } from '../numbers/question.ts';
import type { Office } from '../office.ts';
import { listOfMoment } from './list-of-moment.ts';

/** What a report is of, as of which day, and as known at which log position. */
export interface ReportAsked {
  readonly period: string;
  readonly unit?: string | undefined;
  readonly asOf?: IsoDate | undefined;
  readonly definition?: string | undefined; // name@version; left out: the default as it was known then
  readonly at: bigint;
  readonly reading?: Fixed['reading'];
}

/** Who signs, and how the issue is named. `asKnown`: the instant as it is printed. */
export interface Signed {
  readonly number: string | null;
  readonly day: IsoDate;
  readonly asKnown: string;
}

/** Under what the figures of projects without a unit are printed. */
export const NO_UNIT = '未填责任单位';

const present = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

/** A list whole, its units named as they then were. */
const listFacts = async (
  office: Office,
  caller: Caller,
  name: string,
  { asOf, position }: Indicators,
  names: UnitNames,
  unit: string | undefined,
): Promise<ListFacts> => {
  const asking = await askingOf(office, caller);
  const below = unit === undefined ? null : (names.subtree(unit) ?? [unit]);
  const asked = {
    asOf,
    at: BigInt(position),
    ...(below === null ? {} : { where: [`unit=${below.join(',')}`] }),
  };
  const { totals, rows } = await listOfMoment(asking, name, asked);
  const title = listNames().lists.find((one) => one.name === name)?.title.zh ?? name;
  const named = rows.map((row) => ({ ...row, unit: names.unitOf(row.unit?.code ?? row.unit?.name ?? null) }));
  return { title, totals, rows: named };
};

const bureauOf = ({ all }: UnitNames): string => all.find(({ parent }) => parent === null)?.name ?? '招商局';

/** 2023-Q1 → 2023年第一季度; any other span by its days. */
const PERIODS: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [/^(\d{4})$/, ([, year]) => `${year}年`],
  [/^(\d{4})-Q([1-4])$/, ([, year, quarter]) => `${year}年第${'一二三四'[Number(quarter) - 1]}季度`],
  [/^(\d{4})-H([12])$/, ([, year, half]) => `${year}年${half === '1' ? '上' : '下'}半年`],
  [/^(\d{4})-(\d{2})$/, ([, year, month]) => `${year}年${Number(month)}月`],
];
const periodWords = (period: string): string => {
  for (const [pattern, words] of PERIODS) {
    const parts = pattern.exec(period);
    if (parts !== null) return words(parts);
  }
  return period.replace('..', '至');
};
const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** A template's lines, its metrics those of the definition of that moment, and all that they ask for. Throws Rejected with the line at fault, and as figures and lists do. */
export const reportFacts = async (
  office: Office,
  caller: Caller,
  text: string,
  asked: ReportAsked,
  { number, day, asKnown }: Signed,
): Promise<{ readonly lines: readonly TemplateLine[]; readonly facts: Facts }> => {
  const { at, reading, ...of } = asked;
  const fixed = { at, reading };
  const { names, question, unit: narrowed } = await figuresAsked(office, caller, present(of), null, fixed);
  const { definition } = question;
  const lines = readTemplate(text, definition);
  const metrics = metricsIn(lines);
  const table = await indicators(office, caller, present({ ...of, by: 'unit' as const, metric: [...metrics] }), fixed);
  const unit = asked.unit ?? narrowed ?? undefined; // who sees one unit only is told of that one
  const lists = new Map<string, ListFacts>();
  for (const name of listsIn(lines)) lists.set(name, await listFacts(office, caller, name, table, names, unit));
  const ranked = table.rows
    .filter(({ unit, key }) => unit !== null || key !== null)
    .map(({ unit, key, figures }): RankedRow => ({ name: unit?.name ?? key ?? NO_UNIT, figures }));
  const facts: Facts = {
    figures: new Map(metrics.map((metric) => [metric, table.total.figures[metric]!])),
    ranked,
    lists,
    said: {
      bureau: bureauOf(names),
      unit: unit === undefined ? '各责任单位' : (names.unitOf(unit)?.name ?? unit),
      period: periodWords(table.period),
      asOf: dayWords(table.asOf),
      day: dayWords(day),
      number,
    },
    number,
    day,
    standing: { asOf: table.asOf, asKnown, position: table.position },
    definition,
  };
  return { lines, facts };
};
