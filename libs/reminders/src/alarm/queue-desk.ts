import { sharedRun } from '#event-store';
import type { Pool } from 'pg';
import { openAlarms, type Alarms } from './queue.ts';
import type { QueueLook } from './queue-look.ts';
import type { RedisPlace } from './redis-place.ts';

/** The alarm clock as an administrator finds it, from any server, whichever process works with it. */
export interface QueueDesk {
  readonly look: () => Promise<QueueLook>;
  /** Sets the standing jobs where they are missing, and has the reminders looked through at once. */
  readonly putRight: () => Promise<QueueLook>;
}

/** The queue is opened for each look and closed after it: looks are rare, and a server that keeps none needs no connection. Throws as openAlarms does. */
export const queueDesk = (pool: Pool, redis: RedisPlace | undefined): QueueDesk => {
  const during = (work: (alarms: Alarms) => Promise<QueueLook>): (() => Promise<QueueLook>) =>
    sharedRun(async () => {
      const alarms = await openAlarms({ databaseUrl: pool.options.connectionString ?? '', redis });
      try {
        return await work(alarms);
      } finally {
        await alarms.close();
      }
    });
  return {
    look: during((alarms) => alarms.look()),
    putRight: during(async (alarms) => {
      await alarms.ensure();
      await alarms.set(new Date());
      return alarms.look();
    }),
  };
};
