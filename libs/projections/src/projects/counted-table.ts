import { COUNTED_COLUMNS } from './counted-row.ts';
import { LATEST } from './span-writes.ts';

export const COUNTED_TABLE = 'counted_span';

/**
 * Projects as figures count them, in three heaps: what holds today, what is known of days before, and what was once thought. A figure of
 * today passes over one row a project, one of a past day over what is known now, one as known then over all; rows move where they belong as they are closed.
 */
export const createCounted = (table: string): string => `create table ${table} (
  from_pos bigint not null, to_pos bigint not null default ${LATEST}, from_day date not null, to_day date not null, project_id text not null,
  ${Object.entries(COUNTED_COLUMNS)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')}) partition by list (to_pos);
  create table ${table}_known partition of ${table} for values in (${LATEST}) partition by list (to_day);
  create table ${table}_today partition of ${table}_known for values in ('infinity');
  create table ${table}_past partition of ${table}_known default;
  create table ${table}_ceased partition of ${table} default`;

/** By project: for closing, and for whoever asks how one was held. By code, as figures are opened: a page is then its own rows and not a sort of them all. */
export const countedIndexes = (table: string): readonly string[] => [
  `create index ${table}_project on ${table} (project_id, from_day)`,
  `create index ${table}_code on ${table}_known (code, project_id)`,
];
