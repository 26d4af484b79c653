import { reason, rungsOf, RUNGS, type Clock, type DatedRung, type IsoDate, type Policy, type Reason } from '#domain';

/** A rung that was passed before the day on which it comes to be owed, and what becomes of it. */
export interface Passed extends DatedRung {
  readonly outcome: 'expected' | 'suppressed';
  readonly why: Reason;
}

interface Height {
  readonly rung: DatedRung['rung'];
  readonly recurrence: number;
}
export const isHigher = (a: Height, b: Height): boolean =>
  RUNGS.indexOf(a.rung) > RUNGS.indexOf(b.rung) || (a.rung === b.rung && a.recurrence > b.recurrence);

export const highestOf = <T extends Height>(all: readonly T[]): T | null =>
  all.reduce<T | null>((best, one) => (best === null || isHigher(one, best) ? one : best), null);

/** Of what passed while the project was ended nothing is owed but the highest rung, on the day of reactivation: from that day on it is chased. */
export const passedAtRest = (dated: readonly DatedRung[], rested: IsoDate, day: IsoDate): readonly Passed[] => {
  const highest = highestOf(dated.filter(({ on }) => on >= rested && on < day));
  return highest === null ? [] : [{ ...highest, on: day, outcome: 'expected', why: reason('reactivated') }];
};

/** What a fact of `day` itself put into the past, such as an amendment that brings the due day forward: the highest rung is owed on that day, the lower ones are not sent. */
export const passedByFact = (
  dated: readonly DatedRung[],
  before: Clock | undefined,
  policy: Policy,
  day: IsoDate,
): readonly Passed[] => {
  if (before === undefined || before.policyVersion !== policy.version) return [];
  const known = new Map(rungsOf(before, policy).map((one) => [`${one.rung} ${one.recurrence}`, one.on]));
  const passed = dated.filter(({ rung, recurrence, on }) => {
    const was = known.get(`${rung} ${recurrence}`);
    return on < day && (was === undefined || was >= day);
  });
  const highest = highestOf(passed);
  return passed.map((one): Passed =>
    one === highest
      ? { ...one, on: day, outcome: 'expected', why: reason('highest-known-late') }
      : { ...one, outcome: 'suppressed', why: reason('known-too-late') },
  );
};
