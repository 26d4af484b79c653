import type { PersonId } from '#domain';
import { permissionsOf, type Caller, type VisibleProjects } from '#identity';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';

/**
 * Who is named to approve can: has an account in use whose roles decide, and sees what it is about. Who gives the command, and whoever is nobody, the rules themselves refuse as approver.
 * `sees`: whether it lies within a scope. Throws 'approver-cannot-approve'.
 */
export const admitApprover = async (
  office: Office,
  { user }: Caller,
  approver: string,
  sees: (scope: VisibleProjects) => boolean | Promise<boolean>,
): Promise<void> => {
  const login = approver.replace(/^@/, '') as PersonId;
  if (login === user || !(await office.people()).has(login)) return;
  const found = (await office.identity.accounts()).find((account) => account.user === login);
  const decides = found !== undefined && !found.disabled && permissionsOf(found.roles).has('decide');
  const may =
    decides && (await sees(await office.visibleTo({ ...found, scope: { kind: found.scope, units: found.units } })));
  if (!may) throw refused('approver-cannot-approve', 'approver');
};
