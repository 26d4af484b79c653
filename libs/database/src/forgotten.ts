import type { Pool } from 'pg';

const MAY_NOT = '42501'; // insufficient privilege

/**
 * A deleted row stays on the disk until its place is written again. Lays the tables anew without such places, and begins a new write-ahead log; one that does not recycle its files
 * (the embedded one) then holds nothing of before. Answers false where this database does not let us.
 */
export const forgetDeleted = async (pool: Pool, tables: readonly string[]): Promise<boolean> => {
  for (const table of tables) await pool.query(`vacuum (full) ${table}`);
  try {
    await pool.query('checkpoint');
    await pool.query('select pg_switch_wal()');
    await pool.query('checkpoint');
  } catch (error) {
    if ((error as { readonly code?: string }).code === MAY_NOT) return false;
    throw error;
  }
  const { rows } = await pool.query<{ wal_recycle: string }>('show wal_recycle');
  return rows[0]!.wal_recycle === 'off';
};
