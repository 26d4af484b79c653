import type { Pool } from 'pg';
import { inTransaction, oneProcessAtATime } from '#database';
import { matterOf } from '#domain';
import { setAside, writeAside, type EventStore, type SetAside } from '#event-store';
import { layMatters, matterModel, mattersAt, readMatter, type MatterLaid } from './matter-model.ts';

const NEXT = 'matter_next';
const ROWS_A_WRITE = 500;
const COLUMNS = `kind, id, number, title, title_en, project, unit, people, people_ids, state, open, due, level, opened_on, version, position, since`;
const COMPARED = `${COLUMNS}, known::text`;

interface MattersRebuilt {
  readonly name: 'matter';
  readonly events: number;
  readonly seconds: number;
  readonly differences: number;
}

/** Folds every matter recorded up to a position into the table beside the one that serves; answers what cannot be laid. */
const fill = async (pool: Pool, store: EventStore, upTo: bigint): Promise<readonly SetAside[]> => {
  await inTransaction(pool, async (tx) => {
    await tx.query(`drop table if exists ${NEXT}`);
    await tx.query(`create table ${NEXT} (like matter including all)`);
  });
  const aside: SetAside[] = [];
  let rows: MatterLaid[] = [];
  const flush = async (): Promise<void> => {
    const some = rows;
    rows = [];
    await inTransaction(pool, (tx) => layMatters(tx, NEXT, some));
  };
  for await (const history of store.readByStream('', upTo)) {
    if (matterOf(history[0]!.stream) === null) continue;
    const read = readMatter(history);
    rows.push(...read.rows);
    aside.push(...read.aside);
    if (rows.length >= ROWS_A_WRITE) await flush();
  }
  await flush();
  return aside;
};

/** Compares and puts the new rows in place of the old ones, where those stand at `position`; null where they have gone on meanwhile. */
const replace = (pool: Pool, position: bigint, aside: readonly SetAside[]) =>
  inTransaction(pool, async (tx) => {
    if ((await mattersAt(tx, 'for update')) !== position) return null;
    const { rows } = await tx.query<{ differences: string; events: string }>(
      `select (select coalesce(sum(version), 0) from ${NEXT}) as events, (select count(*) from (
         (select ${COMPARED} from matter except select ${COMPARED} from ${NEXT})
         union all
         (select ${COMPARED} from ${NEXT} except select ${COMPARED} from matter)
       ) d) as differences`,
    );
    await tx.query(`delete from matter`);
    await tx.query(`insert into matter (${COLUMNS}, known) select ${COLUMNS}, known from ${NEXT}`);
    await tx.query(`drop table ${NEXT}`);
    const before = await setAside(tx, 'matter');
    await writeAside(tx, 'matter', { add: aside, back: before.map(({ stream }) => stream) });
    return { differences: Number(rows[0]!.differences), events: Number(rows[0]!.events) };
  });

/** Folds all matters anew from the log, beside those that serve, counts the rows that differ, and puts them in their place. */
export const rebuildMatters = (pool: Pool, store: EventStore): Promise<MattersRebuilt> =>
  oneProcessAtATime(pool, 'matters are laid anew', async () => {
    const began = Date.now();
    for (;;) {
      await matterModel(pool, store).catchUp();
      const position = await mattersAt(pool);
      const done = await replace(pool, position, await fill(pool, store, position));
      if (done !== null) return { name: 'matter', seconds: (Date.now() - began) / 1000, ...done };
    }
  });
