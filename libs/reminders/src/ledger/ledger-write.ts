import type { PoolClient } from 'pg';
import { copyInto, type Cell } from '#database';
import { writeAside } from '#event-store';
import type { DueAfter, LedgerChange } from './ledger.ts';
import { writePost } from './post-write.ts';
import { EXPECTED_COLUMNS } from './ledger-table.ts';
import { recipients } from './recipients.ts';
import { sameReason, type Reminder } from '../owed/reminder.ts';

const lineOf = (one: Reminder): readonly Cell[] => [
  one.key,
  one.subject,
  one.project,
  one.clock,
  one.policyVersion,
  one.rung,
  one.recurrence,
  one.on,
  one.sendAt,
  one.plan,
  JSON.stringify(one.to),
  one.why === null ? null : JSON.stringify(one.why),
];
const isBefore = (a: DueAfter, b: DueAfter): boolean =>
  a.sendAt !== b.sendAt ? a.sendAt < b.sendAt : a.subject !== b.subject ? a.subject < b.subject : a.key < b.key;
const placeOf = ({ sendAt, subject, key }: DueAfter): readonly Cell[] => [sendAt, subject, key];

const EXPECTED = {
  name: 'luodi-reminder-expected',
  text: `update reminder_expected e set on_day = r.on_day, send_at = r.send_at, plan = r.plan, told = r.told, why = r.why
    from json_to_recordset($1::json) as r(key uuid, on_day date, send_at timestamptz, plan text, told json, why json) where e.key = r.key`,
};
const expectation = ({ key, on, sendAt, plan, to, why }: Reminder): object => ({
  key,
  on_day: on,
  send_at: sendAt,
  plan,
  told: to,
  why,
});
const OUTCOME = {
  name: 'luodi-reminder-outcome',
  text: `insert into reminder_outcome (key, state, settled_at, settled_in, into_key, order_id, acknowledged_by)
    select key, state, settled_at, settled_in, into_key, order_id, array(select json_array_elements_text(acknowledged_by))
    from json_to_recordset($1::json) as r(key uuid, state text, settled_at timestamptz, settled_in bigint, into_key uuid, order_id uuid, acknowledged_by json)
    on conflict (key) do update set state = excluded.state, settled_at = excluded.settled_at, settled_in = excluded.settled_in, into_key = excluded.into_key, order_id = excluded.order_id, acknowledged_by = excluded.acknowledged_by`,
};
const outcome = ({ key, state, settledAt, settledIn, into, order, acknowledgedBy }: Reminder): object => ({
  key,
  state,
  settled_at: settledAt,
  settled_in: settledIn,
  into_key: into,
  order_id: order,
  acknowledged_by: acknowledgedBy,
});
// Most of a batch is only issued: little of it needs to travel.
const ISSUED = {
  name: 'luodi-reminder-issued',
  text: `insert into reminder_outcome (key, state, settled_at, settled_in) select key, 'sent', at, position from unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) as r(key, at, position)`,
};
const NOT_DUE = {
  name: 'luodi-reminder-not-due',
  text: 'delete from reminder_due d using unnest($1::timestamptz[], $2::text[], $3::uuid[]) as x(send_at, subject, key) where (d.send_at, d.subject, d.key) = (x.send_at, x.subject, x.key)',
};
// What is settled are the earliest of all that wait, so those places lie side by side: one walk along the index instead of a search for each.
const SETTLED = {
  name: 'luodi-reminder-settled',
  text: 'delete from reminder_due where (send_at, subject, key) between ($1::timestamptz, $2, $3::uuid) and ($4::timestamptz, $5, $6::uuid) and key = any($7::uuid[])',
};
const TOLD =
  'insert into reminder_recipient (recipient, sent_at, key) select * from unnest($1::text[], $2::timestamptz[], $3::uuid[])';
const TOLD_FIRST = { name: 'luodi-reminder-told', text: TOLD };
const TOLD_AGAIN = { name: 'luodi-reminder-told-again', text: `${TOLD} on conflict do nothing` };

const tell = async (tx: PoolClient, how: typeof TOLD_FIRST, rows: readonly Reminder[]): Promise<void> => {
  const told = rows.flatMap((one) => recipients(one).map((recipient) => ({ one, recipient })));
  if (told.length > 0)
    await tx.query({
      ...how,
      values: [
        told.map(({ recipient }) => recipient),
        told.map(({ one }) => one.settledAt),
        told.map(({ one }) => one.key),
      ],
    });
};

const isWaiting = ({ state }: Reminder): boolean => state === 'waiting';

/** Writes a step of the fold; the caller's transaction makes it all or nothing. */
export const writeChange = async (
  tx: PoolClient,
  { anew, add, change, issued, drop, opening, post, aside, position, rules, dispatched }: LedgerChange,
): Promise<void> => {
  if (anew === true)
    await tx.query('delete from delivery; delete from message; delete from outbox; delete from order_opening');
  if (drop.length > 0)
    await tx.query('delete from reminder_expected where key = any($1::uuid[])', [drop.map(({ key }) => key)]);
  await copyInto(tx, `reminder_expected (${EXPECTED_COLUMNS})`, add, lineOf);
  if (issued.length > 0)
    await tx.query({
      ...ISSUED,
      values: [
        issued.map(({ key }) => key),
        issued.map(({ settledAt }) => settledAt),
        issued.map(({ settledIn }) => settledIn),
      ],
    });
  const expected = change.filter(
    ({ before, after }) =>
      before.on !== after.on ||
      before.sendAt !== after.sendAt ||
      before.plan !== after.plan ||
      !sameReason(before.why, after.why) ||
      before.to !== after.to,
  );
  if (expected.length > 0)
    await tx.query({ ...EXPECTED, values: [JSON.stringify(expected.map(({ after }) => expectation(after)))] });
  const settled = [...add, ...change.map(({ after }) => after)].filter((one) => !isWaiting(one));
  if (settled.length > 0) await tx.query({ ...OUTCOME, values: [JSON.stringify(settled.map(outcome))] });

  const moved = change.filter(
    ({ before, after }) => isWaiting(before) !== isWaiting(after) || before.sendAt !== after.sendAt,
  );
  const done = [
    ...issued,
    ...moved.flatMap(({ before, after }) => (isWaiting(before) && !isWaiting(after) ? [before] : [])),
  ];
  if (done.length > 0) {
    const [first, last] = [
      done.reduce((a, b) => (isBefore(b, a) ? b : a)),
      done.reduce((a, b) => (isBefore(a, b) ? b : a)),
    ];
    await tx.query({ ...SETTLED, values: [...placeOf(first), ...placeOf(last), done.map(({ key }) => key)] });
  }
  const notDue = [
    ...drop,
    ...moved.flatMap(({ before, after }) => (isWaiting(before) && isWaiting(after) ? [before] : [])),
  ];
  if (notDue.length > 0)
    await tx.query({
      ...NOT_DUE,
      values: [notDue.map(({ sendAt }) => sendAt), notDue.map(({ subject }) => subject), notDue.map(({ key }) => key)],
    });
  await copyInto(
    tx,
    'reminder_due (send_at, subject, key)',
    [...add, ...moved.map(({ after }) => after)].filter(isWaiting),
    placeOf,
  );

  await tell(tx, TOLD_FIRST, issued);
  await tell(
    tx,
    TOLD_AGAIN,
    [...add, ...change.map(({ after }) => after)].filter(({ state }) => state === 'sent' || state === 'failed'),
  );
  if (opening.add.length > 0)
    await tx.query('insert into order_opening select * from unnest($1::uuid[]) on conflict do nothing', [opening.add]);
  if (opening.done.length > 0) await tx.query('delete from order_opening where key = any($1::uuid[])', [opening.done]);
  await writePost(tx, post);
  await writeAside(tx, 'reminders', aside);
  await tx.query({
    name: 'luodi-reminder-checkpoint',
    text: 'update reminder_checkpoint set position = $1, rules = $2, dispatched = $3',
    values: [String(position), rules, dispatched],
  });
};
