import { LATEST } from './span-writes.ts';

/** Where rows of both times lie: what holds today, what is known of days before, and what was once thought. */
export const HEAPS = ['today', 'past', 'ceased'] as const;

/**
 * A table of both times in three heaps. A question of today passes over one row a project, one of a past day over what is known now, one as
 * known then over all; rows move where they belong as they are closed. The heap of today is small and changes
 * much: it is vacuumed early, so that its indexes answer alone.
 */
export const inHeaps = (
  table: string,
  columns: string,
): string => `create table ${table} (${columns}) partition by list (to_pos);
  create table ${table}_known partition of ${table} for values in (${LATEST}) partition by list (to_day);
  create table ${table}_today partition of ${table}_known for values in ('infinity') with (autovacuum_vacuum_scale_factor = 0.05);
  create table ${table}_past partition of ${table}_known default;
  create table ${table}_ceased partition of ${table} default`;
