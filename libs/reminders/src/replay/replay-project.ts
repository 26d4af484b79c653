import { COLOURS, type ClockName, type Colour, type IsoDate, type RecordedEvent, type Rules } from '#domain';
import type { HolderOf } from '../owed.ts';
import { courseOf, deadlineKey, decidingOn, itself } from './course.ts';
import { counted, latestOf, lived, nameOf, type NamedProject } from './lived.ts';
import { spansApart } from './steps.ts';
import { toldApart, type Told } from './told.ts';

/**
 * Something that would be otherwise under other rules. `before` and `after` are a colour, the name of a list or null, a due day or null (no such
 * clock, or an open-ended pause), or a notice. `on`: its first day; `until`: its last, null where it outlasts the days asked about, and for notices.
 */
export interface Difference {
  readonly project: NamedProject;
  readonly what: 'colour' | 'notice' | 'list' | 'due';
  readonly clock: ClockName | null; // of the notice, of the deadline, or that decides the worse colour on its first day
  readonly before: string | Told | null;
  readonly after: string | Told | null;
  readonly on: IsoDate;
  readonly until: IsoDate | null;
}

const rank = (colour: Colour | null): number => (colour === null ? -1 : COLOURS.indexOf(colour));

/**
 * What one project would have shown and whom it would have told otherwise on the days [from, to], had `after` stood in place of `before`, by its
 * facts as they are dated. The same rules differ in nothing. Cost: facts × clocks, whatever the number of days.
 */
export const replayProject = (history: readonly RecordedEvent[], before: Rules, after: Rules, from: IsoDate, to: IsoDate, holder: HolderOf): readonly Difference[] => {
  const latest = latestOf(history);
  if (latest === null || (latest.end !== null && latest.end.on < from)) return []; // no clock of an ended project runs in these days
  const project = nameOf(history, latest);
  const days = lived(history, from, to);
  const [wasOn, wouldOn] = [counted(days, before), counted(days, after)];
  const [was, would] = [courseOf(wasOn), courseOf(wouldOn)];
  const colours = spansApart<Colour>(was.colours, would.colours, itself).map((span): Difference =>
    ({ project, what: 'colour', clock: decidingOn(rank(span.after) > rank(span.before) ? wouldOn : wasOn, span.on), ...span }));
  const lists = spansApart(was.stalled, would.stalled, itself).map((span): Difference => ({ project, what: 'list', clock: null, ...span }));
  const dues = [...was.deadlines].flatMap(([clock, steps]) => spansApart(steps, would.deadlines.get(clock) ?? [], deadlineKey)
    .map(({ on, until, before: b, after: a }): Difference => ({ project, what: 'due', clock, before: b?.due ?? null, after: a?.due ?? null, on, until })));
  const notices = toldApart(history, before, after, from, to, holder).map(({ clock, before: b, after: a }): Difference => {
    const on = b !== null && b.on >= from && b.on <= to ? b.on : a?.on ?? b!.on;
    return { project, what: 'notice', clock, before: b, after: a, on, until: null };
  });
  return [...colours, ...lists, ...dues, ...notices].sort((x, y) => (x.on < y.on ? -1 : x.on > y.on ? 1 : 0));
};
