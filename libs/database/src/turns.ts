import pg from 'pg';

/** What one process at a time does, and the advisory lock of the database that says so: each its own, for within the one another may be done. */
export const TURNS = {
  'projects are laid anew': 7_145_901,
  'matters are laid anew': 7_145_902,
  'imports store': 7_145_903,
  'reminders are laid anew': 7_145_904,
  'arrivals are laid anew': 7_145_905,
} as const;

/**
 * Runs `work` while no other process does the same kind; who comes second waits. The lock is held on a connection of its own, so
 * that the work may use the pool.
 */
export const oneProcessAtATime = async <T>(
  pool: pg.Pool,
  turn: keyof typeof TURNS,
  work: () => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ ...pool.options, application_name: 'luodi-turn' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TURNS[turn]]);
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
};
