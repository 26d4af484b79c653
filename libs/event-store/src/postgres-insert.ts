import type { PoolClient } from 'pg';
import { Unreachable } from '#database';
import type { RecordedEvent } from '#domain';
import { EVENT_COLUMNS } from './postgres-table.ts';

const APPEND_LOCK = 7_236_482;
export const CHANNEL = 'luodi_log';

/**
 * Nobody else appends before this transaction ends. A process that stops in the middle must not hold up all others for ever. Every look-up of an append is by an index; a plan made
 * while the log was empty would go on reading all of it.
 */
export const LOCK = `set local idle_in_transaction_session_timeout = '30s'; set local enable_seqscan = off; select pg_advisory_xact_lock(${APPEND_LOCK})`;
export const lockAppends = (tx: Pick<PoolClient, 'query'>): Promise<unknown> => tx.query(LOCK);

const ROWS = `select * from rows from (unnest($1::bigint[], $2::text[], $3::integer[], $4::uuid[], $5::text[], $6::smallint[], $7::date[], $8::timestamptz[], $9::text[]),
        json_array_elements($10::json), json_array_elements($11::json), unnest($12::bytea[], $13::bytea[]))`;
// A log that has moved away takes nothing more, whatever its writer still believes: every append asks in its own statement.
const ELSEWHERE = `exists (select from log_home where kind <> 'postgres')`;
// Stored only where the log in charge is this one, or where it is being brought here ($15).
const INSERT = {
  name: 'luodi-insert',
  text: `with home as (select $15::boolean or not ${ELSEWHERE} as here),
    stored as (insert into event (${EVENT_COLUMNS}) ${ROWS} where (select here from home))
    select here, case when here then pg_notify('${CHANNEL}', $14::text) end from home`,
};

const valuesOf = (events: readonly RecordedEvent[]): readonly unknown[] => [
  events.map(({ position }) => String(position)),
  events.map(({ stream }) => stream),
  events.map(({ version }) => version),
  events.map(({ id }) => id),
  events.map(({ event }) => event.type),
  events.map(({ schemaVersion }) => schemaVersion),
  events.map(({ event }) => event.occurredOn),
  events.map(({ recordedAt }) => recordedAt),
  events.map(({ meta }) => meta.commandId),
  JSON.stringify(events.map(({ meta }) => ({ ...meta, commandId: undefined }))),
  JSON.stringify(events.map(({ event }) => event.data)),
  events.map(({ previousHash }) => Buffer.from(previousHash, 'hex')),
  events.map(({ hash }) => Buffer.from(hash, 'hex')),
  String(events.at(-1)!.position),
];

/** Stores records as they are. Called under the append lock. `brought`: by a move, into the log that is not in charge yet. Throws Unreachable 'log-elsewhere' where the log has moved away. */
export const insert = async (
  tx: PoolClient,
  events: readonly RecordedEvent[],
  { brought = false } = {},
): Promise<void> => {
  const { rows } = await tx.query<{ here: boolean }>({ ...INSERT, values: [...valuesOf(events), brought] });
  if (rows[0]?.here !== true) throw new Unreachable('log-elsewhere', 'EVENT_STORE');
};

const APPEND = {
  name: 'luodi-append',
  text: 'select luodi_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) as stored',
};

/** Stores rows that are chained to a log ending at `end`, committed (append-function.ts); answers false, and stores nothing, where it ends elsewhere by now or holds one of the commands. */
export const insertAt = async (
  client: PoolClient,
  end: bigint,
  commands: readonly string[],
  events: readonly RecordedEvent[],
): Promise<boolean> => {
  const { rows } = await client.query<{ stored: boolean }>({
    ...APPEND,
    values: [...valuesOf(events), String(end), commands],
  });
  return rows[0]!.stored;
};
