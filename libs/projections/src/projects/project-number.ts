import type { Pool } from 'pg';
import type { Migration } from '#database';
import { PROJECT_TABLE } from './project-streams.ts';
import { LATEST } from './span-writes.ts';

export const projectNumberMigrations: readonly Migration[] = [
  { id: 'api-1-project-code', sql: 'create sequence project_code' },
  {
    id: 'api-2-number-claims',
    sql: `create table number_claim (
      kind    text not null,
      number  text not null,
      project text not null,
      at      timestamptz not null default now(),
      primary key (kind, number)
    )`,
  },
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

/** Takes a number for a project while its command is decided; false where another project's command has it. What a killed process had taken is free again after a minute. */
export const takeNumber = async (pool: Pool, { column, number }: OwnNumber, projectId: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `insert into number_claim (kind, number, project) values ($1, $2, $3)
     on conflict (kind, number) do update set project = excluded.project, at = now()
     where number_claim.project = excluded.project or number_claim.at < now() - interval '1 minute'`,
    [column, number, projectId],
  );
  return rowCount === 1;
};

/** The command has ended: whether the number is taken is read off the projects. */
export const leaveNumber = (pool: Pool, { column, number }: OwnNumber, projectId: string): Promise<unknown> =>
  pool.query('delete from number_claim where kind = $1 and number = $2 and project = $3', [column, number, projectId]);
