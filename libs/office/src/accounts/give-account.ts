import type { Account, Caller, ChangeAccount, CreateAccount } from '#identity';
import { actorOf } from '../given.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';

type Units = Pick<CreateAccount, 'unit' | 'units'>;

/** A scope over a unit that is not there would show whatever is given that code later. `known`: what the account has already, of units that were dissolved since. */
const admitUnits = async (office: Office, { unit, units = [] }: Units, known: readonly string[]): Promise<void> => {
  const { tree } = await office.organisation.current();
  const isThere = (code: string): boolean => tree.units.has(code) || known.includes(code);
  if (unit !== undefined && !isThere(unit)) throw refused('unit-unknown', 'unit');
  if (!units.every(isThere)) throw refused('unit-unknown', 'units');
};

/** A new account and, where none was given, its first password. Throws 'unit-unknown' and what identity refuses. */
export const createAccount = async (office: Office, caller: Caller, command: CreateAccount) => {
  await admitUnits(office, command, []);
  return office.identity.createAccount(command, actorOf(caller), caller);
};

/** The account as it now is. Throws 'unit-unknown' and what identity refuses. */
export const changeAccount = async (
  office: Office,
  caller: Caller,
  id: string,
  command: ChangeAccount,
): Promise<Account> => {
  const { unit, units } = await office.identity.account(id);
  await admitUnits(office, command, unit === null ? units : [unit, ...units]);
  return office.identity.changeAccount(id, command, actorOf(caller), caller);
};
