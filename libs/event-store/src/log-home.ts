import type { Pool, PoolClient } from 'pg';

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

/** From the end of this transaction on the log is kept there. `remember` writes into it what must be told of the move. */
export const moveHome = async <Tx extends Pick<PoolClient, 'query'>>(
  tx: Tx,
  kind: LogKind,
  remember: (tx: Tx) => Promise<void>,
): Promise<void> => {
  await tx.query('begin');
  await tx.query('update log_home set kind = $1', [kind]);
  await remember(tx);
  await tx.query('commit');
};
