import { Inject, Injectable } from '@nestjs/common';
import { addDays, type IsoDate } from '#domain';
import type { Caller } from '#identity';
import { forward, holderIn, type Forward } from '#reminders';
import { HttpRefused } from '../http/refusals.ts';
import { PROJECT_STREAM } from '../projects/project-aggregate.ts';
import { SERVICES, type Services } from '../services.ts';
import type { ForwardQuery } from './bodies.ts';

interface Counts { readonly dues: number; readonly notices: number; readonly reds: number }
export interface Ahead {
  readonly from: IsoDate; readonly to: IsoDate; readonly counts: Counts & { readonly projects: number }; readonly perDay: readonly (Counts & { readonly on: IsoDate })[];
  readonly rows: readonly Forward[]; readonly next: string | null;
}

// Notices by the day on which they fall due, from the reminder ledger (a due day is counted where the ladder has a rung for it); days on which a project turns red, from the project model. Both by index. $1..$2: the days, $3..$5: the scope, $6: a unit with all below it.
const COMING = `with coming as (
    select project, on_day as on, rung from reminder_expected where on_day between $1 and $2 and subject = '${PROJECT_STREAM}' || project and plan <> 'withdraw'
    union all select project_id, red_from, 'red' from project_span where red_from between $1 and $2 and to_pos = 9223372036854775807 and to_day = 'infinity'
  ), seen as (
    select c.* from coming c join project_span p on p.project_id = c.project and p.to_pos = 9223372036854775807 and p.to_day = 'infinity'
    where p.ended_on is null and ($3 or p.unit = any($4::text[]) or ($5::text is not null and (p.leader = $5 or p.steward = $5))) and ($6::text[] is null or p.unit = any($6::text[]))
  )`;
const COUNTS = `count(*) filter (where rung = 'due')::integer as dues, count(*) filter (where rung <> 'red')::integer as notices, count(*) filter (where rung = 'red')::integer as reds`;
const PER_DAY = { name: 'luodi-forward-days', text: `${COMING} select "on", ${COUNTS} from seen group by "on" order by "on"` };
const PROJECTS = {
  name: 'luodi-forward-projects',
  text: `${COMING}, projects as (select project, min("on") as first from seen group by project)
    select project, first, (select count(*)::integer from projects) as projects from projects where $7::date is null or (first, project) > ($7, $8) order by first, project limit $9`,
};

const cursorOf = (text: string | undefined): readonly [string | null, string | null] => {
  if (text === undefined) return [null, null];
  const [, first, project] = /^(\d{4}-\d{2}-\d{2})\|(.+)$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (first === undefined || project === undefined) throw new HttpRefused('invalid-cursor', 'cursor');
  return [first, project];
};

/** Seven days from `week` on, as far as they lie in the time looked at. */
const within = (from: IsoDate, to: IsoDate, week: IsoDate): readonly [IsoDate, IsoDate] => {
  const last = addDays(week, 6);
  return [week > from ? week : from, last < to ? last : to];
};

/** Due days, notices and days of turning red that lie ahead (features.md, C8). Counts and order come from the read models; only the projects of the page are folded. */
@Injectable()
export class ForwardDesk {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  async look(caller: Caller, { days = '30', unit, week, cursor, limit = 100 }: ForwardQuery, today: IsoDate): Promise<Ahead> {
    const { pool, store, rules, organisation, visibleTo, unitNames, caughtUpReminders, caughtUpProjects } = this.services;
    const after = cursorOf(cursor);
    const to = addDays(today, Number(days));
    await Promise.all([caughtUpReminders(), caughtUpProjects()]);
    const [now, scope, { tree }, names] = await Promise.all([rules(), visibleTo(caller), organisation(), unitNames()]);
    const seen = [scope.all, scope.all ? [] : scope.units, scope.all ? null : scope.person, unit === undefined ? null : names.subtree(unit) ?? [unit]];
    const [{ rows: perDay }, { rows: projects }] = await Promise.all([
      pool.query<Counts & { on: IsoDate }>({ ...PER_DAY, values: [today, to, ...seen] }),
      pool.query<{ project: string; first: string; projects: number }>({ ...PROJECTS, values: [...(week === undefined ? [today, to] : within(today, to, week)), ...seen, ...after, limit + 1] }),
    ]);
    const page = projects.slice(0, limit);
    const last = page.at(-1);
    const holder = holderIn(tree);
    const rows = await Promise.all(page.map(async ({ project }) => forward(await store.readStream(PROJECT_STREAM + project), now, today, Number(days), holder)));
    const sum = (of: keyof Counts): number => perDay.reduce((total, one) => total + one[of], 0);
    return {
      from: today, to, counts: { projects: projects[0]?.projects ?? 0, dues: sum('dues'), notices: sum('notices'), reds: sum('reds') }, perDay,
      rows: rows.filter((row) => row !== null), next: projects.length > limit && last !== undefined ? Buffer.from(`${last.first}|${last.project}`).toString('base64url') : null,
    };
  }
}
