import { randomUUID } from 'node:crypto';
import type { IsoDate, NewEvent } from '#domain';
import { memoryStore } from '#event-store';
import { readTransactions } from './transactions.ts';

const fact = (): NewEvent => ({
  id: randomUUID(),
  event: { type: 'Told', occurredOn: '2026-01-05' as IsoDate, data: {} },
  schemaVersion: 1,
  meta: { actor: { user: 'a', unit: null }, commandId: randomUUID() },
});

/** A log of transactions of these sizes, each at an instant of its own. */
const logOf = async (...sizes: readonly number[]) => {
  let clock = Date.parse('2026-01-05T00:00:00Z');
  const store = memoryStore(() => new Date((clock += 1_000)));
  for (const [index, size] of sizes.entries())
    await store.append(`project-${index}`, 0, Array.from({ length: size }, fact));
  return store;
};

/** Everything, page by page, as a model reads it. */
const pagesOf = async (store: Awaited<ReturnType<typeof logOf>>, limit: number): Promise<readonly number[]> => {
  const pages: number[] = [];
  for (let after = 0n; ;) {
    const { events, more } = await readTransactions(store, after, limit, 'project-');
    pages.push(events.length);
    if (!more) return pages;
    after = events.at(-1)!.position;
  }
};

it('a page ends with a transaction, and says that more follows where it ends before its limit', async () => {
  expect(await pagesOf(await logOf(1, 1, 1, 1, 1), 3)).toEqual([2, 2, 1]);
  expect(await pagesOf(await logOf(2, 2, 2), 3)).toEqual([2, 2, 2]);
});
it('a transaction longer than a page is read whole', async () => {
  expect(await pagesOf(await logOf(7, 1), 3)).toEqual([7, 1]);
  expect(await pagesOf(await logOf(1, 6), 3)).toEqual([1, 6]);
});
it('a log shorter than a page is one page', async () => {
  expect(await pagesOf(await logOf(1, 1), 3)).toEqual([2]);
  expect(await pagesOf(await logOf(), 3)).toEqual([0]);
});
