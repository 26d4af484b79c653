import type { Pool } from 'pg';
import { RUNGS } from '#domain';
import type { Addressed, Wanted } from './inbox-groups.ts';
import { NOTICE_COLUMNS, WITH_PROJECT, type NoticeRow } from './notice-row.ts';

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
  select ${NOTICE_COLUMNS}, concat_ws('|', told_on, height, page.on_day) as place from page join reminder m using (key) ${WITH_PROJECT} order by told_on desc, height desc, page.on_day desc, m.key desc`;

/** `project`: an id, or '' for what is about none. `month`: YYYY-MM of sending. */
interface WantedOfInbox extends Wanted {
  readonly project: string | null;
  readonly month: string | null;
}

/** Where the page before ended: the parts of its last row's `place`, and its key. */
type InboxPlace = readonly [day: string, height: string, on: string, key: string];

/** Notices of somebody: the latest day of sending first; of one day the most serious rung, and of a rung what fell due last. */
export const inboxPage = async (
  pool: Pool,
  { recipients, user }: Addressed,
  { open, rung, project, month }: WantedOfInbox,
  after: InboxPlace | null,
  limit: number,
): Promise<readonly NoticeRow[]> => {
  const { rows } = await pool.query<NoticeRow>({
    name: 'luodi-inbox',
    text: PAGE,
    values: [recipients, open, user, ...(after ?? [null, null, null, null]), RUNGS, limit, rung, project, month],
  });
  return rows;
};

const OPEN = `select count(distinct t.key)::integer as n from reminder_recipient t join reminder m on m.key = t.key
  where t.recipient = any($1::text[]) and not $2 = any(m.acknowledged_by)`;

/** How many notices somebody has not acknowledged. */
export const openInInbox = async (pool: Pool, { recipients, user }: Addressed): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>({
    name: 'luodi-inbox-open',
    text: OPEN,
    values: [recipients, user],
  });
  return rows[0]!.n;
};

const TOLD = `select distinct m.key, $3 = any(m.acknowledged_by) as done
  from reminder m join reminder_recipient t on t.key = m.key and t.sent_at = m.settled_at
  where m.key = any($1::uuid[]) and t.recipient = any($2::text[])`;

/** Those of these notices that reached somebody, and whether they were acknowledged. */
export const toldAmong = async (
  pool: Pool,
  keys: readonly string[],
  { recipients, user }: Addressed,
): Promise<readonly { readonly key: string; readonly done: boolean }[]> => {
  const { rows } = await pool.query<{ key: string; done: boolean }>(TOLD, [keys, recipients, user]);
  return rows;
};
