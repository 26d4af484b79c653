import { fork } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#database';
import { FROM_SOURCE } from '../../../test/support/from-source.ts';
import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { until } from '../../../test/support/soon.ts';
import { eventStoreContract, numbered } from './contract.ts';
import { UPCASTERS, type RecordedEvent } from '#domain';
import { ClockBehind, eventStoreMigrations, hashOf, postgresStore } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
});
afterAll(() => database.drop());

describe('the log in PostgreSQL', () => {
  eventStoreContract(async () => postgresStore(database));

  it('keeps fsync and synchronous commit on', async () => {
    const { rows } = await database.pool.query(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync`,
    );
    expect(rows).toEqual([{ fsync: 'on', sync: 'on' }]);
  });

  it('gives every event once and in order to a reader while four processes write', async () => {
    const store = postgresStore(database);
    const start = await store.head();
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe(start, async (events) => {
      seen.push(...events);
    });
    const writer = join(__dirname, '../../../test/support/log-writer.cjs');
    await Promise.all(
      [1, 2, 3, 4].map(
        (n) =>
          new Promise<void>((done, fail) => {
            fork(writer, [database.url, String(n), '150'], { stdio: 'inherit', execArgv: FROM_SOURCE }).once(
              'exit',
              (code) => {
                if (code === 0) done();
                else fail(new Error(`writer ${n} ended with ${code}`));
              },
            );
          }),
      ),
    );
    await until('all records', () => seen.length >= 600);
    await subscription.stop();
    await store.close();
    expect(seen.map(({ position }) => position)).toEqual(
      (await store.readAll(start, 10_000)).map(({ position }) => position),
    );
    expect(seen).toHaveLength(600);
    for (const n of [1, 2, 3, 4])
      // all four also wrote to one shared stream: none of its versions is missing or twice
      expect(seen.filter(({ stream }) => stream === `race-own-${n}`).map(({ version }) => version)).toEqual(
        Array.from({ length: 75 }, (_, i) => i + 1),
      );
    expect(seen.filter(({ stream }) => stream === 'race-shared').map(({ version }) => version)).toEqual(
      Array.from({ length: 300 }, (_, i) => i + 1),
    );
  });

  it('reads on a stream that another process has written to, also where more has happened since than can be followed', async () => {
    const [ours, theirs] = [postgresStore(database), postgresStore(database)];
    const versions = async (after: number): Promise<readonly number[]> =>
      (await ours.readStream('shared', after)).map(({ version }) => version);
    await theirs.append('shared', 0, [numbered(1)]);
    expect(await versions(0)).toEqual([1]);
    expect(await versions(1)).toEqual([]);
    await theirs.append('shared', 1, [numbered(2)]);
    expect(await versions(1)).toEqual([2]);
    await theirs.append('shared', 2, [numbered(3)]);
    await theirs.append(
      'elsewhere',
      'any',
      Array.from({ length: 2_500 }, (_, n) => numbered(n)),
    );
    expect(await versions(2)).toEqual([3]);
    expect(await versions(3)).toEqual([]);
    expect(await versions(0)).toEqual([1, 2, 3]);
    await Promise.all([ours.close(), theirs.close()]);
  });

  it('writes on where another process wrote in between, refuses what that outdated, and knows the commands that it gave', async () => {
    const [ours, theirs, looking] = [postgresStore(database), postgresStore(database), postgresStore(database)];
    const start = await looking.head();
    await ours.append('in-turn', 0, [numbered(1)]);
    await ours.append('in-turn', 1, [numbered(2)]); // where the log ends is known now
    const given = numbered(3, 'given-to-both');
    await theirs.append('in-turn', 2, [given]);
    await expect(ours.append('in-turn', 2, [numbered(9)])).rejects.toMatchObject({ expected: 2, actual: 3 });
    expect(await ours.append('in-turn', 2, [given])).toMatchObject({ version: 3, repeated: true });
    await ours.append('in-turn', 3, [numbered(4)]);
    await ours.append('in-turn-too', 0, [numbered(5)]);
    await theirs.append('in-turn', 4, [numbered(6)]);
    await ours.append('in-turn', 5, [numbered(7)]);
    const all = await looking.readAll(start, 100);
    expect(all.map(({ stream, version }) => `${stream} ${version}`)).toEqual([
      ...[1, 2, 3, 4].map((version) => `in-turn ${version}`),
      'in-turn-too 1',
      'in-turn 5',
      'in-turn 6',
    ]);
    expect(all.map(({ position }) => position - start)).toEqual([1n, 2n, 3n, 4n, 5n, 6n, 7n]);
    for (const store of [ours, theirs])
      for (const [index, { position }] of all.entries()) {
        expect(await store.readAll(position, 100)).toEqual(all.slice(index + 1));
        expect(await store.readAll(position, 2, { streamPrefix: 'in-turn-' })).toEqual(
          all.slice(index + 1).filter(({ stream }) => stream === 'in-turn-too'),
        );
      }
    const own = await looking.readStream('in-turn');
    expect(own.map(hashOf)).toEqual(own.map(({ hash }) => hash));
    expect(own.slice(1).map(({ previousHash }) => previousHash)).toEqual(own.slice(0, -1).map(({ hash }) => hash));
    await Promise.all([ours.close(), theirs.close(), looking.close()]);
  });

  it("records later transactions at later instants, also where the machine's clock goes back", async () => {
    const began = Date.now() + 1_000; // after whatever the other tests recorded
    let clock = began;
    const store = postgresStore({ ...database, now: () => clock });
    const first = await store.append('clock', 'any', [numbered(1), numbered(2)]);
    clock -= 60_000;
    await store.append('clock', 'any', [numbered(3)]);
    await store.append('clock', 'any', [numbered(4)]);
    expect((await store.readStream('clock')).map(({ recordedAt }) => Date.parse(recordedAt) - began)).toEqual([
      0, 0, 1, 2,
    ]);
    expect(await store.positionAt(new Date(began).toISOString())).toBe(first.position);
    await store.close();
  });

  it("reads an event of an older schema version as today's, and as written where asked", async () => {
    const [store, asWritten] = [postgresStore(database), postgresStore({ ...database, raw: true })];
    await store.append('older', 0, [numbered(1)]);
    UPCASTERS['Numbered'] = { 1: ({ n, ...rest }) => ({ ...rest, number: n }) };
    try {
      expect((await store.readStream('older'))[0]).toMatchObject({ schemaVersion: 2, event: { data: { number: 1 } } });
      const [written] = await asWritten.readStream('older');
      expect(written).toMatchObject({ schemaVersion: 1, event: { data: { n: 1 } } });
      expect(hashOf(written!)).toBe(written!.hash);
    } finally {
      delete UPCASTERS['Numbered'];
    }
    await Promise.all([store.close(), asWritten.close()]);
  });

  it('passes a mistake of the caller on, once, and goes on with the others', async () => {
    const store = postgresStore(database);
    const broken = { ...numbered(1), id: 'no uuid' };
    const answers = await Promise.allSettled([
      store.append('neighbour-1', 0, [numbered(1)]),
      store.append('broken', 0, [broken]),
      store.append('neighbour-2', 0, [numbered(1)]),
    ]);
    expect(
      answers.map((answer) =>
        answer.status === 'fulfilled' ? answer.value.version : (answer.reason as { code: string }).code,
      ),
    ).toEqual([1, '22P02', 1]);
    expect(await store.append('broken', 0, [numbered(1)])).toMatchObject({ version: 1 });
    await store.close();
  });

  it('answers every caller, also when its connections are cut in the middle', async () => {
    const store = postgresStore(database);
    const uncut = new pg.Pool({ connectionString: database.url, application_name: 'reader' });
    let lastCut: Promise<unknown> = Promise.resolve();
    const cut = setInterval(() => {
      lastCut = database.pool
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'luodi'`,
        )
        .catch(() => undefined);
    }, 15);
    try {
      const answers = await Promise.all(
        Array.from({ length: 200 }, async (_, n) => {
          await new Promise((later) => {
            setTimeout(later, n);
          });
          return store.append(`cut-${n}`, 0, [numbered(n)]);
        }),
      );
      clearInterval(cut);
      await lastCut;
      const { rows } = await uncut.query(
        `select stream, version from event where stream like 'cut-%' order by position`,
      );
      expect(new Set(rows.map(({ stream }) => stream as string))).toEqual(new Set(answers.map(({ stream }) => stream)));
      expect(rows).toHaveLength(answers.length);
    } finally {
      clearInterval(cut);
      await uncut.end();
      await store.close();
    }
  });
});

it('refuses to record where the clock stands minutes before the last record, and goes on where it steps back a little', async () => {
  let clock = Date.parse('2031-05-05T00:00:00Z');
  const own = await freshDatabase();
  await migrate(own.pool, eventStoreMigrations);
  const store = postgresStore({ ...own, now: () => clock });
  await store.append('purse-a', 0, [numbered(1)]);
  clock -= 60_000;
  await store.append('purse-a', 1, [numbered(1)]);
  clock -= 3_600_000;
  await expect(store.append('purse-a', 2, [numbered(1)])).rejects.toBeInstanceOf(ClockBehind);
  clock += 3_600_000;
  await store.append('purse-a', 2, [numbered(1)]);
  await store.close();
  await own.drop();
});
