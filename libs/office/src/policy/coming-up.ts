import type { Pool } from 'pg';
import { addDays, projectStream, type IsoDate } from '#domain';
import { aheadSql, seenSql, values, type Scope, type Values } from '#projections';
import { AHEAD, forward, holderIn, type Forward } from '#reminders';
import { refused } from '../refusals.ts';
import type { Question } from '../ask.ts';
import type { ForwardQuery } from './bodies.ts';

interface Counts {
  readonly dues: number;
  readonly notices: number;
  readonly reds: number;
}
export interface Coming {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly counts: Counts & { readonly projects: number };
  readonly perDay: readonly (Counts & { readonly on: IsoDate })[];
  readonly rows: readonly Forward[];
  readonly next: string | null;
}

const COUNTS = ['due', 'notice', 'red']
  .map((what) => `count(*) filter (where what = '${what}')::integer as ${what}s`)
  .join(', ');

// Deadlines and days of turning red from the project model, notices by the day on which they fall due from the reminder ledger: all by index.
const comingSql = async (
  pool: Pool,
  today: IsoDate,
  to: IsoDate,
  scope: Scope,
  below: readonly string[] | null,
  collected: Values,
): Promise<string> => {
  const { value } = collected;
  const projects = await aheadSql(pool, today, to, collected);
  const seen = seenSql(scope, collected, 'p');
  return `with coming as (${projects}
      union all select project, on_day, 'notice' from reminder_expected where on_day between ${value(today)}::date and ${value(to)}::date and ${AHEAD}
    ), seen as (
      select c.* from coming c join project_span p on p.project_id = c.project and p.to_pos = 9223372036854775807 and p.to_day = 'infinity'
      where p.ended_on is null and ${seen} and ${below === null ? 'true' : `p.unit = any(${value(below)}::text[])`}
    )`;
};

const cursorOf = (text: string | undefined): readonly [string | null, string | null] => {
  if (text === undefined) return [null, null];
  const [, first, project] = /^(\d{4}-\d{2}-\d{2})\|(.+)$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (first === undefined || project === undefined) throw refused('invalid-cursor', 'cursor');
  return [first, project];
};

/** Seven days from `week` on, as far as they lie in the time looked at. */
const within = (from: IsoDate, to: IsoDate, week: IsoDate): readonly [IsoDate, IsoDate] => {
  const last = addDays(week, 6);
  return [week > from ? week : from, last < to ? last : to];
};

const encoded = ({ first, project }: { readonly first: string; readonly project: string }): string =>
  Buffer.from(`${first}|${project}`).toString('base64url');

/** Due days, notices and days of turning red that lie ahead. Counts and order come from the read models; only the projects of the page are folded. */
export const showComing: Question<ForwardQuery, Coming> = {
  upToDate: ['projects', 'reminders'],
  answer: async ({ office, scope }, { days = '30', unit, week, cursor, limit = 100 }) => {
    const { pool, store } = office;
    const today = office.today();
    const after = cursorOf(cursor);
    const to = addDays(today, Number(days));
    const [now, { tree }, names] = await Promise.all([
      office.rules(),
      office.organisation.current(),
      office.organisation.names(),
    ]);
    const collected = values();
    const below = unit === undefined ? null : (names.subtree(unit) ?? [unit]);
    const coming = await comingSql(pool, today, to, scope, below, collected);
    const { rows: perDay } = await pool.query<Counts & { on: IsoDate }>(
      `${coming} select "on", ${COUNTS} from seen group by "on" order by "on"`,
      collected.list,
    );
    const [first, id, begin, end] = [...after, ...(week === undefined ? [today, to] : within(today, to, week))].map(
      (value) => collected.value(value),
    );
    const { rows: projects } = await pool.query<{ project: string; first: string; projects: number }>(
      `${coming}, projects as (select project, min("on") as first from seen where "on" between ${begin}::date and ${end}::date group by project)
    select project, first, (select count(*)::integer from projects) as projects from projects
    where ${first}::date is null or (first, project) > (${first}, ${id}) order by first, project limit ${limit + 1}`,
      collected.list,
    );
    const page = projects.slice(0, limit);
    const last = page.at(-1);
    const holder = holderIn(tree);
    const rows = await Promise.all(
      page.map(async ({ project }) =>
        forward(await store.readStream(projectStream(project)), now, today, Number(days), holder),
      ),
    );
    const sum = (of: keyof Counts): number => perDay.reduce((total, one) => total + one[of], 0);
    return {
      from: today,
      to,
      counts: { projects: projects[0]?.projects ?? 0, dues: sum('dues'), notices: sum('notices'), reds: sum('reds') },
      perDay,
      rows: rows.filter((row) => row !== null),
      next: projects.length > limit && last !== undefined ? encoded(last) : null,
    };
  },
};
