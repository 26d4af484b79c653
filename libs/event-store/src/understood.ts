import { isKnownKind, matterOf, NewerFact, PROJECT_STREAMS } from '#domain';
import type { EventStore } from './event-store.ts';

/** Projects and matters are set aside one by one where they hold what a newer release recorded. */
const isSetAside = (stream: string): boolean => stream.startsWith(PROJECT_STREAMS) || matterOf(stream) !== null;

/** A log of which the whole bureau's rules, units, targets and numbers are read altogether or not at all: `readStream` throws NewerFact where a newer release recorded a fact among them. */
export const understood = (store: EventStore): EventStore => ({
  ...store,
  readStream: async (stream, after) => {
    const facts = await store.readStream(stream, after);
    const newer = isSetAside(stream) ? undefined : facts.find(({ event }) => !isKnownKind(event.type));
    if (newer !== undefined) throw new NewerFact(newer.event.type);
    return facts;
  },
});
