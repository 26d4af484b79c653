import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DueAfter, LedgerChange, PostChange } from './ledger.ts';
import { REMINDER_COLUMNS } from './ledger-table.ts';
import type { Reminder } from './reminder.ts';

/** Whose inbox a notice lies in: a person's, a unit's, everybody's, or the supervision office's. */
const recipients = ({ to }: Reminder): readonly string[] => [...new Set(to.map(({ unit, role, person }) =>
  (role === 'all-units' ? 'all' : person !== null ? `person:${person}` : role === 'supervision-office' ? 'office' : `unit:${unit ?? ''}`)))];

const cell = (value: unknown): string => (value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign]!));
const listed = (texts: readonly string[]): string => `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
const lineOf = (one: Reminder): readonly unknown[] => [
  one.key, one.subject, one.project, one.clock, one.policyVersion, one.rung, one.recurrence, one.on, one.sendAt, one.plan, JSON.stringify(one.to), one.why, one.state, one.settledAt, one.settledIn, one.into, one.order,
  listed(one.acknowledgedBy),
];
const placeOf = ({ sendAt, subject, key }: DueAfter): readonly unknown[] => [sendAt, subject, key];

/** New rows go in by COPY: a ledger that is adopted brings hundreds of thousands at once. */
const copy = async <T>(tx: PoolClient, into: string, rows: readonly T[], cells: (row: T) => readonly unknown[]): Promise<void> => {
  if (rows.length === 0) return;
  const lines = function* (): Generator<string> { for (let from = 0; from < rows.length; from += 500) yield `${rows.slice(from, from + 500).map((row) => cells(row).map(cell).join('\t')).join('\n')}\n`; };
  await pipeline(Readable.from(lines()), tx.query(copyFrom(`copy ${into} from stdin`)));
};

const CHANGE = {
  name: 'luodi-reminder-change',
  text: `update reminder m set on_day = r.on_day, send_at = r.send_at, plan = r.plan, told = r.told, why = r.why, state = r.state, settled_at = r.settled_at, settled_in = r.settled_in, into_key = r.into_key, order_id = r.order_id,
      acknowledged_by = array(select json_array_elements_text(r.acknowledged_by))
    from json_to_recordset($1::json) as r(key uuid, on_day date, send_at timestamptz, plan text, told json, why text, state text, settled_at timestamptz, settled_in bigint, into_key uuid, order_id uuid, acknowledged_by json)
    where m.key = r.key`,
};
const changed = (one: Reminder): object => ({
  key: one.key, on_day: one.on, send_at: one.sendAt, plan: one.plan, told: one.to, why: one.why, state: one.state, settled_at: one.settledAt, settled_in: one.settledIn, into_key: one.into, order_id: one.order, acknowledged_by: one.acknowledgedBy,
});
// Most of a batch is only issued: nothing else of those rows changes, so their keys are all that travels.
const ISSUED = { name: 'luodi-reminder-issued', text: `update reminder set state = 'sent', settled_at = $2, settled_in = $3 where key = any($1::uuid[])` };
const NOT_DUE = { name: 'luodi-reminder-not-due', text: 'delete from reminder_due d using unnest($1::timestamptz[], $2::text[], $3::uuid[]) as x(send_at, subject, key) where (d.send_at, d.subject, d.key) = (x.send_at, x.subject, x.key)' };
const TOLD = { name: 'luodi-reminder-told', text: 'insert into reminder_recipient (recipient, sent_at, key) select * from unnest($1::text[], $2::timestamptz[], $3::uuid[]) on conflict do nothing' };

const writePost = async (tx: PoolClient, { taken, waiting, started, ended, outboxes }: PostChange): Promise<void> => {
  if (taken.length > 0) await tx.query({
    name: 'luodi-delivery-taken', text: 'delete from delivery d using unnest($1::uuid[], $2::text[], $3::text[]) as x(key, channel, recipient) where (d.key, d.channel, d.recipient) = (x.key, x.channel, x.recipient)',
    values: [taken.map(({ key }) => key), taken.map(({ channel }) => channel), taken.map(({ to }) => to)],
  });
  if (waiting.length > 0) await tx.query({
    name: 'luodi-delivery-waits', text: 'insert into delivery (key, channel, recipient, at, attempt) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::integer[])',
    values: [waiting.map(({ key }) => key), waiting.map(({ channel }) => channel), waiting.map(({ to }) => to), waiting.map(({ at }) => at), waiting.map(({ attempt }) => attempt)],
  });
  if (started.length > 0) await tx.query({
    name: 'luodi-message-started',
    text: `insert into message (id, channel, recipient, state, started_at, at, attempt, keys) select id, channel, recipient, 'taken', at, at, attempt, array(select json_array_elements_text(keys)::uuid)
      from json_to_recordset($1::json) as r(id uuid, channel text, recipient text, at timestamptz, attempt integer, keys json)`,
    values: [JSON.stringify(started.map(({ message, channel, to, at, attempt, keys }) => ({ id: message, channel, recipient: to, at, attempt, keys })))],
  });
  if (ended.length > 0) await tx.query({
    name: 'luodi-message-ended', text: 'update message m set state = r.state, at = r.at, detail = r.detail from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) as r(id, state, at, detail) where m.id = r.id',
    values: [ended.map(({ message }) => message), ended.map(({ state }) => state), ended.map(({ at }) => at), ended.map(({ detail }) => detail)],
  });
  if (outboxes.length > 0) await tx.query({
    name: 'luodi-outbox', text: 'insert into outbox (channel, recipient, version) select * from unnest($1::text[], $2::text[], $3::integer[]) on conflict (channel, recipient) do update set version = excluded.version',
    values: [outboxes.map(({ channel }) => channel), outboxes.map(({ to }) => to), outboxes.map(({ version }) => version)],
  });
};

const isWaiting = ({ state }: Reminder): boolean => state === 'waiting';

/** Writes a step of the fold; the caller's transaction makes it all or nothing. */
export const writeChange = async (tx: PoolClient, { anew, add, change, issued, drop, opening, post, position, rules, dispatched }: LedgerChange): Promise<void> => {
  if (anew === true) await tx.query('delete from delivery; delete from message; delete from outbox; delete from order_opening');
  if (drop.length > 0) await tx.query('delete from reminder where key = any($1::uuid[])', [drop.map(({ key }) => key)]);
  await copy(tx, `reminder (${REMINDER_COLUMNS})`, add, lineOf);
  const records = new Map<string, Reminder[]>(); // issued rows by the record that issued them
  for (const one of issued) { const known = records.get(one.settledIn!); if (known) known.push(one); else records.set(one.settledIn!, [one]); }
  for (const [settledIn, own] of records) await tx.query({ ...ISSUED, values: [own.map(({ key }) => key), own[0]!.settledAt, settledIn] });
  if (change.length > 0) await tx.query({ ...CHANGE, values: [JSON.stringify(change.map(({ after }) => changed(after)))] });

  const redated = change.filter(({ before, after }) => isWaiting(before) !== isWaiting(after) || before.sendAt !== after.sendAt);
  const notDue = [...issued, ...drop, ...redated.flatMap(({ before }) => (isWaiting(before) ? [before] : []))];
  if (notDue.length > 0) await tx.query({ ...NOT_DUE, values: [notDue.map(({ sendAt }) => sendAt), notDue.map(({ subject }) => subject), notDue.map(({ key }) => key)] });
  await copy(tx, 'reminder_due (send_at, subject, key)', [...add, ...redated.map(({ after }) => after)].filter(isWaiting), placeOf);

  const told = [...add, ...change.map(({ after }) => after), ...issued].filter(({ state }) => state === 'sent' || state === 'failed').flatMap((one) => recipients(one).map((recipient) => ({ one, recipient })));
  if (told.length > 0) await tx.query({ ...TOLD, values: [told.map(({ recipient }) => recipient), told.map(({ one }) => one.settledAt), told.map(({ one }) => one.key)] });
  if (opening.add.length > 0) await tx.query('insert into order_opening select * from unnest($1::uuid[]) on conflict do nothing', [opening.add]);
  if (opening.done.length > 0) await tx.query('delete from order_opening where key = any($1::uuid[])', [opening.done]);
  await writePost(tx, post);
  await tx.query({ name: 'luodi-reminder-checkpoint', text: 'update reminder_checkpoint set position = $1, rules = $2, dispatched = $3', values: [String(position), rules, dispatched] });
};
