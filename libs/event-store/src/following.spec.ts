import type { RecordedEvent } from '#domain';
import { following } from './following.ts';

const record = (position: number) => ({ position: BigInt(position) }) as RecordedEvent;
const upTo = (last: number) => Array.from({ length: last }, (_, index) => record(index + 1));

/** A follower of a log that grows as the test says. `given`: the positions of each batch; `asked`: the positions from which it read on. */
const follower = (
  log: RecordedEvent[],
  onBatch: (positions: readonly number[]) => Promise<void> = async () => {},
  onRead: (wake: () => void) => void = () => {}, // while the log is asked, after it was looked at
) => {
  const given: (readonly number[])[] = [];
  const asked: bigint[] = [];
  let wake = (): void => undefined;
  let released = 0;
  let told = (): void => undefined;
  const { stop } = following({
    after: 1n,
    read: async (after, limit) => {
      asked.push(after);
      const events = log.filter(({ position }) => position > after).slice(0, limit);
      onRead(wake);
      return events;
    },
    onBatch: async (events) => {
      const positions = events.map(({ position }) => Number(position));
      given.push(positions);
      told();
      await onBatch(positions);
    },
    onWake: (one) => {
      wake = one;
      return () => {
        released += 1;
      };
    },
  });
  const batches = async (count: number): Promise<void> => {
    while (given.length < count)
      await new Promise<void>((resolve) => {
        told = resolve;
      });
  };
  return { given, asked, stop, wake: () => wake(), released: () => released, batches };
};

it('reads on from where it stood, page by page, nothing twice', async () => {
  const { given, batches, stop } = follower(upTo(1_202));
  await batches(3);
  await stop();
  expect(given.map((batch) => batch.length)).toEqual([500, 500, 201]);
  expect(given.flat()).toEqual(Array.from({ length: 1_201 }, (_, index) => index + 2));
});

it('what is recorded while it rests after a batch comes together in the next', async () => {
  const log = upTo(2);
  const { given, batches, wake, stop } = follower(log);
  await batches(1);
  for (const position of [3, 4, 5]) {
    log.push(record(position));
    wake();
    await Promise.resolve();
  }
  await batches(2);
  await stop();
  expect(given).toEqual([[2], [3, 4, 5]]);
});

it('a batch whose handler fails is given again, and none is passed over', async () => {
  let failed = false;
  const { given, asked, batches, stop } = follower(upTo(3), async () => {
    if (failed) return;
    failed = true;
    throw new Error('not now');
  });
  await batches(2);
  await stop();
  expect(given).toEqual([
    [2, 3],
    [2, 3],
  ]);
  expect(asked.slice(0, 2)).toEqual([1n, 1n]);
});

it('a log that cannot be read for a moment is asked again', async () => {
  let broken = true;
  const seen: number[] = [];
  let told = (): void => undefined;
  const once = new Promise<void>((resolve) => {
    told = resolve;
  });
  const { stop } = following({
    after: 0n,
    read: async () => {
      if (broken) {
        broken = false;
        throw new Error('no connection');
      }
      return seen.length === 0 ? [record(7)] : [];
    },
    onBatch: async (events) => {
      seen.push(...events.map(({ position }) => Number(position)));
      told();
    },
    onWake: () => () => undefined,
  });
  await once;
  await stop();
  expect(seen).toEqual([7]);
});

it('who stops it waits for the batch in hand, and is given none after it', async () => {
  let finish = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const log = upTo(2);
  const { given, batches, stop, released } = follower(log, () => held);
  await batches(1);
  let stopped = false;
  const stopping = stop().then(() => {
    stopped = true;
  });
  log.push(record(3));
  await new Promise((resolve) => setImmediate(resolve));
  expect([stopped, released()]).toEqual([false, 1]);
  finish();
  await stopping;
  expect([given, released()]).toEqual([[[2]], 1]);
});

describe('where no time passes but what the test lets pass', () => {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const waiting = new Map<number, () => void>();
  const pass = (): void => {
    const due = [...waiting.values()];
    waiting.clear();
    for (const ring of due) ring();
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  let last = 0;
  beforeEach(() => {
    waiting.clear();
    Object.assign(globalThis, {
      setTimeout: (ring: () => void): number => {
        last += 1;
        waiting.set(last, ring);
        return last;
      },
      clearTimeout: (timer: number): void => void waiting.delete(timer),
    });
  });
  afterEach(() => {
    Object.assign(globalThis, real);
  });

  it('a follower that has nothing to read sleeps, is woken by the store, and gives no empty batch', async () => {
    const log = upTo(1);
    const { given, asked, wake, stop } = follower(log);
    await settled();
    expect(asked).toEqual([1n]);
    log.push(record(2));
    wake();
    await settled();
    expect(given).toEqual([[2]]);
    await stop();
    expect(waiting.size).toBe(0);
  });
  it('it looks by itself after a while where nobody woke it', async () => {
    const log = upTo(1);
    const { given, stop } = follower(log);
    await settled();
    log.push(record(2));
    await settled();
    expect(given).toEqual([]);
    pass();
    await settled();
    expect(given).toEqual([[2]]);
    await stop();
  });
  it('it is not put to sleep by a read that was over before the news came', async () => {
    const log = upTo(1);
    const news = [record(2)];
    const { given, stop } = follower(log, undefined, (wake) => {
      if (news.length === 0) return;
      log.push(...news.splice(0));
      wake();
    });
    await settled();
    expect(given).toEqual([[2]]);
    await stop();
  });
  it('it rests after the last page of what there was, not between full pages', async () => {
    const log = upTo(1_001);
    const { given, asked, wake, stop } = follower(log);
    await settled();
    expect(given.map((batch) => batch.length)).toEqual([500, 500]);
    log.push(record(1_002), record(1_003));
    wake();
    await settled();
    log.push(record(1_004));
    wake();
    await settled();
    expect(given.at(-1)).toEqual([1_002, 1_003]);
    expect(asked.at(-1)).toBe(1_001n);
    pass();
    await settled();
    expect(given.at(-1)).toEqual([1_004]);
    await stop();
  });
  it('it waits before it gives a batch again that could not be taken', async () => {
    const { given, stop } = follower(upTo(2), async () => {
      throw new Error('not now');
    });
    await settled();
    expect(given).toEqual([[2]]);
    pass();
    await settled();
    expect(given).toEqual([[2], [2]]);
    await stop();
  });
  it('who stops it while it reads or rests is not kept waiting', async () => {
    const resting = follower(upTo(2));
    await settled();
    await resting.stop();
    const reading = follower(upTo(1));
    await reading.stop();
    expect([resting.given, reading.given, waiting.size]).toEqual([[[2]], [], 0]);
  });
});
