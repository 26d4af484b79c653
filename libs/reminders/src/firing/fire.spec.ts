import { type DispatchEvent, type OrderEvent, type RecordedEvent } from '#domain';
import { AppendTooLarge, type EventStore } from '#event-store';
import { bureauInMemory } from '../../../../test/support/reminding.ts';
import { DISPATCH } from '../owed/names.ts';
import { fireAll } from './fire.ts';
import { openOrders } from './orders.ts';

const BEFORE = '2026-05-28T03:00:00Z';
const NEAR_DUE = '2026-06-01T04:00:00Z'; // thirty days before the first of July, after nine o'clock in Shanghai
type Bureau = ReturnType<typeof bureauInMemory>;

const dispatched = async ({ store }: Bureau): Promise<readonly RecordedEvent<DispatchEvent>[]> =>
  (await store.readStream(DISPATCH)) as readonly RecordedEvent<DispatchEvent>[];
const issued = async (bureau: Bureau) =>
  (await dispatched(bureau)).flatMap(({ event }) => event.data.issued).filter(({ on }) => on === '2026-06-01');
/** A bureau with so many projects whose agreed start comes near. */
const nearDue = async (projects: number): Promise<Bureau> => {
  const bureau = bureauInMemory(BEFORE);
  for (let n = 0; n < projects; n += 1) await bureau.sign(`${n}`.padStart(3, '0'), '2026-07-01');
  bureau.at(NEAR_DUE);
  return bureau;
};

it('before its hour nothing is issued; at nine o’clock everything that is due, once', async () => {
  const bureau = await nearDue(3);
  bureau.at('2026-06-01T00:59:59.999Z');
  expect(await fireAll(bureau.tools)).toBe(0);
  expect(await dispatched(bureau)).toEqual([]);
  bureau.at('2026-06-01T01:00:00.000Z');
  const settled = await fireAll(bureau.tools);
  expect(settled).toBeGreaterThanOrEqual(3);
  expect((await issued(bureau)).map(({ project }) => project)).toEqual(['000', '001', '002']);
  expect(await fireAll(bureau.tools)).toBe(0);
});

it('the ledger says at once what was issued, to whom and by which record', async () => {
  const bureau = await nearDue(1);
  await fireAll(bureau.tools);
  const [record] = await dispatched(bureau);
  const row = (await bureau.rows('000')).find(({ on }) => on === '2026-06-01')!;
  expect(row).toMatchObject({ state: 'sent', settledAt: record!.recordedAt, settledIn: String(record!.position) });
  expect(row.to).toEqual([{ unit: '01', role: 'steward', person: '管家' }]);
  expect(record!.meta.actor).toEqual({ user: 'reminder-process', unit: null });
  expect((await bureau.ledger.deliverable(NEAR_DUE, 9)).map(({ to }) => to)).toEqual(['管家']);
});

it('more than is taken at once is taken in several records, and no subject is parted', async () => {
  const bureau = await nearDue(7);
  const [paces, reads]: [number[], string[]] = [[], []];
  const store: EventStore = {
    ...bureau.store,
    readAll: async (after, limit, filter) => {
      const found = await bureau.store.readAll(after, limit, filter);
      if (found.length > 0) reads.push(found[0]!.stream);
      return found;
    },
  };
  const settled = await fireAll(
    {
      ...{ ...bureau.tools, store },
      pace: async (worked) => {
        paces.push(worked);
      },
    },
    3,
  );
  const subjects = (await dispatched(bureau)).map(({ event }) => event.data.issued.map(({ subject }) => subject));
  expect(subjects.length).toBeGreaterThan(1);
  expect(new Set(subjects.flat()).size).toBe(subjects.flat().length);
  expect((await issued(bureau)).length).toBe(7);
  expect(settled).toBe(
    (await dispatched(bureau)).flatMap(({ event }) => event.data.issued.flatMap((one) => [one, ...one.covers])).length,
  );
  expect(paces.every((worked) => worked >= 0)).toBe(true);
  expect(reads).not.toContain(DISPATCH); // what was just recorded is not read back
});

it('of two workers at once each notice is issued by one of them', async () => {
  const bureau = await nearDue(12);
  await Promise.all([fireAll(bureau.tools, 4), fireAll(bureau.tools, 4)]);
  expect((await issued(bureau)).map(({ project }) => project).sort()).toEqual(
    Array.from({ length: 12 }, (_, n) => `${n}`.padStart(3, '0')),
  );
});

it('a worker that was overtaken looks again, and issues what is left', async () => {
  const bureau = await nearDue(4);
  let overtaken = 0;
  const slow: EventStore = {
    ...bureau.store,
    append: async (stream, expected, events) => {
      if (stream === DISPATCH && overtaken++ === 0) await fireAll(bureau.tools, 2);
      return bureau.store.append(stream, expected, events);
    },
  };
  expect(await fireAll({ ...bureau.tools, store: slow })).toBe(0);
  expect(await issued(bureau)).toHaveLength(4);
});

it('where the log takes fewer at once, half as many are tried; where it takes none, it is said', async () => {
  const bureau = await nearDue(8);
  const narrow = (most: number): EventStore => ({
    ...bureau.store,
    append: async (stream, expected, events) => {
      const { issued: given } = events[0]!.event.data as DispatchEvent['data'];
      if (stream === DISPATCH && given.length > most) throw new AppendTooLarge('narrow');
      return bureau.store.append(stream, expected, events);
    },
  });
  await expect(fireAll({ ...bureau.tools, store: narrow(0) })).rejects.toThrow(AppendTooLarge);
  await fireAll({ ...bureau.tools, store: narrow(2) });
  expect(await issued(bureau)).toHaveLength(8);
  expect((await dispatched(bureau)).every(({ event }) => event.data.issued.length <= 2)).toBe(true);
});

it('an error of the log is told, and the next worker goes on', async () => {
  const bureau = await nearDue(2);
  const away: EventStore = { ...bureau.store, append: async () => Promise.reject(new RangeError('away')) };
  await expect(fireAll({ ...bureau.tools, store: away })).rejects.toThrow(RangeError);
  await fireAll(bureau.tools);
  expect(await issued(bureau)).toHaveLength(2);
});

describe('the orders that follow', () => {
  const SUPERVISION = '2026-08-03T04:00:00Z'; // a Monday; the first of August was the thirty-first day late
  const late = async (...ids: readonly string[]): Promise<Bureau> => {
    const bureau = bureauInMemory(BEFORE);
    for (const id of ids) await bureau.sign(id, '2026-07-01');
    bureau.at(SUPERVISION);
    return bureau;
  };
  const ordersOf = async (bureau: Bureau): Promise<readonly RecordedEvent<OrderEvent>[]> =>
    (await bureau.store.readAll(0n, 10_000, { streamPrefix: 'order-' })) as readonly RecordedEvent<OrderEvent>[];

  it('are opened with their numbers, under the keys of their notices, once', async () => {
    const bureau = await late('a', 'b');
    await fireAll(bureau.tools);
    const orders = await ordersOf(bureau);
    const notices = (await dispatched(bureau))
      .flatMap(({ event }) => event.data.issued)
      .filter(({ rung }) => rung === 'supervision');
    expect(orders.map(({ stream }) => stream).sort()).toEqual(notices.map(({ key }) => `order-${key}`).sort());
    expect(orders.map(({ event }) => (event.data as { number: string }).number).sort()).toEqual([
      '督办〔2026〕1号',
      '督办〔2026〕2号',
    ]);
    expect(await bureau.ledger.unopened(9)).toEqual([]);
    await openOrders(bureau.tools);
    expect(await ordersOf(bureau)).toHaveLength(2);
  });

  it('say which clock was not kept and since when, whom they are for and of which project', async () => {
    const bureau = await late('a');
    await fireAll(bureau.tools);
    const [order] = await ordersOf(bureau);
    expect(order!.event).toMatchObject({
      type: 'OrderIssued',
      occurredOn: '2026-08-03',
      data: {
        ...{ project: 'a', projectName: '项目a', rung: 'supervision', clock: 'agreed-start', unit: '01' },
        breached: expect.arrayContaining([{ clock: 'agreed-start', due: '2026-07-01' }]) as unknown,
      },
    });
    expect(order!.meta).toMatchObject({ actor: { user: 'reminder-process', unit: null } });
    const { people } = order!.event.data as { readonly people: readonly string[] };
    expect([people.length, new Set(people).size]).toEqual([people.length, people.length]);
    expect(people).toContain('领导');
  });

  it('that a worker opened and died over are known to the next: the same order keeps its number', async () => {
    const bureau = await late('a', 'b');
    const dying = { ...bureau.tools, projectName: async () => Promise.reject(new RangeError('died')) };
    await expect(fireAll(dying)).rejects.toThrow(RangeError);
    expect(await ordersOf(bureau)).toEqual([]);
    expect(await bureau.ledger.unopened(9)).toHaveLength(2);
    await fireAll(bureau.tools);
    expect((await ordersOf(bureau)).map(({ event }) => (event.data as { number: string }).number).sort()).toEqual([
      '督办〔2026〕1号',
      '督办〔2026〕2号',
    ]);
    expect(await bureau.ledger.unopened(9)).toEqual([]);
  });

  it('that were opened before are not asked for again', async () => {
    const bureau = await late('a');
    await fireAll(bureau.tools);
    const [{ stream }] = (await ordersOf(bureau)) as [RecordedEvent];
    const { UNCHANGED } = await import('../ledger/ledger.ts');
    await bureau.ledger.step(async (at) => ({
      ...UNCHANGED,
      ...at,
      opening: { add: [stream.slice('order-'.length)], done: [] },
    }));
    expect(await bureau.ledger.unopened(9)).toHaveLength(1);
    await openOrders(bureau.tools);
    expect([await bureau.ledger.unopened(9), (await ordersOf(bureau)).length]).toEqual([[], 1]);
  });
});
