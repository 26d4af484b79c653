import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { migrate } from './migrations.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const steps = [
  { id: 'a-1', sql: 'create table a (n integer)' },
  { id: 'a-2', sql: 'alter table a add column m integer' },
];

describe('laying the tables', () => {
  it('takes each step once, in order', async () => {
    expect(await migrate(database.pool, steps.slice(0, 1))).toEqual(['a-1']);
    expect(await migrate(database.pool, steps)).toEqual(['a-2']);
    expect(await migrate(database.pool, steps)).toEqual([]);
  });
  it('takes each step once where several processes start at once', async () => {
    const taken = await Promise.all([1, 2, 3].map(() => migrate(database.pool, steps)));
    expect(taken.flat().sort()).toEqual(['a-1', 'a-2']);
  });
  it('refuses a database whose applied steps read otherwise', async () => {
    await migrate(database.pool, steps);
    await expect(migrate(database.pool, [{ id: 'a-1', sql: 'create table a (n bigint)' }])).rejects.toMatchObject({
      name: 'Unreachable',
      code: 'migration-changed',
      detail: 'a-1',
    });
  });
  it('takes all steps or none', async () => {
    await expect(migrate(database.pool, [...steps, { id: 'a-3', sql: 'no sql' }])).rejects.toMatchObject({
      code: '42601',
    });
    expect(await migrate(database.pool, steps)).toEqual(['a-1', 'a-2']);
  });
});
