import pg from 'pg';
import { onConnection } from './pool.ts';

/** Runs `work` in one transaction: all of it, or nothing. */
export const inTransaction = <T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>, begin = 'begin'): Promise<T> =>
  onConnection(pool, async (tx) => {
    try {
      await tx.query(begin);
      const answer = await work(tx);
      await tx.query('commit');
      return answer;
    } catch (error) {
      await tx.query('rollback').catch(() => undefined);
      throw error;
    }
  });

/** Several questions to one moment of the database: what others commit meanwhile is seen by none of them. */
export const inSnapshot = <T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, work, 'begin isolation level repeatable read read only');

/**
 * Runs `work` while no other process does work under this lock; who comes second waits. The lock is held on a connection of its own, so
 * that the work may use the pool.
 */
export const oneProcessAtATime = async <T>(pool: pg.Pool, lock: number, work: () => Promise<T>): Promise<T> => {
  const client = new pg.Client({ ...pool.options, application_name: 'luodi-turn' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
};
