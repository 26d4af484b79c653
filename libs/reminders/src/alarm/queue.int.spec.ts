import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { needs } from '../../../../test/support/left-out.ts';
import { REDIS, startRedis, type TestRedis } from '../../../../test/support/redis.ts';
import { until } from '../../../../test/support/soon.ts';
import { openAlarms, type Alarms } from './queue.ts';
import { readRedisPlace } from './redis-place.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** One suite for every backend. */
const suite = (open: () => Promise<Alarms>, flush: () => Promise<void>): void => {
  let alarms: Alarms;
  let woken: number;
  let firstAt: number; // when it woke first
  let canaries: number;
  beforeEach(async () => {
    alarms = await open();
    woken = 0;
    canaries = 0;
    await alarms.work({
      wake: async () => {
        woken += 1;
        if (woken === 1) firstAt = Date.now();
      },
      canary: async () => {
        canaries += 1;
      },
      audit: async () => undefined,
    });
  });
  afterEach(async () => {
    await alarms.close();
    await flush();
  });

  it('wakes at the instant asked for, once for an instant that is asked for twice, and not before', async () => {
    const at = new Date(Date.now() + 1_500);
    await alarms.set(at);
    await alarms.set(at);
    await until('the instant', () => woken > 0);
    expect(firstAt).toBeGreaterThanOrEqual(at.getTime());
    await alarms.set(new Date()); // a second wake for the first instant would come before the one for this
    await until('the next instant', () => woken > 1);
    expect(woken).toBe(2);
  });
  it('wakes at once for an instant that has passed', async () => {
    await alarms.set(new Date(Date.now() - 60_000));
    await until('the instant', () => woken === 1);
  });
  it('wakes again where its worker failed', async () => {
    await alarms.close();
    alarms = await open();
    let tries = 0;
    await alarms.work({
      wake: async () => {
        tries += 1;
        if (tries === 1) throw new Error('the first time');
      },
      canary: async () => undefined,
      audit: async () => undefined,
    });
    await alarms.set(new Date());
    await until('a second try', () => tries === 2);
  });
  it('runs its canary, and puts the standing jobs back after everything was flushed', async () => {
    await alarms.ensure();
    await until('the standing jobs', () => canaries >= 1 && woken >= 1); // a standing job runs first at once
    await flush();
    await alarms.ensure();
    await until('the standing jobs again', async () => (await alarms.look()).jobs.delayed >= 3);
  });
};

const EVERY_TABLE = `do $$ declare t text; begin for t in select tablename from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%' and tablename not like '%version%' loop execute format('truncate bullmq.%I cascade', t); end loop; end $$`;
const DEADLOCK = '40P01';

/** A queue at work may hold what the flush waits for, and wait for what it holds: the server then ends one of the two, and that one begins again. */
const flushTables = async (): Promise<void> => {
  for (;;)
    try {
      await database.pool.query(EVERY_TABLE);
      return;
    } catch (error) {
      if ((error as { readonly code?: string }).code !== DEADLOCK) throw error;
    }
};

describe('the alarm clock on PostgreSQL', () => suite(() => openAlarms({ databaseUrl: database.url }), flushTables));

needs(REDIS)('the alarm clock on Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  suite(
    () => openAlarms({ databaseUrl: database.url, redis: redis.place }),
    () => redis.flush(),
  );

  it('refuses a Redis that may drop keys, and one that is not there', async () => {
    const evicting = await startRedis('allkeys-lru');
    await expect(openAlarms({ databaseUrl: database.url, redis: evicting.place })).rejects.toMatchObject({
      code: 'redis-may-evict',
    });
    await evicting.stop();
    await expect(
      openAlarms({ databaseUrl: database.url, redis: readRedisPlace('redis://127.0.0.1:1')! }),
    ).rejects.toMatchObject({
      code: 'redis-unreachable',
    });
  });
});
