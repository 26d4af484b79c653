import {
  addDays,
  nextWorkingDay,
  rungsOf,
  runClocks,
  type Clock,
  type ClockName,
  type DatedRung,
  type IsoDate,
  type Placed,
  type Reason,
  type Rules,
  type Rung,
} from '#domain';
import { address, type Addressed, type HolderOf } from './addressees.ts';
import type { Owed } from './notice.ts';
import { highestOf, isHigher, passedAtRest, passedByFact, type Passed } from './passed.ts';
import { runsUntil, type Runs } from './runs.ts';
import { stretches, type Stretch } from './stretches.ts';

/** What the facts make owed, by the days on which they happened, whenever they were recorded. */
export interface Reached {
  readonly notices: readonly Owed[];
  readonly runs: Runs;
}

/** One run of a clock from one start: how often each rung came in the runs before it, and up to now. */
interface Instance {
  readonly startedBy: number;
  readonly counted: ReadonlyMap<Rung, number>;
  readonly most: Map<Rung, number>;
  readonly owed: DatedRung[];
}

const startedAnew = (startedBy: number, before: Instance | undefined): Instance => ({
  startedBy,
  counted: new Map(before?.most ?? []),
  most: new Map(before?.most ?? []),
  owed: [],
});

/** Rungs that come in this stretch, and those that had been passed before it began. */
const rungsIn = (
  { from, until, byFact }: Stretch,
  dated: readonly DatedRung[],
  passed: () => readonly Passed[],
): readonly (DatedRung & Partial<Passed>)[] => {
  const own = dated.filter(({ on }) => on >= from && on < until);
  return byFact && dated.some(({ on }) => on < from) ? [...passed(), ...own] : own;
};

/** Why a notice is not sent; or why it goes to others than the ladder names, else why it goes late. */
const whyOf = ({ outcome, why }: Partial<Passed>, addressed: Addressed): Reason | null =>
  (outcome === 'suppressed' ? why : (addressed.why ?? why)) ?? null;

/**
 * Every notice that the ladder owes for one project up to `last`, as if the days had passed one by one: a rung counts on the facts of its own day, and a clock that has
 * stopped by then owes nothing. Each (clock, rung, recurrence) once; a clock that starts anew (another line of progress) goes on counting.
 */
export const reached = (facts: readonly Placed[], rules: Rules, last: IsoDate, holder: HolderOf): Reached => {
  const runs = runsUntil(addDays(last, 1));
  const instances = new Map<ClockName, Instance>();
  const seen = new Set<string>();
  const notices: Owed[] = [];
  let before: ReadonlyMap<ClockName, Clock> = new Map(); // as they ran in the stretch before
  for (const stretch of stretches(facts, last, rules)) {
    const { from, until, project } = stretch;
    const policy = rules.policyOn(from);
    const clocks = project.end === null ? runClocks(project, policy, rules.calendar) : [];
    const running = clocks.filter(({ stopped }) => stopped === null);
    for (const clock of running) {
      const run = { clock: clock.clock, startedBy: clock.startedBy.version };
      const known = instances.get(clock.clock);
      const instance = known?.startedBy === run.startedBy ? known : startedAnew(run.startedBy, known);
      instances.set(clock.clock, instance);
      const dated = rungsOf(clock, policy);
      const rested = runs.restedFrom(run, from);
      const earlier = before.get(clock.clock);
      const passed = (): readonly Passed[] => {
        const found =
          rested === null
            ? passedByFact(dated, earlier?.startedBy.version === run.startedBy ? earlier : undefined, policy, from)
            : passedAtRest(dated, rested, from);
        const most = highestOf(instance.owed); // what was owed before is not owed again, nor is what lies below it
        return found.filter((one) => most === null || one.outcome === 'suppressed' || isHigher(one, most));
      };
      for (const one of rungsIn(stretch, dated, passed)) {
        const recurrence = (instance.counted.get(one.rung) ?? 0) + one.recurrence;
        const key = `${clock.clock} ${policy.version} ${one.rung} ${recurrence}`;
        if (seen.has(key)) continue;
        seen.add(key);
        instance.owed.push(one);
        instance.most.set(one.rung, Math.max(instance.most.get(one.rung) ?? 0, recurrence));
        const addressed = address(one.to, project, holder);
        notices.push({
          ...run,
          policyVersion: policy.version,
          rung: one.rung,
          recurrence,
          on: one.on,
          sendOn: nextWorkingDay(one.on, rules.calendar).day,
          to: addressed.to,
          outcome: one.outcome ?? 'expected',
          why: whyOf(one, addressed),
        });
      }
      runs.ran(run, from, until);
    }
    before = new Map(running.map((clock) => [clock.clock, clock]));
  }
  return { notices, runs };
};
