import { createPostgresBackend, Queue, withBackend, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { addDays, type IsoDate } from '#domain';
import { catchUp, openAlarms, type ReminderLedger } from '#reminders';
import { inTurn, onFreshDatabase, rounded, seconds, type Bench, type Result } from './bench.ts';
import { signedProjects, sized, toolsOf, withLedger } from './reminders-tools.ts';
import { startRedis } from './reminders-redis.ts';

const BULK = 1_000;
const ROUNDS = 3;
const FROM = '2027-01-04' as IsoDate;

interface Bare {
  readonly addBulk: (jobs: { name: string; data: object; opts: JobsOptions }[]) => Promise<unknown>;
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Jobs a second: a job a reminder, in bulks, as BullMQ takes them fastest. */
const bareJobs = (count: number, queue: Bare) => async (): Promise<number> => {
  await queue.empty();
  const took = await seconds(async () => {
    for (let from = 0; from < count; from += BULK)
      await queue.addBulk(
        Array.from({ length: Math.min(BULK, count - from) }, (_, n) => ({
          name: 'remind',
          data: { project: `project-${from + n}`, rung: 'near-due' },
          opts: {
            jobId: `r${from + n}`,
            delay: 86_400_000 + (((from + n) * 7919) % 2_592_000_000),
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
  });
  return count / took;
};

/** Reminders a second: the facts of the projects are in the log; the fold writes what they owe into the ledger, and an alarm is set for every instant. */
const ours =
  (
    bench: Bench,
    ledger: ReminderLedger,
    open: () => ReturnType<typeof openAlarms>,
    counted: { reminders: number; instants: number },
  ) =>
  async (): Promise<number> => {
    const alarms = await open();
    try {
      await ledger.clear();
      let found: readonly string[] = [];
      const took = await seconds(async () => {
        await catchUp(toolsOf(bench, ledger));
        const { rows } = await bench.pool.query<{ send_at: string }>(
          `select distinct send_at from reminder_due order by send_at`,
        );
        found = rows.map(({ send_at }) => send_at);
        for (const at of found) await alarms.set(new Date(at));
      });
      const {
        rows: [row],
      } = await bench.pool.query<{ n: number }>('select count(*)::integer as n from reminder');
      Object.assign(counted, { reminders: row!.n, instants: found.length });
      return row!.n / took;
    } finally {
      await alarms.close();
    }
  };

const bareOnPostgres = (url: string): Bare => {
  const backed = withBackend(createPostgresBackend);
  const queue = new backed.Queue('bare', { connection: { connectionString: url, max: 4, migrate: true } });
  return {
    addBulk: (jobs) => queue.addBulk(jobs),
    empty: async () => {
      await queue.waitUntilReady();
      await queue.obliterate({ force: true });
    },
    close: () => queue.close(),
  };
};
const bareOnRedis = (url: string): Bare => {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const queue = new Queue('bare', { connection });
  return {
    addBulk: (jobs) => queue.addBulk(jobs),
    empty: async () => {
      await connection.flushall();
    },
    close: async () => {
      await queue.close();
      connection.disconnect();
    },
  };
};

/** A hundred thousand reminders from facts in the log, against as many delayed jobs added to the same backend. */
export const schedule = (): Promise<readonly Result[]> =>
  onFreshDatabase(async (bench) => {
    const wanted = sized('BENCH_SCHEDULE', 100_000);
    const ledger = await withLedger(bench);
    const projects = Math.ceil(wanted / 33); // a project signed and not started owes 33 reminders by the default policy
    await bench.store.appendMany(
      signedProjects(
        projects,
        (n) => addDays(FROM, -(n % 20)),
        (n) => addDays(FROM, 90 + ((n * 7) % 300)),
      ),
    );
    await bench.pool.query('analyze');
    const redis = await startRedis();
    const results: Result[] = [];
    try {
      for (const [backend, bare, place] of [
        ['PostgreSQL', bareOnPostgres(bench.url), undefined],
        ...(redis === null ? [] : [['Redis', bareOnRedis(redis.url), redis.place] as const]),
      ] as const) {
        const counted = { reminders: 0, instants: 0 };
        const figures = await inTurn(
          ROUNDS,
          ours(bench, ledger, () => openAlarms({ databaseUrl: bench.url, redis: place }), counted),
          bareJobs(wanted, bare),
        );
        await bare.empty();
        await bare.close();
        results.push({
          name: `schedule, against bare addBulk on ${backend}`,
          unit: 'reminders/s',
          ...figures,
          settings: { ...counted, projects, bulk: BULK, rounds: ROUNDS, fsync: 'on' },
          more: { secondsOurs: rounded(counted.reminders / figures.ours) },
        });
      }
      if (redis === null) process.stderr.write('schedule on Redis: not measured, /usr/bin/redis-server is missing\n');
    } finally {
      await redis?.stop();
    }
    return results;
  });
