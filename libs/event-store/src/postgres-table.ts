import type { RecordedEvent } from '#domain';
import { readAsToday } from '#domain';
import { appendMigration } from './append-function.ts';
import { directoryMigration } from './kurrent/directory.ts';
import { placeMigration } from './kurrent/finding.ts';
import { personKeyMigration } from './people/person-keys.ts';
import { leadMigration } from './lead.ts';
import { logHomeMigration } from './log-home.ts';
import { newsMigration } from './news.ts';
import { setAsideMigration } from './set-aside.ts';

/** The log's one table. Content is json text, so that what was hashed is what is read; nothing is ever updated or deleted. */
export const eventStoreMigrations = [
  {
    id: 'event-store-1-events',
    sql: `create table event (
      position       bigint primary key,
      stream         text collate "C" not null,
      version        integer not null,
      id             uuid not null,
      type           text not null,
      schema_version smallint not null,
      occurred_on    date not null,
      recorded_at    timestamptz(3) not null,
      command_id     text not null,
      meta           json not null,
      data           json not null,
      previous_hash  bytea not null,
      hash           bytea not null,
      unique (stream, version)
    );
    create index event_command on event (command_id);
    create index event_recorded_at on event (recorded_at, position)`,
  },
  setAsideMigration,
  newsMigration,
  directoryMigration,
  logHomeMigration,
  placeMigration,
  appendMigration,
  leadMigration,
  personKeyMigration,
] as const;

export const EVENT_COLUMNS =
  'position, stream, version, id, type, schema_version, occurred_on, recorded_at, command_id, meta, data, previous_hash, hash';

export interface StoredEvent {
  readonly position: string;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly occurred_on: string;
  readonly recorded_at: string;
  readonly command_id: string;
  readonly meta: Omit<RecordedEvent['meta'], 'commandId'>;
  readonly data: Record<string, unknown>;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

/** An instant that nobody of us can have written stays as it reads: the chain then says so. */
const instantOf = (text: string): string => {
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString();
};

const recordedAs = (
  row: StoredEvent,
  type: string,
  schemaVersion: number,
  data: Readonly<Record<string, unknown>>,
): RecordedEvent => ({
  id: row.id,
  stream: row.stream,
  version: row.version,
  position: BigInt(row.position),
  event: { type, occurredOn: row.occurred_on, data } as RecordedEvent['event'],
  schemaVersion,
  meta: { ...row.meta, commandId: row.command_id },
  recordedAt: instantOf(row.recorded_at),
  previousHash: row.previous_hash.toString('hex'),
  hash: row.hash.toString('hex'),
});

/** As today's rules read it: older schema versions are lifted on the way in. */
export const readRow = (row: StoredEvent): RecordedEvent => {
  const { type, version, data } = readAsToday(row.type, row.schema_version, row.data);
  return recordedAs(row, type, version, data);
};

/** As it was written, for those who check the chain. */
export const rawRow = (row: StoredEvent): RecordedEvent => recordedAs(row, row.type, row.schema_version, row.data);

const asKept = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** An event as the log will give it back: what JSON does not keep is gone, and an older or newer schema version is read as today's rules read it. */
export const asRead = (stored: RecordedEvent): RecordedEvent => {
  const { type, version, data } = readAsToday(
    stored.event.type,
    stored.schemaVersion,
    asKept(stored.event.data) as Readonly<Record<string, unknown>>,
  );
  const { occurredOn } = stored.event;
  return {
    ...stored,
    event: { type, occurredOn, data },
    schemaVersion: version,
    meta: asKept(stored.meta),
  };
};
