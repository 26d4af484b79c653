import { openAlarms, reminderProcess, type Alarms } from '#reminders';
import type { Services } from '../../api/src/services.ts';
import type { FollowUps } from './follow-ups.ts';
import { reminderTools } from './reminder-tools.ts';

const RECONCILE_MS = 180_000;

export interface RunningWorker { readonly alarms: Alarms; readonly wake: () => Promise<number>; readonly stop: () => Promise<void> }

/**
 * What runs beside the requests: reminders and their deliveries, and what facts entail in other streams. Woken by the queue, by every new fact, and every
 * three minutes by its own timer, which also puts the queue right: a queue that was flushed loses nothing. Throws Rejected 'redis-may-evict' and 'redis-unreachable'.
 */
export const startWorker = async ({ services, follow, databaseUrl }: { readonly services: Services; readonly follow: FollowUps; readonly databaseUrl: string }): Promise<RunningWorker> => {
  const alarms = await openAlarms({ databaseUrl, redisUrl: services.config.redisUrl });
  const process = reminderProcess(reminderTools(services), alarms);
  const all = async (): Promise<number> => {
    await follow.catchUp();
    return process.wake();
  };
  let working: Promise<unknown> = Promise.resolve();
  const quietly = (): void => { working = all().catch(() => undefined); }; // the next wake does what this one could not
  await alarms.ensure();
  await alarms.work({ wake: all, canary: services.watch.canary, audit: services.watch.audit });
  const timer = setInterval(() => { void alarms.ensure().catch(() => undefined); quietly(); }, RECONCILE_MS);
  timer.unref();
  const following = services.store.subscribe(await services.store.head(), async (events) => {
    if (events.some(({ stream }) => !/^(notice|outbox)-/.test(stream))) await all();
  });
  quietly();
  return {
    alarms, wake: all,
    stop: async () => {
      clearInterval(timer);
      await following.stop();
      await working;
      await alarms.close();
    },
  };
};
