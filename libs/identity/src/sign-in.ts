import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { SignIn } from './commands.ts';
import { remember } from './events.ts';
import { isPassword } from './passwords.ts';
import { countFailure, failuresOf, forgetFailures, FREE_ATTEMPTS } from './attempts.ts';
import { refuse, SlowedDown } from './rejections.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { inTransaction } from '#database';

const SESSION_HOURS = 24; // ends after this in any case …
export const IDLE_HOURS = 8; // … and after this without a request

const minutesLater = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

export interface SignedIn {
  readonly secret: string;
  readonly expiresAt: Date;
  readonly mustChangePassword: boolean;
}

interface Known {
  readonly id: string;
  readonly user_name: string;
  readonly unit: string | null;
  readonly password_hash: string;
  readonly disabled: boolean;
  readonly must_change_password: boolean;
}

/** The account of this name and password, or a refusal; what failed is counted, and once it begins to slow its sender down the log says so. */
const verified = async (
  pool: Pool,
  { user, password }: Pick<SignIn, 'user' | 'password'>,
  address: string,
  now: Date,
): Promise<{ readonly found: Known; readonly failures: number }> => {
  const { failures, waitSeconds } = await failuresOf(pool, user, address, now);
  if (waitSeconds > 0) throw new SlowedDown(waitSeconds);
  const { rows } = await pool.query<Known>(
    'select id, user_name, unit, password_hash, disabled, must_change_password from account where lower(user_name) = lower($1)',
    [user],
  );
  const [found] = rows;
  const right = await isPassword(found?.password_hash ?? null, password);
  if (found !== undefined && right && !found.disabled) return { found, failures };
  const failed = await countFailure(pool, user, address, now);
  if (failed === FREE_ATTEMPTS && found !== undefined)
    await inTransaction(pool, (tx) =>
      remember(
        tx,
        { user: 'system', unit: null },
        [{ type: 'SignInSlowed', data: { account: found.id, failures: failed, address } }],
        now,
      ),
    );
  return refuse('sign-in-refused');
};

const MOST_WAITING = 200; // some seconds of hashing: beyond that it is a flood, and an honest “later” is better than a timeout
const turns = new Map<string, Promise<unknown>>();

/** Guesses of one name from one address wait for each other, so that guesses sent at once are counted like guesses sent in turn. */
const inTurn = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
  if (turns.size >= MOST_WAITING && !turns.has(key)) throw new SlowedDown(5);
  const before = turns.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const ended = mine.catch(() => undefined);
  turns.set(key, ended);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === ended) turns.delete(key);
  }
};

/** A session for the right name and password. Throws 'sign-in-refused' or SlowedDown; disabled accounts get the former. */
export const signIn = async (
  pool: Pool,
  command: Pick<SignIn, 'user' | 'password'>,
  from: string | null,
  now: Date,
): Promise<SignedIn> => {
  const address = from ?? '';
  const { found, failures } = await inTurn(`${command.user.toLowerCase()} ${address}`, () =>
    verified(pool, command, address, now),
  );
  const secret = newSecret();
  const expiresAt = minutesLater(now, SESSION_HOURS * 60);
  await inTransaction(pool, async (tx) => {
    await forgetFailures(tx, command.user, address);
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
      [{ type: 'SignedIn', data: { account: found.id, failuresBefore: failures, address: from } }],
      now,
    );
  });
  return { secret, expiresAt, mustChangePassword: found.must_change_password };
};

export const signOut = async (pool: Pool, secret: string): Promise<void> => {
  await pool.query('delete from session where secret_hash = $1', [hashSecret(secret)]);
};
