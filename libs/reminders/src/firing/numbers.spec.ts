import { memoryStore, WrongExpectedVersion, type EventStore } from '#event-store';
import { orderNumber, serialNumber, serialNumbers } from './numbers.ts';

const ON = '2026-06-01' as never;
const CLERK = { user: 'clerk', unit: null };
const numbers = async (store: EventStore, ids: readonly string[], year = '2026', register = 'orders') =>
  Object.fromEntries(await serialNumbers(store, register, year, ids, ON, CLERK));

it('numbers count up without gaps, and who has one keeps it', async () => {
  const store = memoryStore();
  expect(await numbers(store, ['a', 'b'])).toEqual({ a: 1, b: 2 });
  expect(await numbers(store, ['c', 'b', 'a'])).toEqual({ c: 3, b: 2, a: 1 });
  expect(await numbers(store, ['d', 'd'])).toEqual({ d: 4 });
  expect(await serialNumber(store, 'orders', '2026', 'b', ON, CLERK)).toBe(2);
  expect(await store.readStream('register-orders-2026')).toHaveLength(4);
});

it('each register counts by itself, and anew in every year', async () => {
  const store = memoryStore();
  await numbers(store, ['a', 'b']);
  expect(await numbers(store, ['c'], '2027')).toEqual({ c: 1 });
  expect(await numbers(store, ['c'], '2026', 'lists')).toEqual({ c: 1 });
  const [given] = await store.readStream('register-lists-2026');
  expect(given).toMatchObject({
    event: { type: 'NumberGiven', occurredOn: ON, data: { id: 'c' } },
    meta: { actor: CLERK },
  });
});

it('who asks for nothing writes nothing', async () => {
  const store = memoryStore();
  expect(await numbers(store, [])).toEqual({});
  expect(await store.head()).toBe(0n);
});

/** A log in which somebody else takes a number first, so many times. */
const contested = (times: number) => {
  const store = memoryStore();
  let left = times;
  let tried = 0;
  const append: EventStore['append'] = async (stream, expected, events) => {
    tried += 1;
    if (left > 0) {
      left -= 1;
      const id = `other-${left}`;
      await store.append(stream, 'any', [
        {
          ...events[0]!,
          id,
          event: { ...events[0]!.event, data: { id } },
          meta: { actor: CLERK, commandId: id },
        } as never,
      ]);
    }
    return store.append(stream, expected, events);
  };
  return { store: { ...store, append }, tried: () => tried };
};

it('where another process takes a number first, the next one is given', async () => {
  const { store } = contested(2);
  expect(await numbers(store, ['a'])).toEqual({ a: 3 });
});

it('after fifty attempts in vain it is said', async () => {
  const { store, tried } = contested(100);
  await expect(numbers(store, ['a'])).rejects.toThrow(WrongExpectedVersion);
  expect(tried()).toBe(50);
});

it('a log that is away is no contest', async () => {
  const store: EventStore = { ...memoryStore(), append: async () => Promise.reject(new RangeError('away')) };
  await expect(numbers(store, ['a'])).rejects.toThrow(RangeError);
});

it('a number stands behind the word of its register and its year', () =>
  expect(orderNumber('督办', '2026', 12)).toBe('督办〔2026〕12号'));
