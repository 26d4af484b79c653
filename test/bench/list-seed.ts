import { randomUUID } from 'node:crypto';
import type { Append, EventStore } from '#event-store';
import { asNew, lifeOf } from './seed.ts';

const BATCH = 1_000;

/** The same lives as `seed`, in the order in which a bureau would have recorded them: everybody's first fact, then everybody's second, … */
export const seedInTurn = async (store: EventStore, projects: number, count: number, onProgress?: (facts: number) => void): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    for (let from = 0; from < projects; from += BATCH) {
      const indexes = Array.from({ length: Math.min(BATCH, projects - from) }, (_, index) => from + index);
      await store.appendMany(indexes.flatMap((index): Append[] => {
        const event = lifeOf(index, count)[n];
        return event === undefined ? [] : [{ stream: `project-${index}`, expected: n, events: [asNew(event, randomUUID())] }];
      }));
    }
    onProgress?.((n + 1) * projects);
  }
};
