import type { Pool } from 'pg';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { LATEST } from '../projects/span-writes.ts';

/** How many projects, and matters of these kinds, there are altogether. */
export const howMany = async (pool: Pool, kinds: readonly string[]): Promise<number> =>
  (
    await pool.query<{ n: number }>({
      name: 'luodi-how-many',
      values: [kinds],
      text: `select ((select count(*) from ${PROJECT_TABLE} where to_pos = ${LATEST} and to_day = 'infinity') + (select count(*) from matter where kind = any($1::text[])))::integer as n`,
    })
  ).rows[0]!.n;
