import type { Pool } from 'pg';

/** Ids of the issues that stand in the way of a project, open or closed. */
export const issuesOf = async (pool: Pool, project: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>({
    name: 'luodi-issues-of',
    text: `select id from matter where kind = 'issue' and project = $1`,
    values: [project],
  });
  return rows.map(({ id }) => id);
};
