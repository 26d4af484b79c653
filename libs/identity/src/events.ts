import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { dayInShanghai, schemaVersionOf, type Actor, type DomainEvent } from '#domain';
import { rememberNews } from '#event-store';
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

/** Keeps facts in the transaction of the change they tell of: they come into the log afterwards, once. */
export const remember = (tx: PoolClient, actor: Actor, facts: readonly IdentityFact[], now: Date): Promise<void> => {
  const meta = { actor, commandId: randomUUID() };
  const occurredOn = dayInShanghai(now.toISOString());
  return rememberNews(
    tx,
    IDENTITY_STREAM,
    facts.map((fact) => ({
      id: randomUUID(),
      schemaVersion: schemaVersionOf(fact.type),
      event: { ...fact, occurredOn },
      meta,
    })),
  );
};
