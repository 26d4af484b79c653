import type { Pool } from 'pg';
import type { IsoDate } from '#domain';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import type { Scope } from '../projects/seen.ts';
import { colourOn } from './colour-on.ts';
import { conditionSql, values, type Condition } from './list-filter.ts';
import { questionSql, rowsSql } from './list-question.ts';

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

/** One pass over the rows of each day. Throws UnknownField. */
export const compareDays = async (
  pool: Pool,
  { conditions, from, to, position, scope, limit }: DaysCompared,
): Promise<DaysDiffer> => {
  const collected = values();
  const listed = (day: IsoDate): string => {
    const sql = rowsSql({ asOf: { day, position }, scope }, false, conditions, collected);
    return `(select project_id, code, from_day, (${colourOn(sql.day)}) as colour from ${PROJECT_TABLE}
      where ${sql.known} and ${sql.span} and ${sql.rest})`;
  };
  const { rows } = await pool.query<{ kind: Kind; count: string; ids: string[] }>(
    `select kind, count(*) as count, array_agg(id order by code, id) filter (where at <= ${collected.value(limit ?? 2_000_000_000)}::integer) as ids
     from (select *, row_number() over (partition by kind order by code, id) as at from (
       select project_id as id, coalesce(a.code, b.code) as code,
         case when b.code is null then 'left' when a.code is null then 'entered' else 'stayed' end as kind
       from ${listed(from)} a full join ${listed(to)} b using (project_id)
       where a.code is null or b.code is null or a.from_day <> b.from_day or a.colour is distinct from b.colour
     ) as one) as numbered
     group by kind`,
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
