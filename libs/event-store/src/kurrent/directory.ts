import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#database';
import type { RecordedEvent } from '#domain';
import { sharedRun } from '../shared-run.ts';

/**
 * What KurrentDB cannot be asked: which streams there are, by name, and where in the log an instant falls. Kept beside the read models, made from the log alone, and made anew
 * where it is gone.
 */
export const directoryMigration = {
  id: 'event-store-4-kurrent-directory',
  sql: `create table log_stream (stream text collate "C" primary key);
  create table log_page (
    after    bigint primary key,      -- the position before its first record
    position bigint not null,         -- of its last
    events   integer not null,
    earliest timestamptz(3) not null  -- of what was recorded in it
  )`,
} as const;

const PAGE = 1_000; // records: what an instant costs to find
const NAMES = 500;
const MOVING = 7_236_483; // of the database's advisory locks

interface Page {
  readonly after: bigint;
  readonly position: bigint;
  readonly events: number;
}

const lastPage = async (on: Pool | PoolClient): Promise<Page> => {
  const { rows } = await on.query<{ after: string; position: string; events: number }>(
    'select after, position, events from log_page order by after desc limit 1',
  );
  const [row] = rows;
  return row === undefined
    ? { after: 0n, position: 0n, events: 0 }
    : { after: BigInt(row.after), position: BigInt(row.position), events: row.events };
};

const enter = async (tx: PoolClient, page: Page, facts: readonly RecordedEvent[]): Promise<void> => {
  await tx.query('insert into log_stream (stream) select unnest($1::text[]) on conflict do nothing', [
    [...new Set(facts.filter(({ version }) => version === 1).map(({ stream }) => stream))],
  ]);
  const isFull = page.events >= PAGE;
  const earliest = facts.map(({ recordedAt }) => recordedAt).reduce((a, b) => (a < b ? a : b));
  await tx.query(
    `insert into log_page (after, position, events, earliest) values ($1, $2, $3, $4)
     on conflict (after) do update set position = excluded.position, events = log_page.events + excluded.events,
       earliest = least(log_page.earliest, excluded.earliest)`,
    [String(isFull ? page.position : page.after), String(facts.at(-1)!.position), facts.length, earliest],
  );
};

/** `readAll`: facts above a position, in order. */
export const logDirectory = (
  pool: Pool,
  readAll: (after: bigint, limit: number) => Promise<readonly RecordedEvent[]>,
) => {
  /** Takes in what was recorded since the last time; of two who do so at once the second does nothing. */
  const step = async (): Promise<boolean> => {
    const page = await lastPage(pool);
    const facts = await readAll(page.position, page.events >= PAGE ? PAGE : PAGE - page.events);
    if (facts.length === 0) return false;
    await inTransaction(pool, async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [MOVING]);
      if ((await lastPage(tx)).position === page.position) await enter(tx, page, facts);
    });
    return true;
  };
  const upToDate = sharedRun(async () => {
    while (await step()) {
      /* until the head */
    }
  });

  return {
    /** The position of the last record at or before one; 0 where there is none. */
    placeBefore: async (position: bigint): Promise<bigint> => {
      await upToDate();
      const { rows } = await pool.query<{ after: string }>(
        'select after from log_page where after <= $1 order by after desc limit 1',
        [String(position)],
      );
      const after = BigInt(rows[0]?.after ?? '0');
      return (await readAll(after, PAGE)).findLast((fact) => fact.position <= position)?.position ?? after;
    },
    /** The last position recorded at or before an instant; 0 where there is none. */
    positionAt: async (instant: string): Promise<bigint> => {
      await upToDate();
      const { rows } = await pool.query<{ after: string }>(
        'select after from log_page where earliest <= $1::timestamptz order by after desc limit 1',
        [instant],
      );
      const [page] = rows;
      if (page === undefined) return 0n;
      const until = new Date(instant).toISOString();
      const facts = await readAll(BigInt(page.after), PAGE);
      return facts.findLast(({ recordedAt }) => recordedAt <= until)?.position ?? BigInt(page.after);
    },
    /** Names of streams that begin so, in order, some hundred at a time. */
    async *names(prefix: string): AsyncGenerator<readonly string[]> {
      await upToDate();
      for (let last = prefix, isFirst = true; ; isFirst = false) {
        const { rows } = await pool.query<{ stream: string }>(
          `select stream from log_stream where stream ${isFirst ? '>=' : '>'} $1 and stream < $2 order by stream limit ${NAMES}`,
          [last, `${prefix}\u{10FFFF}`],
        );
        if (rows.length > 0) yield rows.map(({ stream }) => stream);
        if (rows.length < NAMES) return;
        last = rows.at(-1)!.stream;
      }
    },
  };
};
