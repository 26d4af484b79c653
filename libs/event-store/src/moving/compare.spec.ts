import type { RecordedEvent } from '#domain';
import { numbered } from '../contract.ts';
import { memoryStore } from '../memory.ts';
import { comparison } from './compare.ts';
import { copyOn } from './copy.ts';
import { LogsDiffer, type KeptLog } from './kept-log.ts';

/** A log of two streams whose records stand between each other's. */
const recorded = async (times = 2) => {
  const store = memoryStore();
  for (let n = 0; n < times; n += 1) {
    await store.append('project-a', n, [numbered(n)]);
    await store.append('project-b', n, [numbered(n)]);
  }
  return store;
};
const all = (store: Awaited<ReturnType<typeof recorded>>) => store.readAll(0n, 100_000);
/** Some records as a log answers them. */
const holding = (records: readonly RecordedEvent[]) => ({
  readAll: async (after: bigint, limit: number) => records.filter(({ position }) => position > after).slice(0, limit),
});

it('two logs that say the same are the same, and it is told how much that is', async () => {
  const store = await recorded(600);
  const { upTo } = comparison(store);
  const other = holding(await all(store));
  expect(await upTo(1_200n, other)).toEqual({ events: 1_200, streams: 2 });
  await store.append('project-c', 0, [numbered(1)]);
  const more = holding(await all(store));
  expect(await upTo(1_200n, more)).toEqual({ events: 1_200, streams: 2 }); // what came since is not asked about
  expect(await upTo(1_201n, more)).toEqual({ events: 1_201, streams: 3 }); // and now goes on from there
});

it('nothing is the same as nothing', async () => {
  expect(await comparison(holding([])).upTo(0n, holding([]))).toEqual({ events: 0, streams: 0 });
  expect(await comparison(holding([])).upTo(5n, holding([]))).toEqual({ events: 0, streams: 0 });
});

type Change = (record: RecordedEvent) => RecordedEvent;
it.each<readonly [string, Change]>([
  ['at another position', (one) => ({ ...one, position: one.position + 10n })],
  ['in another stream', (one) => ({ ...one, stream: 'project-z' })],
  ['as another version', (one) => ({ ...one, version: one.version + 1 })],
  ['under another id', (one) => ({ ...one, id: 'another' })],
  ['with another hash', (one) => ({ ...one, hash: 'f'.repeat(64) })],
  [
    'with other content under its hash',
    (one) => ({ ...one, event: { ...one.event, occurredOn: '2026-01-06' } as never }),
  ],
  ['on another predecessor', (one) => ({ ...one, previousHash: 'f'.repeat(64) })],
])('a record that the other log has %s is found', async (_how, change) => {
  const store = await recorded();
  const records = await all(store);
  const brought = records.map((one, index) => (index === 2 ? change(one) : one));
  await expect(comparison(store).upTo(4n, holding(brought))).rejects.toThrow(new LogsDiffer(records[2]!));
});

it('a chain that is broken in both logs alike is found too', async () => {
  const records = await all(await recorded());
  const broken = holding(records.filter((_one, index) => index !== 0)); // the first of its stream is gone
  await expect(comparison(broken).upTo(4n, broken)).rejects.toThrow(new LogsDiffer(records[2]!));
  const forged = holding(records.map((one, index) => (index === 2 ? { ...one, previousHash: 'f'.repeat(64) } : one)));
  await expect(comparison(forged).upTo(4n, forged)).rejects.toThrow(new LogsDiffer(records[2]!));
});

it('a record that the other log has not, and one that it has besides, are found', async () => {
  const store = await recorded();
  const records = await all(store);
  await expect(comparison(store).upTo(4n, holding(records.slice(0, 3)))).rejects.toThrow(new LogsDiffer(records[3]!));
  const less = holding(records.slice(0, 3));
  await expect(comparison(less).upTo(4n, holding(records))).rejects.toThrow(new LogsDiffer(records[3]!));
  expect(await comparison(less).upTo(3n, holding(records))).toEqual({ events: 3, streams: 2 });
});

/** A log that takes what it is brought, and says in what pages. */
const taking = (records: RecordedEvent[] = []) => {
  const pages: number[] = [];
  const to: KeptLog = {
    last: async () => records.at(-1) ?? null,
    keep: async (page) => {
      pages.push(page.length);
      records.push(...page);
    },
    settle: async () => undefined,
    close: async () => undefined,
  };
  return { to, records, pages };
};

it('a log is brought page by page, and each page is told', async () => {
  const from = await recorded(400);
  const { to, records, pages } = taking();
  const reached: bigint[] = [];
  expect(await copyOn({ from, to, reached: (position) => reached.push(position) })).toBe(800n);
  expect([pages, reached]).toEqual([
    [500, 300],
    [500n, 800n],
  ]);
  expect(records).toEqual(await all(from));
});

it('broken off, it goes on where it stood; nothing is brought twice', async () => {
  const from = await recorded();
  const { to, records, pages } = taking([...(await all(from)).slice(0, 3)]);
  expect(await copyOn({ from, to, reached: () => undefined })).toBe(4n);
  expect([pages, records]).toEqual([[1], await all(from)]);
  expect(await copyOn({ from, to, reached: () => undefined })).toBe(4n);
  expect(pages).toEqual([1]);
});

it.each<readonly [string, Change]>([
  ['with another hash', (one) => ({ ...one, hash: 'f'.repeat(64) })],
  ['in another stream', (one) => ({ ...one, stream: 'project-z' })],
  ['at a place where this one has none', (one) => ({ ...one, position: 99n })],
])('a log that ends %s is another log: nothing is brought into it', async (_how, change) => {
  const from = await recorded();
  const last = change((await all(from))[3]!);
  const { to, pages } = taking([last]);
  await expect(copyOn({ from, to, reached: () => undefined })).rejects.toThrow(new LogsDiffer(last));
  expect(pages).toEqual([]);
});
