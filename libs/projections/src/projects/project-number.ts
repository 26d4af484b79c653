import type { Pool } from 'pg';
import type { Migration } from '#database';
import { PROJECT_TABLE } from './project-streams.ts';
import { LATEST } from './span-writes.ts';

export const projectNumberMigrations: readonly Migration[] = [
  { id: 'api-1-project-code', sql: 'create sequence project_code' },
];

/** The next of the codes that Luodi gives: `LD-000001`. One that was given is never given again. */
export const nextProjectCode = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ next: string }>(`select nextval('project_code') as next`);
  return `LD-${rows[0]!.next.padStart(6, '0')}`;
};

/** A number that no two projects share, and the column that holds it. */
export interface OwnNumber {
  readonly column: 'code' | 'contract_no';
  readonly number: string;
}

/** Whether another project has this number today. */
export const isTaken = async (pool: Pool, { column, number }: OwnNumber, projectId: string): Promise<boolean> => {
  const { rows } = await pool.query(
    `select 1 from ${PROJECT_TABLE} where ${column} = $1 and to_pos = ${LATEST} and to_day = 'infinity' and project_id <> $2 limit 1`,
    [number, projectId],
  );
  return rows.length > 0;
};
