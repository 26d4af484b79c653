import type { Pool, PoolClient } from 'pg';
import { askForConnection, DatabaseBusy, onConnection, SecondConnection, Unreachable } from '#database';
import type { RecordedEvent } from '#domain';
import { chained, NO_PREDECESSOR } from './chain.ts';
import { ClockBehind, WrongExpectedVersion, type Append, type Appended } from './event-store.ts';
import { EVENT_COLUMNS, readRow, type StoredEvent } from './postgres-table.ts';

const APPEND_LOCK = 7_236_482;
export const CHANNEL = 'luodi_log';

type Answer = Appended | WrongExpectedVersion;
interface Head {
  version: number;
  hash: string;
}

const HEADS = {
  name: 'luodi-heads',
  text: `select s.stream, h.version, h.hash, last.position as last_position, last.recorded_at as last_recorded_at, repeats.some as repeats
    from unnest($1::text[]) as s(stream)
    left join lateral (select version, hash from event e where e.stream = s.stream order by version desc limit 1) h on true
    left join lateral (select position, recorded_at from event order by position desc limit 1) last on true
    cross join (select exists (select from event where command_id = any($2::text[])) as some) repeats`,
};
const REPEATS = {
  name: 'luodi-repeats',
  text: `select ${EVENT_COLUMNS} from event where command_id = any($1::text[]) and stream = any($2::text[]) order by position`,
};
// Stored only where the log in charge is this one, or where it is being brought here ($15): a log that has moved away takes nothing more, whatever its writer still believes.
const INSERT = {
  name: 'luodi-insert',
  text: `with home as (select $15::boolean or not exists (select from log_home where kind <> 'postgres') as here),
    stored as (
      insert into event (${EVENT_COLUMNS})
      select * from rows from (unnest($1::bigint[], $2::text[], $3::integer[], $4::uuid[], $5::text[], $6::smallint[], $7::date[], $8::timestamptz[], $9::text[]),
        json_array_elements($10::json), json_array_elements($11::json), unnest($12::bytea[], $13::bytea[]))
      where (select here from home)
    ) select here, case when here then pg_notify('${CHANNEL}', $14::text) end from home`,
};

/** Stores records as they are. Called under the append lock. `brought`: by a move, into the log that is not in charge yet. Throws Unreachable 'log-elsewhere' where the log has moved away. */
export const insert = async (
  tx: PoolClient,
  events: readonly RecordedEvent[],
  { brought = false } = {},
): Promise<void> => {
  const { rows } = await tx.query<{ here: boolean }>({
    ...INSERT,
    values: [
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
      brought,
    ],
  });
  if (rows[0]?.here !== true) throw new Unreachable('log-elsewhere', 'EVENT_STORE');
};

const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * One instant a transaction, later than that of the one before where the machine's clock steps back a little: an instant finds its position
 * by an index, and tells which facts were recorded together. Throws ClockBehind.
 */
const instantAfter = (last: string | null, now: number): string => {
  const before = last === null ? 0 : Date.parse(last);
  if (before - now > CLOCK_TOLERANCE_MS)
    throw new ClockBehind(new Date(now).toISOString(), new Date(before).toISOString());
  return new Date(Math.max(now, before + 1)).toISOString();
};

/**
 * Nobody else appends before this transaction ends. A process that stops in the middle must not hold up all others for ever. Every look-up of an append is by an index; a plan made
 * while the log was empty would go on reading all of it.
 */
const LOCK = `set local idle_in_transaction_session_timeout = '30s'; set local enable_seqscan = off; select pg_advisory_xact_lock(${APPEND_LOCK})`;
export const lockAppends = (tx: Pick<PoolClient, 'query'>): Promise<unknown> => tx.query(LOCK);

const key = (stream: string, command: string): string => `${stream}\n${command}`;

/**
 * Writes a group of appends in one transaction under the append lock, and answers each: visible order is the order of positions, because
 * the next group cannot begin before this one is committed. A refused append leaves its neighbours alone.
 */
const writeGroup = async (
  tx: PoolClient,
  appends: readonly Append[],
  now: () => number,
): Promise<readonly Answer[]> => {
  await tx.query(`begin; ${LOCK}`);
  const streams = [...new Set(appends.map(({ stream }) => stream))];
  const commands = [...new Set(appends.flatMap(({ events }) => events.map(({ meta }) => meta.commandId)))];
  const { rows } = await tx.query<{
    stream: string;
    version: number | null;
    hash: Buffer | null;
    last_position: string | null;
    last_recorded_at: string | null;
    repeats: boolean;
  }>({ ...HEADS, values: [streams, commands] });
  const repeats =
    rows[0]?.repeats === true ? (await tx.query<StoredEvent>({ ...REPEATS, values: [commands, streams] })).rows : [];
  const heads = new Map<string, Head>(
    rows.map(({ stream, version, hash }) => [
      stream,
      { version: version ?? 0, hash: hash?.toString('hex') ?? NO_PREDECESSOR },
    ]),
  );
  const done = new Map<string, RecordedEvent[]>();
  for (const event of repeats.map(readRow)) remember(done, event);

  let position = BigInt(rows[0]?.last_position ?? '0');
  const recordedAt = instantAfter(rows[0]?.last_recorded_at ?? null, now());
  const stored: RecordedEvent[] = [];
  const answers = appends.map((append): Answer => {
    const { stream, expected, events } = append;
    const head = heads.get(stream)!;
    const before = events.flatMap(({ meta }) => done.get(key(stream, meta.commandId)) ?? []);
    const last = before.at(-1);
    if (last)
      return { stream, version: last.version, position: last.position, events: [...new Set(before)], repeated: true };
    if (expected !== 'any' && expected !== head.version)
      return new WrongExpectedVersion(stream, expected, head.version);
    const recorded = chained(stream, head, events, recordedAt).map((event): RecordedEvent => ({
      ...event,
      position: (position += 1n),
    }));
    for (const event of recorded) remember(done, event);
    heads.set(stream, { version: head.version + recorded.length, hash: recorded.at(-1)?.hash ?? head.hash });
    stored.push(...recorded);
    return { stream, version: head.version + recorded.length, position, events: recorded, repeated: false };
  });
  if (stored.length > 0) await insert(tx, stored);
  await tx.query('commit');
  return answers;
};

const remember = (done: Map<string, RecordedEvent[]>, event: RecordedEvent): void => {
  const place = key(event.stream, event.meta.commandId);
  const known = done.get(place);
  if (known) known.push(event);
  else done.set(place, [event]);
};

/** The server went away or cut us off: it worded no answer, or one of class 08 or 57P0. A mistake of our own is no loss. */
const isLost = (error: unknown): boolean => {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SecondConnection) return false;
  if (error instanceof ClockBehind || error instanceof Unreachable) return false;
  const { code, severity } = error as { readonly code?: string; readonly severity?: string };
  return severity === undefined || /^(08|57P0)/.test(code ?? '');
};

/** A value that no column can hold (class 22): the mistake of one append, not of its neighbours. */
const isUnwritable = (error: unknown): boolean => /^22/.test((error as { readonly code?: string }).code ?? '');

/**
 * A group on a connection of its own. Where the connection dies nobody knows whether the commit came through, so the whole group is given
 * again: command ids make that safe. Other errors reach every caller of the group.
 */
export const commit = async (pool: Pool, appends: readonly Append[], now: () => number): Promise<readonly Answer[]> => {
  const once = async (tx: PoolClient): Promise<readonly Answer[]> => {
    try {
      return await writeGroup(tx, appends, now);
    } catch (error) {
      if (!isLost(error)) await tx.query('rollback');
      throw error;
    }
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await onConnection(pool, once, isLost);
    } catch (error) {
      if (error instanceof DatabaseBusy || !isLost(error) || attempt === 20) throw error;
      await new Promise((later) => {
        setTimeout(later, 100 * attempt);
      });
    }
  }
};

interface Waiting {
  readonly append: Append;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

const LARGEST_GROUP = 500;

/** Takes all appends that wait while the last group commits into the next one: throughput does not fall to one sync a command. */
export const groupWriter = (pool: Pool, now: () => number): ((append: Append) => Promise<Appended>) => {
  let waiting: Waiting[] = [];
  let busy = false;
  const together = async (group: readonly Waiting[]): Promise<void> => {
    const answers = await commit(
      pool,
      group.map(({ append }) => append),
      now,
    );
    answers.forEach((answer, index) => {
      if (answer instanceof WrongExpectedVersion) group[index]!.reject(answer);
      else group[index]!.resolve(answer);
    });
  };
  const oneByOne = async (group: readonly Waiting[]): Promise<void> => {
    for (const one of group) await together([one]).catch(one.reject);
  };
  const drain = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, LARGEST_GROUP);
      waiting = waiting.slice(LARGEST_GROUP);
      try {
        await together(group);
      } catch (error) {
        if (group.length > 1 && isUnwritable(error))
          await oneByOne(group); // one of them cannot be stored at all
        else for (const { reject } of group) reject(error);
      }
    }
    busy = false;
  };
  return (append) =>
    new Promise((resolve, reject) => {
      askForConnection(); // the group's connection is taken for all of its callers
      waiting.push({ append, resolve, reject });
      if (!busy) {
        busy = true;
        setImmediate(() => {
          void drain();
        });
      } // the callers of this turn of the loop go together
    });
};
