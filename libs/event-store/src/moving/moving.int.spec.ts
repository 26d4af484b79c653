import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import type { RecordedEvent } from '#domain';
import { kurrentForTests, type KurrentForTests } from '../../../../test/support/kurrent.ts';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { numbered } from '../contract.ts';
import {
  comparison,
  copyOn,
  eventStoreMigrations,
  keepInKurrent,
  keepInPostgres,
  kurrentStore,
  LogsDiffer,
  postgresStore,
  type EventStore,
  type KeptLog,
} from '../index.ts';

let kurrent: KurrentForTests;
let one: TestDatabase;
let other: TestDatabase;
const open: { readonly close: () => Promise<void> }[] = [];
const opened = <Log extends { readonly close: () => Promise<void> }>(log: Log): Log => {
  open.push(log);
  return log;
};
beforeAll(async () => {
  kurrent = await kurrentForTests();
});
beforeEach(async () => {
  [one, other] = [await freshDatabase(), await freshDatabase()];
  for (const { pool } of [one, other]) await migrate(pool, eventStoreMigrations);
});
afterEach(async () => {
  for (let log = open.pop(); log !== undefined; log = open.pop()) await log.close();
  await one.drop();
  await other.drop();
});
afterAll(() => {
  kurrent.stop();
});

const inPostgres = (database: TestDatabase): EventStore => opened(postgresStore({ ...database, raw: true }));
const inKurrent = (prefix: string): EventStore =>
  opened(kurrentStore({ url: kurrent.url, pool: one.pool, prefix, raw: true }));
const intoKurrent = (prefix: string): KeptLog => opened(keepInKurrent({ url: kurrent.url, pool: one.pool, prefix }));
const ownPrefix = (): string => `t${randomUUID()}-`;
const quietly = (): void => undefined;

/** Some forty records in seven streams, one after the other and several at once. */
const write = async (store: EventStore): Promise<void> => {
  for (let n = 0; n < 24; n += 1)
    await store.append(`project-${n % 7}`, 'any', n % 3 === 0 ? [numbered(n), numbered(n + 0.5)] : [numbered(n)]);
};
const all = (store: EventStore): Promise<readonly RecordedEvent[]> => store.readAll(0n, 10_000);
const move = async (from: EventStore, to: KeptLog): Promise<void> => {
  await copyOn({ from, to, reached: quietly });
  await to.settle();
};

it('a log is read in KurrentDB as in PostgreSQL, from any of its positions, and goes on behind them', async () => {
  const [from, prefix] = [inPostgres(one), ownPrefix()];
  await write(from);
  await one.pool.query('update event set position = position * 1000000007'); // further than this server has come
  await move(from, intoKurrent(prefix));
  const to = inKurrent(prefix);
  const records = await all(from);
  expect(await all(to)).toEqual(records);
  for (const { position, recordedAt } of records) {
    expect(await to.readAll(position, 3)).toEqual(records.filter((record) => record.position > position).slice(0, 3));
    expect((await to.recordAt(position))?.position).toBe(position);
    expect(await to.recordAt(position + 1n)).toBeNull();
    expect(await to.placeBefore(position + 1n)).toBe(position);
    expect(await to.positionAt(recordedAt)).toBeGreaterThanOrEqual(position);
  }
  const [middle, last] = [records[20]!, records.at(-1)!];
  const seen: bigint[] = [];
  const subscription = to.subscribe(middle.position, async (facts) => {
    seen.push(...facts.map(({ position }) => position));
  });
  const next = await to.append('project-1', 'any', [numbered(99)]);
  expect(next.position > last.position).toBe(true);
  expect(await to.head()).toBe(next.position);
  expect((await to.recordAt(next.position))?.hash).toBe(next.events[0]!.hash);
  expect(next.events[0]!.previousHash).toBe(records.findLast(({ stream }) => stream === 'project-1')!.hash);
  const wanted = [...records.slice(21).map(({ position }) => position), next.position];
  while (seen.length < wanted.length) await new Promise((later) => setTimeout(later, 20));
  await subscription.stop();
  expect(seen).toEqual(wanted);
}, 600_000);

it('a move that is broken off after any record goes on there', async () => {
  const [from, prefix] = [inPostgres(one), ownPrefix()];
  await write(from);
  const to = intoKurrent(prefix);
  const records = await all(from);
  for (const upTo of [1, 2, 13]) {
    const torn: KeptLog = {
      ...to,
      keep: async (page) => {
        await to.keep(page.slice(0, upTo));
        throw new Error('killed');
      },
    };
    await expect(copyOn({ from, to: torn, reached: quietly })).rejects.toThrow('killed');
  }
  await to.keep(records.slice(8, 16)); // its answer was lost
  await move(from, to);
  expect(await all(inKurrent(prefix))).toEqual(records);
}, 600_000);

it('a log comes to PostgreSQL with its positions, and back to the KurrentDB from which it came', async () => {
  const prefix = ownPrefix();
  const first = inKurrent(prefix);
  await write(first);
  await move(first, keepInPostgres(other.pool));
  const here = inPostgres(other);
  expect(await all(here)).toEqual(await all(first));
  await write(here);
  await move(here, intoKurrent(prefix));
  const back = inKurrent(prefix);
  expect(await all(back)).toEqual(await all(here));
  const next = await back.append('project-2', 'any', [numbered(1)]);
  expect((await back.readAll(await here.head(), 5)).map(({ position }) => position)).toEqual([next.position]);
}, 600_000);

it('logs that differ are found out: another one that stands there already, and a record that says something else', async () => {
  const [from, to, prefix] = [inPostgres(one), inPostgres(other), ownPrefix()];
  await write(from);
  await write(to);
  await expect(copyOn({ from, to: keepInPostgres(other.pool), reached: quietly })).rejects.toBeInstanceOf(LogsDiffer);
  await move(from, intoKurrent(prefix));
  const brought = inKurrent(prefix);
  const [head, { length }] = [await from.head(), await all(from)];
  expect(await comparison(from).upTo(head, brought)).toEqual({ events: length, streams: 7 });
  const altered = {
    readAll: async (after: bigint, limit: number) =>
      (await brought.readAll(after, limit)).map((record) =>
        record.position === 9n ? { ...record, event: { ...record.event, data: {} } } : record,
      ),
  };
  await expect(comparison(from).upTo(head, altered)).rejects.toMatchObject({ record: { position: 9n } });
  await brought.append('project-1', 'any', [numbered(1)]);
  const shorter = {
    readAll: async (after: bigint, limit: number) =>
      (await all(from))
        .slice(0, 12)
        .filter(({ position }) => position > after)
        .slice(0, limit),
  };
  await expect(comparison(shorter).upTo(head, brought)).rejects.toBeInstanceOf(LogsDiffer);
  await expect(comparison(brought).upTo(head, shorter)).rejects.toBeInstanceOf(LogsDiffer);
}, 600_000);
