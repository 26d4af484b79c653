import type { Pool } from 'pg';
import { sharedRun } from '#event-store';

/** On what answers from the rows of projects and arrivals stand. What is answered of one edition holds for as long as the edition does, however far the log goes on meanwhile. */
export interface Standing {
  readonly position: bigint; // up to which facts are in the rows
  readonly edition: string; // another where a row has changed, or another model was swapped in
}

/** More positions than a log has. */
const ERA = 2 ** 40;

/**
 * The edition of rows that a fact has changed: its position, in the era of the model. It follows from the rows alone, so that rows which a crash took back and which are laid again have
 * the edition that they had.
 */
export const editionAt = (position: string): string => `edition - edition % ${ERA} + ${position}`;
/** The edition of another model that is swapped in. */
export const NEXT_ERA = `(edition / ${ERA} + 1) * ${ERA}`;

interface Row {
  readonly name: string;
  readonly position: string;
  readonly edition: string;
}

/** One look for all who ask at once. */
export const standingOf = (pool: Pool): (() => Promise<Standing>) =>
  sharedRun(async () => {
    const { rows } = await pool.query<Row>({
      name: 'luodi-standing',
      text: `select name, position, edition from projection_checkpoint where name in ('project', 'arrival') order by name`,
    });
    return {
      position: BigInt(rows.find(({ name }) => name === 'project')!.position),
      edition: rows.map(({ edition }) => edition).join(' '),
    };
  });
