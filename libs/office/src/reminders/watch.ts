import type { Pool } from 'pg';
import type { Migration } from '#database';
import { dayInShanghai, type DomainEvent } from '#domain';
import type { EventStore } from '#event-store';
import { PROCESS } from '#reminders';

export const watchMigrations: readonly Migration[] = [
  {
    id: 'worker-2-watch',
    sql: `create table reminder_watch (name text primary key, at timestamptz not null, detail text)`,
  },
];

// STORED FOR EVER, in stream "reminder-audit".
export type WatchEvent = DomainEvent<'RemindersAudited', { readonly missed: number }>;

interface WatchState {
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
  const note = (name: string, detail: string | null): Promise<unknown> =>
    pool.query(
      'insert into reminder_watch (name, at, detail) values ($1, $2, $3) on conflict (name) do update set at = excluded.at, detail = excluded.detail',
      [name, now(), detail],
    );
  const overdue = async (minutes: number): Promise<number> => {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::integer as n from reminder_due where send_at < $1`,
      [new Date(now().getTime() - minutes * 60_000)],
    );
    return rows[0]!.n;
  };
  return {
    canary: async () => {
      await note('canary', null);
    },
    audit: async () => {
      const missed = await overdue(GRACE_MINUTES);
      const day = dayInShanghai(now().toISOString());
      await store.append('reminder-audit', 'any', [
        {
          id: crypto.randomUUID(),
          event: { type: 'RemindersAudited', occurredOn: day, data: { missed } } satisfies WatchEvent,
          schemaVersion: 1,
          meta: { actor: PROCESS, commandId: `audit:${day}` },
        },
      ]);
      await note('audit', String(missed));
      return { missed };
    },
    state: async () => {
      const { rows } = await pool.query<{ name: string; at: string; detail: string | null }>(
        'select name, at, detail from reminder_watch',
      );
      const of = (name: string) => rows.find((row) => row.name === name);
      const audited = of('audit');
      const {
        rows: [count],
      } = await pool.query<{ n: number }>(`select count(*)::integer as n from reminder_due where send_at <= $1`, [
        now(),
      ]);
      return {
        canaryAt: of('canary') === undefined ? null : new Date(of('canary')!.at).toISOString(),
        auditedOn: audited === undefined ? null : dayInShanghai(new Date(audited.at).toISOString()),
        missed: audited === undefined ? null : Number(audited.detail),
        waiting: count!.n,
        overdue: await overdue(GRACE_MINUTES),
      };
    },
  };
};
