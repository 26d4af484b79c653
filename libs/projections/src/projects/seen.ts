import type { KnownProject } from '#domain';
import type { Values } from '../lists/list-filter.ts';
import { PROJECT_TABLE } from './project-streams.ts';
import { LATEST } from './project-table.ts';

/**
 * Whose projects somebody may see: all, or those that these units hold (codes and names, as facts write them) and those whose responsible leader
 * or steward this person is, by id. It is asked of today's project, also where the past is shown (features.md, P4). The only place that says so.
 */
export type Scope =
  { readonly all: true } | { readonly all: false; readonly units: readonly string[]; readonly person?: string | null };

/** Whether a folded project lies within the scope. */
export const sees = (scope: Scope, { owner: { unit, leader, steward } }: Pick<KnownProject, 'owner'>): boolean => {
  if (scope.all || (unit !== null && scope.units.includes(unit))) return true;
  const person = scope.person ?? null;
  return person !== null && (leader?.id === person || steward?.id === person);
};

/** The same of a row of the project model as it stands today; `row`: what the statement calls it. */
export const seenSql = (scope: Scope, { value }: Values, row: string): string => {
  if (scope.all) return 'true';
  const person = value(scope.person ?? null);
  return `(${row}.unit = any(${value(scope.units)}::text[]) or ${row}.leader_id = ${person}::text or ${row}.steward_id = ${person}::text)`;
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
