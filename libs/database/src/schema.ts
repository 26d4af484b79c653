import type pg from 'pg';
import { poolOf } from './pool.ts';

const CONNECTIONS = 2;

/**
 * Runs `work` on connections that see the tables of an empty schema of this name and no others, so that tables are laid a second time beside those
 * that serve, by the same statements. What is left of the schema afterwards goes with it. `pool` must have been made for an address (`connect`).
 */
export const inSchema = async <T>(pool: pg.Pool, schema: string, work: (beside: pg.Pool) => Promise<T>): Promise<T> => {
  await pool.query(`drop schema if exists ${schema} cascade; create schema ${schema}`);
  const beside = poolOf(pool.options.connectionString!, CONNECTIONS, schema);
  try {
    return await work(beside);
  } finally {
    await beside.end();
    await pool.query(`drop schema if exists ${schema} cascade`);
  }
};
