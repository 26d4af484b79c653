import { randomUUID } from 'node:crypto';
import { KurrentDBClient, jsonEvent, NO_STREAM, START } from '@kurrent/kurrentdb-client';
import { migrate } from '#database';
import { kurrentStore, type EventStore } from '#event-store';
import { officeMigrations } from '#office';
import { kurrentForTests } from '../support/kurrent.ts';
import { until } from '../support/soon.ts';
import { startServerProcess, type ServerProcess } from '../support/worker-process.ts';
import { inTurn, median, onFreshDatabase, rounded, seconds, type Bench, type Result } from './bench.ts';
import { asNew, lifeOf } from './seed.ts';

const CALLERS = 16;
const APPENDS = 2_000;
const ROUNDS = 3;
const PAGE = 500;
const KILLS = 9;
const GOAL_MS = 5_000;
const ONE_EACH = 1;
const FACTS = 20; // recorded after each kill

/** Appends a second, each to a stream of its own, by callers who ask again as soon as they are answered. */
const appendsASecond = async (append: (n: number) => Promise<unknown>): Promise<number> => {
  let next = 0;
  const taken = await seconds(() =>
    Promise.all(
      Array.from({ length: CALLERS }, async () => {
        for (let n = next++; n < APPENDS; n = next++) await append(n);
      }),
    ),
  );
  return APPENDS / taken;
};

const readThrough = async (store: EventStore): Promise<number> => {
  let [count, after] = [0, 0n];
  const taken = await seconds(async () => {
    for (;;) {
      const events = await store.readAll(after, PAGE);
      if (events.length === 0) return;
      count += events.length;
      after = events.at(-1)!.position;
    }
  });
  return count / taken;
};
const followThrough = async (store: EventStore): Promise<number> => {
  const head = await store.head();
  let count = 0;
  const taken = await seconds(
    () =>
      new Promise<void>((done) => {
        const subscription = store.subscribe(0n, async (events) => {
          count += events.length;
          if (events.at(-1)!.position >= head) {
            done();
            void subscription.stop();
          }
        });
      }),
  );
  return count / taken;
};

const bareRead = async (client: KurrentDBClient, prefix: string): Promise<number> => {
  let count = 0;
  const taken = await seconds(async () => {
    for await (const { event } of client.readAll({ fromPosition: START }))
      if (event?.streamId.startsWith(prefix) === true) count += 1;
  });
  return count / taken;
};

/** The store on a KurrentDB (or its stand-in) against the bare client that it stands on. */
const againstClient = async ({ pool }: Bench): Promise<readonly Result[]> => {
  const server = await kurrentForTests();
  const client = KurrentDBClient.connectionString(server.url);
  const prefix = `bench${randomUUID().slice(0, 8)}-`;
  const store = kurrentStore({ url: server.url, pool, prefix });
  const settings = { server: server.standIn === null ? 'real' : 'stand-in', callers: CALLERS, appends: APPENDS };
  const line = (name: string, pairs: Awaited<ReturnType<typeof inTurn>>): Result => ({
    name: `KurrentDB (${settings.server}): ${name}, against the bare client`,
    unit: 'events/s',
    ...pairs,
    settings,
  });
  try {
    const record = (n: number) => asNew(lifeOf(n, ONE_EACH)[0]!, randomUUID());
    const appended = await inTurn(
      ROUNDS,
      () => appendsASecond((n) => store.append(`project-${randomUUID()}`, 0, [record(n)])),
      () =>
        appendsASecond((n) => {
          const { event, meta } = record(n);
          const bare = jsonEvent({
            type: event.type,
            data: event.data as Record<string, unknown>,
            metadata: { ...meta },
          });
          return client.appendToStream(`bare-${randomUUID()}`, bare, { streamState: NO_STREAM });
        }),
    );
    const read = await inTurn(
      ROUNDS,
      () => readThrough(store),
      () => bareRead(client, prefix),
    );
    const followed = await inTurn(
      ROUNDS,
      () => followThrough(store),
      () => bareRead(client, prefix),
    );
    return [
      line(`single appends by ${CALLERS} callers`, appended),
      line('the feed read from its beginning', read),
      line('the feed followed from its beginning', followed),
    ];
  } finally {
    await store.close();
    await client.dispose();
    server.stop();
  }
};

/** Two servers on one PostgreSQL; each in turn is killed with -9 while facts are recorded, until the other's lists have them. */
const failOver = async ({ pool, url, store, data }: Bench): Promise<Result> => {
  await migrate(pool, officeMigrations);
  const start = (): Promise<ServerProcess> =>
    startServerProcess(`${data}/office`, { DATABASE_URL: url, LUODI_WORKER: 'apart', LUODI_LOG_LEVEL: 'silent' });
  const servers = [await start(), await start()];
  const times: number[] = [];
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const victim = servers[kill % 2]!;
      const killedAt = performance.now();
      await victim.kill('SIGKILL');
      await store.appendMany(
        Array.from({ length: FACTS }, (_, n) => {
          const command = randomUUID();
          return {
            stream: `project-${command}`,
            expected: 0,
            events: [asNew(lifeOf(kill * FACTS + n, ONE_EACH)[0]!, command)],
          };
        }),
      );
      const head = await store.head();
      await until('the lists are caught up', async () => {
        const { rows } = await pool.query<{ position: string }>(
          `select position from projection_checkpoint where name = 'project'`,
        );
        return BigInt(rows[0]!.position) >= head;
      });
      times.push(performance.now() - killedAt);
      servers[kill % 2] = await start();
    }
  } finally {
    for (const server of servers) await server.kill('SIGKILL');
  }
  const ours = median(times);
  return {
    name: 'fail-over of a server: from kill -9 to the lists caught up, against 5 s',
    unit: 'ms',
    ratio: rounded(ours / GOAL_MS),
    ours: rounded(ours),
    limit: GOAL_MS,
    settings: { kills: KILLS, servers: 2 },
    more: { p50: rounded(ours), p99: rounded(Math.max(...times)), kills: times.map(rounded) }, // of so few the longest is the p99
  };
};

/** From one office to a province: the log on a cluster of its own, and what a server's death costs. */
export const cluster = async (): Promise<readonly Result[]> => [
  ...(await onFreshDatabase(againstClient)),
  await onFreshDatabase(failOver),
];
