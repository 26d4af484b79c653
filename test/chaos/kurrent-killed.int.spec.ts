import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { EVERYWHERE, verify } from '#audit';
import { migrate } from '#database';
import type { RecordedEvent } from '#domain';
import { eventStoreMigrations, kurrentStore, type EventStore } from '#event-store';
import { numbered } from '../../libs/event-store/src/contract.ts';
import { leaveOut } from '../support/left-out.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { pause, until } from '../support/soon.ts';

const url = process.env['KURRENTDB_URL'];
/** A command that kills a node of that KurrentDB (kill -9) and starts it again: `docker kill log-1 && docker start log-1`. */
const breaking = process.env['KURRENTDB_BREAK'];
const isReal = url !== undefined && breaking !== undefined;
if (!isReal)
  leaveOut('a KurrentDB killed with -9 (test/chaos/kurrent-killed): KURRENTDB_URL, KURRENTDB_BREAK are not set');

const ROUNDS = Number(process.env['KURRENTDB_BREAKS'] ?? 4);
const WRITERS = 4;
const STREAMS = 12;

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
});
afterAll(() => database.drop());

/** Given again until it is answered, under the same command. */
const given = async (store: EventStore, stream: string, fact: ReturnType<typeof numbered>): Promise<number> => {
  for (const began = performance.now(); ; await pause(50))
    try {
      await store.append(stream, 'any', [fact]);
      return performance.now() - began;
    } catch (error) {
      if ((error as Error).name !== 'LogAway') throw error;
    }
};

(isReal ? it : it.skip)(
  'a KurrentDB killed with -9 while several write and one reads: what is acknowledged is stored once, read once, and verifies',
  async () => {
    const prefix = `t${randomUUID().slice(0, 8)}-`;
    const open = (): EventStore => kurrentStore({ url: url!, pool: database.pool, prefix });
    const stores = Array.from({ length: WRITERS }, open);
    const reader = open();
    const seen: RecordedEvent[] = [];
    const following = reader.subscribe(0n, async (facts) => {
      seen.push(...facts);
    });
    let isOver = false;
    let acknowledged = 0;
    const waits: number[] = [];
    const writing = stores.map(async (store, writer) => {
      for (let n = writer; !isOver; n += WRITERS) {
        waits.push(await given(store, `project-${n % STREAMS}`, numbered(n)));
        acknowledged += 1;
      }
    });
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = acknowledged;
      await until('people work', () => acknowledged > before + 50);
      await promisify(execFile)('bash', ['-c', breaking!]);
    }
    const before = acknowledged;
    await until('people work again', () => acknowledged > before + 50);
    isOver = true;
    await Promise.all(writing);
    await until('all of it is read', () => seen.length >= acknowledged);
    await following.stop();

    const stored: RecordedEvent[] = [];
    for (let after = 0n; ; after = stored.at(-1)!.position) {
      const page = await reader.readAll(after, 500);
      if (page.length === 0) break;
      stored.push(...page);
    }
    const commands = new Set(stored.map(({ meta }) => meta.commandId));
    const raw = kurrentStore({ url: url!, pool: database.pool, prefix, raw: true });
    const verified = await verify(raw, { manyWritersUpTo: EVERYWHERE });
    process.stdout.write(
      `${ROUNDS} kills: ${acknowledged} acknowledged, ${stored.length} stored, ${seen.length} read; longest wait ${Math.round(Math.max(...waits))} ms\n`,
    );
    expect([stored.length, commands.size]).toEqual([acknowledged, acknowledged]);
    expect(seen.map(({ position }) => position)).toEqual(stored.map(({ position }) => position));
    expect(verified).toMatchObject({ ok: true, events: acknowledged });
    for (const store of [...stores, reader, raw]) await store.close();
  },
  1_200_000,
);
