import {
  dueWithin,
  formulaOf,
  measuredIn,
  metricKeys,
  ratioOf,
  timeProportional,
  yearBefore,
  yearEarlier,
  yearOf,
  type Ratio,
} from '#domain';
import type { Caller } from '#identity';
import type { FigureQuestion } from '#projections';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';
import { columnOf, totalOf, type Figures } from './figure-table.ts';
import { partsOf } from './figure.ts';
import { conversionNotes, lastYearsMoney, otherMoney } from './money-notes.ts';
import { keptTallies, type Tallies } from './kept-tallies.ts';
import { openAt } from './open-at.ts';
import { figuresAsked, standing, type Fixed, type Standing } from './question.ts';
import type { IndicatorsQuery } from './queries.ts';
import { rowsBy, type RowKeys } from './rows-by.ts';
import { uncomparedNotes } from './uncompared.ts';
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
  readonly timeProportional: Ratio; // of the year, up to the day asked for
  readonly due: Ratio; // of the year's target within the period: what progress is held against
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

const refuseMetric = (): never => {
  throw refused('metric-unknown', 'metric');
};

/** The tallies of a metric out of those of all metrics asked for. */
const ofMetric = (tallies: Tallies, from: number, count: number): Tallies =>
  new Map([...tallies].map(([key, all]) => [key, all.slice(from, from + count)]));

/**
 * The indicator table: each metric for each row, with last year, target, progress and rank; every figure opens into its parts.
 * `fixed`: the position or the definition, whatever the query names.
 Throws Rejected 'metric-unknown', and as `figuresAsked`.
 */
export const indicators = async (
  office: Office,
  caller: Caller,
  query: IndicatorsQuery,
  fixed: Fixed = {},
): Promise<Indicators> => {
  const by = query.by ?? 'unit';
  const asked = await figuresAsked(office, caller, query, by === 'team' ? 'unit' : by, fixed);
  const { question, unit, seen } = asked;
  const { definition } = question;
  const metrics = query.metric ?? metricKeys(definition);
  const formulas = metrics.map((metric) => formulaOf(definition, metric) ?? refuseMetric());
  const parts = formulas.flatMap(partsOf);
  const targets = await targetsKnown(office.store, yearOf(question.period.to), {
    position: asked.position,
    day: question.asOf.day,
  });
  const [now, before] = await Promise.all([
    keptTallies(office, parts, question),
    definition.comparable === 'none' ? null : keptTallies(office, parts, lastYear(question)),
  ]);
  const rows = rowsBy(by, asked, [...now.keys(), ...(before?.keys() ?? [])]);
  const last = question.asOf.day < question.period.to ? question.asOf.day : question.period.to;
  const due = dueWithin(question.period, last, definition.curve);
  let from = 0;
  const columns = metrics.map((metric, index) => {
    const formula = formulas[index]!;
    const { length } = partsOf(formula);
    const at = from;
    from += length;
    return {
      metric,
      formula,
      total: totalOf(ofMetric(now, at, length), length),
      lastYears: before === null ? [] : totalOf(ofMetric(before, at, length), length),
      ...columnOf(
        {
          formula,
          definition,
          now: ofMetric(now, at, length),
          before: before === null ? null : ofMetric(before, at, length),
          targetOf: (row) => {
            if (row !== null && row.unit === null) return null;
            const of = row === null ? unit : (row.unit?.code ?? row.key);
            return seen.whole(of) ? targetOf(targets, metric, of, query.issuer ?? null, definition.name) : null;
          },
          due,
          reading: question.reading,
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
    timeProportional: ratioOf(timeProportional(last, definition.curve), definition.rounding)!,
    due: ratioOf(due, definition.rounding)!,
    rows: rows.map(({ key, unit: holder }, index) => ({
      key,
      unit: holder,
      figures: Object.fromEntries(columns.map((column) => [column.metric, column.rows[index]!])),
    })),
    total: { figures: Object.fromEntries(columns.map((column) => [column.metric, column.whole])) },
    targets: targetsBeside(targets, metrics, { unit, definition: definition.name }, asked.names),
    notes: [
      ...columns.flatMap(({ metric, formula, total, currency }) =>
        partsOf(formula).flatMap((part, index) =>
          part.measure === 'count' ? [] : otherMoney(metric, currency, total[index]!, definition),
        ),
      ),
      ...columns.flatMap(({ metric, formula, lastYears: [before], currency }) =>
        before !== undefined && measuredIn(formula) === 'money'
          ? lastYearsMoney(metric, currency, before, definition)
          : [],
      ),
      ...(await uncomparedNotes(office, columns, question)),
      ...conversionNotes(
        definition,
        columns.flatMap(({ total }) => total),
      ),
    ],
  };
};
