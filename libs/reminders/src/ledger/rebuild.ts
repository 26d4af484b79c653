import type { Pool } from 'pg';
import { catchUp } from './fold.ts';
import type { FoldTools } from './owed-now.ts';

const COMPARED =
  'key, subject, project, clock, policy_version, rung, recurrence, on_day, send_at, plan, told::text, why::text, state, settled_at, settled_in, into_key, order_id, acknowledged_by';

/** Folds the reminder ledger anew from the log, without sending anything, and counts the rows that differ from those that served. */
export const rebuildReminders = async (
  pool: Pool,
  tools: FoldTools,
): Promise<{
  readonly name: 'reminders';
  readonly events: number;
  readonly seconds: number;
  readonly differences: number;
}> => {
  const began = Date.now();
  await catchUp(tools);
  await pool.query(
    `drop table if exists reminder_before; create table reminder_before as select ${COMPARED} from reminder`,
  );
  await tools.ledger.clear();
  await catchUp(tools);
  const {
    rows: [row],
  } = await pool.query<{ differences: string; events: string }>(
    `select (select count(*) from ((table reminder_before except select ${COMPARED} from reminder) union all (select ${COMPARED} from reminder except table reminder_before)) d) as differences, (select count(*) from reminder) as events`,
  );
  await pool.query('drop table reminder_before');
  return {
    name: 'reminders',
    events: Number(row!.events),
    seconds: (Date.now() - began) / 1000,
    differences: Number(row!.differences),
  };
};
