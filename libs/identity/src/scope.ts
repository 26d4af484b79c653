import type { PersonId } from '#domain';
import type { Role } from './roles.ts';
import { MAY, type Permission } from './roles.ts';

/** Whose projects an account sees (README, "Whose projects an account sees"). `units`: the chosen units and all below them. */
export const SCOPES = ['all', 'units', 'unit-and-below', 'unit', 'own-projects'] as const;
export type ScopeKind = (typeof SCOPES)[number];

/** A signed-in caller: all that a request is judged by. */
export interface Caller {
  readonly account: string; // id
  readonly user: string; // the name that signs in
  readonly name: string;
  readonly unit: string | null; // code
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: { readonly kind: ScopeKind; readonly units: readonly string[] };
  readonly via: 'session' | 'token';
  readonly credential: string; // id of the session or token, to end it
  readonly mustChangePassword: boolean;
}

/** Whoever has a scope, signed in or not. */
export type Holder = Pick<Caller, 'scope' | 'unit' | 'user'>;

/** What queries put into their SQL: everything, or what these units hold and where this person is responsible leader or steward. An empty value sees nothing. */
export type VisibleProjects =
  { readonly all: true } | { readonly all: false; readonly units: readonly string[]; readonly person: PersonId | null };

/** Codes and names of a unit and of all below it, as facts may have written them; null where there is no such unit. */
export type Subtree = (code: string) => readonly string[] | null;

export const scopeOf = (
  { scope: { kind, units }, unit, user }: Holder,
  subtree: Subtree,
  namesOf: Subtree,
): VisibleProjects => {
  switch (kind) {
    case 'all':
      return { all: true };
    case 'units':
      return { all: false, units: units.flatMap((code) => subtree(code) ?? []), person: null };
    case 'unit-and-below':
      return { all: false, units: unit === null ? [] : (subtree(unit) ?? []), person: null };
    case 'unit':
      return { all: false, units: unit === null ? [] : (namesOf(unit) ?? []), person: null };
    case 'own-projects':
      return { all: false, units: [], person: user as PersonId };
  }
};

export const may = ({ permissions }: Pick<Caller, 'permissions'>, permission: Permission): boolean =>
  permissions.has(permission);

/** Permissions of a token: those asked for that the account's roles still give. A role taken away takes them from its tokens too. */
export const narrowed = (roles: readonly Role[], asked: readonly Permission[]): ReadonlySet<Permission> => {
  const held = new Set(roles.flatMap((role) => MAY[role]));
  return new Set(asked.filter((permission) => held.has(permission)));
};
