import type { Pool } from 'pg';
import { ENDED, type IsoDate, type Period, type Phase } from '#domain';
import { values, type Values } from '../lists/list-filter.ts';
import { COUNTED_TABLE } from '../projects/counted-table.ts';
import { countedSql, titleSql, type CountedSql, type ProjectsAsked } from './counted-rows.ts';

/** Stays of projects in phases: those that ran on any day of the period, as of a day in it. */
export interface StaysAsked extends ProjectsAsked {
  readonly period: Period;
}

/** Days are whole; a stay that still runs counts up to the day asked for. Quantiles are stays that there are (no means of two). */
interface PhaseStays {
  readonly phase: Phase;
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
  readonly stillThere: number;
}

/** The longest stay of a phase: whose it is and since when. */
export interface LongestStay {
  readonly phase: Phase;
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly since: IsoDate;
  readonly days: number;
  readonly stillThere: boolean;
}

/** Every stay that ran in the period: those that still run on the day asked for, and those that ended by then, each in the last span of its phase. */
const staysSql = ({ known, day, from, all }: CountedSql, { period }: StaysAsked, collected: Values): string => {
  const own = all === '' ? '' : `and project_id in (select project_id from ${from} as asked)`;
  return `(
    select project_id, phase, phase_since as since, to_day > ${day} as still_there, least(to_day, ${day}) - phase_since as days
    from ${COUNTED_TABLE}
    where ${known} and from_day <= ${day} and (to_day > ${day} or phase_ends and to_day >= ${collected.value(period.from)}::date)
      and phase <> all(${collected.value(ENDED)}::text[]) ${own}
  ) as stay`;
};

/** How long projects stay in each phase. One pass over what is counted of all projects up to the day. */
export const phaseStays = async (pool: Pool, asked: StaysAsked): Promise<readonly PhaseStays[]> => {
  const collected = values();
  const { rows } = await pool.query<Record<Exclude<keyof PhaseStays, 'phase'>, string> & { phase: Phase }>(
    `select phase, count(*) as count, count(*) filter (where still_there) as "stillThere", max(days) as longest,
       percentile_disc(0.5) within group (order by days) as median, percentile_disc(0.9) within group (order by days) as p90
     from ${staysSql(await countedSql(pool, asked, collected), asked, collected)} group by phase`,
    collected.list,
  );
  return rows.map(({ phase, count, median, p90, longest, stillThere }) => ({
    phase,
    count: Number(count),
    median: Number(median),
    p90: Number(p90),
    longest: Number(longest),
    stillThere: Number(stillThere),
  }));
};

/** The longest stays of each phase, at most `most` of each. */
export const longestStays = async (pool: Pool, asked: StaysAsked, most: number): Promise<readonly LongestStay[]> => {
  const collected = values();
  const counted = await countedSql(pool, asked, collected);
  const { rows } = await pool.query<{
    phase: Phase;
    id: string;
    code: string;
    name: string;
    since: IsoDate;
    days: string;
    still_there: boolean;
  }>(
    `select phase, project_id as id, (select code from ${counted.from} as project where project_id = longest.project_id) as code,
       ${titleSql(counted, 'longest.project_id')} as name, since::text as since, days, still_there
     from (
       select *, row_number() over (partition by phase order by days desc, project_id) as at from ${staysSql(counted, asked, collected)}
     ) as longest
     where at <= ${collected.value(most)}::integer order by phase, at`,
    collected.list,
  );
  return rows.map(({ phase, id, code, name, since, days, still_there }) => ({
    phase,
    project: { id, code, name },
    since,
    days: Number(days),
    stillThere: still_there,
  }));
};
