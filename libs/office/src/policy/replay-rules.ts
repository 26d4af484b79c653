import { policyToReplay, sideBySide, withCalendar, type CalendarYear, type Rules } from '#domain';
import { howMany } from '#projections';
import {
  calendarWindow,
  holderIn,
  MATTERS_OWING,
  policyWindow,
  replay,
  type Replayed,
  type ReplayLimits,
  type Window,
} from '#reminders';
import type { Asking, Question } from '../ask.ts';
import { policyDraft } from './drafts.ts';
import { seenWithin } from './seen.ts';

/** `days`: those looked at; left out, those that make sense for what is replayed. */
export interface Replay {
  readonly days: Partial<Window>;
  readonly limits: ReplayLimits;
}

/** What other rules would have changed in the days of a window, of what the caller may see. Minutes where there is much. */
const laid = async (
  { office, scope }: Asking,
  [before, after]: readonly [Rules, Rules],
  window: Window,
  limits: ReplayLimits,
): Promise<Replayed> => {
  const { tree } = await office.organisation.current();
  const rules = { before, after, ...window, holder: holderIn(tree) };
  return replay(office.store, rules, seenWithin(office.pool, scope), limits);
};

/** What a draft would have changed. Throws 'draft-unknown' and 'window-invalid'. */
export const replayDraft: Question<Replay & { readonly draft: number }, Replayed> = {
  upToDate: ['matters'],
  answer: async (asking, { draft, days, limits }) => {
    const { office } = asking;
    const [rules, today] = [await office.rules(), office.today()];
    const { policy } = await policyDraft(office, draft);
    return laid(asking, sideBySide(rules, policy, today), policyWindow(days, today), limits);
  },
};

/** What a policy that nobody has drafted would have changed. `document`: as it was written; the policy in force gives nothing. */
export const replayPolicy: Question<Replay & { readonly document: unknown }, Replayed> = {
  upToDate: ['matters'],
  answer: async (asking, { document, days, limits }) => {
    const { office } = asking;
    const [rules, today] = [await office.rules(), office.today()];
    const policy = policyToReplay(document, rules, today);
    return laid(asking, sideBySide(rules, policy, today), policyWindow(days, today), limits);
  },
};

/** Deadlines, notices and colours that notices of years would move. */
export const replayCalendars: Question<Replay & { readonly years: readonly CalendarYear[] }, Replayed> = {
  upToDate: ['matters'],
  answer: async (asking, { years, days, limits }) => {
    const { office } = asking;
    const rules = await office.rules();
    const window = calendarWindow(days, years, office.today());
    return laid(asking, [rules, withCalendar(rules, years)], window, limits);
  },
};

/** How many histories a replay goes through. */
export const historiesToReplay: Question<object, number> = {
  answer: ({ office }) => howMany(office.pool, Object.keys(MATTERS_OWING)),
};
