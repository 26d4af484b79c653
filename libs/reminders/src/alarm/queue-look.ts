import type { Queue } from 'bullmq';

/** Jobs that stand in the queue for good. */
export const STANDING_JOBS = ['reconcile', 'canary', 'audit'] as const;
type StandingJob = (typeof STANDING_JOBS)[number];

/** What the queue holds at this moment. Instants as ISO texts. */
export interface QueueLook {
  readonly backend: 'postgres' | 'redis';
  readonly jobs: {
    readonly delayed: number;
    readonly waiting: number;
    readonly active: number;
    readonly failed: number;
  };
  /** When each standing job runs next; null where it is not set, as after a flush. */
  readonly standing: readonly { readonly job: StandingJob; readonly next: string | null }[];
  /** The alarms that are set, the next first. */
  readonly alarms: readonly string[];
  readonly failures: readonly {
    readonly job: string;
    readonly at: string;
    readonly attempts: number;
    readonly reason: string;
  }[];
}

export type Readable = Pick<Queue, 'getJobCounts' | 'getJobs' | 'getJobSchedulers'>;

const SHOWN = 20; // alarms and failures each
const REASON_LENGTH = 500;

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Looks into a queue without changing it: bounded, whatever lies in it. */
export const lookInto = async (queue: Readable, backend: QueueLook['backend']): Promise<QueueLook> => {
  const [counts, schedulers, delayed, failed] = [
    await queue.getJobCounts('delayed', 'waiting', 'active', 'failed'),
    await queue.getJobSchedulers(0, STANDING_JOBS.length, true),
    await queue.getJobs('delayed', 0, SHOWN + STANDING_JOBS.length, true),
    await queue.getJobs('failed', 0, SHOWN - 1),
  ];
  const { delayed: later = 0, waiting = 0, active = 0, failed: failures = 0 } = counts;
  return {
    backend,
    jobs: { delayed: later, waiting, active, failed: failures },
    standing: STANDING_JOBS.map((job) => {
      const next = schedulers.find(({ key }) => key === job)?.next;
      return { job, next: next === undefined ? null : instant(next) };
    }),
    alarms: delayed
      .filter(({ repeatJobKey }) => repeatJobKey === undefined)
      .map(({ timestamp, delay }) => instant(timestamp + delay))
      .sort()
      .slice(0, SHOWN),
    failures: failed.map(({ name, finishedOn, timestamp, attemptsMade, failedReason }) => ({
      job: name,
      at: instant(finishedOn ?? timestamp),
      attempts: attemptsMade,
      reason: failedReason.slice(0, REASON_LENGTH),
    })),
  };
};
