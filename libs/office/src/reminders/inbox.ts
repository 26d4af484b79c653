import { v5 as uuid } from 'uuid';
import { Rejected, RUNGS, type NoticeEvent } from '#domain';
import { may, type Caller } from '#identity';
import { inboxGroups, noticeStream, type InboxGroup } from '#reminders';
import type { Question } from '../ask.ts';
import { actorOf } from '../given.ts';
import type { Office } from '../office.ts';
import { writtenAs } from '../seen-by.ts';
import type { InboxGroupQuery, InboxQuery } from './queries.ts';
import {
  COLUMNS,
  cursorParts,
  isKey,
  paged,
  WITH_PROJECT,
  type Joined,
  type Page,
  type ShownReminder,
} from './shown-reminder.ts';

const EVENTS = '1c7d9e0b-3f7a-4f53-9c39-5d9e8b6a4c02';

export const noticeUnknown = (): never => {
  throw new Rejected('notice-unknown', {
    zh: '没有这条提醒，或者它不是发给您的。请刷新后再看。',
    en: 'There is no such notice, or it was not for you. Reload and look again.',
  });
};

/** Under which names notices reach somebody: as everybody, as a person, as the unit by any name it ever had, as the supervision office. */
export const recipientsOf = async ({ organisation }: Office, caller: Caller): Promise<readonly string[]> => {
  const { tree } = await organisation.current();
  const own = caller.unit === null ? [] : tree.units.has(caller.unit) ? writtenAs(tree, [caller.unit]) : [caller.unit];
  return [
    'all',
    `person:${caller.user}`,
    ...(caller.scope.kind === 'own-projects' ? [] : own.map((one) => `unit:${one}`)), // who sees only projects of their own is told of no others
    ...(may(caller, 'supervise') ? ['office'] : []),
  ];
};

// The page is found by keys alone; only its own rows are fetched whole.
const PAGE = `with mine as (
    select distinct key, (sent_at at time zone 'Asia/Shanghai')::date as told_on from reminder_recipient
    where recipient = any($1::text[]) and ($4::date is null or sent_at < ($4::date + 1)::timestamp at time zone 'Asia/Shanghai')
  ), page as (
    select m.key, told_on, array_position($8::text[], m.rung) as height, m.on_day from mine join reminder m using (key)
    where ($2::boolean is null or (not $3 = any(m.acknowledged_by)) = $2)
      and ($10::text is null or m.rung = $10) and ($11::text is null or coalesce(m.project, '') = $11) and ($12::text is null or to_char(told_on, 'YYYY-MM') = $12)
      and ($4::date is null or (told_on, array_position($8::text[], m.rung), m.on_day, m.key) < ($4::date, $5::integer, $6::date, $7::uuid))
    order by told_on desc, height desc, m.on_day desc, m.key desc limit $9
  )
  select ${COLUMNS}, concat_ws('|', told_on, height, page.on_day) as place from page join reminder m using (key) ${WITH_PROJECT} order by told_on desc, height desc, page.on_day desc, m.key desc`;

const OPEN = `select count(distinct t.key)::integer as n from reminder_recipient t join reminder m on m.key = t.key
  where t.recipient = any($1::text[]) and not $2 = any(m.acknowledged_by)`;
const MINE = `select distinct m.key, $3 = any(m.acknowledged_by) as done
  from reminder m join reminder_recipient t on t.key = m.key and t.sent_at = m.settled_at
  where m.key = any($1::uuid[]) and t.recipient = any($2::text[])`;

export interface InboxPage extends Page<ShownReminder> {
  readonly open: number;
}

/** What lies in the inbox of a caller. The latest day of sending first; of one day the most serious rung, and of a rung what fell due last. */
export const showInbox: Question<InboxQuery, InboxPage> = {
  answer: async ({ office, caller }, { open, cursor, limit = 50, rung = null, project = null, month = null }) => {
    const { pool } = office;
    const mine = await recipientsOf(office, caller);
    const after = cursorParts(cursor, ['day', 'rank', 'day', 'key']) ?? [null, null, null, null];
    const { rows } = await pool.query<Joined>({
      name: 'luodi-inbox',
      text: PAGE,
      values: [
        mine,
        open === undefined ? null : open === 'true',
        caller.user,
        ...after,
        RUNGS,
        limit + 1,
        rung,
        project,
        month,
      ],
    });
    const { rows: counts } = await pool.query<{ n: number }>({
      name: 'luodi-inbox-open',
      text: OPEN,
      values: [mine, caller.user],
    });
    return { ...(await paged(office, rows, limit)), open: counts[0]!.n };
  },
};

/** What lies in the inbox of a caller, project by project; the circulars of a month are one. */
export const groupInbox: Question<InboxGroupQuery, { readonly groups: readonly InboxGroup[] }> = {
  answer: async ({ office, caller }, { open, rung = null }) => {
    const addressed = { recipients: await recipientsOf(office, caller), user: caller.user };
    return {
      groups: await inboxGroups(office.pool, addressed, { open: open === undefined ? null : open === 'true', rung }),
    };
  },
};

/** "I have been told": recorded as a fact of each notice, once. Answers how many were not acknowledged before. Throws 'notice-unknown', and records nothing, where one is not for the caller. */
export const acknowledge = async (
  office: Office,
  caller: Caller,
  keys: readonly string[],
): Promise<{ readonly acknowledged: number }> => {
  if (!keys.every(isKey)) return noticeUnknown();
  const { rows } = await office.pool.query<{ key: string; done: boolean }>(MINE, [
    keys,
    await recipientsOf(office, caller),
    caller.user,
  ]);
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
          schemaVersion: 1,
          meta: { actor: actorOf(caller), commandId: `acknowledge:${key}:${caller.user}` },
        },
      ],
    })),
  );
  await office.reminders.catchUp();
  return { acknowledged: answers.filter((one) => 'events' in one && !one.repeated).length };
};
