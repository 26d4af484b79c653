import { setTimeout as rest } from 'node:timers/promises';
import { sharedRun } from '#event-store';
import { openAlarms, reminderProcess, type Alarms } from '#reminders';
import type { Meters } from '#telemetry';
import type { Office } from '../office.ts';
import type { OpenOffice } from '../open-office.ts';
import { factHooks } from '../channels/fact-hooks.ts';
import { reminderTools } from './reminder-tools.ts';

const RECONCILE_MS = 180_000;
const SOON_MS = 500;
const STANDBY_MS = 1_000; // where another worker leads: whether it still does
const AGAIN_MS = 5_000; // after a wake that failed: the database was away, or is full
const PROBE_MS = 20;
const BUSY = 0.5;
const LONGEST_REST_MS = 10_000;
const BURST_MS = 400; // shorter than SOON_MS: a fact that comes alone is no burst
const OWN = /^(dispatch$|(notice|outbox|register)-)/; // records of the process itself

/**
 * Inside a server: where the thread is busy with requests too, or facts are being recorded, the reminders take a tenth of the time. A burst of facts is then folded after it, each project once
 * rather than at every fact; nothing is due within seconds.
 */
const restBesideOthers = async (worked: number, isBurst: () => boolean, signal: AbortSignal): Promise<void> => {
  const before = performance.eventLoopUtilization();
  await rest(PROBE_MS, undefined, { signal });
  if (isBurst() || performance.eventLoopUtilization(before).utilization > BUSY)
    await rest(Math.min(worked * 9, LONGEST_REST_MS), undefined, { signal });
};

export interface RunningWorker {
  readonly alarms: Alarms;
  readonly wake: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/**
 * What runs beside the requests: reminders and their deliveries, and what facts entail in other streams. Woken by the queue, by every new fact, and every
 * three minutes by its own timer, which also puts the queue right: a queue that was flushed loses nothing. Throws Rejected 'redis-may-evict' and 'redis-unreachable'.
 */
export const startWorker = async (
  office: Office & Pick<OpenOffice, 'databaseUrl'>,
  { apart, meters = null }: { readonly apart: boolean; readonly meters?: Meters | null },
): Promise<RunningWorker> => {
  const alarms = await openAlarms({ databaseUrl: office.databaseUrl, redis: office.config.redis });
  const stopping = new AbortController();
  let lastFact = -Infinity; // of performance.now
  const isBurst = (): boolean => performance.now() - lastFact < BURST_MS;
  const pace = async (worked: number): Promise<void> => {
    stopping.signal.throwIfAborted();
    if (!apart) await restBesideOthers(worked, isBurst, stopping.signal);
  };
  const hooks = factHooks(office, meters?.delivered);
  const process = reminderProcess({ ...reminderTools(office, meters?.delivered), pace }, alarms);
  // Wakes that come while one works share the next: a backlog is worked off by one, not by one more at every fact.
  const all = sharedRun(async (): Promise<number> => {
    const followed = office.projects.followUps.catchUp().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    await followed;
    const settled = await process.wake(); // also where the follow-ups could not go on: neither waits for the other's faults
    const failed = await followed;
    if (failed !== null) throw failed.error;
    return settled;
  });
  let working: Promise<unknown> = Promise.resolve();
  let soon: NodeJS.Timeout | null = null; // facts that come together wake once
  let waitsSince = 0; // of performance.now: the first fact that no wake has seen
  const quietly = (): void => {
    hooks.wake();
    working = (async () => {
      if (await office.leads.reminders.hold()) await office.leads.reminders.during(all);
      else wakeIn(STANDBY_MS);
    })().catch(() => {
      wakeIn(AGAIN_MS);
    });
  };
  /** Inside a server a burst is waited for, within reason. */
  const wakeAfterBurst = (): void => {
    if (!apart && isBurst() && performance.now() - waitsSince < LONGEST_REST_MS)
      soon = setTimeout(wakeAfterBurst, SOON_MS);
    else {
      soon = null;
      quietly();
    }
  };
  const wakeIn = (time: number): void => {
    if (soon !== null || stopping.signal.aborted) return;
    waitsSince = performance.now();
    soon = setTimeout(wakeAfterBurst, time); // a fact that comes while this one runs wakes the next
  };
  await alarms.ensure();
  await alarms.work({ wake: all, canary: office.reminders.watch.canary, audit: office.reminders.watch.audit });
  const timer = setInterval(() => {
    void alarms.ensure().catch(() => undefined);
    quietly();
  }, RECONCILE_MS);
  timer.unref();
  const following = office.store.subscribe(await office.store.head(), async (events) => {
    if (!events.some(({ stream }) => !OWN.test(stream))) return;
    lastFact = performance.now();
    wakeIn(SOON_MS);
  });
  quietly();
  return {
    alarms,
    wake: all,
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      if (soon !== null) clearTimeout(soon);
      await following.stop();
      await working;
      await hooks.stop();
      await alarms.close();
      await office.leads.reminders.leave();
    },
  };
};
