import type { Pool, PoolClient } from 'pg';
import { addDays, PHASES, weekdayOf, type IsoDate } from '#domain';
import { values } from '../lists/list-filter.ts';
import { isOpen, rowsSql } from '../lists/list-question.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import type { RowsAsked } from './count-bins.ts';

/** A week, Monday to Sunday, of what lay ahead of a day: clocks that fall due, and projects that turn red, if nothing more happens. */
export interface WeekAhead {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly dues: number;
  readonly reds: number;
}

const A_WEEK = 7;

/** The weeks from the day asked for on; the first begins with that day itself. */
export const weeksAhead = async (
  on: Pool | PoolClient,
  { asOf, scope, where }: RowsAsked,
  weeks: number,
): Promise<readonly WeekAhead[]> => {
  const collected = values();
  const { value } = collected;
  const { known, span, rest, day } = rowsSql({ asOf, scope }, await isOpen(on, asOf), where, collected);
  const monday = addDays(asOf.day, 1 - weekdayOf(asOf.day));
  const days = Array.from({ length: weeks * A_WEEK }, (_, ahead) => addDays(monday, ahead)).filter(
    (one) => one >= asOf.day,
  );
  const [first, last] = [`${value(monday)}::date`, `${value(days.at(-1))}::date`];
  const held = `from ${PROJECT_TABLE} where ${known} and ${span} and ${rest} and phase = any(${value(PHASES)}::text[])`;
  const { rows } = await on.query<{ week: number; dues: number; reds: number }>(
    `select week, count(*) filter (where what = 'due')::integer as dues, count(*) filter (where what = 'red')::integer as reds from (
       select (due - ${first}) / ${A_WEEK} as week, 'due' as what
         from (select dues ${held} and dues <> '{}' and dues && ${value(days)}::date[]) as project
         cross join unnest(dues) as due where due between ${day} and ${last}
       union all
       select (red_from - ${first}) / ${A_WEEK}, 'red' ${held} and red_from > ${day} and red_from <= ${last}
     ) as ahead group by week`,
    collected.list,
  );
  return Array.from({ length: weeks }, (_, week): WeekAhead => {
    const { dues = 0, reds = 0 } = rows.find((row) => row.week === week) ?? {};
    const from = addDays(monday, week * A_WEEK);
    return { from: from < asOf.day ? asOf.day : from, to: addDays(from, A_WEEK - 1), dues, reds };
  });
};
