import { lookMigrations } from '#audit';
import { migrate } from '#database';
import { eventStoreMigrations, postgresStore, publishNews } from '#event-store';
import { freshDatabase } from '../../../../test/support/postgres.ts';
import { looks } from './looks.ts';

it('looks that release 0.2 kept in a table move into the log, with the instant at which they were made', async () => {
  const database = await freshDatabase();
  const { pool } = database;
  const store = postgresStore(database);
  try {
    await migrate(pool, [...eventStoreMigrations, lookMigrations[0]!]);
    await pool.query(
      `insert into look (at, user_name, unit, what, subject, as_of, as_known) values
        ('2026-03-01T16:30:00.25Z', 'zhao', '01', 'list', 'signed', '2025-12-31', '2026-01-05T08:00:00Z'),
        ('2026-03-02T01:00:00Z', 'qian', null, 'history', 'p-1', null, null)`,
    );
    await migrate(pool, [...eventStoreMigrations, ...lookMigrations]);
    await publishNews(pool, store);
    await publishNews(pool, store);
    const base = { what: 'list', subject: 'signed', asOf: '2025-12-31', asKnown: '2026-01-05T08:00:00.000Z' };
    expect(await looks(store, () => new Date()).page(null, 10)).toEqual([
      {
        ...{ id: 2, at: '2026-03-02T01:00:00.000Z', user: 'qian', unit: null },
        ...{ what: 'history', subject: 'p-1', asOf: null, asKnown: null },
      },
      { id: 1, at: '2026-03-01T16:30:00.250Z', user: 'zhao', unit: '01', ...base },
    ]);
    const [first] = await store.readStream('looks');
    expect(first!.event.occurredOn).toBe('2026-03-02'); // half past midnight in Shanghai
  } finally {
    await store.close();
    await database.drop();
  }
});
