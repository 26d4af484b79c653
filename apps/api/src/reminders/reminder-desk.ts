import { Inject, Injectable } from '@nestjs/common';
import { v5 as uuid } from 'uuid';
import { addDays, dayInShanghai, MATTER_REJECTIONS, Rejected, type IssuedNotice, type NoticeEvent, type RecordedEvent } from '#domain';
import { may, type Caller } from '#identity';
import { aboutNotice, noticeStream, readReminder, REMINDER_COLUMNS, type DeliveryState, type Reminder, type ReminderRow } from '#reminders';
import { HttpRefused } from '../http/refusals.ts';
import { SERVICES, type Services } from '../services.ts';
import type { InboxQuery, ReminderQuery } from './queries.ts';
import { OUTCOMES } from './queries.ts';

const EVENTS = '1c7d9e0b-3f7a-4f53-9c39-5d9e8b6a4c02';
type Outcome = (typeof OUTCOMES)[number];

/** A line of the reminder ledger, in the words of cli.md, `reminders`. */
export interface ShownReminder {
  readonly key: string; readonly project: { readonly id: string; readonly code: string | null; readonly name: string | null } | null;
  readonly clock: string; readonly policyVersion: number; readonly rung: string; readonly recurrence: number; readonly on: string; readonly sendOn: string; readonly sentAt: string | null;
  readonly to: Reminder['to']; readonly outcome: Outcome; readonly why: string | null; readonly order: string | null; readonly acknowledgedBy: readonly string[]; readonly mergedInto: string | null;
}
export interface Page<T> { readonly rows: readonly T[]; readonly next: string | null }

type Joined = ReminderRow & { readonly code: string | null; readonly title: string | null; readonly place?: string };
const COLUMNS = REMINDER_COLUMNS.split(', ').map((name) => `m.${name}`).join(', ');
const WITH_PROJECT = `left join project_span p on p.project_id = m.project and p.to_pos = 9223372036854775807 and p.to_day = 'infinity'`;

const outcomeOf = ({ state, acknowledgedBy }: Reminder): Outcome => (state === 'waiting' ? 'expected' : state === 'sent' && acknowledgedBy.length > 0 ? 'acknowledged' : state);
const OF_OUTCOME: Readonly<Record<Outcome, string>> = {
  expected: `m.state = 'waiting'`, sent: `m.state = 'sent' and m.acknowledged_by = '{}'`, acknowledged: `m.state = 'sent' and m.acknowledged_by <> '{}'`,
  merged: `m.state = 'merged'`, suppressed: `m.state = 'suppressed'`, failed: `m.state = 'failed'`, withdrawn: `m.state = 'withdrawn'`,
};

const shown = (row: Joined): ShownReminder => {
  const one = readReminder(row);
  return {
    key: one.key, project: one.project === null ? null : { id: one.project, code: row.code, name: row.title }, clock: one.clock, policyVersion: one.policyVersion, rung: one.rung, recurrence: one.recurrence,
    on: one.on, sendOn: dayInShanghai(one.sendAt), sentAt: one.state === 'sent' || one.state === 'failed' ? one.settledAt : null, to: one.to, outcome: outcomeOf(one), why: one.why, order: one.order,
    acknowledgedBy: one.acknowledgedBy, mergedInto: one.state === 'merged' ? one.into : null,
  };
};

const cursorOf = (text: string | undefined): readonly [string, string] | null => {
  if (text === undefined) return null;
  const [at = '', key = ''] = Buffer.from(text, 'base64url').toString().split('|');
  if (!/^\d{4}-\d{2}-\d{2}/.test(at) || !/^[\da-f-]{36}$/.test(key)) throw new HttpRefused('invalid-cursor', 'cursor');
  return [at, key];
};
const paged = (rows: readonly Joined[], limit: number): Page<ShownReminder> => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page.map(shown), next: rows.length > limit && last?.place !== undefined ? Buffer.from(`${last.place}|${last.key}`).toString('base64url') : null };
};

/** The inbox of the caller, and the ledger of all reminders that the caller may see. */
@Injectable()
export class ReminderDesk {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  async inbox(caller: Caller, { open, cursor, limit = 50 }: InboxQuery): Promise<Page<ShownReminder> & { readonly open: number }> {
    const mine = await this.recipients(caller);
    const after = cursorOf(cursor);
    const { rows } = await this.services.pool.query<Joined>({
      name: 'luodi-inbox',
      text: `select * from (select distinct on (t.sent_at, t.key) ${COLUMNS}, p.code, p.title, t.sent_at::text as place, t.sent_at as told_at
          from reminder_recipient t join reminder m on m.key = t.key ${WITH_PROJECT}
          where t.recipient = any($1::text[]) and ($2::boolean is null or (not $6 = any(m.acknowledged_by)) = $2) and ($3::timestamptz is null or (t.sent_at, t.key) < ($3, $4::uuid))
          order by t.sent_at desc, t.key desc limit $5) as x order by told_at desc, key desc`,
      values: [mine, open === undefined ? null : open === 'true', after?.[0] ?? null, after?.[1] ?? null, limit + 1, caller.user],
    });
    const { rows: [count] } = await this.services.pool.query<{ n: number }>({
      name: 'luodi-inbox-open', text: `select count(distinct t.key)::integer as n from reminder_recipient t join reminder m on m.key = t.key where t.recipient = any($1::text[]) and not $2 = any(m.acknowledged_by)`, values: [mine, caller.user],
    });
    return { ...paged(rows, limit), open: count!.n };
  }

  /** "I have been told": recorded as a fact of the notice. Only for somebody it was for. */
  async acknowledge(caller: Caller, key: string): Promise<void> {
    const { pool, store, now } = this.services;
    const { rows } = /^[\da-f]{8}-[\da-f-]{27}$/.test(key) ? await pool.query('select 1 from reminder m join reminder_recipient t on t.key = m.key and t.sent_at = m.settled_at where m.key = $1 and t.recipient = any($2::text[])', [key, await this.recipients(caller)]) : { rows: [] };
    if (rows.length === 0) throw new Rejected('notice-unknown', { ...MATTER_REJECTIONS['matter-unknown'] });
    const event: NoticeEvent = { type: 'NoticeAcknowledged', occurredOn: dayInShanghai(now().toISOString()), data: { by: caller.user } };
    await store.append(noticeStream(key), 'any', [{ id: uuid(`${key}|${caller.user}`, EVENTS), event, schemaVersion: 1, meta: { actor: { user: caller.user, unit: caller.unit }, commandId: `acknowledge:${key}:${caller.user}` } }]);
    await this.services.caughtUpReminders();
  }

  async ledger(caller: Caller, { from, to, project, outcome, cursor, limit = 100 }: ReminderQuery): Promise<Page<ShownReminder>> {
    await this.services.caughtUpReminders();
    const scope = await this.services.visibleTo(caller);
    const after = cursorOf(cursor);
    const { rows } = await this.services.pool.query<Joined>(
      `select ${COLUMNS}, p.code, p.title, m.on_day::text as place from reminder m ${WITH_PROJECT}
       where ($1::date is null or m.on_day >= $1) and ($2::date is null or m.on_day <= $2) and ($3::text is null or m.project = $3) and ${outcome === undefined ? 'true' : OF_OUTCOME[outcome]}
         and ($4 or p.unit = any($5::text[]) or ($6::text is not null and (p.leader = $6 or p.steward = $6))) and ($7::date is null or (m.on_day, m.key) > ($7, $8::uuid))
       order by m.on_day, m.key limit $9`,
      [from ?? null, to ?? null, project ?? null, scope.all, scope.all ? [] : scope.units, scope.all ? null : scope.person, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return paged(rows, limit);
  }

  /** What will be sent in the coming days, to whom, and why. */
  preview(caller: Caller, days: number): Promise<Page<ShownReminder>> {
    const today = dayInShanghai(this.services.now().toISOString());
    return this.ledger(caller, { from: today, to: addDays(today, days), outcome: 'expected', limit: 500 });
  }

  /** "Prove you told me": a notice with its deliveries, each attempt's outcome, and who acknowledged. */
  async show(caller: Caller, key: string): Promise<{ readonly reminder: ShownReminder; readonly deliveries: readonly DeliveryState[]; readonly events: readonly object[] }> {
    const unknown = (): never => { throw new Rejected('notice-unknown', { ...MATTER_REJECTIONS['matter-unknown'] }); };
    if (!/^[\da-f]{8}-[\da-f-]{27}$/.test(key)) return unknown();
    await this.services.caughtUpReminders();
    const scope = await this.services.visibleTo(caller);
    const { rows: [row] } = await this.services.pool.query<Joined>(
      `select ${COLUMNS}, p.code, p.title from reminder m ${WITH_PROJECT} where m.key = $1 and ($2 or p.unit = any($3::text[]) or exists (select from reminder_recipient t where t.key = m.key and t.sent_at = m.settled_at and t.recipient = any($4::text[])))`,
      [key, scope.all, scope.all ? [] : scope.units, await this.recipients(caller)]);
    if (row === undefined) return unknown();
    const { store, ledger } = this.services;
    const { settledAt, settledIn } = readReminder(row);
    const [record] = settledIn === null ? [] : await store.readAll(BigInt(settledIn) - 1n, 1);
    const settled = record === undefined ? null : aboutNotice(record, key);
    const places = settled?.type === 'NoticeIssued' ? (settled.data as IssuedNotice).deliveries : [];
    const recorded = ({ recordedAt, meta, hash }: RecordedEvent) => ({ recordedAt, actor: meta.actor.user, hash });
    const events = [
      ...(record === undefined || settled === null ? [] : [{ ...settled, ...recorded(record) }]),
      ...(await store.readStream(noticeStream(key))).filter(({ hash }) => hash !== record?.hash).map((later) => ({ type: later.event.type, data: later.event.data, ...recorded(later) })),
    ];
    return { reminder: shown(row), deliveries: settledAt === null ? [] : await ledger.deliveriesOf(key, places, settledAt), events };
  }

  private async recipients(caller: Caller): Promise<readonly string[]> {
    const names = await this.services.unitNames();
    const unit = caller.unit === null ? null : names.all.find(({ code }) => code === caller.unit) ?? null;
    const own = unit === null ? (caller.unit === null ? [] : [caller.unit]) : [unit.code, unit.name, ...unit.formerNames];
    return ['all', `person:${caller.name}`, ...own.map((one) => `unit:${one}`), ...(may(caller, 'supervise') ? ['office'] : [])];
  }
}
