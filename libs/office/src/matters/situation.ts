import type { Situation } from '#domain';
import type { Asking } from '../ask.ts';
import { actorOf } from '../given.ts';

/** What a decision may look at where somebody gives a command to a matter, or asks what can be done with it. */
export const situationOf = async ({ office, caller }: Asking): Promise<Situation> => {
  const { policyOn, calendar } = await office.rules();
  const { subtree } = await office.organisation.names();
  return {
    today: office.today(),
    actor: actorOf(caller),
    people: await office.people(),
    standsFor: (unit) => {
      const within = subtree(unit);
      return within === null || (caller.unit !== null && within.includes(caller.unit));
    },
    policyOn,
    calendar,
  };
};
