import { randomUUID } from 'node:crypto';
import type { Append, EventStore } from '#event-store';
import { asNew, lifeOf } from './seed.ts';

/** The same lives as `seed`, recorded on the days on which they happened: the log of a bureau, so that "as known then" cuts through every project's life. */
export const seedDayByDay = async (
  store: EventStore,
  projects: number,
  count: number,
  onProgress?: (facts: number) => void,
): Promise<void> => {
  const days = new Map<string, { index: number; n: number }[]>();
  for (let index = 0; index < projects; index += 1)
    for (const [n, { occurredOn }] of lifeOf(index, count).entries()) {
      const facts = days.get(occurredOn);
      if (facts) facts.push({ index, n });
      else days.set(occurredOn, [{ index, n }]);
    }
  let done = 0;
  let told = 0;
  for (const day of [...days.keys()].sort()) {
    const facts = days.get(day)!; // no life has two facts on one day
    await store.appendMany(
      facts.map(({ index, n }): Append => ({
        stream: `project-${index}`,
        expected: n,
        events: [asNew(lifeOf(index, count)[n]!, randomUUID())],
      })),
    );
    done += facts.length;
    if (done - told >= 100_000) {
      told = done;
      onProgress?.(done);
    }
  }
};
