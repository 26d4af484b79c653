import type { Queue, Worker } from 'bullmq';
import { atMost, inTime } from './in-time.ts';
import type { Alarm } from './process.ts';
import { lookInto, type QueueLook, type Readable } from './queue-look.ts';
import { connectRedis } from './redis-connection.ts';
import type { RedisPlace } from './redis-place.ts';
import { ANSWERED_WITHIN_MS, unhurried } from './unhurried.ts';

const QUEUE = 'luodi-reminders';
const RECONCILE_MS = 180_000;
const CANARY_MS = 60_000;
const RUN_ENDS_WITHIN_MS = 20_000;
const APART_MS = 100; // alarms nearer to each other than this are one

/** What a worker does when it is woken. Jobs carry no data: whoever wakes looks into the log. */
interface Duties {
  readonly wake: () => Promise<unknown>;
  readonly canary: () => Promise<unknown>; // proves that the queue runs
  readonly audit: () => Promise<unknown>; // each morning: what should have gone out and did not
}

export interface Alarms extends Alarm {
  readonly backend: 'postgres' | 'redis';
  /** A queue that is out of reach is not waited for: who sets the alarm is he who sends the notices. */
  readonly set: Alarm['set'];
  /** Puts the standing jobs back where a flush has taken them. Harmless where they stand. */
  readonly ensure: () => Promise<void>;
  readonly work: (duties: Duties) => Promise<void>;
  /** What is set, for the console and for tests. */
  readonly look: () => Promise<QueueLook>;
  readonly close: () => Promise<void>;
}

type Working = Pick<Worker, 'close' | 'waitUntilReady'>;
interface Kind {
  readonly queue: Pick<Queue, 'add' | 'close' | 'upsertJobScheduler' | 'waitUntilReady'> & Readable;
  readonly worker: (
    work: (job: { readonly name: string; readonly id?: string | undefined }) => Promise<void>,
  ) => Working;
  /** Whether the server speaks: what it owes an answer for is not waited for otherwise. */
  readonly answers: () => Promise<boolean>;
  readonly end: () => Promise<void>;
  readonly backend: Alarms['backend'];
}

/** A lost connection comes back by itself; until then the reconcile timer does the work. */
const comingBack = <T extends { on(event: 'error', listener: () => void): unknown }>(one: T): T => {
  one.on('error', () => undefined);
  return one;
};

const IN_ONE_SLOT = '{luodi}'; // a cluster keeps keys of one queue together by what stands in braces

const onRedis = async (place: RedisPlace, muteAfterMs?: number): Promise<Kind> => {
  const [{ Queue, Worker }, connection] = [await import('bullmq'), await connectRedis(place, muteAfterMs)];
  const opened = { connection, ...(place.kind === 'cluster' ? { prefix: IN_ONE_SLOT } : {}) };
  return {
    backend: 'redis',
    queue: comingBack(new Queue(QUEUE, opened)),
    worker: (work) => comingBack(new Worker(QUEUE, work, { ...opened, concurrency: 1 })),
    answers: () =>
      inTime(connection.ping(), ANSWERED_WITHIN_MS).then(
        () => true,
        () => false,
      ),
    end: async () => {
      connection.disconnect();
    },
  };
};

const onPostgres = async (url: string): Promise<Kind> => {
  const { createPostgresBackend, withBackend } = await import('bullmq'); // large: only who works with the queue loads it
  const backed = withBackend(createPostgresBackend);
  const connection = { connectionString: url, max: 4, application_name: 'luodi-alarms', migrate: true };
  return {
    backend: 'postgres',
    queue: comingBack(new backed.Queue(QUEUE, { connection })),
    worker: (work) => comingBack(new backed.Worker(QUEUE, work, { connection, concurrency: 1 })),
    answers: async () => true,
    end: async () => undefined,
  };
};

const nameOf = (at: Date): string => `wake_${at.toISOString().replace(/[:.]/g, '')}`; // BullMQ refuses ":" in ids, and drops a job whose id it still holds: one wake an instant

interface AlarmPlace {
  readonly databaseUrl: string;
  readonly redis?: RedisPlace | undefined;
  readonly muteAfterMs?: number; // a Redis that owes an answer for so long is left
}

/** Opens the alarm clock: BullMQ on PostgreSQL, or on Redis where one is named. Throws Rejected 'redis-may-evict' and 'redis-unreachable'. */
export const openAlarms = async ({ databaseUrl, redis, muteAfterMs }: AlarmPlace): Promise<Alarms> => {
  const { backend, queue, worker, answers, end } =
    redis === undefined ? await onPostgres(databaseUrl) : await onRedis(redis, muteAfterMs);
  await queue.waitUntilReady();
  let working: Working | null = null;
  let ringing: string | undefined; // the alarm that is being worked on: the queue would drop another of its name
  const set = async (at: Date): Promise<void> => {
    const instant = new Date(Math.ceil(at.getTime() / APART_MS) * APART_MS);
    const name = nameOf(instant);
    await queue.add(
      'wake',
      {},
      {
        jobId: name === ringing ? `${name}_again` : name,
        delay: Math.max(0, instant.getTime() - Date.now()),
        attempts: 5,
        backoff: { type: 'exponential', delay: 5_000 },
        removeOnComplete: true,
        removeOnFail: true,
      },
    );
  };
  return {
    backend,
    set: unhurried(set),
    ensure: async () => {
      const kept = { opts: { removeOnComplete: true, removeOnFail: 50 } };
      await queue.upsertJobScheduler('reconcile', { every: RECONCILE_MS }, { name: 'wake', ...kept });
      await queue.upsertJobScheduler('canary', { every: CANARY_MS }, { name: 'canary', ...kept });
      await queue.upsertJobScheduler(
        'audit',
        { pattern: '0 0 8 * * *', tz: 'Asia/Shanghai' },
        { name: 'audit', ...kept },
      );
    },
    work: async (duties) => {
      working = worker(async ({ name, id }) => {
        ringing = id;
        if (name === 'canary') await duties.canary();
        else if (name === 'audit') await duties.audit();
        else await duties.wake();
      });
      await working.waitUntilReady();
    },
    look: () => lookInto(queue, backend),
    close: async () => {
      // A run that waits for a server out of reach, or whose end nobody answers to, would never end: it is left, and what it has done stands in the log.
      if (working !== null) await atMost(working.close(!(await answers())), RUN_ENDS_WITHIN_MS);
      await queue.close();
      await end();
    },
  };
};
