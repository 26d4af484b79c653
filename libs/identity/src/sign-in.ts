import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { SignIn } from './commands.ts';
import { remember } from './events.ts';
import { isPassword } from './passwords.ts';
import { refuse } from './rejections.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { inTransaction } from '#database';

export const ATTEMPTS = 5;
export const LOCKED_MINUTES = 15;
export const SESSION_HOURS = 24; // ends after this in any case …
export const IDLE_HOURS = 8; // … and after this without a request

const minutesLater = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/**
 * Counts the attempt before the password is looked at, so guesses sent at once are counted too. Names without an account are counted and
 * locked alike: a lock does not tell that an account exists.
 */
const countAttempt = async (pool: Pool, user: string, now: Date): Promise<{ failures: number; locked: boolean }> => {
  await pool.query('delete from sign_in_failure where last_at < $1', [minutesLater(now, -24 * 60)]);
  const { rows } = await pool.query<{ failures: number; locked_until: string | null }>(
    `insert into sign_in_failure as f (user_name, failures, last_at) values (lower($1), 1, $2)
     on conflict (user_name) do update set
       failures = case when f.locked_until > $2 then f.failures when f.locked_until <= $2 then 1 else f.failures + 1 end,
       locked_until = case when f.locked_until > $2 then f.locked_until when f.locked_until is null and f.failures >= $3 then $4 end,
       last_at = $2
     returning failures, locked_until`,
    [user, now, ATTEMPTS, minutesLater(now, LOCKED_MINUTES)],
  );
  const { failures, locked_until } = rows[0]!;
  return { failures, locked: locked_until !== null };
};

const lock = (pool: Pool, user: string, account: string | null, failures: number, now: Date): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const until = minutesLater(now, LOCKED_MINUTES);
    await tx.query('update sign_in_failure set locked_until = $2 where user_name = lower($1)', [user, until]);
    if (account !== null)
      await remember(
        tx,
        { user: 'system', unit: null },
        [{ type: 'AccountLocked', data: { account, failures, until: until.toISOString() } }],
        now,
      );
  });

export interface SignedIn {
  readonly secret: string;
  readonly expiresAt: Date;
  readonly mustChangePassword: boolean;
}

/** A session for the right name and password. Throws 'sign-in-refused' or 'account-locked'; disabled accounts get the former. */
export const signIn = async (
  pool: Pool,
  { user, password }: Pick<SignIn, 'user' | 'password'>,
  address: string | null,
  now: Date,
): Promise<SignedIn> => {
  const attempt = await countAttempt(pool, user, now);
  if (attempt.locked) refuse('account-locked');
  const { rows } = await pool.query<{
    id: string;
    user_name: string;
    unit: string | null;
    password_hash: string;
    disabled: boolean;
    must_change_password: boolean;
  }>(
    'select id, user_name, unit, password_hash, disabled, must_change_password from account where lower(user_name) = lower($1)',
    [user],
  );
  const found = rows[0];
  const right = await isPassword(found?.password_hash ?? null, password);
  if (found === undefined || !right || found.disabled) {
    if (attempt.failures === ATTEMPTS) await lock(pool, user, found?.id ?? null, attempt.failures, now);
    return refuse('sign-in-refused');
  }
  const secret = newSecret();
  const expiresAt = minutesLater(now, SESSION_HOURS * 60);
  await inTransaction(pool, async (tx) => {
    await tx.query('delete from sign_in_failure where user_name = lower($1)', [user]);
    await tx.query('delete from session where expires_at < $1 or seen_at < $2', [
      now,
      minutesLater(now, -IDLE_HOURS * 60),
    ]);
    await tx.query(
      'insert into session (id, secret_hash, account, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)',
      [randomUUID(), hashSecret(secret), found.id, now, expiresAt],
    );
    await remember(
      tx,
      { user: found.user_name, unit: found.unit },
      [{ type: 'SignedIn', data: { account: found.id, failuresBefore: attempt.failures - 1, address } }],
      now,
    );
  });
  return { secret, expiresAt, mustChangePassword: found.must_change_password };
};

export const signOut = async (pool: Pool, secret: string): Promise<void> => {
  await pool.query('delete from session where secret_hash = $1', [hashSecret(secret)]);
};
