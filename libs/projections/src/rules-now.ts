import { POLICY_STREAM, rulesOf, type RecordedEvent, type Rules } from '#domain';
import type { EventStore } from '#event-store';

/** The rules as published so far; the policy stream is read on only where it has grown. */
export const rulesNow = (store: EventStore): (() => Promise<Rules>) => {
  let events: readonly RecordedEvent[] = [];
  let rules = rulesOf([]);
  return async () => {
    const news = await store.readStream(POLICY_STREAM, events.at(-1)?.version ?? 0);
    if (news.length > 0) {
      events = [...events, ...news];
      rules = rulesOf(events.map(({ event }) => event));
    }
    return rules;
  };
};
