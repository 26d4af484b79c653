import type { Pool } from 'pg';
import type { Migration } from '#database';

/** How far each receiver of facts has been told, and what keeps it from more. The row goes with its channel. */
export const factHookMigrations: readonly Migration[] = [
  {
    id: 'channels-1-fact-hook',
    sql: `create table fact_hook (
      channel      text primary key references channel on delete cascade,
      position     bigint not null,
      attempts     integer not null default 0,
      failed_since timestamptz,
      next_at      timestamptz,
      code         text
    )`,
  },
];

/** Of the fact that comes next: how often it could not be handed over, since when, and why. */
export interface Undelivered {
  readonly since: string; // instant
  readonly attempts: number;
  readonly code: string;
}

interface FactHook {
  readonly position: bigint; // all up to here was handed over, or not wanted
  readonly nextAt: Date | null; // not before, where an attempt failed
  readonly undelivered: Undelivered | null;
}

interface Row {
  readonly position: string;
  readonly attempts: number;
  readonly failed_since: string | null;
  readonly next_at: string | null;
  readonly code: string | null;
}

const hookOf = ({ position, attempts, failed_since: since, next_at: nextAt, code }: Row): FactHook => ({
  position: BigInt(position),
  nextAt: nextAt === null ? null : new Date(nextAt),
  undelivered: since === null ? null : { since: new Date(since).toISOString(), attempts, code: code ?? '' },
});

/** A receiver is told what is recorded after `head`, if it is new. */
export const beginHook = async (pool: Pool, channel: string, head: bigint): Promise<void> => {
  await pool.query('insert into fact_hook (channel, position) values ($1, $2) on conflict do nothing', [
    channel,
    String(head),
  ]);
};
export const endHook = async (pool: Pool, channel: string): Promise<void> => {
  await pool.query('delete from fact_hook where channel = $1', [channel]);
};

/** Null where the channel is told no facts. */
export const factHook = async (pool: Pool, channel: string): Promise<FactHook | null> => {
  const { rows } = await pool.query<Row>('select * from fact_hook where channel = $1', [channel]);
  return rows[0] === undefined ? null : hookOf(rows[0]);
};

/** Never back: of two who hand over at once the one that is ahead counts. */
export const handedOverTo = async (pool: Pool, channel: string, position: bigint): Promise<void> => {
  await pool.query(
    `update fact_hook set position = $2, attempts = 0, failed_since = null, next_at = null, code = null where channel = $1 and position < $2`,
    [channel, String(position)],
  );
};

/** Answers how often the fact after this position has failed now. */
export const notHandedOver = async (
  pool: Pool,
  channel: string,
  position: bigint,
  now: Date,
  code: string,
): Promise<number> => {
  const { rows } = await pool.query<{ attempts: number }>(
    `update fact_hook set attempts = attempts + 1, failed_since = coalesce(failed_since, $3), code = $4
     where channel = $1 and position = $2 returning attempts`,
    [channel, String(position), now, code],
  );
  return rows[0]?.attempts ?? 1;
};
export const tryAgainAt = async (pool: Pool, channel: string, at: Date): Promise<void> => {
  await pool.query('update fact_hook set next_at = $2 where channel = $1 and failed_since is not null', [channel, at]);
};
