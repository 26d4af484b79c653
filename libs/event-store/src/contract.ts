import { randomUUID } from 'node:crypto';
import type { IsoDate, NewEvent, RecordedEvent } from '#domain';
import { hashOf, NO_PREDECESSOR } from './chain.ts';
import { WrongExpectedVersion, type EventStore } from './event-store.ts';

/** An event for tests of the log: it says only a number. */
export const numbered = (n: number, commandId: string = randomUUID()): NewEvent => ({
  id: randomUUID(),
  event: { type: 'Numbered', occurredOn: '2026-01-05' as IsoDate, data: { n, text: '数 \u0000 "\n' } },
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: 'XL' }, commandId },
});

const numbers = (events: readonly RecordedEvent[]): number[] =>
  events.map(({ event }) => (event.data as { n: number }).n);

/** What every log must do, refusals and races included. Run on each store. */
export const eventStoreContract = (open: () => Promise<EventStore>): void => {
  let store: EventStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  const stream = (): string => `project-${randomUUID()}`;

  it('gives back what was appended, with versions from 1 and growing positions', async () => {
    const name = stream();
    const { version, events } = await store.append(name, 0, [numbered(1), numbered(2)]);
    expect(version).toBe(2);
    const read = await store.readStream(name);
    expect(read).toEqual(events);
    expect(read.map((event) => event.version)).toEqual([1, 2]);
    expect(read[1]!.position > read[0]!.position).toBe(true);
    expect(numbers(await store.readStream(name, 1))).toEqual([2]);
  });
  it('chains every event to its predecessor in the stream', async () => {
    const name = stream();
    await store.append(name, 0, [numbered(1), numbered(2)]);
    await store.append(name, 2, [numbered(3)]);
    let previous = NO_PREDECESSOR;
    for (const event of await store.readStream(name)) {
      expect(event.previousHash).toBe(previous);
      expect(hashOf(event)).toBe(event.hash);
      previous = event.hash;
    }
  });
  it('reads a stream back from its end or from a version, the latest first', async () => {
    const name = stream();
    await store.append(name, 0, [numbered(1), numbered(2), numbered(3), numbered(4)]);
    expect(numbers(await store.readStreamBack(name, null, 2))).toEqual([4, 3]);
    expect(numbers(await store.readStreamBack(name, 3, 5))).toEqual([2, 1]);
    expect(await store.readStreamBack(name, 1, 5)).toEqual([]);
    expect(await store.readStreamBack(stream(), null, 5)).toEqual([]);
  });
  it('lets one of two creators win', async () => {
    const name = stream();
    const answers = await Promise.allSettled([
      store.append(name, 0, [numbered(1)]),
      store.append(name, 0, [numbered(2)]),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await store.readStream(name)).toHaveLength(1);
  });
  it('refuses a stale version, says which it is, and stores nothing', async () => {
    const name = stream();
    await store.append(name, 0, [numbered(1), numbered(2)]);
    await expect(store.append(name, 1, [numbered(3)])).rejects.toMatchObject({
      name: 'WrongExpectedVersion',
      expected: 1,
      actual: 2,
    });
    expect(await store.readStream(name)).toHaveLength(2);
  });
  it('answers a command id given twice as the first time and stores it once', async () => {
    const name = stream();
    const command = randomUUID();
    const first = await store.append(name, 0, [numbered(1, command), numbered(2, command)]);
    await store.append(name, 2, [numbered(3)]);
    const second = await store.append(name, 0, [numbered(1, command), numbered(2, command)]);
    expect(second).toEqual({ ...first, repeated: true });
    expect(numbers(await store.readStream(name))).toEqual([1, 2, 3]);
  });
  it('knows a command that the stream holds already, whatever version it is given at', async () => {
    const name = stream();
    const command = randomUUID();
    const first = await store.append(name, 0, [numbered(1, command)]);
    await store.append(name, 1, [numbered(2)]);
    expect(await store.append(name, 2, [numbered(1, command)])).toEqual({ ...first, repeated: true });
    expect(await store.append(name, 'any', [numbered(1, command)])).toEqual({ ...first, repeated: true });
    expect(await store.readStream(name)).toHaveLength(2);
  });
  it('stores a command once when it is given many times at once', async () => {
    const name = stream();
    const command = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => store.append(name, 'any', [numbered(1, command)])),
    );
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await store.readStream(name)).toHaveLength(1);
  });
  it('appends many streams at once; a refused one leaves its neighbours alone', async () => {
    const [a, b, c] = [stream(), stream(), stream()];
    await store.append(b, 0, [numbered(0)]);
    const answers = await store.appendMany([
      { stream: a, expected: 0, events: [numbered(1), numbered(2)] },
      { stream: b, expected: 0, events: [numbered(3)] },
      { stream: c, expected: 0, events: [numbered(4)] },
      { stream: c, expected: 1, events: [numbered(5)] },
    ]);
    expect(answers.map((answer) => (answer instanceof WrongExpectedVersion ? answer.actual : answer.version))).toEqual([
      2, 1, 1, 2,
    ]);
    expect(numbers(await store.readStream(c))).toEqual([4, 5]);
    expect(numbers(await store.readStream(b))).toEqual([0]);
  });
  it('reads the whole log in order, a page at a time, of some streams only where asked', async () => {
    const name = stream();
    await store.append(`other-${randomUUID()}`, 0, [numbered(9)]);
    await store.append(name, 0, [numbered(1), numbered(2), numbered(3)]);
    const all: RecordedEvent[] = [];
    for (let page = await store.readAll(0n, 2); page.length > 0; page = await store.readAll(page.at(-1)!.position, 2)) {
      expect(page.length).toBeLessThanOrEqual(2);
      all.push(...page);
    }
    expect(all.map(({ position }) => position)).toEqual(
      all.map(({ position }) => position).sort((x, y) => (x < y ? -1 : 1)),
    );
    expect(all.at(-1)!.position).toBe(await store.head());
    const projects = await store.readAll(0n, 100_000, { streamPrefix: 'project-' });
    expect(projects).toEqual(all.filter((event) => event.stream.startsWith('project-')));
  });
  it('reads whole streams one after the other, up to a position', async () => {
    const names = [stream(), stream()].sort();
    for (const [index, name] of names.entries())
      await store.append(name, 0, [numbered(index * 10), numbered(index * 10 + 1)]);
    const upTo = await store.head();
    await store.append(names[0]!, 2, [numbered(99)]);
    await store.append(stream(), 0, [numbered(100)]); // begun too late to be read
    const seen: RecordedEvent[][] = [];
    for await (const events of store.readByStream('project-', upTo))
      if (names.includes(events[0]!.stream)) seen.push([...events]);
    expect(seen.map(numbers)).toEqual([
      [0, 1],
      [10, 11],
    ]);
  });
  it('finds the record at a position, and the last one before a position that has none', async () => {
    const { position, events } = await store.append(stream(), 0, [numbered(1)]);
    const next = await store.append(stream(), 0, [numbered(2)]);
    expect(await store.recordAt(position)).toEqual(events[0]);
    expect(await store.recordAt(next.position + 1_000_000n)).toBeNull();
    expect([
      await store.placeBefore(next.position - 1n),
      await store.placeBefore(next.position),
      await store.placeBefore(next.position + 1_000_000n),
      await store.placeBefore(-1n),
    ]).toEqual([position, next.position, next.position, 0n]);
    expect(await store.readAll(await store.placeBefore(next.position - 1n), 5)).toEqual(next.events);
  });
  it('finds the position of an instant', async () => {
    const { position, events } = await store.append(stream(), 0, [numbered(1)]);
    expect(await store.positionAt(events[0]!.recordedAt)).toBeGreaterThanOrEqual(position);
    expect(await store.positionAt('2000-01-01T00:00:00Z')).toBe(0n);
  });
  it('shows a subscriber every event once, in order, also those written while it reads and after a handler failed', async () => {
    const start = await store.head();
    const seen: RecordedEvent[] = [];
    let failures = 3;
    const subscription = store.subscribe(start, async (events) => {
      if (failures > 0 && seen.length > 20) {
        failures -= 1;
        throw new Error('the reader fell over');
      }
      seen.push(...events);
    });
    const names = [stream(), stream(), stream(), stream()];
    await Promise.all(
      names.map(async (name) => {
        for (let n = 0; n < 50; n += 1) await store.append(name, n, [numbered(n)]);
      }),
    );
    for (let waited = 0; seen.length < 200 && waited < 20_000; waited += 20)
      await new Promise((later) => {
        setTimeout(later, 20);
      });
    await subscription.stop();
    expect(seen).toHaveLength(200);
    expect(seen.map(({ position }) => position)).toEqual(
      [...new Set(seen.map(({ position }) => position))].sort((x, y) => (x < y ? -1 : 1)),
    );
    for (const name of names)
      expect(numbers(seen.filter((event) => event.stream === name))).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });
};
