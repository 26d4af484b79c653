import type { Actor } from '#domain';
import { may, permissionsOf, type Caller } from '#identity';
import type { Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { actorOf } from '../given.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';
import type { ErasePerson, FindPerson } from './bodies.ts';
import { erasePerson, type Erasure } from './erase-person.ts';
import { ErasureRefused } from './refused.ts';

type Progress = { readonly onProgress?: (events: number) => void };

/** It reads every record, and what it tells is of all units: of nobody's scope but all. */
const unlimited = ({ scope }: Caller): void => {
  if (scope.kind !== 'all') throw refused('erasure-beyond-scope');
};

/** What would become unreadable; remembered as a look at those people, by their references. */
export const showPerson: Question<FindPerson & Progress, Erasure> = {
  answer: async ({ office, caller }, { wanted, onProgress }) => {
    unlimited(caller);
    const found = await erasePerson(office, { wanted, confirmed: null, onProgress });
    const subject = found.people.map(({ person }) => person).join(' ');
    await office.looks.record(caller, lookAt('person', subject));
    return found;
  },
};

/** Erases who was chosen of those found. Throws ErasureRefused 'confirmation-differs', 'person-otherwise'. */
export const eraseFor = async (
  office: Office,
  caller: Caller,
  { wanted, persons, reason, typed }: ErasePerson,
  onProgress?: (events: number) => void,
): Promise<Erasure> => {
  unlimited(caller);
  if (typed.trim() !== wanted.join(' ').trim()) throw new ErasureRefused('confirmation-differs', '');
  return erasePerson(office, { wanted, confirmed: { actor: actorOf(caller), reason, persons }, onProgress });
};

/** Who has decided an erasure, by login. Throws ErasureRefused 'decider-unknown' where nobody who may erase signs in so. */
export const deciderOf = async ({ identity }: Pick<Office, 'identity'>, login: string): Promise<Actor> => {
  const account = (await identity.accounts()).find(({ user }) => user === login);
  if (account === undefined || account.disabled || !may({ permissions: permissionsOf(account.roles) }, 'erase-people'))
    throw new ErasureRefused('decider-unknown', login);
  return { user: account.user, unit: account.unit };
};
