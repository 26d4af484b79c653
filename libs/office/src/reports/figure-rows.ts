import { EVENT_WORDS, formulaOf, isoDate, metricTitle, sumByCurrency, type Part } from '#domain';
import type { Caller } from '#identity';
import { figureRows, type FigureRow } from '#projections';
import { printedFigures, sourceOf, type Behind, type FigureRows, type ListFacts, type Report } from '#reporting';
import { eventsBehind, type EventBehind } from '../numbers/event-behind.ts';
import { partsOf } from '../numbers/figure.ts';
import { figuresAsked, type Asked } from '../numbers/question.ts';
import type { Office } from '../office.ts';
import type { ReportAsked } from './report-facts.ts';

/** A report, and the lists from which it tells. */
export interface Composed {
  readonly report: Report;
  readonly lists: ReadonlyMap<string, ListFacts>;
}

const EVERY_ROW = { written: null, limit: 2_000_000_000, after: 0 };

type Row = FigureRows['rows'][number];

const isEvent = (type: string): type is keyof typeof EVENT_WORDS => Object.hasOwn(EVENT_WORDS, type);

const wholeOf = ({ measure }: Part, rows: readonly FigureRow[]): string => {
  if (measure === 'count') return String(rows.length);
  const sums = sumByCurrency(rows.flatMap(({ amount }) => (amount === null ? [] : [amount])));
  return sums.map(({ amount, currency }) => `${amount} ${currency}`).join('；');
};

/** The fact behind a row, as a report names it. */
const factOf = (event: EventBehind | null): Pick<Row, 'event' | 'on' | 'basis'> => {
  if (event === null) return { event: null, on: null, basis: null };
  const { type, on, basis } = event;
  return { event: isEvent(type) ? EVENT_WORDS[type].zh : type, on, basis };
};

/** Every row of a part, with the fact and the paper behind it. */
const rowsOfPart = async (
  office: Office,
  part: Part,
  { question, names }: Asked,
  title: string,
): Promise<FigureRows> => {
  const found = await figureRows(office.pool, part, question, EVERY_ROW);
  const rows: Row[] = [];
  const events = await eventsBehind(office, part.of, found, question.asOf);
  for (const [at, { project, amount, key }] of found.entries())
    rows.push({
      group: names.unitOf(key)?.name ?? key,
      code: project.code,
      name: project.name,
      ...factOf(events[at]!),
      value: part.measure === 'count' ? '1' : (amount?.amount ?? '0.00'),
    });
  return { title, value: wholeOf(part, found), rows };
};

const titlesOf = (name: string, parts: readonly Part[]): readonly string[] =>
  parts.length === 1 ? [name] : [`${name}·分子`, `${name}·分母`];

/** The rows of a list, each of its colour. */
const rowsOfList = ({ title, rows }: ListFacts): FigureRows => ({
  title: `清单·${title}`,
  value: String(rows.length),
  rows: rows.map(({ colour, code, name, signedOn, contractNo, contracted }) => ({
    group: colour,
    code,
    name,
    event: null,
    on: signedOn,
    basis: contractNo,
    value: contracted?.amount ?? '',
  })),
});

/** What the figures of a report are made of. */
export const rowsBehind = async (
  office: Office,
  caller: Caller,
  { report, lists }: Composed,
  { period, unit, definition, at, reading }: ReportAsked,
): Promise<Behind> => {
  const query = {
    period,
    asOf: isoDate(report.standing.asOf),
    ...(unit === undefined ? {} : { unit }),
    ...(definition === undefined ? {} : { definition }),
  };
  const asked = await figuresAsked(office, caller, query, 'unit', { at, reading });
  const behind = new Map<string, readonly FigureRows[]>();
  for (const [name, facts] of lists) behind.set(`list:${name}`, [rowsOfList(facts)]);
  for (const source of new Set(printedFigures(report).map(({ key }) => sourceOf(key)))) {
    const formula = formulaOf(asked.question.definition, source);
    if (formula === null) continue; // a list
    const parts = partsOf(formula);
    const titles = titlesOf(metricTitle(asked.question.definition, source).zh, parts);
    const rows: FigureRows[] = [];
    for (const [index, part] of parts.entries()) rows.push(await rowsOfPart(office, part, asked, titles[index]!));
    behind.set(source, rows);
  }
  return behind;
};
