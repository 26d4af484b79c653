import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Actor } from '#domain';
import type { ChangeAccount, CreateAccount } from './commands.ts';
import { changesOf, type Settings } from './account-changes.ts';
import { checkApart, checkKeeper, checkLast, checkReset, type Keeper } from './keepers.ts';
import { remember } from './events.ts';
import { instant } from './instants.ts';
import { checkPassword, hashPassword, isPassword, randomPassword } from './passwords.ts';
import { refuse, SlowedDown } from './rejections.ts';
import type { Role } from './roles.ts';
import { may, type Caller, type ScopeKind } from './scope.ts';
import { endTokens } from './tokens.ts';
import { countFailure, failuresOf, forgetFailures, FREE_ATTEMPTS } from './attempts.ts';
import { inTransaction } from '#database';

/** An account as administrators see it: nothing secret. */
export interface Account {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly unit: string | null;
  readonly roles: readonly Role[];
  readonly scope: ScopeKind;
  readonly units: readonly string[];
  readonly disabled: boolean;
  readonly locked: boolean;
  readonly mustChangePassword: boolean;
  readonly createdAt: string;
}

const COLUMNS = `id, user_name as "user", name, unit, roles, scope, scope_units as units, disabled, must_change_password as "mustChangePassword", created_at as "createdAt",
  exists (select 1 from sign_in_attempt f where f.user_name = lower(account.user_name) and f.failures >= ${FREE_ATTEMPTS} and f.last_at > $1::timestamptz - interval '5 minutes') as locked`;

const account = (row: Account): Account => ({ ...row, createdAt: instant(row.createdAt) });

export const listAccounts = async (pool: Pool, now: Date): Promise<readonly Account[]> =>
  (await pool.query<Account>(`select ${COLUMNS} from account order by user_name`, [now])).rows.map(account);

const find = async (tx: Pool | PoolClient, id: string, now: Date, lock = false): Promise<Account> => {
  const { rows } = await tx.query<Account>(
    `select ${COLUMNS} from account where id::text = $2 ${lock ? 'for update' : ''}`,
    [now, id],
  );
  return rows[0] === undefined ? refuse('account-unknown') : account(rows[0]);
};
export const accountById = (pool: Pool, id: string, now: Date): Promise<Account> => find(pool, id, now);

/** `later`: roles may be granted by somebody else afterwards. */
const checkScope = (
  { roles, scope, units = [], unit }: Pick<CreateAccount, 'roles' | 'scope' | 'units' | 'unit'>,
  later: boolean,
): void => {
  if (roles.length === 0 && !later) refuse('roles-missing', 'roles');
  checkApart(roles);
  if (scope === 'units' && units.length === 0) refuse('scope-units-missing', 'units');
  if ((scope === 'unit' || scope === 'unit-and-below') && unit === undefined) refuse('scope-unit-missing', 'unit');
};

// Latin or Chinese letters and plain digits: a Cyrillic or full-width letter that looks like one of them would be somebody else's login.
const LOGIN = /^[A-Za-z0-9\p{Script=Han}][A-Za-z0-9\p{Script=Han}._@-]{1,59}$/u;

/** Under these names the product itself records facts: nobody signs in as one of them. */
const OF_THE_MACHINE = ['system', 'luodi-cli', 'reminder-process'];

const UNIQUE_VIOLATION = '23505';

/** Makes an account. Without a password a random one is answered, shown this once. Either is changed at the first sign-in, for somebody else has seen it. */
export const createAccount = async (
  pool: Pool,
  command: CreateAccount,
  actor: Actor,
  now: Date,
  keeper?: Keeper, // the office itself, if left out
): Promise<{ readonly account: Account; readonly password: string | null }> => {
  const { user, name, unit = null, roles, scope, units = [] } = command;
  if (!LOGIN.test(user)) refuse('user-name-invalid', 'user');
  if (OF_THE_MACHINE.includes(user.toLowerCase())) refuse('user-name-taken', 'user');
  checkScope(command, keeper !== undefined && !may(keeper, 'grant-rights'));
  if (keeper !== undefined) checkKeeper(keeper, null, null, { name, unit, roles, scope, units, disabled: false });
  if (command.password !== undefined) checkPassword(command.password, user);
  const password = command.password ?? randomPassword();
  const isSeen = command.password === undefined || keeper !== undefined;
  const hashed = await hashPassword(password);
  const id = randomUUID();
  await inTransaction(pool, async (tx) => {
    try {
      await tx.query(
        `insert into account (id, user_name, name, unit, roles, scope, scope_units, password_hash, must_change_password, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, user, name, unit, [...new Set(roles)], scope, units, hashed, isSeen, now],
      );
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) refuse('user-name-taken', 'user');
      throw error;
    }
    await remember(
      tx,
      actor,
      [
        {
          type: 'AccountCreated',
          data: { account: id, user, name, unit, roles: [...new Set(roles)], scope: { kind: scope, units } },
        },
      ],
      now,
    );
  });
  return { account: await find(pool, id, now), password: command.password === undefined ? password : null };
};

/** Sets what an account is and may; each change is a fact of its own. Sessions and tokens act under the new roles at once. */
export const changeAccount = (
  pool: Pool,
  id: string,
  command: ChangeAccount,
  actor: Actor,
  now: Date,
  keeper?: Keeper,
): Promise<Account> =>
  inTransaction(pool, async (tx) => {
    await tx.query('lock table account in share row exclusive mode'); // two administrators demoting each other leave one
    const before = await find(tx, id, now, true);
    const { name, unit = null, scope, units = [], disabled = before.disabled } = command;
    const roles = [...new Set(command.roles)];
    const after: Settings = { name, unit, roles, scope, units, disabled };
    checkScope(command, before.roles.length === 0);
    if (keeper !== undefined) checkKeeper(keeper, id, before, after);
    await checkLast(tx, id, before, after);
    const facts = changesOf(id, before, after);
    if (facts.length === 0) return before;
    await tx.query(
      'update account set name = $2, unit = $3, roles = $4, scope = $5, scope_units = $6, disabled = $7 where id::text = $1',
      [id, name, unit, roles, scope, units, disabled],
    );
    if (disabled) await tx.query('delete from session where account::text = $1', [id]);
    await remember(tx, actor, [...facts, ...(disabled ? await endTokens(tx, id, now) : [])], now);
    return find(tx, id, now);
  });

const setPassword = (
  pool: Pool,
  id: string,
  hashed: string,
  by: 'self' | 'administrator',
  keepSession: string | null,
  actor: Actor,
  now: Date,
): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const { user } = await find(tx, id, now, true);
    await tx.query('update account set password_hash = $2, must_change_password = $3 where id::text = $1', [
      id,
      hashed,
      by === 'administrator',
    ]);
    await tx.query('delete from session where account::text = $1 and id::text is distinct from $2', [id, keepSession]); // whoever knew the old password is signed out
    await forgetFailures(tx, user, null);
    const ended = await endTokens(tx, id, now); // and so are the scripts that somebody may have let in with it
    await remember(tx, actor, [{ type: 'PasswordChanged', data: { account: id, by } }, ...ended], now);
  });

const OWN_PASSWORD = 'own-password'; // in place of an address: whoever sits at an open session guesses no faster than at the door

/** The account's own change: it must know the present password. Its other sessions end. */
export const changePassword = async (
  pool: Pool,
  caller: Caller,
  current: string,
  next: string,
  now: Date,
): Promise<void> => {
  if (caller.via !== 'session') refuse('token-needs-session');
  const { rows } = await pool.query<{ password_hash: string }>(
    'select password_hash from account where id::text = $1',
    [caller.account],
  );
  const { waitSeconds } = await failuresOf(pool, caller.user, OWN_PASSWORD, now);
  if (waitSeconds > 0) throw new SlowedDown(waitSeconds);
  if (!(await isPassword(rows[0]?.password_hash ?? null, current))) {
    await countFailure(pool, caller.user, OWN_PASSWORD, now);
    refuse('password-wrong', 'current');
  }
  if (current === next) refuse('password-unchanged', 'next');
  checkPassword(next, caller.user, 'next');
  await setPassword(
    pool,
    caller.account,
    await hashPassword(next),
    'self',
    caller.credential,
    { user: caller.user, unit: caller.unit },
    now,
  );
};

/** An administrator's reset: a random password, shown once, to be changed at the next sign-in; unlocks too. */
export const resetPassword = async (
  pool: Pool,
  id: string,
  actor: Actor,
  now: Date,
  keeper?: Keeper,
): Promise<string> => {
  if (keeper !== undefined) checkReset(keeper, await find(pool, id, now));
  const password = randomPassword();
  await setPassword(pool, id, await hashPassword(password), 'administrator', null, actor, now);
  return password;
};

export const unlockAccount = (pool: Pool, id: string, actor: Actor, now: Date): Promise<Account> =>
  inTransaction(pool, async (tx) => {
    const { user, locked } = await find(tx, id, now);
    await forgetFailures(tx, user, null);
    if (locked) await remember(tx, actor, [{ type: 'AccountUnlocked', data: { account: id } }], now);
    return find(tx, id, now);
  });

/** Where there is no account yet: an administrator with a random password, answered this once and to be changed at the first sign-in; null afterwards. */
export const firstAdministrator = async (
  pool: Pool,
  now: Date,
): Promise<{ readonly user: string; readonly password: string } | null> => {
  const { rows } = await pool.query('select 1 from account limit 1');
  if (rows.length > 0) return null;
  const command = { user: 'admin', name: '系统管理员', roles: ['admin'], scope: 'all' } as CreateAccount;
  const made = await createAccount(pool, command, { user: 'system', unit: null }, now).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'user-name-taken') return null; // another process was first
    throw error;
  });
  return made === null ? null : { user: 'admin', password: made.password! };
};
