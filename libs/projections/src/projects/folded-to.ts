import type { Pool } from 'pg';

/** The furthest position to which any list is folded. */
export const foldedTo = async (pool: Pool): Promise<bigint> => {
  const { rows } = await pool.query<{ position: string }>(
    'select coalesce(max(position), 0) as position from projection_checkpoint',
  );
  return BigInt(rows[0]!.position);
};
