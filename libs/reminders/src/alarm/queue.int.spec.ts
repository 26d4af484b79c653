import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { needs } from '../../../../test/support/left-out.ts';
import { REDIS, startRedis, type TestRedis } from '../../../../test/support/redis.ts';
import { openAlarms, type Alarms } from './queue.ts';

const later = (time: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, time);
  });
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (await holds()) return;
    await later(50);
  }
  throw new Error('it never came');
};

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** One suite for every backend. */
const suite = (open: () => Promise<Alarms>, flush: () => Promise<void>): void => {
  let alarms: Alarms;
  let woken: number;
  let canaries: number;
  beforeEach(async () => {
    alarms = await open();
    woken = 0;
    canaries = 0;
    await alarms.work({
      wake: async () => {
        woken += 1;
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
    await later(400);
    expect(woken).toBe(0);
    await until(() => woken === 1);
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime());
    await later(300);
    expect(woken).toBe(1);
  });
  it('wakes at once for an instant that has passed', async () => {
    await alarms.set(new Date(Date.now() - 60_000));
    await until(() => woken === 1);
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
    await until(() => tries === 2);
  });
  it('runs its canary, and puts the standing jobs back after everything was flushed', async () => {
    await alarms.ensure();
    await until(() => canaries >= 1 && woken >= 1); // a standing job runs first at once
    await flush();
    await alarms.ensure();
    await until(async () => (await alarms.counts())['delayed']! >= 3);
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
    () => openAlarms({ databaseUrl: database.url, redisUrl: redis.url }),
    () => redis.flush(),
  );

  it('refuses a Redis that may drop keys, and one that is not there', async () => {
    const evicting = await startRedis('allkeys-lru');
    await expect(openAlarms({ databaseUrl: database.url, redisUrl: evicting.url })).rejects.toMatchObject({
      code: 'redis-may-evict',
    });
    await evicting.stop();
    await expect(openAlarms({ databaseUrl: database.url, redisUrl: 'redis://127.0.0.1:1' })).rejects.toMatchObject({
      code: 'redis-unreachable',
    });
  });
});
