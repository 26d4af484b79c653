import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { dayInShanghai, type Actor, type DomainEvent, type NewEvent } from '#domain';
import type { EventStore } from '#event-store';
import type { Permission, Role } from './roles.ts';
import type { ScopeKind } from './scope.ts';

export const IDENTITY_STREAM = 'identity-main';

type E<Type extends string, Data> = DomainEvent<Type, Data>;

// STORED FOR EVER. No password, hash or secret ever stands here (README, "Secrets are not facts").
export type IdentityEvent =
  | E<
      'AccountCreated',
      {
        account: string;
        user: string;
        name: string;
        unit: string | null;
        roles: readonly Role[];
        scope: { kind: ScopeKind; units: readonly string[] };
      }
    >
  | E<'AccountChanged', { account: string; name: string; unit: string | null }>
  | E<'RoleGranted', { account: string; role: Role }>
  | E<'RoleRevoked', { account: string; role: Role }>
  | E<'ScopeSet', { account: string; scope: { kind: ScopeKind; units: readonly string[] } }>
  | E<'PasswordChanged', { account: string; by: 'self' | 'administrator' }>
  | E<'AccountLocked', { account: string; failures: number; until: string }> // up to 0.2: since then nobody can lock another out
  | E<'SignInSlowed', { account: string; failures: number; address: string }>
  | E<'AccountUnlocked', { account: string }>
  | E<'AccountDisabled', { account: string }>
  | E<'AccountEnabled', { account: string }>
  | E<'SignedIn', { account: string; failuresBefore: number; address: string | null }>
  | E<
      'TokenIssued',
      { account: string; token: string; name: string; permissions: readonly Permission[]; expiresAt: string }
    >
  | E<'TokenRevoked', { account: string; token: string }>;

export type IdentityFact = IdentityEvent extends infer One
  ? One extends IdentityEvent
    ? Pick<One, 'type' | 'data'>
    : never
  : never;

/** Keeps facts in the transaction of the change they tell of; `publish` brings them into the log afterwards, once, however often it is cut off. */
export const remember = async (
  tx: PoolClient,
  actor: Actor,
  facts: readonly IdentityFact[],
  now: Date,
): Promise<void> => {
  const commandId = randomUUID();
  for (const fact of facts) {
    const event: NewEvent = {
      id: randomUUID(),
      schemaVersion: 1,
      event: { ...fact, occurredOn: dayInShanghai(now.toISOString()) },
      meta: { actor, commandId },
    };
    await tx.query('insert into identity_news (command_id, event) values ($1, $2)', [commandId, JSON.stringify(event)]);
  }
};

const COMMANDS_AT_ONCE = 100;
const REMEMBERED = `select id, command_id, event from identity_news
  where command_id in (select command_id from identity_news group by command_id order by min(id) limit ${COMMANDS_AT_ONCE})
  order by id`;

/**
 * Everything remembered and not yet in the log goes there, in order. Safe to call at any time and from several processes: a command that
 * the log already holds is not stored again.
 */
export const publish = async (pool: Pool, store: EventStore): Promise<void> => {
  for (;;) {
    const { rows } = await pool.query<{ id: string; command_id: string; event: NewEvent }>(REMEMBERED);
    if (rows.length === 0) return;
    const commands = new Map<string, NewEvent[]>();
    for (const { command_id, event } of rows) commands.set(command_id, [...(commands.get(command_id) ?? []), event]);
    for (const events of commands.values()) await store.append(IDENTITY_STREAM, 'any', events);
    await pool.query('delete from identity_news where id = any($1::bigint[])', [rows.map(({ id }) => id)]);
  }
};
