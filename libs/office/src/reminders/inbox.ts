import { v5 as uuid } from 'uuid';
import { Rejected, schemaVersionOf, type NoticeEvent } from '#domain';
import { may, type Caller } from '#identity';
import { inboxGroups, inboxPage, noticeStream, openInInbox, toldAmong, type InboxGroup } from '#reminders';
import type { Question } from '../ask.ts';
import { actorOf } from '../given.ts';
import type { Office } from '../office.ts';
import { writtenAs } from '../seen-by.ts';
import type { InboxGroupQuery, InboxQuery } from './queries.ts';
import { cursorParts, isKey, paged, type Page, type ShownReminder } from './shown-reminder.ts';

const EVENTS = '1c7d9e0b-3f7a-4f53-9c39-5d9e8b6a4c02';

export const noticeUnknown = (): never => {
  throw new Rejected('notice-unknown', {
    zh: '没有这条提醒，或者它不是发给您的。请刷新后再看。',
    en: 'There is no such notice, or it was not for you. Reload and look again.',
  });
};

/** Under which names notices reach somebody: as everybody, as a person, as the unit by any name it ever had, as the supervision office where all is seen. */
export const recipientsOf = async ({ organisation }: Office, caller: Caller): Promise<readonly string[]> => {
  const { tree } = await organisation.current();
  const own = caller.unit === null ? [] : tree.units.has(caller.unit) ? writtenAs(tree, [caller.unit]) : [caller.unit];
  return [
    'all',
    `person:${caller.user}`,
    ...(caller.scope.kind === 'own-projects' ? [] : own.map((one) => `unit:${one}`)), // who sees only projects of their own is told of no others
    ...(may(caller, 'supervise') && caller.scope.kind === 'all' ? ['office'] : []), // the office of all: who supervises a part finds its notices in the ledger
  ];
};

const addressedAs = async (office: Office, caller: Caller) => ({
  recipients: await recipientsOf(office, caller),
  user: caller.user,
});
const wantedOpen = (open: 'true' | 'false' | undefined): boolean | null =>
  open === undefined ? null : open === 'true';

export interface InboxPage extends Page<ShownReminder> {
  readonly open: number;
}

/** What lies in the inbox of a caller. The latest day of sending first; of one day the most serious rung, and of a rung what fell due last. */
export const showInbox: Question<InboxQuery, InboxPage> = {
  answer: async ({ office, caller }, { open, cursor, limit = 50, rung = null, project = null, month = null }) => {
    const { pool } = office;
    const mine = await addressedAs(office, caller);
    const after = cursorParts(cursor, ['day', 'rank', 'day', 'key']);
    const rows = await inboxPage(pool, mine, { open: wantedOpen(open), rung, project, month }, after, limit + 1);
    return { ...(await paged(office, rows, limit)), open: await openInInbox(pool, mine) };
  },
};

/** What lies in the inbox of a caller, project by project; the circulars of a month are one. */
export const groupInbox: Question<InboxGroupQuery, { readonly groups: readonly InboxGroup[] }> = {
  answer: async ({ office, caller }, { open, rung = null }) => {
    const mine = await addressedAs(office, caller);
    return { groups: await inboxGroups(office.pool, mine, { open: wantedOpen(open), rung }) };
  },
};

/** "I have been told": recorded as a fact of each notice, once. Answers how many were not acknowledged before. Throws 'notice-unknown', and records nothing, where one is not for the caller. */
export const acknowledge = async (
  office: Office,
  caller: Caller,
  keys: readonly string[],
): Promise<{ readonly acknowledged: number }> => {
  if (!keys.every(isKey)) return noticeUnknown();
  const rows = await toldAmong(office.pool, keys, await addressedAs(office, caller));
  if (rows.length < new Set(keys).size) return noticeUnknown();
  const news = rows.filter(({ done }) => !done);
  if (news.length === 0) return { acknowledged: 0 };
  const event: NoticeEvent = { type: 'NoticeAcknowledged', occurredOn: office.today(), data: { by: caller.user } };
  const answers = await office.store.appendMany(
    news.map(({ key }) => ({
      stream: noticeStream(key),
      expected: 'any',
      events: [
        {
          id: uuid(`${key}|${caller.user}`, EVENTS),
          event,
          schemaVersion: schemaVersionOf(event.type),
          meta: { actor: actorOf(caller), commandId: `acknowledge:${key}:${caller.user}` },
        },
      ],
    })),
  );
  await office.reminders.catchUp();
  return { acknowledged: answers.filter((one) => 'events' in one && !one.repeated).length };
};
