import type { Pool } from 'pg';
import type { IsoDate } from '#domain';
import type { Reminder } from '../owed/reminder.ts';
import { readReminder, REMINDER_COLUMNS, type ReminderRow } from './ledger-table.ts';

/** The position to which the ledger is folded; 0 before any worker has begun. */
export const ledgerFoldedTo = async (pool: Pool): Promise<bigint> => {
  const { rows } = await pool.query<{ position: string }>('select position from reminder_checkpoint');
  return BigInt(rows[0]!.position);
};

/** Notices whose day lies in the window and that came to an outcome, by key; of one project, where one is named by its id. */
export const settledIn = async (
  pool: Pool,
  from: IsoDate,
  to: IsoDate,
  project: string | null,
): Promise<Map<string, Reminder>> => {
  const { rows } = await pool.query<ReminderRow>(
    `select ${REMINDER_COLUMNS} from reminder where on_day between $1 and $2 and ($3::text is null or project = $3) and state <> 'waiting'`,
    [from, to, project],
  );
  return new Map(rows.map((row) => [row.key, readReminder(row)]));
};
