import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import { officeMigrations } from '#office';
import { until } from '../support/soon.ts';
import { startServerProcess, startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';
import { median, rounded, type Bench, type Result } from './bench.ts';
import { asNew, lifeOf } from './seed.ts';

const KILLS = Number(process.env['BENCH_KILLS'] ?? 9);
const GOAL_MS = 5_000;
const FACTS = 20; // recorded after each kill

const LISTS_AT = `select position from projection_checkpoint where name = 'project'`;
const REMINDERS_AT = 'select position from reminder_checkpoint';

/** One kind of process: what it is told to do, who does it, and how to see how far that is. */
interface Kind {
  readonly name: string;
  readonly start: () => Promise<WorkerProcess>;
  readonly at: string;
}

/** Milliseconds from each kill -9 of one of two, in turn, until all that was recorded after it is worked up. */
const killsOf = async ({ pool, store }: Bench, { start, at }: Kind): Promise<readonly number[]> => {
  const position = async (): Promise<bigint> =>
    BigInt((await pool.query<{ position: string }>(at)).rows[0]?.position ?? '0');
  const caughtUp = async (): Promise<void> => {
    const head = await store.head();
    await until('it is caught up', async () => (await position()) >= head);
  };
  const record = (): Promise<unknown> =>
    store.appendMany(
      Array.from({ length: FACTS }, (_, n) => {
        const command = randomUUID();
        return { stream: `project-${command}`, expected: 0, events: [asNew(lifeOf(n, 1)[0]!, command)] };
      }),
    );
  const running = [await start(), await start()];
  const times: number[] = [];
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await record();
      await caughtUp(); // both have begun, and one of them leads
      const killedAt = performance.now();
      await running[kill % 2]!.kill('SIGKILL');
      await record();
      await caughtUp();
      times.push(performance.now() - killedAt);
      running[kill % 2] = await start();
    }
  } finally {
    for (const one of running) await one.kill('SIGKILL');
  }
  return times;
};

const lineOf = (name: string, times: readonly number[]): Result => {
  const ours = median(times);
  return {
    name: `fail-over of ${name}, against 5 s`,
    unit: 'ms',
    ratio: rounded(ours / GOAL_MS),
    ours: rounded(ours),
    limit: GOAL_MS,
    settings: { kills: times.length, of: 2 },
    more: { p50: rounded(ours), p99: rounded(Math.max(...times)), kills: times.map(rounded) }, // of so few the longest is the p99
  };
};

/** Two of a kind on one PostgreSQL; each in turn is killed with -9 while facts are recorded, until the other has worked them up. BENCH_KILLS says how often. */
export const failOver = async (bench: Bench): Promise<readonly Result[]> => {
  await migrate(bench.pool, officeMigrations);
  const data = `${bench.data}/office`;
  const environment = { DATABASE_URL: bench.url, LUODI_WORKER: 'apart', LUODI_LOG_LEVEL: 'silent' };
  const servers: Kind = {
    name: 'a server: from kill -9 to the lists caught up',
    start: () => startServerProcess(data, environment),
    at: LISTS_AT,
  };
  const workers: Kind = {
    name: 'a worker: from kill -9 to the reminders caught up',
    start: async () => {
      const worker = startWorkerProcess(data, environment);
      await until('the worker works', () => worker.said().includes('worker'));
      return worker;
    },
    at: REMINDERS_AT,
  };
  return [lineOf(servers.name, await killsOf(bench, servers)), lineOf(workers.name, await killsOf(bench, workers))];
};
