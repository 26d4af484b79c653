import {
  fraction,
  FUNNEL_ENDS,
  FUNNEL_STAGES,
  ratioOf,
  type FunnelEnd,
  type FunnelStage,
  type Ratio,
  type Rounding,
} from '#domain';
import type { Caller } from '#identity';
import { cohorts } from '#projections';
import type { Office } from '../office.ts';
import type { FiguresQuery } from './queries.ts';
import { figuresAsked, standing, type Standing } from './question.ts';

interface FunnelStep {
  readonly stage: FunnelStage;
  readonly count: string;
  readonly ofPrevious: Ratio | null;
  readonly ofFirst: Ratio | null;
}
/** What became of the projects registered together. `ended`: how many of them went which way off the road. */
interface FunnelRow {
  readonly cohort: string; // the month of registration; of the total: the period
  readonly stages: readonly FunnelStep[];
  readonly ended: Readonly<Record<FunnelEnd, string>>;
}
export interface Funnel extends Standing {
  readonly rows: readonly FunnelRow[];
  readonly total: FunnelRow;
}

type Counted = Omit<Awaited<ReturnType<typeof cohorts>>[number], 'month'>;

const rowOf = (cohort: string, { reached, ended }: Counted, rounding: Rounding): FunnelRow => ({
  cohort,
  stages: FUNNEL_STAGES.map((stage, index) => ({
    stage,
    count: String(reached[stage]),
    ofPrevious: index === 0 ? null : ratioOf(fraction(reached[stage], reached[FUNNEL_STAGES[index - 1]!]), rounding),
    ofFirst: ratioOf(fraction(reached[stage], reached[FUNNEL_STAGES[0]]), rounding),
  })),
  ended: { dropped: String(ended.dropped), terminated: String(ended.terminated), merged: String(ended.merged) },
});

const summed = <Name extends string>(
  names: readonly Name[],
  all: readonly Readonly<Record<Name, bigint>>[],
): Record<Name, bigint> =>
  Object.fromEntries(names.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0n)])) as Record<
    Name,
    bigint
  >;

/** Of what was registered in a period, how much has come how far by the day asked for, month by month. Throws as `figuresAsked`. */
export const funnel = async (office: Office, caller: Caller, query: FiguresQuery): Promise<Funnel> => {
  const asked = await figuresAsked(office, caller, query, null);
  const { rounding } = asked.question.definition;
  const found = await cohorts(office.pool, asked.question);
  const total = {
    reached: summed(
      FUNNEL_STAGES,
      found.map(({ reached }) => reached),
    ),
    ended: summed(
      FUNNEL_ENDS,
      found.map(({ ended }) => ended),
    ),
  };
  return {
    ...standing(asked),
    rows: found.map(({ month, ...counted }) => rowOf(month, counted, rounding)),
    total: rowOf(asked.question.period.name, total, rounding),
  };
};
