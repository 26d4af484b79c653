import type { Pool } from 'pg';
import { inTransaction } from '#database';
import type { EventStore } from '#event-store';
import { matterModel } from './matter-model.ts';

const COMPARED =
  'kind, id, number, title, project, unit, people, state, open, due, level, opened_on, version, position, known::text';

/** Folds all matters anew from the log and counts the rows that differ from those that served. */
export const rebuildMatters = async (
  pool: Pool,
  store: EventStore,
): Promise<{
  readonly name: 'matter';
  readonly events: number;
  readonly seconds: number;
  readonly differences: number;
}> => {
  const began = Date.now();
  await matterModel(pool, store).catchUp();
  await inTransaction(pool, async (tx) => {
    await tx.query(`drop table if exists matter_before; create table matter_before as select ${COMPARED} from matter`);
    await tx.query(`truncate matter; update projection_checkpoint set position = 0 where name = 'matter'`);
  });
  await matterModel(pool, store).catchUp();
  const {
    rows: [row],
  } = await pool.query<{ differences: string; events: string }>(
    `select (select count(*) from ((table matter_before except select ${COMPARED} from matter) union all (select ${COMPARED} from matter except table matter_before)) d) as differences, (select coalesce(sum(version), 0) from matter) as events`,
  );
  await pool.query('drop table matter_before');
  return {
    name: 'matter',
    events: Number(row!.events),
    seconds: (Date.now() - began) / 1000,
    differences: Number(row!.differences),
  };
};
