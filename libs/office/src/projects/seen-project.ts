import { projectStream, type KnownProject, type RecordedEvent } from '#domain';
import { foldReadable, knownAt, projectAt, type AsOf } from '#projections';
import type { Asking } from '../ask.ts';
import type { Office } from '../office.ts';
import { sees } from '../seen-by.ts';
import { instantPosition } from './instant.ts';
import { notSeen } from './not-seen.ts';
import { placedOf } from './project-aggregate.ts';
import type { AsOfQuery } from './queries.ts';

/** A project as somebody may see it: its facts as they were known, and what they make of it on the day. */
export interface SeenProject {
  readonly at: AsOf;
  readonly history: readonly RecordedEvent[];
  readonly state: KnownProject;
}

const momentOf = async ({ today, store }: Office, { asOf, asKnown }: AsOfQuery): Promise<AsOf> => ({
  day: asOf ?? today(),
  position: await instantPosition(store, asKnown),
});

/**
 * The one way to a project: its stream is read once, whatever is asked of it. Past views obey today's permissions: who may see the project now may see all of
 * its past. Throws 'project-unknown', also where the asker may not see it or it was not there yet.
 */
export const seenProject = async ({ office, scope }: Asking, id: string, asked: AsOfQuery): Promise<SeenProject> => {
  const whole = await office.store.readStream(projectStream(id));
  const now = foldReadable(whole.map(placedOf));
  if (now.phase === 'none' || !sees(scope, now)) throw notSeen();
  const at = await momentOf(office, asked);
  const state = projectAt(whole, at);
  if (state.phase === 'none') throw notSeen();
  return { at, history: knownAt(whole, at.position), state };
};
