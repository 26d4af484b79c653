import type { Pool } from '#database';
import type { ProjectCommand } from '#domain';
import { inTurn } from '#event-store';
import { isTaken, nextProjectCode, type OwnNumber } from '#projections';
import { refused } from '../refusals.ts';

/** A code is the bureau's own number; Luodi gives one where the asker has none. */
export interface ProjectNumbers {
  readonly nextCode: () => Promise<string>;
  /** Gives a command that brings a code or a contract number while nobody else can bring the same; refuses numbers that another project has. */
  readonly claiming: <T>(projectId: string, command: ProjectCommand, give: () => Promise<T>) => Promise<T>;
}

const broughtBy = (command: ProjectCommand): OwnNumber | null => {
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
  return {
    nextCode: () => nextProjectCode(pool),
    claiming: async (projectId, command, give) => {
      const claim = broughtBy(command);
      if (claim === null) return give();
      return turn(`${claim.column} ${claim.number}`, async () => {
        await caughtUp();
        if (await isTaken(pool, claim, projectId))
          throw refused(
            claim.column === 'code' ? 'code-taken' : 'contract-number-taken',
            claim.column === 'code' ? 'code' : 'number',
          );
        return give();
      });
    },
  };
};
