import { addDays, type ClockName, type IsoDate, type RecordedEvent, type Rules } from '#domain';
import type { HolderOf } from '../owed/addressees.ts';
import type { Owed } from '../owed/notice.ts';
import { owed } from '../owed/owed.ts';
import { courseOf, decidingOn } from './course.ts';
import { counted, latestOf, lived, nameOf, type NamedProject } from './lived.ts';

/** What comes for one project if nothing more happens to it: due days, notices, and days on which it turns red. */
export interface Forward {
  readonly project: NamedProject;
  readonly dues: readonly { readonly clock: ClockName; readonly on: IsoDate }[];
  readonly notices: readonly Omit<Owed, 'startedBy'>[];
  readonly reds: readonly { readonly clock: ClockName | null; readonly on: IsoDate }[];
}

/** The days from today to `days` later, both included, as far as today's facts and the published rules tell. Null where nothing comes, or no project is. */
export const forward = (
  history: readonly RecordedEvent[],
  rules: Rules,
  today: IsoDate,
  days: number,
  holder: HolderOf,
): Forward | null => {
  const latest = latestOf(history);
  if (latest === null || latest.end !== null) return null;
  const until = addDays(today, days);
  const stretches = counted(lived(history, today, until), rules);
  const dues = stretches.flatMap(({ from, until: end, clocks }) =>
    clocks.flatMap(({ clock, due }) => (due !== null && due >= from && due < end ? [{ clock, on: due }] : [])),
  );
  const reds = courseOf(stretches).colours.flatMap(({ on, value }, index) =>
    value === 'red' && (index > 0 || turnedRedOn(stretches[0]!.clocks, on))
      ? [{ clock: decidingOn(stretches, on), on }]
      : [],
  );
  const notices = owed(history, rules, today, until, holder).map(({ startedBy: _startedBy, ...notice }) => notice);
  return dues.length + notices.length + reds.length === 0
    ? null
    : { project: nameOf(history, latest), dues, notices, reds };
};

/** Whether red begins on this very day: a project that was red yesterday does not turn red today. */
const turnedRedOn = (
  clocks: readonly { readonly crossings: readonly { readonly colour: string; readonly on: IsoDate }[] }[],
  day: IsoDate,
): boolean => {
  const red = clocks
    .flatMap(({ crossings }) => crossings.filter(({ colour }) => colour === 'red').map(({ on }) => on))
    .sort();
  return red[0] === day;
};
