import type { PoolClient } from 'pg';
import type { Settings } from './account-changes.ts';
import { refuse } from './rejections.ts';
import { MAY, ROLES, type Permission, type Role } from './roles.ts';
import { may, type Caller } from './scope.ts';

/** Who changes an account. */
export type Keeper = Pick<Caller, 'account' | 'roles' | 'permissions'>;

const APART: readonly Role[] = ['system-admin', 'security-admin'];
const WATCHED: readonly Role[] = ['admin', ...APART, 'auditor']; // whose password opens what was kept apart

const sameRights = (before: Settings, after: Settings): boolean =>
  before.unit === after.unit && // what the own unit is, is what may be seen
  before.scope === after.scope &&
  String([...before.units].sort()) === String([...after.units].sort()) &&
  String([...before.roles].sort()) === String([...after.roles].sort());

const NOTHING_YET: Pick<Settings, 'roles' | 'scope' | 'units'> = { roles: [], scope: 'own-projects', units: [] };

/** Administrators who are kept apart hold nothing else. Throws 'duties-apart'. */
export const checkApart = (roles: readonly Role[]): void => {
  if (roles.length > 1 && roles.some((role) => APART.includes(role))) refuse('duties-apart', 'roles');
};

/** Whether the account itself is made or changed: whose it is, or whether it is in use. */
const isKept = (before: Settings | null, after: Settings): boolean =>
  before === null || before.name !== after.name || before.disabled !== after.disabled;

/**
 * Accounts and what they may are two people's work where a bureau keeps them apart (README, "Three administrators"). `before`: null for a new
 * account, which begins without rights where its keeper grants none.
 */
export const checkKeeper = (keeper: Keeper, id: string | null, before: Settings | null, after: Settings): void => {
  const start = before ?? { ...after, ...NOTHING_YET };
  const grants = !sameRights(start, after);
  const isAdmin = keeper.roles.includes('admin');
  if (isKept(before, after) && !may(keeper, 'keep-accounts')) refuse('account-kept-by-others');
  if (grants && !may(keeper, 'grant-rights')) refuse('rights-granted-by-others', 'roles');
  if (grants && id === keeper.account && !isAdmin) refuse('own-rights', 'roles');
  if (after.roles.includes('admin') && !start.roles.includes('admin') && !isAdmin) refuse('admin-by-admin', 'roles');
};

/** Who knows the password of an administrator or auditor acts as one. */
export const checkReset = (keeper: Keeper, { roles }: Pick<Settings, 'roles'>): void => {
  const isWatched = roles.some((role) => WATCHED.includes(role));
  if (!may(keeper, isWatched ? 'grant-rights' : 'keep-accounts')) refuse('password-reset-by-others');
  if (roles.includes('admin') && !keeper.roles.includes('admin')) refuse('password-reset-by-others');
};

const KEPT: readonly Permission[] = ['keep-accounts', 'grant-rights'];

/** Somebody always keeps accounts, and somebody grants rights. Throws 'last-administrator'. */
export const checkLast = async (tx: PoolClient, id: string, before: Settings, after: Settings): Promise<void> => {
  for (const permission of KEPT) {
    const holders = ROLES.filter((role) => MAY[role].includes(permission));
    const holds = ({ roles, disabled }: Settings): boolean => !disabled && roles.some((role) => holders.includes(role));
    if (!holds(before) || holds(after)) continue;
    const { rows } = await tx.query(
      'select 1 from account where roles && $2::text[] and not disabled and id::text <> $1 limit 1',
      [id, holders],
    );
    if (rows.length === 0) refuse('last-administrator', after.disabled ? 'disabled' : 'roles');
  }
};
