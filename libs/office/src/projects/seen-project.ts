import { projectStream, type KnownProject, type Project, type RecordedEvent } from '#domain';
import { foldReadable, knownAt, projectAt, withContent, type AsOf } from '#projections';
import type { Asking } from '../ask.ts';
import type { Office } from '../office.ts';
import { sees } from '../seen-by.ts';
import { instantPosition } from './instant.ts';
import { notSeen } from './not-seen.ts';
import { placedOf } from './project-aggregate.ts';
import type { AsOfQuery } from './queries.ts';

/** A project as somebody may see it: its facts as they were known, and what they make of it on the day. */
interface SeenProject {
  readonly at: AsOf;
  readonly history: readonly RecordedEvent[];
  readonly state: KnownProject;
}

/** Both times of a question, read. */
export const momentOf = async (
  { today, store }: Pick<Office, 'today' | 'store'>,
  { asOf, asKnown }: AsOfQuery,
): Promise<AsOf> => ({
  day: asOf ?? today(),
  position: await instantPosition(store, asKnown),
});

const folded = new WeakMap<readonly RecordedEvent[], Project>();
/** A history that was looked at lately is the same array: what was made of it stands. */
const foldedOnce = (history: readonly RecordedEvent[]): Project => {
  const known = folded.get(history);
  if (known !== undefined) return known;
  const made = foldReadable(history.map(placedOf));
  folded.set(history, made);
  return made;
};

/** Whether the moment leaves out no fact: all are known by then, none is dated later, and no correction moves one's day. */
const isAllOf = (history: readonly RecordedEvent[], { day, position }: AsOf): boolean =>
  position === null &&
  history.every(
    ({ event: { type, occurredOn, data } }) =>
      occurredOn <= day && !(type === 'FactCorrected' && (data as { field: string }).field === 'occurredOn'),
  );

/**
 * The one way to a project: its stream is read once, whatever is asked of it. Past views obey today's permissions: who may see the project now may see all of
 * its past. Throws 'project-unknown', also where the asker may not see it or it was not there yet.
 */
export const seenProject = async ({ office, scope }: Asking, id: string, asked: AsOfQuery): Promise<SeenProject> => {
  const whole = await office.projects.historyOf(projectStream(id));
  const now = foldedOnce(whole);
  if (now.phase === 'none' || !sees(scope, now)) throw notSeen();
  const at = await momentOf(office, asked);
  const state = isAllOf(withContent(whole), at) ? now : projectAt(whole, at);
  if (state.phase === 'none') throw notSeen();
  return { at, history: knownAt(whole, at.position), state };
};
