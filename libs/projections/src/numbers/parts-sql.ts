import {
  threeYears,
  yearOf,
  type Countable,
  type Definition,
  type MetricCondition,
  type MetricFilter,
  type Part,
  type MetricWindow as Window,
  type IsoDate,
  type Period,
} from '#domain';
import { conditionSql as listConditionSql, narrowing, rangeSql, type Values } from '../lists/list-filter.ts';
import { COUNTED_TABLE } from '../projects/counted-table.ts';
import { contractSql } from './dimensions.ts';
import { yuanSql } from './yuan-sql.ts';

interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const newYear = (year: number): IsoDate => `${year}-01-01` as IsoDate;

/** Days of a window, both included; null: every day. */
const windowOf = (window: Window, { period, definition }: PartAsked): Days | null => {
  switch (window) {
    case 'cohort':
      return definition.window === 'period' ? period : { from: newYear(yearOf(period.to)), to: period.to };
    case 'period':
      return period;
    case 'three-years':
      return threeYears(period);
    case 'until-end':
    case 'at-end':
    case 'at-beginning':
      return null;
  }
};

/** A column within these days: all of it where they are every day. */
const between = (column: string, days: Days | null, { day }: Values): readonly string[] =>
  days === null ? [] : [`${column} between ${day(days.from)} and ${day(days.to)}`];

/** What the conditions of a part are read by. `known`: the row versions known at the position asked for, as SQL. */
interface PartAsked {
  readonly period: Period;
  readonly definition: Definition;
  readonly reading?: 'first' | 'second' | undefined;
  readonly known: string;
}

/** What is merged into another counts there, once. The first reading counted it twice. */
const onceSql = ({ reading }: PartAsked): readonly string[] => (reading === 'first' ? [] : [`phase <> 'merged'`]);

/** The terminated count as the definition says. */
const standingSql = (asked: PartAsked): readonly string[] => [
  ...onceSql(asked),
  ...(asked.definition.terminated === 'kept' ? [] : [`phase <> 'terminated'`]),
];

/** Whether a signing is one row: the amount of one that was split is that of its parts together, unless the amount as signed counts, which the parent keeps. */
const isOneSigning = ({ of, measure }: Part, { contract }: Definition): boolean =>
  of !== 'signing' || measure === 'count' || contract === 'original';

/** What makes a project (or an arrival on it) one of the part's: conditions over the columns of both, as they were on the day asked for. All must hold. */
const countedSql = (part: Part, asked: PartAsked, values: Values): readonly string[] => {
  const { period, definition } = asked;
  const days = windowOf(part.window, asked);
  switch (part.of) {
    case 'lead':
      return ['is_lead', ...between('registered_on', days, values)];
    case 'pre-review':
      return ['pre_review is not null', ...between('pre_review_on', days, values)];
    case 'signing':
      return [
        ...(isOneSigning(part, definition) || asked.reading === 'first' ? ['counts'] : []),
        ...between('signed_on', days, values),
        ...standingSql(asked),
      ];
    case 'start':
      return [...between('start_on', days, values), 'signed_on is not null', ...onceSql(asked)];
    case 'entry':
      return [...between('entered_on', days, values), ...onceSql(asked)];
    case 'arrival':
      return [...between('on_day', days, values), ...boundarySql(definition, values)];
    case 'backlog': {
      if (part.window === 'at-end') return [`phase = 'signing'`];
      const from = values.day(period.from);
      const year = values.day(newYear(yearOf(period.from)));
      return [
        'counts',
        `signed_on < ${year}`,
        `(start_on is null or start_on >= ${from})`,
        `(ended_on is null or ended_on >= ${from})`,
        ...onceSql(asked),
      ];
    }
    case 'outreach':
      return between('registered_on', days, values);
  }
};

const OUTREACH_OF = { trip: 'trip', firm: 'visit', received: 'reception' } as const;

/** Money whose origin nobody named lies within no boundary. */
const boundarySql = ({ boundary }: Definition, values: Values): readonly string[] =>
  boundary === null ? [] : [`a.boundary = any(${values.value(boundary)}::text[])`];

const conditionSql = (
  condition: MetricCondition,
  of: Countable,
  asked: PartAsked,
  values: Values,
): readonly string[] => {
  const { period } = asked;
  switch (condition) {
    case 'started': // a stock that is cleared is cleared within the period; of those signed in it, whoever has started by the day asked for
      return of === 'backlog' ? between('start_on', period, values) : ['start_on is not null'];
    case 'valuable': // the verdict on a lead belongs to the period that reported it, whenever it was passed
      return [
        `r.project_id in (select f.project_id from ${COUNTED_TABLE} f where f.valuable and f.to_day = 'infinity' and ${asked.known})`,
      ];
    case 'passed':
      return [`pre_review = 'passed'`];
    case 'domestic':
      return [`(boundary <> 'overseas' or boundary is null and a.currency = 'CNY')`];
    case 'foreign':
      return [`(boundary = 'overseas' or boundary is null and a.currency <> 'CNY')`];
    case 'signed-in-window': // on the very projects by whose contracts it is divided
      return [
        ...between('signed_on', windowOf('cohort', asked), values),
        ...(asked.reading === 'first' ? ['counts'] : standingSql(asked)),
      ];
    case 'signed-this-year':
      return [
        `signed_on >= ${values.day(newYear(yearOf(period.to)))}`,
        `signed_on < ${values.day(newYear(yearOf(period.to) + 1))}`,
      ];
    case 'signed-earlier':
      return [`signed_on < ${values.day(newYear(yearOf(period.to)))}`];
    case 'trip':
    case 'firm':
    case 'received':
      return [`kind = '${OUTREACH_OF[condition]}'`];
  }
};

/** A part; or of what its filters ask, only what they cannot compare: money in a currency for which the definition names no rate. */
type AskedPart = Part & { readonly uncompared?: true };

/** A filter of a bureau's own metric. A contract is asked for the amount that the definition counts. Amounts are compared in 元, so one that cannot be told in 元 is within no bounds. */
const filterSql = (filter: MetricFilter, uncompared: boolean, { period, definition }: PartAsked, values: Values) => {
  if ('is' in filter) return listConditionSql(filter, period.to, '', values);
  const amount = filter.field === 'contracted' ? contractSql(definition) : narrowing(filter.field).sql('');
  const yuan = yuanSql(amount, definition, values);
  return uncompared ? `(${amount} is not null and ${yuan} is null)` : rangeSql(yuan, 'numeric', filter, values.value);
};

/** What must hold of a project row `r` (joined with an arrival `a` where the part counts arrivals) that belongs to the part: all of these, what parts share first. */
export const conditionsOf = (part: AskedPart, asked: PartAsked, values: Values): readonly string[] => [
  ...countedSql(part, asked, values),
  ...part.where.flatMap((condition) => conditionSql(condition, part.of, asked, values)),
  ...(part.filter ?? []).map((one) => filterSql(one, part.uncompared === true, asked, values)),
  ...(part.of === 'arrival' && asked.definition.carriedOver === 'out'
    ? conditionSql('signed-this-year', part.of, asked, values)
    : []),
];

/** Whether a row belongs to the part. */
export const partSql = (part: AskedPart, asked: PartAsked, values: Values): string =>
  conditionsOf(part, asked, values).join(' and ') || 'true';

/** Parts of which this is the same are made of the same rows: those of a cohort are those of the period, where the definition says so. */
export const rowsOf = (part: AskedPart, definition: Definition): string => {
  const { of, window, where, filter = [], uncompared } = part;
  const cohort = definition.window === 'period' ? 'period' : 'cohort';
  const whole = isOneSigning(part, definition);
  return JSON.stringify([of, window === 'cohort' ? cohort : window, where, filter, uncompared, whole]);
};

/** What the part adds up, and in which currency. */
export const amountSql = ({ of }: Part, definition: Definition): string =>
  of === 'arrival' ? 'a.amount' : contractSql(definition);
