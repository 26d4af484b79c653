import { findUnit, standIn, type Situation } from '#domain';
import { OFFICE_ROLE } from '#reminders';
import type { Asking } from '../ask.ts';
import { actorOf } from '../given.ts';

/** What a decision may look at where somebody gives a command to a matter, or asks what can be done with it. */
export const situationOf = async ({ office, caller }: Asking): Promise<Situation> => {
  const { policyOn, calendar } = await office.rules();
  const { subtree } = await office.organisation.names();
  const { tree } = await office.organisation.current();
  const today = office.today();
  const holds = tree.people.flatMap(({ account, unit }) => (account === caller.user ? [unit] : []));
  const mine = caller.unit === null ? holds : [...holds, caller.unit];
  return {
    today,
    actor: actorOf(caller),
    people: await office.people(),
    standsFor: (unit) =>
      unit === null || unit === OFFICE_ROLE
        ? caller.permissions.has('supervise')
        : mine.some((own) => (subtree(unit) ?? [unit]).includes(own)),
    standsInFor: (person, unit) => {
      const found = unit === null ? null : findUnit(tree, unit);
      const code = found === null || found === 'ambiguous' ? null : found.code;
      const deputy = standIn(tree, person, code, today);
      return deputy !== null && deputy !== 'present' && deputy.id === caller.user;
    },
    policyOn,
    calendar,
  };
};
