import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { IssueToken } from './commands.ts';
import { remember, type IdentityFact } from './events.ts';
import { instant } from './instants.ts';
import { refuse } from './rejections.ts';
import type { Permission } from './roles.ts';
import { may, type Caller } from './scope.ts';
import { hashSecret, newSecret, TOKEN_PREFIX } from './secrets.ts';
import { inTransaction } from '#database';

/** A bearer token as its owner sees it later: the secret is gone. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revoked: boolean;
}

const DAY = 86_400_000;

/** A bearer token for scripts, narrower than the account and with an end. Its secret is answered this once. A token cannot issue tokens. */
export const issueToken = async (
  pool: Pool,
  caller: Caller,
  { name, permissions, days }: Pick<IssueToken, 'name' | 'permissions' | 'days'>,
  now: Date,
): Promise<{ readonly token: ApiToken; readonly secret: string }> => {
  if (caller.via !== 'session') refuse('token-needs-session');
  if (caller.mustChangePassword) refuse('token-before-password');
  const asked = [...new Set(permissions)];
  if (asked.length === 0 || !asked.every((permission) => may(caller, permission)))
    refuse('token-beyond-roles', 'permissions');
  const id = randomUUID();
  const secret = newSecret(TOKEN_PREFIX);
  const expiresAt = new Date(now.getTime() + days * DAY);
  await inTransaction(pool, async (tx) => {
    await tx.query(
      'insert into api_token (id, secret_hash, account, name, permissions, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, hashSecret(secret), caller.account, name, asked, now, expiresAt],
    );
    await remember(
      tx,
      { user: caller.user, unit: caller.unit },
      [
        {
          type: 'TokenIssued',
          data: { account: caller.account, token: id, name, permissions: asked, expiresAt: expiresAt.toISOString() },
        },
      ],
      now,
    );
  });
  return {
    token: {
      id,
      name,
      permissions: asked,
      createdAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revoked: false,
    },
    secret,
  };
};

/** Ends a token: the caller's own, or anybody's for who keeps the accounts. */
export const revokeToken = (pool: Pool, caller: Caller, id: string, now: Date): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ account: string; revoked_at: string | null }>(
      'select account, revoked_at from api_token where id::text = $1 for update',
      [id],
    );
    const token = rows[0];
    if (token === undefined || (token.account !== caller.account && !may(caller, 'keep-accounts')))
      return refuse('token-unknown');
    if (token.revoked_at !== null) return;
    await tx.query('update api_token set revoked_at = $2 where id::text = $1', [id, now]);
    await remember(
      tx,
      { user: caller.user, unit: caller.unit },
      [{ type: 'TokenRevoked', data: { account: token.account, token: id } }],
      now,
    );
  });

/** Ends all tokens of an account with what let them in: its password, or its being enabled. Answers the facts of it. */
export const endTokens = async (tx: PoolClient, account: string, now: Date): Promise<readonly IdentityFact[]> => {
  const { rows } = await tx.query<{ id: string }>(
    'update api_token set revoked_at = $2 where account::text = $1 and revoked_at is null and expires_at > $2 returning id',
    [account, now],
  );
  return rows.map(({ id }) => ({ type: 'TokenRevoked', data: { account, token: id } }));
};

export const listTokens = async (pool: Pool, account: string): Promise<readonly ApiToken[]> => {
  const { rows } = await pool.query<{
    id: string;
    name: string;
    permissions: Permission[];
    created_at: string;
    expires_at: string;
    revoked_at: string | null;
  }>(
    'select id, name, permissions, created_at, expires_at, revoked_at from api_token where account::text = $1 order by created_at desc, name',
    [account],
  );
  return rows.map(({ created_at, expires_at, revoked_at, ...token }) => ({
    ...token,
    createdAt: instant(created_at),
    expiresAt: instant(expires_at),
    revoked: revoked_at !== null,
  }));
};
