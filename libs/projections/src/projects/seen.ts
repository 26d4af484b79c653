import type { Pool } from 'pg';
import type { KnownProject } from '#domain';
import { values, type Values } from '../lists/list-filter.ts';
import { PROJECT_TABLE } from './project-streams.ts';
import { LATEST } from './span-writes.ts';

/**
 * Whose projects somebody may see: all, or those that these units hold (codes and names, as facts write them) and those whose responsible leader
 * or steward this person is, by id. It is asked of today's project, also where the past is shown (libs/identity/README.md, "Whose projects an account sees"). The only place that says so.
 */
export type Scope =
  { readonly all: true } | { readonly all: false; readonly units: readonly string[]; readonly person?: string | null };

/** Whether a folded project is in the hands of the scope. */
export const holds = (scope: Scope, { owner: { unit, leader, steward } }: Pick<KnownProject, 'owner'>): boolean => {
  if (scope.all || (unit !== null && scope.units.includes(unit))) return true;
  const person = scope.person ?? null;
  return person !== null && (leader?.id === person || steward?.id === person);
};

/** Whether a folded project lies within the scope: held, or offered to one of its units, which must see what it is to accept. */
export const sees = (scope: Scope, project: Pick<KnownProject, 'owner' | 'transfer'>): boolean =>
  holds(scope, project) || isOffered(scope, project);
export const isOffered = (scope: Scope, { transfer }: Pick<KnownProject, 'transfer'>): boolean =>
  transfer !== null && (scope.all || scope.units.includes(transfer.toUnit));

/** The same of a row of the project model as it stands today; `row`: what the statement calls it. */
export const seenSql = (scope: Scope, { value }: Values, row: string): string => {
  if (scope.all) return 'true';
  const person = value(scope.person ?? null);
  const units = `any(${value(scope.units)}::text[])`;
  return `(${row}.unit = ${units} or ${row}.transfer_to = ${units} or ${row}.leader_id = ${person}::text or ${row}.steward_id = ${person}::text)`;
};

/** The same of any row, today's or not: `project` is the column that holds the project's id. */
export const seenTodaySql = (scope: Scope, values: Values, project: string): string =>
  scope.all
    ? 'true'
    : `${project} in (select today.project_id from ${PROJECT_TABLE} today
        where today.to_pos = ${LATEST} and today.to_day = 'infinity' and ${seenSql(scope, values, 'today')})`;

/** A matter is seen by who sees its unit or its project, and by the people whom it names. `matter` and `project`: what the statement calls their rows. */
export const matterSeenSql = (scope: Scope, values: Values, matter: string, project: string): string => {
  if (scope.all) return 'true';
  const { value } = values;
  return `(${matter}.unit = any(${value(scope.units)}::text[]) or ${value(scope.person ?? null)}::text = any(${matter}.people_ids) or ${seenSql(scope, values, project)})`;
};

/** Which of these projects the scope lets see; what does not exist is not among them. */
export const seenAmong = async (pool: Pool, scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const collected = values();
  const { rows } = await pool.query<{ id: string }>(
    `select today.project_id as id from ${PROJECT_TABLE} today where today.project_id = any(${collected.value(ids)}::text[])
       and today.to_pos = ${LATEST} and today.to_day = 'infinity' and ${seenSql(scope, collected, 'today')}`,
    collected.list,
  );
  return new Set(rows.map(({ id }) => id));
};
