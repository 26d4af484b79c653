import type { Pool, PoolClient } from 'pg';
import { inSchema, inTransaction, oneProcessAtATime } from '#database';
import { catchUp } from './fold.ts';
import { postgresLedger } from './ledger-postgres.ts';
import { LEDGER_TABLES, reminderMigrations } from './ledger-table.ts';
import type { FoldTools } from './owed-now.ts';

const NEXT = 'reminders_next'; // the schema in which the ledger is laid anew
const COMPARED =
  'key, subject, project, clock, policy_version, rung, recurrence, on_day, send_at, plan, told::text, why::text, state, settled_at, settled_in, into_key, order_id, acknowledged_by';

const differing = async (tx: PoolClient): Promise<number> => {
  const [serving, next] = [`select ${COMPARED} from reminder`, `select ${COMPARED} from ${NEXT}.reminder`];
  const { rows } = await tx.query<{ differences: string }>(
    `select count(*) as differences from ((${serving} except ${next}) union all (${next} except ${serving})) d`,
  );
  return Number(rows[0]!.differences);
};

const IN_THE_WAY = '55P03'; // a lock that was not had within its time

/** What fell due and waits to be withdrawn, as it is owed no more, is known only to the ledger that expected it: it is taken along, so that its withdrawal is recorded. */
const takeAlong = async (tx: PoolClient): Promise<void> => {
  await tx.query(`with along as (
      insert into ${NEXT}.reminder_expected select e.* from reminder_expected e
        where e.plan = 'withdraw' and e.why ->> 'code' = 'no-longer-owed' and not exists (select from reminder_outcome o where o.key = e.key)
        on conflict do nothing returning key)
    insert into ${NEXT}.reminder_due select d.* from reminder_due d join along using (key)`);
};

/** The new tables in place of the old ones. Throws IN_THE_WAY where somebody reads them: who waited longer could wait for a reader that waits for us. */
const swap = async (tx: PoolClient): Promise<void> => {
  await tx.query(
    `set local lock_timeout = '200ms'; lock table reminder, ${LEDGER_TABLES.join(', ')} in access exclusive mode`,
  );
  await tx.query(`drop view reminder; drop table ${LEDGER_TABLES.join(', ')}`);
  for (const table of LEDGER_TABLES) await tx.query(`alter table ${NEXT}.${table} set schema public`);
  await tx.query(`alter view ${NEXT}.reminder set schema public`);
  await tx.query(
    `delete from set_aside where reader = 'reminders'; insert into set_aside select * from ${NEXT}.set_aside`,
  );
};

/** Compares and swaps where both have folded the same; null where one of them has gone on meanwhile. */
const swapAlike = (pool: Pool): Promise<{ readonly differences: number; readonly rows: number } | null> =>
  inTransaction(pool, async (tx) => {
    await tx.query('select from reminder_checkpoint for update'); // from here the serving ledger stands still
    const { rows: apart } = await tx.query(`table reminder_checkpoint except table ${NEXT}.reminder_checkpoint`);
    if (apart.length > 0) return null;
    await takeAlong(tx);
    const differences = await differing(tx);
    const { rows } = await tx.query<{ count: string }>(`select count(*) from ${NEXT}.reminder`);
    await swap(tx);
    return { differences, rows: Number(rows[0]!.count) };
  });

interface Rebuilt {
  readonly name: 'reminders';
  readonly events: number;
  readonly seconds: number;
  readonly differences: number;
}

/**
 * Folds the ledger anew from the log beside the one that serves, without sending anything, compares them at the same position and swaps. Until then
 * the old one serves: who asks what is due is never told "nothing" because somebody rebuilds. Of two who rebuild at once the second waits.
 */
export const rebuildReminders = (pool: Pool, tools: FoldTools): Promise<Rebuilt> =>
  oneProcessAtATime(pool, 'reminders are laid anew', () =>
    inSchema(pool, NEXT, async (beside) => {
      const began = Date.now();
      for (const { sql } of reminderMigrations) await beside.query(sql);
      await pool.query(`create table ${NEXT}.set_aside (like public.set_aside including all)`);
      const next = { ...tools, ledger: postgresLedger(beside) };
      for (;;) {
        await catchUp(next);
        await catchUp(tools);
        const swapped = await swapAlike(pool).catch((error: unknown) => {
          if ((error as { readonly code?: string }).code === IN_THE_WAY) return null;
          throw error;
        });
        if (swapped === null) continue;
        const { differences, rows } = swapped;
        return { name: 'reminders', events: rows, seconds: (Date.now() - began) / 1000, differences };
      }
    }),
  );
