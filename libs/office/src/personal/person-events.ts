import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from '#database';
import { dayInShanghai, schemaVersionOf, type Actor, type DomainEvent, type PersonRef } from '#domain';
import { rememberedNews, rememberNews, type EventStore } from '#event-store';

const PEOPLE_STREAM = 'people';

interface Erased {
  readonly persons: readonly PersonRef[]; // references, as they stand in sealed texts
  readonly facts: number; // that became unreadable in part
  readonly reason: string;
}

/** A chain that was written anew, and what proves the old one: its digest over position and hash of each record, as seals take it, and its last seal. */
interface Sealed {
  readonly position: string; // of the last record
  readonly events: number;
  readonly sealed: number; // facts of which something was sealed
  readonly before: string; // digest
  readonly now: string;
  readonly lastSeal: { readonly number: number; readonly position: string; readonly hash: string } | null;
}

// STORED FOR EVER, in stream "people". Nothing of the person ever stands here.
export type PeopleEvent = DomainEvent<'PersonErased', Erased> | DomainEvent<'LogSealedAnew', Sealed>;

/** Keeps the fact in the transaction of what it tells of. */
const remember = (tx: Pick<PoolClient, 'query'>, actor: Actor, event: PeopleEvent): Promise<void> =>
  rememberNews(tx, PEOPLE_STREAM, [
    { id: randomUUID(), schemaVersion: schemaVersionOf(event.type), event, meta: { actor, commandId: randomUUID() } },
  ]);

/** In the transaction that destroys the keys. */
export const rememberErasure = (tx: Pick<PoolClient, 'query'>, actor: Actor, now: Date, data: Erased): Promise<void> =>
  remember(tx, actor, { type: 'PersonErased', occurredOn: dayInShanghai(now.toISOString()), data });

/** In the transaction that writes the new chain. */
export const rememberSealing = (tx: Pick<PoolClient, 'query'>, actor: Actor, now: Date, data: Sealed): Promise<void> =>
  remember(tx, actor, { type: 'LogSealedAnew', occurredOn: dayInShanghai(now.toISOString()), data });

const namedIn = (event: DomainEvent): readonly PersonRef[] => {
  const told = event as PeopleEvent;
  return told.type === 'PersonErased' ? told.data.persons : [];
};

/** Everybody of whom it is told that their key was destroyed: in the log, or on the way there. */
export const erasedPeople = async (
  pool: Pool,
  store: Pick<EventStore, 'readStream'>,
): Promise<readonly PersonRef[]> => {
  const onTheWay = await rememberedNews(pool, PEOPLE_STREAM); // first: it is in the log before it leaves here
  const recorded = await store.readStream(PEOPLE_STREAM);
  return [...onTheWay, ...recorded].flatMap(({ event }) => namedIn(event));
};
