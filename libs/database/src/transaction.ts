import type { Pool, PoolClient } from 'pg';

/** Runs `work` in one transaction: all of it, or nothing. */
export const inTransaction = async <T>(pool: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> => {
  const tx = await pool.connect();
  try {
    await tx.query('begin');
    const answer = await work(tx);
    await tx.query('commit');
    return answer;
  } catch (error) {
    await tx.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    tx.release();
  }
};
