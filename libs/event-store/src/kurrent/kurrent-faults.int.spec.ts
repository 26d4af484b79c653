import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { migrate } from '#database';
import { UPCASTERS, type RecordedEvent } from '#domain';
import { FROM_SOURCE } from '../../../../test/support/from-source.ts';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { kurrentForTests, onStandInOnly, type KurrentForTests } from '../../../../test/support/kurrent.ts';
import type { StandIn } from '../../../../test/support/kurrent-stand-in.ts';
import { numbered } from '../contract.ts';
import { AppendTooLarge, ClockBehind, eventStoreMigrations, hashOf, kurrentStore, type EventStore } from '../index.ts';

let database: TestDatabase;
let kurrent: KurrentForTests;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
  kurrent = await kurrentForTests();
});
afterAll(async () => {
  kurrent.stop();
  await database.drop();
});

const opened: EventStore[] = [];
const open = (prefix: string, more: { now?: () => number; raw?: boolean; watchEvery?: number } = {}): EventStore => {
  const store = kurrentStore({ url: kurrent.url, pool: database.pool, prefix, ...more });
  opened.push(store);
  return store;
};
afterEach(async () => {
  await database.pool.query('truncate log_page, log_stream'); // a database keeps the directory of one log
  for (let store = opened.pop(); store !== undefined; store = opened.pop()) await store.close();
});
const ownPrefix = (): string => `t${randomUUID()}-`;
const later = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await later(20);
};
const numbersOf = (facts: readonly RecordedEvent[]): number[] =>
  facts.map(({ event }) => (event.data as { n: number }).n);

describe('several processes on one KurrentDB', () => {
  it('give a reader every record once and in order, while four of them write', async () => {
    const prefix = ownPrefix();
    const store = open(prefix);
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe(0n, async (facts) => {
      seen.push(...facts);
    });
    const writer = join(__dirname, '../../../../test/support/kurrent-writer.cjs');
    await Promise.all(
      [1, 2, 3, 4].map(
        (n) =>
          new Promise<void>((done, fail) => {
            const told = [kurrent.url, database.url, prefix, String(n), '60'];
            fork(writer, told, { stdio: 'inherit', execArgv: FROM_SOURCE }).once('exit', (code) => {
              if (code === 0) done();
              else fail(new Error(`writer ${n} ended with ${code}`));
            });
          }),
      ),
    );
    await until(() => seen.length >= 240);
    await subscription.stop();
    expect(seen).toEqual(await store.readAll(0n, 10_000));
    const versions = (stream: string) => seen.filter((one) => one.stream === stream).map(({ version }) => version);
    for (const n of [1, 2, 3, 4])
      expect(versions(`race-own-${n}`)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(versions('race-shared')).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    for (const [index, { previousHash }] of seen.filter(({ stream }) => stream === 'race-shared').entries())
      if (index > 0) expect(previousHash).toBe(seen.filter(({ stream }) => stream === 'race-shared')[index - 1]!.hash);
  }, 600_000);

  it('decide on what is stored where another of them wrote first', async () => {
    const prefix = ownPrefix();
    const [here, there] = [open(prefix), open(prefix)];
    const command = randomUUID();
    await here.append('a', 0, [numbered(1)]);
    await there.append('a', 1, [numbered(2)]);
    await expect(here.append('a', 1, [numbered(3)])).rejects.toMatchObject({ expected: 1, actual: 2 });
    expect(await here.append('a', 'any', [numbered(4, command)])).toMatchObject({ version: 3, repeated: false });
    expect(await there.append('a', 2, [numbered(4, command)])).toMatchObject({ version: 3, repeated: true });
    expect(numbersOf(await there.readStream('a'))).toEqual([1, 2, 4]);
  });

  it('keep logs of other beginnings on the same server apart', async () => {
    const [ours, theirs] = [open(ownPrefix()), open(ownPrefix())];
    await theirs.append('a', 0, [numbered(1)]);
    expect([await ours.head(), await ours.readAll(0n, 10), await ours.readStream('a')]).toEqual([0n, [], []]);
  });
});

describe('instants in KurrentDB', () => {
  it('follow what other processes recorded, and are refused by a clock that stands minutes behind', async () => {
    const prefix = ownPrefix();
    const began = Date.now();
    const ahead = open(prefix, { now: () => began + 3_600_000 });
    const [first] = (await ahead.append('a', 0, [numbered(1)])).events;
    const little = open(prefix, { now: () => began + 3_540_000 });
    const [second] = (await little.append('b', 0, [numbered(2)])).events;
    expect(second!.recordedAt > first!.recordedAt).toBe(true);
    await expect(open(prefix).append('a', 1, [numbered(3)])).rejects.toBeInstanceOf(ClockBehind);
    expect(await little.positionAt(first!.recordedAt)).toBe(first!.position);
    expect(await little.positionAt(second!.recordedAt)).toBe(second!.position);
  });
  it('find their position over many pages of the directory', async () => {
    let clock = Date.parse('2031-01-01T00:00:00Z');
    const store = open(ownPrefix(), { now: () => (clock += 1_000) });
    const answers = await store.appendMany(
      Array.from({ length: 24 }, (_, stream) => ({
        stream: `project-${stream}`,
        expected: 0 as const,
        events: Array.from({ length: 100 }, (_, n) => numbered(n)),
      })),
    );
    for (const answer of answers) {
      if (answer instanceof Error) throw answer;
      const { events, position } = answer;
      expect(await store.positionAt(events[0]!.recordedAt)).toBeGreaterThanOrEqual(position);
    }
    const head = await store.head();
    expect(await store.readAll(await store.placeBefore(head - 1n), 5)).toHaveLength(1);
  });
});

describe('more than the server takes at once', () => {
  const large = (bytes: number) => {
    const fact = numbered(1);
    return { ...fact, event: { ...fact.event, data: { n: 1, text: 'x'.repeat(bytes) } } };
  };
  it('is refused, and it goes on', async () => {
    const store = open(ownPrefix());
    const others = Array.from({ length: 20 }, (_, n) => store.append(`other-${n}`, 0, [numbered(n)]));
    await expect(store.append('a', 0, [large(20_000_000)])).rejects.toBeInstanceOf(AppendTooLarge);
    expect(await store.append('a', 0, [numbered(2)])).toMatchObject({ version: 1, repeated: false });
    await Promise.all(others); // what is under way beside it comes through
  });
  onStandInOnly()('of a server whose MaxAppendSize is 1 MB', () => {
    it('is refused too', async () => {
      const store = open(ownPrefix());
      await expect(store.append('a', 0, [large(1_200_000)])).rejects.toBeInstanceOf(AppendTooLarge);
      expect(await store.append('a', 0, [numbered(2)])).toMatchObject({ version: 1, repeated: false });
    });
  });
});

it('reads a record of an older schema version as today’s, and as written where asked', async () => {
  const prefix = ownPrefix();
  const [store, raw] = [open(prefix), open(prefix, { raw: true })];
  await store.append('older', 0, [numbered(1)]);
  UPCASTERS['Numbered'] = { 1: ({ n, ...rest }) => ({ ...rest, number: n }) };
  try {
    expect((await store.readStream('older'))[0]).toMatchObject({ schemaVersion: 2, event: { data: { number: 1 } } });
    const [written] = await raw.readStream('older');
    expect(written).toMatchObject({ schemaVersion: 1, event: { data: { n: 1 } } });
    expect(hashOf(written!)).toBe(written!.hash);
  } finally {
    delete UPCASTERS['Numbered'];
  }
});

onStandInOnly()('where the server goes away', () => {
  const standIn = (): StandIn => kurrent.standIn!;

  it('gives again what a node did not take that is cut off from its leader', async () => {
    const store = open(ownPrefix());
    standIn().loseLeader(4);
    expect(await store.append('a', 0, [numbered(1)])).toMatchObject({ version: 1, repeated: false });
  });

  it('stores once what was stored while its answer got lost', async () => {
    const store = open(ownPrefix());
    await store.append('a', 0, [numbered(1)]);
    standIn().loseNextAnswer();
    expect(await store.append('a', 1, [numbered(2)])).toMatchObject({ version: 2, repeated: true });
    expect(numbersOf(await store.readStream('a'))).toEqual([1, 2]);
  });

  it('answers every caller and gives a reader every record once, however often it is killed', async () => {
    const store = open(ownPrefix());
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe(0n, async (facts) => {
      seen.push(...facts);
    });
    const kills = (async () => {
      for (let n = 0; n < 5; n += 1) {
        await later(150);
        standIn().kill();
        await later(100);
        await standIn().start();
      }
    })();
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        await later(n * 10);
        return store.append(`cut-${n % 20}`, 'any', [numbered(n)]);
      }),
    );
    await kills;
    expect(new Set(answers.map(({ position }) => position)).size).toBe(100);
    await until(() => seen.length >= 100);
    await subscription.stop();
    expect(seen).toEqual(await store.readAll(0n, 1_000));
    expect(numbersOf(seen).sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n));
  }, 600_000);

  it('subscribes again where a subscription has gone silent while the log grows', async () => {
    const store = open(ownPrefix(), { watchEvery: 50 });
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe(0n, async (facts) => {
      seen.push(...facts);
    });
    await store.append('a', 0, [numbered(1)]);
    await until(() => seen.length === 1);
    standIn().deafen();
    await store.append('a', 1, [numbered(2)]);
    await later(200);
    expect(seen).toHaveLength(1);
    standIn().hear(); // the old subscription stays silent: nothing wakes it
    await until(() => seen.length === 2);
    await subscription.stop();
    expect(numbersOf(seen)).toEqual([1, 2]);
  }, 600_000);
});
