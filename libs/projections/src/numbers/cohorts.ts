import type { Pool } from 'pg';
import { FUNNEL_ENDS, FUNNEL_STAGES, type FunnelEnd, type FunnelStage } from '#domain';
import { values } from '../lists/list-filter.ts';
import { countedSql } from './counted-rows.ts';
import type { StaysAsked } from './phase-stays.ts';

/** Projects registered in one month, and how many of them have reached each step by the day asked for. */
interface Cohort {
  readonly month: string;
  readonly reached: Readonly<Record<FunnelStage, bigint>>;
  readonly ended: Readonly<Record<FunnelEnd, bigint>>;
}

// Who has come further has passed what lies before, also where nobody recorded the step.
const FURTHER: Readonly<Record<FunnelStage, string>> = {
  lead: 'true',
  negotiation: 'not is_lead or opened_on is not null or framework or signed_on is not null',
  signing: 'signed_on is not null',
  start: 'start_on is not null',
  entry: 'entered_on is not null',
  funding: 'start_on is not null and funds_on is not null',
};

/** What became of the projects registered in a period, by the month of registration. One pass over the rows of the day. */
export const cohorts = async (pool: Pool, asked: StaysAsked): Promise<readonly Cohort[]> => {
  const collected = values();
  const { from: projects } = await countedSql(pool, asked, collected);
  const [from, to] = [collected.value(asked.period.from), collected.value(asked.period.to)];
  const counts = [
    ...FUNNEL_STAGES.map((stage) => `count(*) filter (where ${FURTHER[stage]}) as "${stage}"`),
    ...FUNNEL_ENDS.map((end) => `count(*) filter (where phase = '${end}') as "${end}"`),
  ];
  const { rows } = await pool.query<Record<'month' | FunnelStage | FunnelEnd, string>>(
    `select to_char(registered_on, 'YYYY-MM') as month, ${counts.join(', ')} from ${projects} as project
     where registered_on between ${from}::date and ${to}::date
     group by 1 order by 1`,
    collected.list,
  );
  const counted = <Name extends FunnelStage | FunnelEnd>(row: (typeof rows)[number], names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, BigInt(row[name])])) as Record<Name, bigint>;
  return rows.map((row) => ({
    month: row.month,
    reached: counted(row, FUNNEL_STAGES),
    ended: counted(row, FUNNEL_ENDS),
  }));
};
