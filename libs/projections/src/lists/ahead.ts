import type { Pool } from 'pg';
import { addDays, PHASES, type IsoDate } from '#domain';
import type { Values } from './list-filter.ts';
import { isOpen } from './list-question.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { LATEST } from '../projects/span-writes.ts';

/** A row of today turns red on the first red day of its clocks; a later one (cut by a policy that will be in force) also on its own first day, where the row before it does not end red. */
const turnsRed = (
  today: string,
  until: string,
): string => `case when s.from_day <= ${today} then s.red_from between ${today} and ${until}
  else greatest(s.red_from, s.from_day) <= ${until} and (s.red_from > s.from_day
    or not exists (select from ${PROJECT_TABLE} b where b.project_id = s.project_id and b.to_pos = ${LATEST} and b.to_day = s.from_day and b.red_from < b.to_day)) end`;

/**
 * SQL of what lies on the days [today, until] if nothing more happens: a row (`project`, `"on"`, `what`) for each due day of a running clock ('due') and
 * each day on which a project turns red ('red'; one that is red already does not). From indexes over those days: nothing is folded, and projects with nothing ahead cost nothing.
 */
export const aheadSql = async (pool: Pool, today: IsoDate, until: IsoDate, { value }: Values): Promise<string> => {
  const open = await isOpen(pool, { day: today, position: null });
  const [first, last] = [`${value(today)}::date`, `${value(until)}::date`];
  const days: IsoDate[] = [];
  for (let day = today; day <= until; day = addDays(day, 1)) days.push(day);
  const held = `to_pos = ${LATEST} and ${open ? `to_day = 'infinity'` : `to_day > ${first} and from_day <= ${last}`}`;
  const red = open
    ? `phase = any(${value(PHASES)}::text[]) and coalesce(red_from, 'infinity'::date) between ${first} and ${last}`
    : `red_from < to_day and ${turnsRed(first, last)}`;
  return `select project_id as project, d.due as "on", 'due' as what from ${PROJECT_TABLE} cross join unnest(dues) as d (due)
      where ${held} and dues <> '{}' and dues && ${value(days)}::date[] and d.due between ${first} and ${last} and d.due < to_day
    union all select project_id, greatest(red_from, from_day), 'red' from ${PROJECT_TABLE} s where ${held} and ${red}`;
};
