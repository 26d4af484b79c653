import type { Pool } from '#database';
import { inEveryText, refsIn, type PersonRef, type RecordedEvent } from '#domain';
import { keysOf, type EventStore } from '#event-store';
import { erasedPeople } from './person-events.ts';

/** The first record that is sealed for somebody. */
type Place = Pick<RecordedEvent, 'position' | 'stream' | 'version'>;

const AT_ONCE = 5_000;

/** Fed with records as they are stored: whose keys open them, and which of those are gone without an erasure that tells of it. Memory holds a place a person. */
export const keysMissed = () => {
  const sealedFor = new Map<PersonRef, Place>();
  return {
    note: (records: readonly RecordedEvent[]): void => {
      for (const { event, meta, position, stream, version } of records)
        inEveryText([event.data, meta], (text) => {
          for (const person of refsIn(text))
            if (!sealedFor.has(person)) sealedFor.set(person, { position, stream, version });
          return text;
        });
    },
    /** The first record that nobody can read any more, in the order in which they were fed; null where each can be, or its person was erased. */
    first: async (pool: Pool, store: Pick<EventStore, 'readStream'>): Promise<Place | null> => {
      const people = [...sealedFor.keys()];
      const gone: PersonRef[] = [];
      for (let from = 0; from < people.length; from += AT_ONCE) {
        const some = people.slice(from, from + AT_ONCE);
        const kept = await keysOf(pool, some);
        gone.push(...some.filter((person) => !kept.has(person)));
      }
      if (gone.length === 0) return null;
      const erased = new Set(await erasedPeople(pool, store)); // asked afterwards: who is erased meanwhile is told of by then
      const missed = gone.find((person) => !erased.has(person));
      return missed === undefined ? null : sealedFor.get(missed)!;
    },
  };
};
