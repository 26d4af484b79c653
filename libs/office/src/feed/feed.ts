import type { RecordedEvent } from '#domain';
import type { Subscription } from '#event-store';
import type { Caller } from '#identity';
import type { Question } from '../ask.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';
import { cloudEvent, sourceOf, type CloudEvent } from './envelope.ts';

interface FeedPage {
  readonly events: readonly CloudEvent[];
  readonly cursor: string; // to ask on from: the feed has no end
}

const inEnvelopes = ({ config }: Office, events: readonly RecordedEvent[]): readonly CloudEvent[] => {
  const source = sourceOf(config.publicUrl);
  return events.map((event) => cloudEvent(event, source));
};

/** The feed tells everything, in no unit's scope. */
const unlimited = ({ scope }: Caller): void => {
  if (scope.kind !== 'all') throw refused('feed-beyond-scope');
};

/** The place of a cursor; null: the beginning of the log. Throws 'invalid-cursor'. */
const placeOf = async ({ store }: Office, cursor: string | null): Promise<bigint> => {
  if (cursor === null) return 0n;
  if (!/^\d{1,18}$/.test(cursor)) throw refused('invalid-cursor', 'after');
  return store.placeBefore(BigInt(cursor));
};

/** The facts after a cursor, in the order of the log, each once. */
export const showFeed: Question<{ readonly after: string | null; readonly limit: number }, FeedPage> = {
  answer: async ({ office, caller }, { after, limit }) => {
    unlimited(caller);
    const place = await placeOf(office, after);
    const events = await office.store.readAll(place, limit);
    return { events: inEnvelopes(office, events), cursor: String(events.at(-1)?.position ?? place) };
  },
};

const MOST = 20; // who follow at once
const following = new WeakMap<Office['store'], number>();

/** The same for ever, as it is recorded. `send` is waited for: who reads slowly is not sent more. Throws 'invalid-cursor', 'feed-full'. */
export const followFeed = async (
  office: Office,
  caller: Caller,
  after: string | null,
  send: (events: readonly CloudEvent[]) => Promise<void>,
): Promise<Subscription> => {
  unlimited(caller);
  const place = await placeOf(office, after);
  const many = following.get(office.store) ?? 0;
  if (many >= MOST) throw refused('feed-full');
  following.set(office.store, many + 1);
  const subscription = office.store.subscribe(place, (events) => send(inEnvelopes(office, events)));
  let counted = true; // who is told twice to stop has left once
  return {
    stop: async () => {
      if (counted) following.set(office.store, (following.get(office.store) ?? 1) - 1);
      counted = false;
      await subscription.stop();
    },
  };
};
