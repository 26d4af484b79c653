import type { Pool } from 'pg';
import { inTransaction } from '#database';
import { EVENT_COLUMNS, rawRow, type StoredEvent } from '../postgres-table.ts';
import { insert, lockAppends } from '../postgres-insert.ts';
import type { KeptLog } from './kept-log.ts';

/** Brings a log into PostgreSQL. Nobody else writes there: the log in charge is another one. */
export const keepInPostgres = (pool: Pool): KeptLog => ({
  last: async () => {
    const { rows } = await pool.query<StoredEvent>(`select ${EVENT_COLUMNS} from event order by position desc limit 1`);
    return rows[0] === undefined ? null : rawRow(rows[0]);
  },
  keep: (records) =>
    inTransaction(pool, async (tx) => {
      await lockAppends(tx);
      await insert(tx, records, { brought: true });
    }),
  settle: async () => undefined,
  close: async () => undefined,
});
