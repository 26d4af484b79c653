import pg from 'pg';
import { until } from './soon.ts';
import type { TestDatabase } from './postgres.ts';
import { startProcess } from './worker-process.ts';

const WAITING = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
const LEFT = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
  and (state <> 'idle' or application_name in ('luodi-at-work', 'luodi-move'))`;

/**
 * Runs the built program until it waits at `hold`, a statement that takes what it will need next, and kills it there with kill -9. So it ends at a known point, whatever the machine's speed.
 */
export const killedAt = async (
  words: readonly string[],
  { database, data, hold }: { readonly database: TestDatabase; readonly data: string; readonly hold: string },
): Promise<void> => {
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  try {
    await holder.query(`begin; ${hold}`);
    const program = startProcess(words, data, { DATABASE_URL: database.url });
    await until(`${words[0]} waits at ${hold}`, async () => (await database.pool.query(WAITING)).rows.length > 0);
    await program.kill('SIGKILL');
  } finally {
    await holder.end();
  }
  await until('its connections are gone', async () => (await database.pool.query(LEFT)).rows.length === 0);
};
