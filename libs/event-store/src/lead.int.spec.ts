import { migrate } from '#database';
import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { eventStoreMigrations, leadOf } from './index.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
});
afterEach(() => database.drop());

const again = (): Promise<void> => new Promise((later) => setTimeout(later, 20));

it('one of two leads; the other waits until that one has come as far, and folds nothing', async () => {
  const [here, there] = [leadOf(database.pool, 'projects'), leadOf(database.pool, 'projects')];
  expect([await here.hold(), await leadOf(database.pool, 'reminders').hold()]).toEqual([true, true]);
  let [at, folded] = [0n, 0];
  const waiting = there.reach(
    5n,
    async () => at,
    async () => {
      folded += 1;
    },
  );
  await here.during(async () => {
    at = 5n;
    await waiting;
  });
  expect(folded).toBe(0);
});

it('where the one that leads says no more, the other takes over; one that leaves is followed at once', async () => {
  const [here, there] = [leadOf(database.pool, 'projects'), leadOf(database.pool, 'projects')];
  expect(await here.hold()).toBe(true);
  let folded = 0;
  const work = async (): Promise<void> => {
    folded += 1;
  };
  await there.reach(5n, async () => 0n, work); // `here` is as good as killed
  expect([folded, await leadOf(database.pool, 'projects').hold()]).toEqual([1, false]);
  await there.leave();
  await leadOf(database.pool, 'projects').reach(5n, async () => 0n, work);
  expect(folded).toBe(2);
});

it('who works on leads on', async () => {
  const [here, there] = [leadOf(database.pool, 'projects'), leadOf(database.pool, 'projects')];
  const until = async (): Promise<string> =>
    (await database.pool.query<{ until: string }>('select until::text from lead')).rows[0]!.until;
  expect(await here.hold()).toBe(true);
  const first = await until();
  await here.during(async () => {
    while ((await until()) === first) await again();
    expect(await there.hold()).toBe(false);
  });
});
