import type { Pool } from 'pg';
import { LATEST, PROJECT_TABLE } from '#projections';
import { REMINDER_COLUMNS, type ReminderRow } from '../ledger/ledger-table.ts';

/** A row of the ledger with its project. `place`: what a page is ordered by, before the key. */
export type NoticeRow = ReminderRow & {
  readonly code: string | null;
  readonly title: string | null; // of its project
  readonly place?: string;
};

/** What a notice came to, as people ask for it: what waits is expected, and what was sent may be acknowledged. */
export const STANDINGS = ['expected', 'sent', 'merged', 'suppressed', 'failed', 'acknowledged', 'withdrawn'] as const;
export type Standing = (typeof STANDINGS)[number];

/** SQL of each, over the row `m` of the ledger. */
export const STANDS_AS: Readonly<Record<Standing, string>> = {
  expected: `m.state = 'waiting'`,
  sent: `m.state = 'sent' and m.acknowledged_by = '{}'`,
  acknowledged: `m.state = 'sent' and m.acknowledged_by <> '{}'`,
  merged: `m.state = 'merged'`,
  suppressed: `m.state = 'suppressed'`,
  failed: `m.state = 'failed'`,
  withdrawn: `m.state = 'withdrawn'`,
};

export const NOTICE_COLUMNS = `${REMINDER_COLUMNS.split(', ')
  .map((name) => `m.${name}`)
  .join(', ')}, p.code, p.title`;
export const WITH_PROJECT = `left join ${PROJECT_TABLE} p on p.project_id = m.project and p.to_pos = ${LATEST} and p.to_day = 'infinity'`;

const BESIDE = `select ${NOTICE_COLUMNS} from reminder m ${WITH_PROJECT} where m.state = 'merged' and m.into_key = any($1::uuid[]) order by m.subject, m.key`;

/** What each of these notices names beside its own clock, by its key. */
export const noticesBeside = async (
  pool: Pool,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly NoticeRow[]>> => {
  const { rows } = await pool.query<NoticeRow>({ name: 'luodi-notices-beside', text: BESIDE, values: [keys] });
  const named = new Map<string, NoticeRow[]>();
  for (const one of rows) named.set(one.into_key ?? '', [...(named.get(one.into_key ?? '') ?? []), one]);
  return named;
};
