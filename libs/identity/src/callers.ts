import type { Pool } from 'pg';
import { instant } from './instants.ts';
import { permissionsOf, type Permission, type Role } from './roles.ts';
import { narrowed, type Caller, type ScopeKind } from './scope.ts';
import { hashSecret, TOKEN_PREFIX } from './secrets.ts';
import { IDLE_HOURS } from './sign-in.ts';

interface Row {
  readonly credential: string;
  readonly account: string;
  readonly user_name: string;
  readonly name: string;
  readonly unit: string | null;
  readonly roles: Role[];
  readonly scope: ScopeKind;
  readonly scope_units: string[];
  readonly must_change_password: boolean;
  readonly permissions: Permission[] | null;
  readonly seen_at: string | null;
}

const ACCOUNT = 'a.id as account, a.user_name, a.name, a.unit, a.roles, a.scope, a.scope_units, a.must_change_password';
const BY_SESSION = `select s.id as credential, ${ACCOUNT}, null as permissions, s.seen_at from session s join account a on a.id = s.account
  where s.secret_hash = $1 and s.expires_at > $2 and s.seen_at > $3 and not a.disabled`;
const BY_TOKEN = `select t.id as credential, ${ACCOUNT}, t.permissions, null as seen_at from api_token t join account a on a.id = t.account
  where t.secret_hash = $1 and t.expires_at > $2 and t.revoked_at is null and not a.disabled`;

const CACHED_MS = 5_000; // how long another process may go on accepting what this one has ended
const CACHED = 5_000;

export interface Callers {
  /** Who holds this session secret or bearer token; null where nobody does (any more). */
  readonly find: (secret: string, now: Date) => Promise<Caller | null>;
  /** To be called after every change of accounts, sessions and tokens. */
  readonly forget: () => void;
}

export const callers = (pool: Pool): Callers => {
  let known = new Map<string, { readonly caller: Caller; readonly until: number }>();

  const read = async (secret: string, now: Date): Promise<Caller | null> => {
    const token = secret.startsWith(TOKEN_PREFIX);
    const idle = new Date(now.getTime() - IDLE_HOURS * 3_600_000);
    const { rows } = await pool.query<Row>(
      token
        ? { name: 'caller-token', text: BY_TOKEN, values: [hashSecret(secret), now] }
        : { name: 'caller-session', text: BY_SESSION, values: [hashSecret(secret), now, idle] },
    );
    const row = rows[0];
    if (row === undefined) return null;
    // Once a minute is enough to know when a session was last used; a write for every request is not.
    if (row.seen_at !== null && now.getTime() - Date.parse(instant(row.seen_at)) > 60_000)
      await pool.query('update session set seen_at = $2 where id = $1', [row.credential, now]);
    return {
      account: row.account,
      user: row.user_name,
      name: row.name,
      unit: row.unit,
      roles: row.roles,
      permissions: row.permissions === null ? permissionsOf(row.roles) : narrowed(row.roles, row.permissions),
      scope: { kind: row.scope, units: row.scope_units },
      via: token ? 'token' : 'session',
      credential: row.credential,
      mustChangePassword: row.must_change_password,
    };
  };

  return {
    find: async (secret, now) => {
      const cached = known.get(secret);
      if (cached !== undefined && cached.until > now.getTime()) return cached.caller;
      known.delete(secret);
      const mine = known;
      const caller = await read(secret, now);
      // What was read before a change must not be remembered after it.
      if (caller !== null && mine === known) known.set(secret, { caller, until: now.getTime() + CACHED_MS });
      if (known.size > CACHED) known.delete(known.keys().next().value!);
      return caller;
    },
    forget: () => {
      known = new Map();
    },
  };
};
