import { migrate } from '#database';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { numbered } from '../contract.ts';
import { eventStoreMigrations, logHome, moveHome, postgresStore } from '../index.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
  await logHome(database.pool, 'postgres');
});
afterEach(() => database.drop());

const codeOf = (error: unknown): string => String((error as { readonly code?: string }).code);

it('of a log that moves away under its writers nothing is lost: what is recorded while it moves stops the move, and after it every append is refused', async () => {
  const stores = Array.from({ length: 4 }, () => postgresStore(database));
  const [one] = stores;
  const holder = await database.pool.connect();
  const moved = async (upTo: bigint): Promise<boolean> =>
    moveHome(holder, { from: 'postgres', to: 'kurrentdb', upTo }, async () => undefined);
  const appended = (n: number): Promise<readonly string[]> =>
    Promise.all(
      stores.map((store, writer) =>
        store.append(`project-${writer}`, 'any', [numbered(n)]).then(() => 'stored', codeOf),
      ),
    );
  expect(await appended(0)).toEqual(Array.from({ length: 4 }, () => 'stored'));
  expect(await moved((await one!.head()) - 1n)).toBe(false); // one record was not brought
  for (let round = 1; round <= 40; round += 1) {
    const upTo = await one!.head();
    const writing = round % 2 === 0 ? appended(round) : null;
    const moving = moved(upTo);
    const answers = await (writing ?? appended(round));
    const isMoved = await moving;
    const head = await one!.head();
    expect([round, isMoved, head === upTo]).toEqual([round, isMoved, isMoved]);
    if (isMoved) expect(answers).toEqual(Array.from({ length: 4 }, () => 'log-elsewhere'));
    else expect(await moved(head)).toBe(true);
    expect(await appended(round + 0.5)).toEqual(Array.from({ length: 4 }, () => 'log-elsewhere'));
    expect(await one!.head()).toBe(head);
    await database.pool.query(`update log_home set kind = 'postgres'`);
  }
  holder.release();
  for (const store of stores) await store.close();
}, 600_000);
