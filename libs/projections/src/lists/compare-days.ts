import type { Pool } from 'pg';
import type { IsoDate } from '#domain';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { seenTodaySql, type Scope } from '../projects/seen.ts';
import { colourOn } from './colour-on.ts';
import { conditionSql, values, type Condition } from './list-filter.ts';
import { inCells, questionSql, type AsOf } from './list-question.ts';

/** A list on two business days, both as known at one position (null: everything known so far). */
interface DaysCompared {
  readonly conditions: readonly Condition[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly position: bigint | null;
  readonly scope: Scope;
  readonly limit: number | null; // of each kind; null: all
}

/** A project that left. `on`: the day of the facts by which it did; null where time alone took it off. `phase`: where it then stood. */
interface Leaver {
  readonly id: string;
  readonly on: IsoDate | null;
  readonly phase: string;
}

/** Ids by code: who came, who left, and who stayed with another row or another colour. The counts are whole, whatever the limit. */
export interface DaysDiffer {
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly stayed: readonly string[];
  readonly counts: Readonly<Record<'entered' | 'left' | 'stayed', number>>;
}

type Kind = keyof DaysDiffer['counts'];

/**
 * One pass over the rows that hold on either day. A row that is on the list on both, in one colour, is passed over at once; what is
 * left tells the days apart: of a project one row, on one of the days or on both in another colour, or one of each day. Throws UnknownField.
 */
export const compareDays = async (
  pool: Pool,
  { conditions, from, to, position, scope, limit }: DaysCompared,
): Promise<DaysDiffer> => {
  const collected = values();
  const on = (asOf: AsOf): { readonly known: string; readonly listed: string; readonly colour: string } => {
    const { known, span, rest, day } = questionSql({ asOf, scope: { all: true } }, false, conditions, collected);
    return { known, listed: `(${span} and ${rest})`, colour: `(${colourOn(day)})` };
  };
  const a = on({ day: from, position });
  const b = on({ day: to, position: null }); // what is known is asked once
  const { rows } = await pool.query<{ kind: Kind; count: string; ids: string[] }>(
    `with one as materialized (
       select project_id as id, coalesce(max(code) filter (where side <> 2), max(code)) as code, (array['left', 'entered', 'stayed'])[sum(side)] as kind
       from (select project_id, code, case when ${a.listed} then 1 else 0 end + case when ${b.listed} then 2 else 0 end as side from ${PROJECT_TABLE}
         where ${a.known} and ${inCells([from, to], position, collected)} and ${seenTodaySql(scope, collected, 'project_id')} and (${a.listed} or ${b.listed})
           and (${a.listed} and ${b.listed} and ${a.colour} is not distinct from ${b.colour}) is not true) as listed
       group by project_id)
     select kind, count(*) as count, array(select id from one as shown where shown.kind = one.kind order by code, id limit ${collected.value(limit)}::bigint) as ids
     from one group by kind`,
    collected.list,
  );
  const idsOf = (kind: Kind): readonly string[] => rows.find((row) => row.kind === kind)?.ids ?? [];
  const countOf = (kind: Kind): number => Number(rows.find((row) => row.kind === kind)?.count ?? 0);
  return {
    entered: idsOf('entered'),
    left: idsOf('left'),
    stayed: idsOf('stayed'),
    counts: { entered: countOf('entered'), left: countOf('left'), stayed: countOf('stayed') },
  };
};

interface Stay {
  readonly id: string;
  readonly from: IsoDate;
  readonly phase: string;
  readonly listed: boolean;
}

/** Of a project's rows from one day to the other, in order: where the last that was on the list ended. */
const leaver = (id: string, rows: readonly Stay[]): Leaver => {
  const last = rows.findLastIndex(({ listed }) => listed);
  const after = last === -1 ? undefined : rows[last + 1];
  return { id, on: after?.from ?? null, phase: rows.at(-1)!.phase };
};

/** When and where those who left went, of projects that the asker sees. The conditions are looked at as of the later day, so that what time alone decides blames no fact. */
export const leaversOf = async (
  pool: Pool,
  { conditions, from, to, position }: Omit<DaysCompared, 'scope' | 'limit'>,
  ids: readonly string[],
): Promise<readonly Leaver[]> => {
  if (ids.length === 0) return [];
  const collected = values();
  const { known, day } = questionSql({ asOf: { day: to, position }, scope: { all: true } }, false, [], collected);
  const listed = conditions.map((condition) => conditionSql(condition, to, day, collected)).join(' and ') || 'true';
  const { rows } = await pool.query<Stay>(
    `select project_id as id, from_day::text as "from", phase, coalesce(${listed}, false) as listed from ${PROJECT_TABLE}
     where project_id = any(${collected.value(ids)}::text[]) and ${known}
       and from_day <= ${day} and to_day > ${collected.value(from)}::date
     order by project_id, from_day`,
    collected.list,
  );
  const stays = new Map<string, Stay[]>();
  for (const row of rows) stays.set(row.id, [...(stays.get(row.id) ?? []), row]);
  return ids.flatMap((id) => (stays.has(id) ? [leaver(id, stays.get(id)!)] : []));
};
