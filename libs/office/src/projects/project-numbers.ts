import type { Pool } from 'pg';
import type { Migration } from '#database';
import type { ProjectCommand } from '#domain';
import { inTurn } from '#event-store';
import { PROJECT_TABLE } from '#projections';
import { refused } from '../refusals.ts';

/** A code is the bureau's own number; Luodi gives one where the asker has none. */
export const projectNumberMigrations: readonly Migration[] = [
  { id: 'api-1-project-code', sql: 'create sequence project_code' },
];

export interface ProjectNumbers {
  readonly nextCode: () => Promise<string>;
  /** Gives a command that brings a code or a contract number while nobody else can bring the same; refuses numbers that another project has. */
  readonly claiming: <T>(projectId: string, command: ProjectCommand, give: () => Promise<T>) => Promise<T>;
}

type Claim = { readonly column: 'code' | 'contract_no'; readonly number: string };

const claimOf = (command: ProjectCommand): Claim | null => {
  if (command.type === 'RegisterLead' || command.type === 'RecordProject')
    return { column: 'code', number: command.code };
  if (command.type === 'SignContract' && command.number !== undefined)
    return { column: 'contract_no', number: command.number };
  return null;
};

/**
 * `caughtUp` brings the project model up to the log, so that a number taken a moment ago is seen. Who claims the same number waits in this
 * process: one server serves an installation (claimServer).
 */
export const projectNumbers = (pool: Pool, caughtUp: () => Promise<unknown>): ProjectNumbers => {
  const turn = inTurn();
  const taken = async ({ column, number }: Claim, projectId: string): Promise<boolean> =>
    (
      await pool.query(
        `select 1 from ${PROJECT_TABLE} where ${column} = $1 and to_pos = 9223372036854775807 and to_day = 'infinity' and project_id <> $2 limit 1`,
        [number, projectId],
      )
    ).rows.length > 0;
  return {
    nextCode: async () => {
      const { rows } = await pool.query<{ next: string }>(`select nextval('project_code') as next`);
      return `LD-${rows[0]!.next.padStart(6, '0')}`;
    },
    claiming: async (projectId, command, give) => {
      const claim = claimOf(command);
      if (claim === null) return give();
      return turn(`${claim.column} ${claim.number}`, async () => {
        await caughtUp();
        if (await taken(claim, projectId))
          throw refused(
            claim.column === 'code' ? 'code-taken' : 'contract-number-taken',
            claim.column === 'code' ? 'code' : 'number',
          );
        return give();
      });
    },
  };
};
