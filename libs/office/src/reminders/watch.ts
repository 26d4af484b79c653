import type { Pool } from '#database';
import { dayInShanghai, schemaVersionOf, type DomainEvent } from '#domain';
import type { EventStore } from '#event-store';
import { lastNoted, noteWatch, notSentBefore, PROCESS } from '#reminders';

// STORED FOR EVER, in stream "reminder-audit".
export type WatchEvent = DomainEvent<'RemindersAudited', { readonly missed: number }>;

export interface WatchState {
  readonly canaryAt: string | null;
  readonly auditedOn: string | null;
  readonly missed: number | null;
  readonly waiting: number;
  readonly overdue: number;
}
export interface Watch {
  readonly canary: () => Promise<void>;
  /** Counts what should have gone out and has no outcome, and records it: a miss is visible the next morning at the latest. */
  readonly audit: () => Promise<{ readonly missed: number }>;
  readonly state: () => Promise<WatchState>;
}

const GRACE_MINUTES = 60;

/** Who watches the reminders: a canary through the queue every minute, and an audit of missed notices every morning. */
export const watch = (pool: Pool, store: EventStore, now: () => Date): Watch => {
  const overdue = (): Promise<number> => notSentBefore(pool, new Date(now().getTime() - GRACE_MINUTES * 60_000));
  return {
    canary: () => noteWatch(pool, 'canary', now(), null),
    audit: async () => {
      const missed = await overdue();
      const day = dayInShanghai(now().toISOString());
      await store.append('reminder-audit', 'any', [
        {
          id: crypto.randomUUID(),
          event: { type: 'RemindersAudited', occurredOn: day, data: { missed } } satisfies WatchEvent,
          schemaVersion: schemaVersionOf('RemindersAudited'),
          meta: { actor: PROCESS, commandId: `audit:${day}` },
        },
      ]);
      await noteWatch(pool, 'audit', now(), String(missed));
      return { missed };
    },
    state: async () => {
      const [canary, audited] = [await lastNoted(pool, 'canary'), await lastNoted(pool, 'audit')];
      return {
        canaryAt: canary?.at ?? null,
        auditedOn: audited === null ? null : dayInShanghai(audited.at),
        missed: audited === null ? null : Number(audited.detail),
        waiting: await notSentBefore(pool, now()),
        overdue: await overdue(),
      };
    },
  };
};
