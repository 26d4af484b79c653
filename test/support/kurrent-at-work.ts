import { randomUUID } from 'node:crypto';
import { EVERYWHERE, verify } from '#audit';
import type { RecordedEvent } from '#domain';
import { kurrentStore, type EventStore } from '#event-store';
import { numbered } from '../../libs/event-store/src/contract.ts';
import type { TestDatabase } from './postgres.ts';
import { pause, until } from './soon.ts';

const WRITERS = 4;
const STREAMS = 12;
const AT_WORK = 50; // commands between two faults

/** Given again until it is answered, under the same command; answers how long that took. */
const given = async (store: EventStore, stream: string, fact: ReturnType<typeof numbered>): Promise<number> => {
  for (const began = performance.now(); ; await pause(50))
    try {
      await store.append(stream, 'any', [fact]);
      return performance.now() - began;
    } catch (error) {
      if ((error as Error).name !== 'LogAway') throw error;
    }
};

const pagesOf = async (store: EventStore): Promise<readonly RecordedEvent[]> => {
  const all: RecordedEvent[] = [];
  for (let after = 0n; ; after = all.at(-1)!.position) {
    const page = await store.readAll(after, 500);
    if (page.length === 0) return all;
    all.push(...page);
  }
};

const part = (times: readonly number[], share: number): number =>
  Math.round([...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);

/**
 * A KurrentDB to which something is done again and again, while several write to it and one reads. Then: what was acknowledged is stored and read, each once and in the log's
 * order, and the chain verifies. What breaks it may wait until commands are taken and read again. Prints the counts, and the longest that a command waited at each fault.
 */
export const nothingIsLost = async (
  { url, database }: { readonly url: string; readonly database: TestDatabase },
  rounds: number,
  breakIt: (work: () => Promise<void>) => Promise<void>,
): Promise<void> => {
  await database.pool.query('truncate log_page, log_stream, log_place'); // a database keeps the directory of one log
  const prefix = `t${randomUUID().slice(0, 8)}-`;
  const opened: EventStore[] = [];
  const open = (more: { readonly raw?: boolean } = {}): EventStore => {
    const store = kurrentStore({ url, pool: database.pool, prefix, ...more });
    opened.push(store);
    return store;
  };
  const stores = Array.from({ length: WRITERS }, () => open());
  const reader = open();
  const seen: RecordedEvent[] = [];
  const following = reader.subscribe(0n, async (facts) => {
    seen.push(...facts);
  });
  let isOver = false;
  let acknowledged = 0;
  let longest = 0;
  const writing = Promise.all(
    stores.map(async (store, writer) => {
      for (let n = writer; !isOver; n += WRITERS) {
        longest = Math.max(longest, await given(store, `project-${n % STREAMS}`, numbered(n)));
        acknowledged += 1;
      }
    }),
  );
  writing.catch(() => undefined); // told where it is waited for
  const work = async (): Promise<void> => {
    const before = acknowledged;
    await Promise.race([writing, until('people work', () => acknowledged > before + AT_WORK)]); // a writer that fails is told at once
    const written = acknowledged;
    await until('it is read', () => seen.length >= written);
  };
  const waits: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      await work();
      longest = 0;
      await breakIt(work);
      await work();
      waits.push(longest);
    }
  } finally {
    isOver = true;
    await writing;
  }
  await until('all of it is read', () => seen.length >= acknowledged);
  await following.stop();

  const stored = await pagesOf(reader);
  const verified = await verify(open({ raw: true }), { manyWritersUpTo: EVERYWHERE });
  process.stderr.write(
    `${rounds} times: ${acknowledged} acknowledged, ${stored.length} stored, ${seen.length} read; longest wait of a command each time: p50 ${part(waits, 0.5)} ms, p99 ${part(waits, 0.99)} ms\n`,
  );
  const commands = new Set(stored.map(({ meta }) => meta.commandId));
  expect([stored.length, commands.size]).toEqual([acknowledged, acknowledged]);
  expect(seen.map(({ position }) => position)).toEqual(stored.map(({ position }) => position));
  const positions = stored.map(({ position }) => position);
  expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
  expect(verified).toMatchObject({ ok: true, events: acknowledged });
  for (const store of opened) await store.close();
};
