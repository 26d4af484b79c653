import { randomUUID } from 'node:crypto';
import { KurrentDBClient, jsonEvent, NO_STREAM, START } from '@kurrent/kurrentdb-client';
import { kurrentStore, type EventStore } from '#event-store';
import { kurrentForTests } from '../support/kurrent.ts';
import { inTurn, onFreshDatabase, seconds, type Bench, type Result } from './bench.ts';
import { failOver } from './fail-over.ts';
import { asNew, lifeOf } from './seed.ts';

const CALLERS = 16;
const APPENDS = 2_000;
const ROUNDS = 3;
const PAGE = 500;
const ONE_EACH = 1;

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

/** From one office to a province: the log on a cluster of its own, and what the death of a server or of a worker costs. */
export const cluster = async (): Promise<readonly Result[]> => [
  ...(await onFreshDatabase(againstClient)),
  ...(await onFreshDatabase(failOver)),
];
