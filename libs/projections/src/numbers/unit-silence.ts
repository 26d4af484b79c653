import type { Pool } from 'pg';
import { ENDED, type Period } from '#domain';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { LATEST } from '../projects/span-writes.ts';

/** Units that answer for a live project at a period's end, as they are written; `told`: something of the period is known of one of theirs. */
interface UnitTold {
  readonly unit: string;
  readonly told: boolean;
}

/** Who was heard of in a period, as known now: each fact begins a row of its project on its own day. Cost: the rows of the period. */
export const unitsTold = async (
  pool: Pool,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<readonly UnitTold[]> => {
  const { rows } = await pool.query<UnitTold>(
    `select unit, bool_or(from_day >= $1::date) as told from ${PROJECT_TABLE}
     where to_pos = ${LATEST} and from_day <= $2::date and to_day > $1::date and unit is not null and phase <> all($3::text[])
     group by unit having bool_or(to_day > $2::date)`,
    [from, to, ENDED],
  );
  return rows;
};
