import { addDays, type RecordedEvent, type IssuedNotice } from '#domain';
import { matterSeenSql, seenSql, values, type Scope, type Values } from '#projections';
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

/** A notice is seen by who sees its project, or the order, issue or meeting that it is about. */
const seen = (scope: Scope, collected: Values): string =>
  scope.all
    ? 'true'
    : `(${seenSql(scope, collected, 'p')} or exists (
        select from matter s where s.kind = split_part(m.subject, '-', 1) and s.id = substr(m.subject, strpos(m.subject, '-') + 1)
          and ${matterSeenSql(scope, collected, 's', 'p')}))`;

const SEVERAL_PAGES = 500;

/** The ledger of all reminders that the caller may see, by the day on which they fall due. */
export const showReminders: Question<ReminderQuery, Page<ShownReminder>> = {
  upToDate: ['reminders'],
  answer: async ({ office, scope }, { from, to, project, outcome, cursor, limit = 100 }) => {
    const after = cursorParts(cursor, ['day', 'key']);
    const collected = values();
    const { value } = collected;
    const conditions = [
      ...(from === undefined ? [] : [`m.on_day >= ${value(from)}`]),
      ...(to === undefined ? [] : [`m.on_day <= ${value(to)}`]),
      ...(project === undefined ? [] : [`m.project = ${value(project)}`]),
      ...(outcome === undefined ? [] : [OF_OUTCOME[outcome]]),
      ...(after === null ? [] : [`(m.on_day, m.key) > (${value(after[0])}, ${value(after[1])}::uuid)`]),
      seen(scope, collected),
    ];
    const { rows } = await office.pool.query<Joined>(
      `select ${COLUMNS}, m.on_day::text as place from reminder m ${WITH_PROJECT}
       where ${conditions.join(' and ')} order by m.on_day, m.key limit ${value(limit + 1)}`,
      collected.list,
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
    const collected = values();
    const { value } = collected;
    const mine = await recipientsOf(office, caller);
    const { rows } = await office.pool.query<Joined>(
      `select ${COLUMNS} from reminder m ${WITH_PROJECT}
       where m.key = ${value(key)} and (${seen(scope, collected)} or exists (
         select from reminder_recipient t where t.key = m.key and t.sent_at = m.settled_at and t.recipient = any(${value(mine)}::text[])))`,
      collected.list,
    );
    const [row] = rows;
    if (row === undefined) return noticeUnknown();
    const { store, reminders } = office;
    const { settledAt, settledIn } = readReminder(row);
    const record = settledIn === null ? null : await store.recordAt(BigInt(settledIn));
    const settled = record === null ? null : aboutNotice(record, key);
    const places = settled?.type === 'NoticeIssued' ? (settled.data as IssuedNotice).deliveries : [];
    const later = (await store.readStream(noticeStream(key))).filter(({ hash }) => hash !== record?.hash);
    const [reminder] = await shown(office, [row]);
    return {
      reminder: reminder!,
      deliveries: settledAt === null ? [] : await reminders.ledger.deliveriesOf(key, places, settledAt),
      events: [
        ...(record === null || settled === null ? [] : [{ ...settled, ...recorded(record) }]),
        ...later.map((one) => ({ type: one.event.type, data: one.event.data, ...recorded(one) })),
      ],
    };
  },
};
