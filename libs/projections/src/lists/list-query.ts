import type { Pool, PoolClient } from 'pg';
import { worstOn, type Colour } from '#domain';
import type { UnitNames } from '../organisation/units.ts';
import { unpackClocks } from '../projects/packed-clocks.ts';
import { LATEST } from '../projects/span-writes.ts';
import { listRow, type ListRow, type StoredRow } from './list-fields.ts';
import { narrowing, values } from './list-filter.ts';
import { cursorOf } from './cursor.ts';
import { pageSql } from './list-page.ts';
import type { ListQuestion } from './list-question.ts';

interface Stored extends StoredRow {
  readonly clocks: string;
  readonly colour: Colour | null;
}

const rowIn =
  ({ list, asOf }: ListQuestion, units: UnitNames) =>
  (row: Stored): ListRow => {
    const worst = row.colour === null ? null : worstOn(unpackClocks(row.clocks), asOf.day);
    return listRow(row, { asOf: asOf.day, units, age: narrowing(list.age).sql(''), worst });
  };

/** A page of a list in the order asked for, then worst first: what turned red first, then what turns red next. `position`: what the cursor is to say that the pages stand on. */
export const listRows = async (
  on: Pool | PoolClient,
  question: ListQuestion,
  units: UnitNames,
  position = LATEST,
): Promise<{ readonly rows: readonly ListRow[]; readonly next: string | null }> => {
  const { limit = 50, after = null } = question;
  const collected = values();
  const sql = await pageSql(on, question, after, limit === null ? null : Number(limit) + 1, collected);
  const { rows } = await on.query<Stored>(sql, collected.list);
  const shown = limit === null ? rows : rows.slice(0, limit);
  return {
    rows: shown.map(rowIn(question, units)),
    next: shown.length < rows.length ? cursorOf(question.order ?? [], shown.at(-1)!, position) : null,
  };
};
