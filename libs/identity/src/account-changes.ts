import type { IdentityFact } from './events.ts';
import type { Role } from './roles.ts';
import type { ScopeKind } from './scope.ts';

/** What administrators set of an account. */
export interface Settings {
  readonly name: string;
  readonly unit: string | null;
  readonly roles: readonly Role[];
  readonly scope: ScopeKind;
  readonly units: readonly string[];
  readonly disabled: boolean;
}

/** What changes from one setting of an account to the next, a fact each. */
export const changesOf = (account: string, before: Settings, after: Settings): readonly IdentityFact[] => [
  ...(after.name === before.name && after.unit === before.unit
    ? []
    : [{ type: 'AccountChanged' as const, data: { account, name: after.name, unit: after.unit } }]),
  ...after.roles
    .filter((role) => !before.roles.includes(role))
    .map((role) => ({ type: 'RoleGranted' as const, data: { account, role } })),
  ...before.roles
    .filter((role) => !after.roles.includes(role))
    .map((role) => ({ type: 'RoleRevoked' as const, data: { account, role } })),
  ...(after.scope === before.scope && String(after.units) === String(before.units)
    ? []
    : [{ type: 'ScopeSet' as const, data: { account, scope: { kind: after.scope, units: after.units } } }]),
  ...(after.disabled === before.disabled
    ? []
    : [{ type: after.disabled ? ('AccountDisabled' as const) : ('AccountEnabled' as const), data: { account } }]),
];
