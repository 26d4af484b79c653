import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import {
  decide,
  fold,
  PROJECT_COMMANDS,
  project as aggregate,
  toldIn,
  type Circumstances,
  type IsoDate,
  type Placed,
  type ProjectCommand,
  type ProjectEvent,
} from '#domain';
import { commandHandler, type Aggregate } from '#event-store';
import { inTurn, onFreshDatabase, type Result } from './bench.ts';
import { asNew, seed } from './seed.ts';

export const STREAMS = 2_000;
export const EVENTS = 20;
const AT_ONCE = 64;
const SECONDS = 4;
const CIRCUMSTANCES: Circumstances = {
  today: '2026-11-25' as IsoDate,
  closedMonths: new Set(),
  people: new Map(),
  gates: { preReview: false, jointReview: false },
};

export interface Order {
  readonly stream: string;
  readonly command: ProjectCommand;
  readonly id: string;
}
export const orderOf = (stream: string, text: string): Order => ({
  stream,
  id: randomUUID(),
  command: Object.assign(new PROJECT_COMMANDS.ReportProgress(), { text, occurredOn: '2026-11-20' }) as ProjectCommand,
});
const order = (n: number): Order =>
  orderOf(`project-${Math.floor(Math.random() * STREAMS)}`, `bench ${n} ${randomUUID()}`);

/** Commands a second with AT_ONCE callers, for SECONDS seconds. */
export const drive = async (give: (one: Order) => Promise<unknown>): Promise<number> => {
  const until = performance.now() + SECONDS * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < until) {
        await give(order(count));
        count += 1;
      }
    }),
  );
  return count / SECONDS;
};

/** The raw limit: bare node-postgres, the same SQL work (load the stream, fold, decide, insert), the waiting inserts grouped into one transaction. */
export const bare = (pool: pg.Pool) => {
  interface Waiting {
    stream: string;
    version: number;
    event: ProjectEvent;
    id: string;
    done: (ok: boolean) => void;
  }
  let waiting: Waiting[] = [];
  let busy = false;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const seen = new Set<string>();
      const mine = group.filter(({ stream, done }) => {
        if (seen.has(stream)) {
          done(false);
          return false;
        }
        seen.add(stream);
        return true;
      });
      const tx = await pool.connect();
      try {
        await tx.query('begin');
        const { rows } = await tx.query<{ stream: string }>({
          name: 'bare-insert',
          text: `insert into bare (stream, version, id, type, occurred_on, data) select * from unnest($1::text[], $2::int[], $3::uuid[], $4::text[], $5::date[], $6::json[]) on conflict do nothing returning stream`,
          values: [
            mine.map((one) => one.stream),
            mine.map((one) => one.version),
            mine.map((one) => one.id),
            mine.map((one) => one.event.type),
            mine.map((one) => one.event.occurredOn),
            mine.map((one) => JSON.stringify(one.event.data)),
          ],
        });
        await tx.query('commit');
        const stored = new Set(rows.map(({ stream }) => stream));
        for (const one of mine) one.done(stored.has(one.stream));
      } finally {
        tx.release();
      }
    }
    busy = false;
  };
  const insert = (stream: string, version: number, event: ProjectEvent, id: string): Promise<boolean> =>
    new Promise((done) => {
      waiting.push({ stream, version, event, id, done });
      if (!busy) {
        busy = true;
        setImmediate(() => {
          void drain();
        });
      }
    });
  return async ({ stream, command, id }: Order): Promise<void> => {
    for (;;) {
      const { rows } = await pool.query<{
        version: number;
        type: Placed['type'];
        occurred_on: IsoDate;
        data: Placed['data'];
      }>({
        name: 'bare-load',
        text: 'select version, type, occurred_on, data from bare where stream = $1 order by version',
        values: [stream],
      });
      const history = rows.map(
        ({ version, type, occurred_on, data }) => ({ version, type, occurredOn: occurred_on, data }) as Placed,
      );
      const [event] = decide(command, fold(history), CIRCUMSTANCES, toldIn(history));
      if (await insert(stream, history.length + 1, event!, id)) return;
    }
  };
};

const placed = ({ event, version }: { event: unknown; version: number }): Placed => ({
  ...(event as ProjectEvent),
  version,
});
const ours: Aggregate<Order, ReturnType<typeof fold>> = {
  streamOf: ({ stream }) => stream,
  commandId: ({ id }) => id,
  fold: (history) => aggregate.fold(history.map(placed)),
  apply: (state, news) => news.reduce((next, one) => aggregate.evolve(next, placed(one)), state),
  decide: ({ command, id }, { state, history }) =>
    decide(command, state, CIRCUMSTANCES, toldIn(history.map(placed))).map((event) => asNew(event, id)),
};

export const commands = (): Promise<readonly Result[]> =>
  onFreshDatabase(async ({ pool, store }) => {
    await seed(store, STREAMS, EVENTS);
    await pool.query(`create table bare (position bigserial, stream text not null, version int not null, id uuid not null, type text not null, occurred_on date not null, data json not null, primary key (stream, version));
    insert into bare (stream, version, id, type, occurred_on, data) select stream, version, id, type, occurred_on, data from event; analyze`);
    const loading = commandHandler(store, ours, 0);
    const hot = commandHandler(store, ours, 200_000);
    const raw = bare(pool);
    const settings = {
      streams: STREAMS,
      eventsAStream: EVENTS,
      atOnce: AT_ONCE,
      seconds: SECONDS,
      rounds: 3,
      fsync: 'on',
    };
    const cold = await inTurn(
      3,
      () => drive(loading),
      () => drive(raw),
    );
    await drive(hot); // fills the memory of hot states
    const warm = await inTurn(
      3,
      () => drive(hot),
      () => drive(raw),
    );
    return [
      { name: 'commands, state loaded each time', unit: 'commands/s', ...cold, settings },
      { name: 'commands, hot states in memory', unit: 'commands/s', ...warm, settings },
    ];
  });
