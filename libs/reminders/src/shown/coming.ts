import type { Pool } from 'pg';
import type { IsoDate } from '#domain';
import { aheadSql, LATEST, PROJECT_TABLE, seenSql, values, type Scope, type Values } from '#projections';
import { AHEAD } from '../ledger/ledger-table.ts';

export interface ComingCounts {
  readonly dues: number;
  readonly notices: number;
  readonly reds: number;
}
export type ComingDay = ComingCounts & { readonly on: IsoDate };

/** Days from `from` to `to`, both included, of projects within the scope; `units`: of these only. */
interface ComingQuestion {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly scope: Scope;
  readonly units: readonly string[] | null;
}

const COUNTS = ['due', 'notice', 'red']
  .map((what) => `count(*) filter (where what = '${what}')::integer as ${what}s`)
  .join(', ');

// Deadlines and days of turning red from the project model, notices by the day on which they fall due from the ledger: all by index.
const comingSql = async (
  pool: Pool,
  { from, to, scope, units }: ComingQuestion,
  collected: Values,
): Promise<string> => {
  const { value } = collected;
  const projects = await aheadSql(pool, from, to, collected);
  const seen = seenSql(scope, collected, 'p');
  return `with coming as (${projects}
      union all select project, on_day, 'notice' from reminder_expected where on_day between ${value(from)}::date and ${value(to)}::date and ${AHEAD}
    ), seen as (
      select c.* from coming c join ${PROJECT_TABLE} p on p.project_id = c.project and p.to_pos = ${LATEST} and p.to_day = 'infinity'
      where p.ended_on is null and ${seen} and ${units === null ? 'true' : `p.unit = any(${value(units)}::text[])`}
    )`;
};

/** A project for which something comes, and the first day on which it does. */
interface ComingProject {
  readonly project: string;
  readonly first: IsoDate;
  readonly projects: number; // of all pages together
}

/** Which projects: those for which something comes within `days`, behind the last of the page before. */
interface ComingPage {
  readonly days: readonly [IsoDate, IsoDate];
  readonly after: readonly [day: string, project: string] | null;
  readonly limit: number;
}

/** How much comes on each day on which anything does, and a page of the projects for which it comes, the earliest first. */
export const comingAhead = async (
  pool: Pool,
  question: ComingQuestion,
  { days: [begin, end], after, limit }: ComingPage,
): Promise<{ readonly perDay: readonly ComingDay[]; readonly projects: readonly ComingProject[] }> => {
  const collected = values();
  const { value } = collected;
  const coming = await comingSql(pool, question, collected);
  const { rows: perDay } = await pool.query<ComingDay>(
    `${coming} select "on", ${COUNTS} from seen group by "on" order by "on"`,
    collected.list,
  );
  const within = `"on" between ${value(begin)}::date and ${value(end)}::date`;
  const later = after === null ? 'true' : `(first, project) > (${value(after[0])}::date, ${value(after[1])})`;
  const { rows: projects } = await pool.query<ComingProject>(
    `${coming}, projects as (select project, min("on") as first from seen where ${within} group by project)
    select project, first, (select count(*)::integer from projects) as projects from projects
    where ${later} order by first, project limit ${limit}`,
    collected.list,
  );
  return { perDay, projects };
};
