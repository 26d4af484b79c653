import { addDays, type RecordedEvent, type IssuedNotice } from '#domain';
import { aboutNotice, noticeStream, readReminder, type DeliveryState } from '#reminders';
import type { Question } from '../ask.ts';
import { noticeUnknown, recipientsOf } from './inbox.ts';
import type { PreviewQuery, ReminderQuery } from './queries.ts';
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
): string => `(${all} or p.unit = any(${units}::text[]) or (${person}::text is not null and (p.leader_id = ${person} or p.steward_id = ${person}))
  or exists (select from matter s where s.kind = split_part(m.subject, '-', 1) and s.id = substr(m.subject, strpos(m.subject, '-') + 1) and (s.unit = any(${units}::text[]) or ${person}::text = any(s.people_ids))))`;

const SEVERAL_PAGES = 500;

/** The ledger of all reminders that the caller may see, by the day on which they fall due. */
export const showReminders: Question<ReminderQuery, Page<ShownReminder>> = {
  upToDate: ['reminders'],
  answer: async ({ office, scope }, { from, to, project, outcome, cursor, limit = 100 }) => {
    const after = cursorParts(cursor, ['day', 'key']);
    const { rows } = await office.pool.query<Joined>(
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
    return paged(office, rows, limit);
  },
};

/** What will be sent in the coming days, to whom, and why. */
export const previewReminders: Question<PreviewQuery, Page<ShownReminder>> = {
  upToDate: ['reminders'],
  answer: (asking, { days = 30 }) => {
    const today = asking.office.today();
    const asked = { from: today, to: addDays(today, days), outcome: 'expected', limit: SEVERAL_PAGES } as const;
    return showReminders.answer(asking, asked);
  },
};

export interface ReminderProof {
  readonly reminder: ShownReminder;
  readonly deliveries: readonly DeliveryState[];
  readonly events: readonly object[];
}

const recorded = ({ recordedAt, meta, hash }: RecordedEvent) => ({ recordedAt, actor: meta.actor.user, hash });

/** "Prove you told me": a notice with its deliveries, each attempt's outcome, and who acknowledged. Throws 'notice-unknown'. */
export const proveReminder: Question<{ readonly key: string }, ReminderProof> = {
  upToDate: ['reminders'],
  answer: async ({ office, caller, scope }, { key }) => {
    if (!isKey(key)) return noticeUnknown();
    const { rows } = await office.pool.query<Joined>(
      `select ${COLUMNS} from reminder m ${WITH_PROJECT}
     where m.key = $1 and (${SEEN('$2', '$3', '$4')} or exists (select from reminder_recipient t where t.key = m.key and t.sent_at = m.settled_at and t.recipient = any($5::text[])))`,
      [
        key,
        scope.all,
        scope.all ? [] : scope.units,
        scope.all ? null : scope.person,
        await recipientsOf(office, caller),
      ],
    );
    const [row] = rows;
    if (row === undefined) return noticeUnknown();
    const { store, reminders } = office;
    const { settledAt, settledIn } = readReminder(row);
    const [record] = settledIn === null ? [] : await store.readAll(BigInt(settledIn) - 1n, 1);
    const settled = record === undefined ? null : aboutNotice(record, key);
    const places = settled?.type === 'NoticeIssued' ? (settled.data as IssuedNotice).deliveries : [];
    const later = (await store.readStream(noticeStream(key))).filter(({ hash }) => hash !== record?.hash);
    const [reminder] = await shown(office, [row]);
    return {
      reminder: reminder!,
      deliveries: settledAt === null ? [] : await reminders.ledger.deliveriesOf(key, places, settledAt),
      events: [
        ...(record === undefined || settled === null ? [] : [{ ...settled, ...recorded(record) }]),
        ...later.map((one) => ({ type: one.event.type, data: one.event.data, ...recorded(one) })),
      ],
    };
  },
};
