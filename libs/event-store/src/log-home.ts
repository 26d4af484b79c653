import type { Pool } from 'pg';

/** Where an installation keeps its log. What stands in the database beside it is folded from that log and no other. */
export type LogKind = 'postgres' | 'kurrentdb';

export const logHomeMigration = {
  id: 'event-store-5-log-home',
  sql: `create table log_home (one boolean primary key default true check (one), kind text not null)`,
} as const;

/** Where the log is kept: as `wanted` where this is a new installation. A database that holds facts keeps its log itself. */
export const logHome = async (pool: Pool, wanted: LogKind): Promise<LogKind> => {
  await pool.query(
    `insert into log_home (kind) select case when exists (select from event) then 'postgres' else $1 end on conflict do nothing`,
    [wanted],
  );
  const { rows } = await pool.query<{ kind: LogKind }>('select kind from log_home');
  return rows[0]!.kind;
};
