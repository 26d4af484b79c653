import type { Pool } from 'pg';
import { COUNTED_TABLE } from '../projects/counted-table.ts';

/** What figures stand on now: how far both models that they count have come, what they were laid by, and the very table: a rebuild puts another in its place. */
export const numbersEdition = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ edition: string }>(
    `select concat_ws(' ', '${COUNTED_TABLE}'::regclass::oid, string_agg(concat_ws(' ', name, version, rules, position), ' ' order by name)) as edition
     from projection_checkpoint where name in ('project', 'arrival')`,
  );
  return rows[0]!.edition;
};
