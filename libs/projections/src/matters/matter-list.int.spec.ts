import { migrate } from '#database';
import { eventStoreMigrations } from '#event-store';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { listMatters } from './matter-list.ts';
import { matterMigrations } from './matter-model.ts';
import { projectMigrations } from '../projects/project-model.ts';

const MATTERS = 20_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, [...eventStoreMigrations, ...projectMigrations, ...matterMigrations]);
  await database.pool.query(
    `insert into matter (kind, id, number, title, people, state, open, due, opened_on, version, position, known)
     select 'issue', 'i' || n, null, case when n = 777 then '东区：红线未划' else '第' || n || '号项目：电力增容' end, array['经办' || n % 500], 'assigned', n % 100 = 0, date '2026-01-01' + n % 1000, '2026-01-01', 1, n, '{}' from generate_series(1, $1) n`,
    [MATTERS],
  );
  await database.pool.query('analyze matter');
});
afterAll(() => database.drop());

/** Rows of the table `matter` that the question reads, by PostgreSQL's own count of what its scans returned. */
const rowsRead = async (
  question: Parameters<typeof listMatters>[1],
): Promise<{ readonly titles: readonly string[]; readonly read: number }> => {
  const tx = await database.pool.connect();
  try {
    await tx.query('begin');
    const counted = async (): Promise<number> =>
      (
        await tx.query<{ n: string }>(
          `select seq_tup_read + idx_tup_fetch as n from pg_stat_xact_user_tables where relname = 'matter'`,
        )
      ).rows.map(({ n }) => Number(n))[0] ?? 0;
    const before = await counted();
    const { rows } = await listMatters(tx, question);
    return { titles: rows.map(({ title }) => title.zh), read: (await counted()) - before };
  } finally {
    await tx.query('rollback');
    tx.release();
  }
};

it('words are found among twenty thousand matters without reading them all', async () => {
  const { titles, read } = await rowsRead({ kind: 'issue', scope: { all: true }, words: '红线', limit: 50 });
  expect(titles).toEqual(['东区：红线未划']);
  expect(read).toBeLessThan(100);
});

it('a page of overdue ones reads about as many rows as it shows', async () => {
  const { titles, read } = await rowsRead({
    kind: 'issue',
    scope: { all: true },
    dueBefore: '2026-06-01' as never,
    limit: 20,
  });
  expect(titles).toHaveLength(20);
  expect(read).toBeLessThan(200);
});
