import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Migration } from '#database';
import type { LedgerAt, LedgerChange, ReminderLedger, WaitingDelivery } from './ledger.ts';
import type { Reminder } from './reminder.ts';

/** One row a notice, one row a delivery of it through a channel. Raise the version when the rows mean something else. */
export const LEDGER_VERSION = 1;
export const reminderMigrations: readonly Migration[] = [{
  id: 'reminders-1-ledger',
  sql: `create table reminder (
      key uuid primary key, subject text not null, project text, clock text not null, policy_version integer not null, rung text not null, recurrence integer not null,
      on_day date not null, send_at timestamptz not null, plan text not null, told json not null, why text, state text not null default 'waiting', settled_at timestamptz,
      into_key uuid, order_id uuid, acknowledged_by text[] not null default '{}'
    );
    create index reminder_due on reminder (send_at, subject collate "C", key) where state = 'waiting';
    create index reminder_subject on reminder (subject);
    create index reminder_project on reminder (project);
    create index reminder_day on reminder (on_day, key);
    create table reminder_recipient (key uuid not null, recipient text not null, sent_at timestamptz not null, acknowledged_at timestamptz, primary key (recipient, sent_at, key));
    create index reminder_recipient_key on reminder_recipient (key);
    create table delivery (key uuid not null, channel text not null, recipient text not null, state text not null, at timestamptz not null, message uuid, attempt integer not null, detail text, primary key (key, channel, recipient));
    create index delivery_waiting on delivery (at) where state = 'waiting';
    create index delivery_taken on delivery (at) where state = 'taken';
    create table reminder_checkpoint (position bigint not null, rules text not null, version integer not null);
    insert into reminder_checkpoint values (0, '', ${LEDGER_VERSION})`,
}];

interface Row {
  key: string; subject: string; project: string | null; clock: Reminder['clock']; policy_version: number; rung: Reminder['rung']; recurrence: number; on_day: string; send_at: string; plan: Reminder['plan'];
  told: Reminder['to']; why: string | null; state: Reminder['state']; settled_at: string | null; into_key: string | null; order_id: string | null; acknowledged_by: string[];
}
const instant = (value: string): string => new Date(value).toISOString();
export const REMINDER_COLUMNS = 'key, subject, project, clock, policy_version, rung, recurrence, on_day, send_at, plan, told, why, state, settled_at, into_key, order_id, acknowledged_by';
export const readReminder = (row: Row): Reminder => ({
  key: row.key, subject: row.subject, project: row.project, clock: row.clock, policyVersion: row.policy_version, rung: row.rung, recurrence: row.recurrence, on: row.on_day as Reminder['on'],
  sendAt: instant(row.send_at), plan: row.plan, to: row.told, why: row.why, state: row.state, settledAt: row.settled_at === null ? null : instant(row.settled_at), into: row.into_key, order: row.order_id,
  acknowledgedBy: row.acknowledged_by,
});
export type ReminderRow = Row;

/** Whose inbox a notice lies in: a person's, a unit's, everybody's, or the supervision office's. */
const recipients = ({ to }: Reminder): readonly string[] => [...new Set(to.map(({ unit, role, person }) =>
  (role === 'all-units' ? 'all' : person !== null ? `person:${person}` : role === 'supervision-office' ? 'office' : `unit:${unit ?? ''}`)))];

const cell = (value: unknown): string => (value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign]!));
const listed = (texts: readonly string[]): string => `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
const lineOf = (one: Reminder): string => [
  one.key, one.subject, one.project, one.clock, one.policyVersion, one.rung, one.recurrence, one.on, one.sendAt, one.plan, JSON.stringify(one.to), one.why, one.state, one.settledAt, one.into, one.order,
  listed(one.acknowledgedBy),
].map(cell).join('\t');

/** New rows go in by COPY: a ledger that is adopted brings hundreds of thousands at once. */
const copy = async (tx: PoolClient, rows: readonly Reminder[]): Promise<void> => {
  const stream = tx.query(copyFrom(`copy reminder (${REMINDER_COLUMNS}) from stdin`));
  await pipeline(Readable.from((function* () { for (let from = 0; from < rows.length; from += 500) yield `${rows.slice(from, from + 500).map(lineOf).join('\n')}\n`; })()), stream);
};

const CHANGE = {
  name: 'luodi-reminder-change',
  text: `update reminder m set on_day = r.on_day, send_at = r.send_at, plan = r.plan, told = r.told, why = r.why, state = r.state, settled_at = r.settled_at, into_key = r.into_key, order_id = r.order_id,
      acknowledged_by = array(select json_array_elements_text(r.acknowledged_by))
    from json_to_recordset($1::json) as r(key uuid, on_day date, send_at timestamptz, plan text, told json, why text, state text, settled_at timestamptz, into_key uuid, order_id uuid, acknowledged_by json)
    where m.key = r.key`,
};
// Most of a batch is only issued: nothing else of those rows changes, so their keys are all that travels.
const ISSUED = { name: 'luodi-reminder-issued', text: `update reminder set state = 'sent', settled_at = $2 where key = any($1::uuid[])` };
const TOLD = {
  name: 'luodi-reminder-told',
  text: `insert into reminder_recipient (key, recipient, sent_at, acknowledged_at) select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[])
    on conflict (recipient, sent_at, key) do update set acknowledged_at = coalesce(reminder_recipient.acknowledged_at, excluded.acknowledged_at)`,
};

const writeAll = async (tx: PoolClient, { add, change, onlyIssued, drop, deliveries }: LedgerChange): Promise<void> => {
  if (drop.length > 0) await tx.query('delete from reminder where key = any($1::uuid[])', [drop]);
  if (add.length > 0) await copy(tx, add);
  const issued = new Map<string, string[]>(); // keys by instant
  for (const { key, settledAt } of onlyIssued) { const known = issued.get(settledAt!); if (known) known.push(key); else issued.set(settledAt!, [key]); }
  for (const [at, keys] of issued) await tx.query({ ...ISSUED, values: [keys, at] });
  if (change.length > 0) await tx.query({ ...CHANGE, values: [JSON.stringify(change.map((one) => ({
    key: one.key, on_day: one.on, send_at: one.sendAt, plan: one.plan, told: one.to, why: one.why, state: one.state, settled_at: one.settledAt, into_key: one.into, order_id: one.order, acknowledged_by: one.acknowledgedBy,
  })))] });
  const told = [...add, ...change, ...onlyIssued].filter(({ state }) => state === 'sent' || state === 'failed').flatMap((one) => recipients(one).map((recipient) => ({ one, recipient })));
  if (told.length > 0) await tx.query({ ...TOLD, values: [
    told.map(({ one }) => one.key), told.map(({ recipient }) => recipient), told.map(({ one }) => one.settledAt), told.map(({ one }) => (one.acknowledgedBy.length > 0 ? one.settledAt : null)),
  ] });
  if (deliveries.length > 0) await tx.query({
    name: 'luodi-delivery-write',
    text: `insert into delivery (key, channel, recipient, state, at, message, attempt, detail) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::uuid[], $7::integer[], $8::text[])
      on conflict (key, channel, recipient) do update set state = excluded.state, at = excluded.at, message = excluded.message, attempt = excluded.attempt, detail = excluded.detail`,
    values: [
      deliveries.map(({ key }) => key), deliveries.map(({ channel }) => channel), deliveries.map(({ to }) => to), deliveries.map(({ state }) => state), deliveries.map(({ at }) => at), deliveries.map(({ message }) => message),
      deliveries.map(({ attempt }) => attempt), deliveries.map(({ detail }) => detail),
    ],
  });
};

const DELIVERY = `d.key, d.channel, d.recipient as "to", r.project, d.at, d.attempt`;
const delivered = <T extends { at: string }>(row: T): T => ({ ...row, at: instant(row.at) });

// What waits has no outcome yet: those columns need not travel. Instants come as the text that they are compared as.
const DUE_COLUMNS = `key, subject, project, clock, policy_version, rung, recurrence, on_day, to_char(send_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as send_at, plan, told, why, into_key`;
const due = (more: string): string => `select ${DUE_COLUMNS} from reminder where state = 'waiting' and reminder.send_at <= $1 ${more} order by reminder.send_at, subject collate "C", key limit $2`;
const DUE = due('');
const DUE_AFTER = due('and (reminder.send_at, subject collate "C", key) > ($3, $4, $5::uuid)');
type DueRow = Pick<Row, 'key' | 'subject' | 'project' | 'clock' | 'policy_version' | 'rung' | 'recurrence' | 'on_day' | 'send_at' | 'plan' | 'told' | 'why' | 'into_key'>;
const WAITING = { state: 'waiting', settledAt: null, order: null, acknowledgedBy: [] } as const;

/** The reminder ledger in PostgreSQL. */
export const postgresLedger = (pool: Pool): ReminderLedger => {
  const many = async (text: string, values: readonly unknown[], name: string): Promise<readonly Reminder[]> => (await pool.query<Row>({ name, text: `select ${REMINDER_COLUMNS} from reminder ${text}`, values: [...values] })).rows.map(readReminder);
  return {
    step: async (work) => {
      const tx = await pool.connect();
      try {
        await tx.query('begin');
        const { rows: [at] } = await tx.query<{ position: string; rules: string }>('select position, rules from reminder_checkpoint for update');
        const before: LedgerAt = { position: BigInt(at!.position), rules: at!.rules };
        const change = await work(before);
        if (change !== null) {
          await writeAll(tx, change);
          await tx.query('update reminder_checkpoint set position = $1, rules = $2', [String(change.position), change.rules]);
        }
        await tx.query('commit');
        return change !== null;
      } catch (error) {
        await tx.query('rollback').catch(() => undefined);
        throw error;
      } finally { tx.release(); }
    },
    rowsOf: (subjects) => many('where subject = any($1::text[])', [subjects], 'luodi-reminder-subjects'),
    byKeys: (keys) => many('where key = any($1::uuid[])', [keys], 'luodi-reminder-keys'),
    due: async (now, limit, after = null) => (await pool.query<DueRow>({ name: `luodi-reminder-due${after === null ? '' : '-after'}`, text: after === null ? DUE : DUE_AFTER, values: after === null ? [now, limit] : [now, limit, after.sendAt, after.subject, after.key] })).rows.map((row): Reminder => ({
      key: row.key, subject: row.subject, project: row.project, clock: row.clock, policyVersion: row.policy_version, rung: row.rung, recurrence: row.recurrence, on: row.on_day as Reminder['on'], sendAt: row.send_at, plan: row.plan,
      to: row.told, why: row.why, into: row.into_key, ...WAITING,
    })),
    deliverable: async (now, limit) => (await pool.query<WaitingDelivery>({
      name: 'luodi-delivery-due', text: `select ${DELIVERY} from delivery d join reminder r on r.key = d.key where d.state = 'waiting' and d.at <= $1 order by d.at, d.key limit $2`, values: [now, limit],
    })).rows.map(delivered),
    stuck: async (before, limit) => (await pool.query<WaitingDelivery & { message: string }>({
      name: 'luodi-delivery-stuck', text: `select ${DELIVERY}, d.message from delivery d join reminder r on r.key = d.key where d.state = 'taken' and d.at < $1 order by d.at limit $2`, values: [before, limit],
    })).rows.map(delivered),
    nextAt: async () => {
      const { rows: [row] } = await pool.query<{ at: string | null }>({
        name: 'luodi-reminder-next', text: `select least((select send_at from reminder where state = 'waiting' order by send_at limit 1), (select at from delivery where state = 'waiting' order by at limit 1)) as at`,
      });
      return row?.at == null ? null : instant(row.at);
    },
    clear: async () => { await pool.query(`truncate reminder, reminder_recipient, delivery; update reminder_checkpoint set position = 0, rules = ''`); },
  };
};
