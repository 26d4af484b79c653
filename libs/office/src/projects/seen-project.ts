import { projectStream, type KnownProject, type RecordedEvent } from '#domain';
import { knownAt, projectAt, type AsOf, type Scope } from '#projections';
import type { Asking } from '../ask.ts';
import type { Office } from '../office.ts';
import { sees } from '../seen-by.ts';
import { instantPosition } from './instant.ts';
import { foldProject, type FoldedProject } from './folded-project.ts';
import { notSeen } from './not-seen.ts';

import type { AsOfQuery } from './queries.ts';

/** A project as somebody may see it: what its facts make of it on the day, as they were known. */
interface SeenProject {
  readonly at: AsOf;
  readonly state: KnownProject;
  readonly version: number; // of the last fact then known
  readonly position: bigint;
}

/** The same with the facts themselves. */
interface SeenHistory {
  readonly at: AsOf;
  readonly state: KnownProject;
  readonly history: readonly RecordedEvent[];
}

/** Both times of a question, read. */
export const momentOf = async (
  { today, store }: Pick<Office, 'today' | 'store'>,
  { asOf, asKnown }: AsOfQuery,
): Promise<AsOf> => ({
  day: asOf ?? today(),
  position: await instantPosition(store, asKnown),
});

const folded = new WeakMap<readonly RecordedEvent[], FoldedProject>();
/** A history that was looked at lately is the same array: what was made of it stands. */
const foldedOnce = (history: readonly RecordedEvent[]): FoldedProject => {
  const known = folded.get(history);
  if (known !== undefined) return known;
  const made = foldProject(history);
  folded.set(history, made);
  return made;
};

/** Whether the moment leaves out no fact: all are known by then, none is dated later, and no correction moves one's day. */
const isNow = ({ latest, isMoved }: FoldedProject, { day, position }: AsOf): boolean =>
  position === null && latest <= day && !isMoved;

/** Throws 'project-unknown' where there is none, and where the asker may not see it as it stands now. */
const admit = (scope: Scope, { project }: FoldedProject): KnownProject => {
  if (project.phase === 'none' || !sees(scope, project)) throw notSeen();
  return project;
};

const seenThen = (whole: readonly RecordedEvent[], at: AsOf): SeenHistory => {
  const state = projectAt(whole, at);
  if (state.phase === 'none') throw notSeen();
  return { at, state, history: knownAt(whole, at.position) };
};

/**
 * The way to a project, and to its past: what is asked of it is answered from one reading of its stream. Past views obey today's permissions: who may see the project now may see all of
 * its past. Throws 'project-unknown', also where the asker may not see it or it was not there yet.
 */
export const seenProject = async ({ office, scope }: Asking, id: string, asked: AsOfQuery): Promise<SeenProject> => {
  const stream = projectStream(id);
  const now = await office.projects.known(stream);
  const state = admit(scope, now);
  const at = await momentOf(office, asked);
  if (isNow(now, at)) return { at, state, version: now.version, position: now.position! };
  const then = seenThen(await office.projects.historyOf(stream), at);
  const { version, position } = then.history.at(-1)!;
  return { at, state: then.state, version, position };
};

/** The same for those who show or reckon with its facts. */
export const seenHistory = async ({ office, scope }: Asking, id: string, asked: AsOfQuery): Promise<SeenHistory> => {
  const whole = await office.projects.historyOf(projectStream(id));
  const now = foldedOnce(whole);
  const state = admit(scope, now);
  const at = await momentOf(office, asked);
  return isNow(now, at) ? { at, state, history: whole } : seenThen(whole, at);
};
