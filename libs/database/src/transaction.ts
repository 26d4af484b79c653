import type pg from 'pg';
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

/** The same where nobody waits for the disk: a crash of the database may take back what was written last, whole transactions of it, and whoever wrote it makes it again from the log. */
export const inRenewable = <T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, work, 'begin; set local synchronous_commit = off');

/** Several questions to one moment of the database: what others commit meanwhile is seen by none of them. */
export const inSnapshot = <T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, work, 'begin isolation level repeatable read read only');

/** Whether the database refused what it was given for its content: a value that no column holds, a row that no index takes. */
export const isUnstorable = (error: unknown): boolean => {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^(22|23|54)/.test(code);
};

/** Runs a part of a transaction that the database may refuse for its content. Null where it did not; else its words, and nothing of the part remains. */
export const attempted = async (tx: pg.PoolClient, part: () => Promise<unknown>): Promise<string | null> => {
  await tx.query('savepoint part');
  try {
    await part();
    await tx.query('release savepoint part');
    return null;
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    await tx.query('rollback to savepoint part; release savepoint part');
    return (error as Error).message;
  }
};
