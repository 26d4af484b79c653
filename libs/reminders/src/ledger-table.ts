import type { Migration } from '#database';
import type { Reminder } from './reminder.ts';

/**
 * One row a notice; `reminder_due` holds the places of those that wait, apart from the rows, so that an outcome is written into a row without touching an index.
 * Deliveries that wait have a row each, what was handed over a row a message. Instants beside `reminder` repeat what the log says, so none of this is ever backed up.
 */
export const reminderMigrations: readonly Migration[] = [{
  id: 'reminders-2-dispatch',
  sql: `drop table if exists reminder, reminder_recipient, delivery, reminder_checkpoint; -- a release that lays the rows otherwise folds them anew
    create table reminder (
      key uuid primary key, subject text not null, project text, clock text not null, policy_version integer not null, rung text not null, recurrence integer not null,
      on_day date not null, send_at timestamptz not null, plan text not null, told json not null, why text, state text not null default 'waiting', settled_at timestamptz, settled_in bigint,
      into_key uuid, order_id uuid, acknowledged_by text[] not null default '{}'
    ) with (fillfactor = 85);
    create index reminder_subject on reminder (subject);
    create index reminder_project on reminder (project);
    create index reminder_day on reminder (on_day, key);
    create table reminder_due (send_at timestamptz not null, subject text collate "C" not null, key uuid not null, primary key (send_at, subject, key));
    create table reminder_recipient (recipient text not null, sent_at timestamptz not null, key uuid not null, primary key (recipient, sent_at, key));
    create table order_opening (key uuid primary key);
    create table delivery (key uuid not null, channel text not null, recipient text not null, at timestamptz not null, attempt integer not null);
    create index delivery_key on delivery (key);
    create index delivery_at on delivery (at);
    create table message (id uuid primary key, channel text not null, recipient text not null, state text not null, started_at timestamptz not null, at timestamptz not null, attempt integer not null, detail text, keys uuid[] not null);
    create index message_recipient on message (channel, recipient, started_at);
    create index message_taken on message (started_at) where state = 'taken';
    create table outbox (channel text not null, recipient text not null, version integer not null, primary key (channel, recipient));
    create table reminder_checkpoint (position bigint not null, rules text not null, dispatched integer not null);
    insert into reminder_checkpoint values (0, '', 0)`,
}];

export interface ReminderRow {
  key: string; subject: string; project: string | null; clock: Reminder['clock']; policy_version: number; rung: Reminder['rung']; recurrence: number; on_day: string; send_at: string; plan: Reminder['plan'];
  told: Reminder['to']; why: string | null; state: Reminder['state']; settled_at: string | null; settled_in: string | null; into_key: string | null; order_id: string | null; acknowledged_by: string[];
}
export const REMINDER_COLUMNS = 'key, subject, project, clock, policy_version, rung, recurrence, on_day, send_at, plan, told, why, state, settled_at, settled_in, into_key, order_id, acknowledged_by';

export const instant = (value: string): string => new Date(value).toISOString();

export const readReminder = (row: ReminderRow): Reminder => ({
  key: row.key, subject: row.subject, project: row.project, clock: row.clock, policyVersion: row.policy_version, rung: row.rung, recurrence: row.recurrence, on: row.on_day as Reminder['on'],
  sendAt: instant(row.send_at), plan: row.plan, to: row.told, why: row.why, state: row.state, settledAt: row.settled_at === null ? null : instant(row.settled_at), settledIn: row.settled_in, into: row.into_key, order: row.order_id,
  acknowledgedBy: row.acknowledged_by,
});
