import type { Pool, PoolClient } from 'pg';

/** How often a name may be tried from one address before each further try has to wait. */
export const FREE_ATTEMPTS = 4;
const FIRST_WAIT_SECONDS = 1;
const LONGEST_WAIT_SECONDS = 300;
const REMEMBERED_HOURS = 24;

/** Seconds to wait after so many failures of one name from one address: none at first, then 1, 2, 4 … up to five minutes. */
const waitAfter = (failures: number): number =>
  failures < FREE_ATTEMPTS ? 0 : Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failures - FREE_ATTEMPTS));

/**
 * Failed sign-ins slow down who fails, never who is tried for: they are counted by name and address, so that nobody can shut another out, and a
 * name without an account is slowed alike. Counted is what failed; what is right is never in the way of what is right.
 */
export const failuresOf = async (
  pool: Pool,
  user: string,
  address: string,
  now: Date,
): Promise<{ readonly failures: number; readonly waitSeconds: number }> => {
  const { rows } = await pool.query<{ failures: number; last_at: Date | string }>(
    'select failures, last_at from sign_in_attempt where user_name = lower($1) and address = $2',
    [user, address],
  );
  const [row] = rows;
  if (row === undefined) return { failures: 0, waitSeconds: 0 };
  const over = new Date(row.last_at).getTime() + waitAfter(row.failures) * 1000;
  return { failures: row.failures, waitSeconds: Math.max(0, Math.ceil((over - now.getTime()) / 1000)) };
};

/** Counts one more failure; answers how many there are now. */
export const countFailure = async (pool: Pool, user: string, address: string, now: Date): Promise<number> => {
  await pool.query('delete from sign_in_attempt where last_at < $1', [
    new Date(now.getTime() - REMEMBERED_HOURS * 3_600_000),
  ]);
  const { rows } = await pool.query<{ failures: number }>(
    `insert into sign_in_attempt as known (user_name, address, failures, last_at) values (lower($1), $2, 1, $3)
     on conflict (user_name, address) do update set failures = known.failures + 1, last_at = $3 returning failures`,
    [user, address, now],
  );
  return rows[0]!.failures;
};

/** Forgets the failures of a name: of one address after a right password, of all after a new one. */
export const forgetFailures = async (tx: Pool | PoolClient, user: string, address: string | null): Promise<void> => {
  await tx.query('delete from sign_in_attempt where user_name = lower($1) and ($2::text is null or address = $2)', [
    user,
    address,
  ]);
};
