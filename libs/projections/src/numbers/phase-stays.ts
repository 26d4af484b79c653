import type { Pool } from 'pg';
import { ENDED, type IsoDate, type Period, type Phase } from '#domain';
import { values, type Condition, type Values } from '../lists/list-filter.ts';
import { questionSql, type AsOf } from '../lists/list-question.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import type { Scope } from '../projects/seen.ts';

/** Stays of projects in phases: those that ran on any day of the period, as of a day in it. */
export interface StaysAsked {
  readonly period: Period;
  readonly asOf: AsOf;
  readonly scope: Scope;
  readonly where: readonly Condition[];
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

/** Every stay: rows of a project that follow one another in one phase are one stay, whatever else changed in between. */
const staysSql = ({ period, asOf, scope, where }: StaysAsked, collected: Values): string => {
  const { known, span, rest, day } = questionSql({ asOf, scope }, false, where, collected);
  const first = `${collected.value(period.from)}::date`;
  return `(
    select project_id, phase, since, until is null as still_there, least(coalesce(until, ${day}), ${day}) - since as days
    from (
      select project_id, phase, from_day as since, lead(from_day) over (partition by project_id order by from_day) as until
      from (
        select project_id, phase, from_day, phase is distinct from lag(phase) over (partition by project_id order by from_day) as begins
        from ${PROJECT_TABLE} where ${known} and from_day <= ${day}
      ) as row where begins
    ) as stay
    where project_id in (select project_id from ${PROJECT_TABLE} where ${known} and ${span} and ${rest})
      and phase <> all(${collected.value(ENDED)}::text[]) and coalesce(until, 'infinity') >= ${first}
  ) as stay`;
};

/** How long projects stay in each phase. Cost: the known rows of all projects up to the day. */
export const phaseStays = async (pool: Pool, asked: StaysAsked): Promise<readonly PhaseStays[]> => {
  const collected = values();
  const { rows } = await pool.query<Record<Exclude<keyof PhaseStays, 'phase'>, string> & { phase: Phase }>(
    `select phase, count(*) as count, count(*) filter (where still_there) as "stillThere", max(days) as longest,
       percentile_disc(0.5) within group (order by days) as median, percentile_disc(0.9) within group (order by days) as p90
     from ${staysSql(asked, collected)} group by phase`,
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
  const stays = staysSql(asked, collected);
  const { known, span } = questionSql({ asOf: asked.asOf, scope: asked.scope }, false, [], collected);
  const { rows } = await pool.query<{
    phase: Phase;
    id: string;
    code: string;
    name: string;
    since: IsoDate;
    days: string;
    still_there: boolean;
  }>(
    `select l.phase, l.project_id as id, p.code, p.title as name, l.since::text as since, l.days, l.still_there from (
       select *, row_number() over (partition by phase order by days desc, project_id) as at from ${stays}
     ) as l join (select project_id, code, title from ${PROJECT_TABLE} where ${known} and ${span}) as p using (project_id)
     where at <= ${collected.value(most)}::integer order by l.phase, l.at`,
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
