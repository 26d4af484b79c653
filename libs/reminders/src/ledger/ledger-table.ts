import type { Migration } from '#database';
import type { Reason } from '#domain';
import { WAITING, type Reminder } from '../owed/reminder.ts';

/** Notices of projects' clocks that come on their day. What is owed no more was dated back when it was taken off, so that it is settled at once. Counts of what lies ahead use this index alone. */
export const AHEAD = `subject like 'project-%' and send_at >= on_day::timestamp at time zone 'Asia/Shanghai'`;

/** All tables of the ledger; the view `reminder` joins two of them. */
export const LEDGER_TABLES = [
  'reminder_expected',
  'reminder_outcome',
  'reminder_due',
  'reminder_recipient',
  'order_opening',
  'delivery',
  'message',
  'outbox',
  'reminder_checkpoint',
] as const;

/**
 * `reminder`: a line for each notice, what is expected beside what became of it. The two are tables of their own, and `reminder_due` holds the places of those that wait,
 * so that an outcome touches no index of what is expected. What waits for a channel has a row for each recipient and instant, what was handed over a row for each message.
 * All this repeats what the log says, so none of it is ever backed up.
 */
export const reminderMigrations: readonly Migration[] = [
  {
    id: 'reminders-3-outcomes',
    sql: `drop table if exists reminder, reminder_recipient, delivery, reminder_checkpoint; -- a release that lays the rows otherwise folds them anew
    create table reminder_expected (
      key uuid primary key, subject text not null, project text, clock text not null, policy_version integer not null, rung text not null, recurrence integer not null,
      on_day date not null, send_at timestamptz not null, plan text not null, told json not null, why text
    );
    create index reminder_expected_subject on reminder_expected (subject);
    create index reminder_expected_project on reminder_expected (project);
    create index reminder_expected_day on reminder_expected (on_day, key);
    create table reminder_outcome (
      key uuid primary key, state text not null, settled_at timestamptz not null, settled_in bigint not null, into_key uuid, order_id uuid, acknowledged_by text[] not null default '{}'
    );
    create view reminder as select e.*, coalesce(o.state, 'waiting') as state, settled_at, settled_in, into_key, order_id, coalesce(acknowledged_by, '{}') as acknowledged_by
      from reminder_expected e left join reminder_outcome o using (key);
    create table reminder_due (send_at timestamptz not null, subject text collate "C" not null, key uuid not null, primary key (send_at, subject, key));
    create table reminder_recipient (recipient text not null, sent_at timestamptz not null, key uuid not null, primary key (recipient, sent_at, key));
    create table order_opening (key uuid primary key);
    create table delivery (channel text not null, recipient text not null, at timestamptz not null, attempt integer not null, keys uuid[] not null);
    create index delivery_recipient on delivery (channel, recipient);
    create index delivery_at on delivery (at);
    create table message (id uuid primary key, channel text not null, recipient text not null, state text not null, started_at timestamptz not null, at timestamptz not null, attempt integer not null, detail text, keys uuid[] not null);
    create index message_recipient on message (channel, recipient, started_at);
    create index message_taken on message (started_at) where state = 'taken';
    create table outbox (channel text not null, recipient text not null, version integer not null, primary key (channel, recipient));
    create table reminder_checkpoint (position bigint not null, rules text not null, dispatched integer not null);
    insert into reminder_checkpoint values (0, '', 0)`,
  },
  {
    id: 'reminders-3-ahead', // goes and must come back with the table, where a release lays that anew
    sql: `create index reminder_expected_ahead on reminder_expected (on_day, project) where ${AHEAD}`,
  },
  {
    id: 'reminders-4-reasons', // a reason is a code with its data
    sql: `drop view reminder;
    truncate reminder_expected, reminder_outcome, reminder_due, reminder_recipient, order_opening, delivery, message, outbox;
    update reminder_checkpoint set position = 0, rules = '', dispatched = 0;
    alter table reminder_expected alter column why type json using null;
    create index reminder_outcome_into on reminder_outcome (into_key) where into_key is not null;
    create view reminder as select e.*, coalesce(o.state, 'waiting') as state, settled_at, settled_in, into_key, order_id, coalesce(acknowledged_by, '{}') as acknowledged_by
      from reminder_expected e left join reminder_outcome o using (key)`,
  },
];

/** What is expected, before anything became of it. */
export interface ExpectedRow {
  key: string;
  subject: string;
  project: string | null;
  clock: Reminder['clock'];
  policy_version: number;
  rung: Reminder['rung'];
  recurrence: number;
  on_day: string;
  send_at: string;
  plan: Reminder['plan'];
  told: Reminder['to'];
  why: Reason | null;
}
export interface ReminderRow extends ExpectedRow {
  state: Reminder['state'];
  settled_at: string | null;
  settled_in: string | null;
  into_key: string | null;
  order_id: string | null;
  acknowledged_by: string[];
}
export const EXPECTED_COLUMNS =
  'key, subject, project, clock, policy_version, rung, recurrence, on_day, send_at, plan, told, why';
export const REMINDER_COLUMNS = `${EXPECTED_COLUMNS}, state, settled_at, settled_in, into_key, order_id, acknowledged_by`;

/** An instant as the log words it. The server's usual wordings, whole seconds or milliseconds in UTC, are only put together anew: thousands are read at once. */
export const instant = (value: string): string => {
  const [day, time] = [value.slice(0, 10), value.slice(11, -3)];
  if (value.endsWith('+00') && value.length === 22) return `${day}T${time}.000Z`;
  return value.endsWith('+00') && value.length === 26 ? `${day}T${time}Z` : new Date(value).toISOString();
};

/** A reminder of which nothing is known but that it is expected: it waits. */
export const readWaiting = (row: ExpectedRow): Reminder => ({
  key: row.key,
  subject: row.subject,
  project: row.project,
  clock: row.clock,
  policyVersion: row.policy_version,
  rung: row.rung,
  recurrence: row.recurrence,
  on: row.on_day as Reminder['on'],
  sendAt: instant(row.send_at),
  plan: row.plan,
  to: row.told,
  why: row.why,
  ...WAITING,
});

export const readReminder = (row: ReminderRow): Reminder => ({
  ...readWaiting(row),
  state: row.state,
  settledAt: row.settled_at === null ? null : instant(row.settled_at),
  settledIn: row.settled_in,
  into: row.into_key,
  order: row.order_id,
  acknowledgedBy: row.acknowledged_by,
});
