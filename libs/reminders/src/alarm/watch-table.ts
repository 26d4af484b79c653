import type { Pool } from 'pg';
import type { Migration } from '#database';

export const watchMigrations: readonly Migration[] = [
  {
    id: 'worker-2-watch',
    sql: `create table reminder_watch (name text primary key, at timestamptz not null, detail text)`,
  },
];

/** What was noted last of a kind of watch: when, and what it found. */
export interface Noted {
  readonly at: string; // instant
  readonly detail: string | null;
}

export const noteWatch = async (
  pool: Pool,
  name: 'canary' | 'audit',
  at: Date,
  detail: string | null,
): Promise<void> => {
  await pool.query(
    'insert into reminder_watch (name, at, detail) values ($1, $2, $3) on conflict (name) do update set at = excluded.at, detail = excluded.detail',
    [name, at, detail],
  );
};

export const lastNoted = async (pool: Pool, name: 'canary' | 'audit'): Promise<Noted | null> => {
  const { rows } = await pool.query<Noted>('select at, detail from reminder_watch where name = $1', [name]);
  return rows[0] === undefined ? null : { at: new Date(rows[0].at).toISOString(), detail: rows[0].detail };
};

/** How many notices should have gone out before an instant and have no outcome. */
export const notSentBefore = async (pool: Pool, instant: Date): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::integer as n from reminder_due where send_at < $1',
    [instant],
  );
  return rows[0]!.n;
};
