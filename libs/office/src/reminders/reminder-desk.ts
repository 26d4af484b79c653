import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayInShanghai, type RecordedEvent, type IssuedNotice } from '#domain';
import type { Caller } from '#identity';
import { aboutNotice, noticeStream, readReminder, type DeliveryState } from '#reminders';
import { SERVICES, type Services } from '../office.ts';
import { noticeUnknown, recipientsOf } from './inbox.ts';
import type { ReminderQuery } from './queries.ts';
import {
  COLUMNS,
  cursorParts,
  isKey,
  OF_OUTCOME,
  paged,
  shown,
  WITH_PROJECT,
  type Joined,
  type Page,
  type ShownReminder,
} from './shown-reminder.ts';

// A notice is seen by who sees its project, or the unit or people of the order, issue or meeting that it is about.
const SEEN = (
  all: string,
  units: string,
  person: string,
): string => `(${all} or p.unit = any(${units}::text[]) or (${person}::text is not null and (p.leader = ${person} or p.steward = ${person}))
  or exists (select from matter s where s.kind = split_part(m.subject, '-', 1) and s.id = substr(m.subject, strpos(m.subject, '-') + 1) and (s.unit = any(${units}::text[]) or ${person}::text = any(s.people))))`;

/** The ledger of all reminders that the caller may see. */
@Injectable()
export class ReminderDesk {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  async ledger(
    caller: Caller,
    { from, to, project, outcome, cursor, limit = 100 }: ReminderQuery,
  ): Promise<Page<ShownReminder>> {
    await this.services.caughtUpReminders();
    const scope = await this.services.visibleTo(caller);
    const after = cursorParts(cursor, ['day', 'key']);
    const { rows } = await this.services.pool.query<Joined>(
      `select ${COLUMNS}, m.on_day::text as place from reminder m ${WITH_PROJECT}
       where ($1::date is null or m.on_day >= $1) and ($2::date is null or m.on_day <= $2) and ($3::text is null or m.project = $3) and ${outcome === undefined ? 'true' : OF_OUTCOME[outcome]}
         and ${SEEN('$4', '$5', '$6')} and ($7::date is null or (m.on_day, m.key) > ($7, $8::uuid))
       order by m.on_day, m.key limit $9`,
      [
        from ?? null,
        to ?? null,
        project ?? null,
        scope.all,
        scope.all ? [] : scope.units,
        scope.all ? null : scope.person,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    return paged(this.services, rows, limit);
  }

  /** What will be sent in the coming days, to whom, and why. */
  preview(caller: Caller, days: number): Promise<Page<ShownReminder>> {
    const today = dayInShanghai(this.services.now().toISOString());
    return this.ledger(caller, { from: today, to: addDays(today, days), outcome: 'expected', limit: 500 });
  }

  /** "Prove you told me": a notice with its deliveries, each attempt's outcome, and who acknowledged. */
  async show(
    caller: Caller,
    key: string,
  ): Promise<{
    readonly reminder: ShownReminder;
    readonly deliveries: readonly DeliveryState[];
    readonly events: readonly object[];
  }> {
    if (!isKey(key)) return noticeUnknown();
    await this.services.caughtUpReminders();
    const scope = await this.services.visibleTo(caller);
    const {
      rows: [row],
    } = await this.services.pool.query<Joined>(
      `select ${COLUMNS} from reminder m ${WITH_PROJECT}
       where m.key = $1 and (${SEEN('$2', '$3', '$4')} or exists (select from reminder_recipient t where t.key = m.key and t.sent_at = m.settled_at and t.recipient = any($5::text[])))`,
      [
        key,
        scope.all,
        scope.all ? [] : scope.units,
        scope.all ? null : scope.person,
        await recipientsOf(this.services, caller),
      ],
    );
    if (row === undefined) return noticeUnknown();
    const { store, ledger } = this.services;
    const { settledAt, settledIn } = readReminder(row);
    const [record] = settledIn === null ? [] : await store.readAll(BigInt(settledIn) - 1n, 1);
    const settled = record === undefined ? null : aboutNotice(record, key);
    const places = settled?.type === 'NoticeIssued' ? (settled.data as IssuedNotice).deliveries : [];
    const recorded = ({ recordedAt, meta, hash }: RecordedEvent) => ({ recordedAt, actor: meta.actor.user, hash });
    const events = [
      ...(record === undefined || settled === null ? [] : [{ ...settled, ...recorded(record) }]),
      ...(await store.readStream(noticeStream(key)))
        .filter(({ hash }) => hash !== record?.hash)
        .map((later) => ({ type: later.event.type, data: later.event.data, ...recorded(later) })),
    ];
    const [reminder] = await shown(this.services, [row]);
    return {
      reminder: reminder!,
      deliveries: settledAt === null ? [] : await ledger.deliveriesOf(key, places, settledAt),
      events,
    };
  }
}
