import type pg from 'pg';
import { seconds } from './bench.ts';

const TABLE =
  'create table if not exists deadline (id text primary key, due timestamptz not null, payload jsonb not null); create index if not exists deadline_due on deadline (due, id); truncate deadline';

const look = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, 1);
  });

/**
 * Deadlines a second that a bare loop hands on: claim a batch past locked rows, hand each over, delete them, commit. No log, no retries, no state.
 * `looking`: a millisecond for each row, all of a batch at once, in place of the look at what the notice is about; without it the loop only counts.
 */
export const bareLoop = async (pool: pg.Pool, count: number, batch: number, looking: boolean): Promise<number> => {
  await pool.query(TABLE);
  await pool.query(
    `insert into deadline select 'd' || n, now() - interval '1 minute', json_build_object('project', n, 'rung', 'near-due', 'to', 'steward-' || n % 400) from generate_series(1, $1::integer) n`,
    [count],
  );
  await pool.query('vacuum analyze deadline');
  const tx = await pool.connect();
  let handed = 0;
  const hand = async (_payload: object): Promise<void> => {
    if (looking) await look();
    handed += 1;
  };
  try {
    const took = await seconds(async () => {
      for (;;) {
        await tx.query('begin');
        const { rows } = await tx.query<{ id: string; payload: object }>({
          name: `bare-claim-${batch}`,
          text: `select id, payload from deadline where due <= clock_timestamp() order by due limit ${batch} for update skip locked`,
        });
        await Promise.all(rows.map(({ payload }) => hand(payload)));
        if (rows.length > 0)
          await tx.query({
            name: 'bare-done',
            text: 'delete from deadline where id = any($1)',
            values: [rows.map(({ id }) => id)],
          });
        await tx.query('commit');
        if (rows.length < batch) break;
      }
    });
    if (handed !== count) throw new Error(`the bare loop handed over ${handed} of ${count}`);
    return count / took;
  } finally {
    tx.release();
  }
};
