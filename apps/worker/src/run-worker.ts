import { openAlarms, reminderProcess, type Alarms } from '#reminders';
import type { Services } from '../../api/src/services.ts';
import type { FollowUps } from './follow-ups.ts';
import { reminderTools } from './reminder-tools.ts';

const RECONCILE_MS = 180_000;
const SOON_MS = 500;
const LONGEST_REST_MS = 5_000;
const OWN = /^(notice|outbox|register)-/; // records of the process itself

export interface RunningWorker { readonly alarms: Alarms; readonly wake: () => Promise<number>; readonly stop: () => Promise<void> }

/**
 * What runs beside the requests: reminders and their deliveries, and what facts entail in other streams. Woken by the queue, by every new fact, and every
 * three minutes by its own timer, which also puts the queue right: a queue that was flushed loses nothing. Throws Rejected 'redis-may-evict' and 'redis-unreachable'.
 */
export const startWorker = async ({ services, follow, databaseUrl, apart }: { readonly services: Services; readonly follow: FollowUps; readonly databaseUrl: string; readonly apart: boolean }): Promise<RunningWorker> => {
  const alarms = await openAlarms({ databaseUrl, redisUrl: services.config.redisUrl });
  const rest = (time: number): Promise<void> => new Promise((done) => { setTimeout(done, time).unref(); });
  // Beside the requests of a server the ledger takes a tenth of the time: a burst of facts is folded after it, and nothing is due within seconds.
  const process = reminderProcess({ ...reminderTools(services), ...(apart ? {} : { pace: (worked: number) => rest(Math.min(worked * 9, LONGEST_REST_MS)) }) }, alarms);
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
  let stopped = false;
  let soon: NodeJS.Timeout | null = null; // facts that come together wake once
  const following = services.store.subscribe(await services.store.head(), async (events) => {
    if (soon !== null || stopped || events.every(({ stream }) => OWN.test(stream))) return;
    soon = setTimeout(() => { working = all().catch(() => undefined).finally(() => { soon = null; }); }, SOON_MS);
  });
  quietly();
  return {
    alarms, wake: all,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      if (soon !== null) clearTimeout(soon);
      await following.stop();
      await working;
      await alarms.close();
    },
  };
};
