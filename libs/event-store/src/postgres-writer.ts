import type { Pool, PoolClient } from 'pg';
import { askForConnection, DatabaseBusy, onConnection, SecondConnection, Unreachable } from '#database';
import type { RecordedEvent } from '#domain';
import { NO_PREDECESSOR } from './chain.ts';
import { ClockBehind, WrongExpectedVersion, type Append, type Appended } from './event-store.ts';
import { decideGroup, type Answer, type Head, type LogEnd } from './postgres-deciding.ts';
import { insert, insertAt, LOCK } from './postgres-insert.ts';
import { asRead, EVENT_COLUMNS, readRow, type StoredEvent } from './postgres-table.ts';
import type { RecentEvents } from './recent-events.ts';

const HEADS = {
  name: 'luodi-heads',
  text: `select s.stream, h.version, h.hash, last.position as last_position, last.recorded_at as last_recorded_at, repeats.some as repeats
    from unnest($1::text[]) as s(stream)
    left join lateral (select version, hash from event e where e.stream = s.stream order by version desc limit 1) h on true
    left join lateral (select position, recorded_at from event order by position desc limit 1) last on true
    cross join (select exists (select from event where command_id = any($2::text[])) as some) repeats`,
};
const ENDS = {
  name: 'luodi-stream-ends',
  text: `select s.stream, h.version, h.hash from unnest($1::text[]) as s(stream)
    left join lateral (select version, hash from event e where e.stream = s.stream order by version desc limit 1) h on true`,
};
const REPEATS = {
  name: 'luodi-repeats',
  text: `select ${EVENT_COLUMNS} from event where command_id = any($1::text[]) and stream = any($2::text[]) order by position`,
};

interface StreamEnd {
  readonly stream: string;
  readonly version: number | null;
  readonly hash: Buffer | null;
}
const headsOf = (rows: readonly StreamEnd[]): readonly (readonly [string, Head])[] =>
  rows.map(({ stream, version, hash }) => [
    stream,
    { version: version ?? 0, hash: hash?.toString('hex') ?? NO_PREDECESSOR },
  ]);

const streamsOf = (appends: readonly Append[]): string[] => [...new Set(appends.map(({ stream }) => stream))];
const commandsOf = (appends: readonly Append[]): string[] => [
  ...new Set(appends.flatMap(({ events }) => events.map(({ meta }) => meta.commandId))),
];

interface Written {
  readonly answers: readonly Answer[];
  readonly end: LogEnd;
  readonly looked: boolean; // where the log ends was read for it
  readonly before: bigint; // where the log ended
  readonly stored: readonly RecordedEvent[];
}

/**
 * Writes a group of appends in one transaction under the append lock, and answers each: visible order is the order of positions, because
 * the next group cannot begin before this one is committed.
 */
const writeGroup = async (tx: PoolClient, appends: readonly Append[], now: () => number): Promise<Written> => {
  await tx.query(`begin; ${LOCK}`);
  const [streams, commands] = [streamsOf(appends), commandsOf(appends)];
  const { rows } = await tx.query<
    StreamEnd & {
      readonly last_position: string | null;
      readonly last_recorded_at: string | null;
      readonly repeats: boolean;
    }
  >({ ...HEADS, values: [streams, commands] });
  const repeats =
    rows[0]?.repeats === true ? (await tx.query<StoredEvent>({ ...REPEATS, values: [commands, streams] })).rows : [];
  const before: LogEnd = {
    position: BigInt(rows[0]?.last_position ?? '0'),
    recordedAt: rows[0]?.last_recorded_at ?? null,
    heads: new Map(headsOf(rows)),
  };
  const { answers, stored, end } = decideGroup(appends, before, repeats.map(readRow), now());
  if (stored.length > 0) await insert(tx, stored);
  await tx.query('commit');
  return {
    answers,
    end: { ...end, heads: new Map([...before.heads, ...end.heads]) },
    looked: true,
    before: before.position,
    stored,
  };
};

/** Where this process last saw the log end, with the heads of streams written to lately. */
interface KnownEnd extends LogEnd {
  readonly heads: Map<string, Head>;
}

/**
 * The same in one statement, chained to where this process last saw the log end. Null where it ends elsewhere by now, since another process wrote, or where the
 * log may hold one of the commands: nothing is stored then, and the group is written by looking.
 */
const writeOn = async (
  client: PoolClient,
  appends: readonly Append[],
  now: () => number,
  last: KnownEnd,
): Promise<Written | null> => {
  const unknown = streamsOf(appends).filter((stream) => !last.heads.has(stream));
  if (unknown.length > 0)
    for (const [stream, head] of headsOf((await client.query<StreamEnd>({ ...ENDS, values: [unknown] })).rows))
      last.heads.set(stream, head);
  const { answers, stored, end } = decideGroup(appends, last, [], now());
  if (stored.length === 0 || !(await insertAt(client, last.position, commandsOf(appends), stored))) return null;
  return { answers, end, looked: false, before: last.position, stored };
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
const committed = async (pool: Pool, write: (tx: PoolClient) => Promise<Written>): Promise<Written> => {
  const once = async (tx: PoolClient): Promise<Written> => {
    try {
      return await write(tx);
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

/** Writes a group by looking where the log ends. */
export const commit = async (pool: Pool, appends: readonly Append[], now: () => number): Promise<readonly Answer[]> =>
  (await committed(pool, (tx) => writeGroup(tx, appends, now))).answers;

const MOST_HEADS = 20_000;

/** Writes one group after the other, each on from where the one before ended; by looking where that is not known, or no longer so. */
const writerOn = (
  pool: Pool,
  now: () => number,
  recent: RecentEvents,
): ((appends: readonly Append[]) => Promise<readonly Answer[]>) => {
  let known: KnownEnd | null = null;
  return async (appends) => {
    const last = known;
    known = null; // whatever goes wrong, the next one looks
    const { answers, end, looked, before, stored } = await committed(
      pool,
      async (tx) => (last === null ? null : await writeOn(tx, appends, now, last)) ?? writeGroup(tx, appends, now),
    );
    const heads = looked || last === null || last.heads.size > MOST_HEADS ? new Map<string, Head>() : last.heads;
    for (const [stream, head] of end.heads) heads.set(stream, head);
    known = { ...end, heads };
    recent.add(before, stored.map(asRead));
    return answers;
  };
};

interface Waiting {
  readonly append: Append;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

const LARGEST_GROUP = 500;

/** Takes all appends that wait while the last group commits into the next one: throughput does not fall to one sync a command. `recent` learns what was stored. */
export const groupWriter = (
  pool: Pool,
  now: () => number,
  recent: RecentEvents,
): ((append: Append) => Promise<Appended>) => {
  let waiting: Waiting[] = [];
  let busy = false;
  const write = writerOn(pool, now, recent);
  const together = async (group: readonly Waiting[]): Promise<void> => {
    const answers = await write(group.map(({ append }) => append));
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
