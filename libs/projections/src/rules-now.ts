import { POLICY_STREAM, rulesOf, type RecordedEvent, type Rules } from '#domain';
import { knownStreams, type EventStore } from '#event-store';

/** The rules as published so far; made again only where the policy stream has grown, and the same for all who ask at once. */
export const rulesNow = (store: EventStore): (() => Promise<Rules>) => {
  const history = knownStreams(store);
  let published: readonly RecordedEvent[] = [];
  let rules = rulesOf([]);
  return async () => {
    const events = await history(POLICY_STREAM);
    if (events !== published) {
      published = events;
      rules = rulesOf(events.map(({ event }) => event));
    }
    return rules;
  };
};
