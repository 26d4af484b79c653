import { jsonEvent, type EventData, type JSONRecordedEvent } from '@kurrent/kurrentdb-client';
import { v5 as uuid } from 'uuid';
import { readAsToday, type RecordedEvent } from '#domain';
import type { Places } from './places.ts';

/** A fact as it goes to KurrentDB: everything but its position. */
export type Written = Omit<RecordedEvent, 'position'>;

const RECORDS = '4be3b8a5-6f0c-4a39-9d5f-6e0f8e5f7f52'; // the namespace of the ids below

/** What stands beside a fact's data: with it and the place of the record, the fact is whole again. */
interface Beside {
  readonly id: string;
  readonly occurredOn: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly meta: RecordedEvent['meta'];
  readonly position?: string; // which it had in another log, from which it was brought
}

/**
 * The record of a fact. Its id follows from the fact's hash, and so from the command's id: the same record given again is one record, while the same command decided
 * anew elsewhere is another one, refused by the stream's version. An id of the command alone would have the server take the second for the first.
 */
export const recordOf = (
  { id, event, schemaVersion, recordedAt, previousHash, hash, meta }: Written,
  position?: bigint,
): EventData => {
  const metadata: Beside = {
    id,
    occurredOn: event.occurredOn,
    schemaVersion,
    recordedAt,
    previousHash,
    hash,
    meta,
    ...(position === undefined ? {} : { position: String(position) }),
  };
  return jsonEvent({
    id: uuid(hash, RECORDS),
    type: event.type,
    data: event.data as Record<string, unknown>,
    metadata,
  });
};

const LARGEST = 12 * 1024 * 1024; // bytes: with what goes beside it in one message it stays within the 16 MB that any server takes

/** A record that no server takes, however it is set. It is not sent: a message that is too large ends the connection, and with it what others have under way on it. */
export const isTooLargeAlone = ({ event }: Written): boolean => Buffer.byteLength(JSON.stringify(event.data)) > LARGEST;

/** The fact of a record as it was written. A record that nobody of us wrote has no hash, and the chain says so. */
export const asWritten = (
  { type, data, metadata, revision, position }: JSONRecordedEvent,
  stream: string,
  places: Places,
): RecordedEvent => {
  const beside = (metadata ?? {}) as Partial<Beside>;
  return {
    id: beside.id ?? '',
    stream,
    version: Number(revision) + 1,
    position: places.positionAt(position?.commit ?? 0n, beside.position),
    event: { type, occurredOn: beside.occurredOn ?? '', data } as RecordedEvent['event'],
    schemaVersion: beside.schemaVersion ?? 1,
    meta: beside.meta ?? { actor: { user: '', unit: null }, commandId: '' },
    recordedAt: beside.recordedAt ?? '',
    previousHash: beside.previousHash ?? '',
    hash: beside.hash ?? '',
  };
};

/** The same as today's rules read it: older schema versions are lifted on the way in. */
export const asToday = (recorded: RecordedEvent): RecordedEvent => {
  const { event, schemaVersion } = recorded;
  const { type, version, data } = readAsToday(
    event.type,
    schemaVersion,
    event.data as Readonly<Record<string, unknown>>,
  );
  return version === schemaVersion && type === event.type
    ? recorded
    : { ...recorded, schemaVersion: version, event: { ...event, type, data } };
};
