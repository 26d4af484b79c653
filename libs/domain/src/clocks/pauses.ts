import type { Pause } from '../calendar/calendar.ts';
import { addDays, daysBetween, type IsoDate } from '../dates.ts';
import type { KnownProject } from '../project/state.ts';
import type { ClockName } from './names.ts';

type Reasoned = Pause & { readonly reason: string };

/** The days of a hold: until the day before the resumption, which counts again, or until the expected end if that came first. Null where it covers no day. */
const heldDays = ({ on, expectedEnd, resumed, reason }: KnownProject['holds'][number]): Reasoned | null => {
  const lastDay = resumed === null ? null : addDays(resumed.on, -1);
  const to = lastDay !== null && (expectedEnd === null || lastDay < expectedEnd) ? lastDay : expectedEnd;
  return to === null || to >= on ? { from: on, to, reason } : null;
};

/** Of pauses in order: each day once, of two that overlap the later one begins where the earlier ends. */
const eachDayOnce = (pauses: readonly Reasoned[]): readonly Reasoned[] => {
  const merged: Reasoned[] = [];
  for (const pause of pauses) {
    const last = merged.at(-1);
    if (last === undefined || (last.to !== null && pause.from > last.to)) merged.push(pause);
    else if (last.to !== null && (pause.to === null || pause.to > last.to))
      merged.push({ ...pause, from: addDays(last.to, 1) });
  }
  return merged;
};

/** Pauses of a clock in order, each day once, none before the clock began: accepted excuses that name it, and holds where the policy lets a hold pause it. */
export const pausesOf = (
  clock: ClockName,
  project: KnownProject,
  byHold: boolean,
  start: IsoDate,
): readonly Reasoned[] => {
  const excused = project.excuses
    .filter((excuse) => excuse.clock === clock)
    .map(({ on, until, reason }) => ({ from: on, to: until, reason }));
  const held = byHold ? project.holds.map(heldDays).filter((hold) => hold !== null) : [];
  return eachDayOnce(
    [...excused, ...held]
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .filter(({ to }) => to === null || to >= start)
      .map((pause) => ({ ...pause, from: pause.from < start ? start : pause.from })),
  );
};

/** Paused calendar days up to `day`, that day included. */
export const pausedUpTo = (pauses: readonly Pause[], day: IsoDate): number =>
  pauses.reduce((days, { from, to }) => {
    if (day < from) return days;
    return days + daysBetween(from, to === null || day < to ? day : to) + 1;
  }, 0);

/** A day of the clock's course as its pauses move it; null where an open-ended pause keeps it from coming. */
export const moved = (day: IsoDate, pauses: readonly Pause[]): IsoDate | null => {
  let result = day;
  for (const { from, to } of pauses) {
    if (result < from) break;
    if (to === null) return null;
    result = addDays(result, daysBetween(from, to) + 1);
  }
  return result;
};
