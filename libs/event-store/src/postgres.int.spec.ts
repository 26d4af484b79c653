import { fork } from 'node:child_process';
import { join } from 'node:path';
import { migrate } from '#database';
import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { eventStoreContract, numbered } from './contract.ts';
import type { RecordedEvent } from '#domain';
import { eventStoreMigrations, postgresStore } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
});
afterAll(() => database.drop());

describe('the log in PostgreSQL', () => {
  eventStoreContract(async () => postgresStore(database));

  it('keeps fsync and synchronous commit on', async () => {
    const { rows } = await database.pool.query(`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync`);
    expect(rows).toEqual([{ fsync: 'on', sync: 'on' }]);
  });

  it('gives every event once and in order to a reader while four processes write', async () => {
    const store = postgresStore(database);
    const start = await store.head();
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe(start, async (events) => { seen.push(...events); });
    const writer = join(__dirname, '../../../test/support/log-writer.cjs');
    await Promise.all([1, 2, 3, 4].map((n) => new Promise<void>((done, fail) => {
      fork(writer, [database.url, String(n), '150'], { stdio: 'inherit' }).once('exit', (code) => { if (code === 0) done(); else fail(new Error(`writer ${n} ended with ${code}`)); });
    })));
    for (let waited = 0; seen.length < 600 && waited < 20_000; waited += 20) await new Promise((later) => { setTimeout(later, 20); });
    await subscription.stop();
    await store.close();
    expect(seen.map(({ position }) => position)).toEqual((await store.readAll(start, 10_000)).map(({ position }) => position));
    expect(seen).toHaveLength(600);
    for (const n of [1, 2, 3, 4]) // all four also wrote to one shared stream: none of its versions is missing or twice
      expect(seen.filter(({ stream }) => stream === `race-own-${n}`).map(({ version }) => version)).toEqual(Array.from({ length: 75 }, (_, i) => i + 1));
    expect(seen.filter(({ stream }) => stream === 'race-shared').map(({ version }) => version)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  });

  it('answers every caller, also when its connections are cut in the middle', async () => {
    const store = postgresStore(database);
    const cut = setInterval(() => {
      void database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'luodi'`).catch(() => undefined);
    }, 15);
    try {
    const answers = await Promise.all(Array.from({ length: 200 }, async (_, n) => {
      await new Promise((later) => { setTimeout(later, n); });
      return store.append(`cut-${n}`, 0, [numbered(n)]);
    }));
    clearInterval(cut);
    await new Promise((later) => { setTimeout(later, 100); });
    for (const { stream } of answers) expect(await store.readStream(stream)).toHaveLength(1);
    } finally { clearInterval(cut); await store.close(); }
  });
});
