import type { Hands, SecondPerson } from '#domain';
import { may, type Caller } from '#identity';

/** What somebody may change of what was recorded, within the policy's limits for one person alone. */
export const handsOf = (caller: Caller, limits: SecondPerson): Hands => ({
  unit: caller.unit,
  correctsAll: may(caller, 'correct'),
  limits,
});
