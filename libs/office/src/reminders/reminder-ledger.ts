import { addDays, type RecordedEvent, type IssuedNotice } from '#domain';
import {
  aboutNotice,
  ledgerCounts,
  ledgerPage,
  noticeFor,
  noticeStream,
  readReminder,
  type DeliveryState,
  type QueueLook,
  type Standing,
} from '#reminders';
import type { Question } from '../ask.ts';
import { noticeUnknown, recipientsOf } from './inbox.ts';
import type { PreviewQuery, ReminderCountsQuery, ReminderQuery } from './queries.ts';
import { cursorParts, isKey, paged, shown, type Page, type ShownReminder } from './shown-reminder.ts';
import type { WatchState } from './watch.ts';

const SEVERAL_PAGES = 500;

/** The ledger of all reminders that the caller may see, by the day on which they fall due. */
export const showReminders: Question<ReminderQuery, Page<ShownReminder>> = {
  upToDate: ['reminders'],
  answer: async ({ office, scope }, { cursor, limit = 100, ...wanted }) => {
    const after = cursorParts(cursor, ['day', 'key']);
    return paged(office, await ledgerPage(office.pool, scope, { ...wanted, after }, limit + 1), limit);
  },
};

/** How many reminders came to what, of those that the caller may see. */
export const countReminders: Question<ReminderCountsQuery, Readonly<Record<Standing, number>>> = {
  upToDate: ['reminders'],
  answer: ({ office, scope }, narrowed) => ledgerCounts(office.pool, scope, narrowed),
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
    const row = await noticeFor(office.pool, key, scope, await recipientsOf(office, caller));
    if (row === null) return noticeUnknown();
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

/** The alarm clock behind the reminders. */
export const lookIntoQueue: Question<object, QueueLook> = { answer: ({ office }) => office.reminders.queue.look() };

/** Whether the reminders go out as they should. */
export const showWatch: Question<object, WatchState> = { answer: ({ office }) => office.reminders.watch.state() };
