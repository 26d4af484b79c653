import { COLOURS, type Colour, type IsoDate, type RecordedEvent, type Rules } from '#domain';
import type { HolderOf } from '../owed/addressees.ts';
import { courseOf, deadlineKey, decidingOn, itself } from './course.ts';
import { byDay, noticeDifference, type Difference } from './difference.ts';
import { counted, latestOf, lived, nameOf } from './lived.ts';
import { spansApart } from './steps.ts';
import { toldApart, toldByProject } from './told.ts';

const rank = (colour: Colour | null): number => (colour === null ? -1 : COLOURS.indexOf(colour));

/**
 * What one project would have shown and whom it would have told otherwise on the days [from, to], had `after` stood in place of `before`, by its
 * facts as they are dated. The same rules differ in nothing. Cost: facts × clocks, whatever the number of days.
 */
export const replayProject = (
  history: readonly RecordedEvent[],
  before: Rules,
  after: Rules,
  from: IsoDate,
  to: IsoDate,
  holder: HolderOf,
): readonly Difference[] => {
  const latest = latestOf(history);
  if (latest === null || (latest.end !== null && latest.end.on < from)) return []; // no clock of an ended project runs in these days
  const about = { project: nameOf(history, latest), matter: null };
  const days = lived(history, from, to);
  const [wasOn, wouldOn] = [counted(days, before), counted(days, after)];
  const [was, would] = [courseOf(wasOn), courseOf(wouldOn)];
  const colours = spansApart<Colour>(was.colours, would.colours, itself).map((span): Difference => ({
    ...about,
    what: 'colour',
    clock: decidingOn(rank(span.after) > rank(span.before) ? wouldOn : wasOn, span.on),
    ...span,
  }));
  const lists = spansApart(was.stalled, would.stalled, itself).map((span): Difference => ({
    ...about,
    what: 'list',
    clock: null,
    ...span,
  }));
  const dues = [...was.deadlines].flatMap(([clock, steps]) =>
    spansApart(steps, would.deadlines.get(clock) ?? [], deadlineKey).map(
      ({ on, until, before: b, after: a }): Difference => ({
        ...about,
        what: 'due',
        clock,
        before: b?.due ?? null,
        after: a?.due ?? null,
        on,
        until,
      }),
    ),
  );
  const told = (rules: Rules) => toldByProject(history, rules, to, holder);
  const notices = toldApart(told(before), told(after), from, to).map((apart) =>
    noticeDifference(apart, about, from, to),
  );
  return byDay([...colours, ...lists, ...dues, ...notices]);
};
