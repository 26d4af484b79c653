import { randomUUID } from 'node:crypto';
import type { PoolClient } from '#database';
import { dayInShanghai, schemaVersionOf, type DomainEvent } from '#domain';
import { rememberNews, type EventStore, type LogKind } from '#event-store';
import { OPERATOR } from '../operator.ts';

const STREAM = 'installation-log';

interface Move {
  readonly from: LogKind;
  readonly to: LogKind;
  readonly position: string; // of the last record that was brought
  readonly events: number; // that were brought, of all streams
}

// STORED FOR EVER, in stream "installation-log".
export type LogMoveEvent = DomainEvent<'LogMoved', Move>;

/** Keeps the fact in the transaction that puts the other log in charge; it is recorded there, as the first of what follows. */
export const rememberMove = (tx: Pick<PoolClient, 'query'>, now: Date, data: Move): Promise<void> => {
  const event = { type: 'LogMoved', occurredOn: dayInShanghai(now.toISOString()), data } satisfies LogMoveEvent;
  const actor = { user: OPERATOR.user, unit: null };
  return rememberNews(tx, STREAM, [
    { id: randomUUID(), schemaVersion: schemaVersionOf(event.type), event, meta: { actor, commandId: randomUUID() } },
  ]);
};

/** Up to which position the records of a log come from a KurrentDB, in which it stood before; 0 where it never did. */
export const fromKurrentUpTo = async (store: Pick<EventStore, 'readStream'>): Promise<bigint> => {
  const moves = (await store.readStream(STREAM)).map(({ event }) => (event as LogMoveEvent).data);
  return BigInt(moves.findLast(({ from }) => from === 'kurrentdb')?.position ?? '0');
};
