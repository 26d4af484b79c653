import { randomUUID } from 'node:crypto';
import type { PoolClient } from '#database';
import { dayInShanghai, schemaVersionOf, type Actor, type DomainEvent, type PersonRef } from '#domain';
import { rememberNews, type EventStore } from '#event-store';

const PEOPLE_STREAM = 'people';

interface Erased {
  readonly persons: readonly PersonRef[]; // references, as they stand in sealed texts
  readonly facts: number; // that became unreadable in part
  readonly reason: string;
}

// STORED FOR EVER, in stream "people". Nothing of the person ever stands here.
export type PeopleEvent = DomainEvent<'PersonErased', Erased>;

/** Keeps the fact in the transaction that destroys the keys. */
export const rememberErasure = (
  tx: Pick<PoolClient, 'query'>,
  actor: Actor,
  now: Date,
  data: Erased,
): Promise<void> => {
  const event = { type: 'PersonErased', occurredOn: dayInShanghai(now.toISOString()), data } satisfies PeopleEvent;
  return rememberNews(tx, PEOPLE_STREAM, [
    { id: randomUUID(), schemaVersion: schemaVersionOf(event.type), event, meta: { actor, commandId: randomUUID() } },
  ]);
};

/** Everybody of whom the log tells that their key was destroyed. */
export const erasedPeople = async (store: Pick<EventStore, 'readStream'>): Promise<readonly PersonRef[]> =>
  (await store.readStream(PEOPLE_STREAM)).flatMap(({ event }) => (event as PeopleEvent).data.persons);
