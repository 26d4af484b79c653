import type { Pool } from 'pg';
import { PROJECT_TABLE } from './project-model.ts';
import { LATEST } from './project-table.ts';
import { BadCursor } from './list-page.ts';
import type { Scope } from './list-question.ts';

export interface MatterRow {
  readonly id: string; readonly kind: string; readonly number: string | null; readonly title: string; readonly project: { readonly id: string; readonly code: string | null; readonly name: string | null } | null;
  readonly unit: string | null; readonly people: readonly string[]; readonly state: string; readonly open: boolean; readonly due: string | null; readonly level: string | null; readonly openedOn: string;
  readonly version: number; readonly known: Readonly<Record<string, unknown>>;
}
export interface MatterQuestion {
  readonly kind: string; readonly scope: Scope & { readonly person?: string | null };
  readonly open?: boolean | undefined; readonly units?: readonly string[] | null; readonly project?: string | undefined; readonly state?: string | undefined; readonly level?: string | undefined; readonly id?: string | undefined;
  readonly limit: number; readonly after?: string | null;
}

const CURSOR = /^([tf])\|(\d{4}-\d{2}-\d{2}|infinity)\|([\w.-]{1,200})$/;

/** Matters that the scope lets see, open ones first, the earliest due first. A matter is seen by who sees its unit or its project, and by the people it names. */
export const listMatters = async (pool: Pool, { kind, scope, open, units = null, project, state, level, id, limit, after = null }: MatterQuestion): Promise<{ readonly rows: readonly MatterRow[]; readonly next: string | null }> => {
  const cursor = after === null ? null : CURSOR.exec(Buffer.from(after, 'base64url').toString());
  if (after !== null && cursor === null) throw new BadCursor();
  const all = 'all' in scope && scope.all;
  const { rows } = await pool.query<Omit<MatterRow, 'project'> & { projectId: string | null; code: string | null; name: string | null }>({
    name: 'luodi-matters',
    text: `select m.id, m.kind, m.number, m.title, m.unit, m.people, m.state, m.open, m.due, m.level, m.opened_on as "openedOn", m.version, m.known, m.project as "projectId", p.code, p.title as name
      from matter m left join ${PROJECT_TABLE} p on p.project_id = m.project and p.to_pos = ${LATEST} and p.to_day = 'infinity'
      where m.kind = $1 and ($2::text is null or m.id = $2) and ($3::boolean is null or m.open = $3) and ($4::text[] is null or m.unit = any($4) or p.unit = any($4))
        and ($5::text is null or m.project = $5) and ($6::text is null or m.state = $6) and ($14::text is null or m.level = $14)
        and ($7 or m.unit = any($8::text[]) or p.unit = any($8::text[]) or ($9::text is not null and ($9 = any(m.people) or p.leader = $9 or p.steward = $9)))
        and ($10::boolean is null or (not m.open, coalesce(m.due, 'infinity'::date), m.id) > ($10, $11::date, $12))
      order by (not m.open), coalesce(m.due, 'infinity'::date), m.id limit $13`,
    values: [kind, id ?? null, open ?? null, units, project ?? null, state ?? null, all, all || !('units' in scope) ? [] : scope.units, scope.person ?? null, cursor === null ? null : cursor[1] === 't', cursor?.[2] ?? null, cursor?.[3] ?? null, limit + 1, level ?? null],
  });
  const page = rows.slice(0, limit).map(({ projectId, code, name, ...row }): MatterRow => ({ ...row, project: projectId === null ? null : { id: projectId, code, name } }));
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last !== undefined ? Buffer.from(`${last.open ? 'f' : 't'}|${last.due ?? 'infinity'}|${last.id}`).toString('base64url') : null };
};
