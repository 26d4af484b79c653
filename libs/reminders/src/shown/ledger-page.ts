import type { Pool } from 'pg';
import type { IsoDate } from '#domain';
import { matterSeenSql, seenSql, values, type Scope, type Values } from '#projections';
import { NOTICE_COLUMNS, STANDINGS, STANDS_AS, WITH_PROJECT, type NoticeRow, type Standing } from './notice-row.ts';

/** A notice is seen by who sees its project, or the order, issue or meeting that it is about. */
const seenBy = (scope: Scope, collected: Values): string =>
  scope.all
    ? 'true'
    : `(${seenSql(scope, collected, 'p')} or exists (
        select from matter s where s.kind = split_part(m.subject, '-', 1) and s.id = substr(m.subject, strpos(m.subject, '-') + 1)
          and ${matterSeenSql(scope, collected, 's', 'p')}))`;

/** Days on which notices fall due. */
interface Narrowed {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly project?: string;
}

/** `after`: day and key of the last row of the page before. `order`: the oldest day first, if left out. */
interface WantedOfLedger extends Narrowed {
  readonly outcome?: Standing;
  readonly order?: 'oldest' | 'latest';
  readonly after: readonly [day: string, key: string] | null;
}

const narrowedTo = ({ from, to, project }: Narrowed, scope: Scope, collected: Values): readonly string[] => {
  const { value } = collected;
  return [
    ...(from === undefined ? [] : [`m.on_day >= ${value(from)}`]),
    ...(to === undefined ? [] : [`m.on_day <= ${value(to)}`]),
    ...(project === undefined ? [] : [`m.project = ${value(project)}`]),
    seenBy(scope, collected),
  ];
};

/** Notices within a scope, by the day on which they fall due. */
export const ledgerPage = async (
  pool: Pool,
  scope: Scope,
  { outcome, order = 'oldest', after, ...narrowed }: WantedOfLedger,
  limit: number,
): Promise<readonly NoticeRow[]> => {
  const collected = values();
  const { value } = collected;
  const [beyond, direction] = order === 'oldest' ? ['>', 'asc'] : ['<', 'desc'];
  const conditions = [
    ...narrowedTo(narrowed, scope, collected),
    ...(outcome === undefined ? [] : [STANDS_AS[outcome]]),
    ...(after === null ? [] : [`(m.on_day, m.key) ${beyond} (${value(after[0])}, ${value(after[1])}::uuid)`]),
  ];
  const { rows } = await pool.query<NoticeRow>(
    `select ${NOTICE_COLUMNS}, m.on_day::text as place from reminder m ${WITH_PROJECT}
     where ${conditions.join(' and ')} order by m.on_day ${direction}, m.key ${direction} limit ${value(limit)}`,
    collected.list,
  );
  return rows;
};

/** How many notices within a scope came to each standing. */
export const ledgerCounts = async (
  pool: Pool,
  scope: Scope,
  narrowed: Narrowed,
): Promise<Readonly<Record<Standing, number>>> => {
  const collected = values();
  const counted = STANDINGS.map((one) => `count(*) filter (where ${STANDS_AS[one]})::int as "${one}"`);
  const { rows } = await pool.query<Record<Standing, number>>(
    `select ${counted.join(', ')} from reminder m ${WITH_PROJECT} where ${narrowedTo(narrowed, scope, collected).join(' and ')}`,
    collected.list,
  );
  return rows[0]!;
};

/** One notice, for who sees what it is about or was told of it; null for all others. */
export const noticeFor = async (
  pool: Pool,
  key: string,
  scope: Scope,
  recipients: readonly string[],
): Promise<NoticeRow | null> => {
  const collected = values();
  const { value } = collected;
  const { rows } = await pool.query<NoticeRow>(
    `select ${NOTICE_COLUMNS} from reminder m ${WITH_PROJECT}
     where m.key = ${value(key)} and (${seenBy(scope, collected)} or exists (
       select from reminder_recipient t where t.key = m.key and t.sent_at = m.settled_at and t.recipient = any(${value(recipients)}::text[])))`,
    collected.list,
  );
  return rows[0] ?? null;
};
