import type { Pool, PoolClient } from 'pg';
import { inRenewable } from '#database';
import { inTurn } from '#event-store';
import type { DeliveryState, LedgerAt, LedgerChange, ReminderLedger, StartedMessage, WaitingDigest } from './ledger.ts';
import {
  instant,
  readReminder,
  readWaiting,
  REMINDER_COLUMNS,
  type ExpectedRow,
  type ReminderRow,
} from './ledger-table.ts';
import { writeChange } from './ledger-write.ts';
import type { Reminder } from '../owed/reminder.ts';

interface Checkpoint {
  readonly position: string;
  readonly rules: string;
  readonly dispatched: number;
}
const placed = ({ position, rules, dispatched }: Checkpoint): LedgerAt => ({
  position: BigInt(position),
  rules,
  dispatched,
});
const CHECKPOINT = 'select position, rules, dispatched from reminder_checkpoint';
const checkpoint = async (on: Pool | PoolClient, lock: '' | 'for update' = ''): Promise<LedgerAt> =>
  placed((await on.query<Checkpoint>(`${CHECKPOINT} ${lock}`)).rows[0]!);

// What waits has no outcome yet: those columns need not travel. One statement, so that the rows and the place where the ledger stood are of one moment.
const due = (
  more: string,
): string => `select c.position, c.rules, c.dispatched, m.* from (${CHECKPOINT}) c left join lateral (
    select r.key, r.subject, project, clock, policy_version, rung, recurrence, on_day, d.send_at, plan, told, why
    from reminder_due d join reminder_expected r on r.key = d.key where d.send_at <= $1 ${more} order by d.send_at, d.subject, d.key limit $2) m on true`;
const DUE = { name: 'luodi-reminder-due', text: due('') };
const DUE_AFTER = {
  name: 'luodi-reminder-due-after',
  text: due('and (d.send_at, d.subject, d.key) > ($3, $4, $5::uuid)'),
};
type DueRow = Checkpoint & (ExpectedRow | { readonly key: null });

const DELIVERABLE = {
  name: 'luodi-delivery-due',
  text: `select d.channel, d.recipient as "to", coalesce(o.version, 0) as version, json_agg(json_build_object('key', k.key, 'attempt', d.attempt) order by d.at, k.key) as notices
    from (select * from delivery where at <= $1 order by at limit $2) d cross join unnest(d.keys) as k(key) left join outbox o on (o.channel, o.recipient) = (d.channel, d.recipient)
    group by d.channel, d.recipient, o.version order by min(d.at), d.channel, d.recipient`,
};
const NEXT = {
  name: 'luodi-reminder-next',
  text: 'select least((select send_at from reminder_due order by send_at limit 1), (select at from delivery order by at limit 1)) as at',
};

/** The reminder ledger in PostgreSQL. */
export const postgresLedger = (pool: Pool): ReminderLedger => {
  const many = async (text: string, values: readonly unknown[], name: string): Promise<readonly Reminder[]> =>
    (
      await pool.query<ReminderRow>({
        name,
        text: `select ${REMINDER_COLUMNS} from reminder ${text}`,
        values: [...values],
      })
    ).rows.map(readReminder);
  const turn = inTurn();
  const writeFrom = (at: LedgerAt, change: LedgerChange): Promise<boolean> =>
    inRenewable(pool, async (tx) => {
      const now = await checkpoint(tx, 'for update');
      if (now.position !== at.position || now.rules !== at.rules || now.dispatched !== at.dispatched) return false;
      await writeChange(tx, change);
      return true;
    });
  return {
    step: (work) =>
      turn('step', async () => {
        for (;;) {
          const at = await checkpoint(pool);
          const change = await work(at);
          if (change === null) return false;
          if (await writeFrom(at, change)) return true; // else another process was first: look again
        }
      }),
    rowsOf: (subjects) => many('where subject = any($1::text[])', [subjects], 'luodi-reminder-subjects'),
    namedIn: (keys) =>
      many(
        "where state = 'merged' and into_key = any($1::uuid[]) order by subject, key",
        [keys],
        'luodi-reminder-named',
      ),
    byKeys: (keys) => many('where key = any($1::uuid[])', [keys], 'luodi-reminder-keys'),
    due: async (now, limit, after = null) => {
      const { rows } = await pool.query<DueRow>(
        after === null
          ? { ...DUE, values: [now, limit] }
          : { ...DUE_AFTER, values: [now, limit, after.sendAt, after.subject, after.key] },
      );
      return {
        at: placed(rows[0]!),
        rows: rows.flatMap((row) => (row.key === null ? [] : [readWaiting(row)])),
      };
    },
    unopened: (limit) =>
      many('where key in (select key from order_opening limit $1)', [limit], 'luodi-orders-unopened'),
    deliverable: async (now, limit) => (await pool.query<WaitingDigest>({ ...DELIVERABLE, values: [now, limit] })).rows,
    stuck: async (before, limit) =>
      (
        await pool.query<StartedMessage>({
          name: 'luodi-message-stuck',
          text: `select id as message, channel, recipient as "to", started_at as at, attempt, keys from message where state = 'taken' and started_at < $1 order by started_at limit $2`,
          values: [before, limit],
        })
      ).rows.map((row) => ({ ...row, at: instant(row.at) })),
    deliveriesOf: async (key, places, since) =>
      (
        await pool.query<DeliveryState>({
          name: 'luodi-deliveries-of',
          text: `select p.channel, p.recipient as "to", coalesce(w.state, m.state) as state, coalesce(w.at, m.at) as at, coalesce(w.attempt, m.carried)::integer as attempts, m.detail
        from unnest($2::text[], $3::text[]) as p(channel, recipient)
        left join lateral (select 'waiting' as state, at, attempt from delivery d where (d.channel, d.recipient) = (p.channel, p.recipient) and $1 = any(d.keys)) w on true
        left join lateral (select state, at, detail, count(*) over () as carried from message m
          where (m.channel, m.recipient) = (p.channel, p.recipient) and started_at >= $4 and $1 = any(keys) order by started_at desc limit 1) m on true
        where w.state is not null or m.state is not null order by 1, 2`,
          values: [key, places.map(({ channel }) => channel), places.map(({ to }) => to), since],
        })
      ).rows.map((row) => ({ ...row, at: instant(row.at) })),
    nextAt: async () => {
      const {
        rows: [row],
      } = await pool.query<{ at: string | null }>(NEXT);
      return row?.at == null ? null : instant(row.at);
    },
    clear: async () => {
      await pool.query(
        `truncate reminder_expected, reminder_outcome, reminder_due, reminder_recipient, order_opening, delivery, message, outbox; update reminder_checkpoint set position = 0, rules = '', dispatched = 0`,
      );
    },
  };
};
