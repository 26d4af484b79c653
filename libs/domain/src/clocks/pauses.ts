import type { Pause } from '../calendar/calendar.ts';
import { addDays, daysBetween, type IsoDate } from '../dates.ts';
import type { KnownProject } from '../project/state.ts';
import type { ClockName } from './names.ts';

export type Reasoned = Pause & { readonly reason: string };

/** Pauses of a clock in order, each day once: accepted excuses that name it, and holds where the policy lets a hold pause it. */
export const pausesOf = (
  clock: ClockName,
  project: KnownProject,
  byHold: boolean,
  start: IsoDate,
): readonly Reasoned[] => {
  const raw: Reasoned[] = project.excuses
    .filter((excuse) => excuse.clock === clock)
    .map(({ on, until, reason }) => ({ from: on, to: until, reason }));
  if (byHold)
    for (const { on, expectedEnd, resumed, reason } of project.holds) {
      const lastDay = resumed === null ? null : addDays(resumed.on, -1); // the day of resumption counts again
      const to = lastDay !== null && (expectedEnd === null || lastDay < expectedEnd) ? lastDay : expectedEnd;
      if (to === null || to >= on) raw.push({ from: on, to, reason });
    }
  const merged: Reasoned[] = [];
  for (const pause of raw.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (pause.to !== null && pause.to < start) continue; // before the clock began
    const last = merged.at(-1);
    const from = pause.from < start ? start : pause.from;
    if (last === undefined || (last.to !== null && from > last.to)) {
      merged.push({ ...pause, from });
      continue;
    }
    if (last.to === null || (pause.to !== null && pause.to <= last.to)) continue;
    merged.push({ ...pause, from: addDays(last.to, 1) });
  }
  return merged;
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
