import type { Pool } from 'pg';
import { sharedRun } from '#event-store';

/** On what answers from the rows of projects and arrivals stand. What is answered of one edition holds for as long as the edition does, however far the log goes on meanwhile. */
export interface Standing {
  readonly position: bigint; // up to which facts are in the rows
  readonly edition: string; // another where a row has changed, or another model was swapped in
}

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
