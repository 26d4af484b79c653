import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { kurrentForTests, sayWhatIsLeftOut, type KurrentForTests } from '../../../../test/support/kurrent.ts';
import { eventStoreContract } from '../contract.ts';
import { eventStoreMigrations, kurrentStore } from '../index.ts';

let database: TestDatabase;
let kurrent: KurrentForTests;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
  kurrent = await kurrentForTests();
  sayWhatIsLeftOut();
});
afterAll(async () => {
  kurrent.stop();
  await database.drop();
});

describe('the log in KurrentDB', () => {
  eventStoreContract(async () => kurrentStore({ url: kurrent.url, pool: database.pool, prefix: `t${randomUUID()}-` }));
});
