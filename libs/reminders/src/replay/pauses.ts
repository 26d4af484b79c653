import {
  daysBetween,
  daysLateOn,
  runClocks,
  type Clock,
  type ClockName,
  type IsoDate,
  type KnownProject,
  type RecordedEvent,
  type Rules,
} from '#domain';
import { lived } from './lived.ts';

/** A pause of one clock: both days included, `to` null until somebody resumes; `days` of it have passed by the day asked about. */
interface LedgerPause {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly reason: string;
  readonly days: number;
  readonly by: {
    readonly event: 'ExcuseAccepted' | 'ProjectSuspended';
    readonly version: number;
    readonly on: IsoDate;
  };
}

/** A clock's time as an account, in calendar days: what it was given, what has counted so far without the pauses, and what is left (below zero: late). */
export interface PauseLedger {
  readonly clock: ClockName;
  readonly startedOn: IsoDate;
  readonly stoppedOn: IsoDate | null;
  readonly due: IsoDate | null;
  readonly budget: { readonly given: number; readonly counted: number; readonly left: number } | null;
  readonly pauses: readonly LedgerPause[];
}

/** The fact behind a pause: the excuse or hold that covers its first day. Of several that overlap, the one whose reason stands in the pause. */
const causeOf = (
  clock: ClockName,
  { from, reason }: Clock['pauses'][number],
  { excuses, holds }: KnownProject,
): LedgerPause['by'] => {
  const facts = [
    ...excuses
      .filter((one) => one.clock === clock)
      .map(({ on, version, until, reason: why }) => ({
        event: 'ExcuseAccepted' as const,
        on,
        version,
        last: until,
        why,
      })),
    ...holds.map(({ on, version, expectedEnd, resumed, reason: why }) => ({
      event: 'ProjectSuspended' as const,
      on,
      version,
      last: expectedEnd ?? resumed?.on ?? null,
      why,
    })),
  ].filter(({ on, last, why }) => why === reason && on <= from && (last === null || last >= from));
  const { event, version, on } = facts.at(-1)!;
  return { event, version, on };
};

const ledgerOf = (clock: Clock, project: KnownProject, today: IsoDate): PauseLedger => {
  const day = clock.stopped !== null && clock.stopped.on < today ? clock.stopped.on : today;
  const late = daysLateOn(clock, day);
  const given = clock.baseDue === null ? 0 : daysBetween(clock.startedBy.on, clock.baseDue);
  return {
    clock: clock.clock,
    startedOn: clock.startedBy.on,
    stoppedOn: clock.stopped?.on ?? null,
    due: clock.due,
    budget: late === null ? null : { given, counted: given + late, left: -late },
    pauses: clock.pauses.map((pause) => {
      const last = pause.to !== null && pause.to < day ? pause.to : day;
      return {
        ...pause,
        days: last < pause.from ? 0 : daysBetween(pause.from, last) + 1,
        by: causeOf(clock.clock, pause, project),
      };
    }),
  };
};

/** Every clock of a project on a day as an account of its time, the stopped ones as they stood when they stopped; empty before its first record. */
export const pausesOf = (history: readonly RecordedEvent[], rules: Rules, today: IsoDate): readonly PauseLedger[] => {
  const project = lived(history, today, today).at(-1)?.project;
  return project === undefined
    ? []
    : runClocks(project, rules.policyOn(today), rules.calendar).map((clock) => ledgerOf(clock, project, today));
};
