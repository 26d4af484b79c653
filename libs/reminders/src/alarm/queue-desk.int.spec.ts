import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { needs } from '../../../../test/support/left-out.ts';
import { REDIS, startRedis, type TestRedis } from '../../../../test/support/redis.ts';
import { until } from '../../../../test/support/soon.ts';
import { openAlarms } from './queue.ts';
import { queueDesk } from './queue-desk.ts';
import type { RedisPlace } from './redis-place.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** One suite for every backend. */
const suite = (redis: () => RedisPlace | undefined): void => {
  it('shows an empty queue as it is, and puts it right', async () => {
    const desk = queueDesk(database.pool, redis());
    const before = await desk.look();
    expect(before.standing).toEqual([
      { job: 'reconcile', next: null },
      { job: 'canary', next: null },
      { job: 'audit', next: null },
    ]);
    expect(before.alarms).toEqual([]);
    const after = await desk.putRight();
    expect(after.standing.every(({ next }) => next !== null)).toBe(true);
    expect(after.jobs.delayed + after.jobs.waiting).toBeGreaterThanOrEqual(3);
  });

  it('shows the alarms that are set, the next first, and why a job failed', async () => {
    const alarms = await openAlarms({ databaseUrl: database.url, redis: redis() });
    const [later, sooner] = [Date.now() + 7_200_000, Date.now() + 3_600_000].map((at) => new Date(at - (at % 1_000)));
    await alarms.set(later!);
    await alarms.set(sooner!);
    await alarms.work({
      wake: async () => undefined,
      canary: async () => {
        throw new Error('no canary today');
      },
      audit: async () => undefined,
    });
    await alarms.ensure();
    const desk = queueDesk(database.pool, redis());
    await until('a failed canary, and the alarm that was due at once is gone', async () => {
      const { failures, alarms: set } = await desk.look();
      return failures.length > 0 && set.length === 2;
    });
    const looked = await desk.look();
    expect(looked.failures[0]).toMatchObject({ job: 'canary', reason: 'no canary today' });
    expect(looked.alarms.map((at) => Math.round(Date.parse(at) / 60_000))).toEqual(
      [sooner!, later!].map((at) => Math.round(at.getTime() / 60_000)),
    );
    await alarms.close();
  });

  it('is looked into by a crowd at once', async () => {
    const desk = queueDesk(database.pool, redis());
    const looks = await Promise.all(Array.from({ length: 64 }, () => desk.look()));
    expect(looks).toHaveLength(64);
  });
};

describe('the queue as an administrator finds it, on PostgreSQL', () => suite(() => undefined));

needs(REDIS)('the queue as an administrator finds it, on Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  suite(() => redis.place);
});
