import { setTimeout as rest } from 'node:timers/promises';
import type { Pool } from '#database';
import type { ProjectCommand } from '#domain';
import { inTurn } from '#event-store';
import { isTaken, leaveNumber, nextProjectCode, takeNumber, type OwnNumber } from '#projections';
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

const LOOK_AGAIN_MS = 50;
const LOOKS = 100;

const takenBy = ({ column }: OwnNumber) =>
  refused(column === 'code' ? 'code-taken' : 'contract-number-taken', column === 'code' ? 'code' : 'number');

/**
 * `caughtUp` brings the project model up to the log, so that a number taken a moment ago is seen. Who claims the same number waits in this process, and for other processes by a row
 * that each holds only while it decides.
 */
export const projectNumbers = (pool: Pool, caughtUp: () => Promise<unknown>): ProjectNumbers => {
  const turn = inTurn();
  const take = async (claim: OwnNumber, projectId: string): Promise<void> => {
    for (let looks = 1; !(await takeNumber(pool, claim, projectId)); looks += 1) {
      if (looks === LOOKS) throw takenBy(claim);
      await rest(LOOK_AGAIN_MS);
    }
  };
  return {
    nextCode: () => nextProjectCode(pool),
    claiming: async (projectId, command, give) => {
      const claim = broughtBy(command);
      if (claim === null) return give();
      return turn(`${claim.column} ${claim.number}`, async () => {
        await take(claim, projectId);
        try {
          await caughtUp();
          if (await isTaken(pool, claim, projectId)) throw takenBy(claim);
          return await give();
        } finally {
          await leaveNumber(pool, claim, projectId);
        }
      });
    },
  };
};
