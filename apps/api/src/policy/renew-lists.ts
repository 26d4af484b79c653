import type { Pool } from 'pg';
import type { Rules } from '#domain';
import type { EventStore } from '#event-store';
import { rebuildProjects } from '#projections';

const TURN = 7_145_901; // of the database's advisory locks: two processes never build the same model beside the old one

let before: Promise<unknown> = Promise.resolve();

const renew = async (pool: Pool, store: EventStore, rules: () => Promise<Rules>): Promise<void> => {
  const turn = await pool.connect();
  try {
    await turn.query('select pg_advisory_lock($1)', [TURN]);
    const { rows } = await turn.query<{ rules: string }>(
      `select rules from projection_checkpoint where name = 'project'`,
    );
    const now = await rules();
    const builtUnder = rows[0]?.rules ?? '';
    if (builtUnder !== '' && builtUnder !== now.id) await rebuildProjects(pool, store, now); // '': nothing is built yet
  } finally {
    await turn.query('select pg_advisory_unlock($1)', [TURN]).catch(() => undefined);
    turn.release();
  }
};

/** Builds the lists anew under the rules as published now, beside those that serve, and swaps them; nothing where they are built so already. Ends when the new ones serve. */
export const renewLists = (pool: Pool, store: EventStore, rules: () => Promise<Rules>): Promise<void> => {
  const mine = before.then(() => renew(pool, store, rules)); // in turn: who waits for the lock must not hold the connections that the one before needs
  before = mine.catch(() => undefined);
  return mine;
};
