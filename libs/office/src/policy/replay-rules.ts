import type { Rules } from '#domain';
import type { Caller } from '#identity';
import { howMany } from '#projections';
import { holderIn, MATTERS_OWING, replay, type Replayed, type ReplayLimits, type Window } from '#reminders';
import type { Office } from '../office.ts';
import { seenWithin } from './seen.ts';

/** What other rules would have changed in the days of a window, of what the caller may see. Minutes where there is much. */
export const replayRules = async (
  office: Office,
  caller: Caller,
  [before, after]: readonly [Rules, Rules],
  window: Window,
  limits: ReplayLimits,
): Promise<Replayed> => {
  await office.matters.catchUp();
  const { tree } = await office.organisation.current();
  const seen = seenWithin(office.pool, await office.visibleTo(caller));
  return replay(office.store, { before, after, ...window, holder: holderIn(tree) }, seen, limits);
};

/** How many histories a replay goes through. */
export const historiesToReplay = ({ pool }: Office): Promise<number> => howMany(pool, Object.keys(MATTERS_OWING));
