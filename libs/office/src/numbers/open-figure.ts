import { fenOf, formulaOf, moneyOf, roundedToWhole, type Definition, type Formula, type Part } from '#domain';
import type { Caller } from '#identity';
import { figureRows, type Dimension, type FigureRow, type Tally } from '#projections';
import type { Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import type { Office } from '../office.ts';
import { restatedFigures, type LaterEvent } from '../periods/restated.ts';
import { closedMonth } from '../periods/restatement.ts';
import { refused } from '../refusals.ts';
import { eventsBehind, type EventBehind } from './event-behind.ts';
import {
  amountIn,
  countedOf,
  currencyOf,
  measuredBy,
  partsOf,
  shown,
  type Figure,
  type FigureValue,
} from './figure.ts';
import { totalOf, within } from './figure-table.ts';
import { indicators, type Indicators } from './indicators.ts';
import { keptTallies } from './kept-tallies.ts';
import { openAt } from './open-at.ts';
import { INDICATORS_BY, type FigureQuery, type IndicatorsQuery } from './queries.ts';
import { figuresAsked, type Asked } from './question.ts';
import { rowsBy, type RowKeys } from './rows-by.ts';

interface RowBehind extends Pick<FigureRow, 'project' | 'amount'> {
  readonly event: EventBehind | null;
}
interface OpenedRow extends Omit<RowBehind, 'amount'> {
  readonly value: FigureValue;
}
interface OpenedPart {
  readonly value: FigureValue;
  readonly rows: readonly OpenedRow[];
}

/** What a figure is made of: which projects, by which of their events, on what paper. */
export interface OpenedFigure {
  readonly metric: string;
  readonly definition: { readonly name: string; readonly version: number };
  readonly formula: Formula;
  readonly figure: Figure;
  readonly numerator: OpenedPart;
  readonly denominator: OpenedPart | null;
  readonly restated: Restated | null; // where its month was closed on other figures
}

/** What a figure was when its month was closed, what it is now, and the events by which it is. */
interface Restated {
  readonly from: FigureValue | null;
  readonly to: FigureValue | null;
  readonly why: readonly LaterEvent[];
}

/** Whether the whole is opened, not one row of a table. */
const isOfWhole = ({ by, key }: FigureQuery): boolean => by === undefined || key === undefined;

/** What the sums are told apart by. The whole is opened as the sum of its units: the sums of the table then serve both, and what has two tags counts once. */
const summedBy = ({ by, key }: FigureQuery): Dimension =>
  by === undefined || key === undefined || by === 'team' ? 'unit' : by;

/** Of a month that was closed, asked as of its end by all that is known, a figure told apart as tables do. */
const restatedOf = async (
  office: Office,
  caller: Caller,
  metric: string,
  query: FigureQuery,
): Promise<Restated | null> => {
  const { by, key, period, unit, asKnown, asOf, definition } = query;
  const closed = asKnown === undefined && isIndicatorBy(by) ? await closedMonth(office, period) : null;
  if (closed === null || (asOf !== undefined && asOf !== closed.snapshot.asOf)) return null;
  const { name, version } = closed.snapshot.definition;
  if (definition !== undefined && definition !== name && definition !== `${name}@${version}`) return null;
  const asked = {
    period,
    unit,
    by: by as IndicatorsQuery['by'],
    metric: [metric],
    asOf: closed.snapshot.asOf,
    definition: `${name}@${version}`,
  };
  const found = await restatedFigures(office, caller, asked, BigInt(closed.snapshot.position));
  const mine = found.find((one) => (isOfWhole(query) ? one.whole : !one.whole && (one.key ?? '') === key));
  return mine === undefined ? null : { from: mine.printed, to: mine.now, why: mine.because };
};

const ROWS_A_PAGE = 50;

const wholeValue = ({ measure }: Part, tally: Tally, currency: string, definition: Definition): FigureValue =>
  measure === 'count'
    ? String(tally.count)
    : moneyOf(roundedToWhole(amountIn(currency, countedOf(tally), definition)), currency);

/** The row that is opened; null: the whole. Throws Rejected 'figure-row-unknown'. */
const rowAt = (asked: Asked, { by, key }: FigureQuery, found: readonly (string | null)[]): RowKeys | null => {
  if (key === undefined) return null;
  if (by === undefined) throw refused('figure-row-unknown', 'by');
  const row = rowsBy(by, asked, found).find((one) => (one.key ?? '') === key);
  if (row === undefined) throw refused('figure-row-unknown', 'key');
  return row;
};

/** The rows behind a part, a page of them, each with the event by which it counts. */
const rowsBehind = async (
  office: Office,
  part: Part,
  { question }: Asked,
  row: RowKeys | null,
  { limit = ROWS_A_PAGE, after = 0 }: FigureQuery,
): Promise<readonly RowBehind[]> => {
  const rows = await figureRows(office.pool, part, question, { written: row?.written ?? null, limit, after });
  const events = await eventsBehind(office, part.of, rows, question.asOf);
  return rows.map(({ project, amount }, at) => ({ project, amount, event: events[at]! }));
};

const isIndicatorBy = (by: FigureQuery['by']): by is IndicatorsQuery['by'] =>
  by === undefined || INDICATORS_BY.some((one) => one === by);

/** The figure as the table of its metric shows it. Undefined: no table does. */
const listedAt = (table: Indicators | null, metric: string, row: RowKeys | null): Figure | undefined => {
  const shownIn = row === null ? table?.total : table?.rows.find(({ key }) => key === row.key);
  return shownIn?.figures[metric];
};

/** The currency in which a figure is told; null: in none. */
const currencyIn = (figure: Figure | undefined): string | null => {
  const value = figure?.value ?? null;
  return value !== null && typeof value === 'object' && 'currency' in value ? value.currency : null;
};

/** A figure opened into its numerator and denominator, a page at a time. Throws Rejected 'metric-unknown', 'period-unknown' and 'figure-row-unknown'. */
export const openFigure = async (
  office: Office,
  caller: Caller,
  metric: string,
  query: FigureQuery,
): Promise<OpenedFigure> => {
  const { by } = query;
  const isWhole = isOfWhole(query);
  const asked = await figuresAsked(office, caller, query, summedBy(query));
  const { definition } = asked.question;
  const formula = formulaOf(definition, metric);
  if (formula === null) throw refused('metric-unknown', 'metric');
  const parts = partsOf(formula);
  const listing = isIndicatorBy(by) ? indicators(office, caller, { ...query, by, metric: [metric] }) : null;
  const rowsOf = (row: RowKeys | null): Promise<readonly (readonly RowBehind[])[]> =>
    Promise.all(parts.map((part) => rowsBehind(office, part, asked, row, query)));
  const [table, found, ofWhole] = await Promise.all([
    listing,
    keptTallies(office, parts, asked.question),
    isWhole ? rowsOf(null) : null, // which rows a key means is known once all keys are
  ]);
  const row = rowAt(asked, query, [...found.keys()]);
  const mine = totalOf(row === null ? found : within(found, row), parts.length);
  const listed = listedAt(table, metric, row);
  const currency = currencyIn(listed) ?? currencyOf(formula, definition, totalOf(found, parts.length));
  const behind = ofWhole ?? (await rowsOf(row));
  const open = (index: number): OpenedPart => {
    const part = parts[index]!;
    return {
      value: wholeValue(part, mine[index]!, currency, definition),
      rows: behind[index]!.map(({ project, event, amount }) => ({
        project,
        event,
        value: part.measure === 'count' ? '1' : (amount ?? moneyOf(fenOf('0'), currency)),
      })),
    };
  };
  const plain: Figure = {
    value: shown(measuredBy(formula, definition, mine.map(countedOf), currency), definition.rounding),
    previous: null,
    yearOnYear: null,
    target: null,
    progress: null,
    shortfall: null,
    rank: null,
    open: openAt(metric, query, row === null ? null : (by ?? null), row),
  };
  return {
    metric,
    definition: { name: definition.name, version: definition.version },
    formula,
    figure: listed ?? plain,
    numerator: open(0),
    denominator: parts.length === 2 ? open(1) : null,
    restated: await restatedOf(office, caller, metric, query),
  };
};

/** The same as somebody asks for it. Its rows are a list: opened as of the past, it is remembered like one. */
export const openedFigure: Question<{ readonly metric: string; readonly query: FigureQuery }, OpenedFigure> = {
  look: ({ metric, query: { asOf, asKnown } }) =>
    asOf === undefined && asKnown === undefined ? null : lookAt('list', metric, { asOf, asKnown }),
  answer: ({ office, caller }, { metric, query }) => openFigure(office, caller, metric, query),
};
