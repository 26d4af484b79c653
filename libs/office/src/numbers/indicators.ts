import {
  METRICS,
  moneyOf,
  ratioOf,
  timeProportional,
  yearBefore,
  yearEarlier,
  yearOf,
  type MetricKey,
  type Ratio,
} from '#domain';
import type { Caller } from '#identity';
import { tally, type FigureQuestion, type Tallies, type Tally } from '#projections';
import type { Office } from '../office.ts';
import { columnOf, totalOf, type Figures } from './figure-table.ts';
import { currencyOf, partsOf } from './figure.ts';
import { openAt } from './open-at.ts';
import { figuresAsked, standing, type Standing } from './question.ts';
import type { IndicatorsQuery } from './queries.ts';
import { rowsBy, type RowKeys } from './rows-by.ts';
import { targetsBeside, type TargetsBeside } from './targets-beside.ts';
import { targetOf, targetsKnown } from './targets-known.ts';

export interface IndicatorRow {
  readonly key: string | null;
  readonly unit: RowKeys['unit'];
  readonly figures: Figures;
}

/** The indicator table in the shape of the command line. */
export interface Indicators extends Standing {
  readonly definition: { readonly name: string; readonly version: number };
  readonly by: string;
  readonly timeProportional: Ratio;
  readonly rows: readonly IndicatorRow[];
  readonly total: { readonly figures: Figures };
  readonly targets: readonly TargetsBeside[];
  readonly notes: readonly string[];
}

const lastYear = (question: FigureQuestion): FigureQuestion => ({
  ...question,
  period: yearBefore(question.period),
  asOf: { ...question.asOf, day: yearEarlier(question.asOf.day) },
});

/** The tallies of a metric out of those of all metrics asked for. */
const ofMetric = (tallies: Tallies, from: number, count: number): Tallies =>
  new Map([...tallies].map(([key, all]) => [key, all.slice(from, from + count)]));

/** Money in other currencies than the figure's own: named, never added. */
const otherMoney = (metric: MetricKey, total: readonly Tally[]): readonly string[] => {
  const own = currencyOf(metric, total);
  return partsOf(metric).flatMap((part, index) =>
    part.measure === 'count'
      ? []
      : [...total[index]!.fen].flatMap(([other, fen]) =>
          other === own ? [] : [`${metric}: ${other} ${moneyOf(fen, other).amount}`],
        ),
  );
};

/**
 * The indicator table: each metric for each row, with last year, target, progress and rank; every figure opens into its parts.
 * `at`: as known at this position of the log, whatever instant the query names.
 */
export const indicators = async (
  office: Office,
  caller: Caller,
  query: IndicatorsQuery,
  at: bigint | null = null,
): Promise<Indicators> => {
  const by = query.by ?? 'unit';
  const asked = await figuresAsked(office, caller, query, by === 'team' ? 'unit' : by, { named: query.definition, at });
  const { question, unit } = asked;
  const { definition } = question;
  const metrics = (query.metric ?? Object.keys(METRICS)) as readonly MetricKey[];
  const parts = metrics.flatMap(partsOf);
  const targets = await targetsKnown(office.store, yearOf(question.period.to), asked.position);
  const now = await tally(office.pool, parts, question);
  const before = await tally(office.pool, parts, lastYear(question));
  const rows = rowsBy(by, asked, [...now.keys(), ...before.keys()]);
  const due = timeProportional(
    question.asOf.day < question.period.to ? question.asOf.day : question.period.to,
    definition.curve,
  );
  let from = 0;
  const columns = metrics.map((metric) => {
    const { length } = partsOf(metric);
    const at = from;
    from += length;
    return {
      metric,
      now: ofMetric(now, at, length),
      ...columnOf(
        {
          metric,
          now: ofMetric(now, at, length),
          before: ofMetric(before, at, length),
          targetOf: (row) =>
            row !== null && row.unit === null
              ? null
              : targetOf(targets, metric, row === null ? unit : (row.unit?.code ?? row.key), query.issuer ?? null),
          due,
          rounding: definition.rounding,
          open: (row) => openAt(metric, query, row === null ? null : by, row),
        },
        rows,
      ),
    };
  });
  return {
    ...standing(asked),
    definition: { name: definition.name, version: definition.version },
    by,
    timeProportional: ratioOf(due, definition.rounding)!,
    rows: rows.map(({ key, unit: holder }, index) => ({
      key,
      unit: holder,
      figures: Object.fromEntries(columns.map((column) => [column.metric, column.rows[index]!])),
    })),
    total: { figures: Object.fromEntries(columns.map((column) => [column.metric, column.total])) },
    targets: targetsBeside(targets, metrics, unit, asked.names),
    notes: columns.flatMap((column) => otherMoney(column.metric, totalOf(column.now, partsOf(column.metric).length))),
  };
};
