import type { Pool } from 'pg';
import { OUTREACH } from '#domain';
import { conditionSql, type Condition, type Values } from '../lists/list-filter.ts';
import type { AsOf } from '../lists/list-question.ts';
import { COUNTED_COLUMNS } from '../projects/counted-row.ts';
import type { Scope } from '../projects/seen.ts';

/** What a row of outreach has of the columns of a counted project; it has none of the others. */
const OWN: Readonly<Partial<Record<keyof typeof COUNTED_COLUMNS, string>>> = {
  code: `''`,
  unit: 'm.unit',
  registered_on: 'day::date',
};
const COLUMNS = Object.entries(COUNTED_COLUMNS)
  .map(([name, type]) => `(${OWN[name as keyof typeof COUNTED_COLUMNS] ?? 'null'})::${type} as ${name}`)
  .join(', ');

/** Outreach as figures count it, a row each day of a trip and a row each of all else, in the columns of projects; `kind` tells them apart. Voided ones are none, from the void on for whoever knows of it. */
export const outreachSql = (
  { asOf, scope, where }: { readonly asOf: AsOf; readonly scope: Scope; readonly where: readonly Condition[] },
  { day, position }: { readonly day: string; readonly position: string | null },
  collected: Values,
): string => {
  const stands =
    position === null
      ? `m.state <> 'voided'`
      : `m.since <= ${position} and not (m.state = 'voided' and m.position <= ${position})`;
  const seen = scope.all ? '' : ` and m.unit = any(${collected.value(scope.units)}::text[])`;
  const narrowed = where.map((condition) => conditionSql(condition, asOf.day, day, collected));
  return `(select * from (
      select m.id as project_id, m.level as kind, m.title, ${COLUMNS}
      from matter m cross join lateral generate_series(m.opened_on::timestamp, m.opened_on + coalesce((m.known ->> 'days')::integer, 1) - 1, interval '1 day') as day
      where m.kind = '${OUTREACH.name}' and ${stands}${seen}
    ) as told where ${[`registered_on <= ${day}`, ...narrowed].join(' and ')})`;
};

/** On what answers about outreach stand: another where some was recorded or voided. */
export const outreachStanding = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ told: string | null }>(
    `select max(position)::text as told from matter where kind = '${OUTREACH.name}'`,
  );
  return rows[0]?.told ?? '';
};
