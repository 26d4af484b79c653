import type pg from 'pg';
import { hearing } from '#database';
import type { RecordedEvent } from '#domain';
import { WrongExpectedVersion, type Append, type Appended, type EventStore } from './event-store.ts';
import { following } from './following.ts';
import { streamHeads } from './postgres-heads.ts';
import { EVENT_COLUMNS, rawRow, readRow, type StoredEvent } from './postgres-table.ts';
import { CHANNEL } from './postgres-insert.ts';
import { commit, groupWriter } from './postgres-writer.ts';
import { recentEvents } from './recent-events.ts';

/** The position of the newest fact that this connection sees; 0 where there is none. */
export const headIn = async (tx: pg.Pool | pg.PoolClient): Promise<bigint> => {
  const { rows } = await tx.query<{ position: string | null }>({
    name: 'luodi-head',
    text: 'select max(position) as position from event',
  });
  return BigInt(rows[0]?.position ?? '0');
};

const EVENTS_A_TRANSACTION = 2_000;
const PAGE = 2_000;
const LATEST = 2_147_483_647; // above every version

/** Splits appends into transactions of about EVENTS_A_TRANSACTION events. */
const inTransactions = (appends: readonly Append[]): readonly Append[][] => {
  const groups: Append[][] = [];
  let size = EVENTS_A_TRANSACTION;
  for (const append of appends) {
    if (size >= EVENTS_A_TRANSACTION) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(append);
    size += append.events.length;
  }
  return groups;
};

/** The log in PostgreSQL. Answers after commit with fsync on. `raw: true` reads events as written, without lifting old schema versions. */
export const postgresStore = ({
  pool,
  url,
  now = Date.now,
  raw = false,
}: {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly now?: () => number;
  readonly raw?: boolean;
}): EventStore => {
  const recent = recentEvents();
  const write = groupWriter(pool, now, recent);
  const heard = hearing(url, CHANNEL); // whenever any process commits; where that is not heard, readers poll
  const heads = streamHeads(pool);
  const toEvent = raw ? rawRow : readRow;
  const select = async (name: string, rest: string, values: unknown[]): Promise<readonly RecordedEvent[]> =>
    (await pool.query<StoredEvent>({ name, text: `select ${EVENT_COLUMNS} from event ${rest}`, values })).rows.map(
      toEvent,
    );

  const readOn: EventStore['readAll'] = (after, limit, { streamPrefix } = {}) =>
    streamPrefix === undefined
      ? select('luodi-all', 'where position > $1 order by position limit $2', [String(after), limit])
      : select('luodi-all-of', 'where position > $1 and starts_with(stream, $3) order by position limit $2', [
          String(after),
          limit,
          streamPrefix,
        ]);
  /** What this process has just written is in its hands; the log is asked for what follows. */
  const readAll: EventStore['readAll'] = async (after, limit, filter = {}) => {
    const known = raw ? null : recent.after(after);
    if (known === null) return readOn(after, limit, filter);
    const { streamPrefix = '' } = filter;
    const own = known.filter(({ stream }) => stream.startsWith(streamPrefix)).slice(0, limit);
    if (own.length === limit) return own;
    return [...own, ...(await readOn(known.at(-1)!.position, limit - own.length, filter))];
  };

  return {
    append: (stream, expected, events) => write({ stream, expected, events }),
    appendMany: async (appends) => {
      const answers: (Appended | WrongExpectedVersion)[] = [];
      for (const group of inTransactions(appends)) answers.push(...(await commit(pool, group, now)));
      return answers;
    },
    readStream: async (stream, after = 0) => {
      const before = heads.sofar();
      const known = before.has(stream) ? await heads.now() : before;
      if ((known.get(stream) ?? LATEST) <= after) return [];
      const events = await select('luodi-stream', 'where stream = $1 and version > $2 order by version', [
        stream,
        after,
      ]);
      known.set(stream, Math.max(known.get(stream) ?? 0, events.at(-1)?.version ?? after));
      return events;
    },
    readStreamBack: (stream, before, limit) =>
      select('luodi-stream-back', 'where stream = $1 and version < $2 order by version desc limit $3', [
        stream,
        before ?? LATEST,
        limit,
      ]),
    readAll,
    recordAt: async (position) => (await select('luodi-at', 'where position = $1', [String(position)]))[0] ?? null,
    placeBefore: async (position) => {
      const { rows } = await pool.query<{ position: string }>({
        name: 'luodi-place',
        text: 'select position from event where position <= $1 order by position desc limit 1',
        values: [String(position)],
      });
      return BigInt(rows[0]?.position ?? '0');
    },
    async *readByStream(streamPrefix, upTo) {
      let last = { stream: streamPrefix, version: 0 };
      let held: RecordedEvent[] = [];
      for (;;) {
        const page = await select(
          'luodi-by-stream',
          'where (stream, version) > ($1, $2) and stream < $3 and position <= $4 order by stream, version limit $5',
          [last.stream, last.version, `${streamPrefix}\u{10FFFF}`, String(upTo), PAGE],
        );
        for (const event of page) {
          if (held.length > 0 && held[0]!.stream !== event.stream) {
            yield held;
            held = [];
          }
          held.push(event);
        }
        if (page.length < PAGE) break;
        last = page.at(-1)!;
      }
      if (held.length > 0) yield held;
    },
    subscribe: (after, onBatch, options = {}) =>
      following({ after, onBatch, read: (from, limit) => readAll(from, limit, options), onWake: heard.onHeard }),
    head: () => headIn(pool),
    positionAt: async (instant) =>
      BigInt(
        (
          await pool.query<{ position: string }>(
            'select position from event where recorded_at <= $1::timestamptz order by recorded_at desc, position desc limit 1',
            [instant],
          )
        ).rows[0]?.position ?? '0',
      ),
    close: heard.close,
  };
};
